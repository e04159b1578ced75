// SPDX-License-Identifier: GPL-2.0
/*
 * Scalars: whatever members the operands have, the concrete result is a member of the abstract
 * one; branches keep every pair that takes them; sets behave as sets. Sampled, with numbers that
 * favour the edges of all widths. The second half holds single facts that real programs rely on.
 */
#include "sample.h"

static const u8 alu_ops[] = { AB_ADD, AB_SUB, AB_MUL, AB_AND, AB_OR, AB_XOR, AB_LSH, AB_RSH, AB_ARSH,
			      AB_NEG, AB_MOV, AB_DIV, AB_MOD, AB_SDIV, AB_SMOD };
static const u8 jump_ops[] = { AB_JEQ, AB_JNE, AB_JGT, AB_JGE, AB_JLT, AB_JLE, AB_JSGT, AB_JSGE,
			       AB_JSLT, AB_JSLE, AB_JSET };

static void check_alu(u8 op, bool is32, const struct sample *a, const struct sample *b)
{
	struct ab_scalar r = a->s;
	u32 i, j;

	ab_scalar_alu(op, is32, &r, &b->s);
	for (i = 0; i < a->cnt; i++)
		for (j = 0; j < b->cnt; j++) {
			u64 z = sample_alu(op, is32, a->x[i], b->x[j]);

			EXPECTF(ab_scalar_contains(&r, z),
				"op 0x%02x%s: 0x%llx in %s and 0x%llx in %s give 0x%llx, not in %s", op,
				is32 ? " 32" : "", a->x[i], sample_text(&a->s), b->x[j],
				sample_text(&b->s), z, sample_text(&r));
		}
	if (ab_scalar_is_const(&a->s) && ab_scalar_is_const(&b->s))
		EXPECTF(ab_scalar_is_const(&r), "op 0x%02x%s: %s and %s give %s, no constant", op,
			is32 ? " 32" : "", sample_text(&a->s), sample_text(&b->s), sample_text(&r));
}

UNIT(domain_scalar_alu)
{
	struct sample a, b;
	u32 n, i;

	for (n = 0; n < 6000 && !unit_failed(); n++) {
		sample_make(&a);
		sample_make(&b);
		for (i = 0; i < ARRAY_SIZE(alu_ops); i++) {
			check_alu(alu_ops[i], false, &a, &b);
			check_alu(alu_ops[i], true, &a, &b);
		}
	}
}

UNIT(domain_scalar_alu_same)
{
	struct sample a;
	u32 n, i, j;

	for (n = 0; n < 2000 && !unit_failed(); n++) {
		sample_make(&a);
		for (i = 0; i < 2 * ARRAY_SIZE(alu_ops); i++) {
			struct ab_scalar r = a.s;
			u8 op = alu_ops[i / 2];

			ab_scalar_alu(op, i & 1, &r, &r);
			for (j = 0; j < a.cnt; j++)
				EXPECTF(ab_scalar_contains(&r, sample_alu(op, i & 1, a.x[j], a.x[j])),
					"op 0x%02x of 0x%llx with itself: not in %s", op, a.x[j],
					sample_text(&r));
		}
	}
}

static void check_cast(const struct sample *a, u32 size)
{
	struct ab_scalar zero = a->s, sign = a->s, swapped = a->s;
	u32 shift = 64 - 8 * size, i;

	ab_scalar_trunc(&zero, size, false);
	ab_scalar_trunc(&sign, size, true);
	ab_scalar_endian(&swapped, size, true);
	for (i = 0; i < a->cnt; i++) {
		u64 x = a->x[i];

		EXPECTF(ab_scalar_contains(&zero, x << shift >> shift), "zero-extend %u: 0x%llx of %s not in %s",
			size, x, sample_text(&a->s), sample_text(&zero));
		EXPECTF(ab_scalar_contains(&sign, (s64)(x << shift) >> shift),
			"sign-extend %u: 0x%llx of %s not in %s", size, x, sample_text(&a->s), sample_text(&sign));
		EXPECTF(ab_scalar_contains(&swapped, __builtin_bswap64(x) >> shift),
			"swap %u: 0x%llx of %s not in %s", size, x, sample_text(&a->s), sample_text(&swapped));
	}
}

UNIT(domain_scalar_cast)
{
	struct sample a;
	u32 n, size;

	for (n = 0; n < 20000 && !unit_failed(); n++) {
		sample_make(&a);
		for (size = 1; size <= 8; size *= 2)
			check_cast(&a, size);
	}
}

static void check_outcome(u8 op, bool is32, bool taken, const struct sample *a, const struct sample *b)
{
	struct ab_scalar x = a->s, y = b->s;
	int sure = ab_scalar_decide(op, is32, &a->s, &b->s);
	bool possible = ab_scalar_refine(op, is32, &x, &y, taken);
	u32 i, j;

	for (i = 0; i < a->cnt; i++)
		for (j = 0; j < b->cnt; j++) {
			bool outcome = sample_compare(op, is32, a->x[i], b->x[j]);

			EXPECTF(sure < 0 || sure == outcome, "jump 0x%02x%s of %s and %s: decided %d, wrong",
				op, is32 ? " 32" : "", sample_text(&a->s), sample_text(&b->s), sure);
			if (outcome != taken)
				continue;
			EXPECTF(possible && ab_scalar_contains(&x, a->x[i]) && ab_scalar_contains(&y, b->x[j]),
				"jump 0x%02x%s %s: 0x%llx in %s and 0x%llx in %s not in %s, %s", op,
				is32 ? " 32" : "", taken ? "taken" : "not taken", a->x[i],
				sample_text(&a->s), b->x[j], sample_text(&b->s),
				possible ? sample_text(&x) : "(none)", possible ? sample_text(&y) : "(none)");
		}
	if (possible)
		EXPECTF(ab_scalar_includes(&a->s, &x) && ab_scalar_includes(&b->s, &y),
			"jump 0x%02x%s: %s, %s grew to %s, %s", op, is32 ? " 32" : "", sample_text(&a->s),
			sample_text(&b->s), sample_text(&x), sample_text(&y));
	if (ab_scalar_is_const(&a->s) && ab_scalar_is_const(&b->s))
		EXPECT(sure >= 0);
}

UNIT(domain_scalar_branch)
{
	struct sample a, b;
	u32 n, i;

	for (n = 0; n < 4000 && !unit_failed(); n++) {
		sample_make(&a);
		sample_make(&b);
		for (i = 0; i < 4 * ARRAY_SIZE(jump_ops); i++)
			check_outcome(jump_ops[i / 4], i & 1, i & 2, &a, &b);
	}
}

static void check_sets(const struct sample *a, const struct sample *b)
{
	struct ab_scalar join = a->s, meet = a->s, wide = a->s, again;
	bool includes = ab_scalar_includes(&a->s, &b->s), common;
	u32 i;

	ab_scalar_join(&join, &b->s);
	ab_scalar_widen(&wide, &b->s);
	common = ab_scalar_meet(&meet, &b->s);
	EXPECTF(ab_scalar_includes(&wide, &join), "widen: %s misses part of %s", sample_text(&wide),
		sample_text(&join));
	for (i = 0; i < b->cnt; i++) {
		u64 x = b->x[i];
		bool both = ab_scalar_contains(&a->s, x);

		EXPECTF(ab_scalar_contains(&join, x), "join: 0x%llx of %s lost in %s", x, sample_text(&b->s),
			sample_text(&join));
		EXPECTF(!includes || both, "%s should include %s but lacks 0x%llx", sample_text(&a->s),
			sample_text(&b->s), x);
		EXPECTF(!both || (common && ab_scalar_contains(&meet, x)), "meet: 0x%llx in %s and %s lost",
			x, sample_text(&a->s), sample_text(&b->s));
	}
	for (i = 0; i < a->cnt; i++)
		EXPECT(ab_scalar_contains(&join, a->x[i]) && ab_scalar_contains(&wide, a->x[i]));
	EXPECT(ab_scalar_includes(&a->s, &a->s) && ab_scalar_equal(&a->s, &a->s));
	again = a->s;
	ab_scalar_join(&again, &a->s);
	EXPECTF(ab_scalar_includes(&a->s, &again), "join of %s with itself grew to %s", sample_text(&a->s),
		sample_text(&again));
}

UNIT(domain_scalar_sets)
{
	struct sample a, b;
	u32 n;

	for (n = 0; n < 60000 && !unit_failed(); n++) {
		sample_make(&a);
		sample_make(&b);
		check_sets(&a, &b);
	}
}

/* However a loop's values move, widening is stable after a few dozen turns. */
UNIT(domain_scalar_widen_ends)
{
	struct sample next;
	u32 n, turn, changes;

	for (n = 0; n < 300 && !unit_failed(); n++) {
		struct ab_scalar s = ab_scalar_const(sample_number()), before;

		changes = 0;
		for (turn = 0; turn < 500; turn++) {
			before = s;
			sample_make(&next);
			ab_scalar_widen(&s, &next.s);
			changes += !ab_scalar_equal(&before, &s);
		}
		EXPECTF(changes < 100, "%u changes", changes);
	}
}
