// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers that call back into the program. At the call the path parts: one goes on behind it (no
 * turn, or no further one), one runs the callback and comes back to the call. The engine compares
 * states at the call, so turns are explored until they add nothing: an invariant of the loop. The
 * kernel bounds the turns, therefore no proof of termination is needed.
 */
#include "core/verify/call.h"

static int check_callee(struct ab_env *env, u32 sub)
{
	const struct ab_state *s = env->cur;

	if (env->sub[sub].is_global || !sub)
		return ab_refuse(env, AB_REFUSE_CALLBACK_SHAPE, "callback function not static");
	if (s->depth + 1 >= AB_MAX_FRAMES)
		return ab_refuse(env, AB_REFUSE_CALL_DEPTH, "the call stack of %u frames is too deep",
				 s->depth + 2);
	return 0;
}

/* What bpf_loop and for_each_map_elem hand to the callback. */
static int set_args(struct ab_env *env, const struct ab_call *call, struct ab_state *s)
{
	const struct ab_reg *outer = s->frame[s->depth - 1]->regs;
	struct ab_reg *regs = ab_state_top(s)->regs;

	if (call->proto->id == ALTBPF_FUNC_loop) {
		ab_reg_set_unknown(&regs[1]);
		regs[2] = outer[3];
		return 0;
	}
	if (call->proto->id != ALTBPF_FUNC_for_each_map_elem)
		return ab_internal(env, "a helper with an unknown callback");
	regs[1] = call->map;
	ab_reg_set_pointer(&regs[2], AB_REG_KEY);
	ab_reg_set_pointer(&regs[3], AB_REG_VALUE);
	regs[2].map = regs[3].map = call->map.map;
	regs[2].inner = regs[3].inner = call->map.inner;
	regs[4] = outer[3];
	return 0;
}

/* Sound: bpf_loop makes at most as many turns as its first argument says. */
static int no_more_turns(struct ab_env *env, const struct ab_call *call)
{
	int err;

	if (call->proto->id != ALTBPF_FUNC_loop)
		return 0;
	err = ab_precise_reg(env, 1);
	if (err)
		return err;
	return ab_reg_at(env, 1)->kind == AB_REG_SCALAR &&
	       ab_top(env)->turns >= ab_reg_at(env, 1)->val.umax;
}

/* The function that makes the call need not be the one that names the callback. */
static int note_edge(struct ab_env *env, u32 from, u32 to)
{
	u32 i;

	for (i = 0; i < env->edge_cnt; i++)
		if (env->edge[i].from == from && env->edge[i].to == to)
			return 0;
	if (i == AB_MAX_EDGES)
		return ab_refuse(env, AB_REFUSE_TOO_MANY_SUBPROGS, "too many callbacks");
	env->edge[i].from = from;
	env->edge[i].to = to;
	env->edge_cnt++;
	return 0;
}

int ab_callback_enter(struct ab_env *env, const struct ab_call *call)
{
	struct ab_state *s;
	int err;

	err = check_callee(env, call->func);
	if (!err)
		err = note_edge(env, ab_top(env)->subprog, call->func);
	if (err)
		return err;
	env->subs[call->func].is_callback = 1;
	err = no_more_turns(env, call);
	if (err)
		return err < 0 ? err : 0;
	s = ab_engine_push(env, env->subs[call->func].start);
	if (!s)
		return env->err;
	err = ab_state_own(env, s, s->depth, 0);
	if (err)
		return ab_no_memory(env);
	ab_state_top(s)->turns++;
	s->steps++;
	err = ab_state_push_frame(env, s, call->func, env->insn);
	if (err)
		return ab_no_memory(env);
	ab_state_top(s)->callback = 1;
	ab_state_top(s)->ret_max = 1;
	return set_args(env, call, s);
}
