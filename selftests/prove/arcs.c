// SPDX-License-Identifier: GPL-2.0
/*
 * Ranges of 64 bits: bounds and arcs say the same, and cutting keeps every member that fits. (The
 * operations are the same code for every width; selftests/unit tries them all at four bits.)
 */
#include "prove.h"

static bool holds(const struct ab_arcs *arcs, u64 x)
{
	return (arcs->pos.min <= x && x <= arcs->pos.max) || (arcs->neg.min <= x && x <= arcs->neg.max);
}

/* The four bounds and the two arcs say the same of every number. */
void prove_arcs_from_bounds(void)
{
	u64 umin = any_u64(), umax = any_u64(), x = any_u64();
	s64 smin = any_u64(), smax = any_u64();
	struct ab_arcs arcs = ab_arcs_from(64, umin, umax, smin, smax);

	PROVE(holds(&arcs, x) == (umin <= x && x <= umax && smin <= (s64)x && (s64)x <= smax));
	if (holds(&arcs, x)) {
		PROVE(ab_arcs_umin(&arcs) <= x && x <= ab_arcs_umax(&arcs));
		PROVE(ab_arcs_smin(&arcs, 64) <= (s64)x && (s64)x <= ab_arcs_smax(&arcs, 64));
		PROVE(ab_tnum_contains(ab_arcs_bits(&arcs), x));
	}
}

void prove_arcs_fit_low(void)
{
	u64 umin = any_u64(), umax = any_u64(), x = any_u64();
	u32 min = any_u64(), max = any_u64();
	s32 smin = any_u64(), smax = any_u64();
	struct ab_arcs arcs = ab_arcs_from(64, umin, umax, S64_MIN, S64_MAX);
	struct ab_arcs low = ab_arcs_from(32, min, max, smin, smax);

	ASSUME(umin <= x && x <= umax && holds(&low, (u32)x));
	ab_arcs_fit_low(&arcs, &low);
	PROVE(holds(&arcs, x));
}

void prove_arcs_extend(void)
{
	struct ab_arcs low = ab_arcs_from(32, (u32)any_u64(), (u32)any_u64(), (s32)any_u64(), (s32)any_u64());
	u32 x = any_u64();
	struct ab_arcs zero, sign;

	ASSUME(holds(&low, x));
	zero = ab_arcs_extend(&low, 32, false);
	sign = ab_arcs_extend(&low, 32, true);
	PROVE(holds(&zero, x));
	PROVE(holds(&sign, (u64)(s64)(s32)x));
}
