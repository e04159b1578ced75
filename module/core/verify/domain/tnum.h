/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Known bits. A tnum stands for all x with (x & ~mask) == value: a bit is known where mask is 0
 * (and then value tells it), unknown where mask is 1 (and then value is 0 there):
 *
 *	value  0 1 0 0
 *	mask   0 0 1 1   = 01?? = {4, 5, 6, 7}
 *
 * Used by scalar.c. Proved by selftests/unit (all tnums of four bits) and selftests/prove (CBMC).
 */
#ifndef AB_CORE_VERIFY_DOMAIN_TNUM_H
#define AB_CORE_VERIFY_DOMAIN_TNUM_H

#include <linux/types.h>

struct ab_tnum {
	u64 value;
	u64 mask;
};

static inline struct ab_tnum ab_tnum_make(u64 value, u64 mask)
{
	return (struct ab_tnum){ .value = value & ~mask, .mask = mask };
}

static inline struct ab_tnum ab_tnum_const(u64 value)
{
	return (struct ab_tnum){ .value = value, .mask = 0 };
}

static inline struct ab_tnum ab_tnum_unknown(void)
{
	return (struct ab_tnum){ .value = 0, .mask = ~0ULL };
}

static inline bool ab_tnum_is_const(struct ab_tnum t)
{
	return !t.mask;
}

static inline bool ab_tnum_contains(struct ab_tnum t, u64 x)
{
	return (x & ~t.mask) == t.value;
}

/* The smallest and the largest member as unsigned numbers. */
static inline u64 ab_tnum_min(struct ab_tnum t)
{
	return t.value;
}

static inline u64 ab_tnum_max(struct ab_tnum t)
{
	return t.value | t.mask;
}

/* Are all members of @b members of @a? */
static inline bool ab_tnum_includes(struct ab_tnum a, struct ab_tnum b)
{
	return !(b.mask & ~a.mask) && (b.value & ~a.mask) == a.value;
}

/* The tightest tnum that holds all of [min, max]. */
struct ab_tnum ab_tnum_range(u64 min, u64 max);

struct ab_tnum ab_tnum_add(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_sub(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_mul(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_and(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_or(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_xor(struct ab_tnum a, struct ab_tnum b);
struct ab_tnum ab_tnum_lsh(struct ab_tnum t, u32 shift);
struct ab_tnum ab_tnum_rsh(struct ab_tnum t, u32 shift);
/* Arithmetic right shift of the low @bits (32 or 64) bits; 32: the result is zero-extended. */
struct ab_tnum ab_tnum_arsh(struct ab_tnum t, u32 shift, u32 bits);
/* The low @size bytes (1, 2, 4, 8), zero- or sign-extended. */
struct ab_tnum ab_tnum_cast(struct ab_tnum t, u32 size, bool sign);
/* The low @size bytes in reverse order, zero-extended. */
struct ab_tnum ab_tnum_swap(struct ab_tnum t, u32 size);

/* Members of both: false if there can be none (then *@out is not touched). */
bool ab_tnum_meet(struct ab_tnum a, struct ab_tnum b, struct ab_tnum *out);
/* The tightest tnum with all members of both. */
struct ab_tnum ab_tnum_join(struct ab_tnum a, struct ab_tnum b);
/* The smallest member that is >= @x (or > all: false). */
bool ab_tnum_next(struct ab_tnum t, u64 x, u64 *next);
/* The largest member that is <= @x (or < all: false). */
bool ab_tnum_prev(struct ab_tnum t, u64 x, u64 *prev);

#endif
