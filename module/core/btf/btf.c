// SPDX-License-Identifier: GPL-2.0
/*
 * BTF as it arrives: header and sections are checked here, then each type (meta.c), then how they
 * hang together (graph.c); what is accepted can be read without further care. Used by the loader,
 * the verifier and dumps; proved by selftests/unit/btf (valid input, mutations, failing memory).
 */
#include <linux/kernel.h>
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/string.h>

#include "core/btf/check.h"

#define BTF_MAGIC 0xeb9f
#define BTF_VERSION 1
#define BTF_MAX_SIZE (16U << 20)
#define BTF_MAX_TYPES 0xfffff

struct header {
	u16 magic;
	u8 version;
	u8 flags;
	u32 hdr_len;
	/* from the end of the header on */
	u32 type_off;
	u32 type_len;
	u32 str_off;
	u32 str_len;
};

static const char *const kind_names[] = {
	"VOID", "INT", "PTR", "ARRAY", "STRUCT", "UNION", "ENUM", "FWD", "TYPEDEF", "VOLATILE", "CONST",
	"RESTRICT", "FUNC", "FUNC_PROTO", "VAR", "DATASEC", "FLOAT", "DECL_TAG", "TYPE_TAG", "ENUM64",
};

const char *ab_btf_kind_name(u32 kind)
{
	return kind < ARRAY_SIZE(kind_names) ? kind_names[kind] : "UNKNOWN";
}

s64 ab_btf_extra_size(const struct ab_btf_type *type)
{
	u32 vlen = AB_BTF_VLEN(type->info);

	switch (AB_BTF_KIND(type->info)) {
	case AB_BTF_INT:
		return sizeof(u32);
	case AB_BTF_ARRAY:
		return sizeof(struct ab_btf_array);
	case AB_BTF_STRUCT:
	case AB_BTF_UNION:
		return vlen * sizeof(struct ab_btf_member);
	case AB_BTF_ENUM:
		return vlen * sizeof(struct ab_btf_enum);
	case AB_BTF_ENUM64:
		return vlen * sizeof(struct ab_btf_enum64);
	case AB_BTF_FUNC_PROTO:
		return vlen * sizeof(struct ab_btf_param);
	case AB_BTF_VAR:
		return sizeof(struct ab_btf_var);
	case AB_BTF_DATASEC:
		return vlen * sizeof(struct ab_btf_var_secinfo);
	case AB_BTF_DECL_TAG:
		return sizeof(struct ab_btf_decl_tag);
	case AB_BTF_PTR:
	case AB_BTF_FWD:
	case AB_BTF_TYPEDEF:
	case AB_BTF_VOLATILE:
	case AB_BTF_CONST:
	case AB_BTF_RESTRICT:
	case AB_BTF_FUNC:
	case AB_BTF_FLOAT:
	case AB_BTF_TYPE_TAG:
		return 0;
	default:
		return -EINVAL;
	}
}

int ab_btf_refuse(const struct ab_btf *btf, const struct ab_log *log, u32 id, const char *fmt, ...)
{
	const struct ab_btf_type *type = ab_btf_type_at(btf, id);
	const char *name = ab_btf_string(btf, type->name_off);
	char why[96];
	va_list args;

	va_start(args, fmt);
	vscnprintf(why, sizeof(why), fmt, args);
	va_end(args);
	ab_log(log, "[%u] %s %s: %s\n", id, ab_btf_kind_name(AB_BTF_KIND(type->info)),
	       name && *name ? name : "(anon)", why);
	return -EINVAL;
}

static int refuse(const struct ab_log *log, const char *why)
{
	ab_log(log, "%s\n", why);
	return -EINVAL;
}

/* The two sections may come in either order but must lie side by side and fill the rest. */
static int check_sections(const struct header *hdr, u32 rest, const struct ab_log *log)
{
	u32 first_off = hdr->type_off, first_len = hdr->type_len;
	u32 last_off = hdr->str_off, last_len = hdr->str_len;

	if (first_off > last_off) {
		swap(first_off, last_off);
		swap(first_len, last_len);
	}
	if (first_off || first_len > rest || last_len > rest)
		return refuse(log, first_off ? "Unsupported section found" : "Section too long");
	if (last_off < first_len)
		return refuse(log, "Section overlap found");
	if (last_off > first_len || last_len != rest - last_off)
		return refuse(log, "Unsupported section found");
	return 0;
}

static int check_header(struct ab_btf *btf, const struct ab_log *log)
{
	struct header *hdr = btf->data;
	int err;

	if (btf->size < sizeof(*hdr))
		return refuse(log, "btf_header not found");
	if (hdr->magic != BTF_MAGIC)
		return refuse(log, "Invalid magic");
	if (hdr->version != BTF_VERSION)
		return refuse(log, "Unsupported version");
	if (hdr->flags)
		return refuse(log, "Unsupported flags");
	if (hdr->hdr_len < sizeof(*hdr) || hdr->hdr_len > btf->size || hdr->hdr_len & 3)
		return refuse(log, "Invalid btf_header length");
	if (memchr_inv(hdr + 1, 0, hdr->hdr_len - sizeof(*hdr))) {
		refuse(log, "Unsupported btf_header");
		return -E2BIG;
	}
	if (hdr->hdr_len == btf->size || !hdr->type_len)
		return refuse(log, "No type found");
	if (hdr->type_off & 3)
		return refuse(log, "Unaligned type_off");
	err = check_sections(hdr, btf->size - hdr->hdr_len, log);
	if (err)
		return err;

	btf->types = (char *)btf->data + hdr->hdr_len + hdr->type_off;
	btf->types_len = hdr->type_len;
	btf->strings = (char *)btf->data + hdr->hdr_len + hdr->str_off;
	btf->strings_len = hdr->str_len;
	if (!btf->strings_len || btf->strings[0] || btf->strings[btf->strings_len - 1])
		return refuse(log, "Invalid string section");
	return 0;
}

/* Walks the type section; fills @offs where it is there. Returns the types, or an error. */
static int walk_types(const struct ab_btf *btf, u32 *offs, const struct ab_log *log)
{
	u32 off = 0, id = 1;

	for (; off < btf->types_len; id++) {
		const struct ab_btf_type *type = (const void *)(btf->types + off);
		u32 left = btf->types_len - off;
		s64 extra;

		if (id > BTF_MAX_TYPES)
			return -E2BIG;
		if (left < sizeof(*type)) {
			ab_log(log, "[%u] meta_left:%u meta_needed:%zu\n", id, left, sizeof(*type));
			return -EINVAL;
		}
		extra = ab_btf_extra_size(type);
		if (extra < 0) {
			ab_log(log, "[%u] Invalid kind:%u\n", id, AB_BTF_KIND(type->info));
			return -EINVAL;
		}
		left -= sizeof(*type);
		if (extra > left) {
			ab_log(log, "[%u] meta_left:%u meta_needed:%lld\n", id, left, (long long)extra);
			return -EINVAL;
		}
		if (offs)
			offs[id] = off;
		off += sizeof(*type) + extra;
	}
	return id;
}

static int index_types(struct ab_btf *btf, const struct ab_log *log)
{
	int cnt = walk_types(btf, NULL, log);

	if (cnt < 0)
		return cnt;
	btf->offs = kvmalloc_array(cnt, sizeof(*btf->offs), GFP_KERNEL | __GFP_NOWARN);
	if (!btf->offs)
		return -ENOMEM;
	btf->offs[0] = 0;
	btf->cnt = cnt;
	walk_types(btf, btf->offs, NULL);
	return 0;
}

struct ab_btf *ab_btf_parse(const void *data, u32 size, const struct ab_log *log)
{
	struct ab_btf *btf;
	int err;

	if (size > BTF_MAX_SIZE)
		return ERR_PTR(-E2BIG);
	btf = kzalloc(sizeof(*btf), GFP_KERNEL);
	if (!btf)
		return ERR_PTR(-ENOMEM);
	btf->size = size;
	btf->data = kvmalloc(max(size, 1U), GFP_KERNEL | __GFP_NOWARN);
	if (!btf->data) {
		err = -ENOMEM;
		goto fail;
	}
	memcpy(btf->data, data, size);
	err = check_header(btf, log);
	if (!err)
		err = index_types(btf, log);
	if (!err)
		err = ab_btf_check_meta(btf, log);
	if (!err)
		err = ab_btf_check_graph(btf, log);
	if (!err)
		return btf;
fail:
	ab_btf_free(btf);
	return ERR_PTR(err);
}

void ab_btf_free(struct ab_btf *btf)
{
	if (!btf)
		return;
	kvfree(btf->offs);
	kvfree(btf->data);
	kfree(btf);
}

const void *ab_btf_data(const struct ab_btf *btf, u32 *size)
{
	*size = btf->size;
	return btf->data;
}

u32 ab_btf_type_cnt(const struct ab_btf *btf)
{
	return btf->cnt;
}

const struct ab_btf_type *ab_btf_type_at(const struct ab_btf *btf, u32 id)
{
	return id && id < btf->cnt ? (const void *)(btf->types + btf->offs[id]) : NULL;
}

const char *ab_btf_string(const struct ab_btf *btf, u32 off)
{
	return off < btf->strings_len ? btf->strings + off : NULL;
}

const struct ab_btf_type *ab_btf_skip(const struct ab_btf *btf, u32 id, u32 *res_id)
{
	const struct ab_btf_type *type = ab_btf_type_at(btf, id);

	for (; type; id = type->type, type = ab_btf_type_at(btf, id)) {
		u32 kind = AB_BTF_KIND(type->info);

		if (kind != AB_BTF_TYPEDEF && kind != AB_BTF_VOLATILE && kind != AB_BTF_CONST &&
		    kind != AB_BTF_RESTRICT && kind != AB_BTF_TYPE_TAG)
			break;
	}
	if (res_id)
		*res_id = id;
	return type;
}

/* Arrays of arrays multiply; the chain has no loops once the graph is checked. */
s64 ab_btf_size(const struct ab_btf *btf, u32 id)
{
	u64 times = 1, size;

	for (;;) {
		const struct ab_btf_type *type = ab_btf_skip(btf, id, NULL);

		if (!type)
			return -EINVAL;
		switch (AB_BTF_KIND(type->info)) {
		case AB_BTF_INT:
		case AB_BTF_STRUCT:
		case AB_BTF_UNION:
		case AB_BTF_ENUM:
		case AB_BTF_ENUM64:
		case AB_BTF_FLOAT:
		case AB_BTF_DATASEC:
			size = times * type->size;
			return size > U32_MAX ? -E2BIG : (s64)size;
		case AB_BTF_PTR:
			size = times * 8;
			return size > U32_MAX ? -E2BIG : (s64)size;
		case AB_BTF_VAR:
			id = type->type;
			break;
		case AB_BTF_ARRAY: {
			const struct ab_btf_array *array = ab_btf_extra(type);

			times *= array->nelems;
			if (times > U32_MAX)
				return -E2BIG;
			id = array->type;
			break;
		}
		default:
			return -EINVAL;
		}
	}
}
