// SPDX-License-Identifier: GPL-2.0
/*
 * Neighbours that are one x86 instruction together. Only inside straight code: nothing may jump
 * between them. Each rule computes what its instructions compute one by one, in every register
 * that is still wanted.
 *
 * Addresses: "a = b; a += c; a += imm" is one lea, and a load or store through a that is the
 * last use of a takes base, index and displacement itself.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

#define MAX_ADDS 3

/* A sum that grew in register @a: base + index + disp. */
struct sum {
	u8 a; /* BPF register */
	u8 base; /* x86 registers */
	u8 index; /* AB_NOREG: none */
	s64 disp;
	u32 len;
	bool w;
};

static bool is_copy(const struct altbpf_insn *insn)
{
	return (insn->code == (AB_ALU64 | AB_MOV | AB_X) ||
		insn->code == (AB_ALU | AB_MOV | AB_X)) &&
	       !insn->off && insn->dst_reg != insn->src_reg;
}

/* Takes one more addition into the sum. */
static bool add_to(struct sum *sum, const struct altbpf_insn *insn)
{
	u8 class = sum->w ? AB_ALU64 : AB_ALU;

	if (insn->dst_reg != sum->a)
		return false;
	if (insn->code == (class | AB_ADD | AB_K) || insn->code == (class | AB_SUB | AB_K)) {
		s64 disp = sum->disp +
			   (AB_OP(insn->code) == AB_ADD ? (s64)insn->imm : -(s64)insn->imm);

		if (disp != (s32)disp)
			return false;
		sum->disp = disp;
		return true;
	}
	if (insn->code != (class | AB_ADD | AB_X) || insn->src_reg == sum->a ||
	    sum->index != AB_NOREG)
		return false;
	sum->index = ab_x86_reg(insn->src_reg);
	return true;
}

static void collect(const struct ab_jit_work *work, u32 i, struct sum *sum)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u32 n = 0;

	sum->w = AB_CLASS(insn->code) == AB_ALU64;
	sum->a = insn->dst_reg;
	sum->base = ab_x86_reg(sum->a);
	sum->index = AB_NOREG;
	sum->disp = 0;
	if (is_copy(insn)) {
		sum->base = ab_x86_reg(insn->src_reg);
		n = 1;
	}
	while (n <= MAX_ADDS && (!n || ab_jit_can_merge(work, i + n)) && add_to(sum, &insn[n]))
		n++;
	sum->len = n;
}

/* The register through which a plain load or store goes, or AB_REG_CNT. */
static u8 address_of(const struct altbpf_insn *insn)
{
	u8 mode = AB_MODE(insn->code);

	switch (AB_CLASS(insn->code)) {
	case AB_LDX:
		return mode == AB_MEM || mode == AB_MEMSX ? insn->src_reg : AB_REG_CNT;
	case AB_ST:
		return mode == AB_MEM ? insn->dst_reg : AB_REG_CNT;
	case AB_STX:
		/* what is stored must not be the address itself, which is no longer computed */
		return mode == AB_MEM && insn->src_reg != insn->dst_reg ? insn->dst_reg
									: AB_REG_CNT;
	default:
		return AB_REG_CNT;
	}
}

/* Is the instruction behind the sum an access through it, and its last use? */
static bool can_fold(const struct ab_jit_work *work, u32 i, const struct sum *sum)
{
	u32 at = i + sum->len;
	const struct altbpf_insn *insn;
	s64 disp;

	if (!sum->w || !ab_jit_can_merge(work, at))
		return false;
	insn = &work->code->insns[at];
	disp = sum->disp + insn->off;
	if (address_of(insn) != sum->a || disp != (s32)disp)
		return false;
	if (AB_CLASS(insn->code) == AB_LDX && insn->dst_reg == sum->a)
		return true;
	return ab_jit_is_dead(work, at + 1, sum->a);
}

static u32 fuse_sum(struct ab_jit_work *work, u32 i)
{
	struct sum sum;

	collect(work, i, &sum);
	if (!sum.len)
		return 0;
	if (can_fold(work, i, &sum)) {
		ab_x86_access(work, &work->code->insns[i + sum.len], sum.base, sum.index, sum.disp);
		return sum.len + 1;
	}
	if (sum.len < 2)
		return 0;
	if (sum.index != AB_NOREG)
		ab_x86_rmx(work, (sum.w ? AB_XW : 0) | 0x8d, ab_x86_reg(sum.a), sum.base, sum.index,
			   0, sum.disp);
	else
		ab_x86_lea(work, sum.w, ab_x86_reg(sum.a), sum.base, sum.disp);
	return sum.len;
}

static void put_extension(struct ab_jit_work *work, u32 bits, bool is_signed, u8 dst, u8 src)
{
	switch (bits) {
	case 8:
		ab_x86_rr(work, AB_X0F | AB_X8M | (is_signed ? AB_XW | 0xbe : 0xb6), dst, src);
		break;
	case 16:
		ab_x86_rr(work, AB_X0F | (is_signed ? AB_XW | 0xbf : 0xb7), dst, src);
		break;
	default:
		ab_x86_rr(work, is_signed ? AB_XW | 0x63 : 0x8b, dst, src);
	}
}

/* Are these two "a <<= k; a >>= k" with a k that leaves 8, 16 or 32 bits? */
static bool is_extension(const struct altbpf_insn *insn, u8 a)
{
	u8 op = AB_OP(insn[1].code);
	s32 k = insn[0].imm;

	if (insn[0].code != (AB_ALU64 | AB_LSH | AB_K) || insn[0].dst_reg != a)
		return false;
	if (insn[1].code != (AB_ALU64 | AB_K | op) || (op != AB_RSH && op != AB_ARSH))
		return false;
	return insn[1].dst_reg == a && insn[1].imm == k && (k == 32 || k == 48 || k == 56);
}

/* An extension by shifts, with a copy in front or without. */
static u32 fuse_extension(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u8 src = insn->dst_reg;
	u32 n = 0;

	if (insn->code == (AB_ALU64 | AB_MOV | AB_X) && !insn->off) {
		src = insn->src_reg;
		n = 1;
	}
	if ((n && !ab_jit_can_merge(work, i + n)) || !ab_jit_can_merge(work, i + n + 1) ||
	    !is_extension(&insn[n], insn->dst_reg))
		return 0;
	put_extension(work, 64 - insn[n].imm, AB_OP(insn[n + 1].code) == AB_ARSH,
		      ab_x86_reg(insn->dst_reg), ab_x86_reg(src));
	return n + 2;
}

/* "a = b; a OP= ..." where x86 has OP with three operands. */
static u32 fuse_copy(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u8 a = ab_x86_reg(insn->dst_reg), b = ab_x86_reg(insn->src_reg);
	bool w = AB_CLASS(insn->code) == AB_ALU64;
	u8 class = AB_CLASS(insn->code), op;

	if (!is_copy(insn) || !ab_jit_can_merge(work, i + 1) || AB_CLASS(insn[1].code) != class ||
	    insn[1].dst_reg != insn->dst_reg)
		return 0;
	op = AB_OP(insn[1].code);
	if (op == AB_AND && AB_SRC(insn[1].code) == AB_K &&
	    (insn[1].imm == 0xff || insn[1].imm == 0xffff)) {
		ab_x86_rr(work, AB_X0F | (insn[1].imm == 0xff ? AB_X8M | 0xb6 : 0xb7), a, b);
		return 2;
	}
	if ((op == AB_LSH || op == AB_RSH || op == AB_ARSH) && AB_SRC(insn[1].code) == AB_X &&
	    work->env->has_bmi2 && insn[1].src_reg != insn->dst_reg) {
		ab_x86_shx(work, w, ab_x86_shx_of(op), a, b, ab_x86_reg(insn[1].src_reg));
		return 2;
	}
	return 0;
}

u32 ab_x86_fuse(struct ab_jit_work *work, u32 i)
{
	u8 class = AB_CLASS(work->code->insns[i].code);
	u32 len;

	if (class != AB_ALU && class != AB_ALU64)
		return 0;
	len = ab_x86_fuse_rotate(work, i);
	if (!len)
		len = fuse_sum(work, i);
	if (!len)
		len = fuse_extension(work, i);
	if (!len)
		len = fuse_copy(work, i);
	return len;
}
