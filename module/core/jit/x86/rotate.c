// SPDX-License-Identifier: GPL-2.0
/*
 * Rotates. BPF has none, so compilers write
 *
 *	t = s; t >>= m; [d = s;] d <<= k; d |= t	with k + m = 64 (or 32 in 32-bit registers)
 *
 * or with the directions swapped; without the second copy d is s itself. d becomes one rotate of
 * s, and t is computed only where it is still wanted.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

struct rotate {
	u8 class;
	u8 s;
	u8 t;
	u8 d;
	u8 t_op; /* AB_LSH or AB_RSH */
	u8 t_cnt;
	u32 len; /* instructions */
};

static bool is_copy(const struct altbpf_insn *insn, u8 class)
{
	return insn->code == (class | AB_MOV | AB_X) && !insn->off &&
	       insn->dst_reg != insn->src_reg;
}

static bool is_shift(const struct altbpf_insn *insn, u8 class, u8 reg, u8 op)
{
	u32 bits = class == AB_ALU64 ? 64 : 32;

	return insn->code == (class | op | AB_K) && insn->dst_reg == reg && insn->imm > 0 &&
	       (u32)insn->imm < bits;
}

/* Is the run of instructions at @i one? All of them must be there and free of joins. */
static bool match(const struct ab_jit_work *work, u32 i, struct rotate *rot)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u8 class = AB_CLASS(insn[0].code), other;
	u32 n = 0, cnt = 1;

	while (cnt < 5 && ab_jit_can_merge(work, i + cnt))
		cnt++;
	if (cnt < 4 || (class != AB_ALU && class != AB_ALU64) || !is_copy(&insn[n], class))
		return false;
	rot->class = class;
	rot->t = insn[n].dst_reg;
	rot->d = rot->s = insn[n].src_reg;
	n++;
	rot->t_op = AB_OP(insn[n].code);
	rot->t_cnt = insn[n].imm;
	if ((rot->t_op != AB_LSH && rot->t_op != AB_RSH) ||
	    !is_shift(&insn[n], class, rot->t, rot->t_op))
		return false;
	n++;
	if (cnt == 5 && is_copy(&insn[n], class) && insn[n].src_reg == rot->s &&
	    insn[n].dst_reg != rot->t)
		rot->d = insn[n++].dst_reg;
	other = rot->t_op == AB_LSH ? AB_RSH : AB_LSH;
	if (!is_shift(&insn[n], class, rot->d, other) ||
	    insn[n].imm + rot->t_cnt != (class == AB_ALU64 ? 64 : 32))
		return false;
	n++;
	rot->len = n + 1;
	return insn[n].code == (class | AB_OR | AB_X) && insn[n].dst_reg == rot->d &&
	       insn[n].src_reg == rot->t;
}

u32 ab_x86_fuse_rotate(struct ab_jit_work *work, u32 i)
{
	struct rotate rot;
	u8 s, t, d;
	bool w;

	if (!match(work, i, &rot))
		return 0;
	w = rot.class == AB_ALU64;
	s = ab_x86_reg(rot.s);
	t = ab_x86_reg(rot.t);
	d = ab_x86_reg(rot.d);
	if (!ab_jit_is_dead(work, i + rot.len, rot.t)) {
		ab_x86_mov(work, w, t, s);
		ab_x86_shift_imm(work, w, rot.t_op == AB_LSH ? AB_X_SHL : AB_X_SHR, t, rot.t_cnt);
	}
	if (d != s)
		ab_x86_mov(work, w, d, s);
	/* What t lost on one side is what comes in on the other. */
	ab_x86_shift_imm(work, w, rot.t_op == AB_LSH ? AB_X_ROL : AB_X_ROR, d, rot.t_cnt);
	return rot.len;
}
