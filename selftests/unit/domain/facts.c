// SPDX-License-Identifier: GPL-2.0
/*
 * Single facts about scalars that compiled programs rely on: bounds checks, masks, casts, the
 * shift pairs that clang makes, and knowledge that passes between 32 and 64 bits.
 */
#include "sample.h"

static struct ab_scalar alu(u8 op, bool is32, struct ab_scalar a, u64 b)
{
	struct ab_scalar operand = ab_scalar_const(b);

	ab_scalar_alu(op, is32, &a, &operand);
	return a;
}

static struct ab_scalar keep(u8 op, bool is32, struct ab_scalar a, u64 b, bool taken)
{
	struct ab_scalar operand = ab_scalar_const(b);

	if (!ab_scalar_refine(op, is32, &a, &operand, taken))
		unit_fail(__FILE__, __LINE__, "the path should be possible");
	return a;
}

UNIT(domain_facts_load)
{
	struct ab_scalar s = ab_scalar_load(1, false);

	EXPECT_EQ(s.umax, 255);
	EXPECT_EQ(s.bits.mask, 255);
	s = ab_scalar_load(2, true);
	EXPECT_EQ(s.smin, -32768);
	EXPECT_EQ(s.smax, 32767);
	EXPECT_EQ(s.s32_min, -32768);
	s = ab_scalar_load(4, false);
	EXPECT_EQ(s.umax, U32_MAX);
	EXPECT_EQ(s.smin, 0);
}

UNIT(domain_facts_mask)
{
	struct ab_scalar s = alu(AB_AND, false, ab_scalar_unknown(), 0x3f);

	EXPECT_EQ(s.umax, 63);
	EXPECT_EQ(s.smin, 0);
	EXPECT_EQ(s.u32_max, 63);
	s = alu(AB_LSH, false, s, 3);
	EXPECT_EQ(s.umax, 63 * 8);
	EXPECT_EQ(s.bits.mask, 0x1f8);
	s = alu(AB_AND, false, ab_scalar_srange(-1, 0), -20);
	EXPECT_EQ(s.smin, -20);
	EXPECT_EQ(s.smax, 0);
}

UNIT(domain_facts_sign_extend_pair)
{
	/* r <<= 32; r s>>= 32 after a 32-bit bound */
	struct ab_scalar s = keep(AB_JSLT, true, ab_scalar_unknown(), 100, true);

	s = keep(AB_JSGE, true, s, -5, true);
	s = alu(AB_ARSH, false, alu(AB_LSH, false, s, 32), 32);
	EXPECT_EQ(s.smin, -5);
	EXPECT_EQ(s.smax, 99);
	s = keep(AB_JGT, true, ab_scalar_unknown(), 7, false);
	s = alu(AB_RSH, false, alu(AB_LSH, false, s, 32), 32);
	EXPECT_EQ(s.umax, 7);
}

UNIT(domain_facts_mov32_after_bound)
{
	struct ab_scalar s = keep(AB_JLT, true, ab_scalar_unknown(), 10, true);
	struct ab_scalar t = ab_scalar_unknown();

	EXPECT_EQ(s.u32_max, 9);
	EXPECT_EQ(s.umax, 0xffffffff00000009ULL);
	ab_scalar_alu(AB_MOV, true, &t, &s);
	EXPECT_EQ(t.umax, 9);
	EXPECT_EQ(t.bits.mask, 15);
}

UNIT(domain_facts_ranges_meet)
{
	/* unsigned and signed bounds together leave one half */
	struct ab_scalar s = keep(AB_JSGT, false, ab_scalar_unknown(), -1, true);

	s = keep(AB_JSLT, false, s, 64, true);
	EXPECT_EQ(s.umax, 63);
	s = keep(AB_JGT, false, ab_scalar_srange(-10, 10), 10, true);
	EXPECT_EQ(s.smin, -10);
	EXPECT_EQ(s.smax, -1);
	EXPECT_EQ(s.umin, -10);
	s = keep(AB_JNE, false, ab_scalar_range(0, 5), 0, true);
	EXPECT_EQ(s.umin, 1);
	s = keep(AB_JEQ, false, ab_scalar_range(0, 5), 3, true);
	EXPECT(ab_scalar_is_const(&s));
}

UNIT(domain_facts_errno_or_size)
{
	/* r0 in [-4095, 512]: "if r0 s< 0 goto out" leaves [0, 512], also for 32 bits */
	struct ab_scalar s = keep(AB_JSLT, false, ab_scalar_srange(-4095, 512), 0, false);

	EXPECT_EQ(s.umax, 512);
	s = keep(AB_JSLT, true, ab_scalar_srange(-4095, 512), 0, false);
	EXPECT_EQ(s.umax, 512);
	s = keep(AB_JSGT, true, ab_scalar_srange(-4095, 512), -1, true);
	EXPECT_EQ(s.umax, 512);
}

UNIT(domain_facts_align_and_divide)
{
	struct ab_scalar s = alu(AB_AND, false, ab_scalar_range(0, 1000), ~7ULL);

	EXPECT_EQ(s.umax, 1000);
	EXPECT_EQ(s.bits.mask & 7, 0);
	s = alu(AB_ADD, false, s, 4);
	EXPECT_EQ(s.bits.value & 7, 4);
	s = alu(AB_MOD, false, ab_scalar_unknown(), 100);
	EXPECT_EQ(s.umax, 99);
	s = alu(AB_DIV, false, ab_scalar_range(1000, 2000), 10);
	EXPECT_EQ(s.umin, 100);
	EXPECT_EQ(s.umax, 200);
	s = alu(AB_DIV, false, ab_scalar_unknown(), 0);
	EXPECT(ab_scalar_is_const(&s) && !ab_scalar_value(&s));
	s = alu(AB_SMOD, true, ab_scalar_unknown(), 7);
	EXPECT_EQ(s.s32_min, -6);
	EXPECT_EQ(s.s32_max, 6);
	s = alu(AB_SDIV, false, ab_scalar_const(S64_MIN), -1);
	EXPECT_EQ(ab_scalar_value(&s), S64_MIN);
}

UNIT(domain_facts_multiply)
{
	struct ab_scalar s = alu(AB_MUL, false, ab_scalar_srange(-3, 5), -7);

	EXPECT_EQ(s.smin, -35);
	EXPECT_EQ(s.smax, 21);
	s = alu(AB_MUL, false, ab_scalar_range(2, 9), 12);
	EXPECT_EQ(s.umin, 24);
	EXPECT_EQ(s.umax, 108);
	EXPECT_EQ(s.bits.mask & 3, 0);
}

UNIT(domain_facts_negate)
{
	struct ab_scalar s = ab_scalar_range(1, 8);

	ab_scalar_alu(AB_NEG, false, &s, &s);
	EXPECT_EQ(s.smin, -8);
	EXPECT_EQ(s.smax, -1);
}

UNIT(domain_facts_bit_test)
{
	struct ab_scalar s = keep(AB_JSET, false, ab_scalar_unknown(), 4, true);

	EXPECT_EQ(s.bits.value, 4);
	s = keep(AB_JSET, false, ab_scalar_unknown(), ~0xfULL, false);
	EXPECT_EQ(s.umax, 15);
	s = ab_scalar_load(1, false);
	EXPECT_EQ(ab_scalar_decide(AB_JGT, false, &s, &s), -1);
}

UNIT(domain_facts_print)
{
	struct ab_scalar s = ab_scalar_const(-1);
	char buf[300];

	ab_scalar_print(buf, sizeof(buf), &s);
	EXPECT_STR(buf, "-1");
	s = ab_scalar_unknown();
	EXPECT_EQ(ab_scalar_print(buf, sizeof(buf), &s), 0);
	s = ab_scalar_load(1, false);
	EXPECT_EQ(ab_scalar_print(buf, sizeof(buf), &s), (int)strlen(buf));
	EXPECT_STR(buf, "(umax=255,var_off=(0x0; 0xff))");
	ab_scalar_print(buf, 8, &s);
	EXPECT_EQ(strlen(buf), 7);
}
