/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Proofs by CBMC: each function prove_NAME() takes any values, assumes what callers promise, and
 * states what must hold. `make prove` runs all of them, `make prove T=NAME` one.
 */
#ifndef AB_SELFTESTS_PROVE_H
#define AB_SELFTESTS_PROVE_H

#include <linux/kernel.h>

#include "core/verify/domain/arcs.h"
#include "core/verify/domain/scalar.h"

/* Without a body: CBMC lets it return anything. */
u64 any_u64(void);

#define ASSUME(cond) __CPROVER_assume(cond)
#define PROVE(cond) __CPROVER_assert(cond, #cond)

static inline struct ab_tnum any_tnum(void)
{
	struct ab_tnum t = { any_u64(), any_u64() };

	ASSUME(!(t.value & t.mask));
	return t;
}

static inline u64 member_of(struct ab_tnum t)
{
	u64 x = any_u64();

	ASSUME(ab_tnum_contains(t, x));
	return x;
}

#endif
