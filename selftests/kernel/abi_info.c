// SPDX-License-Identifier: GPL-2.0
/* OBJ_GET_INFO_BY_FD: sizes, kinds of descriptors, and that nothing but the answer comes out. */
#include <fcntl.h>
#include "harness.h"
#include "insn.h"

static int info(int fd, void *buf, uint32_t *len)
{
	union altbpf_attr attr = { .info = { .bpf_fd = fd, .info_len = *len, .info = (uintptr_t)buf } };
	int ret = ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr));

	*len = attr.info.info_len;
	return ret;
}

TEST(abi_info_map)
{
	union altbpf_attr attr = { .map_create = { .map_type = ALTBPF_MAP_TYPE_HASH, .key_size = 4, .value_size = 12,
						   .max_entries = 33, .map_flags = ALTBPF_F_NO_PREALLOC,
						   .map_name = "a_map.1" } };
	struct altbpf_map_info map = { 0 };
	uint32_t len = sizeof(map);
	int fd = ab_sys(ALTBPF_MAP_CREATE, &attr, sizeof(attr));

	CHECK(fd >= 0);
	CHECK(info(fd, &map, &len) == 0);
	CHECK_EQ(len, sizeof(map));
	CHECK_EQ(map.type, ALTBPF_MAP_TYPE_HASH);
	CHECK_EQ(map.key_size, 4);
	CHECK_EQ(map.value_size, 12);
	CHECK_EQ(map.max_entries, 33);
	CHECK_EQ(map.map_flags, ALTBPF_F_NO_PREALLOC);
	CHECK_STR(map.name, "a_map.1");
	CHECK(map.id > 0);
	CHECK_EQ(map.btf_id, 0);
}

TEST(abi_info_sizes)
{
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 4, 1, 0);
	unsigned char buf[512];
	uint32_t len;

	CHECK(fd >= 0);
	/* Short: just that much is written. */
	memset(buf, 0xaa, sizeof(buf));
	memset(buf, 0, 8);
	len = 8;
	CHECK(info(fd, buf, &len) == 0);
	CHECK_EQ(len, 8);
	CHECK_EQ(buf[0], ALTBPF_MAP_TYPE_ARRAY);
	CHECK_EQ(buf[8], 0xaa);
	/* Long: the tail must be zero; our size comes back. */
	memset(buf, 0, sizeof(buf));
	len = sizeof(buf);
	CHECK(info(fd, buf, &len) == 0);
	CHECK_EQ(len, sizeof(struct altbpf_map_info));
	buf[sizeof(buf) - 1] = 1;
	len = sizeof(buf);
	CHECK_ERR(info(fd, buf, &len), E2BIG);
	len = 5000;
	CHECK_ERR(info(fd, buf, &len), E2BIG);
	len = 8;
	CHECK_ERR(info(fd, (void *)8, &len), EFAULT);
}

TEST(abi_info_kinds)
{
	struct altbpf_prog_info prog = { 0 };
	uint32_t len = sizeof(prog);
	int null = open("/dev/null", O_RDWR);

	CHECK_ERR(info(-1, &prog, &len), EBADF);
	CHECK_ERR(info(1000, &prog, &len), EBADF);
	CHECK(null >= 0);
	CHECK_ERR(info(null, &prog, &len), EINVAL);
	CHECK_ERR(info(ab_device(), &prog, &len), EINVAL);
}

/* Every command that takes a descriptor, with a wrong one. */
TEST(abi_info_wrong_fds)
{
	int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 4, 1, 0), prog = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	int null = open("/dev/null", O_RDWR);
	union altbpf_attr attr;
	uint32_t zero = 0;

	CHECK(map >= 0 && prog >= 0 && null >= 0);
	CHECK_ERR(map_lookup(prog, &zero, &zero), EINVAL);
	CHECK_ERR(map_update(null, &zero, &zero, 0), EINVAL);
	CHECK_ERR(map_delete(-1, &zero), EBADF);
	CHECK_ERR(map_next_key(prog, &zero, &zero), EINVAL);
	CHECK_ERR(prog_run(map, NULL, 0, NULL, 0), EINVAL);
	CHECK_ERR(prog_run(-1, NULL, 0, NULL, 0), EBADF);
	attr = (union altbpf_attr){ .prog_bind_map = { .prog_fd = map, .map_fd = map } };
	CHECK_ERR(ab_sys(ALTBPF_PROG_BIND_MAP, &attr, sizeof(attr)), EINVAL);
	attr = (union altbpf_attr){ .prog_bind_map = { .prog_fd = prog, .map_fd = prog } };
	CHECK_ERR(ab_sys(ALTBPF_PROG_BIND_MAP, &attr, sizeof(attr)), EINVAL);
	CHECK_ERR(raw_tp_open("sched_switch", map), EINVAL);
	CHECK_ERR(raw_tp_open("sched_switch", -1), EBADF);
	CHECK_ERR(link_by_name(ALTBPF_PERF_EVENT_KPROBE, "vfs_read", 0, 0, map), EINVAL);
	CHECK_ERR(link_detach(prog), EINVAL);
	CHECK_ERR(link_detach(-1), EBADF);
	CHECK_ERR(LOAD(KPROBE, LD_MAP_FD(R1, -1), MOV_IMM(R0, 0), EXIT()), EBADF);
	CHECK_ERR(LOAD(KPROBE, LD_MAP_FD(R1, prog), MOV_IMM(R0, 0), EXIT()), EINVAL);
}
