/* SPDX-License-Identifier: GPL-2.0 */
/* The head of an input of the targets INSNS and INFO; parts follow it: BTF, records, instructions. */
#ifndef AB_SELFTESTS_INPUT_H
#define AB_SELFTESTS_INPUT_H

#include <linux/types.h>

/**
 * struct input_head - before the parts
 * @type: index of the program type
 * @log_level: bits 0 to 2; bit 7: not GPL
 * @flags: program flags
 * @func_cnt: function records
 * @line_cnt: line records
 * @btf_len: bytes of BTF
 */
struct input_head {
	u8 type;
	u8 log_level;
	u8 flags;
	u8 func_cnt;
	u8 line_cnt;
	u8 zero;
	u16 btf_len;
};

#endif
