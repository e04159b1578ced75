/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The verifier's door: a program with its maps and types goes in, a verdict with facts comes out.
 * Used by load/ in the kernel and by the offline checker; proved by unit, corpus and fuzz tests.
 */
#ifndef AB_CORE_VERIFY_VERIFY_H
#define AB_CORE_VERIFY_VERIFY_H

#include "core/facts.h"
#include "core/log.h"

struct ab_btf;

/**
 * struct ab_verify_in - a program to verify
 * @insns: as the user gave them, but 64-bit immediates that name maps are normalised: src_reg is
 *	PSEUDO_MAP_FD or PSEUDO_MAP_VALUE and imm is an index into @maps (the second imm stays the
 *	offset of PSEUDO_MAP_VALUE). The verifier does not write to them.
 * @insn_cnt: 1 to AB_MAX_INSNS
 * @prog_type: enum altbpf_prog_type
 * @expected_attach_type: enum altbpf_attach_type
 * @prog_flags: ALTBPF_F_STRICT_ALIGNMENT, ALTBPF_F_SLEEPABLE ...
 * @gpl: the licence is GPL compatible
 * @maps: maps that @insns refers to
 * @map_cnt: at most AB_MAX_MAPS
 * @btf: the program's types or NULL
 * @func_info: sorted, checked by the verifier against subprograms; may be NULL
 * @func_info_cnt: records
 * @line_info: sorted; may be NULL
 * @line_info_cnt: records
 * @log: where the log goes, or NULL
 * @should_stop: polled now and then; true ends the verification with -EAGAIN (a fatal signal), or NULL
 * @work_limit: processed instructions after which to give up with -E2BIG; 0: the default
 * @path_limit: processed instructions after which states are joined where paths meet; 0: the default
 * @mem_limit: bytes of state memory after which to give up with -E2BIG; 0: the default
 */
struct ab_verify_in {
	const struct altbpf_insn *insns;
	u32 insn_cnt;
	u32 prog_type;
	u32 expected_attach_type;
	u32 prog_flags;
	bool gpl;
	struct ab_map_desc *const *maps;
	u32 map_cnt;
	const struct ab_btf *btf;
	const struct altbpf_func_info *func_info;
	u32 func_info_cnt;
	const struct altbpf_line_info *line_info;
	u32 line_info_cnt;
	const struct ab_log *log;
	bool (*should_stop)(void);
	u64 work_limit;
	u64 path_limit;
	u64 mem_limit;
};

/**
 * struct ab_verify_out - the verdict's details
 * @facts: filled on success (free with ab_facts_fini()), zeroes otherwise
 * @reason: on refusal: the slug of the safety condition that failed, a static string; else NULL
 * @insn: on refusal: the instruction at which it failed, or -1
 * @processed: instructions processed
 * @joins: states that were joined where paths meet; 0 if every path was walked
 * @peak_mem: most bytes that states took at one time
 */
struct ab_verify_out {
	struct ab_facts facts;
	const char *reason;
	int insn;
	u64 processed;
	u64 joins;
	u64 peak_mem;
};

/**
 * ab_verify() - prove a program safe
 * @in: the program
 * @out: result, filled on success and on refusal
 *
 * Context: may sleep; no locks needed.
 * Return: 0, or bpf(2)'s errno: -EINVAL (malformed), -EACCES (unsafe), -E2BIG (too complex),
 * -EPERM, -ENOMEM, -EAGAIN (stopped), -EOPNOTSUPP, -EFAULT (our own bug, with a log line).
 */
int __must_check ab_verify(const struct ab_verify_in *in, struct ab_verify_out *out);

#endif
