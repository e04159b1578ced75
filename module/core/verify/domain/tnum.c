// SPDX-License-Identifier: GPL-2.0
/*
 * Known bits: the operations. In all of them a carry, borrow or product is followed through the
 * known bits only; where an unknown bit could change a result bit, that bit becomes unknown.
 * Used by scalar*.c; proved by selftests/unit/domain (all tnums of four bits) and selftests/prove.
 */
#include <linux/kernel.h>
#include <linux/bitops.h>

#include "core/verify/domain/tnum.h"

/* Bits 0 to n - 1, n up to 64. */
static u64 low_bits(u32 n)
{
	return n >= 64 ? ~0ULL : (1ULL << n) - 1;
}

/* Sound: numbers of [min, max] agree in all bits above the highest one in which min and max differ. */
struct ab_tnum ab_tnum_range(u64 min, u64 max)
{
	return ab_tnum_make(min, low_bits(fls64(min ^ max)));
}

/*
 * Sound: the sum of the smallest members and the sum of the largest differ exactly in the bits
 * that some choice of unknown bits, directly or by a carry, can change.
 */
struct ab_tnum ab_tnum_add(struct ab_tnum a, struct ab_tnum b)
{
	u64 low = a.value + b.value;
	u64 high = low + a.mask + b.mask;

	return ab_tnum_make(low, (low ^ high) | a.mask | b.mask);
}

/* Sound: as for the sum, with the extremes (a small, b large) and (a large, b small). */
struct ab_tnum ab_tnum_sub(struct ab_tnum a, struct ab_tnum b)
{
	u64 mid = a.value - b.value;
	u64 high = mid + a.mask;
	u64 low = mid - b.mask;

	return ab_tnum_make(mid, (high ^ low) | a.mask | b.mask);
}

/*
 * Sound: schoolbook multiplication; a known 1 in @a adds the shifted @b, an unknown bit adds it
 * or does not, so both outcomes are joined.
 */
struct ab_tnum ab_tnum_mul(struct ab_tnum a, struct ab_tnum b)
{
	struct ab_tnum sum = ab_tnum_const(0);

	if (hweight64(a.value | a.mask) > hweight64(b.value | b.mask))
		swap(a, b);
	for (; a.value | a.mask; a = ab_tnum_rsh(a, 1), b = ab_tnum_lsh(b, 1)) {
		if (a.value & 1)
			sum = ab_tnum_add(sum, b);
		else if (a.mask & 1)
			sum = ab_tnum_join(sum, ab_tnum_add(sum, b));
	}
	return sum;
}

/* Sound: a result bit is 1 if both are known 1, 0 if one is known 0, else unknown. */
struct ab_tnum ab_tnum_and(struct ab_tnum a, struct ab_tnum b)
{
	u64 maybe = (a.value | a.mask) & (b.value | b.mask);

	return ab_tnum_make(a.value & b.value, maybe & ~(a.value & b.value));
}

/* Sound: a result bit is 1 if one is known 1, 0 if both are known 0, else unknown. */
struct ab_tnum ab_tnum_or(struct ab_tnum a, struct ab_tnum b)
{
	u64 ones = a.value | b.value;

	return ab_tnum_make(ones, (a.mask | b.mask) & ~ones);
}

/* Sound: a result bit is known exactly where both are. */
struct ab_tnum ab_tnum_xor(struct ab_tnum a, struct ab_tnum b)
{
	return ab_tnum_make(a.value ^ b.value, a.mask | b.mask);
}

/* Sound: shifts move value and mask alike; zeros come in known. */
struct ab_tnum ab_tnum_lsh(struct ab_tnum t, u32 shift)
{
	return ab_tnum_make(t.value << shift, t.mask << shift);
}

/* Sound: as lsh. */
struct ab_tnum ab_tnum_rsh(struct ab_tnum t, u32 shift)
{
	return ab_tnum_make(t.value >> shift, t.mask >> shift);
}

/* Sound: copies of the sign come in, which are known or unknown as the sign is. */
struct ab_tnum ab_tnum_arsh(struct ab_tnum t, u32 shift, u32 bits)
{
	if (bits == 32)
		return ab_tnum_make((u32)((s32)t.value >> shift), (u32)((s32)t.mask >> shift));
	return ab_tnum_make((s64)t.value >> shift, (s64)t.mask >> shift);
}

/* Sound: bits above are known 0, or copies of the sign in value and mask. */
struct ab_tnum ab_tnum_cast(struct ab_tnum t, u32 size, bool sign)
{
	u32 shift = 64 - 8 * size;

	t = ab_tnum_lsh(t, shift);
	return sign ? ab_tnum_arsh(t, shift, 64) : ab_tnum_rsh(t, shift);
}

static u64 swap_bytes(u64 x, u32 size)
{
	u64 out = 0;
	u32 i;

	for (i = 0; i < size; i++)
		out |= (x >> (8 * i) & 0xff) << (8 * (size - 1 - i));
	return out;
}

/* Sound: a byte takes its known and unknown bits with it. */
struct ab_tnum ab_tnum_swap(struct ab_tnum t, u32 size)
{
	return ab_tnum_make(swap_bytes(t.value, size), swap_bytes(t.mask, size));
}

/* Sound: a member of both agrees with every bit that either knows. */
bool ab_tnum_meet(struct ab_tnum a, struct ab_tnum b, struct ab_tnum *out)
{
	if ((a.value ^ b.value) & ~a.mask & ~b.mask)
		return false;
	*out = ab_tnum_make(a.value | b.value, a.mask & b.mask);
	return true;
}

/* Sound: only what both know alike stays known. */
struct ab_tnum ab_tnum_join(struct ab_tnum a, struct ab_tnum b)
{
	return ab_tnum_make(a.value, a.mask | b.mask | (a.value ^ b.value));
}

/*
 * Sound: below the highest known bit in which @x disagrees nothing of @x can stay. Where that bit
 * should be 1, members that keep @x's part above are larger than @x, and the smallest has zeros in
 * all unknown bits below; where it should be 0, the part above must grow by its lowest unknown 0.
 */
bool ab_tnum_next(struct ab_tnum t, u64 x, u64 *next)
{
	u64 wrong = (x & ~t.mask) ^ t.value;
	u64 grow, below;
	u32 top;

	if (!wrong) {
		*next = x;
		return true;
	}
	top = fls64(wrong) - 1;
	below = low_bits(top + 1);
	if (t.value >> top & 1) {
		*next = (x & ~below) | (t.value & below);
		return true;
	}
	grow = t.mask & ~x & ~below;
	if (!grow)
		return false;
	grow &= -grow;
	*next = (x & ~(grow | (grow - 1))) | grow | (t.value & (grow - 1));
	return true;
}

/* Sound: complementing reverses the order of numbers. */
bool ab_tnum_prev(struct ab_tnum t, u64 x, u64 *prev)
{
	u64 next;

	if (!ab_tnum_next(ab_tnum_make(~t.value, t.mask), ~x, &next))
		return false;
	*prev = ~next;
	return true;
}
