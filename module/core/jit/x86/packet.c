// SPDX-License-Identifier: GPL-2.0
/*
 * The classic packet loads of socket filters: R6 is the context, the offset counts from the
 * packet's start, the value comes in host order. Out of the packet the function returns 0.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"
#include "core/spec/prog_type.h"

/* R0 = its lower @width bytes, swapped. */
static void put_swap(struct ab_jit_work *work, u32 width)
{
	if (width == 2) {
		ab_x86_rr(work, AB_X16 | 0xc1, AB_X_ROL, AB_RAX);
		ab_x86_put1(work, 8);
	} else if (width == 4) {
		ab_x86_put(work, 0xc80f, 2); /* bswap eax */
	}
}

/*
 * T2 = the offset as an unsigned 32-bit number: a negative one is larger than any packet, so one
 * comparison finds both ways out.
 */
static void put_offset(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	if (AB_MODE(insn->code) == AB_IND)
		ab_x86_lea(work, false, AB_X86_T2, ab_x86_reg(insn->src_reg), insn->imm);
	else
		ab_x86_mov_imm(work, AB_X86_T2, (u32)insn->imm);
}

void ab_x86_lower_packet(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	u32 width = ab_insn_width(insn->code), inside;

	put_offset(work, insn);
	ab_x86_rm(work, AB_XW | 0x8b, AB_X86_T0, AB_RBX, offsetof(struct ab_skb_ctx, data));
	ab_x86_rm(work, AB_XW | 0x8b, AB_X86_T1, AB_RBX, offsetof(struct ab_skb_ctx, data_end));
	ab_x86_alu(work, true, AB_X_SUB, AB_X86_T1, AB_X86_T0);
	ab_x86_lea(work, true, AB_RAX, AB_X86_T2, width);
	ab_x86_alu(work, true, AB_X_CMP, AB_RAX, AB_X86_T1);
	inside = ab_x86_skip_begin(work, AB_CC_BE);
	ab_x86_mov_imm(work, AB_RAX, 0);
	ab_x86_leave(work);
	ab_x86_ret(work);
	ab_x86_skip_end(work, inside);
	ab_x86_rmx(work,
		   width == 1	? AB_X0F | 0xb6
		   : width == 2 ? AB_X0F | 0xb7
				: 0x8b,
		   AB_RAX, AB_X86_T0, AB_X86_T2, 0, 0);
	put_swap(work, width);
}
