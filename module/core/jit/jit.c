// SPDX-License-Identifier: GPL-2.0
/*
 * The JIT's driver, for every target: finds what is live and where jumps meet, lays functions out
 * one after the other, and repeats until each jump has its size. All jumps start short and only
 * ever grow, so this ends. Used by load/; proved by selftests/fuzz and selftests/conformance.
 */
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "core/jit/work.h"

#define MAX_ROUNDS 16 /* ordinary programs need 2 to 5 */

#if defined(__x86_64__)
static const struct ab_jit_target *const target = &ab_jit_x86;
#else
static const struct ab_jit_target *const target;
#endif

bool ab_jit_is_jump(const struct altbpf_insn *insn)
{
	u8 class = AB_CLASS(insn->code);

	if (class != AB_JMP && class != AB_JMP32)
		return false;
	return AB_OP(insn->code) != AB_CALL && AB_OP(insn->code) != AB_EXIT;
}

/* What an instruction does to the flags of others. */
static int note_insn(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u32 to;

	if (ab_insn_is_helper_call(insn) && insn->imm == ALTBPF_FUNC_tail_call)
		work->has_tail_calls = true;
	if (ab_jit_is_jump(insn) && ab_jit_may_jump(work, i)) {
		to = ab_jit_jump_target(work, i);
		if (to >= work->code->insn_cnt)
			return -EOPNOTSUPP;
		work->flags[to] |= AB_JIT_JOINED | (to <= i ? AB_JIT_LOOP : 0);
	}
	return target->can_take(work, i);
}

static int note_subprogs(struct ab_jit_work *work)
{
	const struct ab_facts *facts = work->code->facts;
	u32 s;

	for (s = 0; s < facts->subprog_cnt; s++) {
		const struct ab_subprog *sub = &facts->subprogs[s];

		if (sub->start >= sub->end || sub->end > work->code->insn_cnt)
			return -EOPNOTSUPP;
		work->flags[sub->start] |= AB_JIT_JOINED;
		/* The count of tail calls is in a register that helpers do not pass on. */
		if (sub->is_callback && (sub->has_tail_call || sub->tail_call_below))
			return -EOPNOTSUPP;
	}
	return 0;
}

static int note_all(struct ab_jit_work *work)
{
	const struct ab_code *code = work->code;
	int err = note_subprogs(work);
	u32 i;

	for (i = 0; !err && i < code->insn_cnt; i++) {
		if (code->facts->insn[i].reachable) {
			work->flags[i] |= AB_JIT_LIVE;
			err = note_insn(work, i);
		}
		if (ab_insn_is_ld_imm64(&code->insns[i]))
			i++;
	}
	return err;
}

static void emit_insns(struct ab_jit_work *work, const struct ab_subprog *sub)
{
	u32 i = sub->start, end;

	while (i < sub->end) {
		u32 cnt = ab_insn_is_ld_imm64(&work->code->insns[i]) ? 2 : 1;

		if (work->flags[i] & AB_JIT_LOOP)
			target->pad(work);
		work->jit->insn_off[i] = work->pos;
		if (work->flags[i] & AB_JIT_LIVE)
			cnt = target->insn(work, i);
		end = min(i + cnt, sub->end);
		for (i++; i < end; i++)
			work->jit->insn_off[i] = work->pos;
	}
}

/* One walk over the program. Functions that nothing calls take no room. */
static void emit_all(struct ab_jit_work *work)
{
	const struct ab_facts *facts = work->code->facts;
	u32 s;

	work->pos = 0;
	for (s = 0; s < facts->subprog_cnt; s++) {
		const struct ab_subprog *sub = &facts->subprogs[s];

		work->jit->func_off[s] = work->pos;
		if (work->flags[sub->start] & AB_JIT_LIVE)
			target->begin(work, s);
		emit_insns(work, sub);
	}
	work->jit->insn_off[work->code->insn_cnt] = work->pos;
}

/*
 * Marks jumps that turned out too long for their short form; @all: every jump, which ends the
 * search where a program was made to have one jump grow because of another, over and over.
 */
static bool grow_jumps(struct ab_jit_work *work, bool all)
{
	bool grown = false;
	u32 i;

	for (i = 0; i < work->code->insn_cnt; i++) {
		s64 distance;

		if (!work->jump_end[i] || (work->flags[i] & AB_JIT_NEAR))
			continue;
		distance =
			(s64)work->jit->insn_off[ab_jit_jump_target(work, i)] - work->jump_end[i];
		if (all || !target->fits(distance)) {
			work->flags[i] |= AB_JIT_NEAR;
			grown = true;
		}
	}
	return grown;
}

static int lay_out(struct ab_jit_work *work)
{
	int err = note_all(work);
	u32 round = 0;

	if (err)
		return err;
	do {
		emit_all(work);
		if (work->err)
			return work->err;
	} while (grow_jumps(work, ++round == MAX_ROUNDS));
	work->jit->size = work->pos;
	return 0;
}

static int alloc_tables(struct ab_jit *jit, struct ab_jit_work *work)
{
	u32 cnt = work->code->insn_cnt + 1;

	work->flags = kvzalloc(cnt, GFP_KERNEL);
	work->jump_end = kvcalloc(cnt, sizeof(u32), GFP_KERNEL);
	jit->insn_off = kvcalloc(cnt, sizeof(u32), GFP_KERNEL);
	jit->func_off = kvcalloc(work->code->facts->subprog_cnt + 1, sizeof(u32), GFP_KERNEL);
	return work->flags && work->jump_end && jit->insn_off && jit->func_off ? 0 : -ENOMEM;
}

int ab_jit_begin(struct ab_jit *jit, const struct ab_code *code, const struct ab_jit_env *env)
{
	struct ab_jit_work *work;
	int err;

	memset(jit, 0, sizeof(*jit));
	jit->code = code;
	jit->env = env;
	if (!target || !code->facts->subprog_cnt)
		return -EOPNOTSUPP;
	work = kvzalloc(sizeof(*work), GFP_KERNEL);
	if (!work)
		return -ENOMEM;
	jit->priv = work;
	work->jit = jit;
	work->code = code;
	work->env = env;
	err = alloc_tables(jit, work);
	return err ?: lay_out(work);
}

int ab_jit_emit(struct ab_jit *jit, void *buf, u64 addr)
{
	struct ab_jit_work *work = jit->priv;

	work->buf = buf;
	work->addr = addr;
	work->err = 0;
	emit_all(work);
	work->buf = NULL;
	if (WARN_ONCE(work->pos != jit->size,
		      "altbpf: image changed its size while it was written\n"))
		return -EFAULT;
	return work->err;
}

void ab_jit_end(struct ab_jit *jit)
{
	struct ab_jit_work *work = jit->priv;

	if (work) {
		kvfree(work->flags);
		kvfree(work->jump_end);
		kvfree(work);
	}
	kvfree(jit->insn_off);
	kvfree(jit->func_off);
	memset(jit, 0, sizeof(*jit));
}
