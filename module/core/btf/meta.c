// SPDX-License-Identifier: GPL-2.0
/*
 * Each BTF type by itself: flags, names, sizes and the extra data of its kind. The rules are
 * those of mainline, so that what libbpf sends loads here as well. Used by btf.c only.
 */
#include <linux/kernel.h>
#include <linux/ctype.h>
#include <linux/errno.h>

#include "core/btf/check.h"

#define INFO_MASK 0x9f00ffffU
#define INT_MASK 0x0fffffffU
#define MAX_NAME 512
#define MAX_INT_BITS 128

struct meta {
	const struct ab_btf *btf;
	const struct ab_log *log;
	u32 id;
	const struct ab_btf_type *type;
};

#define BAD(m, ...) ab_btf_refuse((m)->btf, (m)->log, (m)->id, __VA_ARGS__)

static bool is_identifier(const struct ab_btf *btf, u32 off)
{
	const char *s = ab_btf_string(btf, off);
	u32 i;

	if (!s || !*s || isdigit(*s))
		return false;
	for (i = 0; s[i]; i++)
		if (i >= MAX_NAME - 1 || (!isalnum(s[i]) && s[i] != '_' && s[i] != '.'))
			return false;
	return true;
}

/* Section names may hold anything that prints. */
static bool is_section(const struct ab_btf *btf, u32 off)
{
	const char *s = ab_btf_string(btf, off);
	u32 i;

	if (!s || !*s)
		return false;
	for (i = 0; s[i]; i++)
		if (i >= MAX_NAME - 1 || !isprint(s[i]))
			return false;
	return true;
}

static bool is_empty(const struct ab_btf *btf, u32 off)
{
	return !*ab_btf_string(btf, off);
}

static int check_plain(const struct meta *m, bool kflag_ok)
{
	if (AB_BTF_VLEN(m->type->info))
		return BAD(m, "vlen != 0");
	if (AB_BTF_KFLAG(m->type->info) && !kflag_ok)
		return BAD(m, "Invalid btf_info kind_flag");
	return 0;
}

static int check_int(const struct meta *m)
{
	u32 data = *(const u32 *)ab_btf_extra(m->type);
	u32 encoding = AB_BTF_INT_ENCODING(data);
	u32 bits = AB_BTF_INT_BITS(data) + AB_BTF_INT_OFFSET(data);
	int err = check_plain(m, false);

	if (err)
		return err;
	if (data & ~INT_MASK)
		return BAD(m, "Invalid int_data:%x", data);
	if (bits > MAX_INT_BITS)
		return BAD(m, "nr_bits exceeds %u", MAX_INT_BITS);
	if (DIV_ROUND_UP(bits, 8) > m->type->size)
		return BAD(m, "nr_bits exceeds type_size");
	if (encoding && encoding != AB_BTF_INT_SIGNED && encoding != AB_BTF_INT_CHAR &&
	    encoding != AB_BTF_INT_BOOL) {
		BAD(m, "Unsupported encoding");
		return -ENOTSUPP;
	}
	return 0;
}

/* Pointers, modifiers and typedefs. */
static int check_ref(const struct meta *m)
{
	u32 kind = AB_BTF_KIND(m->type->info), name = m->type->name_off;
	int err = check_plain(m, kind == AB_BTF_TYPE_TAG);

	if (err)
		return err;
	if (kind == AB_BTF_TYPEDEF ? !is_identifier(m->btf, name) :
	    kind == AB_BTF_TYPE_TAG ? is_empty(m->btf, name) : name != 0)
		return BAD(m, "Invalid name");
	return 0;
}

static int check_array(const struct meta *m)
{
	const struct ab_btf_array *array = ab_btf_extra(m->type);
	int err = check_plain(m, false);

	if (err)
		return err;
	if (m->type->name_off)
		return BAD(m, "Invalid name");
	if (m->type->size)
		return BAD(m, "size != 0");
	if (!array->type)
		return BAD(m, "Invalid elem");
	if (!array->index_type)
		return BAD(m, "Invalid index");
	return 0;
}

static int check_struct(const struct meta *m)
{
	const struct ab_btf_member *member = ab_btf_extra(m->type);
	bool is_union = AB_BTF_KIND(m->type->info) == AB_BTF_UNION;
	u32 i, offset, last = 0;

	if (m->type->name_off && !is_identifier(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	for (i = 0; i < AB_BTF_VLEN(m->type->info); i++, member++) {
		if (!ab_btf_string(m->btf, member->name_off))
			return BAD(m, "member %u: Invalid member name_offset:%u", i, member->name_off);
		if (member->name_off && !is_identifier(m->btf, member->name_off))
			return BAD(m, "member %u: Invalid name", i);
		if (!member->type)
			return BAD(m, "member %u: Invalid type_id", i);
		offset = AB_BTF_MEMBER_OFFSET(m->type, member);
		if ((is_union && offset) || offset < last)
			return BAD(m, "member %u: Invalid member bits_offset", i);
		if (DIV_ROUND_UP((u64)offset, 8) > m->type->size)
			return BAD(m, "member %u: Member bits_offset exceeds its struct size", i);
		last = offset;
	}
	return 0;
}

static int check_enum(const struct meta *m)
{
	bool wide = AB_BTF_KIND(m->type->info) == AB_BTF_ENUM64;
	const char *value = ab_btf_extra(m->type);
	u32 size = m->type->size, i;

	if (size > 8 || !size || (size & (size - 1)))
		return BAD(m, "Unexpected size");
	if (m->type->name_off && !is_identifier(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	for (i = 0; i < AB_BTF_VLEN(m->type->info); i++) {
		/* both layouts begin with the name */
		if (!is_identifier(m->btf, *(const u32 *)value))
			return BAD(m, "value %u: Invalid name", i);
		value += wide ? sizeof(struct ab_btf_enum64) : sizeof(struct ab_btf_enum);
	}
	return 0;
}

static int check_fwd(const struct meta *m)
{
	int err = check_plain(m, true);

	if (err)
		return err;
	if (m->type->type)
		return BAD(m, "type != 0");
	if (!is_identifier(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	return 0;
}

static int check_func(const struct meta *m)
{
	if (!is_identifier(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	if (AB_BTF_VLEN(m->type->info) > 1)
		return BAD(m, "Invalid func linkage");
	if (AB_BTF_KFLAG(m->type->info))
		return BAD(m, "Invalid btf_info kind_flag");
	return 0;
}

static int check_func_proto(const struct meta *m)
{
	const struct ab_btf_param *param = ab_btf_extra(m->type);
	u32 vlen = AB_BTF_VLEN(m->type->info), i;

	if (m->type->name_off)
		return BAD(m, "Invalid name");
	if (AB_BTF_KFLAG(m->type->info))
		return BAD(m, "Invalid btf_info kind_flag");
	for (i = 0; i < vlen; i++) {
		if (param[i].name_off && !is_identifier(m->btf, param[i].name_off))
			return BAD(m, "Invalid arg#%u", i + 1);
		/* without a type: the last one of a variadic function, which has no name either */
		if (!param[i].type && (i + 1 < vlen || param[i].name_off))
			return BAD(m, "Invalid arg#%u", i + 1);
	}
	return 0;
}

static int check_var(const struct meta *m)
{
	const struct ab_btf_var *var = ab_btf_extra(m->type);
	int err = check_plain(m, false);

	if (err)
		return err;
	if (!is_identifier(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	if (!m->type->type)
		return BAD(m, "Invalid type_id");
	if (var->linkage > 1)
		return BAD(m, "Linkage not supported");
	return 0;
}

static int check_datasec(const struct meta *m)
{
	const struct ab_btf_var_secinfo *var = ab_btf_extra(m->type);
	u32 size = m->type->size, i;
	u64 end = 0;

	if (!size)
		return BAD(m, "size == 0");
	if (AB_BTF_KFLAG(m->type->info))
		return BAD(m, "Invalid btf_info kind_flag");
	if (!is_section(m->btf, m->type->name_off))
		return BAD(m, "Invalid name");
	for (i = 0; i < AB_BTF_VLEN(m->type->info); i++, var++) {
		if (!var->type)
			return BAD(m, "var %u: Invalid type_id", i);
		if (var->offset < end || var->offset >= size)
			return BAD(m, "var %u: Invalid offset", i);
		if (!var->size || var->size > size)
			return BAD(m, "var %u: Invalid size", i);
		end = (u64)var->offset + var->size;
		if (end > size)
			return BAD(m, "var %u: Invalid offset+size", i);
	}
	return 0;
}

static int check_float(const struct meta *m)
{
	u32 size = m->type->size;
	int err = check_plain(m, false);

	if (err)
		return err;
	if (size != 2 && size != 4 && size != 8 && size != 12 && size != 16)
		return BAD(m, "Invalid type_size");
	return 0;
}

static int check_decl_tag(const struct meta *m)
{
	const struct ab_btf_decl_tag *tag = ab_btf_extra(m->type);
	int err = check_plain(m, true);

	if (err)
		return err;
	if (is_empty(m->btf, m->type->name_off))
		return BAD(m, "Invalid value");
	if (tag->component_idx < -1)
		return BAD(m, "Invalid component_idx");
	return 0;
}

static int check_type(const struct meta *m)
{
	if (m->type->info & ~INFO_MASK)
		return BAD(m, "Invalid btf_info:%x", m->type->info);
	if (!ab_btf_string(m->btf, m->type->name_off))
		return BAD(m, "Invalid name_offset:%u", m->type->name_off);
	switch (AB_BTF_KIND(m->type->info)) {
	case AB_BTF_INT:
		return check_int(m);
	case AB_BTF_ARRAY:
		return check_array(m);
	case AB_BTF_STRUCT:
	case AB_BTF_UNION:
		return check_struct(m);
	case AB_BTF_ENUM:
	case AB_BTF_ENUM64:
		return check_enum(m);
	case AB_BTF_FWD:
		return check_fwd(m);
	case AB_BTF_FUNC:
		return check_func(m);
	case AB_BTF_FUNC_PROTO:
		return check_func_proto(m);
	case AB_BTF_VAR:
		return check_var(m);
	case AB_BTF_DATASEC:
		return check_datasec(m);
	case AB_BTF_FLOAT:
		return check_float(m);
	case AB_BTF_DECL_TAG:
		return check_decl_tag(m);
	default:
		return check_ref(m);
	}
}

int ab_btf_check_meta(const struct ab_btf *btf, const struct ab_log *log)
{
	struct meta m = { .btf = btf, .log = log };
	int err;

	for (m.id = 1; m.id < btf->cnt; m.id++) {
		m.type = ab_btf_type_at(btf, m.id);
		err = check_type(&m);
		if (err)
			return err;
	}
	return 0;
}
