// SPDX-License-Identifier: GPL-2.0
/* PROG_TEST_RUN of programs with flat contexts, and the rules that all kinds share. */
#include <signal.h>
#include <sys/time.h>
#include "prog_util.h"

static long test_run(union altbpf_attr *attr)
{
	return ab_sys(ALTBPF_PROG_TEST_RUN, attr, sizeof(*attr));
}

TEST(run_test_raw_tracepoint)
{
	uint64_t args[13] = { 1, 2, 3, 4 };
	int fd = LOAD(RAW_TRACEPOINT, LDX(AB_DW, R0, R1, 24), EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd, .ctx_in = (uintptr_t)args, .ctx_size_in = 32 } };

	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 4);
	attr.test.ctx_size_in = 96;
	CHECK(test_run(&attr) == 0);
	attr.test.ctx_size_in = 24; /* less than it reads */
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.ctx_size_in = 104;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.ctx_size_in = 32;
	attr.test.ctx_in = 8;
	CHECK_ERR(test_run(&attr), EFAULT);
	attr.test.ctx_in = (uintptr_t)args;
	attr.test.repeat = 1;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.repeat = 0;
	attr.test.data_in = (uintptr_t)args;
	CHECK_ERR(test_run(&attr), EINVAL);
}

TEST(run_test_on_cpu)
{
	uint64_t args[12] = { 0 };
	int fd = LOAD(RAW_TRACEPOINT, CALL(ALTBPF_FUNC_get_smp_processor_id), EXIT()), cpu;
	union altbpf_attr attr = { .test = { .prog_fd = fd, .ctx_in = (uintptr_t)args, .ctx_size_in = 96,
					     .flags = ALTBPF_F_TEST_RUN_ON_CPU } };

	for (cpu = 0; cpu < 2; cpu++) {
		attr.test.cpu = cpu;
		CHECK(test_run(&attr) == 0);
		CHECK_EQ(attr.test.retval, cpu);
	}
	attr.test.cpu = 100000;
	CHECK_ERR(test_run(&attr), ENXIO);
	attr.test.cpu = 0xffffffff;
	CHECK_ERR(test_run(&attr), ENXIO);
	attr.test.flags = 0;
	attr.test.cpu = 1;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.cpu = 0;
	attr.test.flags = 2;
	CHECK_ERR(test_run(&attr), EINVAL);
}

TEST(run_test_kprobe)
{
	uint64_t regs[21] = { [14] = 1234 }, out[21] = { 0 };
	int fd = LOAD(KPROBE, LDX(AB_DW, R0, R1, 14 * 8), EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd, .ctx_in = (uintptr_t)regs, .ctx_size_in = sizeof(regs),
					     .ctx_out = (uintptr_t)out, .ctx_size_out = sizeof(out), .repeat = 5 } };

	IN_BOTH_ENGINES(jit) {
		CHECK(test_run(&attr) == 0);
		CHECK_EQ(attr.test.retval, 1234);
		CHECK(!memcmp(regs, out, sizeof(regs)));
	}
	/* Less than there is: the rest is zero. */
	attr.test.ctx_size_in = 14 * 8;
	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 0);
	attr.test.ctx_size_out = 8;
	CHECK_ERR(test_run(&attr), ENOSPC);
	CHECK_EQ(attr.test.ctx_size_out, sizeof(regs));
	/* No context at all. */
	attr = (union altbpf_attr){ .test = { .prog_fd = fd } };
	CHECK(test_run(&attr) == 0);
	attr.test.ctx_size_in = 8;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = (union altbpf_attr){ .test = { .prog_fd = fd, .ctx_in = (uintptr_t)regs } };
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = (union altbpf_attr){ .test = { .prog_fd = fd, .ctx_size_out = 8 } };
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = (union altbpf_attr){ .test = { .prog_fd = fd, .data_size_in = 8 } };
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = (union altbpf_attr){ .test = { .prog_fd = fd, .flags = 1 } };
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = (union altbpf_attr){ .test = { .prog_fd = fd, .batch_size = 1 } };
	CHECK_ERR(test_run(&attr), EINVAL);
}

TEST(run_test_tracepoint)
{
	uint64_t record[8] = { 0, 11, 22 };
	int fd = LOAD(TRACEPOINT, LDX(AB_DW, R0, R1, 8), LDX(AB_DW, R2, R1, 16), ALU64_REG(AB_ADD, R0, R2), EXIT());

	CHECK(fd >= 0);
	CHECK_EQ(prog_run(fd, record, sizeof(record), NULL, 0), 33);
}

TEST(run_test_repeat)
{
	int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
	int fd = LOAD(KPROBE, LD_MAP_VALUE(R1, map, 0), MOV_IMM(R2, 1), ATOMIC(AB_DW, AB_ADD, R1, R2, 0), MOV_IMM(R0, 5),
		      EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd, .repeat = 10000 } };
	uint64_t count;
	uint32_t key = 0;

	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 5);
	CHECK(attr.test.duration > 0);
	CHECK(map_lookup(map, &key, &count) == 0);
	CHECK_EQ(count, 10000);
}

static void on_alarm(int sig)
{
}

/* A signal ends a test run that would take for ever. */
TEST(run_test_signal)
{
	struct sigaction act = { .sa_handler = on_alarm };
	struct itimerval timer = { .it_value = { .tv_usec = 200000 } };
	int fd = LOAD(KPROBE, MOV_IMM(R0, 5), EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd, .repeat = 0xffffffff } };

	CHECK(sigaction(SIGALRM, &act, NULL) == 0);
	CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
	CHECK_ERR(test_run(&attr), EINTR);
}

TEST(run_test_unsupported_types)
{
	int fd = LOAD(PERF_EVENT, MOV_IMM(R0, 0), EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd } };

	if (fd < 0)
		ab_test_skip("no program type that cannot be tested");
	CHECK(test_run(&attr) == -1 && errno == 524);
}
