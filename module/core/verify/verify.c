// SPDX-License-Identifier: GPL-2.0
/*
 * The verifier's door (verify.h): checks what comes in, runs the passes in order, and hands out
 * the verdict. Everything lives in one struct ab_env on the heap.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/verify/typed.h"

#define KNOWN_FLAGS \
	(ALTBPF_F_STRICT_ALIGNMENT | ALTBPF_F_ANY_ALIGNMENT | ALTBPF_F_TEST_RND_HI32 | \
	 ALTBPF_F_TEST_STATE_FREQ | ALTBPF_F_SLEEPABLE | ALTBPF_F_XDP_HAS_FRAGS | \
	 ALTBPF_F_TEST_REG_INVARIANTS)

static int check_input(struct ab_env *env)
{
	const struct ab_verify_in *in = env->in;

	if (!in->insn_cnt)
		return ab_refuse(env, AB_REFUSE_PROG_EMPTY, "program has no instructions");
	if (in->insn_cnt > AB_MAX_INSNS)
		return ab_refuse(env, AB_REFUSE_PROG_TOO_LONG, "program has %u instructions",
				 in->insn_cnt);
	env->type = ab_prog_type_find(in->prog_type);
	if (!env->type)
		return ab_refuse(env, AB_REFUSE_PROG_TYPE, "unknown program type %u", in->prog_type);
	env->type = ab_prog_type_for(in->prog_type, in->expected_attach_type);
	if (!env->type)
		return ab_refuse(env, AB_REFUSE_PROG_TYPE,
				 "program type %u cannot be attached as type %u", in->prog_type,
				 in->expected_attach_type);
	if (env->type->typed && ab_typed_check_target(env))
		return env->err;
	if (in->prog_flags & ~KNOWN_FLAGS)
		return ab_refuse(env, AB_REFUSE_PROG_FLAGS, "unknown program flags 0x%x",
				 in->prog_flags & ~KNOWN_FLAGS);
	if (in->prog_flags & ALTBPF_F_SLEEPABLE)
		return ab_refuse(env, AB_REFUSE_PROG_FLAGS,
				 "Only fentry/fexit/fmod_ret, lsm, and uprobe programs can be sleepable");
	if (in->map_cnt > AB_MAX_MAPS)
		return ab_refuse(env, AB_REFUSE_MAP_TOO_MANY, "program uses %u maps", in->map_cnt);
	return 0;
}

static int make_tables(struct ab_env *env)
{
	env->info = kvcalloc(env->insn_cnt, sizeof(*env->info), GFP_KERNEL_ACCOUNT);
	env->fact = kvcalloc(env->insn_cnt, sizeof(*env->fact), GFP_KERNEL_ACCOUNT);
	env->subs = kvcalloc(AB_MAX_SUBPROGS, sizeof(*env->subs), GFP_KERNEL_ACCOUNT);
	env->sub = kvcalloc(AB_MAX_SUBPROGS, sizeof(*env->sub), GFP_KERNEL_ACCOUNT);
	env->cur = kvzalloc(sizeof(*env->cur), GFP_KERNEL_ACCOUNT);
	if (!env->info || !env->fact || !env->subs || !env->sub || !env->cur)
		return ab_no_memory(env);
	return 0;
}

static int explore(struct ab_env *env, u32 root)
{
	int err;

	ab_state_fini(env, env->cur);
	memset(env->cur, 0, sizeof(*env->cur));
	err = ab_subprog_enter_root(env, root);
	if (err)
		return err;
	if (root)
		ab_print(env, "Validating %s() func#%u...\n", ab_sub_name(env, root), root);
	env->walking = true;
	env->sub[root].done = 1;
	err = ab_engine_run(env);
	env->walking = false;
	return err;
}

/* The main program, then the global functions that anything verified so far calls. */
static int explore_all(struct ab_env *env)
{
	bool more = true;
	u32 i;
	int err;

	err = explore(env, 0);
	while (!err && more) {
		more = false;
		for (i = 1; !err && i < env->sub_cnt; i++) {
			if (!env->sub[i].is_global || !env->sub[i].called || env->sub[i].done)
				continue;
			err = explore(env, i);
			more = true;
		}
	}
	return err;
}

static int run(struct ab_env *env)
{
	int err;

	err = check_input(env);
	if (!err)
		err = make_tables(env);
	if (!err)
		err = ab_cfg_build(env);
	if (!err)
		err = ab_subprog_info(env);
	if (!err)
		err = ab_live_build(env);
	if (!err)
		err = explore_all(env);
	if (!err)
		err = ab_subprog_check_stack(env);
	if (!err)
		ab_fact_fill(env);
	return err;
}

static void free_nodes(struct ab_env *env, struct ab_node *node)
{
	struct ab_node *next;

	for (; node; node = next) {
		next = node->next;
		ab_node_free(env, node);
	}
}

static void fini(struct ab_env *env)
{
	struct ab_pending *p, *next;
	u32 i;

	for (p = env->pending; p; p = next) {
		next = p->next;
		ab_state_fini(env, &p->state);
		ab_env_free(env, p, sizeof(*p));
	}
	for (i = 0; env->info && i < env->insn_cnt; i++) {
		free_nodes(env, env->info[i].nodes);
		free_nodes(env, env->info[i].open);
	}
	if (env->cur)
		ab_state_fini(env, env->cur);
	kvfree(env->cur);
	kvfree(env->text.buf);
	kvfree(env->sub);
	kvfree(env->subs);
	kvfree(env->fact);
	kvfree(env->info);
}

int ab_verify(const struct ab_verify_in *in, struct ab_verify_out *out)
{
	struct ab_env *env;
	int err;

	memset(out, 0, sizeof(*out));
	out->insn = -1;
	env = kvzalloc(sizeof(*env), GFP_KERNEL_ACCOUNT);
	if (!env) {
		out->reason = ab_refusal(AB_REFUSE_NO_MEMORY)->slug;
		return -ENOMEM;
	}
	env->in = in;
	env->out = out;
	env->insns = in->insns;
	env->insn_cnt = in->insn_cnt;
	env->strict = in->prog_flags & ALTBPF_F_STRICT_ALIGNMENT;
	env->work_limit = in->work_limit ? in->work_limit : AB_WORK_LIMIT;
	env->mem_limit = in->mem_limit ? in->mem_limit : AB_MEM_LIMIT;
	err = run(env);
	ab_print_stats(env);
	fini(env);
	out->processed = env->processed;
	out->peak_mem = env->peak_mem;
	kvfree(env);
	return err;
}
