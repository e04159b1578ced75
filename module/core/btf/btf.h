/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A program's types (BTF): checked once when loaded, then read by verifier (function and line
 * info, map values) and dumps.
 */
#ifndef AB_CORE_BTF_BTF_H
#define AB_CORE_BTF_BTF_H

#include <linux/types.h>
#include "core/log.h"

enum ab_btf_kind {
	AB_BTF_VOID, AB_BTF_INT, AB_BTF_PTR, AB_BTF_ARRAY, AB_BTF_STRUCT, AB_BTF_UNION, AB_BTF_ENUM,
	AB_BTF_FWD, AB_BTF_TYPEDEF, AB_BTF_VOLATILE, AB_BTF_CONST, AB_BTF_RESTRICT, AB_BTF_FUNC,
	AB_BTF_FUNC_PROTO, AB_BTF_VAR, AB_BTF_DATASEC, AB_BTF_FLOAT, AB_BTF_DECL_TAG, AB_BTF_TYPE_TAG,
	AB_BTF_ENUM64,
};

/* Layouts of the format (facts of the BTF ABI). */
struct ab_btf_type {
	u32 name_off;
	u32 info; /* vlen 0-15, kind 24-28, kind_flag 31 */
	union {
		u32 size;
		u32 type;
	};
};
struct ab_btf_member { u32 name_off, type, offset; };
struct ab_btf_param { u32 name_off, type; };
struct ab_btf_array { u32 type, index_type, nelems; };
struct ab_btf_var_secinfo { u32 type, offset, size; };

struct ab_btf_enum { u32 name_off; s32 val; };
struct ab_btf_enum64 { u32 name_off, val_lo32, val_hi32; };
struct ab_btf_var { u32 linkage; };
struct ab_btf_decl_tag { s32 component_idx; };

/* The word behind an INT. */
#define AB_BTF_INT_BITS(data) ((data) & 0xff)
#define AB_BTF_INT_OFFSET(data) (((data) >> 16) & 0xff)
#define AB_BTF_INT_ENCODING(data) (((data) >> 24) & 0xf)
#define AB_BTF_INT_SIGNED 1
#define AB_BTF_INT_CHAR 2
#define AB_BTF_INT_BOOL 4

/* A member's offset in bits, and its bits if it is a bit field of a type with kind_flag. */
#define AB_BTF_MEMBER_OFFSET(type, member) \
	(AB_BTF_KFLAG((type)->info) ? (member)->offset & 0xffffff : (member)->offset)
#define AB_BTF_MEMBER_BITS(type, member) (AB_BTF_KFLAG((type)->info) ? (member)->offset >> 24 : 0)

#define AB_BTF_KIND(info) (((info) >> 24) & 0x1f)
#define AB_BTF_VLEN(info) ((info) & 0xffff)
#define AB_BTF_KFLAG(info) ((info) >> 31)

struct ab_btf;

/**
 * ab_btf_parse() - check and index raw BTF
 * @data: raw bytes, copied
 * @size: bytes
 * @log: where complaints go, or NULL
 * Return: the object, or ERR_PTR: -EINVAL (malformed), -E2BIG, -ENOMEM, -ENOTSUPP.
 */
struct ab_btf *ab_btf_parse(const void *data, u32 size, const struct ab_log *log);
void ab_btf_free(struct ab_btf *btf);

/* The raw bytes, for OBJ_GET_INFO_BY_FD. */
const void *ab_btf_data(const struct ab_btf *btf, u32 *size);
u32 ab_btf_type_cnt(const struct ab_btf *btf);
/* Type @id (0 is void: NULL), followed in memory by its kind's extra data; NULL if out of range. */
const struct ab_btf_type *ab_btf_type_at(const struct ab_btf *btf, u32 id);
/* The kind's extra data of @type (members, params, ...). */
static inline const void *ab_btf_extra(const struct ab_btf_type *type) { return type + 1; }
/* String at @off ("" for 0), or NULL if out of range. */
const char *ab_btf_string(const struct ab_btf *btf, u32 off);
/* Skips typedefs and modifiers. */
const struct ab_btf_type *ab_btf_skip(const struct ab_btf *btf, u32 id, u32 *res_id);
/* Size in bytes of a value of type @id, or negative errno. */
s64 ab_btf_size(const struct ab_btf *btf, u32 id);
/* Name of a kind ("STRUCT"). */
const char *ab_btf_kind_name(u32 kind);

#endif
