// SPDX-License-Identifier: GPL-2.0
/*
 * Known bits: every operation on 64 bits keeps every member, and the sets behave as sets.
 */
#include "prove.h"

#define PROVE_BINARY(name, concrete) \
	void prove_tnum_##name(void) \
	{ \
		struct ab_tnum a = any_tnum(), b = any_tnum(); \
		u64 x = member_of(a), y = member_of(b); \
		struct ab_tnum r = ab_tnum_##name(a, b); \
\
		PROVE(ab_tnum_contains(r, concrete)); \
		PROVE(!(r.value & r.mask)); \
	}

PROVE_BINARY(add, x + y)
PROVE_BINARY(sub, x - y)
PROVE_BINARY(and, x & y)
PROVE_BINARY(or, x | y)
PROVE_BINARY(xor, x ^ y)

void prove_tnum_shifts(void)
{
	struct ab_tnum t = any_tnum();
	u64 x = member_of(t), n = any_u64();

	ASSUME(n < 64);
	PROVE(ab_tnum_contains(ab_tnum_lsh(t, n), x << n));
	PROVE(ab_tnum_contains(ab_tnum_rsh(t, n), x >> n));
	PROVE(ab_tnum_contains(ab_tnum_arsh(t, n, 64), (s64)x >> n));
	PROVE(n >= 32 || ab_tnum_contains(ab_tnum_arsh(t, n, 32), (u32)((s32)x >> n)));
}

void prove_tnum_cast(void)
{
	struct ab_tnum t = any_tnum();
	u64 x = member_of(t);

	PROVE(ab_tnum_contains(ab_tnum_cast(t, 1, false), (u8)x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 2, false), (u16)x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 4, false), (u32)x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 8, false), x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 1, true), (s8)x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 2, true), (s16)x));
	PROVE(ab_tnum_contains(ab_tnum_cast(t, 4, true), (s32)x));
}

void prove_tnum_range(void)
{
	u64 min = any_u64(), max = any_u64(), x = any_u64();

	ASSUME(min <= x && x <= max);
	PROVE(ab_tnum_contains(ab_tnum_range(min, max), x));
}

void prove_tnum_sets(void)
{
	struct ab_tnum a = any_tnum(), b = any_tnum(), meet;
	u64 x = any_u64();
	bool in_a = ab_tnum_contains(a, x), in_b = ab_tnum_contains(b, x);
	bool common = ab_tnum_meet(a, b, &meet);

	PROVE(!(in_a || in_b) || ab_tnum_contains(ab_tnum_join(a, b), x));
	PROVE((in_a && in_b) == (common && ab_tnum_contains(meet, x)));
	PROVE(!(ab_tnum_includes(a, b) && in_b) || in_a);
}

/* The next member is a member, is not below, and none lies between. */
void prove_tnum_next(void)
{
	struct ab_tnum t = any_tnum();
	u64 from = any_u64(), y = member_of(t), next;
	bool found = ab_tnum_next(t, from, &next);

	PROVE(!found || (ab_tnum_contains(t, next) && next >= from));
	PROVE(y < from || (found && next <= y));
}

void prove_tnum_prev(void)
{
	struct ab_tnum t = any_tnum();
	u64 from = any_u64(), y = member_of(t), prev;
	bool found = ab_tnum_prev(t, from, &prev);

	PROVE(!found || (ab_tnum_contains(t, prev) && prev <= from));
	PROVE(y > from || (found && prev >= y));
}
