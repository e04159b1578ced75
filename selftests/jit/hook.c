// SPDX-License-Identifier: GPL-2.0
/* The probe stub: arguments, their types, the guard, the slow way, the preempt count. */
#include "test.h"
#include <asm/prctl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The per-CPU part of a program, as load/ lays it out, and a preempt count. */
static struct {
	u32 active;
	u32 pad;
	u64 missed;
	u32 preempt;
} cpu;

static u32 slow_flag;
static u64 slow_args[4], slow_data, runs;
static u32 preempt_seen, active_seen;
static u64 nested;

static void slow_fn(u64 data, u64 *args)
{
	slow_data = data;
	memcpy(slow_args, args, sizeof(slow_args));
}

typedef void (*probe_fn)(u64 data, u64 a1, u64 a2, u64 a3, u64 a4, u64 a5, u64 a6, u64 a7, u64 a8,
			 u64 a9, u64 a10, u64 a11, u64 a12);
static probe_fn probe;

static void fire(void)
{
	probe(0xdddd, 0xffffffff00000081, 0xffffffffffff8182, 0x1111111180000003, 4, 5, 6, 7, 8, 9,
	      10, 11, 12);
}

/* Called by the program: looks at the state in the middle of a run, may enter again. */
static u64 helper_look(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	runs++;
	preempt_seen = cpu.preempt;
	active_seen = cpu.active;
	if (nested)
		fire();
	return 0;
}

static u64 sum_of_args;

static u64 helper_keep(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	u64 *args = (u64 *)r1;
	u32 i;

	sum_of_args = 0;
	for (i = 0; i < r2; i++)
		sum_of_args = sum_of_args * 3 + args[i];
	return 0;
}

static u64 expect(const u64 *args, u32 n)
{
	u64 sum = 0;
	u32 i;

	for (i = 0; i < n; i++)
		sum = sum * 3 + args[i];
	return sum;
}

static struct unit *prog;
static struct native stub;
static u32 counted, emitted;

static void build(struct ab_jit_hook *hook)
{
	hook->prog_entry = prog->native.entry;
	hook->miss_offset = 8;
	counted = ab_jit_emit_hook(hook, &prog->env, NULL, 0);
	CHECK_EQ(counted <= stub.room, true);
	emitted = ab_jit_emit_hook(hook, &prog->env, stub.image, (u64)stub.image);
	CHECK_EQ(emitted > 0 && emitted <= counted, true);
	probe = (probe_fn)stub.image;
}

static void check_args(u32 used, const s8 *types, u64 cpu_state)
{
	u64 want[12] = { 0xffffffff00000081,
			 0xffffffffffff8182,
			 0x1111111180000003,
			 4,
			 5,
			 6,
			 7,
			 8,
			 9,
			 10,
			 11,
			 12 };
	struct ab_jit_hook hook = { .nargs = 12, .used_args = used, .cpu_state = cpu_state };

	if (types) {
		memcpy(hook.arg_size, types, 3);
		want[0] = types[0] == -1 ? 0xffffffffffffff81 : types[0] == 1 ? 0x81 : want[0];
		want[1] = types[1] == -2 ? 0xffffffffffff8182 : types[1] == 2 ? 0x8182 : want[1];
		want[2] = types[2] == -4  ? 0xffffffff80000003
			  : types[2] == 4 ? 0x80000003
					  : want[2];
	}
	prog->insns[0].imm = used;
	prog->insns[0].dst_reg = 2;
	unit_build(prog);
	build(&hook);
	runs = 0;
	sum_of_args = 1;
	fire();
	CHECK_EQ(sum_of_args, expect(want, used));
	CHECK_EQ(runs, 1);
	CHECK_EQ(active_seen, 1);
	CHECK_EQ(cpu.active, 0);
	CHECK_EQ(cpu.missed, 0);
}

static void check_nesting(u64 cpu_state)
{
	struct ab_jit_hook hook = {
		.nargs = 12, .used_args = 2, .cpu_state = cpu_state, .preempt_count = cpu_state + 16
	};

	build(&hook);
	runs = 0;
	nested = 1;
	cpu.missed = 0;
	cpu.preempt = 7;
	fire();
	nested = 0;
	CHECK_EQ(runs, 1);
	CHECK_EQ(cpu.missed, 1);
	CHECK_EQ(cpu.active, 0);
	CHECK_EQ(preempt_seen, 8);
	CHECK_EQ(cpu.preempt, 7);
	cpu.missed = 0;
}

static void check_slow(u64 cpu_state)
{
	struct ab_jit_hook hook = { .nargs = 4,
				    .used_args = 4,
				    .cpu_state = cpu_state,
				    .slow = (u64)&slow_flag,
				    .slow_fn = (u64)slow_fn,
				    .slow_data = 0x123456789abcULL };

	build(&hook);
	runs = 0;
	fire();
	CHECK_EQ(runs, 1);
	slow_flag = 1;
	fire();
	slow_flag = 0;
	CHECK_EQ(runs, 1);
	CHECK_EQ(slow_data, 0x123456789abcULL);
	CHECK_EQ(slow_args[2], 0x1111111180000003);
	CHECK_EQ(slow_args[3], 4);
	CHECK_EQ(cpu.active, 0);
	fire();
	CHECK_EQ(runs, 2);
}

/* Per-CPU offsets of static variables fit 32 bits, those of allocations do not. */
static void check_all(u64 cpu_state)
{
	static const s8 zero[3] = { 1, 2, 4 }, sign[3] = { -1, -2, -4 };
	u32 used;

	syscall(SYS_arch_prctl, ARCH_SET_GS, (u64)&cpu - cpu_state);
	memset(&cpu, 0, sizeof(cpu));
	for (used = 0; used <= 12; used++)
		check_args(used, NULL, cpu_state);
	check_args(3, zero, cpu_state);
	check_args(12, sign, cpu_state);
	check_slow(cpu_state);
	if (cpu_state == (u32)cpu_state)
		check_nesting(cpu_state);
	syscall(SYS_arch_prctl, ARCH_SET_GS, 0);
}

void test_hook(void)
{
	struct ab_jit_hook near = { .prog_entry = 1ULL << 50, .nargs = 1 }, many = { .nargs = 13 };
	struct ab_jit_env env = { 0 };
	u8 buf[256];

	CHECK_EQ(native_init(&stub, 4096), 0);
	prog = UNIT(MOV(2, 0), CALL(100), CALL(101), MOV(0, 0), EXIT);
	prog->helpers[100] = helper_keep;
	prog->helpers[101] = helper_look;
	check_all(0x100);
	check_all((u64)&cpu - 0x10000); /* a base of 0x10000 */
	prog->env.endbr = true;
	check_all(0x100);
	CHECK_EQ(stub.image[0], 0xf3);
	unit_free(prog);
	native_fini(&stub);
	CHECK_EQ(ab_jit_emit_hook(&near, &env, buf, 0x1000), -34);
	CHECK_EQ(ab_jit_emit_hook(&many, &env, NULL, 0), -34);
}
