// SPDX-License-Identifier: GPL-2.0
/*
 * What is known of each instruction on all paths, for optimiser and JIT.
 *
 * Sound: a covered path adds nothing: its pointers are of the same kinds and maps as those of the
 * state that covers it, and constants that are noted here were marked precise.
 */
#include "core/verify/env.h"

void ab_fact_region(struct ab_env *env, enum ab_region region, s32 map)
{
	struct ab_insn_fact *fact = &env->fact[env->insn];

	if (fact->region == AB_REGION_NONE)
		fact->region = region;
	else if (fact->region != region) {
		/*
		 * Accesses to the context are rewritten, typed ones may fault: such an instruction
		 * cannot be another one's.
		 */
		if (fact->region == AB_REGION_CTX || region == AB_REGION_CTX ||
		    fact->region == AB_REGION_BTF || region == AB_REGION_BTF)
			env->ctx_mixed = true;
		fact->region = AB_REGION_MIXED;
	}
	ab_fact_map(env, map < 0 ? U32_MAX : (u32)map);
}

void ab_fact_map(struct ab_env *env, u32 map)
{
	struct ab_insn_fact *fact = &env->fact[env->insn];
	struct ab_insn_info *info = &env->info[env->insn];
	u32 value = map < AB_MAX_MAPS ? map + 1 : 0;

	if (info->map_seen && fact->map != value)
		info->map_mixed = 1;
	info->map_seen = 1;
	fact->map = info->map_mixed ? 0 : value;
}

void ab_fact_key(struct ab_env *env, bool known, u32 key)
{
	struct ab_insn_fact *fact = &env->fact[env->insn];
	struct ab_insn_info *info = &env->info[env->insn];

	if (!known || (info->key_seen && fact->key != key))
		info->key_mixed = 1;
	info->key_seen = 1;
	fact->key = key;
	fact->has_key = !info->key_mixed;
}

void ab_fact_helper(struct ab_env *env, const struct ab_helper_proto *proto)
{
	env->uses_helper[proto->id / 64] |= 1ULL << proto->id % 64;
	/* Who knows what a program asks that a tail call brings in. */
	if ((proto->flags & AB_HELPER_RUN) || proto->id == ALTBPF_FUNC_tail_call)
		env->uses_run = true;
}

void ab_fact_fill(struct ab_env *env)
{
	struct ab_facts *facts = &env->out->facts;
	u32 i;

	for (i = 0; i < env->insn_cnt; i++) {
		u8 code = env->insns[i].code;

		if (env->info[i].second)
			env->fact[i].reachable = env->fact[i - 1].reachable;
		if (!env->fact[i].has_key)
			env->fact[i].key = 0;
		if (code == AB_CALL_CODE && !env->info[i].second)
			env->subs[env->info[i].subprog].has_call = 1;
	}
	for (i = 0; i < env->sub_cnt; i++)
		env->subs[i].stack = round_up(env->sub[i].depth, 8);
	facts->insn = env->fact;
	facts->insn_cnt = env->insn_cnt;
	facts->subprogs = env->subs;
	facts->subprog_cnt = env->sub_cnt;
	facts->verified_insns = env->processed;
	facts->max_ctx_offset = env->max_ctx;
	facts->max_packet_offset = env->max_packet;
	facts->uses_run = env->uses_run;
	facts->changes_packet = env->changes_packet;
	memcpy(facts->uses_helper, env->uses_helper, sizeof(facts->uses_helper));
	env->fact = NULL;
	env->subs = NULL;
}
