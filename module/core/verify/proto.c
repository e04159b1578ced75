// SPDX-License-Identifier: GPL-2.0
/*
 * A global function's prototype from the program's BTF: numbers, the context, or memory of a known
 * size. It is verified for all arguments that fit, and calls are checked to pass such ones.
 */
#include "core/btf/btf.h"
#include "core/verify/proto.h"

static const struct ab_btf_type *target(const struct ab_env *env, u32 id)
{
	return ab_btf_skip(env->in->btf, id, NULL);
}

static u32 kind_of(const struct ab_btf_type *type)
{
	return type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;
}

/* Is there a tag @name on argument @arg of function @func? */
static bool has_tag(const struct ab_env *env, u32 func, u32 arg, const char *name)
{
	const struct ab_btf *btf = env->in->btf;
	u32 id, cnt = ab_btf_type_cnt(btf);

	for (id = 1; id < cnt; id++) {
		const struct ab_btf_type *type = ab_btf_type_at(btf, id);
		const char *text;

		if (kind_of(type) != AB_BTF_DECL_TAG || type->type != func ||
		    *(const u32 *)ab_btf_extra(type) != arg)
			continue;
		text = ab_btf_string(btf, type->name_off);
		if (text && !strcmp(text, name))
			return true;
	}
	return false;
}

static const char *ctx_name(u32 prog_type)
{
	switch (prog_type) {
	case ALTBPF_PROG_TYPE_XDP:
		return "xdp_md";
	case ALTBPF_PROG_TYPE_KPROBE:
		return "pt_regs";
	case ALTBPF_PROG_TYPE_RAW_TRACEPOINT:
		return "bpf_raw_tracepoint_args";
	case ALTBPF_PROG_TYPE_PERF_EVENT:
		return "bpf_perf_event_data";
	case ALTBPF_PROG_TYPE_TRACEPOINT:
		return NULL;
	default:
		return "__sk_buff";
	}
}

/* A struct of the context's name, or a typedef of it (bpf_user_pt_regs_t). */
static bool is_ctx(const struct ab_env *env, u32 id)
{
	const char *want = ctx_name(env->in->prog_type), *name;
	const struct ab_btf_type *type;
	u32 turns;

	for (turns = 0; want && turns < 32; turns++) {
		type = ab_btf_type_at(env->in->btf, id);
		if (!type)
			return false;
		name = ab_btf_string(env->in->btf, type->name_off);
		if (name && (!strcmp(name, want) || (!strcmp(want, "pt_regs") &&
						     !strcmp(name, "bpf_user_pt_regs_t"))))
			return true;
		switch (kind_of(type)) {
		case AB_BTF_TYPEDEF:
		case AB_BTF_CONST:
		case AB_BTF_VOLATILE:
		case AB_BTF_RESTRICT:
		case AB_BTF_TYPE_TAG:
			id = type->type;
			break;
		default:
			return false;
		}
	}
	return false;
}

static int read_param(struct ab_env *env, u32 func, u32 n, u32 id, struct ab_param *param)
{
	const struct ab_btf_type *type = target(env, id);
	s64 size;

	memset(param, 0, sizeof(*param));
	if (has_tag(env, func, n, "arg:ctx")) {
		param->kind = AB_PARAM_CTX;
		return 0;
	}
	if (kind_of(type) == AB_BTF_INT || kind_of(type) == AB_BTF_ENUM ||
	    kind_of(type) == AB_BTF_ENUM64)
		return 0;
	if (kind_of(type) == AB_BTF_PTR) {
		if (is_ctx(env, type->type)) {
			param->kind = AB_PARAM_CTX;
			return 0;
		}
		size = target(env, type->type) ? ab_btf_size(env->in->btf, type->type) : -1;
		if (size > 0 && size < AB_MAX_VAR_SIZE) {
			param->kind = AB_PARAM_MEM;
			param->size = size;
			param->nonnull = has_tag(env, func, n, "arg:nonnull");
			return 0;
		}
	}
	return ab_refuse(env, AB_REFUSE_SUBPROG_ARG, "Arg#%u type in %s() is not supported yet", n,
			 ab_sub_name(env, env->info[env->insn].subprog));
}

int ab_proto_read(struct ab_env *env, u32 sub, struct ab_param param[5])
{
	const struct ab_btf_type *func, *proto;
	const struct ab_btf_param *args;
	u32 i, cnt;
	int err;

	func = ab_btf_type_at(env->in->btf, env->sub[sub].type_id);
	proto = func ? ab_btf_type_at(env->in->btf, func->type) : NULL;
	if (kind_of(proto) != AB_BTF_FUNC_PROTO)
		return ab_refuse(env, AB_REFUSE_BTF_FUNC_INFO, "invalid type id %u in func info",
				 env->sub[sub].type_id);
	cnt = AB_BTF_VLEN(proto->info);
	if (cnt > 5)
		return ab_refuse(env, AB_REFUSE_SUBPROG_ARG,
				 "Global function %s() with %u > 5 args. Buggy compiler.",
				 ab_sub_name(env, sub), cnt);
	args = ab_btf_extra(proto);
	for (i = 0; i < cnt; i++) {
		err = read_param(env, env->sub[sub].type_id, i, args[i].type, &param[i]);
		if (err)
			return err;
	}
	return cnt;
}
