// SPDX-License-Identifier: GPL-2.0
/*
 * Registers as a whole: may this one be read or written, which scalars are copies of one another
 * and learn together, and what happens to all copies of a pointer when it ends.
 */
#include "core/verify/env.h"
#include "core/verify/hist.h"

int ab_regs_read(struct ab_env *env, u32 n)
{
	if (ab_reg_at(env, n)->kind == AB_REG_NONE)
		return ab_refuse(env, AB_REFUSE_UNINIT_REG, "R%u !read_ok", n);
	return 0;
}

int ab_regs_write(struct ab_env *env, u32 n)
{
	if (n == AB_REG_FP)
		return ab_refuse(env, AB_REFUSE_FP_WRITE, "frame pointer is read only");
	return 0;
}

u32 ab_new_id(struct ab_env *env)
{
	return ++env->id_gen;
}

void ab_regs_unlink(struct ab_reg *reg)
{
	if (reg->kind != AB_REG_SCALAR)
		return;
	reg->id = 0;
	reg->linked = 0;
	reg->off = 0;
}

typedef bool (*reg_match)(const struct ab_reg *reg, u32 what);
typedef void (*reg_apply)(struct ab_reg *reg, const struct ab_reg *by);

/* Applies @apply to every register and spilled register, of all frames, that @match picks. */
static int each_reg(struct ab_env *env, struct ab_state *state, reg_match match, u32 what,
		    reg_apply apply, const struct ab_reg *by)
{
	u32 d, i;
	int err;

	for (d = 0; d <= state->depth; d++) {
		bool owned = false;

		for (i = 0; i < AB_REG_CNT + state->frame[d]->cnt; i++) {
			struct ab_frame *f = state->frame[d];
			u32 slot = i - AB_REG_CNT;
			struct ab_reg *reg = i < AB_REG_CNT ? &f->regs[i] : &f->slot[slot].reg;

			if (i >= AB_REG_CNT && !ab_slot_is_spill(&f->slot[slot]))
				continue;
			if (!match(reg, what))
				continue;
			if (!owned) {
				err = ab_state_own(env, state, d, 0);
				if (err)
					return err;
				owned = true;
				f = state->frame[d];
				reg = i < AB_REG_CNT ? &f->regs[i] : &f->slot[slot].reg;
			}
			apply(reg, by);
		}
	}
	return 0;
}

static bool has_link(const struct ab_reg *reg, u32 id)
{
	return reg->kind == AB_REG_SCALAR && reg->id == id;
}

/*
 * Sound: all registers of a link hold base + off with one base on every run; so value and the two
 * offs give the other's value exactly, modulo 2^64.
 */
static void learn(struct ab_reg *reg, const struct ab_reg *by)
{
	struct ab_scalar val = by->val, delta;

	if (reg == by)
		return;
	if (reg->off != by->off) {
		delta = ab_scalar_const((s64)reg->off - by->off);
		ab_scalar_alu(AB_ADD, false, &val, &delta);
	}
	reg->val = val;
}

int ab_regs_sync(struct ab_env *env, struct ab_state *state, const struct ab_reg *reg)
{
	if (reg->kind != AB_REG_SCALAR || !reg->id)
		return 0;
	env->scratch[0] = *reg;
	return each_reg(env, state, has_link, reg->id, learn, &env->scratch[0]);
}

/* Names all that is linked with @reg in the history, unless it is alone. */
int ab_regs_note_links(struct ab_env *env, const struct ab_reg *reg)
{
	const struct ab_state *s = env->cur;
	u32 d, i, id = reg->id, found = 0;
	u64 word = 0;
	int err;

	if (reg->kind != AB_REG_SCALAR || !id)
		return 0;
	for (d = 0; d <= s->depth; d++) {
		const struct ab_frame *f = s->frame[d];

		for (i = 0; i < AB_REG_CNT + f->cnt; i++) {
			u32 slot = i - AB_REG_CNT;
			bool is_slot = i >= AB_REG_CNT;

			if (is_slot ? !ab_slot_is_spill(&f->slot[slot]) ||
					      !has_link(&f->slot[slot].reg, id) :
				      !has_link(&f->regs[i], id))
				continue;
			if (AB_HIST_LINK_CNT(word) == 4) {
				err = ab_hist_append(env, word);
				if (err)
					return err;
				word = 0;
			}
			word = ab_hist_add_link(word, d, is_slot ? AB_HIST_PLACE_SLOT + slot : i);
			found++;
		}
	}
	return found > 1 ? ab_hist_append(env, word) : 0;
}

static bool is_packet(const struct ab_reg *reg, u32 what)
{
	return reg->kind == AB_REG_PACKET || reg->kind == AB_REG_META || reg->kind == AB_REG_END;
}

static void forget(struct ab_reg *reg, const struct ab_reg *by)
{
	u8 stale = ab_reg_is_packet(reg) ? AB_STALE_PACKET : AB_STALE_RELEASED;

	ab_reg_set_unknown(reg);
	reg->stale = stale;
}

/* Sound: what was a pointer is from now on a number that cannot be dereferenced. */
int ab_regs_drop_packets(struct ab_env *env, struct ab_state *state)
{
	return each_reg(env, state, is_packet, 0, forget, NULL);
}

static bool has_ref(const struct ab_reg *reg, u32 ref)
{
	return reg->ref == ref;
}

int ab_regs_drop_ref(struct ab_env *env, u32 ref)
{
	return each_reg(env, env->cur, has_ref, ref, forget, NULL);
}

static bool has_null_id(const struct ab_reg *reg, u32 id)
{
	return reg->or_null && reg->id == id;
}

static void set_not_null(struct ab_reg *reg, const struct ab_reg *by)
{
	reg->or_null = 0;
	if (reg->kind != AB_REG_PACKET)
		reg->id = 0;
}

static void set_null(struct ab_reg *reg, const struct ab_reg *by)
{
	ab_reg_set_const(reg, 0);
}

/* Sound: the copies of one look-up's result carry one id, and are all NULL or all not. */
int ab_regs_decide_null(struct ab_env *env, struct ab_state *state, u32 id, bool is_null)
{
	return each_reg(env, state, has_null_id, id, is_null ? set_null : set_not_null, NULL);
}

static bool is_packet_of(const struct ab_reg *reg, u32 id)
{
	return ab_reg_is_packet(reg) && reg->id == id;
}

static void extend_range(struct ab_reg *reg, const struct ab_reg *by)
{
	if (reg->kind == by->kind && reg->range < by->range)
		reg->range = by->range;
}

/* Sound: pointers of one kind and id have one base, and ranges count from it. */
int ab_regs_extend_packet(struct ab_env *env, struct ab_state *state, const struct ab_reg *by)
{
	return each_reg(env, state, is_packet_of, by->id, extend_range, by);
}
