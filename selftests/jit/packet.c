// SPDX-License-Identifier: GPL-2.0
/* Classic packet loads, the same in both engines, inside and out of the packet. */
#include "test.h"
#include "core/spec/prog_type.h"

static u8 bytes[8] = { 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88 };

static u64 load(u8 code, s32 imm, u64 index, bool compiled)
{
	struct ab_skb_ctx skb = { .data = bytes, .data_end = bytes + sizeof(bytes) };
	struct unit *unit = UNIT(MOVR(6, 1), IMM64(7, 0, index), I(code, 0, AB_MODE(code) == AB_ABS ? 0 : 7, 0, imm),
				 ADD(0, 1), EXIT);
	u64 r0;

	unit_build(unit);
	r0 = compiled ? unit_run(unit, (u64)&skb) : ab_interp_run(&unit->code, (u64)&skb, 0);
	unit_free(unit);
	return r0;
}

static void check(u8 code, s32 imm, u64 index, u64 want)
{
	CHECK_EQ(load(code, imm, index, false), want);
	CHECK_EQ(load(code, imm, index, true), want);
}

void test_packet(void)
{
	check(AB_LD | AB_ABS | AB_B, 0, 0, 0x82);
	check(AB_LD | AB_ABS | AB_H, 2, 0, 0x8385);
	check(AB_LD | AB_ABS | AB_W, 4, 0, 0x85868789);
	check(AB_LD | AB_ABS | AB_W, 5, 0, 0);
	check(AB_LD | AB_ABS | AB_B, 8, 0, 0);
	check(AB_LD | AB_ABS | AB_B, -1, 0, 0);
	check(AB_LD | AB_IND | AB_B, 3, 4, 0x89);
	check(AB_LD | AB_IND | AB_H, -2, 4, 0x8385);
	check(AB_LD | AB_IND | AB_W, 1, 0xffffffff00000003ULL, 0x85868789);
	check(AB_LD | AB_IND | AB_W, 2, 3, 0);
	check(AB_LD | AB_IND | AB_H, 0, 0xffffffff, 0);
	check(AB_LD | AB_IND | AB_B, -8, 3, 0);
}
