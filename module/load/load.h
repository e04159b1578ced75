/* SPDX-License-Identifier: GPL-2.0 */
/* Inside load/, and its doors for dev/ and main: from a PROG_LOAD request to a program. */
#ifndef AB_LOAD_LOAD_H
#define AB_LOAD_LOAD_H

#include "load/log.h"
#include "load/prog.h"

/**
 * ab_load() - PROG_LOAD
 * @attr: the request; reserved bytes behind its last field are checked already
 * @log: where the verifier's text goes
 *
 * Return: a program with one reference and a number, or ERR_PTR.
 */
struct ab_prog *ab_load(const union altbpf_attr *attr, struct ab_user_log *log);

/* prog.c */
struct ab_prog *ab_prog_alloc(u32 insn_cnt);
int __must_check ab_prog_publish(struct ab_prog *prog);
void ab_prog_free(struct ab_prog *prog); /* one that was never published */
/* Adds a map reference (taken over); -EEXIST if it is there already. */
int __must_check ab_prog_bind_map(struct ab_prog *prog, struct ab_map *map);
/* Ids of the maps: fills up to @cnt of @ids, returns how many there are. */
u32 ab_prog_map_ids(struct ab_prog *prog, u32 *ids, u32 cnt);
/* Bytes of memory that it keeps, for fdinfo. */
u64 ab_prog_memory(const struct ab_prog *prog);

int ab_load_init(void);
void ab_load_exit(void);

/* resolve.c */
struct ab_resolve {
	struct altbpf_insn *insns;
	u32 insn_cnt;
	struct ab_map *maps[AB_MAX_MAPS]; /* references */
	u32 map_cnt;
	u64 fd_array; /* user address */
	u32 fd_array_cnt;
	const struct ab_log *log;
};
int __must_check ab_resolve_fds(struct ab_resolve *res);
void ab_resolve_put(struct ab_resolve *res);
/* From the verifier's form (map index) to dumps (map id) and to run time (address). */
void ab_resolve_xlated(struct altbpf_insn *insns, u32 cnt, struct ab_map *const *maps);
void ab_resolve_runtime(struct altbpf_insn *insns, u32 cnt, struct ab_map *const *maps);

/* info.c: func_info and line_info */
int __must_check ab_load_debug_info(struct ab_prog *prog, const union altbpf_attr *attr,
				    const struct ab_log *log);

/* compile.c */
int __must_check ab_compile(struct ab_prog *prog);
extern int ab_compile_mode; /* module parameter jit */

/* tag.c */
void ab_tag(const struct altbpf_insn *insns, u32 cnt, u8 *tag);

/* targets.c: what prog_array maps need */
void ab_targets_init(void);
int __must_check ab_targets_claim(struct ab_prog *prog, const struct ab_log *log);

#endif
