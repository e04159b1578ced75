/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Hashing and comparing keys. A 64 x 64 bit multiplication folded onto itself mixes all bits of
 * both operands; with seeds of the map's own nobody outside can aim at one bucket. Code is written
 * for a class of sizes; where the class is a constant at the call it comes out as a few instructions.
 */
#ifndef AB_MAPS_HASH_KEY_H
#define AB_MAPS_HASH_KEY_H

#include <linux/math64.h>
#include <linux/string.h>
#include <linux/types.h>
#include <asm/unaligned.h>

/* Classes of key sizes; keys of the first three are one word in the element. */
enum ab_key_class {
	AB_KEY_4,
	AB_KEY_8,
	AB_KEY_SHORT, /* 1 to 7 but not 4: the word is padded with zeroes */
	AB_KEY_16,
	AB_KEY_LONG, /* 9 and more but not 16 */
};

static inline enum ab_key_class ab_key_class(u32 size)
{
	switch (size) {
	case 4:
		return AB_KEY_4;
	case 8:
		return AB_KEY_8;
	case 16:
		return AB_KEY_16;
	default:
		return size < 8 ? AB_KEY_SHORT : AB_KEY_LONG;
	}
}

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

static __always_inline u32 ab_key_load4(const void *p)
{
	return get_unaligned((const u32 *)p);
}

static __always_inline u64 ab_key_load_short(const void *p, u32 size)
{
	u64 word = 0;

	memcpy(&word, p, size);
	return word;
}

/* 9 bytes and more; the tail is read together with bytes before it. */
static __always_inline u64 ab_key_hash_long(const u8 *p, u32 size, u64 seed, u64 mult)
{
	const u8 *last = p + size - 16;

	if (size <= 16)
		return ab_key_mix(ab_key_load8(p) ^ mult ^ size, ab_key_load8(last + 8) ^ seed);
	do {
		seed = ab_key_mix(ab_key_load8(p) ^ mult, ab_key_load8(p + 8) ^ seed);
		p += 16;
	} while (p < last);
	return ab_key_mix(ab_key_load8(last) ^ mult ^ size, ab_key_load8(last + 8) ^ seed);
}

static __always_inline u32 ab_key_hash(const void *key, enum ab_key_class class, u32 size, u64 seed, u64 mult)
{
	switch (class) {
	case AB_KEY_4:
		return ab_key_mix(ab_key_load4(key) ^ seed, mult);
	case AB_KEY_8:
		return ab_key_mix(ab_key_load8(key) ^ seed, mult);
	case AB_KEY_SHORT:
		return ab_key_mix(ab_key_load_short(key, size) ^ seed, mult);
	case AB_KEY_16:
		return ab_key_hash_long(key, 16, seed, mult);
	default:
		return ab_key_hash_long(key, size, seed, mult);
	}
}

/* Is @key what the element holds at @stored? */
static __always_inline bool ab_key_equal(const u64 *stored, const void *key, enum ab_key_class class, u32 size)
{
	const u8 *p = (const u8 *)stored, *q = key;
	s64 off;

	switch (class) {
	case AB_KEY_4:
		return *(const u32 *)stored == ab_key_load4(key);
	case AB_KEY_8:
		return stored[0] == ab_key_load8(key);
	case AB_KEY_SHORT:
		return stored[0] == ab_key_load_short(key, size);
	case AB_KEY_16:
		return stored[0] == ab_key_load8(q) && stored[1] == ab_key_load8(q + 8);
	default:
		/* From the end, where keys differ most often; the first two words may overlap. */
		for (off = (s64)size - 8; off > 0; off -= 8)
			if (ab_key_load8(p + off) != ab_key_load8(q + off))
				return false;
		return stored[0] == ab_key_load8(q);
	}
}

static __always_inline void ab_key_store(u64 *stored, const void *key, enum ab_key_class class, u32 size)
{
	/* One store where one load compares it: a reader of a recycled element sees no mixture. */
	switch (class) {
	case AB_KEY_4:
		WRITE_ONCE(*(u32 *)stored, ab_key_load4(key));
		return;
	case AB_KEY_8:
		WRITE_ONCE(stored[0], ab_key_load8(key));
		return;
	case AB_KEY_SHORT:
		WRITE_ONCE(stored[0], ab_key_load_short(key, size));
		return;
	case AB_KEY_16:
		stored[0] = ab_key_load8(key);
		stored[1] = ab_key_load8((const u8 *)key + 8);
		return;
	default:
		memcpy(stored, key, size);
	}
}

/* Do one load and one store carry a key of this class? Then its hash need not be compared before. */
static __always_inline bool ab_key_is_word(enum ab_key_class class)
{
	return class == AB_KEY_4 || class == AB_KEY_8 || class == AB_KEY_SHORT;
}

#endif
