// SPDX-License-Identifier: GPL-2.0
/*
 * Two states become one that covers both. Numbers become their hull, pointers of one kind and
 * object keep what they agree in, everything else becomes unreadable (a register) or some number
 * (a slot). At the head of a loop bounds that grow go on to the next number that the loop's
 * comparisons know, so that a loop of any length is known after a few turns.
 *
 * Sound: every concrete state of either side is in the result: see each function. Names (ids) say
 * that two places are related; the result keeps such a relation only where both sides have it.
 */
#include "core/verify/join.h"
#include "core/verify/same.h"

static bool name_agrees(struct ab_env *env, u32 old, u32 cur)
{
	u32 i;

	if (!old || !cur)
		return !old && !cur;
	for (i = 0; i < env->ids.cnt; i++)
		if (env->ids.old[i] == old || env->ids.cur[i] == cur)
			return env->ids.old[i] == old && env->ids.cur[i] == cur;
	if (i == ARRAY_SIZE(env->ids.old))
		return false;
	env->ids.old[i] = old;
	env->ids.cur[i] = cur;
	env->ids.cnt++;
	return true;
}

static bool is_number(const struct ab_reg *reg)
{
	return reg->kind == AB_REG_SCALAR;
}

/* Pointers of one kind to one object, whatever their offsets. */
static bool same_object(const struct ab_reg *a, const struct ab_reg *b)
{
	return a->kind == b->kind && a->frame == b->frame && a->map == b->map &&
	       a->inner == b->inner && a->rdonly == b->rdonly && a->record == b->record &&
	       a->subprog == b->subprog && a->size == b->size && a->or_null == b->or_null &&
	       !a->ref == !b->ref;
}

static bool same_place(const struct ab_reg *a, const struct ab_reg *b)
{
	return a->off == b->off && ab_scalar_equal(&a->val, &b->val);
}

static bool may_move(const struct ab_reg *reg)
{
	return !reg->or_null && !reg->ref &&
	       (reg->kind == AB_REG_VALUE || reg->kind == AB_REG_STACK || reg->kind == AB_REG_MEM ||
		reg->kind == AB_REG_PACKET);
}

static bool is_joinable(const struct ab_reg *a, const struct ab_reg *b)
{
	if (is_number(a) && is_number(b))
		return true;
	if (a->kind == AB_REG_NONE || !same_object(a, b))
		return false;
	return same_place(a, b) || may_move(a);
}

/* A bound grew: the next mark is far enough for most loops, else nothing is known. */
static u64 next_mark(const struct ab_loop *loop, u64 value, u64 end)
{
	u32 i;

	for (i = 0; i < loop->mark_cnt; i++)
		if (loop->marks[i] >= value && loop->marks[i] <= end)
			return loop->marks[i];
	return end;
}

static s64 next_smark(const struct ab_loop *loop, s64 value, s64 end)
{
	s64 best = end;
	u32 i;

	for (i = 0; i < loop->mark_cnt; i++)
		if ((s64)loop->marks[i] >= value && (s64)loop->marks[i] < best)
			best = loop->marks[i];
	return best;
}

static u64 last_mark(const struct ab_loop *loop, u64 value)
{
	u32 i;

	for (i = loop->mark_cnt; i-- > 0;)
		if (loop->marks[i] <= value)
			return loop->marks[i];
	return 0;
}

static s64 last_smark(const struct ab_loop *loop, s64 value, s64 end)
{
	s64 best = end;
	u32 i;

	for (i = 0; i < loop->mark_cnt; i++)
		if ((s64)loop->marks[i] <= value && (s64)loop->marks[i] > best)
			best = loop->marks[i];
	return best;
}

/* Sound: bounds are only moved outward, and the hull is inside. */
static void widen(struct ab_scalar *val, const struct ab_scalar *old, const struct ab_loop *loop)
{
	if (val->umax > old->umax)
		val->umax = next_mark(loop, val->umax, U64_MAX);
	if (val->umin < old->umin)
		val->umin = last_mark(loop, val->umin);
	if (val->smax > old->smax)
		val->smax = next_smark(loop, val->smax, S64_MAX);
	if (val->smin < old->smin)
		val->smin = last_smark(loop, val->smin, S64_MIN);
	if (val->u32_max > old->u32_max)
		val->u32_max = next_mark(loop, val->u32_max, U32_MAX);
	if (val->u32_min < old->u32_min)
		val->u32_min = last_mark(loop, val->u32_min);
	if (val->s32_max > old->s32_max)
		val->s32_max = next_smark(loop, val->s32_max, S32_MAX);
	if (val->s32_min < old->s32_min)
		val->s32_min = last_smark(loop, val->s32_min, S32_MIN);
	/* Bits above the lowest one that changes are given up; what the bounds say of them comes back. */
	if (val->bits.mask & ~old->bits.mask) {
		val->bits.mask |= ~((val->bits.mask & -val->bits.mask) - 1);
		val->bits.value &= ~val->bits.mask;
	}
	ab_scalar_sync(val);
}

/*
 * Sound: the hull holds both. A link is kept where both sides have it at the same distances; a
 * link with nothing else to it says nothing.
 */
static void join_numbers(struct ab_env *env, struct ab_reg *old, const struct ab_reg *cur,
			 const struct ab_loop *loop)
{
	struct ab_scalar before = old->val;

	if (old->id && !ab_same_link(env, old, cur)) {
		old->id = 0;
		old->linked = 0;
		old->off = 0;
	}
	if (ab_scalar_includes(&old->val, &cur->val))
		return;
	ab_scalar_join(&old->val, &cur->val);
	if (loop)
		widen(&old->val, &before, loop);
}

/* Lets two pointers count from the lower offset; the difference goes into the variable part. */
static void shift_to(struct ab_reg *reg, s32 off)
{
	struct ab_scalar delta = ab_scalar_const((u64)((s64)reg->off - off));

	ab_scalar_alu(AB_ADD, false, &reg->val, &delta);
	reg->off = off;
}

/*
 * Sound: pointers with agreeing names have one base on each side, so the hull of the bases is one
 * base. Else the result has a base of its own, under a new name, and nothing is known of the
 * packet's end behind it; a new name of a pointer that may be NULL relates it to no other.
 */
static void join_pointers(struct ab_env *env, struct ab_reg *old, const struct ab_reg *cur,
			  const struct ab_loop *loop)
{
	bool named = name_agrees(env, old->id, cur->id), moved = !same_place(old, cur);
	struct ab_reg *by = &env->scratch[0];
	struct ab_scalar before;

	if (old->ref && !name_agrees(env, old->ref, cur->ref)) {
		ab_reg_clear(old);
		return;
	}
	*by = *cur;
	old->range = min(old->range, cur->range);
	if (old->off != by->off) {
		named = false;
		shift_to(by, min(old->off, cur->off));
		shift_to(old, by->off);
	}
	before = old->val;
	if (moved && !ab_scalar_includes(&old->val, &by->val)) {
		ab_scalar_join(&old->val, &by->val);
		if (loop)
			widen(&old->val, &before, loop);
	}
	if (named)
		return;
	if (ab_reg_is_packet(old))
		old->range = 0;
	old->id = ab_new_id(env);
}

/* Sound: a register that cannot be read and a number of which nothing is known cover all. */
static void join_reg(struct ab_env *env, struct ab_reg *old, const struct ab_reg *cur,
		     const struct ab_loop *loop)
{
	if (old->kind == AB_REG_NONE)
		return;
	if (!is_joinable(old, cur))
		ab_reg_clear(old);
	else if (is_number(old))
		join_numbers(env, old, cur, loop);
	else
		join_pointers(env, old, cur, loop);
}

static bool all_zero(const struct ab_slot *slot, u32 from, u32 to)
{
	u32 i;

	for (i = from; i < to; i++)
		if (slot->type[i] != AB_BYTE_ZERO)
			return false;
	return true;
}

/* Zeros beside a spilled number are that number 0. */
static void zeros_to_spill(struct ab_slot *slot, const struct ab_slot *other)
{
	u32 size = ab_slot_spill_size(other);

	if (!size || other->reg.kind != AB_REG_SCALAR || !all_zero(slot, 0, size))
		return;
	ab_reg_set_const(&slot->reg, 0);
	memset(slot->type, AB_BYTE_SPILL, size);
}

static bool slots_agree(const struct ab_slot *a, const struct ab_slot *b)
{
	u32 size = ab_slot_spill_size(a);

	return size && size == ab_slot_spill_size(b) && is_joinable(&a->reg, &b->reg);
}

/* Sound: a byte that both sides know as zero is zero, any other is some number. */
static void join_slot(struct ab_env *env, struct ab_slot *old, const struct ab_slot *cur,
		      const struct ab_loop *loop)
{
	struct ab_slot *copy = &env->scratch_slot;
	u32 i, kept = 0;

	*copy = *cur;
	zeros_to_spill(copy, old);
	zeros_to_spill(old, copy);
	if (slots_agree(old, copy)) {
		kept = ab_slot_spill_size(old);
		join_reg(env, &old->reg, &copy->reg, loop);
		if (old->reg.kind == AB_REG_NONE)
			kept = 0;
	}
	if (!kept)
		ab_slot_scrub(old);
	for (i = kept; i < 8; i++)
		if (old->type[i] != AB_BYTE_ZERO || copy->type[i] != AB_BYTE_ZERO)
			old->type[i] = AB_BYTE_MISC;
}

static const struct ab_slot no_slot;

bool ab_join_same_calls(const struct ab_state *a, const struct ab_state *b)
{
	u32 d;

	if (a->depth != b->depth || a->refs != b->refs)
		return false;
	for (d = 0; d <= a->depth; d++)
		if (a->frame[d]->subprog != b->frame[d]->subprog ||
		    a->frame[d]->callsite != b->frame[d]->callsite ||
		    a->frame[d]->callback != b->frame[d]->callback)
			return false;
	for (d = 0; d < a->refs; d++)
		if (a->ref[d].depth != b->ref[d].depth)
			return false;
	return true;
}

int ab_join_loss(struct ab_env *env, const struct ab_state *old, const struct ab_state *cur)
{
	u32 d, i;
	int loss = 0;

	if (!ab_join_same_calls(old, cur))
		return -1;
	for (d = 0; d <= old->depth; d++) {
		const struct ab_frame *a = old->frame[d], *b = cur->frame[d];
		u32 live = ab_frame_live(env, cur, d);

		if (a == b)
			continue;
		for (i = 0; i < AB_REG_FP; i++)
			if ((live & 1U << i) && a->regs[i].kind &&
			    !is_joinable(&a->regs[i], &b->regs[i]))
				loss += 4;
		for (i = 0; i < max(a->cnt, b->cnt); i++) {
			const struct ab_slot *x = i < a->cnt ? &a->slot[i] : &no_slot;
			const struct ab_slot *y = i < b->cnt ? &b->slot[i] : &no_slot;

			if ((ab_slot_spill_size(x) && x->reg.kind != AB_REG_SCALAR) ||
			    (ab_slot_spill_size(y) && y->reg.kind != AB_REG_SCALAR))
				loss += !slots_agree(x, y);
		}
	}
	return loss;
}

static int join_frame(struct ab_env *env, struct ab_state *old, const struct ab_state *cur, u32 d,
		      const struct ab_loop *loop)
{
	const struct ab_frame *b = cur->frame[d];
	u32 live = ab_frame_live(env, cur, d), i;
	struct ab_frame *a;

	if (ab_state_own(env, old, d, b->cnt))
		return ab_no_memory(env);
	a = old->frame[d];
	a->turns = min(a->turns, b->turns);
	a->falls = min(a->falls, b->falls);
	for (i = 0; i < AB_REG_FP; i++) {
		if (live & 1U << i)
			join_reg(env, &a->regs[i], &b->regs[i], loop);
		else
			ab_reg_clear(&a->regs[i]);
	}
	for (i = 0; i < a->cnt; i++)
		join_slot(env, &a->slot[i], i < b->cnt ? &b->slot[i] : &no_slot, loop);
	return 0;
}

int ab_join(struct ab_env *env, struct ab_state *old, const struct ab_state *cur,
	    const struct ab_loop *loop)
{
	u32 d, i;
	int err = 0;

	env->ids.cnt = 0;
	env->links.cnt = 0;
	/* The references first: both sides hold the same ones, under the names of the old state. */
	for (i = 0; i < old->refs; i++)
		if (!name_agrees(env, old->ref[i].id, cur->ref[i].id))
			return ab_internal(env, "references with one name");
	for (d = 0; !err && d <= old->depth; d++)
		err = join_frame(env, old, cur, d, loop);
	return err;
}
