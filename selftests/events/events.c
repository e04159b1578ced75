// SPDX-License-Identifier: GPL-2.0
/*
 * What an event costs: guest instructions a hit, for altbpf and, in the same boot, for the kernel's
 * own bpf(2). Runs in a VM that counts instructions as time (one a nanosecond), so the time stamp
 * counter gives exact figures; the smallest of many short loops has no interrupt in it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <x86intrin.h>
#include <linux/altbpf.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include "kernel/insn.h"

#define HITS 200
#define ROUNDS 60
#define FN "__x64_sys_getppid"

enum engine { ALTBPF, MAINLINE, ENGINES };

static int device;

static long call(enum engine engine, int cmd, union altbpf_attr *attr)
{
	struct altbpf_call call = { .cmd = (__u32)cmd, .size = 128, .attr = (uintptr_t)attr };

	if (engine == MAINLINE)
		return syscall(SYS_bpf, cmd, attr, 128);
	return ioctl(device, ALTBPF_IOC_CALL, &call);
}

static void die(const char *what)
{
	fprintf(stdout, "# %s: %s\n", what, strerror(errno));
	exit(1);
}

static int map_new(enum engine engine, uint32_t type, uint32_t key, uint32_t value, uint32_t entries)
{
	union altbpf_attr attr = { .map_create = { .map_type = type, .key_size = key, .value_size = value,
						   .max_entries = entries } };
	int fd = (int)call(engine, ALTBPF_MAP_CREATE, &attr);

	if (fd < 0)
		die("map");
	return fd;
}

static int load(enum engine engine, uint32_t type, const struct altbpf_insn *insns, size_t cnt)
{
	static char log[65536];
	union altbpf_attr attr = { .prog_load = { .prog_type = type, .insns = (uintptr_t)insns, .insn_cnt = (__u32)cnt,
						  .license = (uintptr_t)"GPL" } };
	int fd = (int)call(engine, ALTBPF_PROG_LOAD, &attr);

	if (fd >= 0)
		return fd;
	attr.prog_load.log_level = 1;
	attr.prog_load.log_buf = (uintptr_t)log;
	attr.prog_load.log_size = sizeof(log);
	call(engine, ALTBPF_PROG_LOAD, &attr);
	puts(log);
	die("prog");
	return -1;
}
#define LOAD_FOR(engine, type, ...) \
	load(engine, ALTBPF_PROG_TYPE_##type, PROG(__VA_ARGS__), PROG_LEN(PROG(__VA_ARGS__)))

static long number_in(const char *path)
{
	char text[32] = "";
	int fd = open(path, O_RDONLY);

	if (fd < 0 || read(fd, text, sizeof(text) - 1) <= 0)
		die(path);
	close(fd);
	return strtol(text, NULL, 0);
}

static int perf_attach(struct perf_event_attr *attr, int prog)
{
	int fd = (int)syscall(SYS_perf_event_open, attr, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);

	if (fd < 0 || ioctl(fd, PERF_EVENT_IOC_SET_BPF, prog) || ioctl(fd, PERF_EVENT_IOC_ENABLE, 0))
		die("perf event");
	return fd;
}

static int attach_kprobe(enum engine engine, int prog, uint64_t offset, int is_return)
{
	union altbpf_attr attr = { .link_by_name = { .prog_fd = (__u32)prog, .name = (uintptr_t)FN, .offset = offset } };
	struct perf_event_attr perf = { .size = sizeof(perf), .config1 = (uintptr_t)FN, .config2 = offset,
					.config = (uint64_t)is_return, .sample_period = 1, .wakeup_events = 1 };
	int fd;

	if (engine == MAINLINE) {
		perf.type = (uint32_t)number_in("/sys/bus/event_source/devices/kprobe/type");
		return perf_attach(&perf, prog);
	}
	attr.link_by_name.kind = is_return ? ALTBPF_PERF_EVENT_KRETPROBE : ALTBPF_PERF_EVENT_KPROBE;
	fd = (int)call(engine, ALTBPF_LINK_CREATE_BY_NAME, &attr);
	if (fd < 0)
		die("kprobe");
	return fd;
}

static int attach_tracepoint(enum engine engine, int prog, const char *name)
{
	union altbpf_attr attr = { .link_by_name = { .prog_fd = (__u32)prog, .name = (uintptr_t)name,
						     .kind = ALTBPF_PERF_EVENT_TRACEPOINT } };
	struct perf_event_attr perf = { .size = sizeof(perf), .type = PERF_TYPE_TRACEPOINT, .sample_period = 1,
					.sample_type = PERF_SAMPLE_RAW, .wakeup_events = 1 };
	char path[128];
	int fd;

	if (engine == MAINLINE) {
		snprintf(path, sizeof(path), "/sys/kernel/tracing/events/%s/id", name);
		perf.config = (uint64_t)number_in(path);
		return perf_attach(&perf, prog);
	}
	fd = (int)call(engine, ALTBPF_LINK_CREATE_BY_NAME, &attr);
	if (fd < 0)
		die(name);
	return fd;
}

static int attach_raw(enum engine engine, int prog, const char *name)
{
	union altbpf_attr attr = { .raw_tracepoint = { .name = (uintptr_t)name, .prog_fd = (__u32)prog } };
	int fd = (int)call(engine, ALTBPF_RAW_TRACEPOINT_OPEN, &attr);

	if (fd < 0)
		die(name);
	return fd;
}

static void hit_getppid(void)
{
	syscall(SYS_getppid);
}

static void hit_rename(void)
{
	syscall(SYS_prctl, PR_SET_NAME, "renamed", 0, 0, 0);
}

static double cost(void (*hit)(void))
{
	uint64_t best = UINT64_MAX, start, one;
	int round, i;

	for (round = 0; round < ROUNDS; round++) {
		start = __rdtsc();
		for (i = 0; i < HITS; i++)
			hit();
		one = __rdtsc() - start;
		if (one < best)
			best = one;
	}
	return (double)best / HITS;
}

static int empty(enum engine engine, uint32_t type)
{
	struct altbpf_insn prog[] = { MOV_IMM(R0, 0), EXIT() };

	return load(engine, type, prog, 2);
}

static int count_in_hash(enum engine engine)
{
	int map = map_new(engine, ALTBPF_MAP_TYPE_HASH, 4, 8, 1024);
	union altbpf_attr attr = { .map_elem = { .map_fd = (__u32)map } };
	uint32_t key = 7;
	uint64_t value = 0;

	attr.map_elem.key = (uintptr_t)&key;
	attr.map_elem.value = (uintptr_t)&value;
	if (call(engine, ALTBPF_MAP_UPDATE_ELEM, &attr))
		die("update");
	return LOAD_FOR(engine, KPROBE, ST(AB_W, R10, -4, 7), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -4), LD_MAP_FD(R1, map),
			CALL(ALTBPF_FUNC_map_lookup_elem), JMP_IMM(AB_JEQ, R0, 0, 2), MOV_IMM(R1, 1),
			ATOMIC(AB_DW, AB_ADD, R0, R1, 0), MOV_IMM(R0, 0), EXIT());
}

static int write_record(enum engine engine)
{
	int ring = map_new(engine, ALTBPF_MAP_TYPE_RINGBUF, 0, 0, 1 << 20);

	return LOAD_FOR(engine, KPROBE, LD_MAP_FD(R1, ring), MOV_IMM(R2, 16), MOV_IMM(R3, 0),
			CALL(ALTBPF_FUNC_ringbuf_reserve), JMP_IMM(AB_JEQ, R0, 0, 5), MOV_REG(R1, R0),
			ST(AB_DW, R1, 0, 1), ST(AB_DW, R1, 8, 2), MOV_IMM(R2, ALTBPF_RB_NO_WAKEUP),
			CALL(ALTBPF_FUNC_ringbuf_submit), MOV_IMM(R0, 0), EXIT());
}

enum { ENTRY, INSIDE, RETURN_OF, HASH, RING, RAW, RAW_SYS, CLASSIC, CLASSIC_SYS, PLACES };

static const struct {
	const char *name;
	void (*hit)(void);
} places[PLACES] = {
	[ENTRY] = { "kprobe at a function's entry, empty", hit_getppid },
	[INSIDE] = { "kprobe inside a function, empty", hit_getppid },
	[RETURN_OF] = { "kretprobe, empty", hit_getppid },
	[HASH] = { "kprobe, count in a hash map", hit_getppid },
	[RING] = { "kprobe, ring buffer record of 16 bytes", hit_getppid },
	[RAW] = { "raw tracepoint, empty", hit_rename },
	[RAW_SYS] = { "raw tracepoint sys_enter, empty", hit_getppid },
	[CLASSIC] = { "classic tracepoint, empty", hit_rename },
	[CLASSIC_SYS] = { "classic tracepoint sys_enter_*, empty", hit_getppid },
};

static uint64_t inside = 5;
static double cost_bare;

static int attach(enum engine engine, int place)
{
	switch (place) {
	case ENTRY:
		return attach_kprobe(engine, empty(engine, ALTBPF_PROG_TYPE_KPROBE), 0, 0);
	case INSIDE:
		return attach_kprobe(engine, empty(engine, ALTBPF_PROG_TYPE_KPROBE), inside, 0);
	case RETURN_OF:
		return attach_kprobe(engine, empty(engine, ALTBPF_PROG_TYPE_KPROBE), 0, 1);
	case HASH:
		return attach_kprobe(engine, count_in_hash(engine), 0, 0);
	case RING:
		return attach_kprobe(engine, write_record(engine), 0, 0);
	case RAW:
		return attach_raw(engine, empty(engine, ALTBPF_PROG_TYPE_RAW_TRACEPOINT), "task_rename");
	case RAW_SYS:
		return attach_raw(engine, empty(engine, ALTBPF_PROG_TYPE_RAW_TRACEPOINT), "sys_enter");
	case CLASSIC:
		return attach_tracepoint(engine, empty(engine, ALTBPF_PROG_TYPE_TRACEPOINT), "task/task_rename");
	}
	return attach_tracepoint(engine, empty(engine, ALTBPF_PROG_TYPE_TRACEPOINT), "syscalls/sys_enter_getppid");
}

/* A place inside the function that the kernel can optimise: the cheapest one for its own bpf(2). */
static void find_inside(void)
{
	struct perf_event_attr perf = { .size = sizeof(perf), .config1 = (uintptr_t)FN, .sample_period = 1,
					.wakeup_events = 1 };
	int prog = empty(MAINLINE, ALTBPF_PROG_TYPE_KPROBE), fd;
	double one, best = 1e9;

	perf.type = (uint32_t)number_in("/sys/bus/event_source/devices/kprobe/type");
	for (perf.config2 = 5; perf.config2 < 64; perf.config2++) {
		fd = (int)syscall(SYS_perf_event_open, &perf, -1, 0, -1, PERF_FLAG_FD_CLOEXEC);
		if (fd < 0)
			continue;
		if (!ioctl(fd, PERF_EVENT_IOC_SET_BPF, prog) && !ioctl(fd, PERF_EVENT_IOC_ENABLE, 0)) {
			usleep(300000);
			one = cost(hit_getppid);
			/* Places that are not always reached look cheap, too. */
			if (one < best && one > cost_bare + 100) {
				best = one;
				inside = perf.config2;
			}
		}
		close(fd);
	}
	close(prog);
	usleep(300000);
}

int main(void)
{
	double bare, got[ENGINES];
	int place, fd;
	enum engine engine;

	device = open(ALTBPF_DEVICE, O_RDWR);
	if (device < 0)
		die(ALTBPF_DEVICE);
	cost_bare = cost(hit_getppid);
	find_inside();
	printf("# inside: " FN "+%d\n", (int)inside);
	printf("%-42s %8s %8s   guest instructions a hit\n", "", "altbpf", "bpf(2)");
	for (place = 0; place < PLACES; place++) {
		bare = cost(places[place].hit);
		for (engine = 0; engine < ENGINES; engine++) {
			fd = attach(engine, place);
			usleep(300000); /* kprobes are optimised in the background */
			got[engine] = cost(places[place].hit) - bare;
			close(fd);
			usleep(100000);
		}
		printf("%-42s %8.1f %8.1f\n", places[place].name, got[ALTBPF], got[MAINLINE]);
		fflush(stdout);
	}
	return 0;
}
