// SPDX-License-Identifier: GPL-2.0
/* Run statistics: exact while someone wants them, still while nobody does. */
#include "prog_util.h"

static void run(int fd, uint32_t repeat)
{
	union altbpf_attr attr = { .test = { .prog_fd = fd, .repeat = repeat } };

	CHECK(ab_sys(ALTBPF_PROG_TEST_RUN, &attr, sizeof(attr)) == 0);
}

static uint64_t runs(int fd)
{
	struct altbpf_prog_info info = { 0 };

	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.run_time_ns > 0, info.run_cnt > 0);
	return info.run_cnt;
}

TEST(run_stats_fd)
{
	union altbpf_attr attr = { 0 };
	int fd = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT()), a, b;

	run(fd, 10);
	CHECK_EQ(runs(fd), 0);
	a = ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr));
	b = ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr));
	CHECK(a >= 0 && b >= 0);
	run(fd, 1000);
	CHECK_EQ(runs(fd), 1000);
	close(a);
	run(fd, 1);
	CHECK_EQ(runs(fd), 1001);
	close(b);
	run(fd, 100);
	CHECK_EQ(runs(fd), 1001);
	attr.enable_stats.type = 1;
	CHECK_ERR(ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr)), EINVAL);
}

TEST(run_stats_param)
{
	int fd = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());

	set_param("stats", "1");
	set_param("stats", "1");
	run(fd, 7);
	set_param("stats", "0");
	run(fd, 7);
	CHECK_EQ(runs(fd), 7);
}
