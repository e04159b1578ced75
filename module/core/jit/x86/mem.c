// SPDX-License-Identifier: GPL-2.0
/*
 * Loads and stores. BPF's base + 16-bit offset is one memory operand here.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

/* Zero-extending loads by AB_SIZE, then sign-extending ones. */
static u32 load_op(u8 code)
{
	bool sx = AB_MODE(code) == AB_MEMSX;

	switch (AB_SIZE(code)) {
	case AB_B:
		return AB_X0F | (sx ? AB_XW | 0xbe : 0xb6);
	case AB_H:
		return AB_X0F | (sx ? AB_XW | 0xbf : 0xb7);
	case AB_W:
		return sx ? AB_XW | 0x63 : 0x8b;
	default:
		return AB_XW | 0x8b;
	}
}

static u32 store_op(u8 code)
{
	switch (AB_SIZE(code)) {
	case AB_B:
		return AB_X8R | 0x88;
	case AB_H:
		return AB_X16 | 0x89;
	case AB_W:
		return 0x89;
	default:
		return AB_XW | 0x89;
	}
}

static void put_access(struct ab_jit_work *work, u32 op, u8 reg, u8 base, u8 index, s32 disp)
{
	if (index == AB_NOREG)
		ab_x86_rm(work, op, reg, base, disp);
	else
		ab_x86_rmx(work, op, reg, base, index, 0, disp);
}

static void store_imm(struct ab_jit_work *work, const struct altbpf_insn *insn, u8 base, u8 index,
		      s32 disp)
{
	u32 width = ab_insn_width(insn->code);
	u32 op = width == 1 ? 0xc6 : 0xc7;

	if (width == 8)
		op |= AB_XW;
	if (width == 2)
		op |= AB_X16;
	put_access(work, op, 0, base, index, disp);
	ab_x86_put(work, (u32)insn->imm, width == 8 ? 4 : width);
}

void ab_x86_access(struct ab_jit_work *work, const struct altbpf_insn *insn, u8 base, u8 index,
		   s64 disp)
{
	s32 at = disp + insn->off;

	switch (AB_CLASS(insn->code)) {
	case AB_LDX:
		put_access(work, load_op(insn->code), ab_x86_reg(insn->dst_reg), base, index, at);
		break;
	case AB_STX:
		put_access(work, store_op(insn->code), ab_x86_reg(insn->src_reg), base, index, at);
		break;
	default:
		store_imm(work, insn, base, index, at);
	}
}

void ab_x86_lower_mem(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	u8 base = ab_x86_reg(AB_CLASS(insn->code) == AB_LDX ? insn->src_reg : insn->dst_reg);

	ab_x86_access(work, insn, base, AB_NOREG, 0);
}
