// SPDX-License-Identifier: GPL-2.0
/* queue and stack from user space. */
#include "map_util.h"

static void common(uint32_t type, bool newest_first)
{
	int fd = map_create(type, 0, 12, 5, 0);
	uint32_t v[3] = { 0 }, i, key = 0;

	CHECK(fd >= 0);
	CHECK_ERR(map_lookup(fd, NULL, v), ENOENT);
	CHECK_ERR(map_lookup_delete(fd, NULL, v), ENOENT);
	for (i = 1; i <= 5; i++) {
		v[0] = v[2] = i;
		CHECK_EQ(map_update(fd, NULL, v, 0), 0);
	}
	v[0] = 6;
	CHECK_ERR(map_update(fd, NULL, v, 0), E2BIG);
	CHECK_ERR(map_update(fd, NULL, v, ALTBPF_NOEXIST), EINVAL);
	CHECK_ERR(map_update(fd, NULL, v, 3), EINVAL);
	CHECK_EQ(map_lookup(fd, NULL, v), 0);
	CHECK_EQ(v[0], newest_first ? 5 : 1);
	/* EXIST makes room at the old end. */
	v[0] = v[2] = 6;
	CHECK_EQ(map_update(fd, NULL, v, ALTBPF_EXIST), 0);
	for (i = 0; i < 5; i++) {
		CHECK_EQ(map_lookup_delete(fd, NULL, v), 0);
		CHECK_EQ(v[0], newest_first ? 6 - i : 2 + i);
		CHECK_EQ(v[2], v[0]);
	}
	CHECK_ERR(map_lookup_delete(fd, NULL, v), ENOENT);
	CHECK_ERR(map_lookup(fd, &key, v), EINVAL);
	CHECK_ERR(map_update(fd, &key, v, 0), EINVAL);
	CHECK_ERR(map_lookup_delete(fd, &key, v), EINVAL);
	CHECK_ERR(map_elem_flags(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, NULL, v, ALTBPF_F_LOCK), EINVAL);
	CHECK_ERR(map_delete(fd, NULL), EINVAL);
	CHECK_ERR(map_next_key(fd, NULL, v), EINVAL);
	/* Round and round. */
	for (i = 0; i < 100; i++) {
		v[0] = i;
		CHECK_EQ(map_update(fd, NULL, v, 0), 0);
		CHECK_EQ(map_lookup_delete(fd, NULL, v), 0);
		CHECK_EQ(v[0], i);
	}
	close(fd);
}

TEST(map_queue)
{
	common(MAP(QUEUE), false);
}

TEST(map_stack)
{
	common(MAP(STACK), true);
}

TEST(map_queue_prog)
{
	int fd = map_create(MAP(QUEUE), 0, 8, 2, 0), prog;
	uint64_t v = 40;

	CHECK(fd >= 0);
	CHECK_EQ(map_update(fd, NULL, &v, 0), 0);
	/* peek, push 2, pop, pop: the sum of the two popped and the peeked, and an empty pop's errno */
	prog = LOAD(RAW_TRACEPOINT, ST(AB_DW, R10, -8, 0), LD_MAP_FD(R1, fd), MOV_REG(R2, R10),
		    ALU64_IMM(AB_ADD, R2, -8), CALL(ALTBPF_FUNC_map_peek_elem), LDX(AB_DW, R6, R10, -8),
		    ST(AB_DW, R10, -8, 2), LD_MAP_FD(R1, fd), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8),
		    MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_map_push_elem), LD_MAP_FD(R1, fd), MOV_REG(R2, R10),
		    ALU64_IMM(AB_ADD, R2, -8), CALL(ALTBPF_FUNC_map_pop_elem), LDX(AB_DW, R7, R10, -8),
		    LD_MAP_FD(R1, fd), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8),
		    CALL(ALTBPF_FUNC_map_pop_elem), LDX(AB_DW, R8, R10, -8), ALU64_REG(AB_ADD, R6, R7),
		    ALU64_REG(AB_ADD, R6, R8), LD_MAP_FD(R1, fd), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8),
		    CALL(ALTBPF_FUNC_map_pop_elem), ALU64_REG(AB_SUB, R6, R0), MOV_REG(R0, R6), EXIT());
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 40 + 40 + 2 + ENOENT);
}
