// SPDX-License-Identifier: GPL-2.0
/*
 * Random scalars and the concrete machine; see sample.h.
 */
#include "sample.h"

u64 sample_number(void)
{
	static const u64 ends[] = { 0, 0, 1ULL << 31, 1ULL << 32, 1ULL << 63, 1ULL << 15, 1ULL << 7,
				    0xffffffff80000000ULL, 0xffff, 100 };
	u64 r = unit_random();

	switch (r % 5) {
	case 0:
		return (1ULL << (r >> 8) % 64) + (s64)((r >> 16) % 5) - 2;
	case 1:
		return r >> 3 >> (unit_random() % 64);
	case 2:
		return -(r >> 3 >> (unit_random() % 64));
	default:
		return ends[(r >> 8) % ARRAY_SIZE(ends)] + (s64)((r >> 16) % 17) - 8;
	}
}

static void add_member(struct sample *sample, u64 x)
{
	if (sample->cnt < SAMPLE_MEMBERS && ab_scalar_contains(&sample->s, x))
		sample->x[sample->cnt++] = x;
}

/* Bounds of some kinds around @x, which stays a member whatever is cut. */
static void bound(struct ab_scalar *s, u64 x)
{
	u64 r = unit_random(), y = sample_number(), z = sample_number();

	if (r & 1) {
		s->umin = min3(x, y, z);
		s->umax = max3(x, y, z);
	}
	if (r & 2) {
		s->smin = min3((s64)x, (s64)(y ^ r >> 60 << 60), (s64)z);
		s->smax = max3((s64)x, (s64)(y ^ r >> 60 << 60), (s64)z);
	}
	if (r & 4) {
		s->u32_min = min3((u32)x, (u32)y, (u32)(z >> (r >> 50) % 32));
		s->u32_max = max3((u32)x, (u32)y, (u32)(z >> (r >> 50) % 32));
	}
	if (r & 8) {
		s->s32_min = min3((s32)x, (s32)y, (s32)z);
		s->s32_max = max3((s32)x, (s32)y, (s32)z);
	}
	if (r & 16)
		s->bits = ab_tnum_make(x, sample_number() & unit_random());
	if (r & 32)
		s->bits = ab_tnum_make(x, sample_number());
}

/* Members: corners of the bounds, and x with random unknown bits. */
static void fill_members(struct sample *sample, u64 x)
{
	const struct ab_scalar *s = &sample->s;
	int i;

	sample->cnt = 0;
	add_member(sample, x);
	add_member(sample, s->umin);
	add_member(sample, s->umax);
	add_member(sample, s->smin);
	add_member(sample, s->smax);
	add_member(sample, (x >> 32 << 32) | s->u32_min);
	add_member(sample, (x >> 32 << 32) | s->u32_max);
	add_member(sample, (x >> 32 << 32) | (u32)s->s32_min);
	for (i = 0; i < 4; i++)
		add_member(sample, x ^ (unit_random() & s->bits.mask & sample_number()));
}

void sample_make(struct sample *sample)
{
	struct ab_scalar *s = &sample->s;
	struct ab_scalar raw;
	u64 x = sample_number();
	u32 i;

	*s = ab_scalar_unknown();
	if (unit_random() % 8 == 0)
		*s = ab_scalar_const(x);
	else
		bound(s, x);
	raw = *s;
	fill_members(sample, x);
	EXPECTF(ab_scalar_sync(s), "sync: %s has 0x%llx, but nothing was left", sample_text(&raw), x);
	for (i = 0; i < sample->cnt; i++)
		EXPECTF(ab_scalar_contains(s, sample->x[i]), "sync: %s has 0x%llx, %s has not",
			sample_text(&raw), sample->x[i], sample_text(s));
	fill_members(sample, x);
}

static u64 alu64(u8 op, u64 a, u64 b)
{
	switch (op) {
	case AB_ADD: return a + b;
	case AB_SUB: return a - b;
	case AB_MUL: return a * b;
	case AB_AND: return a & b;
	case AB_OR: return a | b;
	case AB_XOR: return a ^ b;
	case AB_LSH: return a << (b & 63);
	case AB_RSH: return a >> (b & 63);
	case AB_ARSH: return (s64)a >> (b & 63);
	case AB_NEG: return -a;
	case AB_MOV: return b;
	case AB_DIV: return b ? a / b : 0;
	case AB_MOD: return b ? a % b : a;
	case AB_SDIV: return !b ? 0 : b == ~0ULL ? -a : (u64)((s64)a / (s64)b);
	default: return !b ? a : b == ~0ULL ? 0 : (u64)((s64)a % (s64)b);
	}
}

static u32 alu32(u8 op, u32 a, u32 b)
{
	switch (op) {
	case AB_LSH: return a << (b & 31);
	case AB_RSH: return a >> (b & 31);
	case AB_ARSH: return (s32)a >> (b & 31);
	case AB_DIV: return b ? a / b : 0;
	case AB_MOD: return b ? a % b : a;
	case AB_SDIV: return !b ? 0 : b == ~0u ? -a : (u32)((s32)a / (s32)b);
	case AB_SMOD: return !b ? a : b == ~0u ? 0 : (u32)((s32)a % (s32)b);
	default: return alu64(op, a, b);
	}
}

u64 sample_alu(u8 op, bool is32, u64 a, u64 b)
{
	return is32 ? alu32(op, a, b) : alu64(op, a, b);
}

bool sample_compare(u8 op, bool is32, u64 a, u64 b)
{
	s64 x = is32 ? (s32)a : (s64)a, y = is32 ? (s32)b : (s64)b;

	if (is32) {
		a = (u32)a;
		b = (u32)b;
	}
	switch (op) {
	case AB_JEQ: return a == b;
	case AB_JNE: return a != b;
	case AB_JGT: return a > b;
	case AB_JGE: return a >= b;
	case AB_JLT: return a < b;
	case AB_JLE: return a <= b;
	case AB_JSGT: return x > y;
	case AB_JSGE: return x >= y;
	case AB_JSLT: return x < y;
	case AB_JSLE: return x <= y;
	default: return a & b;
	}
}

const char *sample_text(const struct ab_scalar *s)
{
	static char text[6][400];
	static u32 turn;
	char *buf = text[turn++ % ARRAY_SIZE(text)];
	int len = ab_scalar_print(buf, sizeof(text[0]), s);

	if (!len)
		strscpy(buf, "(unknown)", sizeof(text[0]));
	return buf;
}
