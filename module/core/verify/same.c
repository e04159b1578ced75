// SPDX-License-Identifier: GPL-2.0
/*
 * Is a state covered by one that was explored before? Every register and slot that is still
 * needed must be at least as well known now as it was then.
 *
 * Sound: exploration proved all that follows for every concrete state in the old one; if the new
 * one's concrete states are among them, nothing new can happen. Ids are names: they may differ, as
 * long as equal ones stay equal (ids_map()).
 */
#include "core/verify/same.h"

/* One name then is one name now, and the other way round. */
static bool ids_map(struct ab_env *env, u32 old, u32 cur)
{
	u32 i;

	if (!old != !cur)
		return false;
	if (!old)
		return true;
	for (i = 0; i < env->ids.cnt; i++) {
		if (env->ids.old[i] == old || env->ids.cur[i] == cur)
			return env->ids.old[i] == old && env->ids.cur[i] == cur;
	}
	if (i == ARRAY_SIZE(env->ids.old))
		return false;
	env->ids.old[i] = old;
	env->ids.cur[i] = cur;
	env->ids.cnt++;
	return true;
}

/*
 * Numbers that were linked then must be linked now, at the same distances; further links now do no
 * harm, and a link with nothing else to it says nothing.
 */
bool ab_same_link(struct ab_env *env, const struct ab_reg *old, const struct ab_reg *cur)
{
	s64 delta = (s64)cur->off - old->off;
	u32 i;

	if (!old->id)
		return true;
	for (i = 0; i < env->links.cnt; i++)
		if (env->links.old[i] == old->id)
			return cur->id && env->links.cur[i] == cur->id &&
			       env->links.delta[i] == delta;
	if (i == ARRAY_SIZE(env->links.old))
		return false;
	env->links.old[i] = old->id;
	env->links.cur[i] = cur->id;
	env->links.delta[i] = delta;
	env->links.cnt++;
	return true;
}

static bool scalar_same(struct ab_env *env, const struct ab_reg *old, const struct ab_reg *cur,
			enum ab_same how, bool precise)
{
	if (how == AB_SAME_LOOSE && !precise)
		return true;
	if (how == AB_SAME_EQUAL)
		return ab_scalar_equal(&old->val, &cur->val);
	return ab_scalar_includes(&old->val, &cur->val) && ab_same_link(env, old, cur);
}

static bool pointer_same(struct ab_env *env, const struct ab_reg *old, const struct ab_reg *cur,
			 enum ab_same how)
{
	if (old->or_null != cur->or_null || old->frame != cur->frame || old->map != cur->map ||
	    old->inner != cur->inner || old->rdonly != cur->rdonly ||
	    old->record != cur->record || old->subprog != cur->subprog || old->off != cur->off ||
	    old->size != cur->size)
		return false;
	if (how == AB_SAME_EQUAL ? old->range != cur->range : old->range > cur->range)
		return false;
	if (!ids_map(env, old->id, cur->id) || !ids_map(env, old->ref, cur->ref))
		return false;
	if (how == AB_SAME_EQUAL || (old->kind == AB_REG_STACK && !env->fix))
		return ab_scalar_equal(&old->val, &cur->val);
	return ab_scalar_includes(&old->val, &cur->val);
}

static bool reg_same(struct ab_env *env, const struct ab_reg *old, const struct ab_reg *cur,
		     enum ab_same how, bool precise)
{
	if (old->kind == AB_REG_NONE)
		return how != AB_SAME_EQUAL || cur->kind == AB_REG_NONE;
	if (old->kind != cur->kind)
		return false;
	if (old->kind == AB_REG_SCALAR)
		return scalar_same(env, old, cur, how, precise);
	return pointer_same(env, old, cur, how);
}

static const struct ab_slot no_slot;

static bool is_plain(const struct ab_slot *slot)
{
	u32 i;

	for (i = 0; i < 8; i++)
		if (slot->type[i] == AB_BYTE_SPILL)
			return false;
	return true;
}

static bool byte_same(u8 old, u8 cur, enum ab_same how)
{
	if (old == cur)
		return true;
	return how != AB_SAME_EQUAL && (old == AB_BYTE_INVALID || old == AB_BYTE_MISC);
}

/*
 * Sound: a byte that was read as some number covers every byte; only numbers are ever made of it.
 */
static bool slot_same(struct ab_env *env, const struct ab_slot *old, const struct ab_slot *cur,
		      enum ab_same how, bool precise)
{
	u32 i, spilled = ab_slot_spill_size(old);

	if (spilled == 8 && old->reg.kind == AB_REG_SCALAR && is_plain(cur) &&
	    how != AB_SAME_EQUAL) {
		if (how == AB_SAME_LOOSE && !precise)
			return true;
		return ab_scalar_is_unknown(&old->reg.val) && !old->reg.id;
	}
	for (i = 0; i < 8; i++)
		if (!byte_same(old->type[i], cur->type[i], how))
			return false;
	if (!spilled)
		return true;
	if (ab_slot_spill_size(cur) != spilled && (how == AB_SAME_EQUAL || spilled > ab_slot_spill_size(cur)))
		return false;
	if (ab_slot_spill_size(cur) > spilled && precise)
		return false;
	return reg_same(env, &old->reg, &cur->reg, how, precise);
}

u32 ab_frame_live(struct ab_env *env, const struct ab_state *s, u32 depth)
{
	const struct ab_frame *above;

	if (depth == s->depth)
		return env->info[s->insn].live;
	above = s->frame[depth + 1];
	if (above->callback)
		return env->info[above->callsite].live;
	/* R0 to R5 were cleared at the call; R0 comes from the callee. */
	return env->info[above->callsite + 1].live & ~0x3fU;
}

static bool frame_same(struct ab_env *env, const struct ab_node *node, const struct ab_state *cur,
		       u32 depth, enum ab_same how)
{
	const struct ab_frame *a = node->state.frame[depth], *b = cur->frame[depth];
	u32 live = ab_frame_live(env, cur, depth), i, slots = max(a->cnt, b->cnt);

	if (a == b && how == AB_SAME_EQUAL)
		return true;
	if (a->subprog != b->subprog || a->callsite != b->callsite || a->callback != b->callback)
		return false;
	/* Fewer turns were explored from a state that had made more already. */
	if (a->turns > b->turns)
		return false;
	for (i = 0; i < AB_REG_FP; i++)
		if ((live & 1U << i) &&
		    !reg_same(env, &a->regs[i], &b->regs[i], how,
			      node->precise_regs[depth] & 1U << i))
			return false;
	for (i = 0; i < slots; i++) {
		if (how == AB_SAME_LOOSE && !(node->read[depth] & 1ULL << i))
			continue;
		if (!slot_same(env, i < a->cnt ? &a->slot[i] : &no_slot,
			       i < b->cnt ? &b->slot[i] : &no_slot, how,
			       node->precise_slots[depth] & 1ULL << i))
			return false;
	}
	return true;
}

static bool refs_same(struct ab_env *env, const struct ab_state *old, const struct ab_state *cur)
{
	u32 i;

	if (old->refs != cur->refs)
		return false;
	for (i = 0; i < old->refs; i++)
		if (!ids_map(env, old->ref[i].id, cur->ref[i].id) ||
		    old->ref[i].depth != cur->ref[i].depth)
			return false;
	return true;
}

bool ab_same(struct ab_env *env, const struct ab_node *node, const struct ab_state *cur,
	     enum ab_same how)
{
	u32 i;

	env->ids.cnt = 0;
	env->links.cnt = 0;
	if (node->state.depth != cur->depth || !refs_same(env, &node->state, cur))
		return false;
	for (i = 0; i <= cur->depth; i++)
		if (!frame_same(env, node, cur, i, how))
			return false;
	return true;
}
