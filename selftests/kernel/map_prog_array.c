// SPDX-License-Identifier: GPL-2.0
/* prog_array: programs by descriptor in, numbers out; the map lets go of them when its last descriptor goes. */
#include "map_util.h"

static uint32_t prog_id(int fd)
{
	struct altbpf_prog_info info = { 0 };
	union altbpf_attr attr = { 0 };

	attr.info.bpf_fd = (__u32)fd;
	attr.info.info_len = sizeof(info);
	attr.info.info = (uintptr_t)&info;
	CHECK_EQ(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)), 0);
	return info.id;
}

TEST(map_prog_array_ops)
{
	int fd = map_create(MAP(PROG_ARRAY), 4, 4, 4, 0), array = map_create(MAP(ARRAY), 4, 4, 1, 0);
	int prog = LOAD(RAW_TRACEPOINT, MOV_IMM(R0, 7), EXIT());
	int other = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	uint32_t key = 2, value;

	CHECK(fd >= 0 && prog >= 0 && other >= 0 && array >= 0);
	CHECK_ERR(map_lookup(fd, &key, &value), ENOENT);
	CHECK_ERR(map_delete(fd, &key), ENOENT);
	CHECK_EQ(map_update(fd, &key, &prog, 0), 0);
	CHECK_EQ(map_lookup(fd, &key, &value), 0);
	CHECK_EQ(value, prog_id(prog));
	CHECK_ERR(map_update(fd, &key, &prog, ALTBPF_EXIST), EINVAL);
	/* The first program decides the type. */
	CHECK_ERR(map_update(fd, &key, &other, 0), EINVAL);
	value = 12345;
	CHECK_ERR(map_update(fd, &key, &value, 0), EBADF);
	CHECK_ERR(map_update(fd, &key, &array, 0), EINVAL);
	CHECK_EQ(map_lookup(fd, &key, &value), 0);
	key = 4;
	CHECK_ERR(map_update(fd, &key, &prog, 0), E2BIG);
	CHECK_ERR(map_delete(fd, &key), E2BIG);
	CHECK_ERR(map_lookup(fd, &key, &value), ENOENT);
	key = 2;
	CHECK_EQ(map_delete(fd, &key), 0);
	CHECK_ERR(map_lookup(fd, &key, &value), ENOENT);
	CHECK_EQ(map_count(fd, 4, 10), 4);
}

static int caller(int map, uint32_t index)
{
	return LOAD(RAW_TRACEPOINT, LD_MAP_FD(R2, map), MOV_IMM(R3, index), CALL(ALTBPF_FUNC_tail_call),
		    MOV_IMM(R0, 99), EXIT());
}

TEST(map_prog_array_tail_call)
{
	int map = map_create(MAP(PROG_ARRAY), 4, 4, 4, 0);
	int prog = LOAD(RAW_TRACEPOINT, MOV_IMM(R0, 7), EXIT()), call;
	uint32_t key = 1;

	CHECK(map >= 0 && prog >= 0);
	call = caller(map, 1);
	CHECK(call >= 0);
	CHECK_EQ(prog_run(call, NULL, 0, NULL, 0), 99);
	CHECK_EQ(map_update(map, &key, &prog, 0), 0);
	close(prog);
	CHECK_EQ(prog_run(call, NULL, 0, NULL, 0), 7);
	CHECK_EQ(map_delete(map, &key), 0);
	CHECK_EQ(prog_run(call, NULL, 0, NULL, 0), 99);
}

/* A program that tail-calls itself through a map that holds it must not live for ever. */
TEST(map_prog_array_cycle)
{
	int map = map_create(MAP(PROG_ARRAY), 4, 4, 1, 0), self;
	union altbpf_attr attr = { 0 };
	uint32_t key = 0, id;
	int i, fd = -1;

	CHECK(map >= 0);
	self = caller(map, 0);
	CHECK(self >= 0);
	id = prog_id(self);
	CHECK_EQ(map_update(map, &key, &self, 0), 0);
	CHECK_EQ(prog_run(self, NULL, 0, NULL, 0), 99);
	close(self);
	close(map);
	for (i = 0; i < 100; i++) {
		memset(&attr, 0, sizeof(attr));
		attr.get_id.prog_id = id;
		fd = (int)ab_sys(ALTBPF_PROG_GET_FD_BY_ID, &attr, sizeof(attr));
		if (fd < 0)
			break;
		close(fd);
		usleep(20000);
	}
	CHECK_EQ(fd, -1);
	CHECK_EQ(errno, ENOENT);
}
