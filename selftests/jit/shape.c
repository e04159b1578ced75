// SPDX-License-Identifier: GPL-2.0
/* What images look like: entries, frames, dead code, reach, what is not taken, may_goto. */
#include "test.h"
#include <string.h>

static u64 return_address, parent_frame, grand_address;

/* Walks two frames as an unwinder does. */
static noinline u64 helper_walk(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	u64 *frame = __builtin_frame_address(0);

	return_address = frame[1];
	parent_frame = frame[0];
	grand_address = ((u64 *)parent_frame)[1];
	return ((u64)frame & 15) == 0;
}

static bool is_inside(const struct unit *unit, u64 address)
{
	return address >= (u64)unit->native.image && address < (u64)unit->native.image + unit->native.size;
}

static void check_frames(void)
{
	struct unit *unit = UNIT(MOVR(6, 1), SUBCALL(2), ADDR(0, 6), EXIT,
				 STI(AB_DW, 10, -8, 1), MOV(7, 2), CALL(100), EXIT);

	unit->helpers[100] = helper_walk;
	unit->facts.subprogs[1].stack = 8;
	unit_build(unit);
	CHECK_EQ(unit_run(unit, 5), 6); /* the stack is aligned at the call */
	CHECK_EQ(is_inside(unit, return_address), true);
	CHECK_EQ(is_inside(unit, grand_address), true);
	unit_free(unit);
}

static void check_entries(void)
{
	struct unit *unit = UNIT(MOVR(6, 1), IMM64(1, ALTBPF_PSEUDO_FUNC, 4), CALL(100), SUBCALL(3), EXIT, JA(0),
				 MOV(0, 1), EXIT, MOV(0, 2), EXIT);
	static const u8 endbr[4] = { 0xf3, 0x0f, 0x1e, 0xfa };
	struct ab_jit jit;
	u32 s;

	unit->helpers[100] = helper_walk;
	unit->env.endbr = true;
	CHECK_EQ(unit->facts.subprog_cnt, 3);
	CHECK_EQ(ab_jit_begin(&jit, &unit->code, &unit->env), 0);
	CHECK_EQ(ab_jit_emit(&jit, unit->native.image, (u64)unit->native.image), 0);
	for (s = 0; s < 3; s++)
		CHECK_EQ(jit.func_off[s] % 16, 0);
	CHECK_EQ(memcmp(unit->native.image + jit.func_off[0], endbr, 4), 0);
	CHECK_EQ(memcmp(unit->native.image + jit.func_off[1], endbr, 4), 0);
	CHECK_EQ(memcmp(unit->native.image + jit.func_off[2], endbr, 4) != 0, true);
	CHECK_EQ(jit.insn_off[unit->code.insn_cnt], jit.size);
	ab_jit_end(&jit);
	unit_free(unit);
}

/* r0 = *R1 == 5 ? 1 : 2 */
static u64 branch(u32 taken, u32 falls, u64 value, u32 *size)
{
	struct unit *unit = UNIT(LOAD(AB_DW, 1, 1, 0), JEQ(1, 5, 2), MOV(0, 2), EXIT, MOV(0, 1), EXIT);
	u64 r0;

	unit->facts.insn[1].taken = taken;
	unit->facts.insn[1].falls = falls;
	if (taken && !falls)
		unit->facts.insn[2].reachable = unit->facts.insn[3].reachable = 0;
	if (falls && !taken)
		unit->facts.insn[4].reachable = unit->facts.insn[5].reachable = 0;
	unit_build(unit);
	r0 = unit_run(unit, (u64)&value);
	*size = unit->native.size;
	unit_free(unit);
	return r0;
}

/* The engine believes the facts, so the code of the other way must be gone. */
static void check_dead_code(void)
{
	u32 both, one;

	CHECK_EQ(branch(1, 1, 5, &both), 1);
	CHECK_EQ(branch(1, 1, 6, &both), 2);
	CHECK_EQ(branch(0, 0, 6, &one), 2);
	CHECK_EQ(one, both);
	CHECK_EQ(branch(1, 0, 6, &one), 1);
	CHECK_EQ(one < both, true);
	CHECK_EQ(branch(0, 1, 5, &one), 2);
	CHECK_EQ(one < both, true);
}

static int try(struct unit *unit)
{
	return native_build(&unit->native, &unit->code, &unit->env, 0);
}

static void check_refusals(void)
{
	struct unit *unit = UNIT(LOAD(AB_DW, 0, 1, 0), EXIT);

	unit->facts.insn[0].region = AB_REGION_BTF;
	CHECK_EQ(try(unit), -95); /* EOPNOTSUPP */
	unit_free(unit);
	unit = UNIT(CALL(100), EXIT);
	CHECK_EQ(try(unit), -95); /* no such helper */
	unit->helpers[100] = (void *)0x7000000000000000ULL;
	unit->env.far_calls = false;
	CHECK_EQ(try(unit), -34); /* ERANGE */
	unit_free(unit);
	unit = UNIT(IMM64(1, ALTBPF_PSEUDO_FUNC, 3), CALL(100), MOV(0, 0), EXIT, MOV(3, 0),
		    CALL(ALTBPF_FUNC_tail_call), MOV(0, 0), EXIT);
	unit->helpers[100] = helper_walk;
	CHECK_EQ(unit->facts.subprogs[1].is_callback, true);
	unit->facts.subprogs[1].has_tail_call = 1;
	CHECK_EQ(try(unit), -95);
	unit_free(unit);
}

/* Counts turns of a loop that only may_goto ends. */
static void check_may_goto(void)
{
	struct unit *unit = UNIT(MOV(0, 0), I(AB_JMP | AB_JCOND, 0, 0, 2, 0), ADD(0, 1), JA(-3), EXIT);

	unit_build(unit);
	CHECK_EQ(unit_run(unit, 0), 8 * 1024 * 1024);
	unit_free(unit);
}

/* Prologues: nothing for a leaf; a program of two instructions is as small as can be. */
static void check_lean(void)
{
	struct unit *unit = UNIT(MOV(0, 0), EXIT);

	unit_build(unit);
	CHECK_EQ(unit->native.size, 4); /* xor eax, eax; ret; int3 */
	CHECK_EQ(unit_run(unit, 0), 0);
	unit_free(unit);
}

void test_shape(void)
{
	check_frames();
	check_entries();
	check_dead_code();
	check_refusals();
	check_may_goto();
	check_lean();
}
