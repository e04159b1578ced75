// SPDX-License-Identifier: GPL-2.0
/*
 * Which registers may still be read: backward over the control-flow graph, to a fixpoint over all
 * functions. Two states that differ only in registers that are dead are the same to prune.c.
 */
#include "core/isa/check.h"
#include "core/verify/env.h"

#define REGS_CALLER 0x3f /* R0 to R5: gone after a call */
#define REGS_ARGS 0x3e

static u32 helper_args(s32 id)
{
	const struct ab_helper_proto *proto = ab_helper_find(id);
	u32 mask = 0, i;

	for (i = 0; i < 5; i++)
		if (!proto || proto->args[i] != AB_ARG_NONE)
			mask |= 2U << i;
	return mask;
}

static u32 atomic_uses(const struct altbpf_insn *insn)
{
	u32 regs = 1U << insn->dst_reg | 1U << insn->src_reg;

	if (insn->imm == AB_LOAD_ACQ)
		return 1U << insn->src_reg;
	return insn->imm == AB_CMPXCHG ? regs | 1 : regs;
}

/* Registers that @insn reads. Subprogram calls: see call_uses(). */
u32 ab_live_uses(const struct altbpf_insn *insn)
{
	u32 dst = 1U << insn->dst_reg, src = 1U << insn->src_reg;

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_NEG:
	case AB_FORM_END:
	case AB_FORM_COND_K:
	case AB_FORM_ST:
		return dst;
	case AB_FORM_ALU_X:
	case AB_FORM_COND_X:
	case AB_FORM_STX:
		return dst | src;
	case AB_FORM_MOV_X:
	case AB_FORM_LDX:
		return src;
	case AB_FORM_LD_ABS:
		return 1U << 6;
	case AB_FORM_LD_IND:
		return 1U << 6 | src;
	case AB_FORM_ATOMIC:
		return atomic_uses(insn);
	case AB_FORM_CALL:
		return insn->src_reg ? REGS_ARGS : helper_args(insn->imm);
	case AB_FORM_EXIT:
		return 1;
	default:
		return 0;
	}
}

/* Registers that @insn writes, whatever happens. */
u32 ab_live_defs(const struct altbpf_insn *insn)
{
	u32 dst = 1U << insn->dst_reg, src = 1U << insn->src_reg;

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
	case AB_FORM_MOV_K:
	case AB_FORM_MOV_X:
	case AB_FORM_NEG:
	case AB_FORM_END:
	case AB_FORM_LD_IMM64:
	case AB_FORM_LDX:
		return dst;
	case AB_FORM_ATOMIC:
		if (insn->imm == AB_LOAD_ACQ)
			return dst;
		if (insn->imm == AB_CMPXCHG)
			return 1;
		return insn->imm != AB_STORE_REL && (insn->imm & AB_FETCH) ? src : 0;
	case AB_FORM_CALL:
	case AB_FORM_LD_ABS:
	case AB_FORM_LD_IND:
		return REGS_CALLER;
	default:
		return 0;
	}
}

/*
 * Sound: a static function's arguments are those that are live at its start; a global one's are
 * checked against its prototype at the call, so all of them count.
 */
static u32 call_uses(const struct ab_env *env, u32 i)
{
	u32 sub = env->fact[i].subprog;

	if (env->sub[sub].is_global)
		return REGS_ARGS;
	return env->info[env->subs[sub].start].live & REGS_ARGS;
}

static bool update(struct ab_env *env, u32 i)
{
	const struct altbpf_insn *insn = &env->insns[i];
	u32 next[2], n = ab_cfg_next(env, i, next), live = 0, j;

	for (j = 0; j < n; j++)
		live |= env->info[next[j]].live;
	live &= ~ab_live_defs(insn);
	live |= ab_insn_is_subprog_call(insn) ? call_uses(env, i) : ab_live_uses(insn);
	/* A callback returns to the call: the arguments must survive its turns. */
	live |= 1U << AB_REG_FP;
	if (live == env->info[i].live)
		return false;
	env->info[i].live = live;
	return true;
}

int ab_live_build(struct ab_env *env)
{
	bool changed = true;
	u32 i;

	while (changed) {
		changed = false;
		if (env->in->should_stop && env->in->should_stop())
			return ab_refuse(env, AB_REFUSE_STOPPED, "verification was stopped");
		for (i = env->insn_cnt; i-- > 0;)
			if (!env->info[i].second)
				changed |= update(env, i);
	}
	return 0;
}
