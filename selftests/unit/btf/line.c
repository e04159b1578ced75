// SPDX-License-Identifier: GPL-2.0
/*
 * Source lines and functions of a program: finding the record of an instruction, and refusing
 * tables that do not describe the program.
 */
#include "core/btf/line.h"
#include "build.h"

#define INSNS 20

static const struct altbpf_line_info lines[] = {
	{ 0, 1, 5, 10 << 10 | 3 }, { 4, 1, 5, 11 << 10 | 1 }, { 9, 1, 5, 20 << 10 },
};
static const u32 starts[] = { 0, 9 };

static struct ab_btf *make_btf(void)
{
	struct build b;
	struct ab_btf *btf;

	build_everything(&b);
	btf = ab_btf_parse(b.raw, b.size, NULL);
	return IS_ERR(btf) ? NULL : btf;
}

UNIT(btf_line_find)
{
	EXPECT(ab_line_find(lines, 3, 0) == &lines[0]);
	EXPECT(ab_line_find(lines, 3, 3) == &lines[0]);
	EXPECT(ab_line_find(lines, 3, 4) == &lines[1]);
	EXPECT(ab_line_find(lines, 3, 100) == &lines[2]);
	EXPECT(!ab_line_find(lines + 1, 2, 3));
	EXPECT(!ab_line_find(lines, 0, 3));
	EXPECT(!ab_line_find(NULL, 3, 3));
}

UNIT(btf_line_describe)
{
	struct altbpf_line_info info = { 0 };
	struct ab_line line;
	struct ab_btf *btf;
	struct build b;

	build_init(&b);
	build_int(&b, "int", 4, 0);
	info.file_name_off = build_string(&b, "a.c");
	info.line_off = build_string(&b, "\t  return 0;");
	info.line_col = 12 << 10 | 7;
	build_finish(&b);
	btf = ab_btf_parse(b.raw, b.size, NULL);
	EXPECT(!IS_ERR(btf));
	EXPECT(ab_line_describe(btf, &info, &line));
	EXPECT_STR(line.file, "a.c");
	EXPECT_STR(line.text, "return 0;");
	EXPECT_EQ(line.line, 12);
	EXPECT_EQ(line.col, 7);
	info.line_off = 9999;
	EXPECT(!ab_line_describe(btf, &info, &line));
	EXPECT(!ab_line_describe(NULL, &info, &line));
	EXPECT(!ab_line_describe(btf, NULL, &line));
	ab_btf_free(btf);
}

UNIT(btf_line_check)
{
	struct altbpf_insn insns[INSNS];
	struct altbpf_line_info bad[3];
	struct ab_btf *btf = make_btf();

	EXPECT(btf);
	memset(insns, 0x95, sizeof(insns));
	EXPECT_EQ(ab_line_info_check(btf, lines, 3, insns, INSNS, starts, 2, NULL), 0);
	EXPECT_EQ(ab_line_info_check(btf, lines, 2, insns, INSNS, starts, 2, NULL), -EINVAL);
	EXPECT_EQ(ab_line_info_check(btf, lines + 1, 2, insns, INSNS, starts, 2, NULL), -EINVAL);
	EXPECT_EQ(ab_line_info_check(btf, lines, 3, insns, 9, starts, 2, NULL), -EINVAL);
	insns[4].code = 0;
	EXPECT_EQ(ab_line_info_check(btf, lines, 3, insns, INSNS, starts, 2, NULL), -EINVAL);
	insns[4].code = 0x95;
	memcpy(bad, lines, sizeof(bad));
	bad[1].insn_off = 0;
	EXPECT_EQ(ab_line_info_check(btf, bad, 3, insns, INSNS, starts, 2, NULL), -EINVAL);
	memcpy(bad, lines, sizeof(bad));
	bad[2].file_name_off = 99999;
	EXPECT_EQ(ab_line_info_check(btf, bad, 3, insns, INSNS, starts, 2, NULL), -EINVAL);
	ab_btf_free(btf);
}

UNIT(btf_func_check)
{
	struct altbpf_func_info good[2] = { { 0, 14 }, { 9, 14 } }, bad[2];
	struct ab_btf *btf = make_btf();

	EXPECT(btf);
	EXPECT_EQ(ab_func_info_check(btf, good, 2, starts, 2, NULL), 0);
	EXPECT_EQ(ab_func_info_check(btf, good, 1, starts, 2, NULL), -EINVAL);
	memcpy(bad, good, sizeof(bad));
	bad[0].insn_off = 1;
	EXPECT_EQ(ab_func_info_check(btf, bad, 2, starts, 2, NULL), -EINVAL);
	memcpy(bad, good, sizeof(bad));
	bad[1].insn_off = 8;
	EXPECT_EQ(ab_func_info_check(btf, bad, 2, starts, 2, NULL), -EINVAL);
	memcpy(bad, good, sizeof(bad));
	bad[1].type_id = 13;
	EXPECT_EQ(ab_func_info_check(btf, bad, 2, starts, 2, NULL), -EINVAL);
	bad[1].type_id = 1000;
	EXPECT_EQ(ab_func_info_check(btf, bad, 2, starts, 2, NULL), -EINVAL);
	ab_btf_free(btf);
}
