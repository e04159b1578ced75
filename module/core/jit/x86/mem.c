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

static void store_imm(struct ab_jit_work *work, u8 code, u8 base, s16 off, s32 imm)
{
	u32 width = ab_insn_width(code);
	u32 op = width == 1 ? 0xc6 : 0xc7;

	if (width == 8)
		op |= AB_XW;
	if (width == 2)
		op |= AB_X16;
	ab_x86_rm(work, op, 0, base, off);
	ab_x86_put(work, (u32)imm, width == 8 ? 4 : width);
}

void ab_x86_lower_mem(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	u8 dst = ab_x86_reg(insn->dst_reg);
	u8 src = ab_x86_reg(insn->src_reg);

	switch (AB_CLASS(insn->code)) {
	case AB_LDX:
		ab_x86_rm(work, load_op(insn->code), dst, src, insn->off);
		break;
	case AB_STX:
		ab_x86_rm(work, store_op(insn->code), src, dst, insn->off);
		break;
	default:
		store_imm(work, insn->code, dst, insn->off, insn->imm);
	}
}
