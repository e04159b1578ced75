// SPDX-License-Identifier: GPL-2.0
/* Reads a frozen program (frozen.h). */

#include "core/btf/btf.h"
#include "frozen.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, long *size)
{
	FILE *file = fopen(path, "rb");
	char *data = NULL;

	if (!file)
		return NULL;
	if (!fseek(file, 0, SEEK_END) && (*size = ftell(file)) >= 0 && !fseek(file, 0, SEEK_SET)) {
		data = malloc(*size + 1);
		if (data && fread(data, 1, *size, file) != (size_t)*size) {
			free(data);
			data = NULL;
		}
	}
	fclose(file);
	return data;
}

static void fill_map(struct ab_map_desc *map, const struct frozen_map *m, const void *content)
{
	map->type = m->type;
	map->key_size = m->key_size;
	map->value_size = m->value_size;
	map->max_entries = m->max_entries;
	map->flags = m->flags;
	map->map_extra = m->map_extra;
	map->btf_key_type_id = m->btf_key_type_id;
	map->btf_value_type_id = m->btf_value_type_id;
	memcpy(map->name, m->name, 15);
	if ((m->flags & ALTBPF_F_RDONLY_PROG) && m->content_len) {
		map->frozen = true;
		if (m->max_entries == 1 && m->content_len == m->value_size)
			map->contents = content;
	}
}

static char *read_maps(struct frozen *f, char *at, char *end)
{
	unsigned int i, n = f->head->nmaps;

	f->maps = calloc(n + 1, sizeof(*f->maps));
	f->map_list = calloc(n + 1, sizeof(*f->map_list));
	for (i = 0; f->maps && f->map_list && i < n; i++) {
		struct frozen_map m; /* the parts of the file are not aligned */

		if (end - at < (long)sizeof(m))
			return NULL;
		memcpy(&m, at, sizeof(m));
		at += sizeof(m);
		if (end - at < (long)m.content_len)
			return NULL;
		fill_map(&f->maps[i], &m, at);
		f->map_list[i] = &f->maps[i];
		if (m.inner >= 0 && m.inner < (int)n)
			f->maps[i].inner = &f->maps[m.inner];
		at += m.content_len;
	}
	return f->maps && f->map_list ? at : NULL;
}

static int read_func_info(struct frozen *f, const char *at)
{
	unsigned int i, size = f->head->func_info_rec_size;

	f->func_info = calloc(f->head->func_info_cnt + 1, sizeof(*f->func_info));
	if (!f->func_info)
		return -1;
	for (i = 0; size >= 8 && i < f->head->func_info_cnt; i++)
		memcpy(&f->func_info[i], at + (size_t)i * size, 8);
	return 0;
}

int frozen_read(struct frozen *f, const char *path)
{
	char *at, *end;
	long size;

	memset(f, 0, sizeof(*f));
	f->data = read_file(path, &size);
	if (!f->data)
		goto bad;
	end = f->data + size;
	f->head = (void *)f->data;
	if (size < (long)sizeof(*f->head) || memcmp(f->head->magic, "BPFFRZ1", 8))
		goto bad;
	at = read_maps(f, f->data + sizeof(*f->head), end);
	if (!at)
		goto bad;
	at += f->head->nkf * sizeof(struct frozen_kfunc);
	f->insns = malloc(f->head->insn_cnt * 8 + 8);
	if (!f->insns || end - at < (long)f->head->insn_cnt * 8)
		goto bad;
	memcpy(f->insns, at, f->head->insn_cnt * 8);
	at += f->head->insn_cnt * 8;
	if (read_func_info(f, at))
		goto bad;
	at += f->head->func_info_cnt * f->head->func_info_rec_size;
	if (end - at < (long)f->head->btf_len)
		goto bad;
	f->btf_data = at;
	if (f->head->btf_len) {
		f->btf = ab_btf_parse(at, f->head->btf_len, NULL);
		if ((unsigned long)f->btf >= -4095UL)
			f->btf = NULL;
	}
	return 0;
bad:
	fprintf(stderr, "%s: not a frozen program\n", path);
	frozen_free(f);
	return -1;
}

void frozen_free(struct frozen *f)
{
	if (f->btf)
		ab_btf_free(f->btf);
	free(f->func_info);
	free(f->insns);
	free(f->map_list);
	free(f->maps);
	free(f->data);
	memset(f, 0, sizeof(*f));
}

static bool is_gpl(const char *license)
{
	static const char *const names[] = { "GPL", "GPL v2", "GPL and additional rights",
					     "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL" };
	unsigned int i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(license, names[i]))
			return true;
	return false;
}

const struct ab_btf *frozen_kernel_btf(void)
{
	static struct ab_btf *btf;
	static bool tried;
	char *data;
	long size;

	if (tried)
		return btf;
	tried = true;
	data = read_file("/sys/kernel/btf/vmlinux", &size);
	btf = data ? ab_btf_parse(data, size, NULL) : NULL;
	if ((unsigned long)btf >= -4095UL)
		btf = NULL;
	free(data);
	return btf;
}

unsigned int frozen_target(const struct frozen *f)
{
	const struct ab_btf *btf = frozen_kernel_btf();
	unsigned int id, cnt = btf ? ab_btf_type_cnt(btf) : 0;

	for (id = 1; id < cnt; id++) {
		const struct ab_btf_type *type = ab_btf_type_at(btf, id);

		if (AB_BTF_KIND(type->info) == AB_BTF_TYPEDEF &&
		    !strcmp(ab_btf_string(btf, type->name_off), f->head->attach_name))
			return id;
	}
	return 0;
}

void frozen_input(const struct frozen *f, struct ab_verify_in *in, const struct ab_log *log)
{
	memset(in, 0, sizeof(*in));
	in->insns = f->insns;
	in->insn_cnt = f->head->insn_cnt;
	in->prog_type = f->head->prog_type;
	in->expected_attach_type = f->head->expected_attach_type;
	in->prog_flags = f->head->prog_flags;
	in->gpl = is_gpl(f->head->license);
	in->maps = f->map_list;
	in->map_cnt = f->head->nmaps;
	in->btf = f->btf;
	if (f->btf) {
		in->func_info = f->func_info;
		in->func_info_cnt = f->head->func_info_cnt;
	}
	in->attach_btf_id = f->head->attach_btf_id ? frozen_target(f) : 0;
	in->kernel_btf = in->attach_btf_id ? frozen_kernel_btf() : NULL;
	in->log = log;
}
