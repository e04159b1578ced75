// SPDX-License-Identifier: GPL-2.0
/*
 * A tracepoint's arguments, for tp_args.h. The kernel describes every tracepoint NAME by
 * `typedef void (*btf_trace_NAME)(void *, arguments)` in its own BTF. That is the kernel's data,
 * not a user's: bounds are checked so that a surprise ends in "not known", no more.
 * Proved by selftests/kernel/attach_raw_tp.c.
 */
#include <linux/kernel.h>
#include <linux/string.h>
#include <uapi/linux/btf.h>
#include "attach/tp_args.h"
#include "port/symbols.h"

#define PREFIX "btf_trace_"
/* Types behind typedefs and qualifiers. */
#define CHAIN_MAX 32

struct kernel_types {
	const u8 *types, *types_end;
	const char *names;
	u32 names_len;
};

static bool find_types(struct kernel_types *kt)
{
	const struct btf_header *hdr = (void *)ab_symbol_find("__start_BTF");
	const u8 *end = (void *)ab_symbol_find("__stop_BTF"), *data;

	if (!hdr || (u8 *)hdr + sizeof(*hdr) > end || hdr->magic != BTF_MAGIC)
		return false;
	data = (u8 *)hdr + hdr->hdr_len;
	if (data + hdr->type_off + hdr->type_len > end || data + hdr->str_off + hdr->str_len > end)
		return false;
	kt->types = data + hdr->type_off;
	kt->types_end = kt->types + hdr->type_len;
	kt->names = data + hdr->str_off;
	kt->names_len = hdr->str_len;
	return true;
}

/* Bytes that follow a type's three words. */
static u32 tail_size(const struct btf_type *type)
{
	u32 cnt = BTF_INFO_VLEN(type->info);

	switch (BTF_INFO_KIND(type->info)) {
	case BTF_KIND_INT:
	case BTF_KIND_VAR:
	case BTF_KIND_DECL_TAG:
		return 4;
	case BTF_KIND_ARRAY:
		return 12;
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
	case BTF_KIND_DATASEC:
	case BTF_KIND_ENUM64:
		return cnt * 12;
	case BTF_KIND_ENUM:
	case BTF_KIND_FUNC_PROTO:
		return cnt * 8;
	}
	return 0;
}

static const struct btf_type *next_type(const struct kernel_types *kt, const struct btf_type *type)
{
	const u8 *next = (u8 *)type + sizeof(*type) + tail_size(type);

	return next + sizeof(*type) <= kt->types_end ? (void *)next : NULL;
}

static bool is_named(const struct kernel_types *kt, const struct btf_type *type, const char *name, size_t len)
{
	const char *text = kt->names + type->name_off;

	return type->name_off < kt->names_len - sizeof(PREFIX) - len && !memcmp(text, PREFIX, sizeof(PREFIX) - 1) &&
	       !strcmp(text + sizeof(PREFIX) - 1, name);
}

static const struct btf_type *find_typedef(const struct kernel_types *kt, const char *name)
{
	const struct btf_type *type = (void *)kt->types;
	size_t len = strlen(name);

	if (kt->names_len < sizeof(PREFIX) + len)
		return NULL;
	for (; type; type = next_type(kt, type)) {
		if (BTF_INFO_KIND(type->info) == BTF_KIND_TYPEDEF && is_named(kt, type, name, len))
			return type;
	}
	return NULL;
}

/*
 * The types with the @cnt numbers of @ids: one walk for all of them, since types can only be found
 * by counting. Entries of number 0 (void) and unknown ones become NULL.
 */
static void find_ids(const struct kernel_types *kt, const u32 *ids, const struct btf_type **types, u32 cnt)
{
	const struct btf_type *type = (void *)kt->types;
	u32 id, i;

	memset(types, 0, cnt * sizeof(*types));
	for (id = 1; type; type = next_type(kt, type), id++) {
		for (i = 0; i < cnt; i++)
			if (ids[i] == id)
				types[i] = type;
	}
}

static const struct btf_type *find_id(const struct kernel_types *kt, u32 id)
{
	const struct btf_type *type;

	find_ids(kt, &id, &type, 1);
	return type;
}

static bool is_alias(const struct btf_type *type)
{
	switch (BTF_INFO_KIND(type->info)) {
	case BTF_KIND_TYPEDEF:
	case BTF_KIND_CONST:
	case BTF_KIND_VOLATILE:
	case BTF_KIND_RESTRICT:
	case BTF_KIND_TYPE_TAG:
		return true;
	}
	return false;
}

static u8 size_of(const struct btf_type *type)
{
	if (!type)
		return 8;
	switch (BTF_INFO_KIND(type->info)) {
	case BTF_KIND_INT:
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return type->size < 8 ? type->size : 8;
	}
	return 8;
}

static void find_sizes(const struct kernel_types *kt, u32 *ids, struct ab_tp_args *args)
{
	const struct btf_type *types[AB_TP_ARGS_MAX];
	u32 step, i;
	bool more = true;

	for (step = 0; step < CHAIN_MAX && more; step++) {
		more = false;
		find_ids(kt, ids, types, args->cnt);
		for (i = 0; i < args->cnt; i++) {
			if (!types[i] || !is_alias(types[i]))
				continue;
			ids[i] = types[i]->type;
			more = true;
		}
	}
	for (i = 0; i < args->cnt; i++)
		args->size[i] = size_of(types[i]);
}

void ab_tp_args_find(const char *name, struct ab_tp_args *args)
{
	const struct btf_type *type;
	const struct btf_param *params;
	u32 ids[AB_TP_ARGS_MAX], i;
	struct kernel_types kt;

	args->known = false;
	args->cnt = AB_TP_ARGS_MAX;
	memset(args->size, 8, sizeof(args->size));
	if (!find_types(&kt))
		return;
	type = find_typedef(&kt, name);
	if (type)
		type = find_id(&kt, type->type); /* the pointer */
	if (type)
		type = find_id(&kt, type->type); /* the function */
	if (!type || BTF_INFO_KIND(type->info) != BTF_KIND_FUNC_PROTO)
		return;
	args->cnt = BTF_INFO_VLEN(type->info);
	if (!args->cnt || --args->cnt > AB_TP_ARGS_MAX) {
		args->cnt = AB_TP_ARGS_MAX;
		return;
	}
	args->known = true;
	params = (void *)(type + 1);
	for (i = 0; i < args->cnt; i++)
		ids[i] = params[i + 1].type; /* the first one is the probe's data pointer */
	find_sizes(&kt, ids, args);
}
