// SPDX-License-Identifier: GPL-2.0
/* Tail calls: into other images, their limit, what makes them fall through, from subprograms. */
#include "test.h"
#include <stdlib.h>
#include <string.h>

static struct ab_tail_target targets[4];
static struct ab_tail_target *slots[4];
static struct ab_map_desc map;

static void set_up(void)
{
	memset(targets, 0, sizeof(targets));
	memset(slots, 0, sizeof(slots));
	memset(&map, 0, sizeof(map));
	map.max_entries = 4;
	map.slots = (u64)slots;
	map.addr = (u64)&map;
}

static void put_in(u32 slot, const struct unit *unit)
{
	targets[slot].native = unit->native.tail;
	slots[slot] = &targets[slot];
}

/* One run's counter is *R1; the program counts itself and tail calls @index. */
static struct unit *counter(s32 index, bool known)
{
	struct unit *unit = UNIT(MOVR(6, 1), LOAD(AB_DW, 7, 6, 0), ADD(7, 1), STORE(AB_DW, 6, 0, 7), MOVR(1, 6),
				 IMM64(2, 0, (u64)&map), MOV(3, index), CALL(ALTBPF_FUNC_tail_call), MOV(0, 77), EXIT);

	unit->maps[0] = &map;
	if (known)
		unit->facts.insn[8].map = 1;
	unit_build(unit);
	return unit;
}

static void check_falls_through(bool known)
{
	struct unit *unit;
	u64 count = 0;

	set_up();
	unit = counter(1, known); /* empty slot */
	CHECK_EQ(unit_run(unit, (u64)&count), 77);
	targets[1].native = 0; /* interpreted */
	slots[1] = &targets[1];
	CHECK_EQ(unit_run(unit, (u64)&count), 77);
	unit_free(unit);
	unit = counter(4, known); /* too large */
	put_in(3, unit);
	CHECK_EQ(unit_run(unit, (u64)&count), 77);
	unit_free(unit);
	unit = counter(-1, known);
	CHECK_EQ(unit_run(unit, (u64)&count), 77);
	CHECK_EQ(count, 4);
	unit_free(unit);
}

static void check_jumps(bool known)
{
	struct unit *first, *second;
	u64 count = 0;

	set_up();
	first = counter(2, known);
	second = UNIT(LOAD(AB_DW, 0, 1, 0), ADD(0, 1000), EXIT);
	unit_build(second);
	put_in(2, second);
	CHECK_EQ(unit_run(first, (u64)&count), 1001);
	unit_free(second);
	/* itself: 33 tail calls, then falls through */
	put_in(2, first);
	count = 0;
	CHECK_EQ(unit_run(first, (u64)&count), 77);
	CHECK_EQ(count, 34);
	count = 0;
	CHECK_EQ(unit_run(first, (u64)&count), 77); /* each run starts anew */
	CHECK_EQ(count, 34);
	unit_free(first);
}

/* A tail call in a subprogram ends the subprogram: the target returns to its caller. */
static void check_in_subprogram(void)
{
	struct unit *caller, *target;
	u64 count = 0;

	set_up();
	caller = UNIT(MOVR(6, 1), MOV(7, 5), STI(AB_DW, 10, -8, 9), SUBCALL(5), LOAD(AB_DW, 1, 10, -8), ADDR(0, 1),
		      ADDR(0, 7), ADD(0, 10000), EXIT,
		      MOV(7, 1), STI(AB_DW, 10, -16, 0), IMM64(2, 0, (u64)&map), MOV(3, 0), CALL(ALTBPF_FUNC_tail_call),
		      MOV(0, 1), EXIT);
	target = UNIT(LOAD(AB_DW, 0, 1, 0), ADD(0, 300), MOV(6, 0), MOV(7, 0), EXIT);
	unit_build(caller);
	unit_build(target);
	count = 4;
	CHECK_EQ(unit_run(caller, (u64)&count), 10000 + 5 + 9 + 1);
	put_in(0, target);
	CHECK_EQ(unit_run(caller, (u64)&count), 10000 + 5 + 9 + 304);
	unit_free(caller);
	unit_free(target);
}

/* The count is the run's: subprograms that came back do not give their tail calls back. */
static void check_shared_limit(void)
{
	struct unit *unit;
	u64 count = 0;

	set_up();
	/* main: 40 times { call sub }; sub: tail call a program that counts */
	unit = UNIT(MOVR(6, 1), MOV(7, 40), MOVR(1, 6), SUBCALL(4), ADD(7, -1),
		    I(AB_JMP | AB_JNE | AB_K, 7, 0, -4, 0), LOAD(AB_DW, 0, 6, 0), EXIT,
		    IMM64(2, 0, (u64)&map), MOV(3, 0), CALL(ALTBPF_FUNC_tail_call), EXIT);
	struct unit *target = UNIT(LOAD(AB_DW, 0, 1, 0), ADD(0, 1), STORE(AB_DW, 1, 0, 0), EXIT);

	unit_build(unit);
	unit_build(target);
	put_in(0, target);
	CHECK_EQ(unit_run(unit, (u64)&count), 33);
	unit_free(unit);
	unit_free(target);
}

void test_tail(void)
{
	check_falls_through(false);
	check_falls_through(true);
	check_jumps(false);
	check_jumps(true);
	check_in_subprogram();
	check_shared_limit();
}
