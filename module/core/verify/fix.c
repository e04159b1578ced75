// SPDX-License-Identifier: GPL-2.0
/*
 * Exploration by joining, for programs with too many paths to walk one by one. At every merge
 * point a few states are kept; one more is joined into the one that it differs least from, and
 * what follows is explored again from there, until nothing new arrives anywhere. The order is such
 * that both arms of a branch, and all turns of a loop, come before what is behind them, so that a
 * chain of branches costs one visit each.
 *
 * Sound (safety): at the end the states at the merge points hold everything that can arrive there:
 * the first state is in one of them, and every step from any of them was executed, found safe, and
 * ends in a state that one of them covers. So by induction no run leaves them.
 * Sound (termination): see rank.c. A program for which one of the two fails is not refused: the
 * paths are explored one by one then.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/isa/check.h"
#include "core/verify/join.h"
#include "core/verify/same.h"

#define POLL_EVERY 1024
#define GROW_PLAIN 2
#define GROW_MARKS 80
#define GROW_MOST 400

static const struct ab_loop no_marks;

static void mark_merges(struct ab_env *env)
{
	struct ab_fix *fix = env->fix;
	u32 i;

	for (i = 0; i < env->insn_cnt; i++) {
		if (env->info[i].second)
			continue;
		if (fix->first[i + 1] - fix->first[i] > 1 || fix->insn[i].loop ||
		    env->info[i].callback_call)
			fix->insn[i].merge = 1;
		if (ab_insn_is_subprog_call(&env->insns[i]))
			fix->insn[i + 1].merge = 1;
	}
	/* A function that begins with a loop is entered from elsewhere. */
	for (i = 0; i < env->sub_cnt; i++)
		if (fix->first[env->subs[i].start + 1] != fix->first[env->subs[i].start])
			fix->insn[env->subs[i].start].merge = 1;
}

static u32 position(const struct ab_state *s, u32 d)
{
	return d == s->depth ? s->insn : s->frame[d + 1]->callsite;
}

/* Does @a come before @b? Callees come before what follows their call. */
static bool comes_first(const struct ab_fix *fix, const struct ab_state *a, const struct ab_state *b)
{
	u32 d;

	for (d = 0; d <= a->depth && d <= b->depth; d++) {
		u32 x = fix->insn[position(a, d)].order, y = fix->insn[position(b, d)].order;

		if (x != y)
			return x < y;
	}
	return a->depth > b->depth;
}

static void queue(struct ab_fix *fix, struct ab_point *point)
{
	struct ab_point **link = &fix->work;

	if (point->queued)
		return;
	while (*link && !comes_first(fix, &point->node.state, &(*link)->node.state))
		link = &(*link)->later;
	point->later = *link;
	point->queued = true;
	*link = point;
}

/* A copy of the path in hand becomes the state of @point. */
static int set_state(struct ab_env *env, struct ab_point *point)
{
	ab_state_fini(env, &point->node.state);
	if (ab_state_copy(env, &point->node.state, env->cur, false))
		return ab_no_memory(env);
	point->node.state.parent = NULL;
	return 0;
}

static int add_point(struct ab_env *env, struct ab_fix_insn *at)
{
	struct ab_point *point = ab_env_alloc(env, sizeof(*point));
	int err;

	if (!point)
		return ab_no_memory(env);
	memset(point, 0, sizeof(*point));
	err = set_state(env, point);
	if (err) {
		ab_env_free(env, point, sizeof(*point));
		return err;
	}
	point->next = at->points;
	at->points = point;
	env->total_nodes++;
	env->live_nodes++;
	env->peak_nodes = max(env->peak_nodes, env->live_nodes);
	env->info[env->insn].node_cnt++;
	env->max_nodes_per_insn = max(env->max_nodes_per_insn, env->info[env->insn].node_cnt);
	queue(env->fix, point);
	return 0;
}

/* Bounds that grow turn by turn rest at marks, and the turn after a rest may pass one by a step. */
static const struct ab_loop *marks_for(const struct ab_fix *fix, const struct ab_fix_insn *at, u32 grown)
{
	if (grown > GROW_MARKS)
		return &no_marks;
	if (grown <= GROW_PLAIN || grown % 2 == 0)
		return NULL;
	return at->loop ? &fix->loop[at->loop - 1] : &no_marks;
}

static int grow(struct ab_env *env, struct ab_fix_insn *at, struct ab_point *point, bool head)
{
	const struct ab_loop *marks = NULL;
	int err;

	point->grown++;
	if (head && point->grown > GROW_MOST)
		return ab_refuse(env, AB_REFUSE_TOO_COMPLEX, "no state covers all turns of the loop");
	if (head)
		marks = marks_for(env->fix, at, point->grown);
	err = ab_join(env, &point->node.state, env->cur, marks);
	if (err)
		return err;
	env->fix->joins++;
	queue(env->fix, point);
	return 0;
}

/* Sound: a state that covers the old one may stand for it. */
static int replace(struct ab_env *env, struct ab_point *point)
{
	int err = set_state(env, point);

	if (!err)
		queue(env->fix, point);
	return err;
}

/* The path in hand ends at a merge point: is it covered, a state more, or part of one? */
static int arrive(struct ab_env *env, struct ab_fix_insn *at)
{
	bool head = at->loop || env->info[env->insn].callback_call;
	struct ab_point *point, *best = NULL;
	int loss, least = 0;
	u32 n = 0;

	for (point = at->points; point; point = point->next) {
		if (!ab_join_same_calls(&point->node.state, env->cur))
			continue;
		if (ab_same(env, &point->node, env->cur, AB_SAME_WITHIN))
			return 0;
		n++;
	}
	env->fix->probe.state = *env->cur;
	for (point = at->points; point; point = point->next) {
		if (!ab_join_same_calls(&point->node.state, env->cur))
			continue;
		if (!head && ab_same(env, &env->fix->probe, &point->node.state, AB_SAME_WITHIN))
			return replace(env, point);
		loss = ab_join_loss(env, &point->node.state, env->cur);
		if (!best || loss < least) {
			best = point;
			least = loss;
		}
	}
	if (best && (n >= env->fix->keep || (head && !least)))
		return grow(env, at, best, head);
	return add_point(env, at);
}

static int step(struct ab_env *env, bool *fresh)
{
	struct ab_fix_insn *at = &env->fix->insn[env->cur->insn];
	int err;

	env->insn = env->cur->insn;
	env->processed++;
	if (env->processed > env->fix->limit)
		return ab_refuse(env, AB_REFUSE_TOO_COMPLEX, "joining states took too long");
	if (env->processed % POLL_EVERY == 0 && env->in->should_stop && env->in->should_stop())
		return ab_refuse(env, AB_REFUSE_STOPPED, "verification was stopped");
	if (at->merge && !*fresh) {
		err = arrive(env, at);
		return err ? err : AB_PATH_END;
	}
	*fresh = false;
	at->seen = 1;
	return ab_engine_exec(env);
}

/* The next state to explore: a branch that waits, or the first point in the worklist. */
static bool take(struct ab_env *env, bool *fresh, int *err)
{
	struct ab_point *point = env->fix->work;

	*fresh = false;
	*err = 0;
	if (ab_engine_pop(env))
		return true;
	if (!point)
		return false;
	env->fix->work = point->later;
	point->queued = false;
	ab_state_fini(env, env->cur);
	if (ab_state_copy(env, env->cur, &point->node.state, false))
		*err = ab_no_memory(env);
	*fresh = true;
	return true;
}

static int explore(struct ab_env *env)
{
	bool fresh = false;
	int err;

	do {
		do
			err = step(env, &fresh);
		while (!err);
		if (err < 0)
			return err;
	} while (take(env, &fresh, &err) && !err);
	return err;
}

static void fini(struct ab_env *env)
{
	struct ab_fix *fix = env->fix;
	struct ab_point *point, *next;
	u32 i;

	for (i = 0; fix->insn && i < env->insn_cnt; i++)
		for (point = fix->insn[i].points; point; point = next) {
			next = point->next;
			ab_state_fini(env, &point->node.state);
			ab_env_free(env, point, sizeof(*point));
			env->live_nodes--;
		}
	ab_loops_fini(env);
	ab_env_free(env, fix->insn, env->insn_cnt * sizeof(*fix->insn));
	ab_env_free(env, fix, sizeof(*fix));
	env->fix = NULL;
}

int ab_fix_run(struct ab_env *env, u32 keep, u64 limit)
{
	struct ab_fix *fix = ab_env_alloc(env, sizeof(*fix));
	int err = 0;

	if (!fix)
		return ab_no_memory(env);
	memset(fix, 0, sizeof(*fix));
	env->fix = fix;
	fix->keep = keep;
	fix->limit = env->processed + limit;
	fix->insn = ab_env_alloc(env, env->insn_cnt * sizeof(*fix->insn));
	if (fix->insn)
		memset(fix->insn, 0, env->insn_cnt * sizeof(*fix->insn));
	err = fix->insn ? ab_loops_build(env) : ab_no_memory(env);
	if (!err) {
		mark_merges(env);
		err = explore(env);
	}
	if (!err)
		err = ab_rank_loops(env);
	env->joins += fix->joins;
	fini(env);
	return err;
}
