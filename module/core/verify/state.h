/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the verifier knows at one point of one path: registers and stack of every active frame, and
 * the references held. Frames are shared between states and copied when written, so that a copy of
 * a state costs little and deep call chains stay cheap. Private to verify/.
 */
#ifndef AB_CORE_VERIFY_STATE_H
#define AB_CORE_VERIFY_STATE_H

#include "core/isa/isa.h"
#include "core/verify/domain/scalar.h"

#define AB_STACK_SLOTS (AB_MAX_STACK / 8)
#define AB_MAX_REFS 16

enum ab_reg_kind {
	AB_REG_NONE, /* never written: must not be read */
	AB_REG_SCALAR,
	AB_REG_CTX,
	AB_REG_STACK,
	AB_REG_MAP, /* the map itself */
	AB_REG_VALUE, /* a value in a map */
	AB_REG_KEY, /* a key in a map, as a callback gets it: read only */
	AB_REG_PACKET,
	AB_REG_META, /* packet metadata, ends at PACKET */
	AB_REG_END, /* end of the packet */
	AB_REG_MEM, /* sized memory: a ring buffer record, a global function's buffer */
	AB_REG_FUNC, /* a callback */
	AB_REG_OPAQUE, /* a kernel object: a task that only helpers may touch, a socket with a few fields */
	AB_REG_BTF, /* a struct of the kernel: reads only, and they may fault; may be NULL */
};

/* Why a pointer became a number. */
enum ab_stale { AB_STALE_RELEASED = 1, AB_STALE_PACKET };

/* Where a packet pointer is known to lie. */
enum ab_past { AB_PAST_UNKNOWN, AB_AT_OR_PAST, AB_PAST };

/**
 * struct ab_reg - a register or a spilled one
 * @kind: enum ab_reg_kind
 * @or_null: the pointer may be NULL instead; @id tells which copies are decided together
 * @frame: STACK: number of the frame it points into
 * @map: MAP, VALUE, KEY: index of the map
 * @linked: SCALAR: @id and @off hold: its value is that of the link's base plus @off
 * @rdonly: MEM: must not be written
 * @record: MEM: a ring buffer record; OPAQUE: a task (else a socket)
 * @stale: SCALAR: enum ab_stale: it was a pointer once; only for reports
 * @inner: MAP, VALUE, KEY: not map @map itself but a map that it holds
 * @subprog: FUNC: which
 * @off: pointers: the known part of the offset; linked scalars: distance from the base
 * @range: PACKET, META: bytes behind the pointer's base that were compared with the end
 * @size: MEM: bytes; OPAQUE: enum ab_sock_class of a socket; PACKET: enum ab_past;
 *	BTF: the type's id
 * @id: SCALAR: link; or_null: the check; PACKET with variable offset: the base
 * @ref: reference to release, 0: none
 * @val: SCALAR: the value; pointers: the unknown part of the offset
 */
struct ab_reg {
	u8 kind;
	u8 or_null : 1;
	u8 linked : 1;
	u8 rdonly : 1;
	u8 record : 1;
	u8 inner : 1;
	u8 stale : 2;
	u8 frame;
	u8 map;
	u16 subprog;
	s32 off;
	u32 range;
	u32 size;
	u32 id;
	u32 ref;
	struct ab_scalar val;
};

/* What a stack byte holds. */
enum ab_byte {
	AB_BYTE_INVALID, /* never written */
	AB_BYTE_MISC, /* some number */
	AB_BYTE_ZERO,
	AB_BYTE_SPILL, /* part of the register in the slot; spills begin at the slot's first byte */
};

/* Eight bytes of stack. Byte 0 is the lowest address; slot i begins at fp - 8 * (i + 1). */
struct ab_slot {
	u8 type[8];
	struct ab_reg reg;
};

/**
 * struct ab_frame - one active function
 * @refs: states that share it; a frame with more than one must be copied before it is written
 * @subprog: which function
 * @callsite: the call instruction in the frame below
 * @callback: entered by a helper: the return goes back to the call, not behind it
 * @ret_max: callback: largest R0
 * @turns: how often a callback was entered from this frame's current call
 * @call_id: names the frame's current call with a callback; a new one when the call is done
 * @id: names this activation of the function
 * @falls: how often it passed a may_goto
 * @cnt: slots that are there
 * @cap: slots that fit
 */
struct ab_frame {
	u32 refs;
	u32 callsite;
	u16 subprog;
	u8 callback;
	u8 ret_max;
	u32 turns;
	u32 call_id;
	u32 id;
	u32 falls;
	u16 cnt;
	u16 cap;
	struct ab_reg regs[AB_REG_CNT];
	struct ab_slot slot[];
};

struct ab_ref {
	u32 id;
	u32 insn;
	u32 depth;
};

struct ab_node;

/**
 * struct ab_state - a point on a path
 * @frame: the active frames
 * @depth: index of the current one
 * @parent: the checkpoint that the path passed last
 * @written: by frame: slots written in full since @parent
 * @hist: instructions executed since @parent, see precise.c
 * @insn: the next instruction
 * @prev: the one before
 * @steps: callbacks entered and may_goto passed so far
 * @ref: references held
 */
struct ab_state {
	struct ab_frame *frame[AB_MAX_FRAMES];
	u32 depth;
	u32 insn;
	u32 prev;
	u32 steps;
	u32 refs;
	struct ab_ref ref[AB_MAX_REFS];
	struct ab_node *parent;
	u64 written[AB_MAX_FRAMES];
	u64 *hist;
	u32 hist_cnt;
	u32 hist_cap;
};

/**
 * struct ab_node - a checkpoint: a state that later paths may be compared with
 * @next: the next one at the same instruction, of those that are finished or of those that are not
 * @state: what was known
 * @branches: paths from here that are not explored to their end yet
 * @loop: unfinished checkpoints at which paths from here came to rest, see prune.c
 * @pinned: some @loop points to it: kept to the end
 * @loop_many: there were more of them
 * @exact: no register or slot of it may be taken as unneeded, see prune.c
 * @read: by frame: slots that were read on from here
 * @precise_regs: by frame: scalars whose exact value mattered
 * @precise_slots: the same of spilled scalars
 */
struct ab_node {
	struct ab_node *next;
	struct ab_node *loop[2];
	u32 branches;
	u32 hits;
	u32 misses;
	u8 exact;
	u8 pinned;
	u8 loop_many;
	u64 read[AB_MAX_FRAMES];
	u64 precise_slots[AB_MAX_FRAMES];
	u16 precise_regs[AB_MAX_FRAMES];
	struct ab_state state;
};

struct ab_env;

static inline struct ab_frame *ab_state_top(const struct ab_state *state)
{
	return state->frame[state->depth];
}

/* Life. The copies share frames; *dst is overwritten. */
int __must_check ab_state_copy(struct ab_env *env, struct ab_state *dst, const struct ab_state *src,
			       bool with_hist);
void ab_state_fini(struct ab_env *env, struct ab_state *state);
int __must_check ab_state_push_frame(struct ab_env *env, struct ab_state *state, u32 subprog,
				     u32 callsite);
void ab_state_pop_frame(struct ab_env *env, struct ab_state *state);
/* Makes frame @depth writable, with at least @slots slots. */
int __must_check ab_state_own(struct ab_env *env, struct ab_state *state, u32 depth, u32 slots);

/* Making registers. */
void ab_reg_clear(struct ab_reg *reg);
void ab_reg_set_scalar(struct ab_reg *reg, struct ab_scalar val);
void ab_reg_set_unknown(struct ab_reg *reg);
void ab_reg_set_const(struct ab_reg *reg, u64 value);
void ab_reg_set_pointer(struct ab_reg *reg, enum ab_reg_kind kind);

static inline bool ab_reg_is_pointer(const struct ab_reg *reg)
{
	return reg->kind > AB_REG_SCALAR;
}

static inline bool ab_reg_is_const(const struct ab_reg *reg, u64 value)
{
	return reg->kind == AB_REG_SCALAR && ab_scalar_is_const(&reg->val) &&
	       ab_scalar_value(&reg->val) == value;
}

static inline bool ab_reg_is_packet(const struct ab_reg *reg)
{
	return reg->kind == AB_REG_PACKET || reg->kind == AB_REG_META;
}

static inline bool ab_slot_is_spill(const struct ab_slot *slot)
{
	return slot->type[0] == AB_BYTE_SPILL;
}

/* Bytes of the spilled register, 0 if there is none. */
u32 ab_slot_spill_size(const struct ab_slot *slot);
/* The register in a slot is gone; its bytes are some number. */
void ab_slot_scrub(struct ab_slot *slot);

/* The name of a register's kind as messages have it: "map_value_or_null". */
const char *ab_reg_kind_name(const struct ab_reg *reg);

#endif
