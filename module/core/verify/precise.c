// SPDX-License-Identifier: GPL-2.0
/*
 * Which exact values mattered. When an instruction depends on a number's value (an offset, a size,
 * a jump that went one way only), the path is walked backward from there and every register and
 * slot that the number came from is marked in the checkpoints on the way. prune.c may take any
 * number for one that is not marked.
 *
 * Sound: the walk follows every way in which a value reaches a register (moves, arithmetic, spills,
 * fills, calls, links made by jumps); where it cannot tell, everything is marked.
 */
#include "core/isa/check.h"
#include "core/verify/env.h"
#include "core/verify/hist.h"

int ab_hist_append(struct ab_env *env, u64 word)
{
	struct ab_state *s = env->cur;
	u32 cap;
	u64 *hist;

	/* Joined states compare all they hold: nothing has to be found out afterwards. */
	if (env->fix)
		return 0;

	if (s->hist_cnt == s->hist_cap) {
		cap = s->hist_cap ? s->hist_cap * 2 : 32;
		hist = ab_env_alloc(env, cap * sizeof(u64));
		if (!hist)
			return ab_no_memory(env);
		memcpy(hist, s->hist, s->hist_cnt * sizeof(u64));
		ab_env_free(env, s->hist, s->hist_cap * sizeof(u64));
		s->hist = hist;
		s->hist_cap = cap;
	}
	s->hist[s->hist_cnt++] = word;
	return 0;
}

int ab_hist_push(struct ab_env *env)
{
	return ab_hist_append(env, ab_hist_make(env->insn, env->cur->depth));
}

void ab_hist_note_stack(struct ab_env *env, u32 frame, u32 slot)
{
	if (!env->fix)
		env->cur->hist[env->cur->hist_cnt - 1] |= ab_hist_slot(frame, slot);
}

static bool is_empty(const struct ab_env *env)
{
	u32 i;

	for (i = 0; i < AB_MAX_FRAMES; i++)
		if (env->bt.regs[i] || env->bt.slots[i])
			return false;
	return true;
}

static void mark_node(struct ab_node *node)
{
	node->exact = 1;
}

/* Everything mattered, in all checkpoints of this path. */
void ab_precise_all(struct ab_env *env)
{
	struct ab_node *node;

	for (node = env->cur->parent; node; node = node->state.parent)
		mark_node(node);
	memset(&env->bt, 0, sizeof(env->bt));
}

static void step_call(struct ab_env *env, const struct altbpf_insn *insn, u32 insn_idx, u32 f)
{
	u32 sub = env->fact[insn_idx].subprog;

	if (ab_insn_is_subprog_call(insn) && !env->sub[sub].is_global && f + 1 < AB_MAX_FRAMES) {
		env->bt.regs[f] |= env->bt.regs[f + 1] & 0x3e;
		env->bt.regs[f + 1] = 0;
		env->bt.slots[f + 1] = 0;
		return;
	}
	env->bt.regs[f] &= ~1;
	/* A callback's arguments are unknown numbers and pointers; constants were marked at the call. */
	if (f + 1 < AB_MAX_FRAMES) {
		env->bt.regs[f + 1] = 0;
		env->bt.slots[f + 1] = 0;
	}
}

static void step_exit(struct ab_env *env, u32 f)
{
	if (f && (env->bt.regs[f - 1] & 1)) {
		env->bt.regs[f - 1] &= ~1;
		env->bt.regs[f] |= 1;
	}
}

static bool has_link(const struct ab_env *env)
{
	u32 i, frame, place;

	for (i = 0; i < env->bt.links; i++) {
		frame = env->bt.link[i] >> 7;
		place = env->bt.link[i] & 127;
		if (place < AB_HIST_PLACE_SLOT ?
			    env->bt.regs[frame] & 1U << place :
			    env->bt.slots[frame] & 1ULL << (place - AB_HIST_PLACE_SLOT))
			return true;
	}
	return false;
}

/* The words behind a jump come first on the way back. False: more than fit. */
static bool collect_links(struct ab_env *env, u64 h)
{
	u32 i;

	for (i = 0; i < AB_HIST_LINK_CNT(h); i++) {
		if (env->bt.links == ARRAY_SIZE(env->bt.link))
			return false;
		env->bt.link[env->bt.links++] = AB_HIST_LINK(h, i);
	}
	return true;
}

/* A jump that narrowed linked numbers: one of them matters, so all do. */
static void step_jump(struct ab_env *env, const struct altbpf_insn *insn, u32 f)
{
	u32 both = 1U << insn->dst_reg | 1U << insn->src_reg, i, frame, place;
	bool with_reg = ab_insn_form(insn->code) == AB_FORM_COND_X;
	bool linked = has_link(env);

	if (with_reg && (linked || (env->bt.regs[f] & both)))
		env->bt.regs[f] |= both;
	for (i = 0; (linked || has_link(env)) && i < env->bt.links; i++) {
		linked = true;
		frame = env->bt.link[i] >> 7;
		place = env->bt.link[i] & 127;
		if (place < AB_HIST_PLACE_SLOT)
			env->bt.regs[frame] |= 1U << place;
		else
			env->bt.slots[frame] |= 1ULL << (place - AB_HIST_PLACE_SLOT);
	}
	env->bt.links = 0;
}

static void step_load(struct ab_env *env, const struct altbpf_insn *insn, u64 h, u32 f, u32 dst)
{
	if (!(env->bt.regs[f] & 1U << dst))
		return;
	env->bt.regs[f] &= ~(1U << dst);
	if (h & AB_HIST_STACK)
		env->bt.slots[AB_HIST_SLOT_FRAME(h)] |= 1ULL << AB_HIST_SLOT(h);
}

static void step_store(struct ab_env *env, const struct altbpf_insn *insn, u64 h, u32 f, bool from_reg)
{
	u64 bit = 1ULL << AB_HIST_SLOT(h);
	u64 *slots = &env->bt.slots[AB_HIST_SLOT_FRAME(h)];

	if (!(h & AB_HIST_STACK) || !(*slots & bit))
		return;
	*slots &= ~bit;
	if (from_reg)
		env->bt.regs[f] |= 1U << insn->src_reg;
}

static void step_alu(struct ab_env *env, const struct altbpf_insn *insn, u32 f)
{
	u32 dst = 1U << insn->dst_reg, src = 1U << insn->src_reg;

	if (!(env->bt.regs[f] & dst))
		return;
	switch (ab_insn_form(insn->code)) {
	case AB_FORM_MOV_K:
	case AB_FORM_LD_IMM64:
		env->bt.regs[f] &= ~dst;
		return;
	case AB_FORM_MOV_X:
		env->bt.regs[f] &= ~dst;
		env->bt.regs[f] |= src;
		return;
	case AB_FORM_ALU_X:
		env->bt.regs[f] |= src;
		return;
	default:
		return;
	}
}

/* One instruction backward. False: cannot tell. */
static bool step_back(struct ab_env *env, u64 h)
{
	u32 i = AB_HIST_INSN(h), f = AB_HIST_FRAME(h);
	const struct altbpf_insn *insn = &env->insns[i];

	if (h & AB_HIST_LINKS)
		return collect_links(env, h);
	switch (ab_insn_form(insn->code)) {
	case AB_FORM_LDX:
		step_load(env, insn, h, f, insn->dst_reg);
		return true;
	case AB_FORM_ST:
		step_store(env, insn, h, f, false);
		return true;
	case AB_FORM_STX:
		step_store(env, insn, h, f, true);
		return true;
	case AB_FORM_ATOMIC:
		if (insn->imm == AB_LOAD_ACQ)
			step_load(env, insn, h, f, insn->dst_reg);
		else if (insn->imm == AB_STORE_REL)
			step_store(env, insn, h, f, true);
		else if (ab_live_defs(insn))
			step_load(env, insn, h, f, insn->imm == AB_CMPXCHG ? 0 : insn->src_reg);
		return true;
	case AB_FORM_CALL:
		step_call(env, insn, i, f);
		return true;
	case AB_FORM_EXIT:
		step_exit(env, f);
		return true;
	case AB_FORM_COND_K:
	case AB_FORM_COND_X:
		step_jump(env, insn, f);
		return true;
	case AB_FORM_JA:
	case AB_FORM_MAY_GOTO:
		return true;
	default:
		step_alu(env, insn, f);
		return true;
	}
}

/* Puts the wanted marks on a checkpoint; what is marked there already need not be followed. */
static void mark(struct ab_env *env, struct ab_node *node)
{
	u32 f, i;

	for (f = 0; f < AB_MAX_FRAMES; f++) {
		const struct ab_frame *frame = node->state.frame[f];

		if (!frame) {
			env->bt.regs[f] = 0;
			env->bt.slots[f] = 0;
			continue;
		}
		for (i = 0; i < AB_REG_CNT; i++)
			if (frame->regs[i].kind != AB_REG_SCALAR)
				env->bt.regs[f] &= ~(1U << i);
		for (i = 0; i < AB_STACK_SLOTS; i++)
			if ((env->bt.slots[f] & 1ULL << i) &&
			    (i >= frame->cnt || !ab_slot_is_spill(&frame->slot[i]) ||
			     frame->slot[i].reg.kind != AB_REG_SCALAR))
				env->bt.slots[f] &= ~(1ULL << i);
		env->bt.regs[f] &= ~node->precise_regs[f];
		env->bt.slots[f] &= ~node->precise_slots[f];
		node->precise_regs[f] |= env->bt.regs[f];
		node->precise_slots[f] |= env->bt.slots[f];
	}
}

/* Walks back from the @skip-th last instruction of the path in hand. */
static void walk(struct ab_env *env, u32 skip)
{
	const struct ab_state *s = env->cur;
	struct ab_node *node;
	u32 i;

	env->bt.links = 0;
	for (;;) {
		for (i = s->hist_cnt; i-- > 0;) {
			if (skip) {
				skip--;
				continue;
			}
			if (is_empty(env))
				return;
			if (!step_back(env, s->hist[i])) {
				ab_precise_all(env);
				return;
			}
		}
		node = s->parent;
		if (!node || node->exact)
			break;
		mark(env, node);
		if (is_empty(env))
			return;
		s = &node->state;
	}
	memset(&env->bt, 0, sizeof(env->bt));
}

int ab_precise_reg(struct ab_env *env, u32 n)
{
	if (env->fix || ab_reg_at(env, n)->kind != AB_REG_SCALAR)
		return 0;
	env->bt.regs[env->cur->depth] = 1U << n;
	walk(env, 1);
	return 0;
}

int ab_precise_slot(struct ab_env *env, u32 frame, u32 slot)
{
	if (env->fix)
		return 0;
	env->bt.slots[frame] = 1ULL << slot;
	walk(env, 1);
	return 0;
}

int ab_precise_from(struct ab_env *env, const struct ab_node *node)
{
	u32 f;

	if (node->exact) {
		ab_precise_all(env);
		return 0;
	}
	for (f = 0; f <= env->cur->depth; f++) {
		env->bt.regs[f] = node->precise_regs[f];
		env->bt.slots[f] = node->precise_slots[f];
	}
	if (!is_empty(env))
		walk(env, 0);
	return 0;
}
