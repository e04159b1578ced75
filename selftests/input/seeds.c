// SPDX-License-Identifier: GPL-2.0
/* Writes the text corpus as inputs for verify.c: seeds FOLDER FILE... (FOLDER/{INSNS,INFO,BTF}). */
#include "core/interp/interp.h"
#include "core/spec/prog_type.h"
#include "corpus.h"
#include "input.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void write_seed(const char *folder, const char *what, u32 n, const void *head, size_t head_size,
		       const void *mid, size_t mid_size, const void *data, size_t size)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s/%u", folder, what, n);
	file = fopen(path, "wb");
	if (!file || fwrite(head, 1, head_size, file) != head_size ||
	    fwrite(mid, 1, mid_size, file) != mid_size || fwrite(data, 1, size, file) != size ||
	    fclose(file)) {
		perror(path);
		exit(1);
	}
}

static u8 type_index(u32 type)
{
	const struct ab_prog_type *at;
	u32 i;

	for (i = 0; (at = ab_prog_type_at(i)) && at->type != type; i++)
		;
	return i;
}

static void write_info(const char *folder, u32 n, struct input_head *head, const struct corpus_prog *prog)
{
	static char mid[65536];
	struct ab_facts scan = {};
	size_t len;
	const void *btf;
	u32 size, i;

	if (ab_code_scan(prog->insns, prog->cnt, &scan))
		return;
	btf = corpus_btf(&size);
	memcpy(mid, btf, size);
	len = size;
	head->btf_len = size;
	head->func_cnt = head->line_cnt = scan.subprog_cnt;
	for (i = 0; i < head->func_cnt; i++, len += 8)
		memcpy(mid + len, (u32[]){ scan.subprogs[i].start, CORPUS_BTF_FUNC }, 8);
	for (i = 0; i < head->line_cnt; i++, len += 16)
		memcpy(mid + len, (u32[]){ scan.subprogs[i].start, 1, 1, 1 << 10 }, 16);
	write_seed(folder, "INFO", n, head, sizeof(*head), mid, len, prog->insns, prog->cnt * 8);
	ab_facts_fini(&scan);
}

int main(int argc, char **argv)
{
	static struct corpus corpus;
	char err[256];
	const void *btf;
	u32 i, size;

	for (i = 2; i < (u32)argc; i++)
		if (corpus_load(&corpus, argv[i], err, sizeof(err))) {
			fprintf(stderr, "%s\n", err);
			return 1;
		}
	for (i = 0; i < corpus.cnt; i++) {
		const struct corpus_prog *prog = &corpus.progs[i];
		struct input_head head = { .type = type_index(prog->type), .log_level = i & 7,
					   .flags = prog->flags };

		if (prog->cnt > 400)
			continue;
		write_seed(argv[1], "INSNS", i, &head, sizeof(head), "", 0, prog->insns, prog->cnt * 8);
		write_info(argv[1], i, &head, prog);
	}
	btf = corpus_btf(&size);
	write_seed(argv[1], "BTF", 0, btf, size, "", 0, "", 0);
	return 0;
}
