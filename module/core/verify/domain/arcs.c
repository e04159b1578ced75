// SPDX-License-Identifier: GPL-2.0
/*
 * Two intervals on the circle of numbers: making, cutting, changing width. See arcs.h for the
 * picture. Used by scalar*.c; proved by selftests/unit/domain and selftests/prove.
 */
#include <linux/kernel.h>

#include "core/verify/domain/arcs.h"

static const struct ab_arc no_arc = { .min = 1, .max = 0 };

struct ab_arcs ab_arcs_none(void)
{
	return (struct ab_arcs){ .pos = no_arc, .neg = no_arc };
}

struct ab_arcs ab_arcs_full(u32 width)
{
	u64 sign = ab_arcs_sign(width);

	return (struct ab_arcs){ .pos = { 0, sign - 1 }, .neg = { sign, ab_arcs_mask(width) } };
}

struct ab_arcs ab_arcs_const(u32 width, u64 value)
{
	struct ab_arcs arcs = ab_arcs_none();

	ab_arcs_add(&arcs, width, value & ab_arcs_mask(width), value & ab_arcs_mask(width));
	return arcs;
}

/* Empty arcs have one form, so that equal sets are equal bytes. */
static struct ab_arc make_arc(u64 min, u64 max)
{
	return min > max ? no_arc : (struct ab_arc){ .min = min, .max = max };
}

static struct ab_arc meet_arc(struct ab_arc a, struct ab_arc b)
{
	if (ab_arc_empty(&a) || ab_arc_empty(&b))
		return no_arc;
	return make_arc(max(a.min, b.min), min(a.max, b.max));
}

/* Sound: in the lower half the signed order is the unsigned one, in the upper half as well. */
struct ab_arcs ab_arcs_from(u32 width, u64 umin, u64 umax, s64 smin, s64 smax)
{
	u64 mask = ab_arcs_mask(width), sign = ab_arcs_sign(width);
	struct ab_arcs arcs = ab_arcs_none();

	if (smax >= 0)
		arcs.pos = make_arc(max(umin, smin < 0 ? 0 : (u64)smin), min(umax, (u64)smax));
	if (smin < 0)
		arcs.neg = make_arc(max(max(umin, sign), (u64)smin & mask),
				    min(umax, smax < 0 ? (u64)smax & mask : mask));
	return arcs;
}

u64 ab_arcs_umin(const struct ab_arcs *arcs)
{
	return ab_arc_empty(&arcs->pos) ? arcs->neg.min : arcs->pos.min;
}

u64 ab_arcs_umax(const struct ab_arcs *arcs)
{
	return ab_arc_empty(&arcs->neg) ? arcs->pos.max : arcs->neg.max;
}

s64 ab_arcs_smin(const struct ab_arcs *arcs, u32 width)
{
	return ab_arcs_sext(width, ab_arc_empty(&arcs->neg) ? arcs->pos.min : arcs->neg.min);
}

s64 ab_arcs_smax(const struct ab_arcs *arcs, u32 width)
{
	return ab_arcs_sext(width, ab_arc_empty(&arcs->pos) ? arcs->neg.max : arcs->pos.max);
}

static void add_arc(struct ab_arc *arc, u64 min, u64 max)
{
	if (ab_arc_empty(arc)) {
		*arc = (struct ab_arc){ .min = min, .max = max };
		return;
	}
	arc->min = min(arc->min, min);
	arc->max = max(arc->max, max);
}

/* Sound: the walk visits every number of the circle piece, cut where a half ends. */
void ab_arcs_add_circle(struct ab_arcs *arcs, u32 width, u64 start, u64 span)
{
	u64 mask = ab_arcs_mask(width), sign = ab_arcs_sign(width);

	if (span >= mask) {
		*arcs = ab_arcs_full(width);
		return;
	}
	for (;;) {
		u64 rest;

		start &= mask;
		rest = (start | (sign - 1)) - start; /* up to the end of this half */
		add_arc(start & sign ? &arcs->neg : &arcs->pos, start, start + min(rest, span));
		if (span <= rest)
			return;
		span -= rest + 1;
		start += rest + 1;
	}
}

void ab_arcs_add(struct ab_arcs *arcs, u32 width, u64 min, u64 max)
{
	ab_arcs_add_circle(arcs, width, min, max - min);
}

/* Sound: each half apart, an intersection of intervals. */
struct ab_arcs ab_arcs_meet(struct ab_arcs a, struct ab_arcs b)
{
	return (struct ab_arcs){ .pos = meet_arc(a.pos, b.pos), .neg = meet_arc(a.neg, b.neg) };
}

static void narrow_arc(struct ab_arcs *out, u32 width, const struct ab_arc *arc)
{
	if (!ab_arc_empty(arc))
		ab_arcs_add_circle(out, width, arc->min, arc->max - arc->min);
}

/* Sound: numbers one apart stay one apart on the smaller circle. */
struct ab_arcs ab_arcs_narrow(const struct ab_arcs *arcs, u32 width)
{
	struct ab_arcs out = ab_arcs_none();

	narrow_arc(&out, width, &arcs->pos);
	narrow_arc(&out, width, &arcs->neg);
	return out;
}

/* Sound: the upper bits are zeros, or all equal to the sign, which is one in each half. */
struct ab_arcs ab_arcs_extend(const struct ab_arcs *arcs, u32 width, bool sign)
{
	struct ab_arcs out = *arcs;

	if (ab_arcs_empty(arcs) || width == 64)
		return out;
	if (!sign) {
		out.pos = make_arc(ab_arcs_umin(arcs), ab_arcs_umax(arcs));
		out.neg = no_arc;
	} else if (!ab_arc_empty(&arcs->neg)) {
		out.neg.min |= ~ab_arcs_mask(width);
		out.neg.max |= ~ab_arcs_mask(width);
	}
	return out;
}

static void fit_arc_bits(struct ab_arc *arc, struct ab_tnum bits)
{
	u64 min, max;

	if (ab_arc_empty(arc))
		return;
	if (!ab_tnum_next(bits, arc->min, &min) || !ab_tnum_prev(bits, arc->max, &max))
		*arc = no_arc;
	else
		*arc = make_arc(min, max);
}

/* Sound: no member of @bits lies before the first or behind the last that is found. */
void ab_arcs_fit_bits(struct ab_arcs *arcs, struct ab_tnum bits)
{
	fit_arc_bits(&arcs->pos, bits);
	fit_arc_bits(&arcs->neg, bits);
}

/* The smallest y >= @x whose low half is in @low. */
static bool next_low(const struct ab_arcs *low, u64 x, u64 *next)
{
	u64 part = (u32)x, upper = x - part;

	if (!ab_arc_empty(&low->pos) && part <= low->pos.max)
		*next = upper + max(part, low->pos.min);
	else if (!ab_arc_empty(&low->neg) && part <= low->neg.max)
		*next = upper + max(part, low->neg.min);
	else if (upper == ~0ULL << 32)
		return false;
	else
		*next = upper + (1ULL << 32) + ab_arcs_umin(low);
	return true;
}

/* The largest y <= @x whose low half is in @low. */
static bool prev_low(const struct ab_arcs *low, u64 x, u64 *prev)
{
	u64 part = (u32)x, upper = x - part;

	if (!ab_arc_empty(&low->neg) && part >= low->neg.min)
		*prev = upper + min(part, low->neg.max);
	else if (!ab_arc_empty(&low->pos) && part >= low->pos.min)
		*prev = upper + min(part, low->pos.max);
	else if (!upper)
		return false;
	else
		*prev = upper - (1ULL << 32) + ab_arcs_umax(low);
	return true;
}

static void fit_arc_low(struct ab_arc *arc, const struct ab_arcs *low)
{
	u64 min, max;

	if (ab_arc_empty(arc))
		return;
	if (!next_low(low, arc->min, &min) || !prev_low(low, arc->max, &max))
		*arc = no_arc;
	else
		*arc = make_arc(min, max);
}

/* Sound: as ab_arcs_fit_bits(), for members whose low half is in @low. */
void ab_arcs_fit_low(struct ab_arcs *arcs, const struct ab_arcs *low)
{
	fit_arc_low(&arcs->pos, low);
	fit_arc_low(&arcs->neg, low);
}

/* Sound: ab_tnum_range() of each half, joined. */
struct ab_tnum ab_arcs_bits(const struct ab_arcs *arcs)
{
	if (ab_arc_empty(&arcs->neg))
		return ab_tnum_range(arcs->pos.min, arcs->pos.max);
	if (ab_arc_empty(&arcs->pos))
		return ab_tnum_range(arcs->neg.min, arcs->neg.max);
	return ab_tnum_join(ab_tnum_range(arcs->pos.min, arcs->pos.max),
			    ab_tnum_range(arcs->neg.min, arcs->neg.max));
}
