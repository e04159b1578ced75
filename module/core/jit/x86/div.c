// SPDX-License-Identifier: GPL-2.0
/*
 * Division and modulo. The divide instruction works on rdx:rax and traps where BPF has defined
 * results (division by zero, most negative by -1), so those are branched around. Unsigned
 * division by a constant is a multiplication by its inverse (Granlund and Montgomery, "Division by
 * invariant integers using multiplication", 1994).
 */
#include <linux/kernel.h>
#include <linux/log2.h>
#include "core/jit/x86/lower.h"

struct division {
	bool w;
	bool is_signed;
	bool is_mod;
	u8 dst;
	u8 src; /* never rax or rdx */
};

/* dst = what BPF says of a divisor of zero. */
static void put_by_zero(struct ab_jit_work *work, const struct division *div)
{
	if (!div->is_mod)
		ab_x86_mov_imm(work, div->dst, 0);
	else
		ab_x86_mov(work, div->w, div->dst, div->dst);
}

/* dst = what BPF says of a divisor of -1. */
static void put_by_minus_one(struct ab_jit_work *work, const struct division *div)
{
	if (div->is_mod)
		ab_x86_mov_imm(work, div->dst, 0);
	else
		ab_x86_rr(work, (div->w ? AB_XW : 0) | 0xf7, 3, div->dst);
}

/* The divide instruction, with rax and rdx kept where they are not the destination. */
static void put_divide(struct ab_jit_work *work, const struct division *div)
{
	u32 size = div->w ? AB_XW : 0;
	u8 result = div->is_mod ? AB_RDX : AB_RAX;

	if (div->dst != AB_RAX) {
		ab_x86_mov(work, true, AB_X86_T1, AB_RAX);
		ab_x86_mov(work, div->w, AB_RAX, div->dst);
	}
	if (div->dst != AB_RDX)
		ab_x86_mov(work, true, AB_X86_T2, AB_RDX);
	if (div->is_signed)
		ab_x86_put(work, div->w ? 0x9948 : 0x99, div->w ? 2 : 1);
	else
		ab_x86_mov_imm(work, AB_RDX, 0);
	ab_x86_rr(work, size | 0xf7, div->is_signed ? 7 : 6, div->src);
	ab_x86_mov(work, true, div->dst, result);
	if (div->dst != AB_RAX)
		ab_x86_mov(work, true, AB_RAX, AB_X86_T1);
	if (div->dst != AB_RDX)
		ab_x86_mov(work, true, AB_RDX, AB_X86_T2);
}

static void divide_by_reg(struct ab_jit_work *work, struct division *div, u8 src)
{
	u32 zero, minus_one = 0, end, end2 = 0;

	if (src == AB_RAX || src == AB_RDX) {
		ab_x86_mov(work, true, AB_X86_T0, src);
		src = AB_X86_T0;
	}
	div->src = src;
	ab_x86_test(work, div->w, src, src);
	zero = ab_x86_skip_begin(work, AB_CC_E);
	if (div->is_signed) {
		ab_x86_alu_imm(work, div->w, AB_X_CMP, src, -1);
		minus_one = ab_x86_skip_begin(work, AB_CC_E);
	}
	put_divide(work, div);
	end = ab_x86_skip_always(work);
	if (div->is_signed) {
		ab_x86_skip_end(work, minus_one);
		put_by_minus_one(work, div);
		end2 = ab_x86_skip_always(work);
	}
	ab_x86_skip_end(work, zero);
	put_by_zero(work, div);
	ab_x86_skip_end(work, end);
	if (div->is_signed)
		ab_x86_skip_end(work, end2);
}

/**
 * struct inverse - a multiplier that divides:
 *	n / d = (n * (over * 2^bits + mult)) >> (bits + shift)
 * @over: the multiplier has one bit more than the machine's word
 */
struct inverse {
	u64 mult;
	u8 shift;
	bool over;
};

/*
 * The smallest multiplier floor(2^(bits + s) / d) + 1 whose error, d - 2^(bits + s) mod d, is at
 * most 2^s: then the quotient is exact for all n below 2^bits. 1 < d < 2^bits, d no power of two.
 */
static struct inverse find_inverse(u64 d, u32 bits)
{
	u64 top = bits == 64 ? 1ULL << 63 : 1ULL << (bits - 1);
	u64 mask = top | (top - 1);
	u64 quot = 0, rem = 1; /* of 2^k, k = 0 */
	struct inverse inv = { 0 };
	u32 k;

	for (k = 1; k <= bits + 63; k++) {
		bool carry = rem >> 63;

		inv.over = quot & top;
		quot = quot << 1 & mask;
		rem <<= 1;
		if (carry || rem >= d) {
			rem -= d;
			quot |= 1;
		}
		if (k < bits)
			continue;
		inv.shift = k - bits;
		inv.mult = quot + 1;
		if (d - rem <= 1ULL << inv.shift)
			break;
	}
	return inv;
}

/* T0 = high half of T0 * T1's 64 bits, or of the 32-bit ones shifted down. n is in T1. */
static void put_high_product(struct ab_jit_work *work, const struct division *div, u64 mult)
{
	if (!div->w) {
		ab_x86_mov_imm(work, AB_X86_T0, mult);
		ab_x86_rr(work, AB_XW | AB_X0F | 0xaf, AB_X86_T0, AB_X86_T1);
		return;
	}
	ab_x86_mov_imm(work, AB_X86_T0, mult);
	if (div->dst != AB_RDX) {
		ab_x86_mov(work, true, AB_X86_T2, AB_RDX);
		ab_x86_mov(work, true, AB_RDX, div->dst);
	}
	ab_x86_mulx(work, AB_X86_T0, AB_X86_T1, AB_X86_T0);
	if (div->dst != AB_RDX)
		ab_x86_mov(work, true, AB_RDX, AB_X86_T2);
}

/* T0 = n / d */
static void put_quotient(struct ab_jit_work *work, const struct division *div, u64 d)
{
	struct inverse inv = find_inverse(d, div->w ? 64 : 32);

	if (!div->w)
		ab_x86_mov(work, false, AB_X86_T1, div->dst);
	put_high_product(work, div, inv.mult);
	if (!div->w && (inv.over || !inv.shift))
		ab_x86_shift_imm(work, true, AB_X_SHR, AB_X86_T0, 32);
	else if (!div->w)
		ab_x86_shift_imm(work, true, AB_X_SHR, AB_X86_T0, 32 + inv.shift);
	else if (!inv.over && inv.shift)
		ab_x86_shift_imm(work, true, AB_X_SHR, AB_X86_T0, inv.shift);
	if (!inv.over)
		return;
	/* The multiplier's top bit: ((n - q) / 2 + q) >> (shift - 1), which cannot overflow. */
	ab_x86_mov(work, div->w, AB_X86_T1, div->dst);
	ab_x86_alu(work, div->w, AB_X_SUB, AB_X86_T1, AB_X86_T0);
	ab_x86_shift_imm(work, div->w, AB_X_SHR, AB_X86_T1, 1);
	ab_x86_alu(work, div->w, AB_X_ADD, AB_X86_T0, AB_X86_T1);
	if (inv.shift > 1)
		ab_x86_shift_imm(work, div->w, AB_X_SHR, AB_X86_T0, inv.shift - 1);
}

static void divide_by_inverse(struct ab_jit_work *work, const struct division *div, u64 d)
{
	put_quotient(work, div, d);
	if (!div->is_mod) {
		ab_x86_mov(work, true, div->dst, AB_X86_T0);
		return;
	}
	ab_x86_imul_imm(work, div->w, AB_X86_T0, AB_X86_T0, (s32)d);
	ab_x86_alu(work, div->w, AB_X_SUB, div->dst, AB_X86_T0);
}

static void divide_by_power(struct ab_jit_work *work, const struct division *div, u64 d)
{
	if (!div->is_mod) {
		if (d > 1)
			ab_x86_shift_imm(work, div->w, AB_X_SHR, div->dst, ilog2(d));
		else
			ab_x86_mov(work, div->w, div->dst, div->dst);
	} else if (d > 1) {
		ab_x86_alu_imm(work, false, AB_X_AND, div->dst, (s32)(d - 1));
	} else {
		ab_x86_mov_imm(work, div->dst, 0);
	}
}

static void divide_by_imm(struct ab_jit_work *work, struct division *div, s32 imm)
{
	u64 d = div->w ? (u64)(s64)imm : (u32)imm;

	if (!d) {
		put_by_zero(work, div);
	} else if (div->is_signed && imm == -1) {
		put_by_minus_one(work, div);
	} else if (!div->is_signed && is_power_of_2(d) && d <= 1U << 31) {
		divide_by_power(work, div, d);
	} else if (!div->is_signed && (div->w ? work->env->has_bmi2 && imm > 0 : true)) {
		divide_by_inverse(work, div, d);
	} else {
		ab_x86_mov_imm(work, AB_X86_T0, d);
		div->src = AB_X86_T0;
		put_divide(work, div);
	}
}

void ab_x86_lower_div(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	struct division div = {
		.w = AB_CLASS(insn->code) == AB_ALU64,
		.is_signed = insn->off == 1,
		.is_mod = AB_OP(insn->code) == AB_MOD,
		.dst = ab_x86_reg(insn->dst_reg),
	};

	if (AB_SRC(insn->code) == AB_K)
		divide_by_imm(work, &div, insn->imm);
	else
		divide_by_reg(work, &div, ab_x86_reg(insn->src_reg));
}
