/* SPDX-License-Identifier: GPL-2.0 */
/*
 * From instructions back to source: the func_info and line_info tables that come with a program.
 * Checked once by the verifier, then read by logs, reports and dumps.
 */
#ifndef AB_CORE_BTF_LINE_H
#define AB_CORE_BTF_LINE_H

#include <linux/types.h>
#include <linux/altbpf.h>
#include "core/btf/btf.h"

/**
 * struct ab_line - a place in the source
 * @file: file name, "" if unknown
 * @text: the line itself without blanks in front, "" if unknown
 * @line: counted from 1
 * @col: counted from 1, 0 if unknown
 */
struct ab_line {
	const char *file;
	const char *text;
	u32 line;
	u32 col;
};

/**
 * ab_func_info_check() - are these the functions of the program?
 * @btf: the program's types
 * @info: records, one a function
 * @cnt: how many
 * @starts: first instruction of each function, ascending
 * @start_cnt: how many functions
 * @log: where complaints go, or NULL
 * Return: 0 or -EINVAL.
 */
int __must_check ab_func_info_check(const struct ab_btf *btf, const struct altbpf_func_info *info, u32 cnt,
				    const u32 *starts, u32 start_cnt, const struct ab_log *log);

/**
 * ab_line_info_check() - do these records describe the program?
 * @btf: the program's types
 * @info: records, ascending
 * @cnt: how many
 * @insns: the program
 * @insn_cnt: its length
 * @starts: first instruction of each function, ascending
 * @start_cnt: how many functions
 * @log: where complaints go, or NULL
 * Return: 0 or -EINVAL.
 */
int __must_check ab_line_info_check(const struct ab_btf *btf, const struct altbpf_line_info *info, u32 cnt,
				    const struct altbpf_insn *insns, u32 insn_cnt, const u32 *starts,
				    u32 start_cnt, const struct ab_log *log);

/* The record that covers instruction @insn, or NULL. @info is ascending. */
const struct altbpf_line_info *ab_line_find(const struct altbpf_line_info *info, u32 cnt, u32 insn);
/* What a record says; false if @btf or @info is NULL or a string is missing. */
bool ab_line_describe(const struct ab_btf *btf, const struct altbpf_line_info *info, struct ab_line *line);

#endif
