// SPDX-License-Identifier: GPL-2.0
/*
 * Is a register's value still wanted? A short look ahead for targets that merge instructions, for
 * work.h: bounded, and in doubt it is.
 */
#include <linux/kernel.h>
#include "core/jit/work.h"

#define LOOK_AHEAD 48 /* instructions on all paths together */

enum use {
	USE_NONE,
	USE_READ,
	USE_WRITTEN, /* and not read */
	USE_UNKNOWN,
};

static enum use use_of_alu(const struct altbpf_insn *insn, u8 reg)
{
	bool is_mov = AB_OP(insn->code) == AB_MOV;
	bool has_src = AB_SRC(insn->code) == AB_X && AB_OP(insn->code) != AB_END;

	if (has_src && insn->src_reg == reg)
		return USE_READ;
	if (insn->dst_reg != reg)
		return USE_NONE;
	return is_mov ? USE_WRITTEN : USE_READ;
}

static enum use use_of_mem(const struct altbpf_insn *insn, u8 reg)
{
	switch (AB_CLASS(insn->code)) {
	case AB_LDX:
		if (insn->src_reg == reg)
			return USE_READ;
		return insn->dst_reg == reg ? USE_WRITTEN : USE_NONE;
	case AB_ST:
		return insn->dst_reg == reg ? USE_READ : USE_NONE;
	default:
		if (AB_MODE(insn->code) == AB_ATOMIC && reg == 0)
			return USE_UNKNOWN;
		return insn->dst_reg == reg || insn->src_reg == reg ? USE_READ : USE_NONE;
	}
}

static enum use use_of(const struct altbpf_insn *insn, u8 reg)
{
	switch (AB_CLASS(insn->code)) {
	case AB_ALU:
	case AB_ALU64:
		return use_of_alu(insn, reg);
	case AB_LDX:
	case AB_ST:
	case AB_STX:
		return use_of_mem(insn, reg);
	case AB_LD:
		if (!ab_insn_is_ld_imm64(insn))
			return USE_UNKNOWN;
		return insn->dst_reg == reg ? USE_WRITTEN : USE_NONE;
	default:
		if (insn->code == AB_EXIT_CODE)
			/* what is callee-saved comes back from the stack */
			return reg ? USE_WRITTEN : USE_READ;
		if (!ab_jit_is_jump(insn))
			return USE_UNKNOWN;
		if (AB_OP(insn->code) == AB_JA || AB_OP(insn->code) == AB_JCOND)
			return USE_NONE;
		if (AB_SRC(insn->code) == AB_X && insn->src_reg == reg)
			return USE_READ;
		return insn->dst_reg == reg ? USE_READ : USE_NONE;
	}
}

static bool is_dead(const struct ab_jit_work *work, u32 i, u8 reg, u32 *budget, u32 depth)
{
	while (i < work->code->insn_cnt && (work->flags[i] & AB_JIT_LIVE)) {
		const struct altbpf_insn *insn = &work->code->insns[i];
		enum use use = use_of(insn, reg);

		if (use != USE_NONE)
			return use == USE_WRITTEN;
		if (!*budget)
			return false;
		--*budget;
		if (insn->code == (AB_JMP | AB_JA) || insn->code == (AB_JMP32 | AB_JA)) {
			i = ab_jit_jump_target(work, i);
			continue;
		}
		if (ab_jit_is_jump(insn) && ab_jit_may_jump(work, i)) {
			/* Both ways; the nesting is bounded so that the kernel's stack is. */
			if (!depth ||
			    !is_dead(work, ab_jit_jump_target(work, i), reg, budget, depth - 1))
				return false;
			if (!ab_jit_may_fall(work, i))
				return true;
		}
		i += ab_insn_is_ld_imm64(insn) ? 2 : 1;
	}
	return false;
}

bool ab_jit_is_dead(const struct ab_jit_work *work, u32 i, u8 reg)
{
	u32 budget = LOOK_AHEAD;

	return is_dead(work, i, reg, &budget, 3);
}
