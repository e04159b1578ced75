// SPDX-License-Identifier: GPL-2.0
/*
 * Life of states and frames, and the making of registers (state.h). Frames are counted and shared;
 * who wants to write one asks ab_state_own() first. Memory is charged to the verification's limit.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/verify/env.h"

static size_t frame_bytes(u32 cap)
{
	return sizeof(struct ab_frame) + cap * sizeof(struct ab_slot);
}

static struct ab_frame *frame_alloc(struct ab_env *env, u32 cap)
{
	struct ab_frame *frame = ab_env_alloc(env, frame_bytes(cap));

	if (frame) {
		frame->refs = 1;
		frame->cap = cap;
	}
	return frame;
}

static void frame_put(struct ab_env *env, struct ab_frame *frame)
{
	if (frame && !--frame->refs)
		ab_env_free(env, frame, frame_bytes(frame->cap));
}

void ab_state_fini(struct ab_env *env, struct ab_state *state)
{
	u32 i;

	for (i = 0; i < AB_MAX_FRAMES; i++) {
		frame_put(env, state->frame[i]);
		state->frame[i] = NULL;
	}
	ab_env_free(env, state->hist, state->hist_cap * sizeof(u64));
	state->hist = NULL;
	state->hist_cnt = 0;
	state->hist_cap = 0;
}

int ab_state_copy(struct ab_env *env, struct ab_state *dst, const struct ab_state *src,
		  bool with_hist)
{
	u64 *hist = NULL;
	u32 i;

	if (with_hist && src->hist_cnt) {
		hist = ab_env_alloc(env, src->hist_cnt * sizeof(u64));
		if (!hist)
			return -ENOMEM;
		memcpy(hist, src->hist, src->hist_cnt * sizeof(u64));
	}
	*dst = *src;
	for (i = 0; i < AB_MAX_FRAMES; i++)
		if (dst->frame[i])
			dst->frame[i]->refs++;
	dst->hist = hist;
	dst->hist_cnt = hist ? src->hist_cnt : 0;
	dst->hist_cap = dst->hist_cnt;
	return 0;
}

int ab_state_own(struct ab_env *env, struct ab_state *state, u32 depth, u32 slots)
{
	struct ab_frame *old = state->frame[depth];
	u32 cap = old->cap;
	struct ab_frame *frame;

	if (old->refs > 1 || slots > cap) {
		if (slots > cap)
			cap = min_t(u32, round_up(slots, 4), AB_STACK_SLOTS);
		frame = frame_alloc(env, cap);
		if (!frame)
			return -ENOMEM;
		memcpy(frame, old, frame_bytes(old->cnt));
		frame->refs = 1;
		frame->cap = cap;
		state->frame[depth] = frame;
		frame_put(env, old);
		old = frame;
	}
	if (slots > old->cnt) {
		memset(old->slot + old->cnt, 0, (slots - old->cnt) * sizeof(struct ab_slot));
		old->cnt = slots;
	}
	return 0;
}

int ab_state_push_frame(struct ab_env *env, struct ab_state *state, u32 subprog, u32 callsite)
{
	u32 depth = state->frame[0] ? state->depth + 1 : 0;
	struct ab_frame *frame = frame_alloc(env, 4);
	u32 i;

	if (!frame)
		return -ENOMEM;
	frame->subprog = subprog;
	frame->callsite = callsite;
	frame->callback = 0;
	frame->ret_max = 0;
	frame->turns = 0;
	frame->falls = 0;
	frame->call_id = ab_new_id(env);
	frame->id = ab_new_id(env);
	frame->cnt = 0;
	for (i = 0; i < AB_REG_CNT; i++)
		ab_reg_clear(&frame->regs[i]);
	ab_reg_set_pointer(&frame->regs[AB_REG_FP], AB_REG_STACK);
	frame->regs[AB_REG_FP].frame = depth;
	state->frame[depth] = frame;
	state->depth = depth;
	/* Nothing of a new frame is known to the checkpoint before it. */
	state->written[depth] = ~0ULL;
	return 0;
}

void ab_state_pop_frame(struct ab_env *env, struct ab_state *state)
{
	frame_put(env, state->frame[state->depth]);
	state->frame[state->depth] = NULL;
	state->depth--;
}

void ab_reg_clear(struct ab_reg *reg)
{
	memset(reg, 0, sizeof(*reg));
}

void ab_reg_set_scalar(struct ab_reg *reg, struct ab_scalar val)
{
	memset(reg, 0, offsetof(struct ab_reg, val));
	reg->kind = AB_REG_SCALAR;
	reg->val = val;
}

void ab_reg_set_unknown(struct ab_reg *reg)
{
	ab_reg_set_scalar(reg, ab_scalar_unknown());
}

void ab_reg_set_const(struct ab_reg *reg, u64 value)
{
	ab_reg_set_scalar(reg, ab_scalar_const(value));
}

void ab_reg_set_pointer(struct ab_reg *reg, enum ab_reg_kind kind)
{
	ab_reg_set_const(reg, 0);
	reg->kind = kind;
}

u32 ab_slot_spill_size(const struct ab_slot *slot)
{
	u32 n = 0;

	while (n < 8 && slot->type[n] == AB_BYTE_SPILL)
		n++;
	return n;
}

void ab_slot_scrub(struct ab_slot *slot)
{
	u32 i;

	for (i = 0; i < 8; i++)
		if (slot->type[i] == AB_BYTE_SPILL)
			slot->type[i] = AB_BYTE_MISC;
	ab_reg_clear(&slot->reg);
}

const char *ab_reg_kind_name(const struct ab_reg *reg)
{
	switch (reg->kind) {
	case AB_REG_NONE:
		return "?";
	case AB_REG_SCALAR:
		return "scalar";
	case AB_REG_CTX:
		return "ctx";
	case AB_REG_STACK:
		return "fp";
	case AB_REG_MAP:
		return reg->or_null ? "map_ptr_or_null" : "map_ptr";
	case AB_REG_VALUE:
		return reg->or_null ? "map_value_or_null" : "map_value";
	case AB_REG_KEY:
		return "map_key";
	case AB_REG_PACKET:
		return "pkt";
	case AB_REG_META:
		return "pkt_meta";
	case AB_REG_END:
		return "pkt_end";
	case AB_REG_MEM:
		if (reg->record)
			return reg->or_null ? "ringbuf_mem_or_null" : "ringbuf_mem";
		return reg->or_null ? "mem_or_null" : "mem";
	case AB_REG_FUNC:
		return "func";
	case AB_REG_BTF:
		return "ptr_";
	case AB_REG_OPAQUE:
		if (reg->record)
			return "ptr_task_struct";
		switch (reg->size) {
		case AB_SOCK_FULL:
			return reg->or_null ? "sock_or_null" : "sock";
		case AB_SOCK_COMMON:
			return reg->or_null ? "sock_common_or_null" : "sock_common";
		case AB_SOCK_TCP:
			return reg->or_null ? "tcp_sock_or_null" : "tcp_sock";
		default:
			return reg->or_null ? "xdp_sock_or_null" : "xdp_sock";
		}
	}
	return "?";
}
