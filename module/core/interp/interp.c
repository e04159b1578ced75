// SPDX-License-Identifier: GPL-2.0
/*
 * The interpreter, for interp.h: one function a form of instruction, kept so plain that it can
 * be compared with RFC 9669 line by line. All frames of a program share one 512-byte stack:
 *
 *	top                                             bottom
 *	| main, its facts' stack bytes | callee | callee of it |
 *	^ r10 of main                  ^ r10 of the callee
 *
 * Proved by selftests/conformance and selftests/corpus; the oracle of selftests/fuzz.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include "core/interp/alu.h"
#include "core/interp/interp.h"
#include "core/interp/mem.h"
#include "core/isa/check.h"
#include "core/spec/prog_type.h"

#define LOOP_BUDGET (8 * 1024 * 1024)

/*
 * A tail call out of a subprogram must come back to the subprogram's caller, so its target runs
 * on a C stack frame of its own; so many of them at most, further ones fail as an empty slot does.
 */
#define MAX_NESTING 4

/* What a caller finds again when its callee exits. */
struct frame {
	u64 saved[4]; /* r6 to r9 */
	u64 fp;
	u32 pc;
	u32 subprog;
};

/* Shared by all C frames of one run: a tail call's nesting and number. */
struct tally {
	u32 tail_calls;
	u32 nesting;
};

struct machine {
	u64 reg[AB_REG_CNT];
	const struct ab_code *code;
	u32 pc; /* the next instruction */
	u32 subprog;
	u32 depth;
	u32 budget; /* may_goto falls through so often */
	bool done;
	u64 stack_bottom;
	u64 stack_top;
	struct tally *tally;
	struct frame frames[AB_MAX_FRAMES - 1];
};

static u64 run_on_new_stack(const struct ab_code *code, u32 subprog, const u64 *args, u32 argc,
			    struct tally *tally);

/* Not for verified code: ends a run that cannot go on. */
static void abandon(struct machine *m)
{
	m->reg[0] = 0;
	m->done = true;
}

static u64 operand64(const struct machine *m, const struct altbpf_insn *insn)
{
	return AB_SRC(insn->code) == AB_X ? m->reg[insn->src_reg] : (u64)(s64)insn->imm;
}

static void do_alu(struct machine *m, const struct altbpf_insn *insn)
{
	u64 *dst = &m->reg[insn->dst_reg];
	u64 src = operand64(m, insn);
	u8 op = AB_OP(insn->code);

	if (AB_CLASS(insn->code) == AB_ALU64)
		*dst = ab_alu64(op, *dst, src, insn->off == 1);
	else
		*dst = ab_alu32(op, *dst, src, insn->off == 1);
}

static void do_mov(struct machine *m, const struct altbpf_insn *insn)
{
	u64 v = ab_alu_sign_extend(operand64(m, insn), insn->off);

	m->reg[insn->dst_reg] = AB_CLASS(insn->code) == AB_ALU64 ? v : (u32)v;
}

static void do_neg(struct machine *m, const struct altbpf_insn *insn)
{
	u64 v = -m->reg[insn->dst_reg];

	m->reg[insn->dst_reg] = AB_CLASS(insn->code) == AB_ALU64 ? v : (u32)v;
}

static void do_ld_imm64(struct machine *m, const struct altbpf_insn *insn, u32 pc)
{
	const struct ab_code *code = m->code;
	u64 v = ab_insn_imm64(insn);

	if (insn->src_reg == ALTBPF_PSEUDO_FUNC)
		v = (u64)(uintptr_t)&code->funcs[code->facts->insn[pc].subprog] | 1;
	m->reg[insn->dst_reg] = v;
	m->pc++;
}

/* Memory that may fault goes through the helper that survives it; it reads as 0 then. */
static u64 load_guarded(const struct machine *m, u8 code, u64 addr)
{
	ab_helper_fn read = m->code->helper_cnt > ALTBPF_FUNC_probe_read_kernel ?
			    m->code->helpers[ALTBPF_FUNC_probe_read_kernel] : NULL;
	u64 v = 0;

	if (!read || (s64)read((u64)(uintptr_t)&v, ab_insn_width(code), addr, 0, 0))
		return 0;
	return ab_mem_load(AB_SIZE(code), (u64)(uintptr_t)&v);
}

static void do_ldx(struct machine *m, const struct altbpf_insn *insn, u32 pc)
{
	u64 addr = m->reg[insn->src_reg] + insn->off;
	u64 v;

	if (unlikely(m->code->facts->insn[pc].region == AB_REGION_BTF))
		v = load_guarded(m, insn->code, addr);
	else
		v = ab_mem_load(AB_SIZE(insn->code), addr);
	if (AB_MODE(insn->code) == AB_MEMSX)
		v = ab_alu_sign_extend(v, 8 * ab_insn_width(insn->code));
	m->reg[insn->dst_reg] = v;
}

static void do_atomic(struct machine *m, const struct altbpf_insn *insn)
{
	u64 addr = m->reg[insn->dst_reg] + insn->off;
	u64 *src = &m->reg[insn->src_reg];
	u8 size = AB_SIZE(insn->code);
	u64 old;

	if (insn->imm == AB_LOAD_ACQ) {
		m->reg[insn->dst_reg] = ab_mem_load_acquire(size, *src + insn->off);
		return;
	}
	if (insn->imm == AB_STORE_REL) {
		ab_mem_store_release(size, addr, *src);
		return;
	}
	old = ab_mem_rmw(size, insn->imm, addr, *src, m->reg[0]);
	if (insn->imm == AB_CMPXCHG)
		m->reg[0] = old;
	else if (insn->imm & AB_FETCH)
		*src = old;
}

/* Classic packet loads of socket filters: r6 is the context; out of the packet ends the function. */
static bool load_packet(const struct machine *m, const struct altbpf_insn *insn, u64 *v)
{
	const struct ab_skb_ctx *skb = (const struct ab_skb_ctx *)(uintptr_t)m->reg[6];
	s64 len = (u64)(uintptr_t)skb->data_end - (u64)(uintptr_t)skb->data;
	s64 off = insn->imm;
	u8 size = AB_SIZE(insn->code);

	if (AB_MODE(insn->code) == AB_IND)
		off = (s32)((u32)insn->imm + (u32)m->reg[insn->src_reg]);
	if (off < 0 || off + ab_insn_width(insn->code) > len)
		return false;
	*v = ab_mem_load(size, (u64)(uintptr_t)skb->data + off);
	if (size != AB_B)
		*v = ab_alu_end(AB_ALU | AB_END | AB_TO_BE, *v, 8 * ab_insn_width(insn->code));
	return true;
}

static void do_cond(struct machine *m, const struct altbpf_insn *insn)
{
	u64 dst = m->reg[insn->dst_reg];
	u64 src = operand64(m, insn);

	if (AB_CLASS(insn->code) == AB_JMP32) {
		dst = (s32)dst;
		src = (s32)src;
	}
	if (ab_alu_cond(AB_OP(insn->code), dst, src))
		m->pc += insn->off;
}

static void do_may_goto(struct machine *m, const struct altbpf_insn *insn)
{
	if (m->budget)
		m->budget--;
	else
		m->pc += insn->off;
}

static void do_call_subprog(struct machine *m, u32 pc)
{
	const struct ab_facts *facts = m->code->facts;
	u32 callee = facts->insn[pc].subprog;
	u64 fp = m->reg[AB_REG_FP] - facts->subprogs[m->subprog].stack;
	struct frame *frame = &m->frames[m->depth];

	if (m->depth == ARRAY_SIZE(m->frames) ||
	    fp < m->stack_bottom + facts->subprogs[callee].stack) {
		abandon(m);
		return;
	}
	memcpy(frame->saved, &m->reg[6], sizeof(frame->saved));
	frame->fp = m->reg[AB_REG_FP];
	frame->pc = m->pc;
	frame->subprog = m->subprog;
	m->depth++;
	m->subprog = callee;
	m->pc = facts->subprogs[callee].start;
	m->reg[AB_REG_FP] = fp;
}

static void leave_frame(struct machine *m)
{
	const struct frame *frame;

	if (!m->depth) {
		m->done = true;
		return;
	}
	frame = &m->frames[--m->depth];
	memcpy(&m->reg[6], frame->saved, sizeof(frame->saved));
	m->reg[AB_REG_FP] = frame->fp;
	m->pc = frame->pc;
	m->subprog = frame->subprog;
}

static const struct ab_map_desc *find_map(const struct ab_code *code, u32 pc, u64 addr)
{
	u32 known = code->facts->insn[pc].map;
	u32 i;

	if (known)
		return code->maps[known - 1];
	for (i = 0; i < code->map_cnt; i++)
		if (code->maps[i]->addr == addr)
			return code->maps[i];
	return NULL;
}

static const struct ab_code *find_tail_target(const struct machine *m, u32 pc)
{
	const struct ab_map_desc *map = find_map(m->code, pc, m->reg[2]);
	struct ab_tail_target *const *slots;
	const struct ab_tail_target *target;
	u32 index = m->reg[3];

	if (!map || !map->slots || index >= map->max_entries)
		return NULL;
	slots = (struct ab_tail_target *const *)(uintptr_t)map->slots;
	target = READ_ONCE(slots[index]);
	return target ? target->code : NULL;
}

/* Falls through with r0 as it was when there is no target or too many calls were made. */
static void do_tail_call(struct machine *m, u32 pc)
{
	const struct ab_code *target = find_tail_target(m, pc);
	struct tally *tally = m->tally;

	if (!target || tally->tail_calls >= AB_MAX_TAIL_CALLS)
		return;
	if (m->depth && tally->nesting >= MAX_NESTING)
		return;
	tally->tail_calls++;
	if (m->depth) {
		tally->nesting++;
		m->reg[0] = run_on_new_stack(target, 0, &m->reg[1], 1, tally);
		tally->nesting--;
		leave_frame(m);
		return;
	}
	m->code = target;
	m->pc = 0;
	m->subprog = 0;
	m->reg[AB_REG_FP] = m->stack_top;
}

static void do_call(struct machine *m, const struct altbpf_insn *insn, u32 pc)
{
	const struct ab_code *code = m->code;
	u32 id = insn->imm;
	u64 *reg = m->reg;

	if (insn->src_reg == ALTBPF_PSEUDO_CALL)
		do_call_subprog(m, pc);
	else if (id == ALTBPF_FUNC_tail_call)
		do_tail_call(m, pc);
	else if (insn->src_reg == 0 && id < code->helper_cnt && code->helpers[id])
		reg[0] = code->helpers[id](reg[1], reg[2], reg[3], reg[4], reg[5]);
	else
		abandon(m);
}

static void step(struct machine *m)
{
	u32 pc = m->pc++;
	const struct altbpf_insn *insn = &m->code->insns[pc];
	u64 *reg = m->reg;

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
		do_alu(m, insn);
		break;
	case AB_FORM_MOV_K:
	case AB_FORM_MOV_X:
		do_mov(m, insn);
		break;
	case AB_FORM_NEG:
		do_neg(m, insn);
		break;
	case AB_FORM_END:
		reg[insn->dst_reg] = ab_alu_end(insn->code, reg[insn->dst_reg], insn->imm);
		break;
	case AB_FORM_LD_IMM64:
		do_ld_imm64(m, insn, pc);
		break;
	case AB_FORM_LD_ABS:
	case AB_FORM_LD_IND:
		if (!load_packet(m, insn, &reg[0])) {
			reg[0] = 0;
			leave_frame(m);
		}
		break;
	case AB_FORM_LDX:
		do_ldx(m, insn, pc);
		break;
	case AB_FORM_ST:
		ab_mem_store(AB_SIZE(insn->code), reg[insn->dst_reg] + insn->off, (s64)insn->imm);
		break;
	case AB_FORM_STX:
		ab_mem_store(AB_SIZE(insn->code), reg[insn->dst_reg] + insn->off,
			     reg[insn->src_reg]);
		break;
	case AB_FORM_ATOMIC:
		do_atomic(m, insn);
		break;
	case AB_FORM_JA:
		m->pc += ab_insn_jump_off(insn);
		break;
	case AB_FORM_COND_K:
	case AB_FORM_COND_X:
		do_cond(m, insn);
		break;
	case AB_FORM_MAY_GOTO:
		do_may_goto(m, insn);
		break;
	case AB_FORM_CALL:
		do_call(m, insn, pc);
		break;
	case AB_FORM_EXIT:
		leave_frame(m);
		break;
	case AB_FORM_UNKNOWN:
		abandon(m);
		break;
	}
}

/* Apart from its caller, so that neither C frame is large. */
static noinline u64 run_machine(const struct ab_code *code, u32 subprog, u8 *stack, const u64 *args,
				u32 argc, struct tally *tally)
{
	struct machine m;

	memset(m.reg, 0, sizeof(m.reg));
	memcpy(&m.reg[1], args, argc * sizeof(*args));
	m.code = code;
	m.subprog = subprog;
	m.pc = code->facts->subprogs[subprog].start;
	m.depth = 0;
	m.budget = LOOP_BUDGET;
	m.done = false;
	m.stack_bottom = (u64)(uintptr_t)stack;
	m.stack_top = m.stack_bottom + AB_MAX_STACK;
	m.reg[AB_REG_FP] = m.stack_top;
	m.tally = tally;
	while (!m.done)
		step(&m);
	return m.reg[0];
}

static noinline u64 run_on_new_stack(const struct ab_code *code, u32 subprog, const u64 *args,
				     u32 argc, struct tally *tally)
{
	u8 stack[AB_MAX_STACK] __aligned(8);

	return run_machine(code, subprog, stack, args, argc, tally);
}

u64 ab_interp_run(const struct ab_code *code, u64 r1, u64 r2)
{
	const u64 args[] = { r1, r2 };
	struct tally tally = {};

	return run_on_new_stack(code, 0, args, ARRAY_SIZE(args), &tally);
}

u64 ab_interp_callback(const struct ab_interp_func *func, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	const u64 args[] = { r1, r2, r3, r4, r5 };
	const struct ab_code *code = func->code;
	struct tally tally = {};

	return run_on_new_stack(code, func - code->funcs, args, ARRAY_SIZE(args), &tally);
}
