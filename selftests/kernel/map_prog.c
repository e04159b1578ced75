// SPDX-License-Identifier: GPL-2.0
/* Maps from programs, through PROG_TEST_RUN: each helper on each kind that it works on. */
#include "map_util.h"

#define KEY_AT(off) MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, off)
#define VALUE_AT(off) MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, off)

static long run(int prog)
{
	long ret;

	CHECK(prog >= 0);
	ret = prog_run(prog, NULL, 0, NULL, 0);
	CHECK(ret >= 0);
	close(prog);
	return ret;
}

/* Adds @add to the value of @key (8 bytes each); returns the sum, 0 when the key is not there. */
static int add_prog(int fd, uint32_t key, uint32_t add, bool wide_key)
{
	return LOAD(RAW_TRACEPOINT, wide_key ? ST(AB_DW, R10, -8, key) : ST(AB_W, R10, -8, key), LD_MAP_FD(R1, fd),
		    KEY_AT(-8), CALL(ALTBPF_FUNC_map_lookup_elem), JMP_IMM(AB_JNE, R0, 0, 1), EXIT(),
		    MOV_IMM(R1, add), ATOMIC(AB_DW, AB_ADD | AB_FETCH, R0, R1, 0), ALU64_IMM(AB_ADD, R1, add),
		    MOV_REG(R0, R1), EXIT());
}

static int update_prog(int fd, uint32_t key, uint32_t value, uint32_t flags, bool wide_key)
{
	return LOAD(RAW_TRACEPOINT, wide_key ? ST(AB_DW, R10, -8, key) : ST(AB_W, R10, -8, key),
		    ST(AB_DW, R10, -16, value), LD_MAP_FD(R1, fd), KEY_AT(-8), VALUE_AT(-16), MOV_IMM(R4, flags),
		    CALL(ALTBPF_FUNC_map_update_elem), ALU64_IMM(AB_NEG, R0, 0), EXIT());
}

static int delete_prog(int fd, uint32_t key, bool wide_key)
{
	return LOAD(RAW_TRACEPOINT, wide_key ? ST(AB_DW, R10, -8, key) : ST(AB_W, R10, -8, key), LD_MAP_FD(R1, fd),
		    KEY_AT(-8), CALL(ALTBPF_FUNC_map_delete_elem), ALU64_IMM(AB_NEG, R0, 0), EXIT());
}

static void hash_from_prog(uint32_t type, uint32_t key_size, uint32_t flags)
{
	int fd = map_create(type, key_size, 8, 4, flags), cpus = possible_cpus();
	bool wide = key_size == 8, lru = type == MAP(LRU_HASH) || type == MAP(LRU_PERCPU_HASH);
	uint64_t *values = calloc(cpus, 8), key = 7;

	CHECK(fd >= 0);
	pin_cpu(0);
	CHECK_EQ(run(add_prog(fd, 7, 1, wide)), 0);
	CHECK_EQ(run(update_prog(fd, 7, 40, ALTBPF_EXIST, wide)), ENOENT);
	CHECK_EQ(run(update_prog(fd, 7, 40, ALTBPF_NOEXIST, wide)), 0);
	CHECK_EQ(run(update_prog(fd, 7, 41, ALTBPF_NOEXIST, wide)), EEXIST);
	CHECK_EQ(run(update_prog(fd, 7, 41, 3, wide)), EINVAL);
	CHECK_EQ(run(add_prog(fd, 7, 2, wide)), 42);
	CHECK_EQ(map_lookup(fd, &key, values), 0);
	CHECK_EQ(values[0], 42);
	if (type == MAP(PERCPU_HASH) || type == MAP(LRU_PERCPU_HASH))
		CHECK(cpus < 2 || values[1] == 0);
	CHECK_EQ(run(update_prog(fd, 7, 50, ALTBPF_ANY, wide)), 0);
	CHECK_EQ(run(add_prog(fd, 7, 1, wide)), 51);
	for (key = 0; key < 3; key++)
		CHECK_EQ(run(update_prog(fd, key, 1, 0, wide)), 0);
	CHECK_EQ(run(update_prog(fd, 100, 1, 0, wide)), lru ? 0 : E2BIG);
	CHECK_EQ(run(update_prog(fd, 200, 1, 0, wide)), lru ? 0 : E2BIG);
	CHECK_EQ(map_next_key(fd, NULL, &key), 0);
	CHECK_EQ(run(delete_prog(fd, key, wide)), 0);
	CHECK_EQ(run(delete_prog(fd, key, wide)), ENOENT);
	CHECK_EQ(run(update_prog(fd, 300, 1, ALTBPF_NOEXIST, wide)), 0);
	close(fd);
}

TEST(map_prog_hash)
{
	uint32_t type, i;
	const uint32_t types[] = { MAP(HASH), MAP(PERCPU_HASH), MAP(LRU_HASH), MAP(LRU_PERCPU_HASH) };

	for (i = 0; i < 4; i++) {
		type = types[i];
		hash_from_prog(type, 4, 0);
		hash_from_prog(type, 8, 0);
		if (i < 2) {
			hash_from_prog(type, 4, ALTBPF_F_NO_PREALLOC);
			hash_from_prog(type, 8, ALTBPF_F_NO_PREALLOC);
		}
	}
}

/* A key of 24 bytes on the stack. */
TEST(map_prog_hash_long_key)
{
	int fd = map_create(MAP(HASH), 24, 16, 4, 0);
	uint64_t key[3] = { 1, 2, 3 }, value[2] = { 10, 20 };

	CHECK(fd >= 0);
	CHECK_EQ(map_update(fd, key, value, 0), 0);
	CHECK_EQ(run(LOAD(RAW_TRACEPOINT, ST(AB_DW, R10, -24, 1), ST(AB_DW, R10, -16, 2), ST(AB_DW, R10, -8, 3),
			  LD_MAP_FD(R1, fd), KEY_AT(-24), CALL(ALTBPF_FUNC_map_lookup_elem),
			  JMP_IMM(AB_JNE, R0, 0, 1), EXIT(), LDX(AB_DW, R0, R0, 8), EXIT())), 20);
	CHECK_EQ(run(LOAD(RAW_TRACEPOINT, ST(AB_DW, R10, -24, 1), ST(AB_DW, R10, -16, 2), ST(AB_DW, R10, -8, 4),
			  LD_MAP_FD(R1, fd), KEY_AT(-24), CALL(ALTBPF_FUNC_map_lookup_elem),
			  JMP_IMM(AB_JNE, R0, 0, 1), EXIT(), LDX(AB_DW, R0, R0, 8), EXIT())), 0);
}

TEST(map_prog_array)
{
	int fd = map_create(MAP(ARRAY), 4, 8, 4, 0), percpu = map_create(MAP(PERCPU_ARRAY), 4, 8, 4, 0);
	uint64_t *values = calloc(possible_cpus(), 8), got[4];
	uint32_t key = 3;

	CHECK(fd >= 0 && percpu >= 0);
	pin_cpu(0);
	CHECK_EQ(run(add_prog(fd, 3, 5, false)), 5);
	CHECK_EQ(run(add_prog(fd, 3, 5, false)), 10);
	CHECK_EQ(run(add_prog(fd, 4, 5, false)), 0);
	CHECK_EQ(map_lookup(fd, &key, values), 0);
	CHECK_EQ(values[0], 10);
	CHECK_EQ(run(update_prog(fd, 3, 77, 0, false)), 0);
	CHECK_EQ(run(update_prog(fd, 4, 77, 0, false)), E2BIG);
	CHECK_EQ(run(update_prog(fd, 3, 77, ALTBPF_NOEXIST, false)), EEXIST);
	CHECK_EQ(run(delete_prog(fd, 3, false)), EINVAL);
	CHECK_EQ(run(add_prog(percpu, 3, 6, false)), 6);
	CHECK_EQ(run(update_prog(percpu, 3, 8, 0, false)), 0);
	CHECK_EQ(map_lookup(percpu, &key, values), 0);
	CHECK_EQ(values[0], 8);
	if (possible_cpus() > 1) {
		CHECK_EQ(values[1], 0);
		pin_cpu(1);
		CHECK_EQ(run(add_prog(percpu, 3, 9, false)), 9);
		CHECK_EQ(map_lookup(percpu, &key, values), 0);
		CHECK_EQ(values[0], 8);
		CHECK_EQ(values[1], 9);
	}
	/* Direct access to the one value of a map. */
	fd = map_create(MAP(ARRAY), 4, 32, 1, 0);
	CHECK(fd >= 0);
	CHECK_EQ(run(LOAD(RAW_TRACEPOINT, LD_MAP_VALUE(R1, fd, 24), ST(AB_DW, R1, 0, 77), LDX(AB_DW, R0, R1, 0),
			  EXIT())), 77);
	key = 0;
	CHECK_EQ(map_lookup(fd, &key, got), 0);
	CHECK_EQ(got[3], 77);
}

static int lookup_percpu_prog(int fd, uint32_t cpu)
{
	return LOAD(RAW_TRACEPOINT, ST(AB_W, R10, -8, 1), LD_MAP_FD(R1, fd), KEY_AT(-8), MOV_IMM(R3, cpu),
		    CALL(ALTBPF_FUNC_map_lookup_percpu_elem), JMP_IMM(AB_JNE, R0, 0, 1), EXIT(),
		    LDX(AB_DW, R0, R0, 0), EXIT());
}

TEST(map_prog_lookup_percpu)
{
	const uint32_t types[] = { MAP(PERCPU_ARRAY), MAP(PERCPU_HASH), MAP(LRU_PERCPU_HASH) };
	int cpus = possible_cpus(), i, c, fd;
	uint64_t *values = calloc(cpus, 8);
	uint32_t key = 1;

	for (i = 0; i < 3; i++) {
		fd = map_create(types[i], 4, 8, 4, 0);
		CHECK(fd >= 0);
		for (c = 0; c < cpus; c++)
			values[c] = 100 + c;
		CHECK_EQ(map_update(fd, &key, values, 0), 0);
		for (c = 0; c < cpus; c++)
			CHECK_EQ(run(lookup_percpu_prog(fd, c)), 100 + c);
		CHECK_EQ(run(lookup_percpu_prog(fd, 100000)), 0);
		CHECK_EQ(run(lookup_percpu_prog(fd, -1)), 0);
		close(fd);
	}
}

/* What runs before the callback: returns sum * 1000 + elements visited. */
#define FOR_EACH(fd) \
	ST(AB_DW, R10, -8, 0), LD_MAP_FD(R1, fd), LD_FUNC(R2, 9), MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, -8), \
		MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_for_each_map_elem), LDX(AB_DW, R1, R10, -8), \
		ALU64_IMM(AB_MUL, R1, 1000), ALU64_REG(AB_ADD, R0, R1), EXIT()
/* The callback (map, key, value, ctx) adds the value to what ctx points to. */
#define ADD_UP LDX(AB_DW, R5, R3, 0), LDX(AB_DW, R0, R4, 0), ALU64_REG(AB_ADD, R0, R5), STX(AB_DW, R4, R0, 0)

static int for_each_prog(int fd, int what)
{
	switch (what) {
	case 0:
		return LOAD(RAW_TRACEPOINT, FOR_EACH(fd), ADD_UP, MOV_IMM(R0, 0), EXIT());
	case 1: /* every element is deleted on the way */
		return LOAD(RAW_TRACEPOINT, FOR_EACH(fd), ADD_UP, CALL(ALTBPF_FUNC_map_delete_elem), MOV_IMM(R0, 0),
			    EXIT());
	default: /* the first ends it */
		return LOAD(RAW_TRACEPOINT, FOR_EACH(fd), ADD_UP, MOV_IMM(R0, 1), EXIT());
	}
}

TEST(map_prog_for_each)
{
	const uint32_t types[] = { MAP(HASH), MAP(LRU_HASH), MAP(ARRAY), MAP(PERCPU_HASH), MAP(PERCPU_ARRAY) };
	uint64_t *values = calloc(possible_cpus(), 8);
	uint32_t i, key;
	int fd;

	pin_cpu(0);
	for (i = 0; i < 5; i++) {
		fd = map_create(types[i], 4, 8, 8, 0);
		CHECK(fd >= 0);
		for (key = 0; key < 8; key++) {
			values[0] = key + 1;
			CHECK_EQ(map_update(fd, &key, values, 0), 0);
		}
		CHECK_EQ(run(for_each_prog(fd, 0)), 36 * 1000 + 8);
		CHECK_EQ(run(for_each_prog(fd, 2)) % 1000, 1);
		if (types[i] == MAP(ARRAY) || types[i] == MAP(PERCPU_ARRAY)) {
			CHECK_EQ(run(for_each_prog(fd, 1)), 36 * 1000 + 8);
		} else {
			CHECK_EQ(run(for_each_prog(fd, 1)), 36 * 1000 + 8);
			CHECK_EQ(map_count(fd, 4, 10), 0);
			CHECK_EQ(run(for_each_prog(fd, 0)), 0);
		}
		close(fd);
	}
}

static bool refused(const struct altbpf_insn *insns, size_t cnt, const char *why)
{
	static char log[65536];
	int fd = prog_load_log(ALTBPF_PROG_TYPE_RAW_TRACEPOINT, insns, cnt, log, sizeof(log));

	if (fd >= 0)
		close(fd);
	return fd == -1 && errno == EACCES && strstr(log, why);
}
#define REFUSED(why, ...) refused(PROG(__VA_ARGS__), PROG_LEN(PROG(__VA_ARGS__)), why)

TEST(map_prog_rdonly)
{
	int ro = map_create(MAP(ARRAY), 4, 8, 1, ALTBPF_F_RDONLY_PROG);
	int wo = map_create(MAP(HASH), 4, 8, 1, ALTBPF_F_WRONLY_PROG);

	CHECK(ro >= 0 && wo >= 0);
	CHECK_EQ(run(LOAD(RAW_TRACEPOINT, LD_MAP_VALUE(R1, ro, 0), LDX(AB_DW, R0, R1, 0), EXIT())), 0);
	CHECK(REFUSED("write into map forbidden", LD_MAP_VALUE(R1, ro, 0), ST(AB_DW, R1, 0, 1), MOV_IMM(R0, 0),
		      EXIT()));
	CHECK(REFUSED("write into map forbidden", ST(AB_W, R10, -8, 0), ST(AB_DW, R10, -16, 0), LD_MAP_FD(R1, ro),
		      KEY_AT(-8), VALUE_AT(-16), MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_map_update_elem), MOV_IMM(R0, 0),
		      EXIT()));
	CHECK(REFUSED("read from map forbidden", ST(AB_W, R10, -8, 0), LD_MAP_FD(R1, wo), KEY_AT(-8),
		      CALL(ALTBPF_FUNC_map_lookup_elem), JMP_IMM(AB_JNE, R0, 0, 1), EXIT(),
		      LDX(AB_DW, R0, R0, 0), EXIT()));
}
