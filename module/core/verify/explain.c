// SPDX-License-Identifier: GPL-2.0
/*
 * The part of a report that answers "why do you think so": what is known of the registers in
 * question in words, the few instructions that it came from, and a value that would do harm. Walks
 * the history of the path in hand backward, as precise.c does, but only to print: nothing that is
 * decided depends on it. Tested by selftests/mistakes.
 */
#include <linux/ctype.h>

#include "core/btf/line.h"
#include "core/isa/check.h"
#include "core/verify/env.h"
#include "core/verify/hist.h"

#define STEPS_MAX 6

/* Instructions of the path that say where a value came from, newest first. */
struct ab_origin {
	u32 insn[STEPS_MAX];
	s8 taken[STEPS_MAX]; /* jumps: 1 taken, 0 not taken; else -1 */
	u32 cnt;
	bool all_jumps;
	bool releases; /* what was released is in question */
	u32 stop; /* go no further back than this instruction */
};

static int words_number(char *buf, size_t size, const struct ab_scalar *v)
{
	if (ab_scalar_is_const(v))
		return scnprintf(buf, size, "the number %lld", (long long)ab_scalar_value(v));
	if (v->smin == S64_MIN && v->smax == S64_MAX && !v->umin && v->umax == U64_MAX)
		return scnprintf(buf, size, "any 64-bit number");
	if (v->smin < 0)
		return scnprintf(buf, size, "a number from %lld to %lld", (long long)v->smin,
				 (long long)v->smax);
	return scnprintf(buf, size, "a number from %llu to %llu", (unsigned long long)v->umin,
			 (unsigned long long)v->umax);
}

static int words_memory(char *buf, size_t size, const struct ab_env *env, const struct ab_reg *reg)
{
	const struct ab_map_desc *map;

	switch (reg->kind) {
	case AB_REG_CTX:
		return scnprintf(buf, size, "the context");
	case AB_REG_STACK:
		return scnprintf(buf, size, "the stack");
	case AB_REG_MAP:
	case AB_REG_VALUE:
	case AB_REG_KEY:
		map = ab_reg_map(env, reg);
		return scnprintf(buf, size, reg->kind == AB_REG_MAP ? "map '%s'" :
				 reg->kind == AB_REG_KEY ? "a key of map '%s', %u bytes" :
				 "a value of map '%s', %u bytes", map->name,
				 reg->kind == AB_REG_KEY ? map->key_size : map->value_size);
	case AB_REG_PACKET:
		return scnprintf(buf, size, "the packet, %u bytes compared with its end", reg->range);
	case AB_REG_META:
		return scnprintf(buf, size, "the packet's metadata, %u bytes compared with its end",
				 reg->range);
	case AB_REG_END:
		return scnprintf(buf, size, "the end of the packet");
	case AB_REG_MEM:
		return scnprintf(buf, size, reg->record ? "a ring buffer record, %u bytes" :
				 "memory of %u bytes", reg->size);
	case AB_REG_FUNC:
		return scnprintf(buf, size, "a function");
	default:
		return scnprintf(buf, size, "an object of the kernel");
	}
}

static int words(char *buf, size_t size, const struct ab_env *env, const struct ab_reg *reg)
{
	bool fixed = ab_scalar_is_const(&reg->val) && !ab_scalar_value(&reg->val);
	int n;

	if (reg->kind == AB_REG_NONE)
		return scnprintf(buf, size, "nothing: it was not written on this path, or a call took it");
	if (reg->kind == AB_REG_SCALAR) {
		n = words_number(buf, size, &reg->val);
		if (reg->stale)
			n += scnprintf(buf + n, size - n, "; it was a pointer, %s",
				       reg->stale == AB_STALE_RELEASED ? "to what is released now" :
				       "to what a helper may have changed since");
		return n;
	}
	n = scnprintf(buf, size, "%s", reg->or_null ? "NULL, or " : "");
	n += words_memory(buf + n, size - n, env, reg);
	if (reg->off && reg->kind != AB_REG_MAP)
		n += scnprintf(buf + n, size - n, ", at byte %d", reg->off);
	if (!fixed) {
		n += scnprintf(buf + n, size - n, ", plus ");
		n += words_number(buf + n, size - n, &reg->val);
	}
	return n;
}

static void print_known(struct ab_env *env, u32 regs)
{
	const struct ab_frame *f = ab_state_top(env->cur);
	char text[160], exact[160];
	u32 i;

	for (i = 0; i < AB_REG_CNT; i++) {
		if (!(regs & 1U << i) || (i == AB_REG_FP && regs != 1U << i))
			continue;
		words(text, sizeof(text), env, &f->regs[i]);
		ab_print_reg(exact, sizeof(exact), env, &f->regs[i]);
		ab_log(env->in->log, "  known:   R%u is %s   [R%u=%s]\n", i, text, i, exact);
	}
}

static void note(struct ab_origin *o, u32 insn, int taken)
{
	u32 i;

	for (i = 0; i < o->cnt; i++)
		if (o->insn[i] == insn)
			return;
	if (o->cnt == STEPS_MAX)
		return;
	o->insn[o->cnt] = insn;
	o->taken[o->cnt++] = taken;
}

static bool is_release(const struct altbpf_insn *insn)
{
	return ab_insn_is_helper_call(insn) && (insn->imm == ALTBPF_FUNC_ringbuf_submit ||
						insn->imm == ALTBPF_FUNC_ringbuf_discard);
}

static void back_call(struct ab_env *env, struct ab_origin *o, u32 i, u32 f)
{
	const struct altbpf_insn *insn = &env->insns[i];
	u16 *regs = env->bt.regs;

	if ((regs[f] & 0x3f) || (o->releases && is_release(insn)))
		note(o, i, -1);
	regs[f] &= ~0x3f;
	/* The result of another program, where a tail call ended the function. */
	if (f && (regs[f - 1] & 1) && ab_insn_is_helper_call(insn) && insn->imm == ALTBPF_FUNC_tail_call) {
		note(o, i, -1);
		regs[f - 1] &= ~1;
	}
	if (ab_insn_is_subprog_call(insn) && f + 1 < AB_MAX_FRAMES) {
		regs[f] |= regs[f + 1] & 0x3e;
		regs[f + 1] = 0;
	}
}

static void back_write(struct ab_env *env, struct ab_origin *o, u64 h, u32 i, u32 f)
{
	const struct altbpf_insn *insn = &env->insns[i];
	u32 defs = ab_live_defs(insn), uses = ab_live_uses(insn);
	u64 bit = 1ULL << AB_HIST_SLOT(h), *slots = &env->bt.slots[AB_HIST_SLOT_FRAME(h)];
	u32 class = AB_CLASS(insn->code);

	if (env->bt.regs[f] & defs) {
		note(o, i, -1);
		env->bt.regs[f] &= ~defs;
		if (class == AB_ALU || class == AB_ALU64)
			env->bt.regs[f] |= uses & ~(1U << AB_REG_FP);
		else if (class == AB_LDX && (h & AB_HIST_STACK))
			*slots |= bit;
	} else if ((class == AB_ST || class == AB_STX) && (h & AB_HIST_STACK) && (*slots & bit)) {
		note(o, i, -1);
		*slots &= ~bit;
		if (class == AB_STX)
			env->bt.regs[f] |= 1U << insn->src_reg;
	}
}

/* One instruction backward; @next is the one that followed it. */
static void back(struct ab_env *env, struct ab_origin *o, u64 h, u32 next)
{
	u32 i = AB_HIST_INSN(h), f = AB_HIST_FRAME(h);
	const struct altbpf_insn *insn = &env->insns[i];

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_CALL:
		back_call(env, o, i, f);
		break;
	case AB_FORM_EXIT:
		if (f && (env->bt.regs[f - 1] & 1)) {
			env->bt.regs[f - 1] &= ~1;
			env->bt.regs[f] |= 1;
		}
		break;
	case AB_FORM_COND_K:
	case AB_FORM_COND_X:
		if (o->all_jumps || (env->bt.regs[f] & ab_live_uses(insn)))
			note(o, i, next != i + 1);
		break;
	case AB_FORM_JA:
	case AB_FORM_MAY_GOTO:
		break;
	default:
		back_write(env, o, h, i, f);
	}
}

static bool is_done(const struct ab_env *env, const struct ab_origin *o)
{
	u32 f;

	if (o->cnt == STEPS_MAX)
		return true;
	for (f = 0; f < AB_MAX_FRAMES && !o->all_jumps; f++)
		if (env->bt.regs[f] || env->bt.slots[f])
			return false;
	return !o->all_jumps;
}

static void walk(struct ab_env *env, struct ab_origin *o)
{
	const struct ab_state *s = env->cur;
	u32 next = env->insn, i;
	bool first = true;

	for (;;) {
		for (i = s->hist_cnt; i-- > 0;) {
			if (s->hist[i] & AB_HIST_LINKS)
				continue;
			if (!first)
				back(env, o, s->hist[i], next);
			first = false;
			next = AB_HIST_INSN(s->hist[i]);
			if (is_done(env, o) || next == o->stop)
				return;
		}
		if (!s->parent)
			return;
		s = &s->parent->state;
	}
}

static void print_step(struct ab_env *env, u32 insn, int taken)
{
	const struct ab_verify_in *in = env->in;
	const struct altbpf_line_info *info = ab_line_find(in->line_info, in->line_info_cnt, insn);
	struct ab_line line;
	char text[96];

	ab_disasm(text, sizeof(text), &env->insns[insn]);
	ab_log(in->log, "  from:    insn %u: %s%s", insn, text,
	       taken < 0 ? "" : taken ? " (jumped)" : " (did not jump)");
	if (ab_line_describe(in->btf, info, &line) && line.line)
		ab_log(in->log, "   <- line %u: %.120s", line.line, line.text);
	ab_log(in->log, "\n");
}

static void print_origin(struct ab_env *env, enum ab_refusal_id id, u32 regs)
{
	struct ab_origin o = { .stop = U32_MAX, .releases = id == AB_REFUSE_REF_USE_AFTER };

	memset(&env->bt, 0, sizeof(env->bt));
	env->bt.regs[env->cur->depth] = regs & ~(1U << AB_REG_FP);
	if (id == AB_REFUSE_REF_LEAK && env->cur->refs) {
		env->bt.regs[env->cur->depth] = 0;
		o.all_jumps = true;
		o.stop = env->cur->ref[0].insn;
		print_step(env, o.stop, -1);
	}
	walk(env, &o);
	while (o.cnt--)
		print_step(env, o.insn[o.cnt], o.taken[o.cnt]);
}

static void print_bad_access(struct ab_env *env)
{
	s64 off = env->bad.off, size = env->bad.size, limit = env->bad.limit;

	switch (env->bad.region) {
	case AB_REG_PACKET:
	case AB_REG_META:
		ab_log(env->in->log, "  breaks:  a packet that ends %lld bytes behind the pointer's base: bytes %lld to %lld are read\n",
		       (long long)limit, (long long)off, (long long)(off + size - 1));
		return;
	case AB_REG_STACK:
		ab_log(env->in->log, "  breaks:  bytes fp%+lld to fp%+lld; a frame has fp-512 to fp-1\n",
		       (long long)off, (long long)(off + size - 1));
		return;
	default:
		ab_log(env->in->log, "  breaks:  offset %lld: bytes %lld to %lld of memory that has bytes 0 to %lld\n",
		       (long long)off, (long long)off, (long long)(off + size - 1), (long long)limit - 1);
		if (size <= limit)
			ab_log(env->in->log, "  fits:    offsets 0 to %lld\n", (long long)(limit - size));
	}
}

static void print_value(struct ab_env *env, u32 regs)
{
	const struct ab_frame *f = ab_state_top(env->cur);
	u32 i;

	for (i = 0; i < AB_REG_CNT; i++) {
		const struct ab_reg *reg = &f->regs[i];

		if (!(regs & 1U << i))
			continue;
		if (reg->or_null)
			ab_log(env->in->log, "  breaks:  R%u = NULL\n", i);
		else if (reg->kind == AB_REG_SCALAR && env->bad_number && !ab_scalar_is_const(&reg->val))
			ab_log(env->in->log, "  breaks:  R%u = %lld\n", i,
			       reg->val.smin < 0 ? (long long)reg->val.smin : (long long)reg->val.umax);
	}
}

void ab_explain_access(struct ab_env *env, u32 n, s64 off, s64 size, s64 limit)
{
	env->bad.set = true;
	env->bad.reg = n;
	env->bad.region = ab_reg_at(env, n)->kind;
	env->bad.off = off;
	env->bad.size = size;
	env->bad.limit = limit;
}

u32 ab_explain_regs(const struct ab_env *env, const char *line)
{
	const struct altbpf_insn *insn = &env->insns[env->insn];
	u32 class = AB_CLASS(insn->code);
	const char *s;

	for (s = line; *s; s++)
		if (s[0] == 'R' && isdigit(s[1]) && (s == line || s[-1] == ' '))
			return 1U << (s[2] == '0' && s[1] == '1' ? 10 : s[1] - '0');
	if (env->bad.set)
		return 1U << env->bad.reg;
	if (insn->code == AB_CALL_CODE)
		return ab_live_uses(insn);
	if (class == AB_ST || (class == AB_STX && AB_MODE(insn->code) != AB_ATOMIC))
		return 1U << insn->dst_reg;
	return ab_live_uses(insn);
}

/* Where most states were kept: the loop or the join that costs most. */
static void print_hottest(struct ab_env *env)
{
	u32 i, hot = 0;

	for (i = 1; i < env->insn_cnt; i++)
		if (env->info[i].node_cnt > env->info[hot].node_cnt)
			hot = i;
	ab_log(env->in->log, "  known:   most states are kept at insn %u: %u of them%s\n", hot,
	       env->info[hot].node_cnt, env->info[hot].loop_head ? ", the head of a loop" : "");
	print_step(env, hot, -1);
}

static bool is_limit(enum ab_refusal_id id)
{
	return id == AB_REFUSE_TOO_COMPLEX || id == AB_REFUSE_TOO_MUCH_MEMORY ||
	       id == AB_REFUSE_TOO_MANY_JUMPS;
}

/* Registers that say nothing about this refusal. */
static u32 beside_the_point(struct ab_env *env, enum ab_refusal_id id)
{
	u32 mask = 0, i;

	switch (id) {
	case AB_REFUSE_REF_LEAK:
	case AB_REFUSE_KFUNC:
	case AB_REFUSE_HELPER_GPL:
	case AB_REFUSE_HELPER_SLEEPS:
	case AB_REFUSE_HELPER_UNKNOWN:
	case AB_REFUSE_HELPER_PROG_TYPE:
		return ~0U;
	case AB_REFUSE_HELPER_MAP_TYPE:
		for (i = 0; i < AB_REG_CNT; i++)
			mask |= ab_reg_at(env, i)->kind == AB_REG_MAP ? 0 : 1U << i;
		return mask;
	default:
		return 0;
	}
}

void ab_explain(struct ab_env *env, enum ab_refusal_id id, const char *line)
{
	u32 regs = ab_explain_regs(env, line);

	if (is_limit(id)) {
		print_hottest(env);
		return;
	}
	env->bad_number = id == AB_REFUSE_HELPER_MEM_SIZE || id == AB_REFUSE_RETURN_RANGE ||
			  id == AB_REFUSE_CALLBACK_RETURN || id == AB_REFUSE_PTR_RANGE;
	regs &= ~beside_the_point(env, id);
	print_known(env, regs);
	print_origin(env, id, regs);
	if (env->bad.set)
		print_bad_access(env);
	else
		print_value(env, regs);
}
