// SPDX-License-Identifier: GPL-2.0
/* Calls on known maps: array look-ups as arithmetic, per-CPU ones through gs, direct functions. */
#include "test.h"
#include <asm/prctl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static u8 elems[64 * 24] __attribute__((aligned(8)));
static struct ab_map_desc map;

static u64 helper_fn(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	return 4712;
}

/* lookup(map, &key) with key = *(u32 *)R1 */
static struct unit *lookup(void)
{
	struct unit *unit = UNIT(LOAD(AB_W, 3, 1, 0), STORE(AB_W, 10, -4, 3), MOVR(2, 10), ADD(2, -4),
				 IMM64(1, 0, (u64)&map), CALL(ALTBPF_FUNC_map_lookup_elem), EXIT);

	unit->maps[1] = &map;
	unit->helpers[ALTBPF_FUNC_map_lookup_elem] = helper_fn;
	unit->facts.insn[6].map = 2;
	return unit;
}

static u64 look_up(struct unit *unit, u32 key)
{
	return unit_run(unit, (u64)&key);
}

static void check_array(u32 size)
{
	struct unit *unit = lookup();

	map = (struct ab_map_desc){ .inl = AB_MAP_INLINE_ARRAY, .max_entries = 64, .elem_size = size, .elems = (u64)elems };
	unit_build(unit);
	CHECK_EQ(look_up(unit, 0), (u64)elems);
	CHECK_EQ(look_up(unit, 63), (u64)elems + 63 * size);
	CHECK_EQ(look_up(unit, 64), 0);
	CHECK_EQ(look_up(unit, 0xffffffff), 0);
	CHECK_EQ(look_up(unit, 0x80000000), 0);
	unit->facts.insn[6].has_key = 1;
	unit->facts.insn[6].key = 5;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 9), (u64)elems + 5 * size);
	unit->facts.insn[6].key = 64;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 9), 0);
	unit_free(unit);
}

/* What this CPU's segment would hold, for the offsets below. */
static struct {
	u64 base;
	u32 cpu;
	u32 pad;
	u64 task;
} segment;

static void set_gs(u64 base)
{
	syscall(SYS_arch_prctl, ARCH_SET_GS, base);
}

static void check_percpu(void)
{
	u64 table[4] = { 0x1000, 0x2000, 0x3000, 0x4000 };
	struct unit *unit = lookup();

	segment.base = 0x500000;
	set_gs((u64)&segment - 0x40);
	map = (struct ab_map_desc){ .inl = AB_MAP_INLINE_PERCPU_ARRAY, .max_entries = 4, .elem_size = 8, .elems = (u64)table };
	unit->env.this_cpu_off = 0x40;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 0), 0x501000);
	CHECK_EQ(look_up(unit, 3), 0x504000);
	CHECK_EQ(look_up(unit, 4), 0);
	unit->facts.insn[6].has_key = 1;
	unit->facts.insn[6].key = 2;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 0), 0x503000);
	unit->facts.insn[6].key = 4;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 0), 0);
	unit_free(unit);
	set_gs(0);
}

static u64 seen_map, seen_key;

static u64 direct_fn(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	seen_map = r1;
	seen_key = *(u32 *)r2;
	return 4711;
}

static void check_direct(void)
{
	struct unit *unit = lookup();

	memset(&map, 0, sizeof(map));
	unit_build(unit);
	CHECK_EQ(look_up(unit, 3), 4712);
	map.fn[AB_MAP_FN_LOOKUP] = (u64)direct_fn;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 3), 4711);
	CHECK_EQ(seen_map, (u64)&map);
	CHECK_EQ(seen_key, 3);
	unit->facts.insn[6].map = 0;
	unit_build(unit);
	CHECK_EQ(look_up(unit, 3), 4712);
	unit_free(unit);
}

static void check_segment_helpers(void)
{
	struct unit *unit = UNIT(CALL(ALTBPF_FUNC_get_smp_processor_id), MOVR(6, 0), CALL(ALTBPF_FUNC_get_current_task),
				 ADDR(0, 6), EXIT);

	unit->helpers[ALTBPF_FUNC_get_smp_processor_id] = helper_fn;
	unit->helpers[ALTBPF_FUNC_get_current_task] = helper_fn;
	unit_build(unit);
	CHECK_EQ(unit_run(unit, 0), 2 * 4712);
	segment.cpu = 3;
	segment.task = 0x7000;
	set_gs((u64)&segment - 0x40);
	unit->env.cpu_offset = 0x48;
	unit->env.current_task = 0x50;
	unit_build(unit);
	CHECK_EQ(unit_run(unit, 0), 0x7003);
	set_gs(0);
	unit_free(unit);
}

void test_map(void)
{
	static const u32 sizes[] = { 1, 2, 4, 8, 16, 24 };
	u32 i;

	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		check_array(sizes[i]);
	check_percpu();
	check_direct();
	check_segment_helpers();
}
