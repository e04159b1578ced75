// SPDX-License-Identifier: GPL-2.0
/*
 * From instructions back to source: checks of func_info and line_info, and the look-up of the
 * line that an instruction came from. Used by verify/ and dumps; proved by selftests/unit/btf.
 */
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/ctype.h>

#include "core/btf/line.h"

static bool is_function(const struct ab_btf *btf, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(btf, id);

	if (!type || AB_BTF_KIND(type->info) != AB_BTF_FUNC)
		return false;
	type = ab_btf_type_at(btf, type->type);
	return type && AB_BTF_KIND(type->info) == AB_BTF_FUNC_PROTO;
}

int ab_func_info_check(const struct ab_btf *btf, const struct altbpf_func_info *info, u32 cnt,
		       const u32 *starts, u32 start_cnt, const struct ab_log *log)
{
	u32 i;

	if (cnt != start_cnt) {
		ab_log(log, "number of funcs in func_info doesn't match number of subprogs\n");
		return -EINVAL;
	}
	for (i = 0; i < cnt; i++) {
		if (!i && info[i].insn_off) {
			ab_log(log, "nonzero insn_off %u for the first func info record\n", info[i].insn_off);
			return -EINVAL;
		}
		if (i && info[i].insn_off <= info[i - 1].insn_off) {
			ab_log(log, "same or smaller insn offset (%u) than previous func info record (%u)\n",
			       info[i].insn_off, info[i - 1].insn_off);
			return -EINVAL;
		}
		if (info[i].insn_off != starts[i]) {
			ab_log(log, "func_info BTF section doesn't match subprog layout in BPF program\n");
			return -EINVAL;
		}
		if (!is_function(btf, info[i].type_id)) {
			ab_log(log, "invalid type id %u in func info\n", info[i].type_id);
			return -EINVAL;
		}
	}
	return 0;
}

static int check_record(const struct ab_btf *btf, const struct altbpf_line_info *info, u32 i,
			const struct altbpf_insn *insns, u32 insn_cnt, const struct ab_log *log)
{
	u32 off = info[i].insn_off, prev = i ? info[i - 1].insn_off : 0;

	if ((i && off <= prev) || off >= insn_cnt) {
		ab_log(log, "Invalid line_info[%u].insn_off:%u (prev_offset:%u prog->len:%u)\n", i, off, prev,
		       insn_cnt);
		return -EINVAL;
	}
	if (!insns[off].code) {
		ab_log(log, "Invalid insn code at line_info[%u].insn_off\n", i);
		return -EINVAL;
	}
	if (!ab_btf_string(btf, info[i].line_off) || !ab_btf_string(btf, info[i].file_name_off)) {
		ab_log(log, "Invalid line_info[%u].line_off or .file_name_off\n", i);
		return -EINVAL;
	}
	return 0;
}

int ab_line_info_check(const struct ab_btf *btf, const struct altbpf_line_info *info, u32 cnt,
		       const struct altbpf_insn *insns, u32 insn_cnt, const u32 *starts,
		       u32 start_cnt, const struct ab_log *log)
{
	u32 func = 0, i;
	int err;

	for (i = 0; i < cnt; i++) {
		err = check_record(btf, info, i, insns, insn_cnt, log);
		if (err)
			return err;
		if (func == start_cnt)
			continue;
		if (info[i].insn_off == starts[func]) {
			func++;
		} else if (starts[func] < info[i].insn_off) {
			ab_log(log, "missing bpf_line_info for func#%u\n", func);
			return -EINVAL;
		}
	}
	if (func != start_cnt) {
		ab_log(log, "missing bpf_line_info for %u funcs starting from func#%u\n", start_cnt - func, func);
		return -EINVAL;
	}
	return 0;
}

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
