// SPDX-License-Identifier: GPL-2.0
/*
 * The shape of a program: well-formed instructions, functions, jumps that stay inside them, every
 * instruction reachable, and the points at which exploration compares states. Everything later
 * relies on it: no later pass sees a jump that leads nowhere. Tested by selftests/corpus and agree.
 */
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/sort.h>

#include "core/isa/check.h"
#include "core/verify/env.h"

static enum ab_refusal_id form_refusal(const struct altbpf_insn *insn, const char *why)
{
	if (why[0] == 'R') /* "R11 is invalid" */
		return AB_REFUSE_INSN_BAD_REG;
	switch (ab_insn_form(insn->code)) {
	case AB_FORM_UNKNOWN:
		return AB_REFUSE_INSN_UNKNOWN;
	case AB_FORM_LD_IMM64:
		return AB_REFUSE_INSN_BAD_IMM64;
	case AB_FORM_ATOMIC:
		return AB_REFUSE_INSN_UNKNOWN;
	default:
		return AB_REFUSE_INSN_RESERVED;
	}
}

static int check_map_value(struct ab_env *env, const struct ab_map_desc *map, u32 off)
{
	const struct ab_map_type *type = ab_map_type_find(map->type);

	if (!type || !type->direct_value || map->max_entries != 1)
		return ab_refuse(env, AB_REFUSE_MAP_DIRECT_VALUE,
				 "no direct value access support for this map type");
	if (off >= AB_MAX_VAR_OFF)
		return ab_refuse(env, AB_REFUSE_MAP_DIRECT_VALUE,
				 "direct value offset of %u is not allowed", off);
	if (off >= map->value_size)
		return ab_refuse(env, AB_REFUSE_MAP_DIRECT_VALUE,
				 "invalid access to map value pointer, value_size=%u off=%u",
				 map->value_size, off);
	return 0;
}

static int check_imm64(struct ab_env *env, const struct altbpf_insn *insn)
{
	u32 index = insn->imm;

	switch (insn->src_reg) {
	case 0:
	case ALTBPF_PSEUDO_FUNC:
		return 0;
	case ALTBPF_PSEUDO_MAP_FD:
	case ALTBPF_PSEUDO_MAP_VALUE:
		if (index >= env->in->map_cnt)
			return ab_refuse(env, AB_REFUSE_MAP_BAD_REF,
					 "fd %d is not pointing to valid bpf_map", (int)index);
		if (insn->src_reg == ALTBPF_PSEUDO_MAP_FD)
			return 0;
		return check_map_value(env, env->in->maps[index], insn[1].imm);
	case ALTBPF_PSEUDO_BTF_ID:
		return ab_refuse(env, AB_REFUSE_BTF_MISSING,
				 "ldimm64 failed to find the address for kernel symbol: no kernel BTF");
	default:
		return ab_refuse(env, AB_REFUSE_INSN_BAD_IMM64, "invalid bpf_ld_imm64 insn");
	}
}

static int check_insns(struct ab_env *env)
{
	const char *why;
	u32 i;
	int err;

	for (i = 0; i < env->insn_cnt; i++) {
		const struct altbpf_insn *insn = &env->insns[i];

		env->insn = i;
		why = "unknown opcode";
		err = ab_insn_check(env->insns, env->insn_cnt, i, &why);
		if (err)
			return ab_refuse(env, form_refusal(insn, why), "%s", why);
		if (!ab_insn_is_ld_imm64(insn))
			continue;
		env->info[i + 1].second = 1;
		err = check_imm64(env, insn);
		if (err)
			return err;
		i++;
	}
	return 0;
}

static int compare_start(const void *a, const void *b)
{
	u32 x = ((const struct ab_subprog *)a)->start, y = ((const struct ab_subprog *)b)->start;

	return x < y ? -1 : x > y;
}

/* The function that begins at @start, or -1. */
static int find_sub(const struct ab_env *env, u32 start)
{
	u32 low = 0, high = env->sub_cnt;

	while (low < high) {
		u32 mid = (low + high) / 2;

		if (env->subs[mid].start == start)
			return mid;
		if (env->subs[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return -1;
}

static bool names_sub(const struct altbpf_insn *insn)
{
	return ab_insn_is_subprog_call(insn) || ab_insn_is_callback_ref(insn);
}

/* Adds the function at @start unless it is there; the list is unsorted while it grows. */
static int add_sub(struct ab_env *env, u8 *is_start, u32 start)
{
	struct ab_subprog *subs;

	if (is_start[start])
		return 0;
	is_start[start] = 1;
	if (env->sub_cnt >= AB_MAX_SUBPROGS)
		return ab_refuse(env, AB_REFUSE_TOO_MANY_SUBPROGS, "too many subprograms");
	subs = env->subs;
	memset(&subs[env->sub_cnt], 0, sizeof(subs[0]));
	subs[env->sub_cnt++].start = start;
	return 0;
}

static int collect_subs(struct ab_env *env, u8 *is_start)
{
	u32 i;
	int err;

	err = add_sub(env, is_start, 0);
	for (i = 0; !err && i < env->insn_cnt; i++) {
		s64 target = (s64)i + 1 + env->insns[i].imm;

		if (env->info[i].second || !names_sub(&env->insns[i]))
			continue;
		env->insn = i;
		if (target < 0 || target >= env->insn_cnt || env->info[target].second)
			return ab_refuse(env, AB_REFUSE_CALL_TARGET, "call to invalid destination");
		if (ab_insn_is_callback_ref(&env->insns[i]) && !target)
			return ab_refuse(env, AB_REFUSE_CALLBACK_SHAPE,
					 "callback function cannot be the main program");
		err = add_sub(env, is_start, target);
	}
	return err;
}

static int find_subs(struct ab_env *env)
{
	u8 *is_start = kvzalloc(env->insn_cnt, GFP_KERNEL);
	u32 i, j;
	int err;

	if (!is_start)
		return ab_no_memory(env);
	err = collect_subs(env, is_start);
	kvfree(is_start);
	if (err)
		return err;
	sort(env->subs, env->sub_cnt, sizeof(env->subs[0]), compare_start, NULL);
	for (i = 0; i < env->sub_cnt; i++) {
		env->subs[i].end = i + 1 < env->sub_cnt ? env->subs[i + 1].start : env->insn_cnt;
		for (j = env->subs[i].start; j < env->subs[i].end; j++)
			env->info[j].subprog = i;
	}
	for (i = 0; i < env->insn_cnt; i++)
		if (!env->info[i].second && names_sub(&env->insns[i])) {
			env->fact[i].subprog = find_sub(env, i + 1 + env->insns[i].imm);
			env->fact[i].is_callback = ab_insn_is_callback_ref(&env->insns[i]);
		}
	return 0;
}

static bool is_jump(u8 code)
{
	u8 class = AB_CLASS(code), op = AB_OP(code);

	return (class == AB_JMP || class == AB_JMP32) && op != AB_CALL && op != AB_EXIT;
}

static bool is_plain_jump(u8 code)
{
	return is_jump(code) && AB_OP(code) == AB_JA;
}

u32 ab_cfg_next(const struct ab_env *env, u32 i, u32 next[2])
{
	const struct altbpf_insn *insn = &env->insns[i];
	u32 n = 0;

	if (insn->code == AB_EXIT_CODE)
		return 0;
	if (!is_plain_jump(insn->code))
		next[n++] = i + (ab_insn_is_ld_imm64(insn) ? 2 : 1);
	if (is_jump(insn->code))
		next[n++] = i + 1 + ab_insn_jump_off(insn);
	return n;
}

static int check_jumps(struct ab_env *env)
{
	u32 i;

	for (i = 0; i < env->insn_cnt; i++) {
		const struct altbpf_insn *insn = &env->insns[i];
		const struct ab_subprog *sub = &env->subs[env->info[i].subprog];
		s64 target;

		if (env->info[i].second)
			continue;
		env->insn = i;
		if (is_jump(insn->code)) {
			target = (s64)i + 1 + ab_insn_jump_off(insn);
			if (target < sub->start || target >= sub->end)
				return ab_refuse(env, AB_REFUSE_JUMP_RANGE,
						 "jump out of range from insn %u to %lld", i,
						 (long long)target);
			if (env->info[target].second)
				return ab_refuse(env, AB_REFUSE_JUMP_MIDDLE,
						 "jump into the middle of ldimm64 insn %lld",
						 (long long)target);
		}
		if (i + (ab_insn_is_ld_imm64(insn) ? 2 : 1) == sub->end &&
		    insn->code != AB_EXIT_CODE && !is_plain_jump(insn->code))
			return ab_refuse(env, AB_REFUSE_FALL_THROUGH,
					 "last insn is not an exit or jmp");
	}
	return 0;
}

enum { NEW, OPEN, DONE };

struct walk {
	u32 *stack;
	u8 *state; /* enum above; bits 2 and up: the next edge to follow */
	u32 depth;
};

static bool takes_callback(u32 helper)
{
	const struct ab_helper_proto *proto = ab_helper_find(helper);
	u32 i;

	for (i = 0; proto && i < 5; i++)
		if (proto->args[i] == AB_ARG_FUNC)
			return true;
	return false;
}

/* Where states are compared: where paths meet, where they part, around calls. */
static void mark_prune(struct ab_env *env, u32 i)
{
	const struct altbpf_insn *insn = &env->insns[i];
	u32 next[2], n = ab_cfg_next(env, i, next), j;

	if (is_jump(insn->code)) {
		for (j = 0; j < n; j++)
			if (next[j] != i + 1 || n == 1)
				env->info[next[j]].prune = 1;
		if (n == 2)
			env->info[i].prune = 1;
	}
	if (ab_insn_is_helper_call(insn) && takes_callback(insn->imm)) {
		env->info[i].callback_call = 1;
		env->info[i].prune = 1;
	}
	if (ab_insn_is_subprog_call(insn)) {
		env->info[i].prune = 1;
		env->info[i + 1].prune = 1;
	}
}

/* Depth first from @root; jumps to an instruction that is still open are loops. */
static void walk_from(struct ab_env *env, struct walk *w, u32 root)
{
	if (w->state[root])
		return;
	w->stack[w->depth++] = root;
	w->state[root] = OPEN;
	while (w->depth) {
		u32 i = w->stack[w->depth - 1], next[2];
		u32 n = ab_cfg_next(env, i, next), edge = w->state[i] >> 2;

		if (edge == 0)
			mark_prune(env, i);
		if (edge >= n) {
			w->state[i] = DONE;
			w->depth--;
			continue;
		}
		w->state[i] += 4;
		i = next[edge];
		if (w->state[i] == NEW) {
			w->state[i] = OPEN;
			w->stack[w->depth++] = i;
		} else if (w->state[i] != DONE) {
			env->info[i].loop_head = 1;
			env->info[i].prune = 1;
		}
	}
}

/* Functions count as reachable when a reachable instruction names them. */
static int walk_all(struct ab_env *env, struct walk *w)
{
	bool more = true;
	u32 i;

	walk_from(env, w, 0);
	while (more) {
		more = false;
		for (i = 0; i < env->insn_cnt; i++) {
			u32 start = env->subs[env->fact[i].subprog].start;

			if (env->info[i].second || !names_sub(&env->insns[i]) || !w->state[i] ||
			    w->state[start])
				continue;
			walk_from(env, w, start);
			more = true;
		}
	}
	for (i = 0; i < env->insn_cnt; i++) {
		env->insn = i;
		if (!w->state[i] && !env->info[i].second)
			return ab_refuse(env, AB_REFUSE_UNREACHABLE, "unreachable insn %u", i);
	}
	return 0;
}

static int check_reachable(struct ab_env *env)
{
	struct walk w = { .depth = 0 };
	int err = -ENOMEM;

	w.stack = kvmalloc_array(env->insn_cnt, sizeof(u32), GFP_KERNEL);
	w.state = kvzalloc(env->insn_cnt, GFP_KERNEL);
	err = w.stack && w.state ? walk_all(env, &w) : ab_no_memory(env);
	kvfree(w.state);
	kvfree(w.stack);
	return err;
}

int ab_cfg_build(struct ab_env *env)
{
	int err = check_insns(env);

	if (!err)
		err = find_subs(env);
	if (!err)
		err = check_jumps(env);
	if (!err)
		err = check_reachable(env);
	return err;
}
