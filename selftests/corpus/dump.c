// SPDX-License-Identifier: GPL-2.0
/*
 * Prints the corpus as a C table, for the kernel tests (selftests/kernel/corpus.c), which run
 * where there are no files: dump FILE...
 */
#include <linux/kernel.h>
#include "core/interp/interp.h"
#include "corpus.h"
#include <stdio.h>
#include <string.h>

static void print_bytes(const u8 *bytes, long len)
{
	long i;

	if (!bytes) {
		printf("NULL");
		return;
	}
	printf("\"");
	for (i = 0; i < len; i++)
		printf("\\%03o", bytes[i]);
	printf("\"");
}

static void print_maps(const struct corpus_prog *prog, u32 n)
{
	u32 i;

	printf("static const struct vm_map maps_%u[] = {\n", n);
	for (i = 0; i < prog->map_cnt; i++) {
		const struct corpus_map *map = &prog->maps[i];

		printf("\t{ %u, %u, %u, %u, %u, ", map->type, map->key_size, map->value_size,
		       map->max_entries, map->flags);
		print_bytes(map->frozen, map->value_size);
		printf(" },\n");
	}
	printf("};\n");
}

static void print_elems(const struct corpus_prog *prog, const char *name, const struct corpus_elem *elems,
			u32 cnt, u32 n)
{
	u32 i;

	printf("static const struct vm_elem %s_%u[] = {\n", name, n);
	for (i = 0; i < cnt; i++) {
		printf("\t{ %u, ", elems[i].map);
		print_bytes(elems[i].key, prog->maps[elems[i].map].key_size);
		printf(", ");
		print_bytes(elems[i].value, prog->maps[elems[i].map].value_size);
		printf(" },\n");
	}
	printf("};\n");
}

static void print_tails(const struct corpus *corpus, const struct corpus_prog *prog, u32 n)
{
	u32 i;

	printf("static const struct vm_tail tails_%u[] = {\n", n);
	for (i = 0; i < prog->tail_cnt; i++) {
		const struct corpus_prog *target = corpus_find(corpus, prog->tails[i].prog);

		printf("\t{ %u, %u, %d },\n", prog->tails[i].map, prog->tails[i].index,
		       target ? (int)(target - corpus->progs) : -1);
	}
	printf("};\n");
}

static void print_insns(const struct corpus_prog *prog, u32 n)
{
	u32 i;

	printf("static const struct altbpf_insn insns_%u[] = {\n", n);
	for (i = 0; i < prog->cnt; i++)
		printf("\t{ %u, %u, %u, %d, %d },\n", prog->insns[i].code, prog->insns[i].dst_reg,
		       prog->insns[i].src_reg, prog->insns[i].off, prog->insns[i].imm);
	printf("};\n");
}

/* Where functions start, for programs that need types; empty for the others. */
static void print_funcs(const struct corpus_prog *prog, u32 n)
{
	struct ab_facts facts;
	u32 i;

	printf("static const struct altbpf_func_info funcs_%u[] = {\n", n);
	if (corpus_needs_btf(prog) && !ab_code_scan(prog->insns, prog->cnt, &facts)) {
		for (i = 0; i < facts.subprog_cnt; i++)
			printf("\t{ %u, %u },\n", facts.subprogs[i].start, CORPUS_BTF_FUNC);
		ab_facts_fini(&facts);
	}
	printf("};\n");
}

static void print_prog(const struct corpus_prog *prog, u32 n)
{
	printf("\t{ .name = \"%s\", .type = %u, .flags = %u, .gpl = %d, .accept = %d, .skip = %d,\n",
	       prog->name, prog->type, prog->flags, prog->gpl, prog->accept, prog->skip_vm);
	printf("\t  .slug = \"%s\", .has_result = %d, .result = %#llxULL,\n", prog->slug, prog->has_result,
	       prog->result);
	printf("\t  .data_len = %ld, .ctx_len = %ld, .data = ", prog->data ? prog->data_len : -1,
	       prog->ctx_len);
	print_bytes(prog->data, prog->data_len);
	printf(", .ctx = ");
	print_bytes(prog->ctx, prog->ctx_len);
	printf(",\n\t  .maps = maps_%u, .map_cnt = %u, .init = init_%u, .init_cnt = %u,\n", n, prog->map_cnt,
	       n, prog->init_cnt);
	printf("\t  .check = check_%u, .check_cnt = %u, .tails = tails_%u, .tail_cnt = %u,\n", n,
	       prog->check_cnt, n, prog->tail_cnt);
	printf("\t  .funcs = funcs_%u, .func_cnt = sizeof(funcs_%u) / sizeof(struct altbpf_func_info),\n", n, n);
	printf("\t  .insns = insns_%u, .cnt = %u },\n", n, prog->cnt);
}

int main(int argc, char **argv)
{
	struct corpus corpus = {};
	const u8 *btf;
	char err[512];
	u32 size, n;
	int i;

	for (i = 1; i < argc; i++) {
		if (corpus_load(&corpus, argv[i], err, sizeof(err))) {
			fprintf(stderr, "%s\n", err);
			return 1;
		}
	}
	printf("/* made from the text corpus */\n");
	for (n = 0; n < corpus.cnt; n++) {
		const struct corpus_prog *prog = &corpus.progs[n];

		print_maps(prog, n);
		print_elems(prog, "init", prog->init, prog->init_cnt, n);
		print_elems(prog, "check", prog->check, prog->check_cnt, n);
		print_tails(&corpus, prog, n);
		print_insns(prog, n);
		print_funcs(prog, n);
	}
	printf("static const struct vm_prog progs[] = {\n");
	for (n = 0; n < corpus.cnt; n++)
		print_prog(&corpus.progs[n], n);
	printf("};\nstatic const char btf[] = ");
	btf = corpus_btf(&size);
	print_bytes(btf, size);
	printf(";\n");
	corpus_free(&corpus);
	return 0;
}
