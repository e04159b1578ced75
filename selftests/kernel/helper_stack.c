// SPDX-License-Identifier: GPL-2.0
/* Stacks of kernel and user space, and signals from programs. */
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include "attach.h"

/* Saves a stack of at most 16 entries to out[0..], the result to out[40], at the next getpgid(). */
static int64_t save_stack(int out, uint32_t kind, uint64_t offset, uint64_t flags)
{
	int prog, link;

	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), MOV_REG(R1, R6), LD_MAP_VALUE(R2, out, 0), MOV_IMM(R3, 128),
		    LD_IMM64(R4, flags), CALL(ALTBPF_FUNC_get_stack), OUT_SET(out, 40, R0), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(kind, FN_GETPGID, offset, 0, prog);
	CHECK(link >= 0);
	call_getpgid(1);
	close(link);
	close(prog);
	return (int64_t)out_get(out, 40);
}

static bool in_kernel(uint64_t ip)
{
	return ip >= kernel_symbol("_stext") && ip < kernel_symbol("_etext");
}

static void check_kernel_stack(uint32_t kind, uint64_t offset)
{
	uint64_t call = kernel_symbol("do_syscall_64"), self = kernel_symbol(FN_GETPGID);
	int out = out_create(), i;
	int64_t len = save_stack(out, kind, offset, 0);
	bool found = false;

	CHECK(len >= 16 && len % 8 == 0);
	for (i = 0; i < len / 8; i++) {
		uint64_t ip = out_get(out, i);

		CHECK(in_kernel(ip));
		found |= ip > call && ip < call + 512;
	}
	CHECK(found);
	if (kind == KP)
		CHECK(out_get(out, 0) > self && out_get(out, 0) <= self + 6);
	for (; i < 16; i++)
		CHECK_EQ(out_get(out, i), 0);
}

TEST(helper_get_stack_kprobe)
{
	check_kernel_stack(KP, 0);
	check_kernel_stack(KP, 5);
}

TEST(helper_get_stack_kretprobe)
{
	check_kernel_stack(KRP, 0);
}

TEST(helper_get_stack_skip)
{
	int out = out_create();
	int64_t all = save_stack(out, KP, 0, 0);
	uint64_t second = out_get(out, 1);

	CHECK_EQ(save_stack(out, KP, 0, 1), all - 8);
	CHECK_EQ(out_get(out, 0), second);
	CHECK_EQ(save_stack(out, KP, 0, 200), -EFAULT);
	CHECK_EQ(out_get(out, 0), 0);
}

TEST(helper_get_stack_refusals)
{
	int out = out_create();

	CHECK_EQ(save_stack(out, KP, 0, 1 << 12), -EINVAL);
	CHECK_EQ(save_stack(out, KP, 0, ALTBPF_F_USER_BUILD_ID), -EINVAL);
	CHECK_EQ(out_get(out, 0), 0);
}

static uint64_t frames[3];

__attribute__((noinline, optimize("no-omit-frame-pointer", "no-optimize-sibling-calls"))) static int64_t inner(int out)
{
	int64_t ret;

	frames[0] = (uintptr_t)__builtin_return_address(0);
	ret = save_stack(out, KP, 0, ALTBPF_F_USER_STACK);
	asm volatile("" ::: "memory");
	return ret;
}

TEST(helper_get_stack_user)
{
	int out = out_create();
	int64_t len = inner(out);

	/* The syscall instruction itself is first; libc keeps no frame pointers, so no more is sure. */
	CHECK(len >= 8 && len % 8 == 0);
	CHECK(out_get(out, 0) > 0x1000 && out_get(out, 0) < 1ULL << 47);
}

TEST(helper_get_stack_raw_tp)
{
	int out = out_create(), prog, link;
	int64_t len;

	prog = LOAD(RAW_TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), MOV_REG(R1, R6), LD_MAP_VALUE(R2, out, 0), MOV_IMM(R3, 128),
		    MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_get_stack), OUT_SET(out, 40, R0), RETURN(0));
	CHECK(prog >= 0);
	link = raw_tp_open("sys_enter", prog);
	CHECK(link >= 0);
	call_getpgid(1);
	close(link);
	len = (int64_t)out_get(out, 40);
	CHECK(len >= 16);
	CHECK(in_kernel(out_get(out, 0)));
}

static volatile sig_atomic_t signalled;
static volatile pid_t signalled_tid;

static void on_signal(int sig)
{
	signalled++;
	signalled_tid = (pid_t)syscall(SYS_gettid);
}

static int64_t send_from(const char *tp, int helper, int sig)
{
	int out = out_create(), prog, link;

	/* One signal only: sched_switch would send many. */
	prog = LOAD(RAW_TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), LD_MAP_VALUE(R1, out, 8), LDX(AB_DW, R7, R1, 0),
		    JMP_IMM(AB_JNE, R7, 0, 9), OUT_ADD(out, 1, 1), MOV_IMM(R1, sig), CALL(helper), OUT_SET(out, 0, R0),
		    RETURN(0));
	CHECK(prog >= 0);
	link = raw_tp_open(tp, prog);
	CHECK(link >= 0);
	call_getpgid(1);
	usleep(20000);
	close(link);
	CHECK_EQ(out_get(out, 1), 1);
	return (int64_t)out_get(out, 0);
}

TEST(helper_send_signal)
{
	signal(SIGUSR1, on_signal);
	CHECK_EQ(send_from("sys_enter", ALTBPF_FUNC_send_signal, SIGUSR1), 0);
	CHECK_EQ(signalled, 1);
	CHECK_EQ(send_from("sys_enter", ALTBPF_FUNC_send_signal_thread, SIGUSR1), 0);
	CHECK_EQ(signalled, 2);
	CHECK_EQ(signalled_tid, getpid());
	/* With interrupts off and the run queue locked. */
	CHECK_EQ(send_from("sched_switch", ALTBPF_FUNC_send_signal, SIGUSR1), 0);
	CHECK_EQ(signalled, 3);
	CHECK_EQ(send_from("sched_switch", ALTBPF_FUNC_send_signal_thread, SIGUSR1), 0);
	CHECK_EQ(signalled, 4);
	CHECK_EQ(send_from("sys_enter", ALTBPF_FUNC_send_signal, 200), -EINVAL);
	CHECK_EQ(send_from("sched_switch", ALTBPF_FUNC_send_signal, 200), -EINVAL);
	CHECK_EQ(signalled, 4);
}
