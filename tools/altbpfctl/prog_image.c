// SPDX-License-Identifier: GPL-2.0
/*
 * Fetching a program's insides: see prog_image.h. Two calls: the first tells the sizes, the second
 * fills the arrays.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "ctl.h"
#include "ids.h"
#include "prog_image.h"

static __u64 allocate(void *out, __u64 cnt, __u64 size)
{
	void *p = cnt ? calloc(cnt, size) : NULL;

	*(void **)out = p;
	return (uintptr_t)p;
}

int prog_image_get(int fd, struct prog_image *image)
{
	struct bpf_prog_info first = {}, *info = &image->info;
	__u32 maps[256];

	memset(image, 0, sizeof(*image));
	if (ids_get_info(fd, &first, sizeof(first), "program"))
		return 1;
	info->xlated_prog_len = first.xlated_prog_len;
	info->xlated_prog_insns = allocate(&image->xlated, first.xlated_prog_len, 1);
	info->jited_prog_len = first.jited_prog_len;
	info->jited_prog_insns = allocate(&image->jited, first.jited_prog_len, 1);
	info->nr_jited_ksyms = first.nr_jited_ksyms;
	info->jited_ksyms = allocate(&image->ksyms, first.nr_jited_ksyms, sizeof(__u64));
	info->nr_jited_func_lens = first.nr_jited_func_lens;
	info->jited_func_lens = allocate(&image->func_lens, first.nr_jited_func_lens, sizeof(__u32));
	info->nr_func_info = first.nr_func_info;
	info->func_info_rec_size = sizeof(*image->funcs);
	info->func_info = allocate(&image->funcs, first.nr_func_info, sizeof(*image->funcs));
	info->nr_line_info = first.nr_line_info;
	info->line_info_rec_size = sizeof(*image->lines);
	info->line_info = allocate(&image->lines, first.nr_line_info, sizeof(*image->lines));
	info->nr_jited_line_info = first.nr_jited_line_info;
	info->jited_line_info_rec_size = sizeof(__u64);
	info->jited_line_info = allocate(&image->jited_lines, first.nr_jited_line_info, sizeof(__u64));
	info->map_ids = (uintptr_t)maps;
	info->nr_map_ids = ARRAY_SIZE(maps);
	if (ids_get_info(fd, info, sizeof(*info), "program"))
		return 1;
	image->btf = ids_get_btf(info->btf_id);
	return 0;
}

void prog_image_fini(struct prog_image *image)
{
	free(image->xlated);
	free(image->jited);
	free(image->ksyms);
	free(image->func_lens);
	free(image->funcs);
	free(image->lines);
	free(image->jited_lines);
	btf__free(image->btf);
}

const char *prog_image_string(const struct prog_image *image, __u32 off)
{
	const char *s = image->btf ? btf__name_by_offset(image->btf, off) : NULL;

	return s ? s : "";
}

const char *prog_image_func_at(const struct prog_image *image, __u32 insn)
{
	const struct btf_type *type;
	__u32 i;

	for (i = 0; image->btf && image->funcs && i < image->info.nr_func_info; i++) {
		if (image->funcs[i].insn_off != insn)
			continue;
		type = btf__type_by_id(image->btf, image->funcs[i].type_id);
		return type ? prog_image_string(image, type->name_off) : NULL;
	}
	return NULL;
}

const struct altbpf_line_info *prog_image_line_at(const struct prog_image *image, __u32 insn)
{
	__u32 i;

	for (i = 0; image->btf && image->lines && i < image->info.nr_line_info; i++)
		if (image->lines[i].insn_off == insn)
			return &image->lines[i];
	return NULL;
}

const struct altbpf_line_info *prog_image_line_at_addr(const struct prog_image *image, __u64 addr)
{
	const struct altbpf_line_info *found = NULL;
	__u32 i;

	if (!image->btf || !image->lines || !image->jited_lines)
		return NULL;
	/* Lines without code of their own begin where the next one does: the last is the one. */
	for (i = 0; i < image->info.nr_jited_line_info && i < image->info.nr_line_info; i++)
		if (image->jited_lines[i] == addr)
			found = &image->lines[i];
	return found;
}
