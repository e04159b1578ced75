/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Builds raw BTF for tests, type by type. Shared by the tests of btf/.
 */
#ifndef AB_SELFTESTS_UNIT_BUILD_H
#define AB_SELFTESTS_UNIT_BUILD_H

#include "core/btf/btf.h"
#include "unit.h"

/**
 * struct build - BTF in the making
 * @types: words of the type section
 * @words: how many
 * @strings: string section
 * @string_len: its bytes
 * @ids: types so far; the next one gets @ids + 1
 * @raw: the whole, after build_finish()
 * @size: its bytes
 */
struct build {
	u32 types[256];
	u32 words;
	char strings[512];
	u32 string_len;
	u32 ids;
	u32 raw[512];
	u32 size;
};

void build_init(struct build *b);
u32 build_string(struct build *b, const char *s);
void build_word(struct build *b, u32 word);
/* Begins a type; its extra words follow by build_word(). Returns its id. */
u32 build_type(struct build *b, const char *name, u32 kind, u32 vlen, u32 size_or_type);
void build_member(struct build *b, const char *name, u32 type, u32 offset);
u32 build_int(struct build *b, const char *name, u32 size, u32 encoding);
void build_finish(struct build *b);
/* One type of every kind. */
void build_everything(struct build *b);

#endif
