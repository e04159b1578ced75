// SPDX-License-Identifier: GPL-2.0
/*
 * How BTF types hang together: no reference dangles, no value contains itself, no chain of
 * pointers and modifiers turns in a circle, and every reference leads to a kind that fits there.
 * Used by btf.c after meta.c; both walks are iterative, with bounded depth.
 */
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/string.h>

#include "core/btf/check.h"

#define MAX_DEPTH 32
#define MAX_BIT_FIELD 128

/* struct graph.state[id] */
enum { NEW, OPEN, DONE };

struct step {
	u32 id;
	u32 next; /* child to look at */
};

/**
 * struct graph - the walk
 * @state: by type id
 * @stack: from the root to the current type
 * @depth: entries of @stack
 */
struct graph {
	const struct ab_btf *btf;
	const struct ab_log *log;
	u8 *state;
	struct step stack[MAX_DEPTH];
	u32 depth;
};

#define BAD(g, id, ...) ab_btf_refuse((g)->btf, (g)->log, id, __VA_ARGS__)

static u32 kind_of(const struct ab_btf *btf, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(btf, id);

	return type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;
}

static bool is_modifier(u32 kind)
{
	return kind == AB_BTF_TYPEDEF || kind == AB_BTF_VOLATILE || kind == AB_BTF_CONST ||
	       kind == AB_BTF_RESTRICT || kind == AB_BTF_TYPE_TAG;
}

/* The @n-th type that values of @type contain (0 where that is void); false behind the last. */
static bool child_at(const struct ab_btf_type *type, u32 n, u32 *child)
{
	const struct ab_btf_array *array = ab_btf_extra(type);
	const struct ab_btf_member *member = ab_btf_extra(type);
	const struct ab_btf_var_secinfo *var = ab_btf_extra(type);
	u32 kind = AB_BTF_KIND(type->info), cnt = 0;

	switch (kind) {
	case AB_BTF_ARRAY:
		cnt = 2;
		*child = n ? array->index_type : array->type;
		break;
	case AB_BTF_STRUCT:
	case AB_BTF_UNION:
		cnt = AB_BTF_VLEN(type->info);
		if (n < cnt)
			*child = member[n].type;
		break;
	case AB_BTF_DATASEC:
		cnt = AB_BTF_VLEN(type->info);
		if (n < cnt)
			*child = var[n].type;
		break;
	default:
		if (kind == AB_BTF_VAR || is_modifier(kind)) {
			cnt = 1;
			*child = type->type;
		}
		break;
	}
	return n < cnt;
}

static int push(struct graph *g, u32 id)
{
	if (g->depth == MAX_DEPTH) {
		BAD(g, id, "Exceeded max resolving depth:%u", MAX_DEPTH);
		return -E2BIG;
	}
	g->state[id] = OPEN;
	g->stack[g->depth++] = (struct step){ .id = id };
	return 0;
}

/* Depth first over what values contain; meeting an open type again is a loop. */
static int walk_values(struct graph *g, u32 root)
{
	int err = push(g, root);

	while (!err && g->depth) {
		struct step *step = &g->stack[g->depth - 1];
		u32 child;

		if (!child_at(ab_btf_type_at(g->btf, step->id), step->next++, &child)) {
			g->state[step->id] = DONE;
			g->depth--;
			continue;
		}
		if (child >= g->btf->cnt)
			return BAD(g, step->id, "Invalid type_id:%u", child);
		if (!child || g->state[child] == DONE)
			continue;
		if (g->state[child] == OPEN) {
			BAD(g, child, "Loop detected");
			return -ELOOP;
		}
		err = push(g, child);
	}
	return err;
}

/* Pointers and modifiers have one successor each: marks with the chain's root find a circle. */
static int walk_pointers(struct graph *g, u32 root)
{
	u32 id = root, kind = kind_of(g->btf, id);
	u32 end;

	while ((kind == AB_BTF_PTR || is_modifier(kind)) && g->state[id] == NEW) {
		g->state[id] = OPEN;
		id = ab_btf_type_at(g->btf, id)->type;
		if (id >= g->btf->cnt)
			return BAD(g, root, "Invalid type_id:%u", id);
		kind = kind_of(g->btf, id);
	}
	if ((kind == AB_BTF_PTR || is_modifier(kind)) && g->state[id] == OPEN) {
		BAD(g, id, "Loop detected");
		return -ELOOP;
	}
	end = id;
	for (id = root; id != end; id = ab_btf_type_at(g->btf, id)->type)
		g->state[id] = DONE;
	return 0;
}

static bool is_sized(const struct ab_btf *btf, u32 id)
{
	const struct ab_btf_type *type = ab_btf_skip(btf, id, NULL);
	u32 kind = type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;

	return kind == AB_BTF_INT || kind == AB_BTF_PTR || kind == AB_BTF_ARRAY || kind == AB_BTF_STRUCT ||
	       kind == AB_BTF_UNION || kind == AB_BTF_ENUM || kind == AB_BTF_ENUM64 || kind == AB_BTF_FLOAT;
}

/* What a pointer or modifier may lead to. */
static bool is_target(const struct ab_btf *btf, u32 id)
{
	const struct ab_btf_type *type = ab_btf_skip(btf, id, NULL);
	u32 kind = type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;

	return kind == AB_BTF_VOID || kind == AB_BTF_FWD || kind == AB_BTF_FUNC_PROTO || is_sized(btf, id);
}

/* A whole integer: 8, 16, 32, 64 or 128 bits at bit 0. */
static bool is_regular_int(const struct ab_btf_type *type)
{
	u32 data;

	if (AB_BTF_KIND(type->info) != AB_BTF_INT)
		return false;
	data = *(const u32 *)ab_btf_extra(type);
	return !AB_BTF_INT_OFFSET(data) && AB_BTF_INT_BITS(data) == type->size * 8 && type->size &&
	       !(type->size & (type->size - 1)) && type->size <= 16;
}

static int check_array(const struct graph *g, u32 id)
{
	const struct ab_btf_array *array = ab_btf_extra(ab_btf_type_at(g->btf, id));
	const struct ab_btf_type *index = ab_btf_skip(g->btf, array->index_type, NULL);
	const struct ab_btf_type *elem = ab_btf_skip(g->btf, array->type, NULL);

	if (!index || !is_regular_int(index))
		return BAD(g, id, "Invalid index");
	if (!is_sized(g->btf, array->type) || (AB_BTF_KIND(elem->info) == AB_BTF_INT && !is_regular_int(elem)))
		return BAD(g, id, "Invalid elem");
	if (ab_btf_size(g->btf, id) < 0)
		return BAD(g, id, "Array size overflows U32_MAX");
	return 0;
}

static int check_member(const struct graph *g, u32 id, u32 n)
{
	const struct ab_btf_type *type = ab_btf_type_at(g->btf, id), *of;
	const struct ab_btf_member *member = (const struct ab_btf_member *)ab_btf_extra(type) + n;
	u64 offset = AB_BTF_MEMBER_OFFSET(type, member), bits = AB_BTF_MEMBER_BITS(type, member);
	u32 data, kind;
	s64 size;

	if (!is_sized(g->btf, member->type))
		return BAD(g, id, "member %u: Invalid member", n);
	of = ab_btf_skip(g->btf, member->type, NULL);
	kind = AB_BTF_KIND(of->info);
	size = ab_btf_size(g->btf, member->type);
	if (size < 0)
		return BAD(g, id, "member %u: Invalid member", n);
	if (bits) {
		if (kind != AB_BTF_INT && kind != AB_BTF_ENUM && kind != AB_BTF_ENUM64)
			return BAD(g, id, "member %u: Invalid member bitfield_size", n);
		if (bits > (u64)size * 8 || offset % 8 + bits > MAX_BIT_FIELD)
			return BAD(g, id, "member %u: Invalid member bitfield_size", n);
	} else if (kind == AB_BTF_INT && !is_regular_int(of)) {
		data = *(const u32 *)ab_btf_extra(of);
		offset += AB_BTF_INT_OFFSET(data);
		bits = AB_BTF_INT_BITS(data);
	} else {
		bits = (u64)size * 8;
		/* old compilers describe bit fields by plain ints at odd offsets */
		if (offset % 8 && (kind != AB_BTF_INT || AB_BTF_KFLAG(type->info)))
			return BAD(g, id, "member %u: Member is not byte aligned", n);
	}
	if (offset + bits > (u64)type->size * 8)
		return BAD(g, id, "member %u: Member exceeds struct_size", n);
	return 0;
}

static int check_func_proto(const struct graph *g, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(g->btf, id);
	const struct ab_btf_param *param = ab_btf_extra(type);
	u32 i;

	if (type->type && !is_sized(g->btf, type->type) && ab_btf_skip(g->btf, type->type, NULL))
		return BAD(g, id, "Invalid return type");
	if (type->type >= g->btf->cnt)
		return BAD(g, id, "Invalid return type");
	for (i = 0; i < AB_BTF_VLEN(type->info); i++)
		if (param[i].type && !is_sized(g->btf, param[i].type))
			return BAD(g, id, "Invalid arg#%u", i + 1);
	return 0;
}

static int check_func(const struct graph *g, u32 id)
{
	const struct ab_btf_type *proto = ab_btf_type_at(g->btf, ab_btf_type_at(g->btf, id)->type);
	const struct ab_btf_param *param;
	u32 i;

	if (!proto || AB_BTF_KIND(proto->info) != AB_BTF_FUNC_PROTO)
		return BAD(g, id, "Invalid type_id");
	param = ab_btf_extra(proto);
	for (i = 0; i < AB_BTF_VLEN(proto->info); i++)
		if (!param[i].name_off && param[i].type)
			return BAD(g, id, "Invalid arg#%u", i + 1);
	return 0;
}

static int check_datasec(const struct graph *g, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(g->btf, id);
	const struct ab_btf_var_secinfo *var = ab_btf_extra(type);
	u32 i;

	for (i = 0; i < AB_BTF_VLEN(type->info); i++) {
		s64 size;

		if (kind_of(g->btf, var[i].type) != AB_BTF_VAR)
			return BAD(g, id, "var %u: Not a VAR kind member", i);
		size = ab_btf_size(g->btf, var[i].type);
		if (size < 0 || size > var[i].size)
			return BAD(g, id, "var %u: Invalid size", i);
	}
	return 0;
}

static int check_decl_tag(const struct graph *g, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(g->btf, id), *of = ab_btf_type_at(g->btf, type->type);
	s32 part = ((const struct ab_btf_decl_tag *)ab_btf_extra(type))->component_idx;
	u32 kind = of ? AB_BTF_KIND(of->info) : AB_BTF_VOID;

	if (kind == AB_BTF_FUNC)
		of = ab_btf_type_at(g->btf, of->type);
	else if (kind == AB_BTF_VAR || kind == AB_BTF_TYPEDEF)
		return part == -1 ? 0 : BAD(g, id, "Invalid component_idx");
	else if (kind != AB_BTF_STRUCT && kind != AB_BTF_UNION)
		return BAD(g, id, "Invalid type");
	if (part >= 0 && (!of || part >= (s32)AB_BTF_VLEN(of->info)))
		return BAD(g, id, "Invalid component_idx");
	return 0;
}

/* Loops are excluded before, so chains can be followed here. */
static int check_fit(const struct graph *g, u32 id)
{
	const struct ab_btf_type *type = ab_btf_type_at(g->btf, id);
	u32 kind = AB_BTF_KIND(type->info), i;
	int err = 0;

	switch (kind) {
	case AB_BTF_ARRAY:
		return check_array(g, id);
	case AB_BTF_STRUCT:
	case AB_BTF_UNION:
		for (i = 0; !err && i < AB_BTF_VLEN(type->info); i++)
			err = check_member(g, id, i);
		return err;
	case AB_BTF_FUNC_PROTO:
		return check_func_proto(g, id);
	case AB_BTF_FUNC:
		return check_func(g, id);
	case AB_BTF_VAR:
		return is_sized(g->btf, type->type) ? 0 : BAD(g, id, "Invalid type_id");
	case AB_BTF_DATASEC:
		return check_datasec(g, id);
	case AB_BTF_DECL_TAG:
		return check_decl_tag(g, id);
	default:
		if ((kind == AB_BTF_PTR || is_modifier(kind)) && !is_target(g->btf, type->type))
			return BAD(g, id, "Invalid type_id");
		return 0;
	}
}

static int for_each_type(struct graph *g, int (*fn)(struct graph *g, u32 id))
{
	int err = 0;
	u32 id;

	for (id = 1; !err && id < g->btf->cnt; id++)
		if (g->state[id] == NEW)
			err = fn(g, id);
	return err;
}

int ab_btf_check_graph(const struct ab_btf *btf, const struct ab_log *log)
{
	struct graph *g = kzalloc(sizeof(*g), GFP_KERNEL);
	int err = -ENOMEM;
	u32 id;

	if (!g)
		return err;
	g->btf = btf;
	g->log = log;
	g->state = kvzalloc(btf->cnt, GFP_KERNEL);
	if (!g->state)
		goto out;
	err = for_each_type(g, walk_values);
	if (err)
		goto out;
	memset(g->state, NEW, btf->cnt);
	err = for_each_type(g, walk_pointers);
	for (id = 1; !err && id < btf->cnt; id++)
		err = check_fit(g, id);
out:
	kvfree(g->state);
	kfree(g);
	return err;
}
