// SPDX-License-Identifier: GPL-2.0
/*
 * libaltbpf's offline backend as a C program sees it, without libbpf: what bpf(2) users may count on,
 * errors first. Prints a line a case.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "libaltbpf.h"

static int failed;

static void check(const char *name, long got, long want)
{
	if (got == want) {
		printf("ok tools/offline-%s\n", name);
		return;
	}
	printf("not ok tools/offline-%s - got %ld, expected %ld\n", name, got, want);
	failed = 1;
}

/* Result or -errno, through the interposed syscall(), as any program would call. */
static long call(unsigned int cmd, union altbpf_attr *attr, unsigned int size)
{
	long ret = syscall(__NR_bpf, cmd, attr, size);

	return ret < 0 ? -errno : ret;
}

static long make_map(unsigned int type, unsigned int key, unsigned int value, unsigned int entries, unsigned int flags)
{
	union altbpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.map_create.map_type = type;
	attr.map_create.key_size = key;
	attr.map_create.value_size = value;
	attr.map_create.max_entries = entries;
	attr.map_create.map_flags = flags;
	return call(ALTBPF_MAP_CREATE, &attr, sizeof(attr));
}

static long load(const struct altbpf_insn *insns, unsigned int cnt, char *log, unsigned int size, unsigned int level)
{
	union altbpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.prog_load.prog_type = ALTBPF_PROG_TYPE_SOCKET_FILTER;
	attr.prog_load.insns = (unsigned long)insns;
	attr.prog_load.insn_cnt = cnt;
	attr.prog_load.license = (unsigned long)"GPL";
	attr.prog_load.log_buf = (unsigned long)log;
	attr.prog_load.log_size = size;
	attr.prog_load.log_level = level;
	return call(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
}

static void test_maps(void)
{
	union altbpf_attr attr;
	struct altbpf_map_info info;
	unsigned int key = 0;
	unsigned long long value = 77, got = 0;
	long fd;

	check("map-bad-type", make_map(99, 4, 8, 1, 0), -EINVAL);
	check("map-bad-key", make_map(ALTBPF_MAP_TYPE_ARRAY, 3, 8, 1, 0), -EINVAL);
	check("map-bad-ring", make_map(ALTBPF_MAP_TYPE_RINGBUF, 0, 0, 5000, 0), -EINVAL);
	fd = make_map(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, ALTBPF_F_RDONLY_PROG);
	check("map-create", fd >= 0, 1);

	memset(&attr, 0, sizeof(attr));
	attr.map_elem.map_fd = (unsigned int)fd;
	attr.map_elem.key = (unsigned long)&key;
	attr.map_elem.value = (unsigned long)&value;
	check("map-update", call(ALTBPF_MAP_UPDATE_ELEM, &attr, sizeof(attr)), 0);
	attr.map_elem.value = (unsigned long)&got;
	check("map-lookup", call(ALTBPF_MAP_LOOKUP_ELEM, &attr, sizeof(attr)), 0);
	check("map-contents", (long)got, 77);
	check("map-freeze", call(ALTBPF_MAP_FREEZE, &attr, sizeof(attr)), 0);
	check("map-frozen", call(ALTBPF_MAP_UPDATE_ELEM, &attr, sizeof(attr)), -EPERM);

	memset(&attr, 0, sizeof(attr));
	memset(&info, 0, sizeof(info));
	attr.info.bpf_fd = (unsigned int)fd;
	attr.info.info = (unsigned long)&info;
	attr.info.info_len = sizeof(info);
	check("map-info", call(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)), 0);
	check("map-info-value", info.value_size, 8);
	attr.info.bpf_fd = (unsigned int)dup((int)fd);
	check("map-info-dup", call(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)), 0);
	close((int)attr.info.bpf_fd);
	check("map-info-closed", call(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)), -EBADF);
	close((int)fd);
}

static void test_programs(void)
{
	static const struct altbpf_insn good[] = { { .code = 0xb7, .imm = 5 }, { .code = 0x95 } };
	static const struct altbpf_insn bad[] = { { .code = 0xbf, .dst_reg = 0, .src_reg = 3 }, { .code = 0x95 } };
	static const struct altbpf_insn map[] = {
		{ .code = 0x18, .dst_reg = 1, .src_reg = ALTBPF_PSEUDO_MAP_FD, .imm = 999 }, { .code = 0 },
		{ .code = 0xb7 }, { .code = 0x95 },
	};
	char log[4096], small[16];
	long fd = load(good, 2, NULL, 0, 0);

	check("load", fd >= 0, 1);
	check("verdict", (long)altbpf_offline_verdict((int)fd)->processed, 2);
	close((int)fd);
	check("load-nothing", load(good, 0, NULL, 0, 0), -E2BIG);
	check("load-log-without-level", load(good, 2, log, sizeof(log), 0), -EINVAL);
	check("refused", load(bad, 2, log, sizeof(log), 1), -EACCES);
	check("refused-log", strstr(log, "R3 !read_ok") != NULL, 1);
	check("refused-reason", altbpf_offline_verdict(-1)->reason != NULL, 1);
	memset(small, 'x', sizeof(small));
	check("log-full", load(bad, 2, small, sizeof(small), 1), -ENOSPC);
	check("log-full-ends", small[sizeof(small) - 1], 0);
	check("log-full-is-the-end", strcmp(small, log + strlen(log) - strlen(small)), 0);
	check("bad-map-fd", load(map, 4, log, sizeof(log), 1), -EBADF);
	check("bad-map-fd-log", strstr(log, "fd 999 is not pointing to valid bpf_map") != NULL, 1);
}

static void test_calls(void)
{
	union altbpf_attr attr[2];

	memset(attr, 0, sizeof(attr));
	check("unknown-command", call(12345, attr, sizeof(*attr)), -EINVAL);
	check("no-attr", call(ALTBPF_MAP_CREATE, NULL, sizeof(*attr)), -EFAULT);
	check("attach", call(ALTBPF_LINK_CREATE, attr, sizeof(*attr)), -EOPNOTSUPP);
	check("no-ids", call(ALTBPF_PROG_GET_NEXT_ID, attr, sizeof(*attr)), -ENOENT);
	((char *)&attr[1])[3] = 1;
	check("long-tail", call(ALTBPF_MAP_CREATE, attr, sizeof(attr)), -E2BIG);
	check("other-syscall", syscall(__NR_getpid), getpid());
}

int main(void)
{
	altbpf_use_offline();
	test_maps();
	test_programs();
	test_calls();
	return failed;
}
