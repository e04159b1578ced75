// SPDX-License-Identifier: GPL-2.0
/*
 * The verifier's door (verify.h): checks what comes in, runs the passes in order, and hands out
 * the verdict. Everything lives in one struct ab_env on the heap.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/verify/join.h"

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

static void free_nodes(struct ab_env *env, struct ab_node *node)
{
	struct ab_node *next;

	for (; node; node = next) {
		next = node->next;
		ab_node_free(env, node);
	}
}

/* Nothing waits, nothing is remembered. */
static void forget(struct ab_env *env)
{
	u32 i;

	while (ab_engine_pop(env))
		;
	for (i = 0; env->info && i < env->insn_cnt; i++) {
		free_nodes(env, env->info[i].nodes);
		free_nodes(env, env->info[i].open);
		env->info[i].nodes = NULL;
		env->info[i].open = NULL;
		env->info[i].node_cnt = 0;
	}
	if (env->cur) {
		ab_state_fini(env, env->cur);
		memset(env->cur, 0, sizeof(*env->cur));
	}
	env->text.len = 0;
}

/* What an attempt at exploration notes of the program. */
struct notes {
	struct ab_insn_info *info;
	struct ab_insn_fact *fact;
	struct ab_subprog *subs;
	struct ab_sub *sub;
	u32 edge_cnt;
	bool ctx_mixed;
};

static void *copy_of(const void *p, size_t n, size_t size)
{
	void *copy = kvmalloc_array(n, size, GFP_KERNEL_ACCOUNT);

	if (copy)
		memcpy(copy, p, n * size);
	return copy;
}

static void notes_fini(struct notes *notes)
{
	kvfree(notes->sub);
	kvfree(notes->subs);
	kvfree(notes->fact);
	kvfree(notes->info);
}

static int notes_take(struct ab_env *env, struct notes *notes)
{
	notes->info = copy_of(env->info, env->insn_cnt, sizeof(*env->info));
	notes->fact = copy_of(env->fact, env->insn_cnt, sizeof(*env->fact));
	notes->subs = copy_of(env->subs, env->sub_cnt, sizeof(*env->subs));
	notes->sub = copy_of(env->sub, env->sub_cnt, sizeof(*env->sub));
	notes->edge_cnt = env->edge_cnt;
	notes->ctx_mixed = env->ctx_mixed;
	if (notes->info && notes->fact && notes->subs && notes->sub)
		return 0;
	notes_fini(notes);
	return ab_no_memory(env);
}

static void notes_put_back(struct ab_env *env, const struct notes *notes)
{
	memcpy(env->info, notes->info, env->insn_cnt * sizeof(*env->info));
	memcpy(env->fact, notes->fact, env->insn_cnt * sizeof(*env->fact));
	memcpy(env->subs, notes->subs, env->sub_cnt * sizeof(*env->subs));
	memcpy(env->sub, notes->sub, env->sub_cnt * sizeof(*env->sub));
	env->edge_cnt = notes->edge_cnt;
	env->ctx_mixed = notes->ctx_mixed;
}

/* An attempt that joined states: that it fails is no verdict, unless nothing else would do better. */
static int try_join(struct ab_env *env, u32 root, u32 keep, u64 limit)
{
	int err = ab_subprog_enter_root(env, root);

	if (!err)
		err = ab_fix_run(env, keep, limit);
	forget(env);
	if (!err || err == -EAGAIN || err == -EFAULT || (err == -ENOMEM && !env->out_of_budget))
		return err;
	env->refused = false;
	env->out_of_budget = false;
	env->err = 0;
	return AB_TOO_MANY_PATHS;
}

/* There are too many paths: states are joined where paths meet, few kept apart at first. */
static int join_paths(struct ab_env *env, u32 root)
{
	struct notes notes;
	u64 before = env->processed;
	int err = notes_take(env, &notes);

	if (err)
		return err;
	err = try_join(env, root, AB_KEEP_FEW, env->work_limit / 2);
	if (err == AB_TOO_MANY_PATHS) {
		notes_put_back(env, &notes);
		err = try_join(env, root, AB_KEEP_MANY, env->work_limit / 2);
	}
	if (err == AB_TOO_MANY_PATHS)
		notes_put_back(env, &notes);
	notes_fini(&notes);
	env->wasted += env->processed - before;
	return err;
}

static int walk_paths(struct ab_env *env, u32 root)
{
	int err = ab_subprog_enter_root(env, root);

	if (err)
		return err;
	env->walking = true;
	err = ab_engine_run(env);
	env->walking = false;
	return err;
}

/* The text of an attempt that came to nothing is not shown: the next one says the same and more. */
static int explore(struct ab_env *env, u32 root)
{
	u64 before = env->processed;
	u64 limit = env->in->path_limit ? env->in->path_limit :
					  AB_PATH_LIMIT + 2 * (u64)env->insn_cnt;
	int err;

	forget(env);
	env->sub[root].done = 1;
	if (root)
		ab_print(env, "Validating %s() func#%u...\n", ab_sub_name(env, root), root);
	env->path_end = before + limit;
	err = walk_paths(env, root);
	if (err != AB_TOO_MANY_PATHS)
		return err;
	env->wasted += env->processed - before;
	forget(env);
	err = join_paths(env, root);
	if (err != AB_TOO_MANY_PATHS)
		return err;
	env->path_end = ~0ULL;
	return walk_paths(env, root);
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

static void fini(struct ab_env *env)
{
	forget(env);
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
	out->joins = env->joins;
	out->peak_mem = env->peak_mem;
	kvfree(env);
	return err;
}
