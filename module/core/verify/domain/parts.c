// SPDX-License-Identifier: GPL-2.0
/*
 * Exchange of knowledge between known bits, 64-bit and 32-bit ranges: each part cuts from the
 * others what it excludes, until nothing moves. Used by scalar*.c after every operation; proved by
 * selftests/unit/domain.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/verify/domain/parts.h"

/* The exchange nearly always ends after two rounds; where it does not, stopping is sound. */
#define MAX_ROUNDS 4

#define LOW_MASK 0xffffffffULL

struct ab_parts ab_parts_of(const struct ab_scalar *s)
{
	return (struct ab_parts){
		.bits = s->bits,
		.all = ab_arcs_from(64, s->umin, s->umax, s->smin, s->smax),
		.low = ab_arcs_from(32, s->u32_min, s->u32_max, s->s32_min, s->s32_max),
	};
}

struct ab_parts ab_parts_unknown(void)
{
	return (struct ab_parts){
		.bits = ab_tnum_unknown(),
		.all = ab_arcs_full(64),
		.low = ab_arcs_full(32),
	};
}

/*
 * Sound: every step is a meet of sets that all hold the number. Ranges give known bits (leading
 * ones and zeros of both ends), bits and low half cut the ends of the ranges, and the whole range
 * gives the low one where it is shorter than a turn of the 32-bit circle.
 */
static bool exchange(struct ab_parts *parts)
{
	struct ab_arcs narrow;
	struct ab_tnum low;

	ab_arcs_fit_low(&parts->all, &parts->low);
	ab_arcs_fit_bits(&parts->all, parts->bits);
	if (ab_arcs_empty(&parts->all))
		return false;

	narrow = ab_arcs_narrow(&parts->all, 32);
	parts->low = ab_arcs_meet(parts->low, narrow);
	ab_arcs_fit_bits(&parts->low, ab_tnum_make(parts->bits.value & LOW_MASK, parts->bits.mask & LOW_MASK));
	if (ab_arcs_empty(&parts->low))
		return false;

	low = ab_arcs_bits(&parts->low);
	low.mask |= ~LOW_MASK;
	return ab_tnum_meet(parts->bits, ab_arcs_bits(&parts->all), &parts->bits) &&
	       ab_tnum_meet(parts->bits, low, &parts->bits);
}

bool ab_parts_sync(struct ab_parts *parts)
{
	struct ab_parts before;
	int round;

	if (ab_arcs_empty(&parts->all) || ab_arcs_empty(&parts->low))
		return false;
	for (round = 0; round < MAX_ROUNDS; round++) {
		before = *parts;
		if (!exchange(parts))
			return false;
		if (!memcmp(&before, parts, sizeof(before)))
			break;
	}
	return true;
}

static void flatten(const struct ab_parts *parts, struct ab_scalar *s)
{
	s->bits = parts->bits;
	s->umin = ab_arcs_umin(&parts->all);
	s->umax = ab_arcs_umax(&parts->all);
	s->smin = ab_arcs_smin(&parts->all, 64);
	s->smax = ab_arcs_smax(&parts->all, 64);
	s->u32_min = ab_arcs_umin(&parts->low);
	s->u32_max = ab_arcs_umax(&parts->low);
	s->s32_min = ab_arcs_smin(&parts->low, 32);
	s->s32_max = ab_arcs_smax(&parts->low, 32);
}

/* Sound: where the parts contradict each other there is no number, and anything holds of none. */
struct ab_scalar ab_parts_scalar(struct ab_parts *parts)
{
	struct ab_scalar s;

	if (!ab_parts_sync(parts))
		return ab_scalar_unknown();
	flatten(parts, &s);
	return s;
}

bool ab_scalar_sync(struct ab_scalar *s)
{
	struct ab_parts parts = ab_parts_of(s);

	if (!ab_parts_sync(&parts))
		return false;
	flatten(&parts, s);
	return true;
}
