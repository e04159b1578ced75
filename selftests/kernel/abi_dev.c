// SPDX-License-Identifier: GPL-2.0
/* The device and its one ioctl: who may open it, and the size rules that every command obeys. */
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include "harness.h"

#define BAD_PTR ((void *)8)

static long call(struct altbpf_call *c)
{
	return ioctl(ab_device(), ALTBPF_IOC_CALL, c);
}

TEST(abi_dev_ioctl)
{
	union altbpf_attr attr = { .map_create = { .map_type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8,
						   .max_entries = 1 } };
	struct altbpf_call c = { .cmd = ALTBPF_MAP_CREATE, .size = sizeof(attr), .attr = (uintptr_t)&attr };
	int fd;

	fd = call(&c);
	CHECK(fd >= 0);
	CHECK(fcntl(fd, F_GETFD) == FD_CLOEXEC);
	CHECK_ERR(ioctl(ab_device(), _IO(0xAB, 0x01), &c), ENOTTY);
	CHECK_ERR(ioctl(ab_device(), _IOW(0xAB, 0x02, struct altbpf_call), &c), ENOTTY);
	CHECK_ERR(ioctl(ab_device(), ALTBPF_IOC_CALL, BAD_PTR), EFAULT);
	c.reserved = 1;
	CHECK_ERR(call(&c), EINVAL);
	c.reserved = 0;
	c.attr = (uintptr_t)BAD_PTR;
	CHECK_ERR(call(&c), EFAULT);
	CHECK_ERR(read(ab_device(), &c, 1), EINVAL);
}

TEST(abi_dev_unknown_commands)
{
	static const int unknown[] = { 6, 7, 8, 9, 16, 20, 24, 25, 26, 27, 33, 36, 37, 38, 39, 1000, 0x7fff, 0x8003, -1 };
	union altbpf_attr attr = { 0 };
	size_t i;

	for (i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		CHECK_ERR(ab_sys(unknown[i], &attr, sizeof(attr)), EINVAL);
}

TEST(abi_dev_sizes)
{
	static union {
		union altbpf_attr attr;
		char bytes[8192];
	} u;
	int fd;

	u.attr.map_create.map_type = ALTBPF_MAP_TYPE_HASH;
	u.attr.map_create.key_size = 4;
	u.attr.map_create.value_size = 4;
	u.attr.map_create.max_entries = 4;
	/* Shorter than the union: zero-filled. */
	fd = ab_sys(ALTBPF_MAP_CREATE, &u.attr, 16);
	CHECK(fd >= 0);
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 12), EINVAL); /* no max_entries */
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 0), EINVAL);
	/* Longer: the tail must be zero, and not beyond a page. */
	CHECK(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 4096) >= 0);
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 4097), E2BIG);
	u.bytes[4095] = 1;
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 4096), E2BIG);
	CHECK(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 4095) >= 0);
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &u.attr, 0xffffffff), E2BIG);
}

/* Struct at the very end of a readable page: nothing behind its size may be read. */
TEST(abi_dev_size_at_page_end)
{
	char *pages = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	union altbpf_attr *attr;
	__u32 id;

	CHECK(pages != MAP_FAILED);
	CHECK(mprotect(pages + 4096, 4096, PROT_NONE) == 0);
	CHECK(map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 4, 1, 0) >= 0);
	attr = (void *)(pages + 4096 - 8);
	CHECK(ab_sys(ALTBPF_MAP_GET_NEXT_ID, attr, 8) == 0);
	memcpy(&id, pages + 4096 - 4, sizeof(id));
	CHECK(id > 0);
	CHECK_ERR(ab_sys(ALTBPF_MAP_GET_NEXT_ID, attr, 9), EFAULT);
}

/* Bytes behind a command's last field must be zero. */
TEST(abi_dev_nonzero_tail)
{
	static const struct {
		int cmd;
		size_t last;
	} rows[] = {
#define LAST(cmd, field) { ALTBPF_##cmd, offsetof(union altbpf_attr, field) + sizeof(((union altbpf_attr *)0)->field) }
		LAST(MAP_CREATE, map_create.map_extra),
		LAST(MAP_LOOKUP_ELEM, map_elem.flags),
		LAST(MAP_UPDATE_ELEM, map_elem.flags),
		LAST(MAP_DELETE_ELEM, map_elem.key),
		LAST(MAP_GET_NEXT_KEY, map_elem.next_key),
		LAST(MAP_LOOKUP_AND_DELETE_ELEM, map_elem.flags),
		LAST(MAP_FREEZE, map_elem.map_fd),
		LAST(PROG_LOAD, prog_load.fd_array_cnt),
		LAST(PROG_TEST_RUN, test.batch_size),
		LAST(PROG_GET_NEXT_ID, get_id.next_id),
		LAST(MAP_GET_NEXT_ID, get_id.next_id),
		LAST(BTF_GET_NEXT_ID, get_id.next_id),
		LAST(LINK_GET_NEXT_ID, get_id.next_id),
		LAST(PROG_GET_FD_BY_ID, get_id.prog_id),
		LAST(MAP_GET_FD_BY_ID, get_id.open_flags),
		LAST(BTF_GET_FD_BY_ID, get_id.btf_id),
		LAST(LINK_GET_FD_BY_ID, get_id.link_id),
		LAST(OBJ_GET_INFO_BY_FD, info.info),
		LAST(RAW_TRACEPOINT_OPEN, raw_tracepoint.cookie),
		LAST(BTF_LOAD, btf_load.btf_log_true_size),
		LAST(LINK_UPDATE, link_update.old_prog_fd),
		LAST(LINK_DETACH, link_detach.link_fd),
		LAST(ENABLE_STATS, enable_stats.type),
		LAST(PROG_BIND_MAP, prog_bind_map.flags),
		LAST(LINK_CREATE_BY_NAME, link_by_name.maxactive),
		LAST(LINK_HOLD, link_hold.hold),
		LAST(FEATURES, features.len),
	};
	union altbpf_attr attr;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(&attr, 0, sizeof(attr));
		((char *)&attr)[rows[i].last] = 1;
		errno = 0;
		if (ab_sys(rows[i].cmd, &attr, sizeof(attr)) != -1 || errno != EINVAL)
			ab_test_fail(__FILE__, __LINE__, "command %d: errno %d", rows[i].cmd, errno);
		((char *)&attr)[rows[i].last] = 0;
		((char *)&attr)[sizeof(attr) - 1] = 1;
		CHECK_ERR(ab_sys(rows[i].cmd, &attr, sizeof(attr)), EINVAL);
	}
}

TEST(abi_dev_privilege)
{
	int status;
	pid_t pid = fork();

	if (!pid) {
		CHECK(chmod("/dev/altbpf", 0666) == 0);
		CHECK(setresuid(1000, 1000, 1000) == 0);
		_exit(open(ALTBPF_DEVICE, O_RDWR) < 0 && errno == EPERM ? 0 : 1);
	}
	CHECK(waitpid(pid, &status, 0) == pid);
	CHECK(chmod("/dev/altbpf", 0600) == 0);
	CHECK_EQ(status, 0);
}

TEST(abi_dev_common_attr)
{
	static char log[65536];
	struct altbpf_common_attr common = { .log_buf = (uintptr_t)log, .log_size = sizeof(log), .log_level = 1 };
	union altbpf_attr attr = { 0 };
	struct altbpf_insn bad = { .code = 0xff };
	struct altbpf_call c = { .cmd = ALTBPF_PROG_LOAD, .size = sizeof(attr), .attr = (uintptr_t)&attr,
				 .common_attr = (uintptr_t)&common, .common_size = sizeof(common) };

	attr.prog_load.prog_type = ALTBPF_PROG_TYPE_KPROBE;
	attr.prog_load.insns = (uintptr_t)&bad;
	attr.prog_load.insn_cnt = 1;
	attr.prog_load.license = (uintptr_t)"GPL";
	CHECK(call(&c) == -1);
	CHECK(log[0] && common.log_true_size == strlen(log) + 1);
	/* Both logs, and not the same one. */
	attr.prog_load.log_level = 2;
	CHECK_ERR(call(&c), EUSERS);
	attr.prog_load.log_level = 0;
	common.pad = 1;
	CHECK_ERR(call(&c), EINVAL);
	common.pad = 0;
	c.common_size = 0;
	CHECK_ERR(call(&c), EINVAL);
	c.common_size = 5000;
	CHECK_ERR(call(&c), E2BIG);
	c.common_size = sizeof(common);
	c.common_attr = (uintptr_t)BAD_PTR;
	CHECK_ERR(call(&c), EFAULT);
}
