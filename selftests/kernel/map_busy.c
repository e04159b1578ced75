// SPDX-License-Identifier: GPL-2.0
/*
 * Programs that interrupt a map operation in its critical section and work on the same map: a
 * kprobe on a function of the module itself that is called with the lock held. Nothing may hang;
 * what cannot be done says EBUSY; the map is whole afterwards.
 */
#include "map_util.h"

#define KEY_AT(off) MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, off)
#define VALUE_AT(off) MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, off)
/* results[index] = reg, through an array of 8-byte values */
#define RESULT(fd, index, reg) \
	STX(AB_DW, R10, reg, -24), ST(AB_W, R10, -32, index), LD_MAP_FD(R1, fd), KEY_AT(-32), VALUE_AT(-24), \
		MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_map_update_elem)
#define UPDATE(fd, key) \
	ST(AB_W, R10, -4, key), ST(AB_DW, R10, -16, 1000 + (key)), LD_MAP_FD(R1, fd), KEY_AT(-4), VALUE_AT(-16), \
		MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_map_update_elem), MOV_REG(R6, R0)
#define DELETE(fd, key) \
	ST(AB_W, R10, -4, key), LD_MAP_FD(R1, fd), KEY_AT(-4), CALL(ALTBPF_FUNC_map_delete_elem), MOV_REG(R6, R0)

static int64_t result(int fd, uint32_t index)
{
	int64_t value;

	CHECK_EQ(map_lookup(fd, &index, &value), 0);
	return value;
}

static void nested_update(uint32_t type, uint32_t flags)
{
	int map = map_create(type, 4, 8, 1024, flags | ALTBPF_F_ZERO_SEED);
	int results = map_create(MAP(ARRAY), 4, 8, 8, 0), prog, link;
	uint64_t *values = calloc(possible_cpus(), 8), none = 0;
	uint32_t key = 1, i;
	int64_t err;

	CHECK(map >= 0 && results >= 0);
	for (i = 0; i < 8; i++) {
		none = 77;
		CHECK_EQ(map_update(results, &i, &none, 0), 0);
	}
	key = 3;
	CHECK_EQ(map_update(map, &key, values, 0), 0);
	prog = LOAD(KPROBE, UPDATE(map, 1), RESULT(results, 0, R6), UPDATE(map, 2), RESULT(results, 1, R6),
		    DELETE(map, 3), RESULT(results, 2, R6), MOV_IMM(R0, 0), EXIT());
	CHECK(prog >= 0);
	link = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "ab_pool_pop", 0, 0, prog);
	if (link < 0)
		ab_test_skip("no probe on the module's own functions");
	values[0] = 5;
	key = 1;
	CHECK_EQ(map_update(map, &key, values, ALTBPF_NOEXIST), 0);
	close(link);
	/* The bucket of the key is locked; others are not, but never waited for. */
	CHECK_EQ(result(results, 0), -EBUSY);
	err = result(results, 1);
	CHECK(err == 0 || err == -EBUSY);
	err = result(results, 2);
	CHECK(err == 0 || err == -EBUSY);
	CHECK_EQ(map_lookup(map, &key, values), 0);
	CHECK_EQ(values[0], 5);
	CHECK_EQ(map_count(map, 4, 2000), 1 + (result(results, 1) == 0) + (result(results, 2) != 0));
	/* Nothing is lost: all places can be filled. */
	for (key = 0; key < 1024; key++)
		CHECK_EQ(map_update(map, &key, values, 0), 0);
	CHECK_EQ(map_count(map, 4, 2000), 1024);
	close(map);
}

TEST(map_busy_hash)
{
	nested_update(MAP(HASH), 0);
	nested_update(MAP(HASH), ALTBPF_F_NO_PREALLOC);
	nested_update(MAP(PERCPU_HASH), 0);
	nested_update(MAP(LRU_HASH), 0);
}

/* Every insertion of this process is interrupted by one into the same small map. */
TEST(map_busy_churn)
{
	const uint32_t flags[] = { 0, ALTBPF_F_NO_PREALLOC };
	int map, results = map_create(MAP(ARRAY), 4, 8, 8, 0), prog, link, f;
	uint64_t value = 0;
	uint32_t key, i;

	for (f = 0; f < 2; f++) {
		map = map_create(MAP(HASH), 4, 8, 64, flags[f]);
		CHECK(map >= 0);
		prog = LOAD(KPROBE, UPDATE(map, 1), DELETE(map, 2), UPDATE(map, 3), DELETE(map, 1),
			    RESULT(results, 0, R6), MOV_IMM(R0, 0), EXIT());
		link = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "ab_pool_pop", 0, 0, prog);
		if (link < 0)
			ab_test_skip("no probe on the module's own functions");
		for (i = 0; i < 20000; i++) {
			key = i % 16;
			if (i / 16 % 2)
				map_delete(map, &key);
			else
				CHECK(!map_update(map, &key, &value, 0) || errno == ENOMEM);
		}
		close(link);
		while (!map_next_key(map, NULL, &key))
			CHECK_EQ(map_delete(map, &key), 0);
		for (key = 100; key < 164; key++)
			CHECK_EQ(map_update(map, &key, &value, 0), 0);
		CHECK_ERR(map_update(map, &key, &value, 0), E2BIG);
		close(map);
	}
}

/* A full ring's slow path runs under its lock; an output from inside gives up. */
TEST(map_busy_ringbuf)
{
	int ring = map_create(MAP(RINGBUF), 0, 0, 4096, 0), results = map_create(MAP(ARRAY), 4, 8, 8, 0);
	int out, nested, link, i;

	CHECK(ring >= 0 && results >= 0);
	out = LOAD(RAW_TRACEPOINT, ST(AB_DW, R10, -8, 1), LD_MAP_FD(R1, ring), KEY_AT(-8), MOV_IMM(R3, 8),
		   MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_ringbuf_output), ALU64_IMM(AB_NEG, R0, 0), EXIT());
	nested = LOAD(KPROBE, ST(AB_DW, R10, -8, 1), LD_MAP_FD(R1, ring), KEY_AT(-8), MOV_IMM(R3, 8), MOV_IMM(R4, 0),
		      CALL(ALTBPF_FUNC_ringbuf_output), MOV_REG(R6, R0), RESULT(results, 0, R6), MOV_IMM(R0, 0),
		      EXIT());
	CHECK(out >= 0 && nested >= 0);
	link = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "make_room", 0, 0, nested);
	if (link < 0)
		ab_test_skip("no probe on the module's own functions");
	for (i = 0; i < 255; i++)
		CHECK_EQ(prog_run(out, NULL, 0, NULL, 0), 0);
	CHECK_EQ(prog_run(out, NULL, 0, NULL, 0), EAGAIN);
	CHECK_EQ(result(results, 0), -EAGAIN);
	close(link);
}
