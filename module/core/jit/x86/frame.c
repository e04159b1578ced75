// SPDX-License-Identifier: GPL-2.0
/*
 * Where functions begin and end. A frame, from high to low addresses:
 *
 *	return address
 *	caller's rbp	<- rbp, BPF's R10
 *	BPF stack	(as much as the function uses)
 *	may_goto's budget
 *	saved rbx r13 r14 r15 (those that it uses)
 *
 * A program with tail calls gets a small entry in front that counts them in r12 and keeps the
 * caller's; what it calls ends with a plain return, however many programs came between. So a
 * tail call is: undo the frame, jump.
 */
#include <linux/kernel.h>
#include <linux/string.h>
#include "core/jit/x86/lower.h"

#define FUNC_ALIGN 16
/* So many instructions may run without a frame: an unwinder that meets them loses one entry. */
#define LEAF_MAX 32

static const u8 saved_regs[] = { AB_RBX, AB_R13, AB_R14, AB_R15 };

struct uses {
	u32 regs; /* mask of BPF registers */
	bool calls;
	bool loops;
	bool budget;
};

static void look_at(struct ab_jit_work *work, const struct ab_subprog *sub, struct uses *uses)
{
	u32 i;

	memset(uses, 0, sizeof(*uses));
	for (i = sub->start; i < sub->end; i++) {
		const struct altbpf_insn *insn = &work->code->insns[i];

		if (!(work->flags[i] & AB_JIT_LIVE))
			continue;
		if (insn->code == AB_CALL_CODE) {
			uses->calls = true;
			continue;
		}
		uses->loops |= work->flags[i] & AB_JIT_LOOP;
		uses->budget |= insn->code == (AB_JMP | AB_JCOND);
		uses->regs |= 1U << insn->dst_reg;
		if (!ab_insn_is_ld_imm64(insn))
			uses->regs |= 1U << insn->src_reg;
		else
			i++;
	}
}

static void plan_frame(struct ab_jit_work *work, const struct ab_subprog *sub)
{
	struct ab_jit_frame *frame = &work->frame;
	struct uses uses;
	u32 pushed = 0, r;

	look_at(work, sub, &uses);
	memset(frame, 0, sizeof(*frame));
	for (r = 6; r <= 9; r++) {
		if (uses.regs & 1U << r) {
			frame->saved |= 1U << (r - 6);
			pushed++;
		}
	}
	if (uses.regs & 1U << AB_REG_FP)
		frame->stack = round_up(sub->stack, 8);
	if (uses.budget) {
		frame->stack += 8;
		frame->budget = -(s32)frame->stack;
	}
	/* Calls find the stack aligned as the C calling convention has it. */
	if (uses.calls && (frame->stack / 8 + pushed) % 2)
		frame->stack += 8;
	frame->keeps_frame = uses.calls || uses.loops || pushed || frame->stack ||
			     (uses.regs & 1U << AB_REG_FP) || sub->end - sub->start > LEAF_MAX;
}

static void enter(struct ab_jit_work *work)
{
	const struct ab_jit_frame *frame = &work->frame;
	u32 r;

	if (!frame->keeps_frame)
		return;
	ab_x86_push(work, AB_RBP);
	ab_x86_mov(work, true, AB_RBP, AB_RSP);
	if (frame->stack)
		ab_x86_alu_imm(work, true, AB_X_SUB, AB_RSP, frame->stack);
	for (r = 0; r < ARRAY_SIZE(saved_regs); r++)
		if (frame->saved & 1U << r)
			ab_x86_push(work, saved_regs[r]);
	if (frame->budget) {
		ab_x86_rm(work, AB_XW | 0xc7, 0, AB_RBP, frame->budget);
		ab_x86_put(work, AB_MAY_GOTO_BUDGET, 4);
	}
}

void ab_x86_leave(struct ab_jit_work *work)
{
	const struct ab_jit_frame *frame = &work->frame;
	int r;

	if (!frame->keeps_frame)
		return;
	for (r = ARRAY_SIZE(saved_regs) - 1; r >= 0; r--)
		if (frame->saved & 1U << r)
			ab_x86_pop(work, saved_regs[r]);
	if (frame->stack)
		ab_x86_put1(work, 0xc9); /* leave */
	else
		ab_x86_pop(work, AB_RBP);
}

static void align(struct ab_jit_work *work)
{
	ab_x86_traps(work, -work->pos & (FUNC_ALIGN - 1));
}

/* The entry of a program with tail calls: starts the count, calls what follows it. */
static void put_counting_entry(struct ab_jit_work *work)
{
	u32 call;

	ab_x86_push(work, AB_RBP);
	ab_x86_mov(work, true, AB_RBP, AB_RSP);
	ab_x86_push(work, AB_X86_TAILS);
	ab_x86_push(work, AB_X86_TAILS); /* for the alignment */
	ab_x86_mov_imm(work, AB_X86_TAILS, 0);
	call = work->pos;
	ab_x86_call(work, work->addr + work->jit->tail_off);
	if (WARN_ONCE(work->pos != call + 5, "altbpf: a call has an unexpected size\n"))
		work->err = -EFAULT;
	ab_x86_rm(work, AB_XW | 0x8b, AB_X86_TAILS, AB_RBP, -8);
	ab_x86_put1(work, 0xc9); /* leave */
	ab_x86_ret(work);
}

void ab_x86_begin(struct ab_jit_work *work, u32 subprog)
{
	const struct ab_subprog *sub = &work->code->facts->subprogs[subprog];

	align(work);
	work->jit->func_off[subprog] = work->pos;
	if (subprog == 0 || sub->is_callback)
		ab_x86_endbr(work);
	if (subprog == 0 && work->has_tail_calls) {
		/* It calls tail_off as the pass before left it. */
		put_counting_entry(work);
		align(work);
		work->jit->tail_off = work->pos;
		ab_x86_endbr(work);
	} else if (subprog == 0) {
		work->jit->tail_off = work->jit->func_off[0];
	}
	plan_frame(work, sub);
	enter(work);
}
