// SPDX-License-Identifier: GPL-2.0
/*
 * Arithmetic on scalars: every part of the result is computed from the same part of the operands
 * (bits from bits, ranges from ranges, the low half from the low halves), then the parts learn
 * from each other. Used by verify/; proved by selftests/unit/domain.
 */
#include <linux/kernel.h>
#include <linux/bits.h>
#include <linux/bitops.h>
#include <linux/math64.h>

#include "core/verify/domain/parts.h"

/* Quotient and remainder of magnitudes, with the signs that the ISA gives them. */
static u64 compute_signed(u8 op, u64 a, u64 b)
{
	u64 x = (s64)a < 0 ? -a : a, y = (s64)b < 0 ? -b : b;
	u64 lap = div64_u64(x, y);

	if (op == AB_SDIV)
		return (s64)(a ^ b) < 0 ? -lap : lap;
	return (s64)a < 0 ? -(x - lap * y) : x - lap * y;
}

/* What the engines compute with two numbers of @width bits; for signed ops they are sign-extended. */
static u64 compute(u8 op, u32 width, u64 a, u64 b)
{
	switch (op) {
	case AB_ADD:
		return a + b;
	case AB_SUB:
		return a - b;
	case AB_MUL:
		return a * b;
	case AB_AND:
		return a & b;
	case AB_OR:
		return a | b;
	case AB_XOR:
		return a ^ b;
	case AB_LSH:
		return a << (b & (width - 1));
	case AB_RSH:
		return a >> (b & (width - 1));
	case AB_ARSH:
		return (s64)a >> (b & (width - 1));
	case AB_DIV:
		return b ? div64_u64(a, b) : 0;
	case AB_MOD:
		return b ? a - div64_u64(a, b) * b : a;
	case AB_SDIV:
		return b ? compute_signed(op, a, b) : 0;
	default:
		return b ? compute_signed(op, a, b) : a;
	}
}

/* Sound: one number each, so the engines' own result; most instructions of a loop end here. */
static void alu_const(u8 op, u32 width, struct ab_scalar *dst, u64 a, u64 b)
{
	u64 mask = ab_arcs_mask(width);

	if (op == AB_ARSH || op == AB_SDIV || op == AB_SMOD) {
		a = ab_arcs_sext(width, a);
		b = ab_arcs_sext(width, b);
	} else {
		a &= mask;
		b &= mask;
	}
	*dst = ab_scalar_const(compute(op, width, a, b) & mask);
}

/* Sound: shifting by each count that is possible, joined. */
static struct ab_tnum shift_bits(u8 op, u32 width, struct ab_tnum a, const struct ab_parts *count)
{
	u64 last = ab_arcs_umax(&count->all);
	struct ab_tnum out = ab_tnum_unknown(), t;
	bool first = true;
	u64 n;

	for (n = ab_arcs_umin(&count->all); n <= last; n++) {
		if (!ab_tnum_contains(count->bits, n))
			continue;
		if (op == AB_LSH)
			t = ab_tnum_lsh(a, n);
		else if (op == AB_RSH)
			t = ab_tnum_rsh(a, n);
		else
			t = ab_tnum_arsh(a, n, width);
		out = first ? t : ab_tnum_join(out, t);
		first = false;
	}
	return out;
}

/* Sound: divisions know bits only through the ranges; the others have an operation of their own. */
static struct ab_tnum alu_bits(u8 op, u32 width, struct ab_tnum a, const struct ab_parts *b)
{
	switch (op) {
	case AB_ADD:
		return ab_tnum_add(a, b->bits);
	case AB_SUB:
		return ab_tnum_sub(a, b->bits);
	case AB_MUL:
		return ab_tnum_mul(a, b->bits);
	case AB_AND:
		return ab_tnum_and(a, b->bits);
	case AB_OR:
		return ab_tnum_or(a, b->bits);
	case AB_XOR:
		return ab_tnum_xor(a, b->bits);
	case AB_LSH:
	case AB_RSH:
	case AB_ARSH:
		return shift_bits(op, width, a, b);
	default:
		return ab_tnum_unknown();
	}
}

/* Does the low half of the result only depend on the low halves of the operands? */
static bool low_is_closed(u8 op, const struct ab_parts *b)
{
	switch (op) {
	case AB_ADD:
	case AB_SUB:
	case AB_MUL:
	case AB_AND:
	case AB_OR:
	case AB_XOR:
		return true;
	case AB_LSH:
		return ab_arcs_umax(&b->all) < 32;
	default:
		return false;
	}
}

/* Sound: each part on its own; where the low half depends on more it is left to the sync. */
static struct ab_scalar alu64(u8 op, const struct ab_parts *a, const struct ab_parts *b)
{
	struct ab_parts out = {
		.bits = alu_bits(op, 64, a->bits, b),
		.all = ab_arcs_alu(op, 64, &a->all, &b->all),
		.low = ab_arcs_full(32),
	};
	struct ab_arcs low;

	if (low_is_closed(op, b))
		out.low = ab_arcs_alu(op, 32, &a->low, &b->low);
	if (op == AB_LSH && ab_arcs_umin(&b->all) >= 32) {
		/* the upper half is shifted out, so the low one may be taken as any 64-bit number */
		low = ab_arcs_extend(&a->low, 32, true);
		low = ab_arcs_alu(op, 64, &low, &b->all);
		out.all = ab_arcs_meet(out.all, low);
	}
	return ab_parts_scalar(&out);
}

/* Sound: the operation on the low halves, extended by zeros. */
static struct ab_scalar alu32(u8 op, const struct ab_parts *a, const struct ab_parts *b)
{
	struct ab_arcs low = ab_arcs_alu(op, 32, &a->low, &b->low);
	struct ab_parts out = {
		.bits = ab_tnum_cast(alu_bits(op, 32, a->bits, b), 4, false),
		.all = ab_arcs_extend(&low, 32, false),
		.low = low,
	};

	return ab_parts_scalar(&out);
}

static struct ab_parts cut32(const struct ab_scalar *s)
{
	struct ab_scalar cut = *s;

	ab_scalar_trunc(&cut, 4, false);
	return ab_parts_of(&cut);
}

static bool is_shift(u8 op)
{
	return op == AB_LSH || op == AB_RSH || op == AB_ARSH;
}

/* Sound: and-ing with width - 1 is what the engines do with a count. */
static struct ab_parts shift_count(u32 width, const struct ab_parts *b)
{
	struct ab_parts mask = ab_parts_unknown();
	struct ab_scalar count;

	mask.bits = ab_tnum_const(width - 1);
	mask.all = ab_arcs_const(64, width - 1);
	mask.low = ab_arcs_const(32, width - 1);
	count = alu64(AB_AND, b, &mask);
	return ab_parts_of(&count);
}

/*
 * Sound: unsigned division and modulo by a constant power of two are a shift and a mask, which
 * also know single bits. @value is the constant divisor, @b becomes the operand of the new op.
 */
static u8 simplify(u8 op, u32 width, u64 value, struct ab_parts *b)
{
	struct ab_scalar operand;

	if (!value || (value & (value - 1)) || (op != AB_DIV && op != AB_MOD))
		return op;
	operand = ab_scalar_const(op == AB_DIV ? fls64(value) - 1 : value - 1);
	*b = ab_parts_of(&operand);
	return op == AB_DIV ? AB_RSH : AB_AND;
}

/* Sound: x - x and x ^ x are 0; x & x and x | x are x. True of one number only, not of one range. */
static bool alu_same(u8 op, bool is32, struct ab_scalar *s)
{
	switch (op) {
	case AB_SUB:
	case AB_XOR:
		*s = ab_scalar_const(0);
		return true;
	case AB_AND:
	case AB_OR:
		if (is32)
			ab_scalar_trunc(s, 4, false);
		return true;
	default:
		return false;
	}
}

static bool is_known(const struct ab_scalar *s, bool is32)
{
	return is32 ? ab_scalar_is_const32(s) : ab_scalar_is_const(s);
}

/* Sound: AB_NEG is 0 - x; all others are defined on the (cut) operands. */
void ab_scalar_alu(u8 op, bool is32, struct ab_scalar *dst, const struct ab_scalar *src)
{
	u32 width = is32 ? 32 : 64;
	struct ab_scalar operand;
	struct ab_parts a, b;

	if (op == AB_NEG) {
		operand = *dst;
		src = &operand;
		*dst = ab_scalar_const(0);
		op = AB_SUB;
	}
	if (dst == src && alu_same(op, is32, dst))
		return;
	if (op == AB_MOV) {
		*dst = *src;
		if (is32)
			ab_scalar_trunc(dst, 4, false);
		return;
	}
	if (is_known(dst, is32) && is_known(src, is32)) {
		alu_const(op, width, dst, dst->bits.value, src->bits.value);
		return;
	}
	a = is32 ? cut32(dst) : ab_parts_of(dst);
	b = is32 ? cut32(src) : ab_parts_of(src);
	if (ab_tnum_is_const(b.bits))
		op = simplify(op, width, b.bits.value, &b);
	if (is_shift(op))
		b = shift_count(width, &b);
	*dst = is32 ? alu32(op, &a, &b) : alu64(op, &a, &b);
}
