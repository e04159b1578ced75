// SPDX-License-Identifier: GPL-2.0
/*
 * Loops, for exploration by joining: which there are, what belongs to each, and an order in which
 * a loop's body comes before what is behind the loop.
 *
 * Sound: only graphs are accepted in which every jump back leads to an instruction that dominates
 * it (natural loops). Then a run that never ends passes the head of some loop forever while it
 * stays inside that loop, which is what rank.c excludes.
 */
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/sort.h>

#include "core/isa/check.h"
#include "core/verify/join.h"

#define MAX_LOOPS 4096
#define MAX_BODIES (1 << 22) /* instructions in all loops, each counted in every loop that it is in */
#define MAX_MARKS 192

struct walk {
	u32 *stack;
	u32 *edge; /* by instruction: 0: new, else 1 + the next edge to follow */
	u32 *post; /* order in which they were left */
	u32 left;
};

/* Edge @k of @i. What is behind a loop comes first from its head: it is left before the body is. */
static bool edge_at(const struct ab_env *env, u32 i, u32 k, u32 *to)
{
	const struct ab_fix *fix = env->fix;
	u32 head = fix->insn[i].loop, next[2], n;

	if (head) {
		const struct ab_loop *loop = &fix->loop[head - 1];

		if (k < loop->exit_cnt) {
			*to = loop->exits[k];
			return true;
		}
		k -= loop->exit_cnt;
	}
	n = ab_cfg_next(env, i, next);
	if (k >= n)
		return false;
	*to = next[k];
	return true;
}

static void walk_from(struct ab_env *env, struct walk *w, u32 root)
{
	u32 depth = 0, i, to;

	w->stack[depth++] = root;
	w->edge[root] = 1;
	while (depth) {
		i = w->stack[depth - 1];
		if (!edge_at(env, i, w->edge[i] - 1, &to)) {
			w->post[i] = w->left++;
			depth--;
			continue;
		}
		w->edge[i]++;
		if (!w->edge[to]) {
			w->edge[to] = 1;
			w->stack[depth++] = to;
		}
	}
}

static void walk_all(struct ab_env *env, struct walk *w)
{
	u32 i;

	memset(w->edge, 0, env->insn_cnt * sizeof(u32));
	w->left = 0;
	for (i = 0; i < env->sub_cnt; i++)
		walk_from(env, w, env->subs[i].start);
}

/* Who may come before whom. */
static int list_before(struct ab_env *env)
{
	struct ab_fix *fix = env->fix;
	u32 i, j, next[2], n;

	fix->first = ab_env_alloc(env, (env->insn_cnt + 2) * sizeof(u32));
	fix->before = ab_env_alloc(env, 2 * env->insn_cnt * sizeof(u32));
	if (!fix->first || !fix->before)
		return ab_no_memory(env);
	memset(fix->first, 0, (env->insn_cnt + 2) * sizeof(u32));
	for (i = 0; i < env->insn_cnt; i++) {
		n = env->info[i].second ? 0 : ab_cfg_next(env, i, next);
		for (j = 0; j < n; j++)
			fix->first[next[j] + 2]++;
	}
	for (i = 2; i < env->insn_cnt + 2; i++)
		fix->first[i] += fix->first[i - 1];
	for (i = 0; i < env->insn_cnt; i++) {
		n = env->info[i].second ? 0 : ab_cfg_next(env, i, next);
		for (j = 0; j < n; j++)
			fix->before[fix->first[next[j] + 1]++] = i;
	}
	return 0;
}

/* Adds to the stack what belongs to loop @mark and leads to @i. */
static u32 add_before(struct ab_env *env, u32 *stack, u32 cnt, u32 i, u32 mark)
{
	struct ab_fix *fix = env->fix;
	u32 k, from;

	for (k = fix->first[i]; k < fix->first[i + 1]; k++) {
		from = fix->before[k];
		if (fix->insn[from].loop_mark == mark)
			continue;
		fix->insn[from].loop_mark = mark;
		stack[cnt++] = from;
	}
	return cnt;
}

static int no_shape(struct ab_env *env, u32 insn, const char *why)
{
	env->insn = insn;
	return ab_refuse(env, AB_REFUSE_TOO_COMPLEX, "%s", why);
}

int ab_loops_compare(const void *a, const void *b)
{
	u64 x = *(const u64 *)a, y = *(const u64 *)b;

	return x < y ? -1 : x > y;
}

static void add_mark(struct ab_loop *loop, u64 value)
{
	s32 d;

	for (d = -1; d <= 1 && loop->mark_cnt < MAX_MARKS; d++)
		loop->marks[loop->mark_cnt++] = value + d;
}

static bool is_constant(const struct altbpf_insn *insn, u64 *value)
{
	*value = (u64)(s64)insn->imm;
	if (ab_insn_is_ld_imm64(insn)) {
		*value = (u32)insn->imm | (u64)(u32)insn[1].imm << 32;
		return !insn->src_reg;
	}
	return ab_insn_form(insn->code) == AB_FORM_MOV_K ||
	       (ab_insn_form(insn->code) == AB_FORM_ST && insn->dst_reg == AB_REG_FP);
}

static int find_marks(struct ab_env *env, struct ab_loop *loop)
{
	const struct ab_subprog *sub = &env->subs[env->info[loop->head].subprog];
	u64 value;
	u32 i;

	loop->marks = ab_env_alloc(env, MAX_MARKS * sizeof(u64));
	if (!loop->marks)
		return ab_no_memory(env);
	for (i = 0; i < loop->cnt; i++)
		if (ab_insn_form(env->insns[loop->body[i]].code) == AB_FORM_COND_K)
			add_mark(loop, (u64)(s64)env->insns[loop->body[i]].imm);
	/* Bounds may be in registers, set before the loop. */
	for (i = loop->head; i-- > sub->start;)
		if (!env->info[i].second && is_constant(&env->insns[i], &value))
			add_mark(loop, value);
	sort(loop->marks, loop->mark_cnt, sizeof(u64), ab_loops_compare, NULL);
	return 0;
}

static int find_exits(struct ab_env *env, struct ab_loop *loop, u32 mark)
{
	struct ab_fix *fix = env->fix;
	u32 i, j, next[2], n, pass;

	for (pass = 0; pass < 2; pass++) {
		loop->exit_cnt = 0;
		for (i = 0; i < loop->cnt; i++) {
			n = ab_cfg_next(env, loop->body[i], next);
			for (j = 0; j < n; j++) {
				if (fix->insn[next[j]].loop_mark == mark)
					continue;
				if (pass)
					loop->exits[loop->exit_cnt] = next[j];
				loop->exit_cnt++;
			}
		}
		if (pass || !loop->exit_cnt)
			break;
		loop->exits = ab_env_alloc(env, loop->exit_cnt * sizeof(u32));
		if (!loop->exits)
			return ab_no_memory(env);
	}
	return 0;
}

/* The loop of all jumps back to @head. */
static int build_loop(struct ab_env *env, struct walk *w, u32 head, u32 mark, u32 *total)
{
	struct ab_fix *fix = env->fix;
	struct ab_loop *loop = &fix->loop[mark - 1];
	u32 k, cnt = 0, done;
	int err;

	loop->head = head;
	fix->insn[head].loop_mark = mark;
	w->stack[cnt++] = head;
	for (k = fix->first[head]; k < fix->first[head + 1]; k++) {
		u32 from = fix->before[k];

		if (w->post[from] > w->post[head] || fix->insn[from].loop_mark == mark)
			continue;
		fix->insn[from].loop_mark = mark;
		w->stack[cnt++] = from;
	}
	for (done = 1; done < cnt; done++) {
		cnt = add_before(env, w->stack, cnt, w->stack[done], mark);
		if (w->stack[done] == env->subs[env->info[head].subprog].start)
			return no_shape(env, head, "a loop with two entries");
	}
	*total += cnt;
	if (*total > MAX_BODIES)
		return no_shape(env, head, "too many nested loops");
	loop->cnt = cnt;
	loop->body = ab_env_alloc(env, cnt * sizeof(u32));
	if (!loop->body)
		return ab_no_memory(env);
	memcpy(loop->body, w->stack, cnt * sizeof(u32));
	err = find_exits(env, loop, mark);
	return err ? err : find_marks(env, loop);
}

/* Is there a jump back to @i? */
static bool is_head(const struct ab_env *env, const struct walk *w, u32 i)
{
	const struct ab_fix *fix = env->fix;
	u32 k;

	for (k = fix->first[i]; k < fix->first[i + 1]; k++)
		if (w->post[fix->before[k]] <= w->post[i])
			return true;
	return false;
}

static int find_loops(struct ab_env *env, struct walk *w)
{
	struct ab_fix *fix = env->fix;
	u32 i, total = 0;
	int err;

	for (i = 0; i < env->insn_cnt; i++)
		fix->loop_cnt += !env->info[i].second && is_head(env, w, i);
	if (fix->loop_cnt > MAX_LOOPS) {
		fix->loop_cnt = 0;
		return no_shape(env, 0, "too many loops");
	}
	if (!fix->loop_cnt)
		return 0;
	fix->loop = ab_env_alloc(env, fix->loop_cnt * sizeof(*fix->loop));
	if (!fix->loop)
		return ab_no_memory(env);
	memset(fix->loop, 0, fix->loop_cnt * sizeof(*fix->loop));
	fix->loop_cap = fix->loop_cnt;
	fix->loop_cnt = 0;
	for (i = 0; i < env->insn_cnt; i++) {
		if (env->info[i].second || !is_head(env, w, i))
			continue;
		err = build_loop(env, w, i, ++fix->loop_cnt, &total);
		if (err)
			return err;
	}
	for (i = 0; i < fix->loop_cnt; i++)
		fix->insn[fix->loop[i].head].loop = i + 1;
	return 0;
}

static int build(struct ab_env *env, struct walk *w)
{
	u32 i;
	int err;

	err = list_before(env);
	if (err)
		return err;
	walk_all(env, w);
	err = find_loops(env, w);
	if (err)
		return err;
	walk_all(env, w);
	for (i = 0; i < env->insn_cnt; i++)
		env->fix->insn[i].order = w->left - w->post[i];
	return 0;
}

int ab_loops_build(struct ab_env *env)
{
	size_t size = env->insn_cnt * sizeof(u32);
	struct walk w = { .left = 0 };
	int err;

	w.stack = ab_env_alloc(env, size);
	w.edge = ab_env_alloc(env, size);
	w.post = ab_env_alloc(env, size);
	if (w.post)
		memset(w.post, 0, size);
	err = w.stack && w.edge && w.post ? build(env, &w) : ab_no_memory(env);
	ab_env_free(env, w.post, size);
	ab_env_free(env, w.edge, size);
	ab_env_free(env, w.stack, size);
	return err;
}

void ab_loops_fini(struct ab_env *env)
{
	struct ab_fix *fix = env->fix;
	u32 i;

	for (i = 0; fix->loop && i < fix->loop_cnt; i++) {
		struct ab_loop *loop = &fix->loop[i];

		ab_env_free(env, loop->body, loop->cnt * sizeof(u32));
		ab_env_free(env, loop->exits, loop->exit_cnt * sizeof(u32));
		ab_env_free(env, loop->marks, MAX_MARKS * sizeof(u64));
	}
	ab_env_free(env, fix->loop, fix->loop_cap * sizeof(*fix->loop));
	ab_env_free(env, fix->before, 2 * env->insn_cnt * sizeof(u32));
	ab_env_free(env, fix->first, (env->insn_cnt + 2) * sizeof(u32));
}
