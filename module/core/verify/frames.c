// SPDX-License-Identifier: GPL-2.0
/*
 * The call graph: what BTF says of the functions, no recursion, at most 8 frames, at most 512
 * bytes of stack on any chain (256 below a function with tail calls).
 */
#include "core/btf/btf.h"
#include "core/verify/env.h"

#define STACK_ROUND 16 /* engines align frames */
#define STACK_TAIL_CALL 256

static bool is_edge(const struct ab_env *env, u32 i)
{
	const struct altbpf_insn *insn = &env->insns[i];

	return !env->info[i].second &&
	       (ab_insn_is_subprog_call(insn) || ab_insn_is_callback_ref(insn));
}

static bool is_number(const struct ab_btf_type *type)
{
	u32 kind = type ? AB_BTF_KIND(type->info) : AB_BTF_VOID;

	return kind == AB_BTF_INT || kind == AB_BTF_ENUM || kind == AB_BTF_ENUM64;
}

static int check_func_info(struct ab_env *env)
{
	const struct ab_verify_in *in = env->in;
	const struct ab_btf_type *type, *proto;
	u32 i;

	if (!in->btf || !in->func_info_cnt)
		return 0;
	if (in->func_info_cnt != env->sub_cnt)
		return ab_refuse(env, AB_REFUSE_BTF_FUNC_INFO,
				 "number of funcs in func_info doesn't match number of subprogs");
	for (i = 0; i < env->sub_cnt; i++) {
		if (in->func_info[i].insn_off != env->subs[i].start)
			return ab_refuse(env, AB_REFUSE_BTF_FUNC_INFO,
					 "func_info BTF section doesn't match subprog layout in BPF program");
		type = ab_btf_type_at(in->btf, in->func_info[i].type_id);
		proto = type && AB_BTF_KIND(type->info) == AB_BTF_FUNC ?
				ab_btf_type_at(in->btf, type->type) : NULL;
		if (!proto || AB_BTF_KIND(proto->info) != AB_BTF_FUNC_PROTO)
			return ab_refuse(env, AB_REFUSE_BTF_FUNC_INFO,
					 "invalid type id %u in func info",
					 in->func_info[i].type_id);
		env->sub[i].type_id = in->func_info[i].type_id;
		env->sub[i].is_global = i && AB_BTF_VLEN(type->info) == 1;
		env->sub[i].returns_number = is_number(ab_btf_skip(in->btf, proto->type, NULL));
	}
	return 0;
}

static int check_line_info(struct ab_env *env)
{
	const struct altbpf_line_info *line = env->in->line_info;
	u32 i, sub = 0, cnt = env->in->line_info_cnt;

	for (i = 0; i < cnt; i++) {
		if (line[i].insn_off >= env->insn_cnt ||
		    (i && line[i].insn_off <= line[i - 1].insn_off))
			return ab_refuse(env, AB_REFUSE_BTF_LINE_INFO,
					 "Invalid line_info[%u].insn_off:%u (prev_offset:%u prog->len:%u)",
					 i, line[i].insn_off, i ? line[i - 1].insn_off : 0,
					 env->insn_cnt);
		if (env->info[line[i].insn_off].second)
			return ab_refuse(env, AB_REFUSE_BTF_LINE_INFO,
					 "Invalid insn code at line_info[%u].insn_off", i);
		if (env->in->btf && (!ab_btf_string(env->in->btf, line[i].line_off) ||
				     !ab_btf_string(env->in->btf, line[i].file_name_off)))
			return ab_refuse(env, AB_REFUSE_BTF_LINE_INFO,
					 "Invalid line_info[%u].line_off or .file_name_off", i);
		if (sub < env->sub_cnt && line[i].insn_off == env->subs[sub].start)
			sub++;
		else if (sub < env->sub_cnt && line[i].insn_off > env->subs[sub].start)
			break;
	}
	if (cnt && sub != env->sub_cnt)
		return ab_refuse(env, AB_REFUSE_BTF_LINE_INFO, "missing bpf_line_info for func#%u",
				 sub);
	return 0;
}

/*
 * Longest chains from any root. They stop growing unless there is a cycle; a chain twice as long
 * as allowed is not followed further.
 */
static int check_depth(struct ab_env *env)
{
	bool more = true;
	u32 i, turns;

	for (turns = 0; more && turns < 2 * AB_MAX_FRAMES; turns++) {
		more = false;
		for (i = 0; i < env->insn_cnt; i++) {
			u32 from = env->info[i].subprog, to = env->fact[i].subprog;

			if (!is_edge(env, i) || env->sub[to].level > env->sub[from].level)
				continue;
			env->sub[to].level = env->sub[from].level + 1;
			env->insn = i;
			more = true;
		}
	}
	if (more && env->sub_cnt < 2 * AB_MAX_FRAMES)
		return ab_refuse(env, AB_REFUSE_CALL_RECURSION, "recursive call from %s() to %s()",
				 ab_sub_name(env, env->info[env->insn].subprog),
				 ab_sub_name(env, env->fact[env->insn].subprog));
	for (i = 0; i < env->insn_cnt; i++) {
		if (!is_edge(env, i) || env->sub[env->fact[i].subprog].level < AB_MAX_FRAMES)
			continue;
		env->insn = i;
		return ab_refuse(env, AB_REFUSE_CALL_DEPTH,
				 "the call stack of %u frames is too deep !", AB_MAX_FRAMES + 1);
	}
	return 0;
}

int ab_subprog_info(struct ab_env *env)
{
	int err = check_func_info(env);

	if (!err)
		err = check_line_info(env);
	return err ? err : check_depth(env);
}

static u32 rounded(const struct ab_env *env, u32 sub)
{
	return round_up(max_t(u32, env->sub[sub].depth, 1), STACK_ROUND);
}

/* One edge: are the frames above it small enough, do the totals below it grow? */
static int follow(struct ab_env *env, u32 from, u32 to, bool *more)
{
	u32 below = env->sub[from].total, sum = below + rounded(env, to);
	bool tail = env->subs[to].has_tail_call || env->subs[to].tail_call_below;

	if (env->subs[to].has_tail_call && below >= STACK_TAIL_CALL)
		return ab_refuse(env, AB_REFUSE_STACK_COMBINED,
				 "tail_calls are not allowed when call stack of previous frames is %u bytes. Too large",
				 below);
	if (sum > AB_MAX_STACK)
		return ab_refuse(env, AB_REFUSE_STACK_COMBINED,
				 "combined stack size of %u calls is %u. Too large",
				 env->sub[to].level + 1, sum);
	if (sum > env->sub[to].total) {
		env->sub[to].total = sum;
		*more = true;
	}
	if (tail && !env->subs[from].tail_call_below) {
		env->subs[from].tail_call_below = 1;
		*more = true;
	}
	return 0;
}

/* Sound: totals only grow and are bounded by the limit, so that the rounds come to an end. */
int ab_subprog_check_stack(struct ab_env *env)
{
	bool more = true;
	u32 i;
	int err;

	for (i = 0; i < env->sub_cnt; i++)
		env->sub[i].total = rounded(env, i);
	while (more) {
		more = false;
		for (i = 0; i < env->insn_cnt; i++) {
			if (!is_edge(env, i))
				continue;
			env->insn = i;
			err = follow(env, env->info[i].subprog, env->fact[i].subprog, &more);
			if (err)
				return err;
		}
		for (i = 0; i < env->edge_cnt; i++) {
			err = follow(env, env->edge[i].from, env->edge[i].to, &more);
			if (err)
				return err;
		}
	}
	for (i = 0; i < env->sub_cnt; i++)
		env->subs[i].tail_call_below |= env->subs[i].has_tail_call;
	return 0;
}
