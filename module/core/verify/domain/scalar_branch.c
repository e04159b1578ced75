// SPDX-License-Identifier: GPL-2.0
/*
 * Comparisons of scalars: is the outcome certain, and what does an outcome tell about both sides?
 * All comparisons become one of EQ, NE, LT, LE (signed or not) and the bit test, on the range of
 * the width that is compared. Used by verify/; proved by selftests/unit/domain.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/verify/domain/parts.h"

enum relation {
	REL_EQ,
	REL_NE,
	REL_LT, /* unsigned */
	REL_LE,
	REL_SLT,
	REL_SLE,
	REL_SET, /* a & b != 0 */
	REL_CLEAR, /* a & b == 0 */
	REL_NONE,
};

/* What must hold of (a, b), or of (b, a) if @swapped, when a jump is taken. */
static enum relation relation_of(u8 op, bool *swapped)
{
	*swapped = op == AB_JGT || op == AB_JGE || op == AB_JSGT || op == AB_JSGE;
	switch (op) {
	case AB_JEQ:
		return REL_EQ;
	case AB_JNE:
		return REL_NE;
	case AB_JLT:
	case AB_JGT:
		return REL_LT;
	case AB_JLE:
	case AB_JGE:
		return REL_LE;
	case AB_JSLT:
	case AB_JSGT:
		return REL_SLT;
	case AB_JSLE:
	case AB_JSGE:
		return REL_SLE;
	case AB_JSET:
		return REL_SET;
	default:
		return REL_NONE;
	}
}

/* The opposite: !(a < b) is b <= a, so orders swap their sides. */
static enum relation negate(enum relation rel, bool *swapped)
{
	switch (rel) {
	case REL_EQ:
		return REL_NE;
	case REL_NE:
		return REL_EQ;
	case REL_SET:
		return REL_CLEAR;
	case REL_LT:
		*swapped = !*swapped;
		return REL_LE;
	case REL_LE:
		*swapped = !*swapped;
		return REL_LT;
	case REL_SLT:
		*swapped = !*swapped;
		return REL_SLE;
	case REL_SLE:
		*swapped = !*swapped;
		return REL_SLT;
	default:
		return REL_NONE;
	}
}

/* One side of a comparison at its width; cut to the low half for 32 bits. */
struct side {
	u32 width;
	struct ab_tnum bits;
	struct ab_arcs arcs;
};

static struct side side_of(const struct ab_scalar *s, bool is32)
{
	struct ab_parts parts = ab_parts_of(s);

	if (!is32)
		return (struct side){ .width = 64, .bits = parts.bits, .arcs = parts.all };
	return (struct side){ .width = 32, .bits = ab_tnum_cast(parts.bits, 4, false), .arcs = parts.low };
}

/* Sound: @side still holds every value of @s that has the outcome, so does its meet with @s. */
static bool apply_side(struct ab_scalar *s, const struct side *side)
{
	struct ab_parts parts = ab_parts_of(s), before = parts;
	struct ab_tnum bits = side->bits;

	if (side->width == 64) {
		parts.all = ab_arcs_meet(parts.all, side->arcs);
	} else {
		parts.low = ab_arcs_meet(parts.low, side->arcs);
		bits.mask |= ~ab_arcs_mask(32);
	}
	if (!ab_tnum_meet(parts.bits, bits, &parts.bits))
		return false;
	if (!memcmp(&parts, &before, sizeof(parts)))
		return true;
	if (!ab_parts_sync(&parts))
		return false;
	*s = ab_parts_scalar(&parts);
	return true;
}

static bool is_const(const struct side *x)
{
	return !x->bits.mask;
}

/* Sound: equal numbers are members of both sets. */
static bool refine_eq(struct side *a, struct side *b)
{
	if (!ab_tnum_meet(a->bits, b->bits, &a->bits))
		return false;
	a->arcs = ab_arcs_meet(a->arcs, b->arcs);
	*b = *a;
	return !ab_arcs_empty(&a->arcs);
}

static void drop_end(struct ab_arc *arc, u64 value)
{
	if (ab_arc_empty(arc))
		return;
	if (arc->min == arc->max && arc->min == value)
		*arc = (struct ab_arc){ .min = 1, .max = 0 };
	else if (arc->min == value)
		arc->min++;
	else if (arc->max == value)
		arc->max--;
}

/* Sound: only the one value that the other side has is taken away. */
static void refine_ne(struct side *a, const struct side *b)
{
	if (!is_const(b))
		return;
	drop_end(&a->arcs.pos, b->bits.value);
	drop_end(&a->arcs.neg, b->bits.value);
}

/* Sound: the smaller is at most (or below) the largest of the larger, and the other way round. */
static bool refine_less(struct side *a, struct side *b, bool is_signed, bool strict)
{
	u64 sign = ab_arcs_sign(a->width);
	u64 flip = is_signed ? sign : 0;
	u64 amin, bmax;

	/* with the sign bit flipped, the signed order is the unsigned one */
	if (is_signed) {
		amin = (u64)ab_arcs_smin(&a->arcs, a->width) & ab_arcs_mask(a->width);
		bmax = (u64)ab_arcs_smax(&b->arcs, b->width) & ab_arcs_mask(b->width);
	} else {
		amin = ab_arcs_umin(&a->arcs);
		bmax = ab_arcs_umax(&b->arcs);
	}
	amin ^= flip;
	bmax ^= flip;
	if (strict) {
		if (!bmax || amin == ab_arcs_mask(a->width))
			return false;
		bmax--;
		amin++;
	}
	bmax ^= flip;
	amin ^= flip;
	if (is_signed) {
		a->arcs = ab_arcs_meet(a->arcs, ab_arcs_from(a->width, 0, ab_arcs_mask(a->width),
			-(s64)(sign - 1) - 1, ab_arcs_sext(a->width, bmax)));
		b->arcs = ab_arcs_meet(b->arcs, ab_arcs_from(b->width, 0, ab_arcs_mask(b->width),
			ab_arcs_sext(b->width, amin), (s64)(sign - 1)));
	} else {
		a->arcs = ab_arcs_meet(a->arcs, ab_arcs_from(a->width, 0, bmax,
			-(s64)(sign - 1) - 1, (s64)(sign - 1)));
		b->arcs = ab_arcs_meet(b->arcs, ab_arcs_from(b->width, amin, ab_arcs_mask(b->width),
			-(s64)(sign - 1) - 1, (s64)(sign - 1)));
	}
	return !ab_arcs_empty(&a->arcs) && !ab_arcs_empty(&b->arcs);
}

/* Sound: with one bit that can be common, it is in both; the rest stays open. */
static bool refine_set(struct side *a, struct side *b)
{
	u64 both = ab_tnum_max(a->bits) & ab_tnum_max(b->bits);
	struct ab_tnum one;

	if (!both)
		return false;
	if (both & (both - 1))
		return true;
	one = ab_tnum_make(both, ~both);
	return ab_tnum_meet(a->bits, one, &a->bits) && ab_tnum_meet(b->bits, one, &b->bits);
}

/* Sound: where one side has a 1, the other has a 0. */
static bool refine_clear(struct side *a, struct side *b)
{
	u64 a_ones = a->bits.value;

	return ab_tnum_meet(a->bits, ab_tnum_make(0, ~b->bits.value), &a->bits) &&
	       ab_tnum_meet(b->bits, ab_tnum_make(0, ~a_ones), &b->bits);
}

static bool refine(enum relation rel, struct side *a, struct side *b)
{
	switch (rel) {
	case REL_EQ:
		return refine_eq(a, b);
	case REL_NE:
		refine_ne(a, b);
		refine_ne(b, a);
		return !ab_arcs_empty(&a->arcs) && !ab_arcs_empty(&b->arcs);
	case REL_LT:
		return refine_less(a, b, false, true);
	case REL_LE:
		return refine_less(a, b, false, false);
	case REL_SLT:
		return refine_less(a, b, true, true);
	case REL_SLE:
		return refine_less(a, b, true, false);
	case REL_SET:
		return refine_set(a, b);
	case REL_CLEAR:
		return refine_clear(a, b);
	default:
		return true;
	}
}

bool ab_scalar_refine(u8 op, bool is32, struct ab_scalar *a, struct ab_scalar *b, bool taken)
{
	struct side left = side_of(a, is32), right = side_of(b, is32);
	enum relation rel;
	bool swapped;

	rel = relation_of(op, &swapped);
	if (!taken)
		rel = negate(rel, &swapped);
	if (!(swapped ? refine(rel, &right, &left) : refine(rel, &left, &right)))
		return false;
	return apply_side(a, &left) && apply_side(b, &right);
}

static bool is_possible(enum relation rel, bool swapped, struct side a, struct side b)
{
	return swapped ? refine(rel, &b, &a) : refine(rel, &a, &b);
}

/* Sound: refining proves that no pair of values has the outcome; then the other one is certain. */
int ab_scalar_decide(u8 op, bool is32, const struct ab_scalar *a, const struct ab_scalar *b)
{
	struct side left = side_of(a, is32), right = side_of(b, is32);
	enum relation rel;
	bool swapped;

	rel = relation_of(op, &swapped);
	if (!is_possible(rel, swapped, left, right))
		return 0;
	rel = negate(rel, &swapped);
	if (!is_possible(rel, swapped, left, right))
		return 1;
	return -1;
}
