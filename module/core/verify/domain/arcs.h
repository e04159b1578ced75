/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Ranges of numbers of 8, 16, 32 or 64 bits, unsigned and signed at once. On the circle of all
 * numbers of a width there are two places where an order breaks: between 11..1 and 0 (unsigned)
 * and between 01..1 and 10..0 (signed). A set is held as one interval in each half, so neither
 * order ever breaks inside an interval:
 *
 *	 0 ------ pos ------ 01..1 | 10..0 ------ neg ------ 11..1 | (0 again)
 *
 * (umin, umax, smin, smax) and (pos, neg) say the same. Used inside the scalar domain only.
 */
#ifndef AB_CORE_VERIFY_DOMAIN_ARCS_H
#define AB_CORE_VERIFY_DOMAIN_ARCS_H

#include "core/verify/domain/tnum.h"

/* All of [min, max] as unsigned numbers; empty where min > max. */
struct ab_arc {
	u64 min;
	u64 max;
};

struct ab_arcs {
	struct ab_arc pos;
	struct ab_arc neg;
};

static inline u64 ab_arcs_mask(u32 width)
{
	return ~0ULL >> (64 - width);
}

static inline u64 ab_arcs_sign(u32 width)
{
	return 1ULL << (width - 1);
}

static inline s64 ab_arcs_sext(u32 width, u64 x)
{
	return (s64)(x << (64 - width)) >> (64 - width);
}

static inline bool ab_arc_empty(const struct ab_arc *arc)
{
	return arc->min > arc->max;
}

static inline bool ab_arcs_empty(const struct ab_arcs *arcs)
{
	return ab_arc_empty(&arcs->pos) && ab_arc_empty(&arcs->neg);
}

struct ab_arcs ab_arcs_none(void);
struct ab_arcs ab_arcs_full(u32 width);
struct ab_arcs ab_arcs_const(u32 width, u64 value);
/* Members of all of the four bounds. */
struct ab_arcs ab_arcs_from(u32 width, u64 umin, u64 umax, s64 smin, s64 smax);
u64 ab_arcs_umin(const struct ab_arcs *arcs);
u64 ab_arcs_umax(const struct ab_arcs *arcs);
s64 ab_arcs_smin(const struct ab_arcs *arcs, u32 width);
s64 ab_arcs_smax(const struct ab_arcs *arcs, u32 width);

/* Adds start, start + 1, ... start + span on the circle, as a hull in each half. */
void ab_arcs_add_circle(struct ab_arcs *arcs, u32 width, u64 start, u64 span);
/* Adds [min, max], min <= max. */
void ab_arcs_add(struct ab_arcs *arcs, u32 width, u64 min, u64 max);
struct ab_arcs ab_arcs_meet(struct ab_arcs a, struct ab_arcs b);
/* The low @width bits of the members. */
struct ab_arcs ab_arcs_narrow(const struct ab_arcs *arcs, u32 width);
/* Members of a narrower width as 64-bit numbers. */
struct ab_arcs ab_arcs_extend(const struct ab_arcs *arcs, u32 width, bool sign);
/* Cuts off ends that @bits excludes. */
void ab_arcs_fit_bits(struct ab_arcs *arcs, struct ab_tnum bits);
/* Cuts off ends of 64-bit arcs whose low 32 bits are not in @low. @low must not be empty. */
void ab_arcs_fit_low(struct ab_arcs *arcs, const struct ab_arcs *low);
/* Bits that all members agree in; @arcs must not be empty. */
struct ab_tnum ab_arcs_bits(const struct ab_arcs *arcs);

/* One ALU operation (codes as in ab_scalar_alu(); no AB_MOV, no AB_NEG); shift counts below @width. */
struct ab_arcs ab_arcs_alu(u8 op, u32 width, const struct ab_arcs *a, const struct ab_arcs *b);

#endif
