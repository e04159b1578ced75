/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The path's history as precise.c walks it backward, one word an instruction:
 *
 *	 0-19 instruction   20-22 frame   23 callback   24 stack (or, of a jump: too many links)
 *	25-33 the stack slot: frame 3, slot 6
 *	34-43 a jump's linked registers   44-53, 54-63 linked slots: valid 1, frame 3, slot 6
 */
#ifndef AB_CORE_VERIFY_HIST_H
#define AB_CORE_VERIFY_HIST_H

#include <linux/types.h>

#define AB_HIST_CALLBACK (1ULL << 23)
#define AB_HIST_STACK (1ULL << 24)
#define AB_HIST_MANY (1ULL << 24)
#define AB_HIST_INSN(h) ((u32)(h) & 0xfffff)
#define AB_HIST_FRAME(h) ((u32)((h) >> 20) & 7)
#define AB_HIST_SLOT_FRAME(h) ((u32)((h) >> 31) & 7)
#define AB_HIST_SLOT(h) ((u32)((h) >> 25) & 63)
#define AB_HIST_LINK_REGS(h) ((u32)((h) >> 34) & 0x3ff)
#define AB_HIST_LINK_SLOT(h, i) ((u32)((h) >> (44 + 10 * (i))) & 0x3ff)
#define AB_HIST_LINKS(h) ((h) >> 34 || ((h) & AB_HIST_MANY))

static inline u64 ab_hist_make(u32 insn, u32 frame)
{
	return insn | (u64)frame << 20;
}

static inline u64 ab_hist_slot(u32 frame, u32 slot)
{
	return AB_HIST_STACK | (u64)slot << 25 | (u64)frame << 31;
}

static inline u64 ab_hist_links_add_reg(u64 note, u32 depth, u32 frame, u32 reg)
{
	if (frame != depth || reg > 9)
		return note | AB_HIST_MANY;
	return note | 1ULL << (34 + reg);
}

static inline u64 ab_hist_links_add_slot(u64 note, u32 frame, u32 slot)
{
	u64 word = 1U << 9 | frame << 6 | slot;
	u32 i;

	for (i = 0; i < 2; i++) {
		if (AB_HIST_LINK_SLOT(note, i) == word)
			return note;
		if (!AB_HIST_LINK_SLOT(note, i))
			return note | word << (44 + 10 * i);
	}
	return note | AB_HIST_MANY;
}

static inline u64 ab_hist_links_merge(u64 a, u64 b)
{
	u32 i, word;

	a |= b & (AB_HIST_MANY | 0x3ffULL << 34);
	for (i = 0; i < 2; i++) {
		word = AB_HIST_LINK_SLOT(b, i);
		if (word)
			a = ab_hist_links_add_slot(a, word >> 6 & 7, word & 63);
	}
	return a;
}

#endif
