// SPDX-License-Identifier: GPL-2.0
/* The commands that most kernel tests need, in short form, for harness.h. */
#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include "harness.h"

int ab_device(void)
{
	static int fd = -1;

	if (fd < 0)
		fd = open(ALTBPF_DEVICE, O_RDWR | O_CLOEXEC);
	if (fd < 0)
		ab_test_fail(__FILE__, __LINE__, "cannot open %s: %s", ALTBPF_DEVICE, strerror(errno));
	return fd;
}

long ab_sys(int cmd, union altbpf_attr *attr, unsigned int size)
{
	struct altbpf_call call = { .cmd = (__u32)cmd, .size = size, .attr = (__u64)(uintptr_t)attr };

	return ioctl(ab_device(), ALTBPF_IOC_CALL, &call);
}

int map_create(uint32_t type, uint32_t key_size, uint32_t value_size, uint32_t max_entries, uint32_t flags)
{
	union altbpf_attr attr = { .map_create = { .map_type = type, .key_size = key_size, .value_size = value_size,
						   .max_entries = max_entries, .map_flags = flags } };

	return (int)ab_sys(ALTBPF_MAP_CREATE, &attr, sizeof(attr));
}

static int map_elem(int cmd, int fd, const void *key, const void *value, uint64_t flags)
{
	union altbpf_attr attr = { 0 };

	attr.map_elem.map_fd = (__u32)fd;
	attr.map_elem.key = (uintptr_t)key;
	attr.map_elem.value = (uintptr_t)value;
	attr.map_elem.flags = flags;
	return (int)ab_sys(cmd, &attr, sizeof(attr));
}

int map_lookup(int fd, const void *key, void *value)
{
	return map_elem(ALTBPF_MAP_LOOKUP_ELEM, fd, key, value, 0);
}

int map_update(int fd, const void *key, const void *value, uint64_t flags)
{
	return map_elem(ALTBPF_MAP_UPDATE_ELEM, fd, key, value, flags);
}

int map_delete(int fd, const void *key)
{
	return map_elem(ALTBPF_MAP_DELETE_ELEM, fd, key, NULL, 0);
}

int map_next_key(int fd, const void *key, void *next)
{
	return map_elem(ALTBPF_MAP_GET_NEXT_KEY, fd, key, next, 0);
}

int prog_load_log(uint32_t type, const struct altbpf_insn *insns, size_t cnt, char *log, size_t size)
{
	union altbpf_attr attr = { 0 };

	attr.prog_load.prog_type = type;
	attr.prog_load.insns = (uintptr_t)insns;
	attr.prog_load.insn_cnt = (__u32)cnt;
	attr.prog_load.license = (uintptr_t)"GPL";
	if (log) {
		log[0] = 0;
		attr.prog_load.log_buf = (uintptr_t)log;
		attr.prog_load.log_size = (__u32)size;
		attr.prog_load.log_level = ALTBPF_LOG_LEVEL1;
	}
	return (int)ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
}

int prog_load(uint32_t type, const struct altbpf_insn *insns, size_t cnt)
{
	static char log[65536];
	int fd = prog_load_log(type, insns, cnt, NULL, 0), err = errno;

	if (fd < 0) {
		prog_load_log(type, insns, cnt, log, sizeof(log));
		NOTE("refused: %s\n", log);
		errno = err;
	}
	return fd;
}

long prog_run(int fd, const void *ctx, uint32_t ctx_size, const void *data, uint32_t data_size)
{
	union altbpf_attr attr = { 0 };

	attr.test.prog_fd = (__u32)fd;
	attr.test.ctx_in = (uintptr_t)ctx;
	attr.test.ctx_size_in = ctx_size;
	attr.test.data_in = (uintptr_t)data;
	attr.test.data_size_in = data_size;
	if (ab_sys(ALTBPF_PROG_TEST_RUN, &attr, sizeof(attr)))
		return -1;
	return attr.test.retval;
}

int raw_tp_open(const char *name, int prog_fd)
{
	union altbpf_attr attr = { 0 };

	attr.raw_tracepoint.name = (uintptr_t)name;
	attr.raw_tracepoint.prog_fd = (__u32)prog_fd;
	return (int)ab_sys(ALTBPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr));
}

int link_by_name(uint32_t kind, const char *name, uint64_t offset, uint64_t cookie, int prog_fd)
{
	union altbpf_attr attr = { 0 };

	attr.link_by_name.prog_fd = (__u32)prog_fd;
	attr.link_by_name.kind = kind;
	attr.link_by_name.name = (uintptr_t)name;
	attr.link_by_name.offset = offset;
	attr.link_by_name.cookie = cookie;
	return (int)ab_sys(ALTBPF_LINK_CREATE_BY_NAME, &attr, sizeof(attr));
}

int link_detach(int fd)
{
	union altbpf_attr attr = { 0 };

	attr.link_detach.link_fd = (__u32)fd;
	return (int)ab_sys(ALTBPF_LINK_DETACH, &attr, sizeof(attr));
}

void pin_cpu(int cpu)
{
	cpu_set_t set;

	CPU_ZERO(&set);
	CPU_SET(cpu, &set);
	CHECK(sched_setaffinity(0, sizeof(set), &set) == 0);
}

int possible_cpus(void)
{
	int lo = 0, hi = 0;
	FILE *f = fopen("/sys/devices/system/cpu/possible", "r");

	if (!f)
		return (int)sysconf(_SC_NPROCESSORS_CONF);
	if (fscanf(f, "%d-%d", &lo, &hi) < 2)
		hi = lo;
	fclose(f);
	return hi + 1;
}
