// SPDX-License-Identifier: GPL-2.0
/*
 * Kernel memory by its types: the arguments of a typed tracepoint, and what is reached from them.
 * A pointer carries the id of the struct that it points to, in the kernel's BTF; a load finds the
 * member at its offset and gives a number or a further pointer.
 *
 * Sound: such loads may fault, and the engines catch that and give 0, so no pointer needs to be
 * checked for NULL and none is trusted for more than reading; stores are refused.
 */
#include "core/btf/btf.h"
#include "core/verify/typed.h"

#define MAX_NESTING 32

static const struct ab_btf_type *skip(const struct ab_env *env, u32 id, u32 *res)
{
	return ab_btf_skip(env->in->kernel_btf, id, res);
}

static u32 kind_of(const struct ab_btf_type *type)
{
	return type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;
}

static bool is_struct(const struct ab_btf_type *type)
{
	return kind_of(type) == AB_BTF_STRUCT || kind_of(type) == AB_BTF_UNION;
}

static const char *name_of(const struct ab_env *env, const struct ab_btf_type *type)
{
	const char *name = type ? ab_btf_string(env->in->kernel_btf, type->name_off) : NULL;

	return name && *name ? name : "(anon)";
}

/* The struct that the pointer @type leads to, 0 if it is something else, or memory of user space. */
static u32 pointee(const struct ab_env *env, const struct ab_btf_type *type)
{
	const struct ab_btf_type *to = ab_btf_type_at(env->in->kernel_btf, type->type);
	u32 id;

	if (kind_of(to) == AB_BTF_TYPE_TAG && (!strcmp(name_of(env, to), "user") ||
					       !strcmp(name_of(env, to), "percpu")))
		return 0;
	return is_struct(skip(env, type->type, &id)) ? id : 0;
}

static void set_result(struct ab_reg *reg, u32 type_id, u32 size)
{
	if (!type_id) {
		ab_reg_set_scalar(reg, ab_scalar_load(size, false));
		return;
	}
	ab_reg_set_pointer(reg, AB_REG_BTF);
	reg->size = type_id;
}

/* The prototype behind "typedef void (*btf_trace_NAME)(void *, ...)", or NULL. */
static const struct ab_btf_type *target_proto(const struct ab_env *env)
{
	const struct ab_btf_type *type = ab_btf_type_at(env->in->kernel_btf, env->in->attach_btf_id);

	if (kind_of(type) != AB_BTF_TYPEDEF || strncmp(name_of(env, type), "btf_trace_", 10))
		return NULL;
	type = skip(env, type->type, NULL);
	if (kind_of(type) != AB_BTF_PTR)
		return NULL;
	type = skip(env, type->type, NULL);
	return kind_of(type) == AB_BTF_FUNC_PROTO && AB_BTF_VLEN(type->info) ? type : NULL;
}

int ab_typed_check_target(struct ab_env *env)
{
	if (!env->in->kernel_btf || !target_proto(env))
		return ab_refuse(env, AB_REFUSE_PROG_TYPE, "attach_btf_id %u is not a valid tracepoint",
				 env->in->attach_btf_id);
	return 0;
}

int ab_typed_argument(struct ab_env *env, s32 off, u32 size, struct ab_reg *dst)
{
	const struct ab_btf_type *proto = target_proto(env), *type;
	const struct ab_btf_param *param = ab_btf_extra(proto);
	u32 cnt = AB_BTF_VLEN(proto->info) - 1, arg = off / 8, id = 0;

	/* The first one is the tracepoint's own. */
	if (off % 8 || arg >= cnt)
		return ab_refuse(env, AB_REFUSE_CTX_ACCESS, "func '%s' doesn't have %u-th argument",
				 name_of(env, ab_btf_type_at(env->in->kernel_btf,
							     env->in->attach_btf_id)),
				 arg + 1);
	type = skip(env, param[arg + 1].type, NULL);
	if (kind_of(type) == AB_BTF_PTR) {
		if (size != 8)
			return ab_refuse(env, AB_REFUSE_CTX_ACCESS,
					 "invalid bpf_context access off=%d size=%u", off, size);
		id = pointee(env, type);
	}
	set_result(dst, id, size);
	return 0;
}

struct place {
	const struct ab_btf_type *type; /* a struct or union, then what lies at @off */
	u32 off; /* in @type */
	u32 size;
	bool bits; /* inside a bit field */
};

/* Goes from @p's struct to the member that holds @p->off. Return: there is one. */
static bool descend(const struct ab_env *env, struct place *p)
{
	const struct ab_btf_member *m = ab_btf_extra(p->type);
	u32 i, n = AB_BTF_VLEN(p->type->info), off, bits;
	const struct ab_btf_type *outer = p->type;
	s64 size;

	for (i = 0; i < n; i++, m++) {
		off = AB_BTF_MEMBER_OFFSET(outer, m);
		bits = AB_BTF_MEMBER_BITS(outer, m);
		if (bits) {
			if (p->off * 8 < off / 8 * 8 || p->off * 8 >= off + bits)
				continue;
			p->bits = true;
			return true;
		}
		off /= 8;
		size = ab_btf_size(env->in->kernel_btf, m->type);
		p->type = skip(env, m->type, NULL);
		/* A flexible array has no end of its own. */
		if (kind_of(p->type) == AB_BTF_ARRAY && !size && i == n - 1)
			size = S32_MAX;
		if (p->off < off || p->off >= off + size)
			continue;
		p->off -= off;
		return true;
	}
	return false;
}

/* Goes from an array to the element that holds @p->off. */
static bool enter_arrays(const struct ab_env *env, struct place *p)
{
	u32 turns = 0;

	while (kind_of(p->type) == AB_BTF_ARRAY) {
		const struct ab_btf_array *array = ab_btf_extra(p->type);
		s64 size = ab_btf_size(env->in->kernel_btf, array->type);

		if (size <= 0 || turns++ > MAX_NESTING)
			return false;
		p->type = skip(env, array->type, NULL);
		p->off %= size;
	}
	return true;
}

static bool find_member(const struct ab_env *env, struct place *p)
{
	u32 turns;

	for (turns = 0; turns < MAX_NESTING && is_struct(p->type); turns++)
		if (!descend(env, p) || (!p->bits && !enter_arrays(env, p)))
			return false;
		else if (p->bits)
			return true;
	return !is_struct(p->type);
}

static bool is_flexible(const struct ab_env *env, const struct ab_btf_type *type)
{
	const struct ab_btf_member *m = ab_btf_extra(type);
	u32 n = AB_BTF_VLEN(type->info);

	return n && kind_of(skip(env, m[n - 1].type, NULL)) == AB_BTF_ARRAY &&
	       !ab_btf_size(env->in->kernel_btf, m[n - 1].type);
}

int ab_typed_load(struct ab_env *env, u32 base, s32 off, u32 size, bool sign, struct ab_reg *dst)
{
	const struct ab_reg *reg = ab_reg_at(env, base);
	const struct ab_btf_type *type = ab_btf_type_at(env->in->kernel_btf, reg->size);
	const char *name = name_of(env, type);
	s64 at = (s64)reg->off + off;
	struct place p = { .type = type, .off = at, .size = size };
	u32 id = 0;

	if (!ab_scalar_is_const(&reg->val) || ab_scalar_value(&reg->val))
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "R%u is ptr_%s invalid variable offset: off=%d", base, name, off);
	if (at < 0)
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "R%u is ptr_%s invalid negative access: off=%lld", base, name,
				 (long long)at);
	if (at + size > type->size && (at > S32_MAX || !is_flexible(env, type)))
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "access beyond struct %s at off %lld size %u", name, (long long)at,
				 size);
	if (!find_member(env, &p))
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "struct %s doesn't have field at offset %lld", name, (long long)at);
	if (!p.bits && kind_of(p.type) == AB_BTF_PTR) {
		if (p.off || size != 8)
			return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
					 "cannot access ptr member in struct %s with off %lld size %u",
					 name, (long long)at, size);
		id = pointee(env, p.type);
	} else if (!p.bits && p.type && p.off + size > p.type->size) {
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "access beyond the end of member in struct %s with off %lld size %u",
				 name, (long long)at, size);
	}
	set_result(dst, id, size);
	if (!id && sign)
		ab_reg_set_scalar(dst, ab_scalar_load(size, true));
	return 0;
}
