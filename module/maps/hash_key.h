/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Hashing and comparing keys. A 64 x 64 bit multiplication folded onto itself mixes all bits of
 * both operands; with seeds of the map's own nobody outside can aim at one bucket. Sizes 4 and 8
 * are constants at the call, so that they come out as a few instructions.
 */
#ifndef AB_MAPS_HASH_KEY_H
#define AB_MAPS_HASH_KEY_H

#include <linux/math64.h>
#include <linux/types.h>
#include <asm/unaligned.h>

static __always_inline u64 ab_key_mix(u64 a, u64 b)
{
#if defined(CONFIG_ARCH_SUPPORTS_INT128) && defined(__SIZEOF_INT128__)
	unsigned __int128 product = (unsigned __int128)a * b;

	return (u64)product ^ (u64)(product >> 64);
#else
	return (a * b) ^ mul_u64_u64_shr(a, b, 64);
#endif
}

static __always_inline u64 ab_key_load8(const void *p)
{
	return get_unaligned((const u64 *)p);
}

static __always_inline u64 ab_key_load4(const void *p)
{
	return get_unaligned((const u32 *)p);
}

/* 1 to 3 bytes: first, middle and last cover them all. */
static __always_inline u64 ab_key_load_few(const u8 *p, u32 size)
{
	return (u64)p[0] << 16 | (u64)p[size / 2] << 8 | p[size - 1];
}

/* The hash of @size bytes; the tail of a long key is read together with bytes before it. */
static __always_inline u32 ab_key_hash(const void *key, u32 size, u64 seed, u64 mult)
{
	const u8 *p = key;
	u64 h = seed;
	u32 left;

	if (size == 4)
		return ab_key_mix(ab_key_load4(p) ^ seed, mult);
	if (size == 8)
		return ab_key_mix(ab_key_load8(p) ^ seed, mult);
	if (size < 4)
		return ab_key_mix((ab_key_load_few(p, size) | (u64)size << 32) ^ seed, mult);
	if (size < 8)
		return ab_key_mix((ab_key_load4(p) | ab_key_load4(p + size - 4) << 32) ^ seed,
				  mult + size);
	for (left = size; left > 16; left -= 16, p += 16)
		h = ab_key_mix(ab_key_load8(p) ^ mult, ab_key_load8(p + 8) ^ h);
	p = (const u8 *)key + size;
	return ab_key_mix(ab_key_load8(size > 16 ? p - 16 : key) ^ mult ^ size, ab_key_load8(p - 8) ^ h);
}

static __always_inline bool ab_key_equal(const void *a, const void *b, u32 size)
{
	const u8 *p = a, *q = b;
	u32 left;

	if (size == 4)
		return *(const u32 *)a == ab_key_load4(b);
	if (size == 8)
		return *(const u64 *)a == ab_key_load8(b);
	if (size < 4)
		return ab_key_load_few(p, size) == ab_key_load_few(q, size);
	if (size < 8)
		return ab_key_load4(p) == ab_key_load4(q) &&
		       ab_key_load4(p + size - 4) == ab_key_load4(q + size - 4);
	for (left = size; left > 8; left -= 8, p += 8, q += 8)
		if (ab_key_load8(p) != ab_key_load8(q))
			return false;
	return ab_key_load8((const u8 *)a + size - 8) == ab_key_load8((const u8 *)b + size - 8);
}

#endif
