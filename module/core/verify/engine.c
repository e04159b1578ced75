// SPDX-License-Identifier: GPL-2.0
/*
 * Explores every path, depth first, one instruction at a time; what a covered path saves is
 * prune.c's business. Ends at the first fault, or when nothing is left to explore.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/isa/check.h"
#include "core/verify/join.h"

#define POLL_EVERY 1024

void *ab_env_alloc(struct ab_env *env, size_t size)
{
	void *p;

	if (env->mem + size > env->mem_limit) {
		env->out_of_budget = true;
		return NULL;
	}
	p = kvmalloc(size, GFP_KERNEL_ACCOUNT | __GFP_NOWARN);
	if (!p)
		return NULL;
	env->mem += size;
	env->peak_mem = max(env->peak_mem, env->mem);
	return p;
}

void ab_env_free(struct ab_env *env, void *p, size_t size)
{
	if (!p)
		return;
	env->mem -= size;
	kvfree(p);
}

struct ab_state *ab_engine_push(struct ab_env *env, u32 insn)
{
	struct ab_pending *p;

	if (env->pending_cnt >= AB_MAX_PENDING && !env->fix && env->path_end != ~0ULL) {
		/* Not yet a verdict: the next instruction sees that there are too many paths. */
		env->path_end = 0;
	} else if (env->pending_cnt >= AB_MAX_PENDING && !env->fix) {
		ab_refuse(env, AB_REFUSE_TOO_MANY_JUMPS, "The sequence of %u jumps is too complex.",
			  AB_MAX_PENDING);
		return NULL;
	}
	p = ab_env_alloc(env, sizeof(*p));
	if (!p || ab_state_copy(env, &p->state, env->cur, true)) {
		ab_env_free(env, p, sizeof(*p));
		ab_no_memory(env);
		return NULL;
	}
	/* The instruction in hand goes on to write the current frame: it must not be shared. */
	if (ab_state_own(env, &p->state, p->state.depth, 0)) {
		ab_state_fini(env, &p->state);
		ab_env_free(env, p, sizeof(*p));
		ab_no_memory(env);
		return NULL;
	}
	p->state.insn = insn;
	p->state.prev = env->insn;
	p->log_len = env->text.len;
	p->next = env->pending;
	env->pending = p;
	env->pending_cnt++;
	if (p->state.parent)
		p->state.parent->branches++;
	return &p->state;
}

bool ab_engine_pop(struct ab_env *env)
{
	struct ab_pending *p = env->pending;

	if (!p)
		return false;
	ab_state_fini(env, env->cur);
	*env->cur = p->state;
	env->pending = p->next;
	env->pending_cnt--;
	env->text.len = min(env->text.len, p->log_len);
	ab_env_free(env, p, sizeof(*p));
	return true;
}

static int over_budget(struct ab_env *env)
{
	if (env->processed > env->path_end)
		return AB_TOO_MANY_PATHS;
	if (env->processed - env->wasted > env->work_limit)
		return ab_refuse(env, AB_REFUSE_TOO_COMPLEX,
				 "BPF program is too large. Processed %llu insn",
				 (unsigned long long)env->processed);
	if (env->processed % POLL_EVERY == 0 && env->in->should_stop && env->in->should_stop())
		return ab_refuse(env, AB_REFUSE_STOPPED, "verification was stopped");
	return 0;
}

static int dispatch(struct ab_env *env, const struct altbpf_insn *insn)
{
	switch (AB_CLASS(insn->code)) {
	case AB_ALU:
	case AB_ALU64:
		return ab_alu_step(env, insn);
	case AB_LD:
		env->next = env->insn + 2;
		return ab_imm64_step(env, insn);
	case AB_LDX:
	case AB_ST:
	case AB_STX:
		return ab_mem_step(env, insn);
	default:
		if (AB_OP(insn->code) == AB_CALL)
			return ab_call_step(env, insn);
		if (AB_OP(insn->code) == AB_EXIT)
			return ab_subprog_exit(env);
		return ab_branch_step(env, insn);
	}
}

int ab_engine_exec(struct ab_env *env)
{
	int err;

	env->fact[env->insn].reachable = 1;
	env->subs[env->info[env->insn].subprog].reachable = 1;
	if (ab_state_own(env, env->cur, env->cur->depth, 0))
		return ab_no_memory(env);
	err = ab_hist_push(env);
	if (err)
		return err;
	ab_print_insn(env);
	if (env->fix)
		ab_rank_note(env, &env->insns[env->insn]);
	env->next = env->insn + 1;
	err = dispatch(env, &env->insns[env->insn]);
	if (err)
		return err;
	ab_print_after(env);
	env->cur->prev = env->insn;
	env->cur->insn = env->next;
	return 0;
}

static int step(struct ab_env *env)
{
	int err;

	env->insn = env->cur->insn;
	env->processed++;
	err = over_budget(env);
	if (!err && env->info[env->insn].prune)
		err = ab_prune_visit(env);
	if (err) {
		if (err == AB_PATH_END)
			ab_print(env, "%u: safe\n", env->insn);
		return err;
	}
	return ab_engine_exec(env);
}

int ab_engine_run(struct ab_env *env)
{
	int err;

	for (;;) {
		err = step(env);
		if (err < 0 || err == AB_TOO_MANY_PATHS)
			return err;
		if (err != AB_PATH_END)
			continue;
		ab_prune_done(env, env->cur->parent);
		if (!ab_engine_pop(env))
			return 0;
		env->insn = env->cur->insn;
		ab_print_from(env);
	}
}
