// SPDX-License-Identifier: GPL-2.0
/*
 * Checkpoints: at chosen instructions the path in hand is compared with states that were explored
 * from there before, and ends if one covers it; else it becomes a checkpoint itself now and then.
 *
 * Sound (termination): a path ends at a checkpoint only if all paths from that checkpoint are
 * explored to their end (branches == 0). Each of those ends at an exit, or at a checkpoint that was
 * finished before it; going back in time this comes to real exits, so the program cannot run
 * forever in a covered state. A checkpoint on the path's own way is never used that way, but for
 * two loops that the engines bound: callbacks and may_goto; there the state must lie within the
 * old one in every register and slot, which makes the old one an invariant of the loop.
 */
#include "core/isa/check.h"
#include "core/verify/same.h"
#include "core/verify/watch.h"

void ab_prune_mark_read(struct ab_state *state, u32 frame, u64 slots)
{
	struct ab_node *node;

	slots &= ~state->written[frame];
	for (node = state->parent; slots && node; node = node->state.parent) {
		if (!node->state.frame[frame])
			return;
		/* What is marked there is marked in all before it. */
		slots &= ~node->read[frame];
		node->read[frame] |= slots;
		slots &= ~node->state.written[frame];
	}
}

static void mark_reads_from(struct ab_env *env, const struct ab_node *node)
{
	u32 i;

	for (i = 0; i <= env->cur->depth; i++)
		ab_prune_mark_read(env->cur, i, node->exact ? ~0ULL : node->read[i]);
}

/* The same numbers again: numbers that did not matter so far may be anything. */
static void widen_reg(struct ab_reg *reg, const struct ab_reg *old, bool precise)
{
	if (reg->kind != AB_REG_SCALAR || old->kind != AB_REG_SCALAR || precise ||
	    ab_scalar_equal(&reg->val, &old->val))
		return;
	ab_reg_set_unknown(reg);
}

/*
 * Sound: a wider state covers more; it is explored like any other. It only makes the turns of a
 * callback or may_goto loop come to rest sooner.
 */
static int widen(struct ab_env *env, const struct ab_node *node)
{
	struct ab_state *cur = env->cur;
	u32 d, i;

	for (d = 0; d <= cur->depth; d++) {
		const struct ab_frame *old = node->state.frame[d];
		struct ab_frame *f;

		if (cur->frame[d] == old)
			continue;
		if (ab_state_own(env, cur, d, 0))
			return ab_no_memory(env);
		f = cur->frame[d];
		for (i = 0; i < AB_REG_FP; i++)
			widen_reg(&f->regs[i], &old->regs[i], node->precise_regs[d] & 1U << i);
		for (i = 0; i < min(f->cnt, old->cnt); i++) {
			u32 size = ab_slot_spill_size(&f->slot[i]);

			if (size != 8 || ab_slot_spill_size(&old->slot[i]) != 8)
				continue;
			widen_reg(&f->slot[i].reg, &old->slot[i].reg,
				  node->precise_slots[d] & 1ULL << i);
		}
	}
	return 0;
}

static bool is_bounded(const struct ab_env *env, u32 i)
{
	return env->info[i].callback_call ||
	       ab_insn_form(env->insns[i].code) == AB_FORM_MAY_GOTO;
}

/*
 * Is @cur still in the very loop whose head is @head: the same call with a callback, the same run
 * of the function with the may_goto? Only then does coming back to the head use up its budget.
 */
static bool same_loop(const struct ab_env *env, const struct ab_node *head,
		      const struct ab_state *cur)
{
	const struct ab_frame *a = ab_state_top(&head->state), *b;

	if (cur->depth < head->state.depth)
		return false;
	b = cur->frame[head->state.depth];
	if (env->info[head->state.insn].callback_call)
		return a->call_id == b->call_id;
	return a->id == b->id;
}

/* Has @cur made a turn since @head? */
static bool made_turn(const struct ab_env *env, const struct ab_node *head,
		      const struct ab_state *cur)
{
	const struct ab_frame *a = ab_state_top(&head->state), *b = ab_state_top(cur);

	if (cur->depth != head->state.depth || !same_loop(env, head, cur))
		return false;
	return env->info[head->state.insn].callback_call ? b->turns > a->turns : b->falls > a->falls;
}

static void add_loop(struct ab_node *node, struct ab_node *head)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(node->loop); i++) {
		if (node->loop[i] == head)
			return;
		if (!node->loop[i] || !node->loop[i]->branches) {
			node->loop[i] = head;
			return;
		}
	}
	node->loop_many = 1;
}

/*
 * The path in hand came to rest at @head. What mattered to @head is not known in full yet: on the
 * way to it everything counts as needed. Checkpoints behind @head are not done before it is.
 */
static void hang_on(struct ab_env *env, struct ab_node *head)
{
	struct ab_node *node;
	bool behind = true;

	head->pinned = 1;
	for (node = env->cur->parent; node; node = node->state.parent) {
		node->exact = 1;
		if (node == head)
			behind = false;
		if (behind)
			add_loop(node, head);
	}
}

/*
 * Sound: a finished checkpoint from which some path came to rest at an unfinished head may only
 * cover a path in the same loop: else leaving and entering it again would be a way around that
 * uses up no budget.
 */
static bool may_cover(const struct ab_env *env, const struct ab_node *node)
{
	u32 i;

	if (node->loop_many)
		return false;
	for (i = 0; i < ARRAY_SIZE(node->loop); i++)
		if (node->loop[i] && node->loop[i]->branches &&
		    !same_loop(env, node->loop[i], env->cur))
			return false;
	return true;
}

static int covered(struct ab_env *env, struct ab_node *node)
{
	u32 i;
	int err;

	node->hits++;
	mark_reads_from(env, node);
	err = ab_precise_from(env, node);
	if (err)
		return err;
	for (i = 0; i < ARRAY_SIZE(node->loop); i++)
		if (node->loop[i] && node->loop[i]->branches)
			hang_on(env, node->loop[i]);
	return 1;
}

static int endless(struct ab_env *env)
{
	return ab_refuse(env, AB_REFUSE_BACK_EDGE,
			 "infinite loop detected at insn %u\nback-edge from insn %u to %u", env->insn,
			 env->cur->prev, env->insn);
}

static bool is_useless(const struct ab_node *node)
{
	return node->misses > node->hits * 3 + 3;
}

/* States on the path's own way: does it turn without change, has a bounded loop come to rest? */
static int compare_open(struct ab_env *env, bool *add)
{
	bool bounded = is_bounded(env, env->insn);
	struct ab_node *node;
	u32 n = 0;

	for (node = env->info[env->insn].open; node && n < 16; node = node->next, n++) {
		if (bounded && made_turn(env, node, env->cur)) {
			if (!ab_same(env, node, env->cur, AB_SAME_WITHIN))
				continue;
			mark_reads_from(env, node);
			hang_on(env, node);
			return 1;
		}
		if (node->state.steps == env->cur->steps &&
		    ab_same(env, node, env->cur, AB_SAME_EQUAL))
			return endless(env);
		/* Not every turn of a loop is worth a checkpoint. */
		if (!bounded && env->jumps - env->last_node_jumps < 20 &&
		    env->processed - env->last_node_processed < 100)
			*add = false;
	}
	return 0;
}

static int compare_done(struct ab_env *env, bool add)
{
	bool exact = env->in->watch && env->in->watch->exact;
	struct ab_node **link = &env->info[env->insn].nodes, *node;

	while ((node = *link)) {
		if (may_cover(env, node) &&
		    ab_same(env, node, env->cur,
			    node->exact || exact ? AB_SAME_WITHIN : AB_SAME_LOOSE))
			return covered(env, node);
		if (add)
			node->misses++;
		if (is_useless(node) && !node->pinned) {
			*link = node->next;
			ab_node_free(env, node);
			continue;
		}
		link = &node->next;
	}
	return 0;
}

/* The last path from @node is done: it can cover others now. */
static void finish(struct ab_env *env, struct ab_node *node)
{
	struct ab_insn_info *info = &env->info[node->state.insn];
	struct ab_node **link = &info->open;

	while (*link && *link != node)
		link = &(*link)->next;
	if (*link)
		*link = node->next;
	node->next = info->nodes;
	info->nodes = node;
	ab_env_free(env, node->state.hist, node->state.hist_cap * sizeof(u64));
	node->state.hist = NULL;
	node->state.hist_cnt = 0;
	node->state.hist_cap = 0;
	node->state.parent = NULL;
}

void ab_prune_done(struct ab_env *env, struct ab_node *node)
{
	struct ab_node *parent;

	for (; node && !--node->branches; node = parent) {
		parent = node->state.parent;
		finish(env, node);
	}
}

void ab_node_free(struct ab_env *env, struct ab_node *node)
{
	env->live_nodes--;
	ab_state_fini(env, &node->state);
	ab_env_free(env, node, sizeof(*node));
}

static int add_node(struct ab_env *env)
{
	struct ab_node *node = ab_env_alloc(env, sizeof(*node));
	struct ab_state *cur = env->cur;
	u32 i;

	if (!node)
		return ab_no_memory(env);
	memset(node, 0, offsetof(struct ab_node, state));
	node->branches = 1;
	node->state = *cur;
	/* The path's history goes to the checkpoint; the frames are shared. */
	for (i = 0; i <= cur->depth; i++)
		cur->frame[i]->refs++;
	cur->hist = NULL;
	cur->hist_cnt = 0;
	cur->hist_cap = 0;
	cur->parent = node;
	memset(cur->written, 0, sizeof(cur->written));
	node->next = env->info[env->insn].open;
	env->info[env->insn].open = node;
	env->last_node_jumps = env->jumps;
	env->last_node_processed = env->processed;
	env->total_nodes++;
	env->live_nodes++;
	env->peak_nodes = max(env->peak_nodes, env->live_nodes);
	env->max_nodes_per_insn = max(env->max_nodes_per_insn, ++env->info[env->insn].node_cnt);
	return 0;
}

int ab_prune_visit(struct ab_env *env)
{
	bool bounded = is_bounded(env, env->insn);
	bool add = (env->in->prog_flags & ALTBPF_F_TEST_STATE_FREQ) || bounded ||
		   (env->jumps - env->last_node_jumps >= 2 &&
		    env->processed - env->last_node_processed >= 8);
	struct ab_node *before = env->info[env->insn].open;
	int err;

	if (bounded && before && made_turn(env, before, env->cur)) {
		err = widen(env, before);
		if (err)
			return err;
	}
	err = compare_done(env, add);
	if (!err)
		err = compare_open(env, &add);
	if (err || !add)
		return err;
	return add_node(env);
}
