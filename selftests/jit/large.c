// SPDX-License-Identifier: GPL-2.0
/* Large programs: jumps over any distance, and those in which each jump's size hangs on the next one's. */
#include "test.h"
#include <stdlib.h>
#include <string.h>

#define CHAIN 20000

struct large {
	struct altbpf_insn *insns;
	struct ab_facts facts;
	struct ab_code code;
	struct native native;
};

static void large_init(struct large *large, u32 cnt)
{
	memset(large, 0, sizeof(*large));
	large->insns = calloc(cnt, sizeof(*large->insns));
	large->code =
		(struct ab_code){ .insns = large->insns, .insn_cnt = cnt, .facts = &large->facts };
}

static void check_same(struct large *large, u64 r1)
{
	struct ab_jit_env env = native_env();
	u64 want;

	CHECK_EQ(ab_code_scan(large->insns, large->code.insn_cnt, &large->facts), 0);
	CHECK_EQ(native_init(&large->native, 16 << 20), 0);
	CHECK_EQ(native_build(&large->native, &large->code, &env, 0), 0);
	want = ab_interp_run(&large->code, r1, 0);
	CHECK_EQ(((u64(*)(u64))large->native.entry)(r1), want);
	native_fini(&large->native);
	ab_facts_fini(&large->facts);
	free(large->insns);
}

/*
 * A jump forward over @gap instructions, and one back over them; @odd of them are a byte shorter than
 * the others, so that every distance in bytes occurs.
 */
static void check_distance(u32 gap, u32 odd, u64 r1)
{
	const struct altbpf_insn head[] = { MOV(0, 0), MOVR(2, 1), JEQ(2, 1, 0) };
	const struct altbpf_insn tail[] = { ADD(2, 1), I(AB_JMP | AB_JLE | AB_K, 2, 0, 0, 3),
					    EXIT };
	struct large large;
	u32 i;

	large_init(&large, 3 + gap + 3);
	memcpy(large.insns, head, sizeof(head));
	large.insns[2].off = gap;
	for (i = 0; i < gap; i++)
		large.insns[3 + i] = (struct altbpf_insn)I(
			(i < odd ? AB_ALU : AB_ALU64) | AB_XOR | AB_K, 0, 0, 0, 7 + i % 100);
	memcpy(large.insns + 3 + gap, tail, sizeof(tail));
	large.insns[4 + gap].off = -(s16)(3 + gap);
	check_same(&large, r1);
}

/*
 * Each jump spans just so much that it is short until the next one grows: a search that grows one
 * jump a round must end early.
 */
static void check_chain(void)
{
	struct large large;
	u32 i;

	large_init(&large, CHAIN + 64);
	for (i = 0; i < CHAIN; i++)
		large.insns[i] = (struct altbpf_insn)I(AB_JMP | AB_JA, 0, 0,
						       i + 66 < CHAIN ? 62 + i % 5 : 1, 0);
	for (; i < CHAIN + 63; i++)
		large.insns[i] = (struct altbpf_insn)MOV(0, i);
	large.insns[i] = (struct altbpf_insn)EXIT;
	check_same(&large, 0);
}

void test_large(void)
{
	u32 gap, odd;

	for (gap = 20; gap < 50; gap++) {
		for (odd = 0; odd < 4; odd++) {
			check_distance(gap, odd, 0);
			check_distance(gap, odd, 1);
		}
	}
	check_distance(30000, 0, 0);
	check_distance(30000, 0, 1);
	check_chain();
}
