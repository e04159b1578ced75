/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Inside of the BTF object, for the checks that make one. Outside of this folder: btf.h.
 */
#ifndef AB_CORE_BTF_CHECK_H
#define AB_CORE_BTF_CHECK_H

#include "core/btf/btf.h"

/**
 * struct ab_btf - checked and indexed BTF
 * @data: the raw bytes
 * @size: how many
 * @types: start of the type section
 * @types_len: its bytes
 * @strings: start of the string section; it begins and ends with a NUL
 * @strings_len: its bytes
 * @offs: by type id: offset in the type section (0 is void)
 * @cnt: types, void included
 */
struct ab_btf {
	void *data;
	u32 size;
	const char *types;
	u32 types_len;
	const char *strings;
	u32 strings_len;
	u32 *offs;
	u32 cnt;
};

/* A complaint about one type: "[3] STRUCT foo: what". Returns -EINVAL. */
__printf(4, 5) int ab_btf_refuse(const struct ab_btf *btf, const struct ab_log *log, u32 id, const char *fmt, ...);

/* Bytes that follow a type's header, or -EINVAL for an unknown kind. */
s64 ab_btf_extra_size(const struct ab_btf_type *type);
/* Is each type well formed by itself? (meta.c) */
int ab_btf_check_meta(const struct ab_btf *btf, const struct ab_log *log);
/* Do the types that refer to one another fit, without loops? Needs checked meta. (graph.c) */
int ab_btf_check_graph(const struct ab_btf *btf, const struct ab_log *log);

#endif
