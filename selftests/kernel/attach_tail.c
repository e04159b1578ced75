// SPDX-License-Identifier: GPL-2.0
/*
 * Tail calls out of attached programs. The place knows how much of its context the attached
 * program reads, not what the program reads that a tail call brings in: that one finds zeroes
 * behind the place's own record, never the kernel's stack.
 */
#include "attach.h"

#define TAIL(array) LD_MAP_FD(R2, array), MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_tail_call)

/* A program array with @target in slot 0. */
static int array_of(int target)
{
	int array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 0);
	uint32_t key = 0;

	CHECK(target >= 0 && array >= 0);
	CHECK(map_update(array, &key, &target, 0) == 0);
	return array;
}

static void check_far(int out)
{
	out_clear(out);
	call_getpgid(100);
	CHECK_EQ(out_get(out, 0), 100);
	CHECK_EQ(out_get(out, 1), 0);
}

TEST(attach_tail_reads_behind_record)
{
	int out = out_create(), array, prog, link;

	/* out[1] |= the last word that a tracepoint's context may have */
	array = array_of(LOAD(TRACEPOINT, MOV_REG(R6, R1), LDX(AB_DW, R7, R6, 8184), OUT_ADD(out, 0, 1),
			      LD_MAP_VALUE(R1, out, 8), ATOMIC(AB_DW, AB_OR, R1, R7, 0), RETURN(0)));
	prog = LOAD(TRACEPOINT, TAIL(array), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(TP, "syscalls/sys_enter_getpgid", 0, 0, prog);
	CHECK(link >= 0);
	check_far(out);
	close(link);
	link = link_by_name(TP, "syscalls/sys_exit_getpgid", 0, 0, prog);
	CHECK(link >= 0);
	check_far(out);
}

TEST(attach_tail_reads_behind_args)
{
	int out = out_create(), array, prog, link;

	array = array_of(LOAD(RAW_TRACEPOINT, MOV_REG(R6, R1), LDX(AB_DW, R7, R6, 88), LDX(AB_DW, R8, R6, 16),
			      ALU64_REG(AB_OR, R7, R8), OUT_ADD(out, 0, 1), LD_MAP_VALUE(R1, out, 8),
			      ATOMIC(AB_DW, AB_OR, R1, R7, 0), RETURN(0)));
	prog = LOAD(RAW_TRACEPOINT, TAIL(array), RETURN(0));
	CHECK(prog >= 0);
	/* It has two arguments. */
	link = raw_tp_open("sys_enter", prog);
	CHECK(link >= 0);
	call_getpgid(100);
	CHECK(out_get(out, 0) >= 100);
	CHECK_EQ(out_get(out, 1), 0);
}

TEST(attach_tail_knows_cookie)
{
	int out = out_create(), array, prog, link;

	array = array_of(LOAD(KPROBE, CALL(ALTBPF_FUNC_get_attach_cookie), MOV_REG(R6, R0), OUT_SET(out, 0, R6), RETURN(0)));
	prog = LOAD(KPROBE, TAIL(array), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(KP, FN_GETPGID, 0, 0x1234567890, prog);
	CHECK(link >= 0);
	call_getpgid(1);
	CHECK_EQ(out_get(out, 0), 0x1234567890);
}
