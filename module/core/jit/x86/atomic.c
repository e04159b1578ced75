// SPDX-License-Identifier: GPL-2.0
/*
 * Atomics. x86 orders plain loads and stores enough for load-acquire and store-release. Only add
 * has a fetching form; the others become a cmpxchg loop when their old value is wanted.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

static enum ab_x86_alu alu_of(s32 imm)
{
	switch (imm & ~AB_FETCH) {
	case AB_OR:
		return AB_X_OR;
	case AB_AND:
		return AB_X_AND;
	case AB_XOR:
		return AB_X_XOR;
	default:
		return AB_X_ADD;
	}
}

/*
 * src = old *(dst + off), which becomes old OP src:
 *
 *	mov T1, src; mov T0, rax
 *	mov rax, [mem]
 * again:	mov T2, rax; OP T2, T1; lock cmpxchg [mem], T2; jne again
 *	mov src, rax; mov rax, T0 (unless src is rax)
 *
 * A base of rax moves to T0 with it.
 */
static void put_fetch_loop(struct ab_jit_work *work, const struct altbpf_insn *insn, bool w)
{
	u32 size = w ? AB_XW : 0;
	u8 base = ab_x86_reg(insn->dst_reg), src = ab_x86_reg(insn->src_reg);
	u32 again;

	ab_x86_mov(work, true, AB_X86_T1, src);
	ab_x86_mov(work, true, AB_X86_T0, AB_RAX);
	if (base == AB_RAX)
		base = AB_X86_T0;
	ab_x86_rm(work, size | 0x8b, AB_RAX, base, insn->off);
	again = work->pos;
	ab_x86_mov(work, true, AB_X86_T2, AB_RAX);
	ab_x86_alu(work, w, alu_of(insn->imm), AB_X86_T2, AB_X86_T1);
	ab_x86_rm(work, AB_XLOCK | size | AB_X0F | 0xb1, AB_X86_T2, base, insn->off);
	ab_x86_put1(work, 0x70 | AB_CC_NE);
	ab_x86_put1(work, again - (work->pos + 1));
	if (src == AB_RAX)
		return;
	ab_x86_mov(work, w, src, AB_RAX);
	ab_x86_mov(work, true, AB_RAX, AB_X86_T0);
}

static void put_load_acquire(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	struct altbpf_insn load = *insn;

	load.code = AB_LDX | AB_MEM | AB_SIZE(insn->code);
	ab_x86_lower_mem(work, &load);
}

static void put_store_release(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	struct altbpf_insn store = *insn;

	store.code = AB_STX | AB_MEM | AB_SIZE(insn->code);
	ab_x86_lower_mem(work, &store);
}

void ab_x86_lower_atomic(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	bool w = AB_SIZE(insn->code) == AB_DW;
	u32 size = w ? AB_XW : 0;
	u8 base = ab_x86_reg(insn->dst_reg), src = ab_x86_reg(insn->src_reg);

	switch (insn->imm) {
	case AB_LOAD_ACQ:
		put_load_acquire(work, insn);
		break;
	case AB_STORE_REL:
		put_store_release(work, insn);
		break;
	case AB_XCHG:
		ab_x86_rm(work, size | 0x87, src, base, insn->off);
		break;
	case AB_CMPXCHG:
		ab_x86_rm(work, AB_XLOCK | size | AB_X0F | 0xb1, src, base, insn->off);
		if (!w)
			ab_x86_mov(work, false, AB_RAX, AB_RAX);
		break;
	case AB_ADD | AB_FETCH:
		ab_x86_rm(work, AB_XLOCK | size | AB_X0F | 0xc1, src, base, insn->off);
		break;
	case AB_ADD:
	case AB_OR:
	case AB_AND:
	case AB_XOR:
		ab_x86_rm(work, AB_XLOCK | size | (alu_of(insn->imm) * 8 + 1), src, base,
			  insn->off);
		break;
	default:
		put_fetch_loop(work, insn, w);
	}
}
