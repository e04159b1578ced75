// SPDX-License-Identifier: GPL-2.0
/*
 * The stack, a slot of eight bytes at a time. A slot remembers the register that was stored to its
 * beginning (whole or in part); other bytes are a number, zero or never written:
 *
 *	fp-8   slot 0   [ b0 b1 b2 b3 b4 b5 b6 b7 ]   b0 at fp-8, b7 at fp-1
 *	fp-16  slot 1   [ SPILL x4 ][ MISC x4 ]       a u32 was stored at fp-16
 *
 * Bytes that were never written read as some number: such a program leaks at most old stack
 * contents, which programs of this privilege may see, and no rule depends on the value.
 */
#include "core/verify/join.h"

static u32 slot_of(s32 off)
{
	return (u32)(-off - 1) / 8;
}

static u32 byte_of(s32 off)
{
	return (u32)(off + 512) & 7;
}

static u64 slot_mask(s32 min, s32 end)
{
	u64 mask = 0;
	s32 off;

	for (off = min; off < end; off++)
		mask |= 1ULL << slot_of(off);
	return mask;
}

static const char *access_text(u32 access)
{
	return access == AB_READ ? " read from" : access == AB_WRITE ? " write to" :
								      " indirect access to";
}

/*
 * Sound: [min, max] holds every offset that the pointer can have; the whole access must lie in
 * [-512, 0).
 */
int ab_stack_bounds(struct ab_env *env, u32 n, s32 off, s64 size, u32 access, s32 *min, s32 *max)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	bool fixed = ab_scalar_is_const(&reg->val);
	s64 base = (s64)reg->off + off, low, high;
	struct ab_sub *sub;
	char text[48];

	if (!fixed && (reg->val.smin <= -AB_MAX_VAR_OFF || reg->val.smax >= AB_MAX_VAR_OFF))
		return ab_refuse(env, AB_REFUSE_STACK_VAR_OFF,
				 "invalid unbounded variable-offset%s stack R%u",
				 access_text(access), n);
	low = base + reg->val.smin;
	high = base + reg->val.smax;
	if (low < -AB_MAX_STACK || low >= 0 || high < -AB_MAX_STACK || high + max_t(s64, size, 0) > 0 ||
	    size < 0) {
		if (fixed)
			return ab_refuse(env, AB_REFUSE_STACK_BOUNDS,
					 "invalid%s stack R%u off=%lld size=%lld",
					 access_text(access), n, (long long)low, (long long)size);
		ab_print_tnum(text, sizeof(text), reg->val.bits);
		return ab_refuse(env, AB_REFUSE_STACK_VAR_OFF,
				 "invalid variable-offset%s stack R%u var_off=%s off=%lld size=%lld",
				 access_text(access), n, text, (long long)base, (long long)size);
	}
	*min = low;
	*max = high;
	sub = &env->sub[env->cur->frame[reg->frame]->subprog];
	sub->depth = max_t(u32, sub->depth, -low);
	return 0;
}

static bool all_bytes(const struct ab_slot *slot, u32 from, u32 cnt, u8 type)
{
	u32 i;

	for (i = from; i < from + cnt; i++)
		if (slot->type[i] != type)
			return false;
	return true;
}

static int bad_fill(struct ab_env *env)
{
	return ab_refuse(env, AB_REFUSE_SPILL_CORRUPT, "invalid size of register fill");
}

/*
 * Sound: bytes b to b+size of a little-endian spilled number are its value shifted and cut; the
 * bytes above the spill count as zero only where they are known to be.
 */
static bool fill_number(struct ab_reg *dst, const struct ab_slot *slot, u32 byte, u32 size,
			bool sign)
{
	u32 spilled = ab_slot_spill_size(slot);
	struct ab_scalar shift;
	bool same;

	if (byte >= spilled)
		return false;
	if (byte + size > spilled &&
	    !all_bytes(slot, spilled, byte + size - spilled, AB_BYTE_ZERO))
		return false;
	*dst = slot->reg;
	if (byte) {
		shift = ab_scalar_const(byte * 8);
		ab_scalar_alu(AB_RSH, false, &dst->val, &shift);
		ab_regs_unlink(dst);
	}
	if (size == 8)
		return true;
	same = dst->val.umax < 1ULL << (size * 8 - (sign ? 1 : 0));
	ab_scalar_trunc(&dst->val, size, sign);
	if (!same)
		ab_regs_unlink(dst);
	return true;
}

static int load_fixed(struct ab_env *env, u32 depth, s32 off, u32 size, bool sign, s32 dst)
{
	struct ab_frame *f = env->cur->frame[depth];
	u32 n = slot_of(off), byte = byte_of(off);
	struct ab_reg *res = &env->scratch[3];
	const struct ab_slot *slot;

	ab_prune_mark_read(env->cur, depth, 1ULL << n);
	ab_reg_set_scalar(res, ab_scalar_load(size, sign));
	if (n < f->cnt) {
		slot = &f->slot[n];
		if (ab_slot_is_spill(slot) && slot->reg.kind != AB_REG_SCALAR) {
			if (byte < ab_slot_spill_size(slot)) {
				if (size != 8)
					return bad_fill(env);
				*res = slot->reg;
				ab_hist_note_stack(env, depth, n);
			}
		} else if (ab_slot_is_spill(slot) && fill_number(res, slot, byte, size, sign)) {
			ab_hist_note_stack(env, depth, n);
		} else if (all_bytes(slot, byte, size, AB_BYTE_ZERO)) {
			ab_reg_set_const(res, 0);
		}
	}
	if (dst >= 0)
		*ab_reg_at(env, dst) = *res;
	return 0;
}

/* The result is also left in scratch[3]. */
int ab_stack_load(struct ab_env *env, u32 base, s32 off, u32 size, bool sign, s32 dst)
{
	const struct ab_reg *reg = ab_reg_at(env, base);
	u32 depth = reg->frame, i;
	bool zero = true;
	s32 min, max;
	int err;

	err = ab_stack_bounds(env, base, off, size, AB_READ, &min, &max);
	if (err)
		return err;
	if (min == max)
		return load_fixed(env, depth, min, size, sign, dst);
	ab_prune_mark_read(env->cur, depth, slot_mask(min, max + size));
	for (i = 0; i < (u32)(max - min) + size; i++) {
		u32 n = slot_of(min + (s32)i);
		struct ab_frame *f = env->cur->frame[depth];

		if (n >= f->cnt || f->slot[n].type[byte_of(min + (s32)i)] != AB_BYTE_ZERO)
			zero = false;
	}
	if (zero)
		ab_reg_set_const(&env->scratch[3], 0);
	else
		ab_reg_set_scalar(&env->scratch[3], ab_scalar_load(size, sign));
	if (dst >= 0)
		*ab_reg_at(env, dst) = env->scratch[3];
	return 0;
}

static int store_pointer(struct ab_env *env, u32 depth, u32 n, u32 size, const struct ab_reg *src)
{
	struct ab_slot *slot = &env->cur->frame[depth]->slot[n];

	if (size != 8)
		return ab_refuse(env, AB_REFUSE_SPILL_CORRUPT, "invalid size of register spill");
	if (depth != env->cur->depth && src->kind == AB_REG_STACK)
		return ab_refuse(env, AB_REFUSE_PTR_LEAK,
				 "cannot spill pointers to stack into stack frame of the caller");
	slot->reg = *src;
	memset(slot->type, AB_BYTE_SPILL, 8);
	ab_hist_note_stack(env, depth, n);
	return 0;
}

/* A number to the beginning of a slot: remembered with what is known of it. */
static void store_spill(struct ab_env *env, u32 depth, u32 n, u32 size, const struct ab_reg *src)
{
	struct ab_slot *slot = &env->cur->frame[depth]->slot[n];
	bool same = size == 8 || src->val.umax < 1ULL << (size * 8);

	ab_slot_scrub(slot);
	slot->reg = *src;
	ab_scalar_trunc(&slot->reg.val, size, false);
	if (!same)
		ab_regs_unlink(&slot->reg);
	memset(slot->type, AB_BYTE_SPILL, size);
	ab_hist_note_stack(env, depth, n);
}

/* Exploration by joining knows what each instruction, callees included, writes to its frame. */
static void note_write(struct ab_env *env, u32 depth, u64 slots)
{
	u32 insn = depth == env->cur->depth ? env->insn : env->cur->frame[depth + 1]->callsite;

	if (env->fix)
		env->fix->insn[insn].writes |= slots;
}

static int store_fixed(struct ab_env *env, u32 depth, s32 off, u32 size, s32 src_reg,
		       const struct ab_reg *src)
{
	u32 n = slot_of(off), byte = byte_of(off);
	struct ab_slot *slot;
	int err;

	err = ab_state_own(env, env->cur, depth, n + 1);
	if (err)
		return ab_no_memory(env);
	note_write(env, depth, 1ULL << n);
	if (src_reg >= 0)
		src = ab_reg_at(env, src_reg);
	if (size == 8)
		env->cur->written[depth] |= 1ULL << n;
	if (ab_reg_is_pointer(src))
		return store_pointer(env, depth, n, size, src);
	if (!byte) {
		if (src_reg >= 0 && !src->id && !ab_scalar_is_const(&src->val))
			ab_reg_at(env, src_reg)->id = ab_new_id(env);
		store_spill(env, depth, n, size, src);
		return 0;
	}
	if (src_reg >= 0 && ab_reg_is_const(src, 0)) {
		err = ab_precise_reg(env, src_reg);
		if (err)
			return err;
	}
	slot = &env->cur->frame[depth]->slot[n];
	if (byte < ab_slot_spill_size(slot))
		ab_slot_scrub(slot);
	memset(slot->type + byte, ab_reg_is_const(src, 0) ? AB_BYTE_ZERO : AB_BYTE_MISC, size);
	return 0;
}

/* Some number is stored to one byte, at an offset that may or may not be written. */
static void smear(struct ab_slot *slot, u32 byte, bool zero)
{
	if (byte < ab_slot_spill_size(slot))
		ab_slot_scrub(slot);
	if (!zero || slot->type[byte] != AB_BYTE_ZERO)
		slot->type[byte] = AB_BYTE_MISC;
}

/* Sound: every byte that may be written forgets what it held. */
static int smear_range(struct ab_env *env, u32 depth, s32 min, s32 end, bool zero)
{
	s32 off;

	if (min >= end)
		return 0;
	note_write(env, depth, slot_mask(min, end));
	if (ab_state_own(env, env->cur, depth, slot_of(min) + 1))
		return ab_no_memory(env);
	for (off = min; off < end; off++)
		smear(&env->cur->frame[depth]->slot[slot_of(off)], byte_of(off), zero);
	return 0;
}

int ab_stack_store(struct ab_env *env, u32 base, s32 off, u32 size, s32 src_reg, s32 imm)
{
	u32 depth = ab_reg_at(env, base)->frame;
	struct ab_reg *fake = &env->scratch[3];
	s32 min, max;
	bool zero;
	int err;

	err = ab_stack_bounds(env, base, off, size, AB_WRITE, &min, &max);
	if (err)
		return err;
	ab_reg_set_const(fake, (u64)(s64)imm);
	if (min == max)
		return store_fixed(env, depth, min, size, src_reg, fake);
	zero = src_reg >= 0 ? ab_reg_is_const(ab_reg_at(env, src_reg), 0) : !imm;
	if (src_reg >= 0 && zero) {
		err = ab_precise_reg(env, src_reg);
		if (err)
			return err;
	}
	return smear_range(env, depth, min, max + size, zero);
}

int ab_stack_helper(struct ab_env *env, u32 n, s64 size, u32 access)
{
	u32 depth = ab_reg_at(env, n)->frame;
	s32 min, max;
	int err;

	err = ab_stack_bounds(env, n, 0, size, AB_READ | AB_WRITE, &min, &max);
	if (err)
		return err;
	if (access & AB_READ)
		ab_prune_mark_read(env->cur, depth, slot_mask(min, max + size));
	return access & AB_WRITE ? smear_range(env, depth, min, max + size, false) : 0;
}

/* Sound: the bytes' values are the spilled constant or zero on every path that gets here. */
bool ab_stack_const(struct ab_env *env, u32 n, u32 size, u64 *value)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	s64 off = (s64)reg->off + (s64)ab_scalar_value(&reg->val);
	struct ab_frame *f = env->cur->frame[reg->frame];
	struct ab_reg *res = &env->scratch[3];
	struct ab_slot *slot;

	if (!ab_scalar_is_const(&reg->val) || off < -AB_MAX_STACK || off >= 0 ||
	    byte_of(off) + size > 8 || slot_of(off) >= f->cnt)
		return false;
	slot = &f->slot[slot_of(off)];
	if (all_bytes(slot, byte_of(off), size, AB_BYTE_ZERO)) {
		*value = 0;
		return true;
	}
	if (!ab_slot_is_spill(slot) || slot->reg.kind != AB_REG_SCALAR ||
	    !fill_number(res, slot, byte_of(off), size, false) || !ab_scalar_is_const(&res->val))
		return false;
	*value = ab_scalar_value(&res->val);
	return !ab_precise_slot(env, reg->frame, slot_of(off));
}
