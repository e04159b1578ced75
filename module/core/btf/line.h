/* SPDX-License-Identifier: GPL-2.0 */
/*
 * From instructions back to source: the line_info table that comes with a program. Checked once by
 * the verifier (verify/frames.c), then read by its log and report.
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

/* The record that covers instruction @insn, or NULL. @info is ascending. */
const struct altbpf_line_info *ab_line_find(const struct altbpf_line_info *info, u32 cnt, u32 insn);
/* What a record says; false if @btf or @info is NULL or a string is missing. */
bool ab_line_describe(const struct ab_btf *btf, const struct altbpf_line_info *info, struct ab_line *line);

#endif
