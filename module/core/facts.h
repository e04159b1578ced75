/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where verifier and engines meet: what is known of a program once it is proved safe, and the
 * form in which it goes to optimiser, JIT and interpreter. The verifier fills struct ab_facts,
 * the loader builds struct ab_code, the engines only read both.
 */
#ifndef AB_CORE_FACTS_H
#define AB_CORE_FACTS_H

#include "core/isa/isa.h"
#include "core/spec/map_desc.h"

/* What a load, store or atomic touches. One instruction touches one kind on all paths, else MIXED. */
enum ab_region {
	AB_REGION_NONE,
	AB_REGION_CTX,
	AB_REGION_STACK,
	AB_REGION_MAP_VALUE,
	AB_REGION_PACKET,
	AB_REGION_MEM, /* ring buffer records and other sized memory */
	AB_REGION_BTF, /* typed kernel memory: may fault */
	AB_REGION_MIXED,
};

/**
 * struct ab_insn_fact - what the verifier knows of one instruction
 * @reachable: some path executes it
 * @taken: a conditional jump that can be taken (0 and @falls 1: never taken)
 * @falls: a conditional jump that can fall through
 * @is_callback: a 64-bit immediate that is a callback's address
 * @region: enum ab_region of a memory access
 * @map: 1 + index of the one map that this instruction's map argument, map value or 64-bit
 *	immediate refers to on all paths, else 0
 * @has_key: helper call on @map whose key is the constant @key on all paths (array kinds)
 * @key: that constant
 * @subprog: index of the callee of a subprogram call or callback reference
 */
struct ab_insn_fact {
	u8 reachable : 1;
	u8 taken : 1;
	u8 falls : 1;
	u8 is_callback : 1;
	u8 has_key : 1;
	u8 region;
	u8 map;
	u16 subprog;
	u32 key;
};

/**
 * struct ab_subprog - one function of a program; subprogs[0] is the main one
 * @start: first instruction
 * @end: one past the last
 * @stack: bytes of stack that it uses, a multiple of 8, at most 512
 * @reachable: called on some path
 * @is_callback: entered by a helper (with the C calling convention)
 * @has_tail_call: contains a tail call that is reachable
 * @tail_call_below: itself or something it calls does
 * @has_call: calls anything (helper or subprogram)
 */
struct ab_subprog {
	u32 start;
	u32 end;
	u16 stack;
	u8 reachable : 1;
	u8 is_callback : 1;
	u8 has_tail_call : 1;
	u8 tail_call_below : 1;
	u8 has_call : 1;
};

/**
 * struct ab_facts - what is known of a whole program
 * @insn: one per instruction
 * @subprogs: in order of their start
 * @verified_insns: instructions that the verifier processed in all
 * @max_ctx_offset: one past the last context byte read
 * @max_packet_offset: one past the largest constant packet offset proved
 * @uses_run: some helper needs struct ab_run (cookie, func_ip, registers), or a tail call may bring one in
 * @uses_helper: bit per helper number that a reachable call uses
 * @changes_packet: some helper may move the packet
 */
struct ab_facts {
	struct ab_insn_fact *insn;
	u32 insn_cnt;
	struct ab_subprog *subprogs;
	u32 subprog_cnt;
	u32 verified_insns;
	u32 max_ctx_offset;
	u32 max_packet_offset;
	bool uses_run;
	bool changes_packet;
	u64 uses_helper[(ALTBPF_FUNC_CNT + 63) / 64];
};

/* Frees what an ab_facts points to; the struct itself stays the caller's. Safe on zeroes. */
void ab_facts_fini(struct ab_facts *facts);

/* A helper as engines call it. */
typedef u64 (*ab_helper_fn)(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);

/* A subprogram's address as the interpreter hands it to helpers, tagged with bit 0. */
struct ab_interp_func {
	const struct ab_code *code;
	u32 start;
};

/**
 * struct ab_code - a program in the form that engines run
 * @insns: the verified instructions with all 64-bit immediates resolved: src_reg is 0 and imm
 *	holds the run-time value, except PSEUDO_FUNC (imm: distance to the callee) which stays.
 *	Context accesses are lowered to the run-time context. Calls keep helper numbers.
 * @insn_cnt: how many
 * @facts: what the verifier knows; its insn and subprogs arrays are always there, also for programs that
 *	no verifier saw (ab_code_scan() makes those)
 * @maps: what facts' map indices mean
 * @map_cnt: how many
 * @helpers: native functions by helper number, NULL where there is none
 * @helper_cnt: entries of @helpers
 * @funcs: one a subprogram, for the interpreter's callbacks
 */
struct ab_code {
	struct altbpf_insn *insns;
	u32 insn_cnt;
	const struct ab_facts *facts;
	struct ab_map_desc *const *maps;
	u32 map_cnt;
	const ab_helper_fn *helpers;
	u32 helper_cnt;
	struct ab_interp_func *funcs;
};

#endif
