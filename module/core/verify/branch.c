// SPDX-License-Identifier: GPL-2.0
/*
 * Jumps: which way can they go, and what each way teaches. Both ways get the narrowed numbers,
 * decided NULL checks and proved packet ranges; a way that no value takes is not explored.
 */
#include "core/isa/check.h"
#include "core/verify/env.h"

#define MAX_PACKET_OFF 0xffff

/* The operation with its operands exchanged. */
static u8 swap_op(u8 op)
{
	switch (op) {
	case AB_JGT:
		return AB_JLT;
	case AB_JLT:
		return AB_JGT;
	case AB_JGE:
		return AB_JLE;
	case AB_JLE:
		return AB_JGE;
	default:
		return op;
	}
}

static void note_fact(struct ab_env *env, bool taken)
{
	if (taken)
		env->fact[env->insn].taken = 1;
	else
		env->fact[env->insn].falls = 1;
}

static int go(struct ab_env *env, u32 target, bool taken)
{
	note_fact(env, taken);
	env->next = taken ? target : env->insn + 1;
	return 0;
}

/* Both ways are possible; the taken one is for later. NULL: no memory or too many. */
static struct ab_state *part(struct ab_env *env, u32 target)
{
	note_fact(env, true);
	note_fact(env, false);
	env->next = env->insn + 1;
	return ab_engine_push(env, target);
}

struct compare {
	u8 op;
	bool is32;
	u32 target;
	u32 dst;
	s32 src; /* register or -1 */
	struct ab_reg *imm; /* the other operand, if src is -1 */
};

static struct ab_reg *operand(struct ab_env *env, const struct compare *c)
{
	return c->src >= 0 ? ab_reg_at(env, c->src) : c->imm;
}

static int precise_both(struct ab_env *env, const struct compare *c)
{
	int err = ab_precise_reg(env, c->dst);

	if (!err && c->src >= 0)
		err = ab_precise_reg(env, c->src);
	return err;
}

static int learn(struct ab_env *env, struct ab_state *s, const struct compare *c,
		 const struct ab_scalar *a, const struct ab_scalar *b)
{
	struct ab_reg *dst, *src;
	int err = ab_state_own(env, s, s->depth, 0);

	if (err)
		return err;
	dst = &ab_state_top(s)->regs[c->dst];
	dst->val = *a;
	err = ab_regs_sync(env, s, dst);
	if (err || c->src < 0)
		return err;
	src = &ab_state_top(s)->regs[c->src];
	/* When both are linked with each other the second word is the better one. */
	src->val = *b;
	return ab_regs_sync(env, s, src);
}

/*
 * Sound: a comparison that has one outcome for all values of both operands goes one way; refine()
 * keeps all pairs that have an outcome. What decided is marked precise, so that no state with
 * other values is taken for this one.
 */
static int compare_scalars(struct ab_env *env, const struct compare *c)
{
	struct ab_reg *a = ab_reg_at(env, c->dst), *b = operand(env, c);
	struct ab_scalar ta = a->val, tb = b->val, fa = a->val, fb = b->val;
	int way = c->src == (s32)c->dst ? -1 : ab_scalar_decide(c->op, c->is32, &ta, &tb);
	struct ab_state *other;
	int err;

	if (c->src == (s32)c->dst) {
		other = part(env, c->target);
		return other ? 0 : env->err;
	}
	if (way < 0) {
		if (!ab_scalar_refine(c->op, c->is32, &ta, &tb, true))
			way = 0;
		if (!ab_scalar_refine(c->op, c->is32, &fa, &fb, false)) {
			/* No value at all: this path cannot be walked, which nobody had noticed. */
			if (way == 0) {
				err = precise_both(env, c);
				return err ? err : AB_PATH_END;
			}
			way = 1;
		}
	}
	if (way >= 0) {
		err = precise_both(env, c);
		return err ? err : go(env, c->target, way);
	}
	err = ab_regs_note_links(env, a);
	if (!err && c->src >= 0 && b->id != a->id)
		err = ab_regs_note_links(env, b);
	if (err)
		return err;
	other = part(env, c->target);
	if (!other)
		return env->err;
	err = learn(env, other, c, &ta, &tb);
	if (!err)
		err = learn(env, env->cur, c, &fa, &fb);
	return err ? ab_no_memory(env) : 0;
}

static void drop_ref(struct ab_state *s, u32 id)
{
	u32 i;

	for (i = 0; i < s->refs; i++)
		if (s->ref[i].id == id) {
			memmove(&s->ref[i], &s->ref[i + 1], (s->refs - i - 1) * sizeof(s->ref[0]));
			s->refs--;
			return;
		}
}

static int decide_null(struct ab_env *env, struct ab_state *s, u32 id, u32 ref, bool is_null)
{
	/* (A reference of another name is held by the pointer that this one was made of.) */
	if (is_null && ref && ref == id)
		drop_ref(s, ref);
	return ab_regs_decide_null(env, s, id, is_null);
}

/* Sound: see ab_regs_decide_null(); where NULL came back nothing was acquired. */
static int check_null(struct ab_env *env, const struct compare *c, const struct ab_reg *ptr)
{
	bool taken_is_null = c->op == AB_JEQ;
	u32 id = ptr->id, ref = ptr->ref;
	struct ab_state *other = part(env, c->target);
	int err;

	if (!other)
		return env->err;
	err = decide_null(env, other, id, ref, taken_is_null);
	if (!err)
		err = decide_null(env, env->cur, id, ref, !taken_is_null);
	return err ? ab_no_memory(env) : 0;
}

/*
 * Sound: where base + off <= end, off bytes from the base are in the packet; where it is less, one
 * more. Offsets are small enough that base + off cannot have wrapped.
 */
static int set_range(struct ab_env *env, struct ab_state *s, const struct ab_reg *ptr, bool open)
{
	struct ab_reg by = *ptr;

	if (ptr->off < 0 || (!ptr->off && open) || ptr->val.umax > MAX_PACKET_OFF ||
	    ptr->val.umax + ptr->off > MAX_PACKET_OFF)
		return 0;
	by.range = ptr->off + open;
	return ab_regs_extend_packet(env, s, &by);
}

/* Register @n, a packet pointer, is not before the end (@strictly: it is behind it). */
static int set_past(struct ab_env *env, struct ab_state *s, u32 n, bool strictly)
{
	struct ab_reg *reg;
	int err = ab_state_own(env, s, s->depth, 0);

	if (err)
		return err;
	reg = &ab_state_top(s)->regs[n];
	if (reg->size != AB_PAST)
		reg->size = strictly ? AB_PAST : AB_AT_OR_PAST;
	return 0;
}

/*
 * Sound: the packet does not move while the pointer lives, and arithmetic forgets what is known.
 * Return: 1: the jump is taken, 0: it is not, -1: who knows.
 */
static int decide_packet(const struct ab_reg *ptr, u8 op)
{
	if (ptr->kind != AB_REG_PACKET || !ptr->size)
		return -1;
	if (ptr->size == AB_PAST)
		return op == AB_JGT || op == AB_JGE;
	return op == AB_JGE ? 1 : op == AB_JLT ? 0 : -1;
}

/* Register @n is a packet pointer; @op: how it compares with the end. */
static int compare_packet(struct ab_env *env, const struct compare *c, u32 n, u8 op)
{
	bool in_taken = op == AB_JLT || op == AB_JLE, open = op == AB_JLT || op == AB_JGE;
	struct ab_reg *copy = &env->scratch[1];
	struct ab_state *other;
	int way, err;

	*copy = *ab_reg_at(env, n);
	way = decide_packet(copy, op);
	if (way >= 0)
		return go(env, c->target, way);
	other = part(env, c->target);
	if (!other)
		return env->err;
	err = set_range(env, in_taken ? other : env->cur, copy, open);
	if (!err && copy->kind == AB_REG_PACKET)
		err = set_past(env, in_taken ? env->cur : other, n, op == AB_JGT || op == AB_JLE);
	return err ? ab_no_memory(env) : 0;
}

static bool is_packet_pair(const struct ab_reg *a, const struct ab_reg *b)
{
	if (a->kind == AB_REG_PACKET)
		return b->kind == AB_REG_END;
	/* Metadata ends where the packet begins. */
	return a->kind == AB_REG_META && b->kind == AB_REG_PACKET && !b->off && !b->id &&
	       ab_scalar_is_const(&b->val) && !ab_scalar_value(&b->val);
}

static bool is_order(u8 op)
{
	return op == AB_JGT || op == AB_JLT || op == AB_JGE || op == AB_JLE;
}

/* Pointers that are there are never NULL. */
static bool never_null(const struct ab_reg *reg)
{
	return !reg->or_null && (reg->kind == AB_REG_VALUE || reg->kind == AB_REG_KEY ||
				 reg->kind == AB_REG_MEM || reg->kind == AB_REG_MAP ||
				 reg->kind == AB_REG_OPAQUE);
}

static int compare_equal(struct ab_env *env, const struct compare *c)
{
	struct ab_reg *a = ab_reg_at(env, c->dst), *b = operand(env, c);
	struct ab_state *other;

	if (ab_reg_is_const(b, 0) && c->src >= 0 && ab_precise_reg(env, c->src))
		return env->err;
	if (ab_reg_is_const(b, 0) && a->or_null)
		return check_null(env, c, a);
	if (ab_reg_is_const(b, 0) && never_null(a))
		return go(env, c->target, c->op == AB_JNE);
	/* Equal to a pointer that is not NULL: not NULL. */
	if (a->or_null != b->or_null && ab_reg_is_pointer(a) && ab_reg_is_pointer(b) &&
	    never_null(a->or_null ? b : a)) {
		u32 id = a->or_null ? a->id : b->id;

		other = part(env, c->target);
		if (!other)
			return env->err;
		return decide_null(env, c->op == AB_JEQ ? other : env->cur, id, 0, false) ?
			       ab_no_memory(env) : 0;
	}
	return part(env, c->target) ? 0 : env->err;
}

static int compare(struct ab_env *env, const struct compare *c)
{
	struct ab_reg *a = ab_reg_at(env, c->dst), *b = operand(env, c);

	if (!ab_reg_is_pointer(a) && !ab_reg_is_pointer(b))
		return compare_scalars(env, c);
	if (!c->is32 && is_order(c->op) && is_packet_pair(a, b))
		return compare_packet(env, c, c->dst, c->op);
	if (!c->is32 && is_order(c->op) && is_packet_pair(b, a))
		return compare_packet(env, c, c->src, swap_op(c->op));
	if (!c->is32 && (c->op == AB_JEQ || c->op == AB_JNE))
		return compare_equal(env, c);
	return part(env, c->target) ? 0 : env->err;
}

/* Sound: the engines count turns and take the jump when the budget is used up. */
static int may_goto(struct ab_env *env, u32 target)
{
	struct ab_state *other = part(env, target);

	if (!other)
		return env->err;
	env->cur->steps++;
	ab_top(env)->falls++;
	return 0;
}

int ab_branch_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	enum ab_insn_form form = ab_insn_form(insn->code);
	struct compare c = {
		.op = AB_OP(insn->code),
		.is32 = AB_CLASS(insn->code) == AB_JMP32,
		.target = env->insn + 1 + ab_insn_jump_off(insn),
		.dst = insn->dst_reg,
		.src = form == AB_FORM_COND_X ? insn->src_reg : -1,
		.imm = &env->scratch[2],
	};
	int err;

	env->jumps++;
	if (form == AB_FORM_JA) {
		env->next = c.target;
		return 0;
	}
	if (form == AB_FORM_MAY_GOTO)
		return may_goto(env, c.target);
	err = ab_regs_read(env, insn->dst_reg);
	if (!err && c.src >= 0)
		err = ab_regs_read(env, insn->src_reg);
	if (err)
		return err;
	if (c.src < 0)
		ab_reg_set_const(c.imm, (u64)(s64)insn->imm);
	return compare(env, &c);
}
