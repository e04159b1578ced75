/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The path's history as precise.c walks it backward: one word an instruction,
 *
 *	 0-19 instruction   20-22 frame   24 there is a slot   25-30 the slot   31-33 its frame
 *
 * and behind a jump that narrowed linked numbers, words that name all of them, four in each:
 *
 *	 20-22 how many     23 set        24-33, 34-43, 44-53, 54-63: frame 3, place 7
 *
 * A place is a register, or 16 and up: a slot.
 */
#ifndef AB_CORE_VERIFY_HIST_H
#define AB_CORE_VERIFY_HIST_H

#include <linux/types.h>

#define AB_HIST_LINKS (1ULL << 23)
#define AB_HIST_STACK (1ULL << 24)
#define AB_HIST_INSN(h) ((u32)(h) & 0xfffff)
#define AB_HIST_FRAME(h) ((u32)((h) >> 20) & 7)
#define AB_HIST_SLOT_FRAME(h) ((u32)((h) >> 31) & 7)
#define AB_HIST_SLOT(h) ((u32)((h) >> 25) & 63)
#define AB_HIST_LINK_CNT(h) ((u32)((h) >> 20) & 7)
#define AB_HIST_LINK(h, i) ((u32)((h) >> (24 + 10 * (i))) & 0x3ff)
#define AB_HIST_PLACE_SLOT 16

static inline u64 ab_hist_make(u32 insn, u32 frame)
{
	return insn | (u64)frame << 20;
}

static inline u64 ab_hist_slot(u32 frame, u32 slot)
{
	return AB_HIST_STACK | (u64)slot << 25 | (u64)frame << 31;
}

/* One more name in a word of links; there must be room. */
static inline u64 ab_hist_add_link(u64 word, u32 frame, u32 place)
{
	u32 n = AB_HIST_LINK_CNT(word);

	word |= AB_HIST_LINKS | (u64)(frame << 7 | place) << (24 + 10 * n);
	return word + (1ULL << 20);
}

#endif
