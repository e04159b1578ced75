// SPDX-License-Identifier: GPL-2.0
/* Programs that exist, to be run as they are or changed: the text corpus and frozen archives. */
#include "../agree/frozen.h"
#include "embed.h"
#include "corpus.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct base {
	const struct corpus_prog *text;
	struct frozen *frozen;
	struct ab_map_desc **maps;
	char name[128];
};

static struct base *bases;
static u32 base_cnt;

static struct base *add(void)
{
	bases = realloc(bases, (base_cnt + 1) * sizeof(*bases));
	if (!bases)
		abort();
	memset(&bases[base_cnt], 0, sizeof(*bases));
	return &bases[base_cnt++];
}

static struct ab_map_desc **text_maps(const struct corpus_prog *prog)
{
	struct ab_map_desc **list = calloc(CORPUS_MAPS, sizeof(*list)), *map;
	u32 i;

	for (i = 0; i < prog->map_cnt; i++) {
		map = list[i] = calloc(1, sizeof(*map));
		map->type = prog->maps[i].type;
		map->key_size = prog->maps[i].key_size;
		map->value_size = prog->maps[i].value_size;
		map->max_entries = prog->maps[i].max_entries;
		map->flags = prog->maps[i].flags;
		map->frozen = prog->maps[i].frozen;
		map->contents = prog->maps[i].frozen;
	}
	return list;
}

static void load_text(const char *path)
{
	struct corpus *corpus = calloc(1, sizeof(*corpus));
	char err[256];
	u32 i;

	if (!corpus || corpus_load(corpus, path, err, sizeof(err))) {
		fprintf(stderr, "%s\n", err);
		exit(2);
	}
	for (i = 0; i < corpus->cnt; i++) {
		struct base *base;

		if (corpus->progs[i].cnt > MAX_INSNS)
			continue;
		base = add();
		base->text = &corpus->progs[i];
		base->maps = text_maps(base->text);
		snprintf(base->name, sizeof(base->name), "%s", base->text->name);
	}
}

static void load_frozen(const char *path)
{
	struct frozen *frozen = calloc(1, sizeof(*frozen));
	struct base *base;

	if (!frozen || frozen_read(frozen, path))
		return;
	if (frozen->head->insn_cnt > 1000 || !ab_prog_type_find(frozen->head->prog_type)) {
		frozen_free(frozen);
		free(frozen);
		return;
	}
	base = add();
	base->frozen = frozen;
	snprintf(base->name, sizeof(base->name), "%s", strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
}

u32 base_load(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	char name[1024];
	size_t len;

	if (!dir) {
		len = strlen(path);
		if (len > 4 && !strcmp(path + len - 4, ".frz"))
			load_frozen(path);
		else
			load_text(path);
		return base_cnt;
	}
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
		len = strlen(name);
		if (entry->d_type == DT_DIR || (len > 4 && !strcmp(name + len - 4, ".frz")))
			base_load(name);
	}
	closedir(dir);
	return base_cnt;
}

void base_pick(struct program *prog, struct rnd *rnd)
{
	const struct base *base = &bases[rnd_below(rnd, base_cnt)];
	struct ab_verify_in in;

	prog->own_btf = false;
	prog->btf = NULL;
	prog->func_info = NULL;
	prog->func_info_cnt = 0;
	snprintf(prog->origin, sizeof(prog->origin), "%s", base->name);
	if (base->text) {
		memcpy(prog->insns, base->text->insns, base->text->cnt * sizeof(*prog->insns));
		prog->cnt = base->text->cnt;
		prog->type = base->text->type;
		prog->expected_attach_type = 0;
		prog->flags = base->text->flags;
		prog->gpl = base->text->gpl;
		prog->maps = base->maps;
		prog->map_cnt = base->text->map_cnt;
		prog->own_btf = corpus_needs_btf(base->text);
		return;
	}
	frozen_input(base->frozen, &in, NULL);
	memcpy(prog->insns, in.insns, in.insn_cnt * sizeof(*prog->insns));
	prog->cnt = in.insn_cnt;
	prog->type = in.prog_type;
	prog->expected_attach_type = in.expected_attach_type;
	prog->flags = in.prog_flags;
	prog->gpl = in.gpl;
	prog->maps = in.maps;
	prog->map_cnt = in.map_cnt;
	prog->btf = in.btf;
	prog->func_info = in.func_info;
	prog->func_info_cnt = in.func_info_cnt;
}
