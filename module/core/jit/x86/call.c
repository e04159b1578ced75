// SPDX-License-Identifier: GPL-2.0
/*
 * Calls: helpers (their arguments are where C wants them), subprograms, tail calls, and the few
 * helpers whose answer is one load from the per-CPU segment.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

static bool put_gs_load(struct ab_jit_work *work, u32 op, u32 off)
{
	if (!off)
		return false;
	ab_x86_abs(work, AB_XGS | op, AB_RAX, off);
	return true;
}

static bool lower_small_helper(struct ab_jit_work *work, u32 id)
{
	switch (id) {
	case ALTBPF_FUNC_get_smp_processor_id:
		return put_gs_load(work, 0x8b, work->env->cpu_offset);
	case ALTBPF_FUNC_get_current_task:
		return put_gs_load(work, AB_XW | 0x8b, work->env->current_task);
	default:
		return false;
	}
}

static void lower_helper(struct ab_jit_work *work, u32 i)
{
	u32 id = work->code->insns[i].imm;

	if (lower_small_helper(work, id) || ab_x86_lower_map_call(work, i))
		return;
	ab_x86_call_c(work, (u64)(uintptr_t)work->code->helpers[id]);
}

static u32 callee(const struct ab_jit_work *work, u32 i)
{
	const struct ab_facts *facts = work->code->facts;
	u32 start = i + 1 + work->code->insns[i].imm;
	u32 s = facts->insn[i].subprog;

	if (s < facts->subprog_cnt && facts->subprogs[s].start == start)
		return s;
	for (s = 0; s < facts->subprog_cnt; s++)
		if (facts->subprogs[s].start == start)
			return s;
	return 0; /* ab_x86_can_take() refused it */
}

void ab_x86_lower_call(struct ab_jit_work *work, u32 i)
{
	const struct altbpf_insn *insn = &work->code->insns[i];
	u32 s;

	if (ab_insn_is_helper_call(insn)) {
		if (insn->imm == ALTBPF_FUNC_tail_call)
			ab_x86_lower_tail_call(work, i);
		else
			lower_helper(work, i);
		return;
	}
	s = callee(work, i);
	/* The main program as a callee is not entered by its counting entry. */
	ab_x86_call(work, work->addr + (s ? work->jit->func_off[s] : work->jit->tail_off));
}

/* lea dst, [rip + callback]: the same size wherever the image goes. */
void ab_x86_lower_callback_ref(struct ab_jit_work *work, u32 i)
{
	ab_x86_rip(work, AB_XW | 0x8d, ab_x86_reg(work->code->insns[i].dst_reg),
		   work->addr + work->jit->func_off[callee(work, i)], 0);
}

/* T0 = the slot table, index checked; returns the mark of the branch for an index too large. */
static u32 put_slot_known(struct ab_jit_work *work, const struct ab_map_desc *map)
{
	u32 out;

	ab_x86_alu_imm(work, false, AB_X_CMP, AB_RDX, (s32)map->max_entries);
	out = ab_x86_skip_begin(work, AB_CC_AE);
	ab_x86_mov_imm64(work, AB_X86_T0, map->slots);
	return out;
}

static u32 put_slot_unknown(struct ab_jit_work *work)
{
	u32 out;

	ab_x86_rm(work, 0x3b, AB_RDX, AB_RSI, offsetof(struct ab_map_desc, max_entries));
	out = ab_x86_skip_begin(work, AB_CC_AE);
	ab_x86_rm(work, AB_XW | 0x8b, AB_X86_T0, AB_RSI, offsetof(struct ab_map_desc, slots));
	return out;
}

/*
 * tail_call(ctx, map, index): goes on in the other program unless the index is too large, the
 * slot is empty or interpreted, or the run has made its 33 already. R3's upper half is ignored.
 */
void ab_x86_lower_tail_call(struct ab_jit_work *work, u32 i)
{
	u8 map = work->code->facts->insn[i].map;
	u32 too_large, too_many, empty, interpreted;

	if (map && map <= work->code->map_cnt)
		too_large = put_slot_known(work, work->code->maps[map - 1]);
	else
		too_large = put_slot_unknown(work);
	ab_x86_alu_imm(work, false, AB_X_CMP, AB_X86_TAILS, AB_MAX_TAIL_CALLS);
	too_many = ab_x86_skip_begin(work, AB_CC_AE);
	ab_x86_mov(work, false, AB_X86_T1, AB_RDX);
	ab_x86_rmx(work, AB_XW | 0x8b, AB_X86_T0, AB_X86_T0, AB_X86_T1, 3, 0);
	ab_x86_test(work, true, AB_X86_T0, AB_X86_T0);
	empty = ab_x86_skip_begin(work, AB_CC_E);
	ab_x86_rm(work, AB_XW | 0x8b, AB_RAX, AB_X86_T0, offsetof(struct ab_tail_target, native));
	ab_x86_test(work, true, AB_RAX, AB_RAX);
	interpreted = ab_x86_skip_begin(work, AB_CC_E);
	ab_x86_alu_imm(work, false, AB_X_ADD, AB_X86_TAILS, 1);
	ab_x86_leave(work);
	ab_x86_jmp_reg(work, AB_RAX);
	ab_x86_skip_end(work, too_large);
	ab_x86_skip_end(work, too_many);
	ab_x86_skip_end(work, empty);
	ab_x86_skip_end(work, interpreted);
}
