// SPDX-License-Identifier: GPL-2.0
/*
 * Known bits: for all tnums of four bits (at the bottom and at the top of the word) and all of
 * their members, the concrete result is a member of the result.
 */
#include "core/verify/domain/tnum.h"
#include "unit.h"

#define BITS 4
#define ALL_BITS ((1u << BITS) - 1)

typedef struct ab_tnum (*tnum_op)(struct ab_tnum a, struct ab_tnum b);
typedef u64 (*concrete_op)(u64 a, u64 b);

static u64 add(u64 a, u64 b) { return a + b; }
static u64 sub(u64 a, u64 b) { return a - b; }
static u64 mul(u64 a, u64 b) { return a * b; }
static u64 and(u64 a, u64 b) { return a & b; }
static u64 or(u64 a, u64 b) { return a | b; }
static u64 xor(u64 a, u64 b) { return a ^ b; }

static const struct {
	const char *name;
	tnum_op abstract;
	concrete_op concrete;
} ops[] = {
	{ "add", ab_tnum_add, add }, { "sub", ab_tnum_sub, sub }, { "mul", ab_tnum_mul, mul },
	{ "and", ab_tnum_and, and }, { "or", ab_tnum_or, or }, { "xor", ab_tnum_xor, xor },
};

/* Calls @fn for all tnums of BITS bits, shifted up by @up. */
static void each_tnum(u32 up, void (*fn)(struct ab_tnum t, u32 up))
{
	u64 value, mask;

	for (mask = 0; mask <= ALL_BITS && !unit_failed(); mask++)
		for (value = 0; value <= ALL_BITS && !unit_failed(); value++)
			if (!(value & mask))
				fn((struct ab_tnum){ value << up, mask << up }, up);
}

#define EACH_MEMBER(x, t) \
	for (u64 x##_done = 0, x = (t).value; !x##_done; \
	     x##_done = x == ab_tnum_max(t), x = ((((x) | ~(t).mask) + 1) & (t).mask) | (t).value)

static struct ab_tnum left;

static void check_pair(struct ab_tnum right, u32 up)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(ops); i++) {
		struct ab_tnum r = ops[i].abstract(left, right);
		u64 all_and = ~0ULL, all_or = 0;

		EACH_MEMBER(x, left)
			EACH_MEMBER(y, right) {
				u64 z = ops[i].concrete(x, y);

				EXPECTF(ab_tnum_contains(r, z),
					"%s: 0x%llx and 0x%llx give 0x%llx, not in (0x%llx; 0x%llx)",
					ops[i].name, x, y, z, r.value, r.mask);
				all_and &= z;
				all_or |= z;
			}
		if (ops[i].abstract != ab_tnum_mul)
			EXPECTF(r.mask == (all_and ^ all_or), "%s: mask 0x%llx, best is 0x%llx", ops[i].name,
				r.mask, all_and ^ all_or);
	}
}

static void check_left(struct ab_tnum t, u32 up)
{
	left = t;
	each_tnum(up, check_pair);
}

UNIT(domain_tnum_binary_low)
{
	each_tnum(0, check_left);
}

UNIT(domain_tnum_binary_high)
{
	each_tnum(60, check_left);
}

static void check_unary(struct ab_tnum t, u32 up)
{
	u32 n, size;

	EACH_MEMBER(x, t) {
		for (n = 0; n < 64; n++) {
			EXPECT(ab_tnum_contains(ab_tnum_lsh(t, n), x << n));
			EXPECT(ab_tnum_contains(ab_tnum_rsh(t, n), x >> n));
			EXPECT(ab_tnum_contains(ab_tnum_arsh(t, n, 64), (s64)x >> n));
			if (n < 32)
				EXPECT(ab_tnum_contains(ab_tnum_arsh(t, n, 32), (u32)((s32)x >> n)));
		}
		for (size = 1; size <= 8; size *= 2) {
			u32 shift = 64 - 8 * size;

			EXPECT(ab_tnum_contains(ab_tnum_cast(t, size, false), x << shift >> shift));
			EXPECT(ab_tnum_contains(ab_tnum_cast(t, size, true), (s64)(x << shift) >> shift));
			EXPECT(ab_tnum_contains(ab_tnum_swap(t, size), __builtin_bswap64(x) >> shift));
		}
	}
}

UNIT(domain_tnum_unary)
{
	u32 up;

	for (up = 0; up <= 60; up += 4)
		each_tnum(up, check_unary);
}

/* The nearest member on each side, by looking at all numbers of four bits. */
static void check_near(struct ab_tnum t, u32 up)
{
	u64 x, y, got;
	bool found;

	for (x = 0; x <= ALL_BITS; x++) {
		for (y = x; y <= ALL_BITS && !ab_tnum_contains(t, y << up); y++)
			;
		found = ab_tnum_next(t, x << up, &got);
		EXPECT_EQ(found, y <= ALL_BITS);
		if (found)
			EXPECT_EQ(got, y << up);
		for (y = x; y != ~0ULL && !ab_tnum_contains(t, y << up); y--)
			;
		found = ab_tnum_prev(t, (x << up) | ((1ULL << up) - 1), &got);
		EXPECT_EQ(found, y != ~0ULL);
		if (found)
			EXPECT_EQ(got, y << up);
	}
}

UNIT(domain_tnum_near)
{
	each_tnum(0, check_near);
	each_tnum(31, check_near);
	each_tnum(60, check_near);
}

static void check_sets(struct ab_tnum right, u32 up)
{
	struct ab_tnum join = ab_tnum_join(left, right), meet;
	bool common = ab_tnum_meet(left, right, &meet), includes = true;
	u64 x;

	for (x = 0; x <= ALL_BITS; x++) {
		bool in_left = ab_tnum_contains(left, x), in_right = ab_tnum_contains(right, x);

		EXPECT(!(in_left || in_right) || ab_tnum_contains(join, x));
		EXPECT_EQ(common && ab_tnum_contains(meet, x), in_left && in_right);
		includes &= !in_right || in_left;
	}
	EXPECT_EQ(ab_tnum_includes(left, right), includes);
}

static void check_sets_left(struct ab_tnum t, u32 up)
{
	left = t;
	each_tnum(up, check_sets);
}

UNIT(domain_tnum_sets)
{
	each_tnum(0, check_sets_left);
}

UNIT(domain_tnum_range)
{
	u64 min, max, x;

	for (min = 0; min <= 31; min++)
		for (max = min; max <= 31; max++)
			for (x = min; x <= max; x++)
				EXPECT(ab_tnum_contains(ab_tnum_range(min, max), x));
	EXPECT_EQ(ab_tnum_range(0, ~0ULL).mask, ~0ULL);
	EXPECT_EQ(ab_tnum_range(8, 11).mask, 3);
	EXPECT_EQ(ab_tnum_range(8, 11).value, 8);
}
