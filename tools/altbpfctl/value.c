// SPDX-License-Identifier: GPL-2.0
/*
 * Values by their BTF type: see value.h. One function a kind; show_type() is the table. Bytes of user
 * programs come in here, so nothing is read behind @size.
 */
#include <string.h>
#include "json.h"
#include "value.h"

#define MAX_NESTING 24

struct view {
	const struct btf *btf;
	const unsigned char *data;
	size_t size;
	int nesting;
};

static void show_type(const struct view *view, const char *name, __u32 id, size_t off);

static const char *name_of(const struct view *view, __u32 off)
{
	const char *name = btf__name_by_offset(view->btf, off);

	return name ? name : "";
}

static __u64 read_bits(const struct view *view, size_t bit_off, unsigned int bits)
{
	__u64 v = 0;
	unsigned int i;

	for (i = 0; i < bits; i++) {
		size_t bit = bit_off + i;

		if (bit / 8 < view->size && view->data[bit / 8] >> bit % 8 & 1)
			v |= 1ULL << i;
	}
	return v;
}

static __s64 sign_extend(__u64 v, unsigned int bits)
{
	return bits >= 64 ? (__s64)v : (__s64)(v << (64 - bits)) >> (64 - bits);
}

static void show_int(const struct view *view, const char *name, const struct btf_type *type, size_t bit_off,
		     unsigned int bits)
{
	__u64 v;

	if (bits > 64) {
		json_bytes(name, view->data + bit_off / 8, bits / 8);
		return;
	}
	v = read_bits(view, bit_off, bits);
	if (btf_int_encoding(type) & BTF_INT_BOOL)
		json_bool(name, v);
	else if (btf_int_encoding(type) & BTF_INT_SIGNED)
		json_int(name, sign_extend(v, bits));
	else
		json_uint(name, v);
}

static void show_enum(const struct view *view, const char *name, const struct btf_type *type, size_t bit_off,
		      unsigned int bits)
{
	__u64 v = read_bits(view, bit_off, bits);
	__u32 i;

	for (i = 0; i < btf_vlen(type); i++) {
		if (btf_is_enum(type) && btf_enum(type)[i].val == (__s32)v) {
			json_text(name, name_of(view, btf_enum(type)[i].name_off));
			return;
		}
		if (btf_is_enum64(type) && btf_enum64_value(&btf_enum64(type)[i]) == v) {
			json_text(name, name_of(view, btf_enum64(type)[i].name_off));
			return;
		}
	}
	json_int(name, sign_extend(v, bits));
}

static const struct btf_type *skip_modifiers(const struct btf *btf, __u32 id)
{
	const struct btf_type *type = btf__type_by_id(btf, id);

	while (type && (btf_is_mod(type) || btf_is_typedef(type) || btf_is_type_tag(type)))
		type = btf__type_by_id(btf, type->type);
	return type;
}

/* Text or empty, with nothing but NULs behind it. */
static bool is_text(const unsigned char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len && s[i]; i++)
		if (s[i] < 0x20 && s[i] != '\n' && s[i] != '\t')
			return false;
	return true;
}

static void show_array(const struct view *view, const char *name, const struct btf_type *type, size_t off)
{
	const struct btf_array *array = btf_array(type);
	const struct btf_type *elem = skip_modifiers(view->btf, array->type);
	__s64 size = btf__resolve_size(view->btf, array->type);
	__u32 i;

	if (size <= 0 || !elem)
		return json_null(name);
	if (btf_is_int(elem) && size == 1 && is_text(view->data + off, array->nelems)) {
		const char *elem_name = name_of(view, elem->name_off);

		if (!strcmp(elem_name, "char") || btf_int_encoding(elem) & BTF_INT_CHAR)
			return json_text_len(name, (const char *)view->data + off, array->nelems);
	}
	json_open_array(name);
	for (i = 0; i < array->nelems; i++)
		show_type(view, NULL, array->type, off + i * (size_t)size);
	json_close();
}

static void show_bitfield(const struct view *view, const char *name, __u32 id, size_t bit_off, unsigned int bits)
{
	const struct btf_type *type = skip_modifiers(view->btf, id);

	if (type && btf_is_int(type))
		show_int(view, name, type, bit_off, bits);
	else if (type && btf_is_any_enum(type))
		show_enum(view, name, type, bit_off, bits);
	else
		json_null(name);
}

static void show_struct(const struct view *view, const char *name, const struct btf_type *type, size_t off)
{
	const struct btf_member *member = btf_members(type);
	const char *member_name;
	__u32 i, bits, at;

	json_open_object(name);
	for (i = 0; i < btf_vlen(type); i++) {
		bits = btf_member_bitfield_size(type, i);
		at = btf_member_bit_offset(type, i);
		member_name = name_of(view, member[i].name_off);
		if (!*member_name)
			member_name = "(anon)";
		if (bits)
			show_bitfield(view, member_name, member[i].type, off * 8 + at, bits);
		else
			show_type(view, member_name, member[i].type, off + at / 8);
	}
	json_close();
}

static void show_float(const struct view *view, const char *name, size_t off, size_t size)
{
	double d = 0;
	float f;

	if (size == 8) {
		memcpy(&d, view->data + off, 8);
	} else if (size == 4) {
		memcpy(&f, view->data + off, 4);
		d = f;
	}
	json_double(name, d);
}

/* Variables of a global data section, by name. */
static void show_section(const struct view *view, const char *name, const struct btf_type *type, size_t off)
{
	const struct btf_var_secinfo *var = btf_var_secinfos(type);
	const struct btf_type *var_type;
	__u32 i;

	json_open_object(name);
	for (i = 0; i < btf_vlen(type); i++) {
		var_type = btf__type_by_id(view->btf, var[i].type);
		if (var_type)
			show_type(view, name_of(view, var_type->name_off), var_type->type, off + var[i].offset);
	}
	json_close();
}

static void show_type(const struct view *parent, const char *name, __u32 id, size_t off)
{
	struct view view = *parent;
	const struct btf_type *type = skip_modifiers(view.btf, id);
	__s64 size = btf__resolve_size(view.btf, id);

	if (type && btf_is_datasec(type))
		return show_section(&view, name, type, off);
	if (!type || size < 0 || off > view.size || (size_t)size > view.size - off || ++view.nesting > MAX_NESTING)
		return json_null(name);
	switch (btf_kind(type)) {
	case BTF_KIND_INT:
		return show_int(&view, name, type, off * 8 + btf_int_offset(type), btf_int_bits(type));
	case BTF_KIND_ENUM:
	case BTF_KIND_ENUM64:
		return show_enum(&view, name, type, off * 8, (unsigned int)size * 8);
	case BTF_KIND_PTR:
		return json_format(name, "0x%llx", (unsigned long long)read_bits(&view, off * 8, 64));
	case BTF_KIND_ARRAY:
		return show_array(&view, name, type, off);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return show_struct(&view, name, type, off);
	case BTF_KIND_FLOAT:
		return show_float(&view, name, off, (size_t)size);
	default:
		return json_null(name);
	}
}

void value_show(const char *name, const struct btf *btf, __u32 id, const void *data, size_t size)
{
	struct view view = { .btf = btf, .data = data, .size = size };

	if (btf && id && btf__type_by_id(btf, id))
		show_type(&view, name, id, 0);
	else
		json_bytes(name, data, size);
}

int value_number(const struct btf *btf, __u32 id, const void *data, size_t size, __u64 *out)
{
	const struct btf_type *type = btf && id ? skip_modifiers(btf, id) : NULL;

	if (!size || size > 8 || (type && !btf_is_int(type) && !btf_is_any_enum(type)))
		return -1;
	*out = 0;
	memcpy(out, data, size);
	return 0;
}
