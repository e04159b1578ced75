// SPDX-License-Identifier: GPL-2.0
/*
 * Do all loops end? A loop ends if some number, in a register or a stack slot, has grown (or
 * shrunk) whenever the loop's head is reached again, without ever wrapping around, and if the
 * number is known to lie between two bounds at the head. Exploration has found the bounds; which
 * numbers grow is followed here, once around the loop, as distances from the number at the head:
 *
 *	head:  r1 = c               r1: c+0
 *	       r2 = r1              r1: c+0  r2: c+0
 *	       r2 += 4              r1: c+0  r2: c+4
 *	       r1 = r2              r1: c+4  r2: c+4
 *	       goto head            r1 grew by 4
 *
 * Sound (termination): within one visit of a loop the values at its head are strictly ordered and
 * lie in [low, high], so it turns at most (high - low) / step + 1 times. By loops.c every endless
 * run would turn some loop forever without leaving it. Calls of functions nest to a fixed depth,
 * and turns of callbacks and may_goto are counted by the engines.
 */
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/sort.h>

#include "core/isa/check.h"
#include "core/verify/join.h"

#define MAX_STEP (1LL << 31)
#define MAX_KNOWN 6
#define MAX_SWEEPS 12
#define SLOT 16 /* places: registers, and from here on slots */

/* Place @at holds the number at the head plus something in [min, max]. */
struct known {
	u8 at;
	u8 size; /* slots: 4 or 8 bytes */
	s64 min;
	s64 max;
};

struct knowns {
	u8 seen;
	u8 cnt;
	struct known known[MAX_KNOWN];
};

/* The number whose growth is followed. */
struct chosen {
	const struct ab_loop *loop;
	struct knowns *in; /* by place in the loop */
	struct known start;
	bool is_signed;
	bool back; /* some way around exists */
	s64 min;
	s64 max; /* growth of one turn */
	u64 span;
};

/* ---- while instructions are explored ---- */

/* [min, max] added to a number: can the sum leave the range of its order? */
static void note_add(struct ab_fix_insn *at, const struct ab_scalar *val, bool is32, s64 min, s64 max)
{
	if (min <= -MAX_STEP || max >= MAX_STEP) {
		at->wide = 1;
		return;
	}
	at->min = at->adds ? min(at->min, min) : min;
	at->max = at->adds ? max(at->max, max) : max;
	at->adds = 1;
	if (is32) {
		if (val->umax > U32_MAX || (s64)val->umin + min < 0 ||
		    (s64)val->umax + max > (s64)U32_MAX)
			at->wide = 1;
		return;
	}
	if ((min < 0 && val->umin < (u64)-min) || (max > 0 && val->umax > U64_MAX - (u64)max))
		at->wraps = 1;
	if ((min < 0 && val->smin < S64_MIN - min) || (max > 0 && val->smax > S64_MAX - max))
		at->swraps = 1;
}

static bool is_add(const struct altbpf_insn *insn)
{
	return AB_OP(insn->code) == AB_ADD || AB_OP(insn->code) == AB_SUB;
}

static bool is_32(const struct altbpf_insn *insn)
{
	return AB_CLASS(insn->code) == AB_ALU;
}

static void note_alu(struct ab_env *env, struct ab_fix_insn *at, const struct altbpf_insn *insn)
{
	const struct ab_reg *dst = ab_reg_at(env, insn->dst_reg), *src = ab_reg_at(env, insn->src_reg);
	bool with_reg = ab_insn_form(insn->code) == AB_FORM_ALU_X;
	s64 min = insn->imm, max = insn->imm;

	if (!is_add(insn))
		return;
	if (dst->kind != AB_REG_SCALAR || (with_reg && src->kind != AB_REG_SCALAR)) {
		at->wide = 1;
		return;
	}
	if (with_reg) {
		min = is_32(insn) ? src->val.s32_min : max(src->val.smin, -MAX_STEP);
		max = is_32(insn) ? src->val.s32_max : min(src->val.smax, MAX_STEP);
	}
	if (AB_OP(insn->code) == AB_SUB) {
		s64 low = -max;

		max = -min;
		min = low;
	}
	note_add(at, &dst->val, is_32(insn), min, max);
}

/* Copies that keep 32 bits: is that the whole number? */
static void note_cut(struct ab_env *env, struct ab_fix_insn *at, u32 src)
{
	const struct ab_reg *reg = ab_reg_at(env, src);

	if (reg->kind != AB_REG_SCALAR || reg->val.umax > U32_MAX)
		at->wide = 1;
}

void ab_rank_note(struct ab_env *env, const struct altbpf_insn *insn)
{
	struct ab_fix_insn *at = &env->fix->insn[env->insn];

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
		note_alu(env, at, insn);
		return;
	case AB_FORM_MOV_X:
		if (is_32(insn))
			note_cut(env, at, insn->src_reg);
		return;
	case AB_FORM_STX:
		if (AB_SIZE(insn->code) == AB_W)
			note_cut(env, at, insn->src_reg);
		return;
	default:
		return;
	}
}

/* ---- around the loop ---- */

static struct known *find(struct knowns *set, u8 at)
{
	u32 i;

	for (i = 0; i < set->cnt; i++)
		if (set->known[i].at == at)
			return &set->known[i];
	return NULL;
}

static void drop(struct knowns *set, u8 at)
{
	struct known *k = find(set, at);

	if (k)
		*k = set->known[--set->cnt];
}

/* @at becomes a copy of @from, if something is known of that. */
static void copy(struct knowns *set, u8 at, u8 size, const struct known *from)
{
	struct known new;

	if (!from) {
		drop(set, at);
		return;
	}
	new = *from;
	new.at = at;
	new.size = size;
	drop(set, at);
	if (set->cnt < MAX_KNOWN)
		set->known[set->cnt++] = new;
}

/* Sound: a sum that does not wrap around is the sum of the integers. */
static void step_add(const struct ab_fix_insn *at, struct knowns *set, u8 dst, bool is32, bool is_signed)
{
	struct known *k = find(set, dst);

	if (!k)
		return;
	if (at->wide || !at->adds || (!is32 && (is_signed ? at->swraps : at->wraps))) {
		drop(set, dst);
		return;
	}
	k->min = max(k->min + at->min, -MAX_STEP);
	k->max = min(k->max + at->max, MAX_STEP);
	if (k->min == -MAX_STEP || k->max == MAX_STEP)
		drop(set, dst);
}

/* The slot that a load or store with the frame pointer names from its first byte, or -1. */
static s32 own_slot(const struct altbpf_insn *insn, u8 base)
{
	if (base != AB_REG_FP || insn->off >= 0 || insn->off < -AB_MAX_STACK || insn->off % 8)
		return -1;
	return -insn->off / 8 - 1;
}

static void drop_slots(struct knowns *set, u64 slots)
{
	u32 i;

	for (i = 0; slots; i++, slots >>= 1)
		if (slots & 1)
			drop(set, SLOT + i);
}

static void step_store(const struct altbpf_insn *insn, const struct ab_fix_insn *at, struct knowns *set)
{
	s32 slot = own_slot(insn, insn->dst_reg);
	u32 size = ab_insn_width(AB_SIZE(insn->code));
	struct known *k = find(set, insn->src_reg);
	struct known from;

	if (k)
		from = *k;
	drop_slots(set, at->writes);
	/* Sound: a value below 2^32 is in its low four bytes. */
	if (k && slot >= 0 && (size == 8 || (size == 4 && !at->wide)))
		copy(set, SLOT + slot, size, &from);
}

static void step_load(const struct altbpf_insn *insn, struct knowns *set)
{
	s32 slot = own_slot(insn, insn->src_reg);
	u32 size = ab_insn_width(AB_SIZE(insn->code));
	const struct known *k = slot >= 0 ? find(set, SLOT + slot) : NULL;

	if (k && k->size == size && AB_MODE(insn->code) == AB_MEM)
		copy(set, insn->dst_reg, 8, k);
	else
		drop(set, insn->dst_reg);
}

static void step(const struct ab_env *env, u32 i, struct knowns *set, bool is_signed)
{
	const struct altbpf_insn *insn = &env->insns[i];
	const struct ab_fix_insn *at = &env->fix->insn[i];
	u32 defs, r;

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
		if (!is_add(insn))
			break;
		step_add(at, set, insn->dst_reg, is_32(insn), is_signed);
		return;
	case AB_FORM_MOV_X:
		if (insn->off || at->wide)
			break;
		if (insn->dst_reg != insn->src_reg)
			copy(set, insn->dst_reg, 8, find(set, insn->src_reg));
		return;
	case AB_FORM_STX:
		step_store(insn, at, set);
		return;
	case AB_FORM_LDX:
		step_load(insn, set);
		return;
	default:
		break;
	}
	defs = ab_live_defs(insn);
	for (r = 0; r < AB_REG_CNT; r++)
		if (defs & 1U << r)
			drop(set, r);
	drop_slots(set, at->writes);
}

/*
 * What is known on both ways. After some sweeps a distance that still changes is dropped, so that
 * inner loops come to rest. Return: did @to change?
 */
static bool meet(struct knowns *to, const struct knowns *from, bool settle)
{
	bool changed = false;
	u32 i;

	if (!to->seen) {
		*to = *from;
		to->seen = 1;
		return true;
	}
	for (i = to->cnt; i-- > 0;) {
		struct known *k = &to->known[i];
		const struct known *other = find((struct knowns *)from, k->at);

		if (other && other->size == k->size && other->min >= k->min && other->max <= k->max)
			continue;
		changed = true;
		if (!other || other->size != k->size || settle) {
			drop(to, k->at);
			continue;
		}
		k->min = min(k->min, other->min);
		k->max = max(k->max, other->max);
	}
	return changed;
}

/* One way around is complete: what did the number grow by? */
static void arrive(struct chosen *c, struct knowns *set, bool *fails)
{
	const struct known *k = find(set, c->start.at);

	if (!k || k->size != c->start.size) {
		*fails = true;
		return;
	}
	c->min = c->back ? min(c->min, k->min) : k->min;
	c->max = c->back ? max(c->max, k->max) : k->max;
	c->back = true;
}

static bool sweep(struct ab_env *env, struct chosen *c, bool settle, bool *fails)
{
	const struct ab_loop *loop = c->loop;
	struct ab_fix_insn *insn = env->fix->insn;
	u32 mark = insn[loop->head].loop, i, j, n, next[2];
	bool changed = false;

	c->back = false;
	for (i = 0; i < loop->cnt && !*fails; i++) {
		struct knowns out = c->in[i];

		if (!out.seen || !insn[loop->body[i]].seen)
			continue;
		step(env, loop->body[i], &out, c->is_signed);
		n = ab_cfg_next(env, loop->body[i], next);
		for (j = 0; j < n; j++) {
			if (insn[next[j]].loop_mark != mark)
				continue;
			if (next[j] == loop->head)
				arrive(c, &out, fails);
			else
				changed |= meet(&c->in[insn[next[j]].place], &out, settle);
		}
	}
	return changed;
}

/* Does the number grow, or shrink, on every way around? */
static bool always_moves(struct ab_env *env, struct chosen *c)
{
	bool fails = false;
	u32 i;

	for (i = 0; i < c->loop->cnt; i++)
		c->in[i].seen = c->in[i].cnt = 0;
	c->in[0].seen = 1;
	c->in[0].cnt = 1;
	c->in[0].known[0] = c->start;
	for (i = 0; i < MAX_SWEEPS; i++)
		if (!sweep(env, c, i > 3, &fails) || fails)
			break;
	if (fails || i == MAX_SWEEPS)
		return false;
	return !c->back || c->min > 0 || c->max < 0;
}

/* The number at place @at in a state at the head. NULL: no number. */
static const struct ab_scalar *value_at(const struct ab_state *s, const struct known *at)
{
	const struct ab_frame *f = ab_state_top(s);
	const struct ab_slot *slot;

	if (at->at < SLOT)
		return f->regs[at->at].kind == AB_REG_SCALAR ? &f->regs[at->at].val : NULL;
	if (at->at - SLOT >= f->cnt)
		return NULL;
	slot = &f->slot[at->at - SLOT];
	if (ab_slot_spill_size(slot) != at->size || slot->reg.kind != AB_REG_SCALAR)
		return NULL;
	return &slot->reg.val;
}

/* Sound: the states at the head hold every value that the number can have there. */
static bool find_span(struct ab_env *env, struct chosen *c)
{
	const struct ab_point *point = env->fix->insn[c->loop->head].points;
	const struct ab_scalar *val;
	u64 umin = U64_MAX, umax = 0;
	s64 smin = S64_MAX, smax = S64_MIN;

	for (; point; point = point->next) {
		val = value_at(&point->node.state, &c->start);
		if (!val)
			return false;
		umin = min(umin, val->umin);
		umax = max(umax, val->umax);
		smin = min(smin, val->smin);
		smax = max(smax, val->smax);
	}
	c->span = c->is_signed ? (u64)smax - (u64)smin : umax - umin;
	return c->span < 1ULL << 62;
}

/* Turns of the loop as this number proves them; ~0: it does not. */
static u64 turns_by(struct ab_env *env, struct chosen *c)
{
	u64 best = ~0ULL, turns;
	u32 is_signed;

	for (is_signed = 0; is_signed < 2; is_signed++) {
		c->is_signed = is_signed;
		if (!find_span(env, c) || !always_moves(env, c))
			continue;
		if (!c->back)
			return 1;
		turns = c->span / (u64)(c->min > 0 ? c->min : -c->max) + 1;
		best = min(best, turns);
	}
	return best;
}

/* Slots and registers that the loop writes: only they can grow. */
static u64 written(const struct ab_env *env, const struct ab_loop *loop, u32 *regs)
{
	u64 slots = 0;
	u32 i;

	*regs = 0;
	for (i = 0; i < loop->cnt; i++) {
		slots |= env->fix->insn[loop->body[i]].writes;
		*regs |= ab_live_defs(&env->insns[loop->body[i]]);
	}
	return slots;
}

static u64 try_slot(struct ab_env *env, struct chosen *c, u32 slot)
{
	c->start = (struct known){ .at = SLOT + slot, .size = 8 };
	if (!find_span(env, c))
		c->start.size = 4;
	return turns_by(env, c);
}

static u64 count_turns(struct ab_env *env, struct chosen *c)
{
	u64 turns = ~0ULL, slots;
	u32 regs, i;

	slots = written(env, c->loop, &regs);
	for (i = 0; i < AB_REG_FP; i++) {
		if (!(regs & env->info[c->loop->head].live & 1U << i))
			continue;
		c->start = (struct known){ .at = i, .size = 8 };
		turns = min(turns, turns_by(env, c));
	}
	for (i = 0; i < AB_STACK_SLOTS; i++)
		if (slots & 1ULL << i)
			turns = min(turns, try_slot(env, c, i));
	return turns;
}

static u64 times(u64 a, u64 b)
{
	return a && b > ~0ULL / a ? ~0ULL : a * b;
}

static int too_long(struct ab_env *env, u32 head, u64 turns, bool nested)
{
	env->insn = head;
	if (turns == ~0ULL && !nested)
		return ab_refuse(env, AB_REFUSE_TOO_COMPLEX,
				 "the loop at insn %u: no number is known to grow and to be bounded",
				 head);
	return ab_refuse(env, AB_REFUSE_TOO_COMPLEX,
			 "the loop at insn %u: up to %llu turns%s (limit %llu)", head,
			 (unsigned long long)turns, nested ? " with the loops around it" : "",
			 (unsigned long long)AB_TURN_LIMIT);
}

static int rank_loop(struct ab_env *env, struct chosen *c)
{
	struct ab_fix *fix = env->fix;
	const struct ab_loop *loop = c->loop;
	u32 i, mark = fix->insn[loop->head].loop;
	u64 turns;

	if (!fix->insn[loop->head].points)
		return 0;
	for (i = 0; i < loop->cnt; i++) {
		fix->insn[loop->body[i]].loop_mark = mark;
		fix->insn[loop->body[i]].place = i;
	}
	turns = count_turns(env, c);
	if (turns > AB_TURN_LIMIT)
		return too_long(env, loop->head, turns, false);
	for (i = 0; i < loop->cnt; i++)
		fix->insn[loop->body[i]].turns = times(fix->insn[loop->body[i]].turns, turns);
	fix->ranked++;
	return 0;
}

/* Sorts bodies into the order of exploration: the head is first. */
static void put_in_order(struct ab_env *env, const struct ab_loop *loop, u64 *tmp)
{
	u32 i;

	for (i = 0; i < loop->cnt; i++)
		tmp[i] = (u64)env->fix->insn[loop->body[i]].order << 32 | loop->body[i];
	sort(tmp, loop->cnt, sizeof(*tmp), ab_loops_compare, NULL);
	for (i = 0; i < loop->cnt; i++)
		loop->body[i] = (u32)tmp[i];
}

/* Loops in functions that are called in loops: the product over every chain of calls is bounded. */
static int check_product(struct ab_env *env)
{
	u64 *runs = ab_env_alloc(env, env->sub_cnt * sizeof(*runs));
	u32 i, pass;
	int err = 0;

	if (!runs)
		return ab_no_memory(env);

	for (i = 0; i < env->sub_cnt; i++)
		runs[i] = 1;
	for (pass = 0; pass < AB_MAX_FRAMES; pass++)
		for (i = 0; !err && i < env->insn_cnt; i++) {
			u64 here = times(runs[env->info[i].subprog], env->fix->insn[i].turns);
			u32 to = env->fact[i].subprog;

			if (env->info[i].second || !env->fix->insn[i].seen)
				continue;
			if (here > AB_TURN_LIMIT)
				err = too_long(env, i, here, true);
			if (ab_insn_is_subprog_call(&env->insns[i]))
				runs[to] = max(runs[to], here);
		}
	ab_env_free(env, runs, env->sub_cnt * sizeof(*runs));
	return err;
}

int ab_rank_loops(struct ab_env *env)
{
	struct ab_fix *fix = env->fix;
	struct chosen c = { .loop = NULL };
	u32 i, largest = 1;
	int err = 0;
	u64 *tmp;

	for (i = 0; i < env->insn_cnt; i++)
		fix->insn[i].turns = 1;
	for (i = 0; i < fix->loop_cnt; i++)
		largest = max(largest, fix->loop[i].cnt);
	c.in = ab_env_alloc(env, largest * sizeof(*c.in));
	tmp = ab_env_alloc(env, largest * sizeof(*tmp));
	if (!c.in || !tmp)
		err = ab_no_memory(env);
	for (i = 0; !err && i < fix->loop_cnt; i++) {
		c.loop = &fix->loop[i];
		put_in_order(env, c.loop, tmp);
		err = rank_loop(env, &c);
	}
	ab_env_free(env, tmp, largest * sizeof(*tmp));
	ab_env_free(env, c.in, largest * sizeof(*c.in));
	return err ? err : check_product(env);
}
