// SPDX-License-Identifier: GPL-2.0
/*
 * Arithmetic on ranges. Each operation is defined for one interval of a and one of b, neither of
 * which crosses the place where a sign changes; the result for whole sets is the hull over the
 * (at most four) pairs. Used by scalar_alu.c; proved by selftests/unit/domain (all intervals of four bits).
 */
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/overflow.h>

#include "core/verify/domain/arcs.h"
#include "core/verify/domain/scalar.h"

typedef void (*arc_op)(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b);

static bool is_neg(u32 width, const struct ab_arc *arc)
{
	return arc->min & ab_arcs_sign(width);
}

/* The absolute values of an arc's members as signed numbers. */
static struct ab_arc magnitudes(u32 width, const struct ab_arc *arc)
{
	u64 mask = ab_arcs_mask(width);

	if (!is_neg(width, arc))
		return *arc;
	return (struct ab_arc){ .min = -arc->max & mask, .max = -arc->min & mask };
}

/* Adds all of [min, max], or their negatives, modulo the width. */
static void add_signed(struct ab_arcs *out, u32 width, u64 min, u64 max, bool negative)
{
	ab_arcs_add_circle(out, width, negative ? -max : min, max - min);
}

/* Sound: distances add up; two halves together never make more than a full circle. */
static void arc_add(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	ab_arcs_add_circle(out, width, a->min + b->min, (a->max - a->min) + (b->max - b->min));
}

/* Sound: as the sum, from the smallest difference on. */
static void arc_sub(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	ab_arcs_add_circle(out, width, a->min - b->max, (a->max - a->min) + (b->max - b->min));
}

/* Sound: magnitudes multiply monotonically; signs are known; overflow beyond 64 bits gives up. */
static void arc_mul(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_arc x = magnitudes(width, a), y = magnitudes(width, b);
	u64 max;

	if (check_mul_overflow(x.max, y.max, &max))
		*out = ab_arcs_full(width);
	else
		add_signed(out, width, x.min * y.min, max, is_neg(width, a) != is_neg(width, b));
}

/* Sound: known bits of both intervals; and-ing never makes a number larger. */
static void arc_and(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_tnum t = ab_tnum_and(ab_tnum_range(a->min, a->max), ab_tnum_range(b->min, b->max));

	ab_arcs_add(out, width, t.value, min(ab_tnum_max(t), min(a->max, b->max)));
}

/* Sound: known bits of both intervals; or-ing never makes a number smaller. */
static void arc_or(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_tnum t = ab_tnum_or(ab_tnum_range(a->min, a->max), ab_tnum_range(b->min, b->max));

	ab_arcs_add(out, width, max(t.value, max(a->min, b->min)), ab_tnum_max(t));
}

/* Sound: known bits of both intervals. */
static void arc_xor(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_tnum t = ab_tnum_xor(ab_tnum_range(a->min, a->max), ab_tnum_range(b->min, b->max));

	ab_arcs_add(out, width, t.value, ab_tnum_max(t));
}

/* Sound: for each count the distance from the smallest is scaled; too long for the circle gives up. */
static void arc_lsh(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	u64 mask = ab_arcs_mask(width), span = a->max - a->min;
	u64 count;

	for (count = b->min; count <= b->max; count++) {
		if (span > mask >> count) {
			*out = ab_arcs_full(width);
			return;
		}
		ab_arcs_add_circle(out, width, a->min << count, span << count);
	}
}

/* Sound: grows with a, shrinks with the count. */
static void arc_rsh(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	ab_arcs_add(out, width, a->min >> b->max, a->max >> b->min);
}

/* Sound: as rsh for non-negative numbers; negative ones grow towards -1 with the count. */
static void arc_arsh(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	s64 min = ab_arcs_sext(width, a->min), max = ab_arcs_sext(width, a->max);
	u64 mask = ab_arcs_mask(width);

	if (!is_neg(width, a))
		arc_rsh(out, width, a, b);
	else
		ab_arcs_add(out, width, (min >> b->min) & mask, (max >> b->max) & mask);
}

/* Sound: grows with a, shrinks with b; b = 0 gives 0. */
static void arc_div(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	if (!b->min)
		ab_arcs_add(out, width, 0, 0);
	if (b->max)
		ab_arcs_add(out, width, div64_u64(a->min, b->max),
			    div64_u64(a->max, max(b->min, 1ULL)));
}

/*
 * Remainders of unsigned division by y > 0. Sound: below y.min nothing is taken away; within one
 * lap of a constant y the remainder grows with x; else it is below y and at most x.
 */
static struct ab_arc remainders(struct ab_arc x, struct ab_arc y)
{
	u64 lap;

	if (x.max < y.min)
		return x;
	lap = div64_u64(x.min, y.min);
	if (y.min == y.max && lap == div64_u64(x.max, y.min))
		return (struct ab_arc){ .min = x.min - lap * y.min, .max = x.max - lap * y.min };
	return (struct ab_arc){ .min = 0, .max = min(x.max, y.max - 1) };
}

/* Sound: as remainders(); b = 0 leaves a. */
static void arc_mod(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_arc y = { .min = max(b->min, 1ULL), .max = b->max }, r;

	if (!b->min)
		ab_arcs_add(out, width, a->min, a->max);
	if (ab_arc_empty(&y))
		return;
	r = remainders(*a, y);
	ab_arcs_add(out, width, r.min, r.max);
}

/* Sound: magnitudes divide as unsigned numbers; the quotient's sign is known; b = 0 gives 0. */
static void arc_sdiv(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_arc x = magnitudes(width, a), y = magnitudes(width, b);

	if (!y.min)
		ab_arcs_add(out, width, 0, 0);
	if (y.max)
		add_signed(out, width, div64_u64(x.min, y.max), div64_u64(x.max, max(y.min, 1ULL)),
			   is_neg(width, a) != is_neg(width, b));
}

/* Sound: the remainder of the magnitudes with the sign of a; b = 0 leaves a. */
static void arc_smod(struct ab_arcs *out, u32 width, const struct ab_arc *a, const struct ab_arc *b)
{
	struct ab_arc y = magnitudes(width, b), r;

	if (!y.min)
		ab_arcs_add(out, width, a->min, a->max);
	y.min = max(y.min, 1ULL);
	if (ab_arc_empty(&y))
		return;
	r = remainders(magnitudes(width, a), y);
	add_signed(out, width, r.min, r.max, is_neg(width, a));
}

static arc_op find_op(u8 op)
{
	switch (op) {
	case AB_ADD:
		return arc_add;
	case AB_SUB:
		return arc_sub;
	case AB_MUL:
		return arc_mul;
	case AB_AND:
		return arc_and;
	case AB_OR:
		return arc_or;
	case AB_XOR:
		return arc_xor;
	case AB_LSH:
		return arc_lsh;
	case AB_RSH:
		return arc_rsh;
	case AB_ARSH:
		return arc_arsh;
	case AB_DIV:
		return arc_div;
	case AB_MOD:
		return arc_mod;
	case AB_SDIV:
		return arc_sdiv;
	case AB_SMOD:
		return arc_smod;
	default:
		return NULL;
	}
}

/* Sound: every pair of members lies in one pair of intervals, whose results are all added. */
struct ab_arcs ab_arcs_alu(u8 op, u32 width, const struct ab_arcs *a, const struct ab_arcs *b)
{
	const struct ab_arc *x[2] = { &a->pos, &a->neg };
	const struct ab_arc *y[2] = { &b->pos, &b->neg };
	struct ab_arcs out = ab_arcs_none();
	arc_op apply = find_op(op);
	int i, j;

	if (!apply)
		return ab_arcs_full(width);
	for (i = 0; i < 2; i++)
		for (j = 0; j < 2; j++)
			if (!ab_arc_empty(x[i]) && !ab_arc_empty(y[j]))
				apply(&out, width, x[i], y[j]);
	return out;
}
