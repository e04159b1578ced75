// SPDX-License-Identifier: GPL-2.0
/*
 * What the verifier claims at each instruction, and whether a real state is among it.
 *
 * Verified with ab_verify_watch.exact, every state of a real run lies in one of the collected
 * states of its instruction: it began in the first one; a step from a state that lies in s gives
 * one that lies in what the verifier made of s, if its rules are sound; and where that was not
 * explored, an older state holds it in every live register and slot. So only live ones are compared.
 */
#include "embed.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct claim {
	struct claim *next;
	u32 depth;
	struct ab_frame *frame[AB_MAX_FRAMES];
};

/* By instruction: the states, and which registers count there. */
struct claims {
	u32 insn_cnt;
	u32 cnt;
	struct {
		struct claim *first;
		u16 live;
	} at[];
};

struct claims *claims_create(u32 insn_cnt)
{
	struct claims *claims = calloc(1, sizeof(*claims) + (insn_cnt + 1) * sizeof(claims->at[0]));

	if (!claims)
		abort();
	claims->insn_cnt = insn_cnt;
	return claims;
}

void claims_destroy(struct claims *claims)
{
	struct claim *claim, *next;
	u32 i, d;

	for (i = 0; claims && i < claims->insn_cnt; i++)
		for (claim = claims->at[i].first; claim; claim = next) {
			next = claim->next;
			for (d = 0; d <= claim->depth; d++)
				free(claim->frame[d]);
			free(claim);
		}
	free(claims);
}

bool claims_at_depth(const struct claims *claims, u32 insn, u32 depth)
{
	const struct claim *claim = claims->at[insn].first;

	while (claim && claim->depth != depth)
		claim = claim->next;
	return claim;
}

u32 claims_cnt(const struct claims *claims)
{
	return claims->cnt;
}

void claims_add(void *ctx, u32 insn, u32 live, const struct ab_state *state)
{
	struct claims *claims = ctx;
	struct claim *claim = calloc(1, sizeof(*claim));
	u32 d;

	if (!claim)
		abort();
	claim->depth = state->depth;
	for (d = 0; d <= state->depth; d++) {
		const struct ab_frame *f = state->frame[d];
		size_t size = sizeof(*f) + f->cnt * sizeof(f->slot[0]);

		claim->frame[d] = malloc(size);
		if (!claim->frame[d])
			abort();
		memcpy(claim->frame[d], f, size);
	}
	claim->next = claims->at[insn].first;
	claims->at[insn].first = claim;
	claims->at[insn].live = live;
	claims->cnt++;
}

/* ---- one state against the machine ---- */

#define MAX_IDS 64

struct match {
	const struct machine *m;
	/* Names that were met, with the value that all of their bearers share. */
	struct {
		u32 id;
		u8 what;
		u64 v;
	} ids[MAX_IDS];
	u32 id_cnt;
	char why[300];
};

enum { ID_LINK, ID_NULL, ID_PACKET, ID_META };

static bool same_id(struct match *match, u8 what, u32 id, u64 v)
{
	u32 i;

	if (!id)
		return true;
	for (i = 0; i < match->id_cnt; i++)
		if (match->ids[i].id == id && match->ids[i].what == what)
			return match->ids[i].v == v;
	if (match->id_cnt < MAX_IDS) {
		match->ids[match->id_cnt].id = id;
		match->ids[match->id_cnt].what = what;
		match->ids[match->id_cnt++].v = v;
	}
	return true;
}

static bool scalar_ok(struct match *match, const struct ab_reg *reg, u64 v)
{
	return ab_scalar_contains(&reg->val, v) &&
	       (!reg->id || same_id(match, ID_LINK, reg->id, v - (s64)reg->off));
}

static enum obj_kind obj_kind(u8 kind)
{
	switch (kind) {
	case AB_REG_CTX:
		return OBJ_CTX;
	case AB_REG_STACK:
		return OBJ_STACK;
	case AB_REG_MAP:
		return OBJ_MAP;
	case AB_REG_VALUE:
		return OBJ_VALUE;
	case AB_REG_KEY:
		return OBJ_KEY;
	case AB_REG_FUNC:
		return OBJ_FUNC;
	case AB_REG_OPAQUE:
		return OBJ_KERNEL;
	case AB_REG_MEM:
		return OBJ_RECORD;
	default:
		return OBJ_PACKET;
	}
}

static bool packet_ok(struct match *match, const struct ab_reg *reg, u64 v, const struct obj *obj)
{
	u64 data = obj->base + obj->at, end = obj->base + obj->size, start;

	if (reg->kind == AB_REG_END)
		return v == end && ab_scalar_is_const(&reg->val) && !reg->off;
	start = reg->kind == AB_REG_META ? obj->base : data;
	if (reg->kind == AB_REG_META)
		end = data;
	if (!ab_scalar_contains(&reg->val, v - start - (s64)reg->off))
		return false;
	/* What was compared with the end is there. */
	if (reg->range && v - (s64)reg->off + reg->range > end)
		return false;
	return same_id(match, reg->kind == AB_REG_META ? ID_META : ID_PACKET, reg->id,
		       v - (s64)reg->off);
}

static bool pointer_ok(struct match *match, const struct ab_reg *reg, const struct val *val)
{
	const struct machine *m = match->m;
	const struct obj *obj;
	u64 base;

	if (reg->or_null) {
		if (!same_id(match, ID_NULL, reg->id, !val->v))
			return false;
		if (!val->v)
			return true;
	}
	if (!val->tag)
		return false;
	obj = &m->objs[val->tag - 1];
	if (obj->kind != obj_kind(reg->kind) || obj->dead)
		return false;
	base = obj->base;
	switch (reg->kind) {
	case AB_REG_STACK:
		if (m->frame[reg->frame].stack != val->tag - 1)
			return false;
		base += AB_MAX_STACK;
		break;
	case AB_REG_MAP:
	case AB_REG_VALUE:
	case AB_REG_KEY:
		if (obj->map != reg->map || obj->inner != reg->inner)
			return false;
		break;
	case AB_REG_PACKET:
	case AB_REG_META:
	case AB_REG_END:
		return packet_ok(match, reg, val->v, obj);
	case AB_REG_MEM:
		if (reg->size > obj->size)
			return false;
		break;
	}
	return ab_scalar_contains(&reg->val, val->v - base - (s64)reg->off);
}

static bool reg_ok(struct match *match, const struct ab_reg *reg, const struct val *val)
{
	if (reg->kind == AB_REG_NONE)
		return true;
	if (!val->set)
		return false;
	if (reg->kind == AB_REG_SCALAR)
		return scalar_ok(match, reg, val->v);
	return pointer_ok(match, reg, val);
}

static void tell(struct match *match, u32 d, const char *what, u32 n, const struct ab_reg *reg,
		 const struct val *val)
{
	char text[160];

	ab_scalar_print(text, sizeof(text), &reg->val);
	snprintf(match->why, sizeof(match->why),
		 "frame %u %s%u: 0x%llx%s is not in %s off=%d id=%u range=%u %s", d, what, n,
		 (unsigned long long)val->v, val->tag ? " (pointer)" : "", ab_reg_kind_name(reg),
		 reg->off, reg->id, reg->range, text);
}

static bool slot_ok(struct match *match, u32 d, u32 n, const struct ab_slot *slot)
{
	const struct machine *m = match->m;
	const struct obj *stack = &m->objs[m->frame[d].stack];
	const u8 *mem = stack->mem + AB_MAX_STACK - 8 * (n + 1);
	u32 i, size = ab_slot_spill_size(slot);
	struct val val = { .set = true };

	for (i = 0; i < 8; i++)
		if (slot->type[i] == AB_BYTE_ZERO && mem[i]) {
			snprintf(match->why, sizeof(match->why),
				 "frame %u slot %u byte %u: 0x%x is not zero", d, n, i, mem[i]);
			return false;
		}
	if (!size)
		return true;
	memcpy(&val.v, mem, size);
	if (size == 8)
		val.tag = stack->tags[AB_STACK_SLOTS - 1 - n];
	if (reg_ok(match, &slot->reg, &val))
		return true;
	tell(match, d, "slot ", n, &slot->reg, &val);
	return false;
}

/* What may still be read: behind a call R0 to R5 are not what they were before it. */
static u32 live_of(const struct machine *m, u32 d)
{
	const struct mframe *above = &m->frame[d + 1];

	if (d == m->depth)
		return m->claims->at[m->pc].live;
	if (above->callback)
		return m->claims->at[above->callsite].live;
	return m->claims->at[above->callsite + 1].live & ~0x3fU;
}

static bool frame_ok(struct match *match, const struct ab_frame *f, u32 d)
{
	const struct mframe *mf = &match->m->frame[d];
	u32 i, live = live_of(match->m, d) | 1U << AB_REG_FP;

	for (i = 0; i < AB_REG_CNT; i++)
		if ((live & 1U << i) && !reg_ok(match, &f->regs[i], &mf->reg[i])) {
			tell(match, d, "R", i, &f->regs[i], &mf->reg[i]);
			return false;
		}
	for (i = 0; i < f->cnt; i++)
		if (!slot_ok(match, d, i, &f->slot[i]))
			return false;
	return true;
}

static bool is_in(struct match *match, const struct claim *claim)
{
	const struct machine *m = match->m;
	u32 d;

	match->id_cnt = 0;
	if (claim->depth != m->depth) {
		snprintf(match->why, sizeof(match->why), "other call depth");
		return false;
	}
	for (d = 0; d <= m->depth; d++) {
		if (d && (claim->frame[d]->callsite != m->frame[d].callsite ||
			  claim->frame[d]->callback != m->frame[d].callback)) {
			snprintf(match->why, sizeof(match->why), "other call");
			return false;
		}
		if (!frame_ok(match, claim->frame[d], d))
			return false;
	}
	return true;
}

void claims_check(struct machine *m)
{
	struct claim **link = &m->claims->at[m->pc].first, *claim;
	struct match match = { .m = m };
	char text[900] = "";
	size_t len = 0;
	u32 n = 0;

	for (; (claim = *link); link = &claim->next, n++) {
		if (is_in(&match, claim)) {
			/* The next turn of a loop is likely to be in it too. */
			*link = claim->next;
			claim->next = m->claims->at[m->pc].first;
			m->claims->at[m->pc].first = claim;
			return;
		}
		if (n < 3)
			len += snprintf(text + len, sizeof(text) - len, "\n#   %s", match.why);
	}
	fault(m, "state is in none of %u that the verifier held%s", n, text);
}
