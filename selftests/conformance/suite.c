// SPDX-License-Identifier: GPL-2.0
/*
 * Runs a table of programs with their expected results in both engines, without a verifier:
 *
 *	suite conformance tests.tsv      bpf_conformance: name, cpu, memory, program, r0, error
 *	suite test-bpf    test_bpf.tsv   lib/test_bpf.c: the eBPF rows
 *
 * --interp or --jit runs only one engine, --only NAME only rows of that name.
 */
#include "core/interp/interp.h"
#include "core/isa/disasm.h"
#include "core/spec/prog_type.h"
#include "../corpus/engine.h"
#include "hex.h"
#include <stdio.h>

struct row {
	const char *suite;
	char name[160];
	struct altbpf_insn *insns;
	u32 cnt;
	u64 r1;
	u64 r2;
	u64 want;
	bool narrow; /* only the lower 32 bits count */
	u8 *mem; /* restored before each run */
	long mem_len;
};

static int passed, failed;
static const char *only;
static int only_engine = -1;
static const char *self, *self_file;

static u64 no_helper(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	return 0;
}

static ab_helper_fn helpers[ALTBPF_FUNC_CNT];

static void print_program(const struct row *row)
{
	char text[128];
	u32 i;

	for (i = 0; i < row->cnt && i < 100; i++) {
		ab_disasm(text, sizeof(text), &row->insns[i]);
		printf("# %4u: %s\n", i, text);
		i += ab_insn_is_ld_imm64(&row->insns[i]);
	}
	if (row->cnt > i)
		printf("# ... %u instructions in all\n", row->cnt);
}

static void fail(const struct row *row, enum engine engine, const char *why)
{
	failed++;
	printf("not ok %s/%s/%s - %s; again: %s %s %s --%s --only '%s'\n", row->suite,
	       engine_names[engine], row->name, why, self, row->suite, self_file,
	       engine_names[engine], row->name);
	print_program(row);
}

static void run_engine(const struct row *row, enum engine engine, const struct ab_code *code)
{
	struct engine_prog prog;
	const char *crash;
	char why[128];
	u64 r0 = 0;
	int err;

	err = engine_build(&prog, engine, code);
	if (err) {
		snprintf(why, sizeof(why), "the engine refused it: error %d", err);
		fail(row, engine, why);
		return;
	}
	crash = engine_run(&prog, row->r1, row->r2, &r0, 20);
	engine_free(&prog);
	if (crash) {
		fail(row, engine, crash);
	} else if (row->narrow ? (u32)r0 != (u32)row->want : r0 != row->want) {
		snprintf(why, sizeof(why), "expected r0 0x%llx, got 0x%llx", row->want, r0);
		fail(row, engine, why);
	} else {
		passed++;
		printf("ok %s/%s/%s\n", row->suite, engine_names[engine], row->name);
	}
}

static void run_row(const struct row *row)
{
	u8 *original = malloc(row->mem_len + 1);
	struct engine_raw raw;
	int engine, err;
	char why[64];

	memcpy(original, row->mem, row->mem_len);
	for (engine = 0; engine < ENGINE_CNT; engine++) {
		if (only_engine >= 0 && engine != only_engine)
			continue;
		memcpy(row->mem, original, row->mem_len);
		err = engine_raw_init(&raw, row->insns, row->cnt, helpers, ALTBPF_FUNC_CNT);
		if (err) {
			snprintf(why, sizeof(why), "not scanned: error %d", err);
			fail(row, engine, why);
			continue;
		}
		run_engine(row, engine, &raw.code);
		engine_raw_fini(&raw);
	}
	free(original);
}

/* Splits a line at its tabs, in place. */
static int split(char *line, char **field, int max)
{
	int n = 0;

	line[strcspn(line, "\r\n")] = 0;
	while (n < max) {
		field[n++] = line;
		line = strchr(line, '\t');
		if (!line)
			break;
		*line++ = 0;
	}
	return n;
}

static bool parse_program(struct row *row, const char *hex)
{
	long len;

	row->insns = (struct altbpf_insn *)hex_parse(hex, &len);
	row->cnt = len / (long)sizeof(struct altbpf_insn);
	return len > 0 && len % sizeof(struct altbpf_insn) == 0;
}

static void conformance_line(char *line)
{
	struct row row = { .suite = "conformance" };
	char *field[6];

	if (split(line, field, 6) < 5 || (only && strcmp(field[0], only)))
		return;
	snprintf(row.name, sizeof(row.name), "%s", field[0]);
	row.mem = hex_parse(field[2], &row.mem_len);
	row.want = strtoull(field[4], NULL, 16);
	if (!parse_program(&row, field[3]) || row.mem_len < 0) {
		failed++;
		printf("not ok conformance/%s - the row has no program\n", row.name);
	} else {
		row.r1 = row.mem_len ? (u64)row.mem : 0;
		row.r2 = row.mem_len;
		run_row(&row);
	}
	free(row.insns);
	free(row.mem);
}

#define TEST_BPF_LARGE_MEM 16

/* "w0 = w0" with imm 1 is how the kernel's verifier marks a zero extension to its JITs. */
static void plain_zext(struct row *row)
{
	u32 i;

	for (i = 0; i < row->cnt; i++)
		if (row->insns[i].code == (AB_ALU | AB_MOV | AB_X) && row->insns[i].imm == 1)
			row->insns[i].imm = 0;
}

static void test_bpf_line(char *line)
{
	struct row row = { .suite = "test-bpf", .narrow = true };
	struct ab_skb_ctx skb = {};
	char *field[13];
	long size;
	u8 *data;

	if (split(line, field, 13) < 13 || strcmp(field[1], "I"))
		return;
	snprintf(row.name, sizeof(row.name), "%s.%s %s", field[0], field[5], field[2]);
	if (only && strcmp(row.name, only))
		return;
	data = hex_parse(field[11], &row.mem_len);
	size = atol(field[6]);
	row.mem_len = size > row.mem_len ? size : row.mem_len;
	row.mem = calloc(1, row.mem_len + 1);
	memcpy(row.mem, data, strlen(field[11]) / 2);
	row.want = strtoll(field[7], NULL, 0);
	skb.data = row.mem;
	skb.data_end = row.mem + size;
	skb.len = size;
	row.r1 = strtoul(field[3], NULL, 0) & TEST_BPF_LARGE_MEM ? (u64)row.mem : (u64)&skb;
	if (parse_program(&row, field[12])) {
		plain_zext(&row);
		run_row(&row);
	} else {
		failed++;
		printf("not ok test-bpf/%s - the row has no program\n", row.name);
	}
	free(row.insns);
	free(row.mem);
	free(data);
}

static int run_file(const char *path, void (*take)(char *line))
{
	FILE *file = strcmp(path, "-") ? fopen(path, "r") : stdin;
	size_t size = 0;
	char *line = NULL;

	if (!file) {
		fprintf(stderr, "cannot open %s\n", path);
		return 2;
	}
	if (getline(&line, &size, file) < 0) /* names of the columns */
		failed++;
	while (getline(&line, &size, file) >= 0)
		take(line);
	free(line);
	if (file != stdin)
		fclose(file);
	printf("# %d passed, %d failed\n", passed, failed);
	return failed || !passed;
}

int main(int argc, char **argv)
{
	int i;

	if (argc < 3) {
		fprintf(stderr, "usage: %s conformance|test-bpf FILE [--interp|--jit] [--only NAME]\n", argv[0]);
		return 2;
	}
	self = argv[0];
	self_file = argv[2];
	for (i = 3; i < argc; i++) {
		if (!strcmp(argv[i], "--only") && i + 1 < argc)
			only = argv[++i];
		else
			only_engine = engine_find(argv[i] + 2);
	}
	for (i = 0; i < ALTBPF_FUNC_CNT; i++)
		helpers[i] = no_helper;
	return run_file(argv[2], strcmp(argv[1], "test-bpf") ? conformance_line : test_bpf_line);
}
