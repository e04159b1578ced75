/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Copies of values: mostly a few words, for which a string instruction takes longer to start than
 * the copy takes.
 */
#ifndef AB_MAPS_COPY_H
#define AB_MAPS_COPY_H

#include <linux/string.h>
#include <asm/unaligned.h>

#define AB_COPY_WORDS 128

static __always_inline void ab_copy(void *to, const void *from, u32 size)
{
	u8 *p = to;
	const u8 *q = from;
	u32 off;

	if (size < 8 || size > AB_COPY_WORDS) {
		if (size == 4)
			put_unaligned(get_unaligned((const u32 *)q), (u32 *)p);
		else
			memcpy(p, q, size);
		return;
	}
	for (off = 0; off + 8 < size; off += 8)
		put_unaligned(get_unaligned((const u64 *)(q + off)), (u64 *)(p + off));
	/* The last word may overlap the one before. */
	put_unaligned(get_unaligned((const u64 *)(q + size - 8)), (u64 *)(p + size - 8));
}

#endif
