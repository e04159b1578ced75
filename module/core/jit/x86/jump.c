// SPDX-License-Identifier: GPL-2.0
/*
 * Jumps inside a program. The driver decides which are short; facts decide which never happen.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

static void put_distance(struct ab_jit_work *work, u32 i, bool near)
{
	u32 size = near ? 4 : 1;

	ab_x86_put(work, work->jit->insn_off[ab_jit_jump_target(work, i)] - (work->pos + size),
		   size);
	work->jump_end[i] = work->pos;
}

static void put_jcc(struct ab_jit_work *work, u32 i, enum ab_x86_cc cc)
{
	bool near = work->flags[i] & AB_JIT_NEAR;

	if (near)
		ab_x86_put(work, 0x800f | cc << 8, 2);
	else
		ab_x86_put1(work, 0x70 | cc);
	put_distance(work, i, near);
}

static void put_jmp(struct ab_jit_work *work, u32 i)
{
	bool near = work->flags[i] & AB_JIT_NEAR;

	if (ab_jit_jump_target(work, i) == i + 1)
		return;
	ab_x86_put1(work, near ? 0xe9 : 0xeb);
	put_distance(work, i, near);
}

static enum ab_x86_cc condition(u8 op)
{
	switch (op) {
	case AB_JEQ:
		return AB_CC_E;
	case AB_JGT:
		return AB_CC_A;
	case AB_JGE:
		return AB_CC_AE;
	case AB_JLT:
		return AB_CC_B;
	case AB_JLE:
		return AB_CC_BE;
	case AB_JSGT:
		return AB_CC_G;
	case AB_JSGE:
		return AB_CC_GE;
	case AB_JSLT:
		return AB_CC_L;
	case AB_JSLE:
		return AB_CC_LE;
	default: /* JNE, JSET */
		return AB_CC_NE;
	}
}

/* test dst, imm in its shortest form: the sign of @imm decides how much of dst can matter. */
static void put_test_imm(struct ab_jit_work *work, bool w, u8 dst, s32 imm)
{
	if (imm > 0 && imm <= 0x7f) {
		ab_x86_rr(work, AB_X8M | 0xf6, 0, dst);
		ab_x86_put1(work, imm);
		return;
	}
	ab_x86_rr(work, (w && imm < 0 ? AB_XW : 0) | 0xf7, 0, dst);
	ab_x86_put(work, (u32)imm, 4);
}

static void put_compare(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	bool w = AB_CLASS(insn->code) == AB_JMP;
	bool is_test = AB_OP(insn->code) == AB_JSET;
	u8 dst = ab_x86_reg(insn->dst_reg), src = ab_x86_reg(insn->src_reg);

	if (AB_SRC(insn->code) == AB_X) {
		if (is_test)
			ab_x86_test(work, w, dst, src);
		else
			ab_x86_alu(work, w, AB_X_CMP, dst, src);
	} else if (is_test) {
		put_test_imm(work, w, dst, insn->imm);
	} else if (!insn->imm) {
		ab_x86_test(work, w, dst, dst);
	} else {
		ab_x86_alu_imm(work, w, AB_X_CMP, dst, insn->imm);
	}
}

/* may_goto: jumps once the function's budget is used up. */
static void put_may_goto(struct ab_jit_work *work, u32 i)
{
	s32 slot = work->frame.budget;

	ab_x86_rm(work, AB_XW | 0x83, AB_X_CMP, AB_RBP, slot);
	ab_x86_put1(work, 0);
	put_jcc(work, i, AB_CC_E);
	ab_x86_rm(work, AB_XW | 0x83, AB_X_SUB, AB_RBP, slot);
	ab_x86_put1(work, 1);
}

void ab_x86_lower_jump(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];

	switch (AB_OP(insn->code)) {
	case AB_JA:
		put_jmp(work, i);
		return;
	case AB_JCOND:
		put_may_goto(work, i);
		return;
	}
	if (!ab_jit_may_jump(work, i))
		return;
	if (!ab_jit_may_fall(work, i)) {
		put_jmp(work, i);
		return;
	}
	if (ab_jit_jump_target(work, i) == i + 1)
		return;
	put_compare(work, insn);
	put_jcc(work, i, condition(AB_OP(insn->code)));
}
