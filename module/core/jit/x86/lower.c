// SPDX-License-Identifier: GPL-2.0
/*
 * The x86-64 target: what it takes, and which family of functions lowers an instruction.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include "core/isa/check.h"
#include "core/jit/x86/lower.h"

#define LOOP_ALIGN 16

static bool has_callee(const struct ab_jit_work *work, u32 i)
{
	const struct ab_facts *facts = work->code->facts;
	u32 start = i + 1 + work->code->insns[i].imm;
	u32 s;

	for (s = 0; s < facts->subprog_cnt; s++)
		if (facts->subprogs[s].start == start)
			return true;
	return false;
}

static bool can_call(const struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];

	if (ab_insn_is_subprog_call(insn))
		return has_callee(work, i);
	if (!ab_insn_is_helper_call(insn))
		return false;
	if (insn->imm == ALTBPF_FUNC_tail_call)
		return true;
	return (u32)insn->imm < work->code->helper_cnt && work->code->helpers[insn->imm];
}

static int can_take(const struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_UNKNOWN:
		return -EOPNOTSUPP;
	case AB_FORM_CALL:
		return can_call(work, i) ? 0 : -EOPNOTSUPP;
	default:
		break;
	}
	if (ab_insn_is_ld_imm64(insn)) {
		if (ab_insn_is_callback_ref(insn))
			return has_callee(work, i) ? 0 : -EOPNOTSUPP;
		return insn->src_reg ? -EOPNOTSUPP : 0;
	}
	/* These may fault; there is no table of fixups. */
	if (work->code->facts->insn[i].region == AB_REGION_BTF)
		return -EOPNOTSUPP;
	return 0;
}

static u32 lower_ld(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];

	if (!ab_insn_is_ld_imm64(insn)) {
		ab_x86_lower_packet(work, insn);
		return 1;
	}
	if (ab_insn_is_callback_ref(insn))
		ab_x86_lower_callback_ref(work, i);
	else
		ab_x86_mov_imm(work, ab_x86_reg(insn->dst_reg), ab_insn_imm64(insn));
	return 2;
}

static void lower_jump_class(struct ab_jit_work *work, u32 i)
{
	switch (AB_OP(work->code->insns[i].code)) {
	case AB_CALL:
		ab_x86_lower_call(work, i);
		break;
	case AB_EXIT:
		ab_x86_leave(work);
		ab_x86_ret(work);
		break;
	default:
		ab_x86_lower_jump(work, i);
	}
}

static u32 lower(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u32 taken = ab_x86_fuse(work, i);

	if (taken)
		return taken;
	switch (AB_CLASS(insn->code)) {
	case AB_LD:
		return lower_ld(work, i);
	case AB_ALU:
	case AB_ALU64:
		ab_x86_lower_alu(work, insn);
		break;
	case AB_JMP:
	case AB_JMP32:
		lower_jump_class(work, i);
		break;
	default:
		if (AB_CLASS(insn->code) == AB_STX && AB_MODE(insn->code) == AB_ATOMIC)
			ab_x86_lower_atomic(work, insn);
		else
			ab_x86_lower_mem(work, insn);
	}
	return 1;
}

static void pad(struct ab_jit_work *work)
{
	ab_x86_nops(work, -work->pos & (LOOP_ALIGN - 1));
}

static bool fits(s64 distance)
{
	return ab_x86_is_s8(distance);
}

const struct ab_jit_target ab_jit_x86 = {
	.can_take = can_take,
	.begin = ab_x86_begin,
	.insn = lower,
	.pad = pad,
	.fits = fits,
};
