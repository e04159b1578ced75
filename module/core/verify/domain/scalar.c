// SPDX-License-Identifier: GPL-2.0
/*
 * Scalars as sets: making, asking, joining, cutting to a width, printing. Arithmetic is in
 * scalar_alu.c, branches are in scalar_branch.c. Used by verify/; proved by selftests/unit/domain.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "core/verify/domain/parts.h"

struct ab_scalar ab_scalar_const(u64 value)
{
	return (struct ab_scalar){
		.bits = ab_tnum_const(value),
		.umin = value, .umax = value,
		.smin = (s64)value, .smax = (s64)value,
		.u32_min = (u32)value, .u32_max = (u32)value,
		.s32_min = (s32)value, .s32_max = (s32)value,
	};
}

struct ab_scalar ab_scalar_unknown(void)
{
	return (struct ab_scalar){
		.bits = ab_tnum_unknown(),
		.umin = 0, .umax = U64_MAX,
		.smin = S64_MIN, .smax = S64_MAX,
		.u32_min = 0, .u32_max = U32_MAX,
		.s32_min = S32_MIN, .s32_max = S32_MAX,
	};
}

/* Sound: the other parts start unknown and learn from the range. */
struct ab_scalar ab_scalar_range(u64 min, u64 max)
{
	struct ab_scalar s = ab_scalar_unknown();

	s.umin = min;
	s.umax = max;
	ab_scalar_sync(&s);
	return s;
}

/* Sound: as ab_scalar_range(). */
struct ab_scalar ab_scalar_srange(s64 min, s64 max)
{
	struct ab_scalar s = ab_scalar_unknown();

	s.smin = min;
	s.smax = max;
	ab_scalar_sync(&s);
	return s;
}

/* Sound: a load gives any pattern of its bytes, extended. */
struct ab_scalar ab_scalar_load(u32 size, bool sign)
{
	struct ab_scalar s = ab_scalar_unknown();

	ab_scalar_trunc(&s, size, sign);
	return s;
}

bool ab_scalar_is_unknown(const struct ab_scalar *s)
{
	struct ab_scalar unknown = ab_scalar_unknown();

	return ab_scalar_equal(s, &unknown);
}

bool ab_scalar_contains(const struct ab_scalar *s, u64 value)
{
	return ab_tnum_contains(s->bits, value) &&
	       s->umin <= value && value <= s->umax &&
	       s->smin <= (s64)value && (s64)value <= s->smax &&
	       s->u32_min <= (u32)value && (u32)value <= s->u32_max &&
	       s->s32_min <= (s32)value && (s32)value <= s->s32_max;
}

/* struct ab_scalar has no padding, so equal bounds are equal bytes. */
bool ab_scalar_equal(const struct ab_scalar *a, const struct ab_scalar *b)
{
	return !memcmp(a, b, sizeof(*a));
}

/* Sound: what satisfies the tighter bounds of @cur satisfies the wider ones of @old. */
bool ab_scalar_includes(const struct ab_scalar *old, const struct ab_scalar *cur)
{
	return ab_tnum_includes(old->bits, cur->bits) &&
	       old->umin <= cur->umin && cur->umax <= old->umax &&
	       old->smin <= cur->smin && cur->smax <= old->smax &&
	       old->u32_min <= cur->u32_min && cur->u32_max <= old->u32_max &&
	       old->s32_min <= cur->s32_min && cur->s32_max <= old->s32_max;
}

/*
 * Sound: bytes above are cut or replaced by copies of the sign, in bits and ranges alike; the
 * ranges come from the low half, which has all of the bytes that stay.
 */
void ab_scalar_trunc(struct ab_scalar *s, u32 size, bool sign)
{
	struct ab_parts parts;
	struct ab_arcs kept;

	if (size >= 8)
		return;
	if (ab_scalar_is_const(s)) {
		*s = ab_scalar_const(ab_tnum_cast(s->bits, size, sign).value);
		return;
	}
	parts = ab_parts_of(s);
	kept = ab_arcs_narrow(&parts.low, 8 * size);
	parts.bits = ab_tnum_cast(parts.bits, size, sign);
	parts.all = ab_arcs_extend(&kept, 8 * size, sign);
	parts.low = ab_arcs_narrow(&parts.all, 32);
	*s = ab_parts_scalar(&parts);
}

/* Sound: the ranges follow from the known bits alone where bytes change their places. */
void ab_scalar_endian(struct ab_scalar *s, u32 size, bool swap)
{
	struct ab_parts parts;

	if (!swap) {
		ab_scalar_trunc(s, size, false);
		return;
	}
	parts = ab_parts_unknown();
	parts.bits = ab_tnum_swap(s->bits, size);
	*s = ab_parts_scalar(&parts);
}

/* Sound: every bound is the weaker of the two. */
void ab_scalar_join(struct ab_scalar *dst, const struct ab_scalar *src)
{
	dst->bits = ab_tnum_join(dst->bits, src->bits);
	dst->umin = min(dst->umin, src->umin);
	dst->umax = max(dst->umax, src->umax);
	dst->smin = min(dst->smin, src->smin);
	dst->smax = max(dst->smax, src->smax);
	dst->u32_min = min(dst->u32_min, src->u32_min);
	dst->u32_max = max(dst->u32_max, src->u32_max);
	dst->s32_min = min(dst->s32_min, src->s32_min);
	dst->s32_max = max(dst->s32_max, src->s32_max);
	ab_scalar_sync(dst);
}

/* Sound: a member of both satisfies the stronger of each two bounds. */
bool ab_scalar_meet(struct ab_scalar *dst, const struct ab_scalar *src)
{
	struct ab_parts a = ab_parts_of(dst), b = ab_parts_of(src);

	if (!ab_tnum_meet(a.bits, b.bits, &dst->bits))
		return false;
	a.bits = dst->bits;
	a.all = ab_arcs_meet(a.all, b.all);
	a.low = ab_arcs_meet(a.low, b.low);
	if (!ab_parts_sync(&a))
		return false;
	*dst = ab_parts_scalar(&a);
	return true;
}

/* Where a growing upper bound may rest: the ends of the usual types. */
static u64 umax_landmark(u64 x)
{
	static const u64 marks[] = { U8_MAX, U16_MAX, S32_MAX, U32_MAX, S64_MAX };
	u32 i;

	for (i = 0; i < ARRAY_SIZE(marks); i++)
		if (x <= marks[i])
			return marks[i];
	return U64_MAX;
}

static s64 smin_landmark(s64 x)
{
	return x >= 0 ? 0 : x >= S32_MIN ? S32_MIN : S64_MIN;
}

static s64 smax_landmark(s64 x)
{
	return x < 0 ? -1 : (s64)min_t(u64, umax_landmark(x), S64_MAX);
}

/* Sound: no bound ends up stronger than in @dst or @cur. */
void ab_scalar_widen(struct ab_scalar *dst, const struct ab_scalar *cur)
{
	dst->bits = ab_tnum_join(dst->bits, cur->bits);
	if (cur->umin < dst->umin)
		dst->umin = 0;
	if (cur->umax > dst->umax)
		dst->umax = umax_landmark(cur->umax);
	if (cur->smin < dst->smin)
		dst->smin = smin_landmark(cur->smin);
	if (cur->smax > dst->smax)
		dst->smax = smax_landmark(cur->smax);
	if (cur->u32_min < dst->u32_min)
		dst->u32_min = 0;
	if (cur->u32_max > dst->u32_max)
		dst->u32_max = min_t(u64, umax_landmark(cur->u32_max), U32_MAX);
	if (cur->s32_min < dst->s32_min)
		dst->s32_min = max_t(s64, smin_landmark(cur->s32_min), S32_MIN);
	if (cur->s32_max > dst->s32_max)
		dst->s32_max = min_t(s64, smax_landmark(cur->s32_max), S32_MAX);
	ab_scalar_sync(dst);
}

/* Appends "name=value" with a comma where one is needed. */
static int print_bound(char *buf, size_t size, int len, const char *name, s64 value, bool is_signed)
{
	const char *sep = len > 1 ? "," : "";

	if (is_signed)
		return len + scnprintf(buf + len, size - len, "%s%s=%lld", sep, name, value);
	return len + scnprintf(buf + len, size - len, "%s%s=%llu", sep, name, (u64)value);
}

/* Bounds that say nothing, or what another one said already, are left out. */
int ab_scalar_print(char *buf, size_t size, const struct ab_scalar *s)
{
	int len;

	if (!size)
		return 0;
	buf[0] = 0;
	if (ab_scalar_is_const(s))
		return scnprintf(buf, size, "%lld", (s64)ab_scalar_value(s));
	if (ab_scalar_is_unknown(s))
		return 0;
	len = scnprintf(buf, size, "(");
	if (s->smin != S64_MIN && s->smin != (s64)s->umin)
		len = print_bound(buf, size, len, "smin", s->smin, true);
	if (s->smax != S64_MAX && s->smax != (s64)s->umax)
		len = print_bound(buf, size, len, "smax", s->smax, true);
	if (s->umin)
		len = print_bound(buf, size, len, "umin", s->umin, false);
	if (s->umax != U64_MAX)
		len = print_bound(buf, size, len, "umax", s->umax, false);
	if (~s->bits.mask)
		len += scnprintf(buf + len, size - len, "%svar_off=(0x%llx; 0x%llx)", len > 1 ? "," : "",
				 s->bits.value, s->bits.mask);
	if (s->s32_min != S32_MIN && s->s32_min != s->smin)
		len = print_bound(buf, size, len, "s32_min", s->s32_min, true);
	if (s->s32_max != S32_MAX && s->s32_max != s->smax)
		len = print_bound(buf, size, len, "s32_max", s->s32_max, true);
	if (s->u32_min && s->u32_min != s->umin)
		len = print_bound(buf, size, len, "u32_min", s->u32_min, false);
	if (s->u32_max != U32_MAX && s->u32_max != s->umax)
		len = print_bound(buf, size, len, "u32_max", s->u32_max, false);
	return len + scnprintf(buf + len, size - len, ")");
}
