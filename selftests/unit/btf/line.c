// SPDX-License-Identifier: GPL-2.0
/*
 * Source lines of a program: finding the record of an instruction and reading it.
 */
#include "core/btf/line.h"
#include "build.h"

static const struct altbpf_line_info lines[] = {
	{ 0, 1, 5, 10 << 10 | 3 }, { 4, 1, 5, 11 << 10 | 1 }, { 9, 1, 5, 20 << 10 },
};
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
