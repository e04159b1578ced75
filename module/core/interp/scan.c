// SPDX-License-Identifier: GPL-2.0
/*
 * Facts for code that no verifier saw, for interp.h: enough for the engines to run conformance
 * programs and what fuzzers make. Refuses what would let an engine leave the program.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include "core/interp/interp.h"
#include "core/isa/check.h"

struct scan {
	const struct altbpf_insn *insns;
	u32 cnt;
	struct ab_facts *facts;
	u8 *is_entry; /* by instruction: a subprogram starts here */
};

static bool is_second_half(const struct scan *scan, s64 pc)
{
	return pc > 0 && scan->insns[pc].code == 0 && scan->insns[pc - 1].code == AB_LD_IMM64;
}

static bool is_target(const struct scan *scan, s64 pc)
{
	return pc >= 0 && pc < scan->cnt && !is_second_half(scan, pc);
}

static bool can_jump(enum ab_insn_form form)
{
	return form == AB_FORM_JA || form == AB_FORM_COND_K || form == AB_FORM_COND_X ||
	       form == AB_FORM_MAY_GOTO;
}

static int scan_insn(struct scan *scan, u32 pc)
{
	const struct altbpf_insn *insn = &scan->insns[pc];
	enum ab_insn_form form = ab_insn_form(insn->code);
	struct ab_insn_fact *fact = &scan->facts->insn[pc];
	bool enters = ab_insn_is_subprog_call(insn) || ab_insn_is_callback_ref(insn);
	s64 next = (s64)pc + 1;

	if (ab_insn_check(scan->insns, scan->cnt, pc, NULL))
		return -EINVAL;
	if (can_jump(form) && !is_target(scan, next + ab_insn_jump_off(insn)))
		return -EINVAL;
	if (enters && !is_target(scan, next + insn->imm))
		return -EINVAL;
	if (enters)
		scan->is_entry[next + insn->imm] = 1;
	fact->reachable = 1;
	fact->taken = 1;
	fact->falls = 1;
	fact->is_callback = ab_insn_is_callback_ref(insn);
	if (form == AB_FORM_LDX || form == AB_FORM_ST || form == AB_FORM_STX || form == AB_FORM_ATOMIC)
		fact->region = AB_REGION_MIXED;
	if (ab_insn_is_helper_call(insn) && (u32)insn->imm < ALTBPF_FUNC_CNT)
		scan->facts->uses_helper[insn->imm / 64] |= 1ULL << (insn->imm % 64);
	return 0;
}

static int scan_insns(struct scan *scan)
{
	u32 pc;
	int err;

	scan->is_entry[0] = 1;
	for (pc = 0; pc < scan->cnt; pc++) {
		err = scan_insn(scan, pc);
		if (err)
			return err;
		if (ab_insn_is_ld_imm64(&scan->insns[pc]))
			scan->facts->insn[++pc].reachable = 1;
	}
	return 0;
}

/* Follows one path from @pc until it ends; false if it falls out of the program. */
static bool follow(struct scan *scan, u32 pc, u8 *seen, u32 *todo, u32 *todo_cnt)
{
	for (; pc < scan->cnt; pc++) {
		const struct altbpf_insn *insn = &scan->insns[pc];
		enum ab_insn_form form = ab_insn_form(insn->code);

		if (seen[pc])
			return true;
		seen[pc] = 1;
		if (can_jump(form) && !seen[pc + 1 + ab_insn_jump_off(insn)])
			todo[(*todo_cnt)++] = pc + 1 + ab_insn_jump_off(insn);
		if (form == AB_FORM_JA || form == AB_FORM_EXIT)
			return true;
		pc += form == AB_FORM_LD_IMM64;
	}
	return false;
}

/* Does every path end in an exit? At most one entry in todo per instruction that jumps or starts. */
static int check_ends(struct scan *scan)
{
	u32 *todo = kvcalloc(2 * (size_t)scan->cnt, sizeof(*todo), GFP_KERNEL);
	u8 *seen = kvcalloc(scan->cnt, 1, GFP_KERNEL);
	int err = todo && seen ? 0 : -ENOMEM;
	u32 pc, cnt = 0;

	for (pc = 0; pc < scan->cnt && !err; pc++)
		if (scan->is_entry[pc])
			todo[cnt++] = pc;
	while (cnt && !err) {
		pc = todo[--cnt];
		if (!follow(scan, pc, seen, todo, &cnt))
			err = -EINVAL;
	}
	kvfree(seen);
	kvfree(todo);
	return err;
}

static int make_subprogs(struct scan *scan)
{
	struct ab_facts *facts = scan->facts;
	u32 pc, n = 0;

	for (pc = 0; pc < scan->cnt; pc++)
		n += scan->is_entry[pc];
	if (n > AB_MAX_SUBPROGS)
		return -E2BIG;
	facts->subprogs = kvcalloc(n, sizeof(*facts->subprogs), GFP_KERNEL);
	if (!facts->subprogs)
		return -ENOMEM;
	for (pc = 0; pc < scan->cnt; pc++) {
		if (!scan->is_entry[pc])
			continue;
		if (facts->subprog_cnt)
			facts->subprogs[facts->subprog_cnt - 1].end = pc;
		facts->subprogs[facts->subprog_cnt].start = pc;
		facts->subprogs[facts->subprog_cnt].reachable = 1;
		facts->subprog_cnt++;
	}
	facts->subprogs[facts->subprog_cnt - 1].end = scan->cnt;
	return 0;
}

static u32 find_subprog(const struct ab_facts *facts, u32 start)
{
	u32 i;

	for (i = 0; i < facts->subprog_cnt; i++)
		if (facts->subprogs[i].start == start)
			return i;
	return 0;
}

/* Lowest byte of its own stack that an access through r10 touches, or all where r10 is copied. */
static u32 stack_use(const struct altbpf_insn *insn)
{
	u8 class = AB_CLASS(insn->code);
	bool src_is_fp = insn->src_reg == AB_REG_FP && AB_SRC(insn->code) == AB_X;

	switch (class) {
	case AB_ST:
	case AB_STX:
		if (class == AB_STX && insn->src_reg == AB_REG_FP)
			return AB_MAX_STACK;
		return insn->dst_reg == AB_REG_FP && insn->off < 0 ? -insn->off : 0;
	case AB_LDX:
		return insn->src_reg == AB_REG_FP && insn->off < 0 ? -insn->off : 0;
	case AB_ALU:
	case AB_ALU64:
		return src_is_fp ? AB_MAX_STACK : 0;
	default:
		return 0;
	}
}

static void describe_subprog(struct scan *scan, struct ab_subprog *sub)
{
	u32 stack = 0;
	u32 pc;

	for (pc = sub->start; pc < sub->end; pc++) {
		const struct altbpf_insn *insn = &scan->insns[pc];
		struct ab_insn_fact *fact = &scan->facts->insn[pc];

		stack = max(stack, stack_use(insn));
		if (insn->code == AB_CALL_CODE)
			sub->has_call = 1;
		if (ab_insn_is_helper_call(insn) && insn->imm == ALTBPF_FUNC_tail_call)
			sub->has_tail_call = 1;
		if (ab_insn_is_subprog_call(insn) || ab_insn_is_callback_ref(insn))
			fact->subprog = find_subprog(scan->facts, pc + 1 + insn->imm);
		if (ab_insn_is_callback_ref(insn))
			scan->facts->subprogs[fact->subprog].is_callback = 1;
	}
	sub->stack = min_t(u32, round_up(stack, 8), AB_MAX_STACK);
	sub->tail_call_below = sub->has_tail_call;
}

/* One round over all calls; true if something new was learnt. */
static bool spread_tail_calls(struct scan *scan)
{
	struct ab_facts *facts = scan->facts;
	bool changed = false;
	u32 i, pc;

	for (i = 0; i < facts->subprog_cnt; i++) {
		struct ab_subprog *sub = &facts->subprogs[i];

		for (pc = sub->start; pc < sub->end && !sub->tail_call_below; pc++) {
			if (!ab_insn_is_subprog_call(&scan->insns[pc]) ||
			    !facts->subprogs[facts->insn[pc].subprog].tail_call_below)
				continue;
			sub->tail_call_below = 1;
			changed = true;
		}
	}
	return changed;
}

static int scan_program(struct scan *scan)
{
	u32 i;
	int err;

	err = scan_insns(scan);
	if (!err)
		err = check_ends(scan);
	if (err)
		return err;
	err = make_subprogs(scan);
	if (err)
		return err;
	for (i = 0; i < scan->facts->subprog_cnt; i++)
		describe_subprog(scan, &scan->facts->subprogs[i]);
	while (spread_tail_calls(scan))
		;
	return 0;
}

int ab_code_scan(const struct altbpf_insn *insns, u32 insn_cnt, struct ab_facts *facts)
{
	struct scan scan = { insns, insn_cnt, facts };
	int err = -ENOMEM;

	memset(facts, 0, sizeof(*facts));
	if (!insn_cnt || insn_cnt > AB_MAX_INSNS)
		return -EINVAL;
	facts->insn_cnt = insn_cnt;
	facts->insn = kvcalloc(insn_cnt, sizeof(*facts->insn), GFP_KERNEL);
	scan.is_entry = kvcalloc(insn_cnt, 1, GFP_KERNEL);
	if (facts->insn && scan.is_entry)
		err = scan_program(&scan);
	kvfree(scan.is_entry);
	if (err)
		ab_facts_fini(facts);
	return err;
}
