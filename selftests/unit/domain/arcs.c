// SPDX-License-Identifier: GPL-2.0
/*
 * Ranges, exhaustively: the code is the same for every width, so all intervals of numbers of a few
 * bits are tried with all of their members. Sums, differences and changes of width must also be
 * the tightest hull there is.
 */
#include "core/verify/domain/arcs.h"
#include "sample.h"

#define WIDTH 4
#define NUMBERS (1u << WIDTH)
#define SIGN (NUMBERS / 2)

static bool holds(const struct ab_arcs *arcs, u64 x)
{
	return (arcs->pos.min <= x && x <= arcs->pos.max) || (arcs->neg.min <= x && x <= arcs->neg.max);
}

/* The hull of a set of numbers given as bits. */
static struct ab_arcs hull(u32 width, u32 set)
{
	struct ab_arcs out = ab_arcs_none();
	u32 x;

	for (x = 0; x < NUMBERS; x++)
		if (set >> x & 1)
			ab_arcs_add(&out, width, x, x);
	return out;
}

static u64 compute(u8 op, u32 a, u32 b)
{
	s32 x = ab_arcs_sext(WIDTH, a), y = ab_arcs_sext(WIDTH, b);

	switch (op) {
	case AB_LSH:
		return (a << b) % NUMBERS;
	case AB_ARSH:
		return (x >> b) & (NUMBERS - 1);
	case AB_SDIV:
		return (y ? x / y : 0) & (NUMBERS - 1);
	case AB_SMOD:
		return (y ? x % y : x) & (NUMBERS - 1);
	default:
		return sample_alu(op, false, a, b) % NUMBERS;
	}
}

static const u8 ops[] = { AB_ADD, AB_SUB, AB_MUL, AB_AND, AB_OR, AB_XOR, AB_LSH, AB_RSH, AB_ARSH,
			  AB_DIV, AB_MOD, AB_SDIV, AB_SMOD };

/* All sets of at most one interval in each half, without the empty one. */
static u32 all_sets(struct ab_arcs *sets)
{
	u32 n = 0, a, b, c, d;

	for (a = 0; a < SIGN; a++)
		for (b = a; b <= SIGN; b++)
			for (c = 0; c < SIGN; c++)
				for (d = c; d <= SIGN; d++) {
					/* the end SIGN stands for "empty", once */
					if ((b == SIGN && a) || (d == SIGN && c) || (b == SIGN && d == SIGN))
						continue;
					sets[n] = ab_arcs_none();
					if (b < SIGN)
						ab_arcs_add(&sets[n], WIDTH, a, b);
					if (d < SIGN)
						ab_arcs_add(&sets[n], WIDTH, SIGN + c, SIGN + d);
					n++;
				}
	return n;
}

static struct ab_arcs sets[2000];

static u32 members(const struct ab_arcs *arcs)
{
	u32 set = 0, x;

	for (x = 0; x < NUMBERS; x++)
		set |= (u32)holds(arcs, x) << x;
	return set;
}

static void check_op(u8 op, const struct ab_arcs *a, const struct ab_arcs *b)
{
	struct ab_arcs out = ab_arcs_alu(op, WIDTH, a, b), best;
	u32 set = 0, x, y;

	for (x = 0; x < NUMBERS; x++)
		for (y = 0; y < NUMBERS && holds(a, x); y++) {
			if (!holds(b, y))
				continue;
			set |= 1u << compute(op, x, y);
			EXPECTF(holds(&out, compute(op, x, y)),
				"op 0x%02x: %u and %u give %llu, not in [%llu, %llu] [%llu, %llu]", op, x, y,
				compute(op, x, y), out.pos.min, out.pos.max, out.neg.min, out.neg.max);
		}
	best = hull(WIDTH, set);
	if (op == AB_ADD || op == AB_SUB)
		EXPECTF(!memcmp(&best, &out, sizeof(out)),
			"op 0x%02x: hull is [%llu, %llu] [%llu, %llu], got [%llu, %llu] [%llu, %llu]", op,
			best.pos.min, best.pos.max, best.neg.min, best.neg.max, out.pos.min, out.pos.max,
			out.neg.min, out.neg.max);
}

static bool one_interval(const struct ab_arcs *arcs)
{
	return ab_arc_empty(&arcs->pos) || ab_arc_empty(&arcs->neg);
}

UNIT(domain_arcs_alu)
{
	u32 cnt = all_sets(sets), i, j, k;

	for (i = 0; i < cnt; i++)
		for (j = 0; j < cnt && !unit_failed(); j++) {
			/* operations take halves apart: pairs of halves are all there is */
			if (!one_interval(&sets[i]) || !one_interval(&sets[j]))
				continue;
			for (k = 0; k < ARRAY_SIZE(ops); k++) {
				bool shift = ops[k] == AB_LSH || ops[k] == AB_RSH || ops[k] == AB_ARSH;

				if (!shift || ab_arcs_umax(&sets[j]) < WIDTH)
					check_op(ops[k], &sets[i], &sets[j]);
			}
		}
}

/* Both halves of both operands: a sample of pairs. */
UNIT(domain_arcs_alu_halves)
{
	u32 cnt = all_sets(sets), i, j;

	for (i = 0; i < 30000 && !unit_failed(); i++) {
		j = unit_random() % cnt;
		check_op(ops[i % 6], &sets[unit_random() % cnt], &sets[j]);
		check_op(ops[9 + i % 4], &sets[unit_random() % cnt], &sets[j]);
	}
}

UNIT(domain_arcs_bounds)
{
	u32 cnt = all_sets(sets), i;

	for (i = 0; i < cnt; i++) {
		const struct ab_arcs *a = &sets[i];
		struct ab_arcs again = ab_arcs_from(WIDTH, ab_arcs_umin(a), ab_arcs_umax(a),
						    ab_arcs_smin(a, WIDTH), ab_arcs_smax(a, WIDTH));
		struct ab_tnum bits = ab_arcs_bits(a);
		u32 x;

		EXPECT(!memcmp(a, &again, sizeof(again)));
		for (x = 0; x < NUMBERS; x++)
			EXPECT(!holds(a, x) || ab_tnum_contains(bits, x));
	}
}

UNIT(domain_arcs_width)
{
	u32 cnt = all_sets(sets), i, width, x;

	for (i = 0; i < cnt; i++)
		for (width = 1; width < WIDTH; width++) {
			struct ab_arcs low = ab_arcs_narrow(&sets[i], width), best;
			u32 seen = 0;

			for (x = 0; x < NUMBERS; x++)
				if (holds(&sets[i], x)) {
					EXPECT(holds(&low, x & ab_arcs_mask(width)));
					seen |= 1u << (x & ab_arcs_mask(width));
				}
			best = hull(width, seen);
			EXPECTF(!memcmp(&best, &low, sizeof(low)), "set %u to %u bits: not the tightest", i, width);
		}
	for (i = 0; i < cnt; i++) {
		struct ab_arcs zero = ab_arcs_extend(&sets[i], WIDTH, false);
		struct ab_arcs sign = ab_arcs_extend(&sets[i], WIDTH, true);

		for (x = 0; x < NUMBERS; x++) {
			EXPECT(!holds(&sets[i], x) || holds(&zero, x));
			EXPECT_EQ(holds(&sets[i], x), holds(&sign, (u64)ab_arcs_sext(WIDTH, x)));
		}
	}
}

UNIT(domain_arcs_meet)
{
	u32 cnt = all_sets(sets), n;

	for (n = 0; n < 50000 && !unit_failed(); n++) {
		const struct ab_arcs *a = &sets[unit_random() % cnt], *b = &sets[unit_random() % cnt];
		struct ab_arcs both = ab_arcs_meet(*a, *b);

		EXPECT_EQ(members(&both), members(a) & members(b));
	}
}

/* Ends are cut off exactly up to the first number that fits. */
UNIT(domain_arcs_fit)
{
	u32 cnt = all_sets(sets), i, x;
	u64 mask, value;

	for (i = 0; i < cnt; i++)
		for (mask = 0; mask < NUMBERS; mask++)
			for (value = 0; value < NUMBERS && !unit_failed(); value++) {
				struct ab_tnum bits = ab_tnum_make(value, mask);
				struct ab_arcs fit = sets[i], best;
				u32 set = 0;

				if (value & mask)
					continue;
				for (x = 0; x < NUMBERS; x++)
					if (holds(&sets[i], x) && ab_tnum_contains(bits, x))
						set |= 1u << x;
				best = hull(WIDTH, set);
				ab_arcs_fit_bits(&fit, bits);
				EXPECT(!memcmp(&fit, &best, sizeof(fit)));
			}
}
