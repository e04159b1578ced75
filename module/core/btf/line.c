// SPDX-License-Identifier: GPL-2.0
/*
 * From instructions back to source: the line that an instruction came from. Used by verify/;
 * proved by selftests/unit/btf.
 */
#include <linux/kernel.h>
#include <linux/ctype.h>

#include "core/btf/line.h"

const struct altbpf_line_info *ab_line_find(const struct altbpf_line_info *info, u32 cnt, u32 insn)
{
	u32 low = 0, high = cnt; /* records before low are <= insn, those from high on are > insn */

	if (!info)
		return NULL;
	while (low < high) {
		u32 mid = low + (high - low) / 2;

		if (info[mid].insn_off <= insn)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? &info[low - 1] : NULL;
}

bool ab_line_describe(const struct ab_btf *btf, const struct altbpf_line_info *info, struct ab_line *line)
{
	if (!btf || !info)
		return false;
	line->file = ab_btf_string(btf, info->file_name_off);
	line->text = ab_btf_string(btf, info->line_off);
	line->line = info->line_col >> 10;
	line->col = info->line_col & 0x3ff;
	if (!line->file || !line->text)
		return false;
	while (isspace(*line->text))
		line->text++;
	return true;
}
