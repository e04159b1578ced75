// SPDX-License-Identifier: GPL-2.0
/* Tail calls: what meets in a program array, where a call goes, how many there may be. */
#include "prog_util.h"

#define TAIL(array, index) LD_MAP_FD(R2, array), MOV_IMM(R3, index), CALL(ALTBPF_FUNC_tail_call)

static int caller(int array, int index, int otherwise)
{
	return LOAD(RAW_TRACEPOINT, TAIL(array, index), MOV_IMM(R0, otherwise), EXIT());
}

static long run(int fd)
{
	uint64_t args[12] = { 0 };

	return prog_run(fd, args, sizeof(args), NULL, 0);
}

TEST(prog_tail_call)
{
	IN_BOTH_ENGINES(jit) {
		int array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 4, 0);
		int target = LOAD(RAW_TRACEPOINT, MOV_IMM(R0, 42), EXIT()), fd = caller(array, 2, 7);
		int outside = caller(array, 4, 8), wild = caller(array, -1, 9);
		uint32_t key = 2;

		CHECK(array >= 0 && target >= 0 && fd >= 0);
		CHECK_EQ(run(fd), 7);
		CHECK(map_update(array, &key, &target, 0) == 0);
		CHECK_EQ(run(fd), 42);
		CHECK_EQ(run(outside), 8);
		CHECK_EQ(run(wild), 9);
		/* The array holds the program. */
		close(target);
		CHECK_EQ(run(fd), 42);
		CHECK(map_delete(array, &key) == 0);
		CHECK_EQ(run(fd), 7);
		CHECK_ERR(map_delete(array, &key), ENOENT);
	}
}

/* A program that calls itself stops after 33 tail calls. */
TEST(prog_tail_limit)
{
	IN_BOTH_ENGINES(jit) {
		int array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 0);
		int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		uint32_t key = 0;
		uint64_t count = 0;
		int fd = LOAD(RAW_TRACEPOINT, LD_MAP_VALUE(R4, map, 0), MOV_IMM(R5, 1),
			      ATOMIC(AB_DW, AB_ADD, R4, R5, 0), TAIL(array, 0), MOV_IMM(R0, 3), EXIT());

		CHECK(fd >= 0);
		CHECK(map_update(array, &key, &fd, 0) == 0);
		CHECK_EQ(run(fd), 3);
		CHECK(map_lookup(map, &key, &count) == 0);
		CHECK_EQ(count, 34);
		CHECK_EQ(run(fd), 3);
		CHECK(map_lookup(map, &key, &count) == 0);
		CHECK_EQ(count, 68);
		CHECK(map_delete(array, &key) == 0);
	}
}

TEST(prog_tail_compatible)
{
	int array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 4, 0), kprobe, tp, interpreted, fresh;
	uint32_t key = 0;

	set_param("jit", "1");
	kprobe = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	tp = LOAD(RAW_TRACEPOINT, MOV_IMM(R0, 0), EXIT());
	set_param("jit", "0");
	interpreted = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	set_param("jit", "1");
	CHECK(map_update(array, &key, &kprobe, 0) == 0);
	/* Another type, another engine, something else, a caller of another type. */
	CHECK_ERR(map_update(array, &key, &tp, 0), EINVAL);
	CHECK_ERR(map_update(array, &key, &interpreted, 0), EINVAL);
	CHECK_ERR(map_update(array, &key, &array, 0), EINVAL);
	CHECK_ERR(caller(array, 0, 0), EINVAL);
	/* The caller may come first and decide. */
	fresh = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 4, 0);
	CHECK(caller(fresh, 0, 0) >= 0);
	CHECK_ERR(map_update(fresh, &key, &kprobe, 0), EINVAL);
	CHECK(map_update(fresh, &key, &tp, 0) == 0);
}

/* Programs and the arrays that hold them hold each other: closing all must free all. */
TEST(prog_tail_cycle_goes)
{
	int array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 0), fd = caller(array, 0, 1), i;
	struct altbpf_prog_info info = { 0 };
	union altbpf_attr attr;
	uint32_t key = 0;

	CHECK(map_update(array, &key, &fd, 0) == 0);
	CHECK(prog_info(fd, &info) == 0);
	close(fd);
	close(array);
	for (i = 0; i < 200; i++) {
		attr = (union altbpf_attr){ .get_id = { .prog_id = info.id } };
		fd = ab_sys(ALTBPF_PROG_GET_FD_BY_ID, &attr, sizeof(attr));
		if (fd < 0)
			return;
		close(fd);
		usleep(10000);
	}
	CHECK(!"the program is still there");
}
