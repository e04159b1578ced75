// SPDX-License-Identifier: GPL-2.0
/* Classic trace events: the record's fields against what the event really was about. */
#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include "attach.h"

#define EVENTS "/sys/kernel/tracing/events"

/* Offset of a field as the event's format file says. */
static int field_offset(const char *event, const char *field)
{
	char path[256], line[256], pattern[64];
	int offset = -1;
	FILE *f;

	snprintf(path, sizeof(path), EVENTS "/%s/format", event);
	f = fopen(path, "r");
	CHECK(f);
	while (offset < 0 && fgets(line, sizeof(line), f)) {
		char *semicolon = strchr(line, ';'), *off = strstr(line, "offset:");

		if (!semicolon || !off)
			continue;
		*semicolon = 0;
		snprintf(pattern, sizeof(pattern), " %s", field);
		if (strlen(line) > strlen(pattern) &&
		    (!strcmp(line + strlen(line) - strlen(pattern), pattern) || strstr(line, strcat(pattern, "["))))
			offset = atoi(off + 7);
	}
	fclose(f);
	CHECK(offset >= 8);
	return offset;
}

TEST(attach_tracepoint_sys_enter)
{
	int out = out_create(), prog, enter, leave, exit_prog, i, fd;
	static const char path[] = "/dev/null";
	struct altbpf_link_info info = { 0 };
	char name[64];

	prog = LOAD(TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(),
		    LDX(AB_DW, R7, R6, 8), OUT_SET(out, 0, R7), LDX(AB_DW, R7, R6, 16), OUT_SET(out, 1, R7),
		    LDX(AB_DW, R7, R6, 24), OUT_SET(out, 2, R7), LDX(AB_DW, R7, R6, 32), OUT_SET(out, 3, R7),
		    LDX(AB_DW, R7, R6, 40), OUT_SET(out, 4, R7), OUT_ADD(out, 5, 1), MOV_REG(R1, R6),
		    CALL(ALTBPF_FUNC_get_attach_cookie), OUT_SET(out, 6, R0), RETURN(0));
	exit_prog = LOAD(TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), LDX(AB_DW, R7, R6, 8), OUT_SET(out, 10, R7),
			 LDX(AB_DW, R7, R6, 16), OUT_SET(out, 11, R7), OUT_ADD(out, 12, 1), RETURN(0));
	CHECK(prog >= 0 && exit_prog >= 0);
	enter = link_by_name(TP, "syscalls/sys_enter_openat", 0, 99, prog);
	leave = link_by_name(TP, "syscalls/sys_exit_openat", 0, 0, exit_prog);
	CHECK(enter >= 0 && leave >= 0);
	info.perf_event.tracepoint.tp_name = (uintptr_t)name;
	info.perf_event.tracepoint.name_len = sizeof(name);
	CHECK(!link_info(enter, &info));
	CHECK_STR(name, "sys_enter_openat");
	out_clear(out);
	for (i = 0; i < 10; i++) {
		fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
		close(fd);
	}
	close(enter);
	CHECK_EQ(out_get(out, 0), SYS_openat);
	CHECK_EQ((int)out_get(out, 1), AT_FDCWD);
	CHECK_EQ(out_get(out, 2), (uintptr_t)path);
	CHECK_EQ(out_get(out, 3), O_RDWR | O_CLOEXEC);
	CHECK_EQ(out_get(out, 4), 0);
	CHECK_EQ(out_get(out, 5), 10);
	CHECK_EQ(out_get(out, 6), 99);
	CHECK_EQ(out_get(out, 10), SYS_openat);
	CHECK_EQ(out_get(out, 11), fd);
	CHECK_EQ(out_get(out, 12), 10);
	syscall(SYS_openat, AT_FDCWD, "/no/such/file", O_RDONLY, 0);
	CHECK_EQ((int64_t)out_get(out, 11), -ENOENT);
	CHECK_EQ(out_get(out, 5), 10);
	close(leave);
}

/* Two tasks on one CPU wake each other, so that each switches to the other. */
static void ping_pong(int rounds)
{
	int to[2], from[2], i;
	pid_t pid;
	char c = 0;

	CHECK(!pipe(to) && !pipe(from));
	pid = fork();
	if (!pid) {
		for (i = 0; i < rounds; i++)
			if (read(to[0], &c, 1) != 1 || write(from[1], &c, 1) != 1)
				break;
		_exit(0);
	}
	for (i = 0; i < rounds; i++) {
		CHECK_EQ(write(to[1], &c, 1), 1);
		CHECK_EQ(read(from[0], &c, 1), 1);
	}
	CHECK_EQ(waitpid(pid, NULL, 0), pid);
}

TEST(attach_tracepoint_sched_switch)
{
	int out = out_create(), prog, link, prev_pid = field_offset("sched/sched_switch", "prev_pid");
	int prev_comm = field_offset("sched/sched_switch", "prev_comm");
	int next_pid = field_offset("sched/sched_switch", "next_pid");
	char comm[16];

	CHECK(!prctl(PR_SET_NAME, "switcher"));
	pin_cpu(0);
	prog = LOAD(TRACEPOINT, MOV_REG(R6, R1), LDX(AB_W, R7, R6, prev_pid), JMP_IMM(AB_JEQ, R7, getpid(), 2), RETURN(0),
		    LDX(AB_DW, R7, R6, prev_comm), OUT_SET(out, 0, R7), LDX(AB_DW, R7, R6, prev_comm + 8),
		    OUT_SET(out, 1, R7), LDX(AB_W, R7, R6, next_pid), OUT_SET(out, 2, R7), OUT_ADD(out, 3, 1), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(TP, "sched/sched_switch", 0, 0, prog);
	CHECK(link >= 0);
	ping_pong(50);
	close(link);
	out_bytes(out, 0, comm, sizeof(comm));
	CHECK_STR(comm, "switcher");
	CHECK(out_get(out, 2) != (uint64_t)getpid());
	CHECK(out_get(out, 3) >= 50);
}

TEST(attach_tracepoint_many)
{
	int out = out_create(), a = LOAD_COUNTER(TRACEPOINT, out, 0), b = LOAD_COUNTER(TRACEPOINT, out, 1), links[4], i;

	links[0] = link_by_name(TP, "syscalls/sys_enter_getpgid", 0, 0, a);
	links[1] = link_by_name(TP, "syscalls/sys_enter_getpgid", 0, 0, b);
	links[2] = link_by_name(TP, "syscalls/sys_exit_getpgid", 0, 0, a);
	links[3] = link_by_name(TP, "syscalls/sys_enter_getsid", 0, 0, a);
	for (i = 0; i < 4; i++)
		CHECK(links[i] >= 0);
	call_getpgid(100);
	call_getsid(3);
	CHECK_EQ(out_get(out, 0), 203);
	CHECK_EQ(out_get(out, 1), 100);
	CHECK(!link_update(links[1], a, 0, 0));
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 233);
	CHECK_EQ(out_get(out, 1), 100);
	for (i = 0; i < 4; i++)
		close(links[i]);
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 233);
}

TEST(attach_tracepoint_perf_counts)
{
	int out = out_create(), prog, link, again;

	/* An event that goes through perf, twice. */
	prog = LOAD(TRACEPOINT, MOV_REG(R6, R1), ONLY_ME(), LDX(AB_DW, R7, R6, 8), JMP_IMM(AB_JNE, R7, SYS_getpgid, 5),
		    OUT_ADD(out, 0, 1), MOV_IMM(R0, 0), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(TP, "raw_syscalls/sys_enter", 0, 0, prog);
	again = link_by_name(TP, "raw_syscalls/sys_enter", 0, 0, prog);
	CHECK(link >= 0 && again >= 0);
	call_getpgid(200);
	CHECK_EQ(out_get(out, 0), 400);
	close(again);
	call_getpgid(200);
	CHECK_EQ(out_get(out, 0), 600);
	close(link);
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 600);
}

TEST(attach_tracepoint_every_category)
{
	int out = out_create(), prog = LOAD_COUNTER(TRACEPOINT, out, 0), tried = 0, attached = 0, link;
	DIR *dir = opendir(EVENTS), *events;
	struct dirent *category, *event;
	char path[600], name[600];

	CHECK(dir && prog >= 0);
	while ((category = readdir(dir))) {
		snprintf(path, sizeof(path), EVENTS "/%s", category->d_name);
		if (category->d_name[0] == '.' || !(events = opendir(path)))
			continue;
		while ((event = readdir(events))) {
			snprintf(path, sizeof(path), EVENTS "/%s/%s/id", category->d_name, event->d_name);
			if (event->d_name[0] == '.' || access(path, R_OK) || !strcmp(category->d_name, "ftrace"))
				continue;
			snprintf(name, sizeof(name), "%s/%s", category->d_name, event->d_name);
			link = link_by_name(TP, name, 0, 0, prog);
			tried++;
			if (link < 0)
				NOTE("%s: %s\n", name, strerror(errno));
			else
				attached++;
			close(link);
			break;
		}
		closedir(events);
	}
	closedir(dir);
	NOTE("one event of each of %d categories\n", tried);
	CHECK(tried > 40);
	CHECK_EQ(attached, tried);
}

TEST(attach_tracepoint_refusals)
{
	int out = out_create(), prog = LOAD_COUNTER(TRACEPOINT, out, 0), kp = LOAD_COUNTER(KPROBE, out, 0), wide;

	CHECK_ERR(link_by_name(TP, "sched/no_such_event", 0, 0, prog), ENOENT);
	CHECK_ERR(link_by_name(TP, "no_such_category/sched_switch", 0, 0, prog), ENOENT);
	CHECK_ERR(link_by_name(TP, "sched_switch", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(TP, "sched/", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(TP, "/sched_switch", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(TP, "sched/sched_switch", 1, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(TP, "sched/sched_switch", 0, 0, kp), EINVAL);
	/* Reads behind the record's end. */
	wide = LOAD(TRACEPOINT, LDX(AB_DW, R0, R1, 512), RETURN(0));
	CHECK(wide >= 0);
	CHECK_ERR(link_by_name(TP, "sched/sched_switch", 0, 0, wide), EACCES);
	CHECK_ERR(link_by_name(TP, "syscalls/sys_enter_openat", 0, 0, wide), EACCES);
	wide = LOAD(TRACEPOINT, LDX(AB_DW, R0, R1, 16), RETURN(0));
	CHECK_ERR(link_by_name(TP, "syscalls/sys_enter_getpid", 0, 0, wide), EACCES);
	close(link_by_name(TP, "syscalls/sys_enter_getpgid", 0, 0, wide));
}
