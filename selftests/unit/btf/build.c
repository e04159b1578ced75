// SPDX-License-Identifier: GPL-2.0
/*
 * Builds raw BTF for tests; see build.h.
 */
#include "build.h"

void build_init(struct build *b)
{
	memset(b, 0, sizeof(*b));
	b->string_len = 1;
}

u32 build_string(struct build *b, const char *s)
{
	u32 off = b->string_len;

	if (!s || !*s)
		return 0;
	memcpy(b->strings + off, s, strlen(s) + 1);
	b->string_len += strlen(s) + 1;
	return off;
}

void build_word(struct build *b, u32 word)
{
	b->types[b->words++] = word;
}

u32 build_type(struct build *b, const char *name, u32 kind, u32 vlen, u32 size_or_type)
{
	build_word(b, build_string(b, name));
	build_word(b, kind << 24 | vlen);
	build_word(b, size_or_type);
	return ++b->ids;
}

void build_member(struct build *b, const char *name, u32 type, u32 offset)
{
	build_word(b, build_string(b, name));
	build_word(b, type);
	build_word(b, offset);
}

u32 build_int(struct build *b, const char *name, u32 size, u32 encoding)
{
	u32 id = build_type(b, name, AB_BTF_INT, 0, size);

	build_word(b, encoding << 24 | size * 8);
	return id;
}

void build_finish(struct build *b)
{
	b->raw[0] = 0xeb9f | 1 << 16;
	b->raw[1] = 24;
	b->raw[2] = 0;
	b->raw[3] = b->words * 4;
	b->raw[4] = b->words * 4;
	b->raw[5] = b->string_len;
	memcpy(b->raw + 6, b->types, b->words * 4);
	memcpy((char *)(b->raw + 6) + b->words * 4, b->strings, b->string_len);
	b->size = 24 + b->words * 4 + b->string_len;
}

void build_everything(struct build *b)
{
	u32 num, arr, str, fwd, proto, var, ptr;

	build_init(b);
	num = build_int(b, "int", 4, AB_BTF_INT_SIGNED); /* 1 */
	build_type(b, "", AB_BTF_ARRAY, 0, 0);
	build_word(b, num);
	build_word(b, num);
	build_word(b, 6);
	arr = b->ids; /* 2: int[6] */
	ptr = build_type(b, "", AB_BTF_PTR, 0, 4); /* 3: pair * */
	str = build_type(b, "pair", AB_BTF_STRUCT, 3, 40); /* 4 */
	build_member(b, "a", num, 0);
	build_member(b, "list", arr, 32);
	build_member(b, "next", ptr, 256);
	build_type(b, "either", AB_BTF_UNION, 2, 8); /* 5 */
	build_member(b, "x", num, 0);
	build_member(b, "p", ptr, 0);
	build_type(b, "color", AB_BTF_ENUM, 2, 4); /* 6 */
	build_word(b, build_string(b, "RED"));
	build_word(b, 0);
	build_word(b, build_string(b, "BLUE"));
	build_word(b, 7);
	fwd = build_type(b, "later", AB_BTF_FWD, 0, 0); /* 7 */
	build_type(b, "later_ptr", AB_BTF_TYPEDEF, 0, 9); /* 8 */
	build_type(b, "", AB_BTF_PTR, 0, 10); /* 9 */
	build_type(b, "", AB_BTF_CONST, 0, fwd); /* 10 */
	build_type(b, "", AB_BTF_VOLATILE, 0, num); /* 11 */
	build_type(b, "", AB_BTF_RESTRICT, 0, ptr); /* 12 */
	proto = build_type(b, "", AB_BTF_FUNC_PROTO, 2, num); /* 13 */
	build_word(b, build_string(b, "ctx"));
	build_word(b, ptr);
	build_word(b, build_string(b, "n"));
	build_word(b, 11);
	build_type(b, "work", AB_BTF_FUNC, 1, proto); /* 14 */
	var = build_type(b, "counter", AB_BTF_VAR, 0, num); /* 15 */
	build_word(b, 1);
	build_type(b, ".data.x", AB_BTF_DATASEC, 1, 8); /* 16 */
	build_member(b, "", var, 0); /* name word: type follows; fixed up below */
	b->types[b->words - 3] = var;
	b->types[b->words - 2] = 4;
	b->types[b->words - 1] = 4;
	build_type(b, "double", AB_BTF_FLOAT, 0, 8); /* 17 */
	build_type(b, "note", AB_BTF_DECL_TAG, 0, str); /* 18 */
	build_word(b, 1);
	build_type(b, "user", AB_BTF_TYPE_TAG, 0, num); /* 19 */
	build_type(b, "big", AB_BTF_ENUM64, 1, 8); /* 20 */
	build_word(b, build_string(b, "HUGE"));
	build_word(b, 1);
	build_word(b, 1);
	build_finish(b);
}
