/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A loaded program: verified code, its compiled image, what it refers to, its counters.
 */
#ifndef AB_LOAD_PROG_H
#define AB_LOAD_PROG_H

#include <linux/atomic.h>
#include <linux/percpu.h>
#include <linux/rcupdate.h>
#include <linux/workqueue.h>
#include "core/facts.h"

struct ab_map;
struct ab_btf_obj;
struct ab_image;

/* Per-CPU part of a program. The recursion guard comes first (the JIT's hook stub relies on it). */
struct ab_prog_cpu {
	u32 active; /* a run is in progress on this CPU */
	u32 pad;
	u64 missed_recursion; /* hits that found the program active on this CPU */
	u64 missed_other; /* hits that could not run for another cause (no memory, wrong context) */
	u64 run_cnt; /* runs, counted while statistics are on */
	u64 run_ns;
};

/**
 * struct ab_prog - a loaded program
 * @target: what tail calls jump to; must be first
 * @run: native entry, or the interpreter's trampoline; call only through run/run.h
 * @code: for the engines
 * @facts: behind @code
 * @image: executable memory, NULL when interpreted
 * @cpu: per-CPU guard and counters
 * @xlated: instructions as dumps show them (maps by id), code.insn_cnt of them
 * @maps: references, in the order of code.maps
 * @links: links that refer to it hold @ref
 */
struct ab_prog {
	struct ab_tail_target target;
	u64 (*run)(void *ctx, const struct ab_prog *prog);
	struct ab_code code;
	struct ab_facts facts;
	struct ab_image *image;
	struct ab_prog_cpu __percpu *cpu;

	atomic64_t ref;
	u32 id;
	u32 type;
	u32 expected_attach_type;
	u32 flags;
	bool gpl;
	bool jited;
	char name[ALTBPF_OBJ_NAME_LEN];
	u8 tag[ALTBPF_TAG_SIZE];
	u64 load_time; /* ns since boot */
	u32 uid;

	struct altbpf_insn *xlated;
	struct ab_map **maps;
	u32 map_cnt;
	struct ab_btf_obj *btf;
	struct altbpf_func_info *func_info;
	u32 func_info_cnt;
	struct altbpf_line_info *line_info;
	u32 line_info_cnt;
	u32 *jit_insn_off; /* insn_cnt + 1, NULL when interpreted */
	u32 *jit_func_off; /* subprog_cnt */

	struct work_struct work;
	struct rcu_head rcu;
};

struct ab_prog *ab_prog_get_fd(int fd); /* new reference or ERR_PTR */
struct ab_prog *ab_prog_get_id(u32 id);
int ab_prog_next_id(u32 start, u32 *next);
int ab_prog_new_fd(struct ab_prog *prog); /* takes over one reference */
void ab_prog_get(struct ab_prog *prog);
void ab_prog_put(struct ab_prog *prog);
/* The sum of the per-CPU counters. */
void ab_prog_sum(const struct ab_prog *prog, struct ab_prog_cpu *sum);

#endif
