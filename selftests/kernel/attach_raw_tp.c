// SPDX-License-Identifier: GPL-2.0
/* Raw tracepoints: the tracepoint's own arguments are the context. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include "attach.h"

/* Counts in out[word] the calls of syscall nr by this process; R1 is the context of sys_enter. */
#define COUNT_SYSCALL(out, word, nr) \
	MOV_REG(R6, R1), ONLY_ME(), LDX(AB_DW, R7, R6, 8), JMP_IMM(AB_JNE, R7, nr, 4), OUT_ADD(out, word, 1), RETURN(0)

static int open_cookie(const char *name, int prog, uint64_t cookie)
{
	union altbpf_attr attr = { 0 };

	attr.raw_tracepoint.name = (uintptr_t)name;
	attr.raw_tracepoint.prog_fd = (uint32_t)prog;
	attr.raw_tracepoint.cookie = cookie;
	return (int)ab_sys(ALTBPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr));
}

static void count_syscalls(const char *probe)
{
	int out = out_create(), prog, link, again;

	prog = LOAD(RAW_TRACEPOINT, COUNT_SYSCALL(out, 0, SYS_getpgid));
	CHECK(prog >= 0);
	link = raw_tp_open("sys_enter", prog);
	CHECK(link >= 0);
	CHECK_STR(fdinfo(link, "probe"), probe);
	call_getpgid(1000);
	CHECK_EQ(out_get(out, 0), 1000);
	again = raw_tp_open("sys_enter", prog);
	CHECK(again >= 0);
	call_getpgid(1000);
	CHECK_EQ(out_get(out, 0), 3000);
	close(link);
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 3010);
	close(again);
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 3010);
}

TEST(attach_raw_tp_counts_exactly)
{
	count_syscalls("jit");
}

TEST(attach_raw_tp_interpreted)
{
	write_file("/sys/module/altbpf/parameters/jit", "0");
	count_syscalls("c");
	write_file("/sys/module/altbpf/parameters/jit", "1");
}

TEST(attach_raw_tp_arguments)
{
	int out = out_create(), prog, link, fd;
	struct altbpf_link_info info = { 0 };
	char name[8];

	/* sys_exit(regs, ret): regs->orig_ax is the number. */
	prog = LOAD(RAW_TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), LDX(AB_DW, R7, R6, 8), OUT_SET(out, 0, R7),
		    LDX(AB_DW, R3, R6, 0), ALU64_IMM(AB_ADD, R3, 120), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -8),
		    MOV_IMM(R2, 8), CALL(ALTBPF_FUNC_probe_read_kernel), LDX(AB_DW, R8, R10, -8),
		    JMP_IMM(AB_JNE, R8, SYS_dup, 6), OUT_SET(out, 1, R8), OUT_SET(out, 2, R7), RETURN(0));
	CHECK(prog >= 0);
	link = raw_tp_open("sys_exit", prog);
	CHECK(link >= 0);
	fd = dup(0);
	CHECK_EQ(out_get(out, 1), SYS_dup);
	CHECK_EQ(out_get(out, 2), fd);
	CHECK_EQ(dup(-1), -1);
	CHECK_EQ((int64_t)out_get(out, 2), -EBADF);

	CHECK(!link_info(link, &info));
	CHECK_EQ(info.type, ALTBPF_LINK_TYPE_RAW_TRACEPOINT);
	CHECK_EQ(info.raw_tracepoint.tp_name_len, sizeof("sys_exit"));
	info.raw_tracepoint.tp_name = (uintptr_t)name;
	info.raw_tracepoint.tp_name_len = 8;
	CHECK_ERR(link_info(link, &info), ENOSPC);
	CHECK_STR(name, "sys_exi");
	info.raw_tracepoint.tp_name_len = 0;
	CHECK_ERR(link_info(link, &info), EINVAL);
	close(link);
}

TEST(attach_raw_tp_small_arguments)
{
	int out = out_create(), prog, link;

	/* sched_switch(bool preempt, prev, next, unsigned int prev_state): all bits of a word count. */
	prog = LOAD(RAW_TRACEPOINT, LDX(AB_DW, R7, R1, 0), LDX(AB_DW, R8, R1, 24), MOV_IMM(R6, 1),
		    JMP_REG(AB_JGT, R7, R6, 2), ALU64_IMM(AB_RSH, R8, 32), JMP_IMM(AB_JEQ, R8, 0, 6),
		    OUT_ADD(out, 0, 1), MOV_IMM(R0, 0), EXIT(), OUT_ADD(out, 1, 1), RETURN(0));
	CHECK(prog >= 0);
	link = raw_tp_open("sched_switch", prog);
	CHECK(link >= 0);
	usleep(300000);
	close(link);
	CHECK_EQ(out_get(out, 0), 0);
	CHECK(out_get(out, 1) > 0);
}

TEST(attach_raw_tp_cookie)
{
	int out = out_create(), prog, link;
	struct altbpf_link_info info = { 0 };

	prog = LOAD(RAW_TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), MOV_REG(R1, R6), CALL(ALTBPF_FUNC_get_attach_cookie),
		    OUT_SET(out, 0, R0), RETURN(0));
	if (prog < 0)
		ab_test_skip("get_attach_cookie is not for raw tracepoints");
	link = open_cookie("sys_enter", prog, 0x123456789abc);
	CHECK(link >= 0);
	call_getpgid(1);
	CHECK_EQ(out_get(out, 0), 0x123456789abc);
	CHECK(!link_info(link, &info));
	CHECK_EQ(info.raw_tracepoint.cookie, 0x123456789abc);
	close(link);
}

TEST(attach_raw_tp_update)
{
	int out = out_create(), a, b, link;

	a = LOAD(RAW_TRACEPOINT, COUNT_SYSCALL(out, 0, SYS_getpgid));
	b = LOAD(RAW_TRACEPOINT, COUNT_SYSCALL(out, 1, SYS_getpgid));
	link = raw_tp_open("sys_enter", a);
	CHECK(link >= 0);
	call_getpgid(10);
	CHECK(!link_update(link, b, ALTBPF_F_REPLACE, a));
	call_getpgid(20);
	CHECK_EQ(out_get(out, 0), 10);
	CHECK_EQ(out_get(out, 1), 20);
	CHECK(!link_update(link, a, 0, 0));
	call_getpgid(30);
	CHECK_EQ(out_get(out, 0), 40);
	CHECK_EQ(out_get(out, 1), 20);
	close(link);
}

TEST(attach_raw_tp_stats)
{
	union altbpf_attr attr = { .enable_stats = { .type = ALTBPF_STATS_RUN_TIME } };
	int out = out_create(), prog, link, stats;
	struct altbpf_prog_info info;

	prog = LOAD_COUNTER(RAW_TRACEPOINT, out, 0);
	link = raw_tp_open("sys_enter", prog);
	CHECK(link >= 0);
	stats = (int)ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr));
	CHECK(stats >= 0);
	out_clear(out);
	CHECK(!prog_info(prog, &info));
	call_getpgid(1000);
	close(link);
	CHECK(!prog_info(prog, &info));
	CHECK(info.run_cnt >= 1000 && info.run_time_ns > 0);
	close(stats);
}

TEST(attach_raw_tp_every_category)
{
	int out = out_create(), prog = LOAD_COUNTER(RAW_TRACEPOINT, out, 0), tried = 0, attached = 0, link;
	DIR *dir = opendir("/sys/kernel/tracing/events"), *events;
	struct dirent *category, *event;
	char path[600];

	CHECK(dir && prog >= 0);
	while ((category = readdir(dir))) {
		snprintf(path, sizeof(path), "/sys/kernel/tracing/events/%s", category->d_name);
		/* Events that are no tracepoints of their own. */
		if (category->d_name[0] == '.' || !strcmp(category->d_name, "syscalls") ||
		    !strcmp(category->d_name, "ftrace") || !(events = opendir(path)))
			continue;
		while ((event = readdir(events))) {
			snprintf(path, sizeof(path), "/sys/kernel/tracing/events/%s/%s/id", category->d_name, event->d_name);
			if (event->d_name[0] == '.' || access(path, R_OK))
				continue;
			link = raw_tp_open(event->d_name, prog);
			tried++;
			if (link < 0)
				NOTE("%s: %s\n", event->d_name, strerror(errno));
			else
				attached++;
			close(link);
			break;
		}
		closedir(events);
	}
	closedir(dir);
	NOTE("one tracepoint of each of %d categories\n", tried);
	CHECK(tried > 40);
	CHECK_EQ(attached, tried);
}

TEST(attach_raw_tp_refusals)
{
	int out = out_create(), prog = LOAD_COUNTER(RAW_TRACEPOINT, out, 0), wide;
	union altbpf_attr attr = { .raw_tracepoint = { .prog_fd = (uint32_t)prog, .name = 1 } };
	char name[200];

	CHECK_ERR(raw_tp_open("no_such_tracepoint", prog), ENOENT);
	CHECK_ERR(raw_tp_open("", prog), ENOENT);
	memset(name, 'x', sizeof(name));
	name[199] = 0;
	CHECK_ERR(raw_tp_open(name, prog), ENOENT);
	CHECK_ERR(ab_sys(ALTBPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr)), EFAULT);
	CHECK_ERR(raw_tp_open("sys_enter", -1), EBADF);
	CHECK_ERR(raw_tp_open("sys_enter", out), EINVAL);
	CHECK_ERR(raw_tp_open("sys_enter", LOAD_COUNTER(KPROBE, out, 0)), EINVAL);
	wide = LOAD(RAW_TRACEPOINT, LDX(AB_DW, R0, R1, 16), RETURN(0));
	CHECK(wide >= 0);
	/* Two arguments only. */
	CHECK_ERR(raw_tp_open("sys_enter", wide), EINVAL);
	close(raw_tp_open("sched_switch", wide));
}
