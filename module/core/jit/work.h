/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Between the driver (jit.c) and a target's folder: the state of one compilation and the four
 * functions that a target is. The driver walks functions and instructions and looks for a fixed
 * point of the jump sizes; the target writes bytes. A buffer of NULL counts, so laying out and
 * emitting run the same code. Proved by selftests/fuzz and selftests/conformance.
 */
#ifndef AB_CORE_JIT_WORK_H
#define AB_CORE_JIT_WORK_H

#include "core/jit/jit.h"

/* struct ab_jit_work.flags, one byte an instruction */
#define AB_JIT_JOINED 1 /* something jumps here, so it cannot be merged with what stands before */
#define AB_JIT_LOOP 2 /* something jumps back here: worth aligning */
#define AB_JIT_NEAR 4 /* this jump needs its long form */
#define AB_JIT_LIVE 8 /* reachable */

#define AB_MAY_GOTO_BUDGET 0x800000 /* may_goto falls through so often in one function's run */

/**
 * struct ab_jit_frame - what the function being compiled needs
 * @keeps_frame: it has a frame pointer
 * @saved: target's mask of callee-saved registers that it uses
 * @stack: bytes below the frame pointer
 * @budget: offset of may_goto's counter from the frame pointer, 0: none
 */
struct ab_jit_frame {
	bool keeps_frame;
	u32 saved;
	u32 stack;
	s32 budget;
};

/**
 * struct ab_jit_work - one compilation
 * @jit: the tables that callers see
 * @flags: AB_JIT_* for each instruction and one past the last
 * @jump_end: for each instruction that ends in a jump: the offset behind it, else 0
 * @has_tail_calls: some reachable instruction is a tail call
 * @frame: of the function in progress
 * @buf: where bytes go, NULL: count
 * @pos: bytes so far
 * @addr: where @buf will run
 * @err: first error
 */
struct ab_jit_work {
	struct ab_jit *jit;
	const struct ab_code *code;
	const struct ab_jit_env *env;
	u8 *flags;
	u32 *jump_end;
	bool has_tail_calls;
	struct ab_jit_frame frame;
	u8 *buf;
	u32 pos;
	u64 addr;
	int err;
};

/**
 * struct ab_jit_target - a machine
 * @can_take: 0 or -EOPNOTSUPP for one reachable instruction
 * @begin: alignment and prologue of a function; sets func_off (and tail_off for the main one)
 * @insn: one instruction; returns how many it took (it may merge some that nothing jumps to)
 * @pad: fill up to a loop's head
 * @fits: can a short jump span @distance bytes?
 */
struct ab_jit_target {
	int (*can_take)(const struct ab_jit_work *work, u32 i);
	void (*begin)(struct ab_jit_work *work, u32 subprog);
	u32 (*insn)(struct ab_jit_work *work, u32 i);
	void (*pad)(struct ab_jit_work *work);
	bool (*fits)(s64 distance);
};

/* Targets; the driver picks the one of the machine that it is built for. */
extern const struct ab_jit_target ab_jit_x86;

/* Is instruction @i live and free to be merged with the one before it? */
static inline bool ab_jit_can_merge(const struct ab_jit_work *work, u32 i)
{
	return i < work->code->insn_cnt &&
	       (work->flags[i] & (AB_JIT_LIVE | AB_JIT_JOINED)) == AB_JIT_LIVE;
}

/* Is @reg's value surely not wanted from instruction @i on? A short look ahead. */
bool ab_jit_is_dead(const struct ab_jit_work *work, u32 i, u8 reg);

/* Does this instruction jump (not: call, exit), and where to? */
bool ab_jit_is_jump(const struct altbpf_insn *insn);

/* Can jump @i be taken? Facts that say neither way is possible say nothing. */
static inline bool ab_jit_may_jump(const struct ab_jit_work *work, u32 i)
{
	const struct ab_insn_fact *fact = &work->code->facts->insn[i];

	return AB_OP(work->code->insns[i].code) == AB_JA || fact->taken || !fact->falls;
}

/* Can conditional jump @i fall through? */
static inline bool ab_jit_may_fall(const struct ab_jit_work *work, u32 i)
{
	const struct ab_insn_fact *fact = &work->code->facts->insn[i];

	return fact->falls || !fact->taken;
}

static inline u32 ab_jit_jump_target(const struct ab_jit_work *work, u32 i)
{
	return i + 1 + ab_insn_jump_off(&work->code->insns[i]);
}

#endif
