// SPDX-License-Identifier: GPL-2.0
/*
 * A plugin for the bpf_conformance suite: the program as hex bytes on standard input, the memory
 * as hex bytes in the first argument, r0 in hex on standard output. --interp or --jit chooses the
 * engine (--jit is the default); --debug, --elf and further arguments of the suite are accepted
 * where they change nothing.
 */
#include "core/interp/interp.h"
#include "../corpus/engine.h"
#include "hex.h"
#include <stdio.h>

static char *read_all(FILE *file)
{
	size_t size = 0, len = 0;
	char *text = NULL;

	do {
		size += 65536;
		text = realloc(text, size);
		if (!text)
			return NULL;
		len += fread(text + len, 1, size - len - 1, file);
	} while (len == size - 1);
	text[len] = 0;
	return text;
}

static u64 no_helper(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	return 0;
}

static int run(enum engine engine, struct altbpf_insn *insns, u32 cnt, u8 *mem, long mem_len)
{
	ab_helper_fn helpers[ALTBPF_FUNC_CNT];
	struct engine_prog prog;
	struct engine_raw raw;
	const char *crash;
	u64 r0 = 0;
	u32 i;
	int err;

	for (i = 0; i < ALTBPF_FUNC_CNT; i++)
		helpers[i] = no_helper;
	err = engine_raw_init(&raw, insns, cnt, helpers, ALTBPF_FUNC_CNT);
	if (!err)
		err = engine_build(&prog, engine, &raw.code);
	if (err) {
		fprintf(stderr, "altbpf-plugin: cannot take the program: error %d\n", err);
		return 1;
	}
	crash = engine_run(&prog, mem_len ? (u64)mem : 0, mem_len, &r0, 10);
	if (crash) {
		fprintf(stderr, "altbpf-plugin: the program ended badly: %s\n", crash);
		return 1;
	}
	printf("%llx\n", r0);
	engine_free(&prog);
	engine_raw_fini(&raw);
	return 0;
}

int main(int argc, char **argv)
{
	enum engine engine = ENGINE_JIT;
	const char *mem_text = NULL;
	long len, mem_len;
	u8 *bytes, *mem;
	char *text;
	int i, ret;

	for (i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--interp"))
			engine = ENGINE_INTERP;
		else if (!strcmp(argv[i], "--jit"))
			engine = ENGINE_JIT;
		else if (strncmp(argv[i], "--", 2) && !mem_text)
			mem_text = argv[i];
	}
	text = read_all(stdin);
	if (!text)
		return 1;
	bytes = hex_parse(text, &len);
	mem = hex_parse(mem_text ? mem_text : "", &mem_len);
	if (len <= 0 || len % sizeof(struct altbpf_insn) || mem_len < 0) {
		fprintf(stderr, "altbpf-plugin: program or memory is not hex bytes\n");
		return 1;
	}
	ret = run(engine, (struct altbpf_insn *)bytes, len / sizeof(struct altbpf_insn), mem, mem_len);
	free(text);
	free(bytes);
	free(mem);
	return ret;
}
