// SPDX-License-Identifier: GPL-2.0
/* Numbers of objects: listing, opening by number, and what happens when the object goes. */
#include "harness.h"
#include "insn.h"

static int next_id(int cmd, uint32_t start, uint32_t *next)
{
	union altbpf_attr attr = { .get_id = { .start_id = start } };
	int ret = ab_sys(cmd, &attr, sizeof(attr));

	*next = attr.get_id.next_id;
	return ret;
}

static int fd_by_id(int cmd, uint32_t id, uint32_t open_flags)
{
	union altbpf_attr attr = { .get_id = { .prog_id = id, .open_flags = open_flags } };

	return ab_sys(cmd, &attr, sizeof(attr));
}

static uint32_t map_id(int fd)
{
	struct altbpf_map_info info = { 0 };
	union altbpf_attr attr = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	CHECK(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0);
	return info.id;
}

static uint32_t prog_id(int fd)
{
	struct altbpf_prog_info info = { 0 };
	union altbpf_attr attr = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	CHECK(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0);
	return info.id;
}

/* Objects go a little after their last descriptor where a worker frees them. */
static bool gone(int cmd, uint32_t id)
{
	int fd, i;

	for (i = 0; i < 100; i++) {
		fd = fd_by_id(cmd, id, 0);
		if (fd < 0)
			return errno == ENOENT;
		close(fd);
		usleep(10000);
	}
	return false;
}

TEST(abi_ids_map)
{
	int a = map_create(ALTBPF_MAP_TYPE_HASH, 4, 8, 16, 0), b = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), c;
	uint32_t ia, ib, ic, next, key = 1;
	uint64_t value = 7, got = 0;

	CHECK(a >= 0 && b >= 0);
	ia = map_id(a);
	ib = map_id(b);
	CHECK(ia && ib && ia != ib);
	CHECK(next_id(ALTBPF_MAP_GET_NEXT_ID, ia - 1, &next) == 0);
	CHECK_EQ(next, ia);
	c = fd_by_id(ALTBPF_MAP_GET_FD_BY_ID, ia, 0);
	CHECK(c >= 0);
	CHECK(map_update(a, &key, &value, 0) == 0);
	CHECK(map_lookup(c, &key, &got) == 0);
	CHECK_EQ(got, 7);
	/* The map lives as long as one descriptor does. */
	close(a);
	CHECK_EQ(map_id(c), ia);
	close(c);
	CHECK(gone(ALTBPF_MAP_GET_FD_BY_ID, ia));
	close(b);
	/* A number is not soon used again. */
	c = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
	ic = map_id(c);
	CHECK(ic > ib);
}

TEST(abi_ids_map_modes)
{
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), ro, wo;
	uint32_t id = map_id(fd), key = 0;
	uint64_t value = 9;

	ro = fd_by_id(ALTBPF_MAP_GET_FD_BY_ID, id, ALTBPF_F_RDONLY);
	wo = fd_by_id(ALTBPF_MAP_GET_FD_BY_ID, id, ALTBPF_F_WRONLY);
	CHECK(ro >= 0 && wo >= 0);
	CHECK_ERR(map_update(ro, &key, &value, 0), EPERM);
	CHECK(map_update(wo, &key, &value, 0) == 0);
	CHECK_ERR(map_lookup(wo, &key, &value), EPERM);
	CHECK_ERR(map_next_key(wo, NULL, &key), EPERM);
	CHECK(map_lookup(ro, &key, &value) == 0);
	CHECK_ERR(map_delete(ro, &key), EPERM);
	CHECK_ERR(fd_by_id(ALTBPF_MAP_GET_FD_BY_ID, id, ALTBPF_F_RDONLY | ALTBPF_F_WRONLY), EINVAL);
	CHECK_ERR(fd_by_id(ALTBPF_MAP_GET_FD_BY_ID, id, 1), EINVAL);
}

TEST(abi_ids_prog)
{
	int fd = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT()), again;
	uint32_t id, next;

	CHECK(fd >= 0);
	id = prog_id(fd);
	CHECK(next_id(ALTBPF_PROG_GET_NEXT_ID, id - 1, &next) == 0);
	CHECK_EQ(next, id);
	again = fd_by_id(ALTBPF_PROG_GET_FD_BY_ID, id, 0);
	CHECK(again >= 0);
	CHECK_ERR(fd_by_id(ALTBPF_PROG_GET_FD_BY_ID, id, ALTBPF_F_RDONLY), EINVAL);
	close(fd);
	CHECK_EQ(prog_id(again), id);
	close(again);
	CHECK_ERR(fd_by_id(ALTBPF_PROG_GET_FD_BY_ID, id, 0), ENOENT);
}

TEST(abi_ids_bad)
{
	static const int next_cmds[] = { ALTBPF_PROG_GET_NEXT_ID, ALTBPF_MAP_GET_NEXT_ID, ALTBPF_BTF_GET_NEXT_ID,
					 ALTBPF_LINK_GET_NEXT_ID };
	static const int fd_cmds[] = { ALTBPF_PROG_GET_FD_BY_ID, ALTBPF_MAP_GET_FD_BY_ID, ALTBPF_BTF_GET_FD_BY_ID,
				       ALTBPF_LINK_GET_FD_BY_ID };
	uint32_t next;
	size_t i;

	for (i = 0; i < 4; i++) {
		CHECK_ERR(next_id(next_cmds[i], 0x7fffffff, &next), EINVAL);
		CHECK_ERR(next_id(next_cmds[i], 0xffffffff, &next), EINVAL);
		CHECK_ERR(next_id(next_cmds[i], 0x7ffffffe, &next), ENOENT);
		CHECK_ERR(fd_by_id(fd_cmds[i], 0, 0), ENOENT);
		CHECK_ERR(fd_by_id(fd_cmds[i], 0x7fffffff, 0), ENOENT);
		CHECK_ERR(fd_by_id(fd_cmds[i], 0xffffffff, 0), ENOENT);
	}
}
