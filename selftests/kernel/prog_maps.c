// SPDX-License-Identifier: GPL-2.0
/* How programs name maps, what dumps show of it, and that maps live as long as their programs. */
#include "prog_util.h"

static uint32_t map_id(int fd)
{
	struct altbpf_map_info info = { 0 };
	union altbpf_attr attr = { .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };

	CHECK(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0);
	return info.id;
}

TEST(prog_maps_value_address)
{
	IN_BOTH_ENGINES(jit) {
		int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 32, 1, 0);
		uint64_t value[4] = { 1, 2, 3, 4 }, args[12] = { 0 };
		struct altbpf_prog_info info = { 0 };
		struct altbpf_insn dump[8];
		uint32_t key = 0, ids[2] = { 0 };
		int fd = LOAD(RAW_TRACEPOINT, LD_MAP_VALUE(R1, map, 16), LDX(AB_DW, R0, R1, 0), LDX(AB_DW, R2, R1, 8),
			      ALU64_REG(AB_ADD, R0, R2), EXIT());

		CHECK(map >= 0 && fd >= 0);
		CHECK(map_update(map, &key, value, 0) == 0);
		CHECK_EQ(prog_run(fd, args, sizeof(args), NULL, 0), 7);
		/* The dump names the map by number, and the offset stays. */
		info.xlated_prog_insns = (uintptr_t)dump;
		info.xlated_prog_len = sizeof(dump);
		info.nr_map_ids = 2;
		info.map_ids = (uintptr_t)ids;
		CHECK(prog_info(fd, &info) == 0);
		CHECK_EQ(info.xlated_prog_len, 48);
		CHECK_EQ(dump[0].src_reg, ALTBPF_PSEUDO_MAP_VALUE);
		CHECK_EQ(dump[0].imm, map_id(map));
		CHECK_EQ(dump[1].imm, 16);
		CHECK_EQ(info.nr_map_ids, 1);
		CHECK_EQ(ids[0], map_id(map));
	}
}

TEST(prog_maps_fd_array)
{
	int fds[2] = { map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0) };
	struct altbpf_insn insns[] = { LD_IMM64_RAW(R1, ALTBPF_PSEUDO_MAP_IDX_VALUE, 1, 0), LDX(AB_DW, R0, R1, 0), EXIT() };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_RAW_TRACEPOINT, insns, PROG_LEN(insns));
	struct altbpf_prog_info info = { 0 };
	uint64_t value = 55, args[12] = { 0 };
	uint32_t key = 0;
	int fd;

	CHECK_ERR(load_with(&attr), EPROTO);
	attr.prog_load.fd_array = 8;
	CHECK_ERR(load_with(&attr), EFAULT);
	attr.prog_load.fd_array = (uintptr_t)fds;
	fd = load_with(&attr);
	CHECK(fd >= 0);
	CHECK(map_update(fds[1], &key, &value, 0) == 0);
	CHECK_EQ(prog_run(fd, args, sizeof(args), NULL, 0), 55);
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.nr_map_ids, 1);
	/* With a count all of them belong to the program. */
	attr.prog_load.fd_array_cnt = 2;
	fd = load_with(&attr);
	CHECK(fd >= 0);
	memset(&info, 0, sizeof(info));
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.nr_map_ids, 2);
	attr.prog_load.fd_array_cnt = 1;
	CHECK_ERR(load_with(&attr), EINVAL);
}

TEST(prog_maps_bad_immediates)
{
	int array = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), hash = map_create(ALTBPF_MAP_TYPE_HASH, 4, 8, 1, 0);

	CHECK_ERR(LOAD(KPROBE, LD_MAP_VALUE(R1, array, 8), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, LD_MAP_VALUE(R1, array, 0x7fffffff), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, LD_MAP_VALUE(R1, hash, 0), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, LD_IMM64_RAW(R1, ALTBPF_PSEUDO_MAP_FD, array, 1), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, LD_IMM64_RAW(R1, ALTBPF_PSEUDO_BTF_ID, 1, 0), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, LD_IMM64_RAW(R1, 7, 1, 0), MOV_IMM(R0, 0), EXIT()), EINVAL);
	CHECK_ERR(LOAD(KPROBE, INSN(AB_LD_IMM64, R1, ALTBPF_PSEUDO_MAP_FD, 0, array)), EINVAL);
}

TEST(prog_maps_too_many)
{
	struct altbpf_insn insns[65 * 2 + 2];
	int i, fds[65];

	for (i = 0; i < 65; i++) {
		struct altbpf_insn pair[] = { LD_MAP_FD(R1, 0) };

		fds[i] = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		CHECK(fds[i] >= 0);
		pair[0].imm = fds[i];
		memcpy(insns + i * 2, pair, sizeof(pair));
	}
	insns[130] = MOV_IMM(R0, 0);
	insns[131] = EXIT();
	CHECK_ERR(prog_load(ALTBPF_PROG_TYPE_KPROBE, insns, 132), E2BIG);
	CHECK(prog_load(ALTBPF_PROG_TYPE_KPROBE, insns + 2, 130) >= 0);
}

TEST(prog_maps_lifetime)
{
	int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), fd = LOAD(RAW_TRACEPOINT, LD_MAP_VALUE(R1, map, 0),
		MOV_IMM(R2, 1), ATOMIC(AB_DW, AB_ADD | AB_FETCH, R1, R2, 0), MOV_REG(R0, R2), EXIT());
	union altbpf_attr attr;
	uint64_t args[12] = { 0 };
	uint32_t id;

	CHECK(map >= 0 && fd >= 0);
	id = map_id(map);
	close(map);
	CHECK_EQ(prog_run(fd, args, sizeof(args), NULL, 0), 0);
	CHECK_EQ(prog_run(fd, args, sizeof(args), NULL, 0), 1);
	attr = (union altbpf_attr){ .get_id = { .map_id = id } };
	map = ab_sys(ALTBPF_MAP_GET_FD_BY_ID, &attr, sizeof(attr));
	CHECK(map >= 0);
}

TEST(prog_maps_bind)
{
	int prog = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT()), map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
	union altbpf_attr attr = { .prog_bind_map = { .prog_fd = prog, .map_fd = map } };
	struct altbpf_prog_info info = { 0 };
	uint32_t id = map_id(map), got = 0;

	CHECK(ab_sys(ALTBPF_PROG_BIND_MAP, &attr, sizeof(attr)) == 0);
	CHECK(ab_sys(ALTBPF_PROG_BIND_MAP, &attr, sizeof(attr)) == 0);
	close(map);
	info.nr_map_ids = 1;
	info.map_ids = (uintptr_t)&got;
	CHECK(prog_info(prog, &info) == 0);
	CHECK_EQ(info.nr_map_ids, 1);
	CHECK_EQ(got, id);
	attr.prog_bind_map.flags = 1;
	CHECK_ERR(ab_sys(ALTBPF_PROG_BIND_MAP, &attr, sizeof(attr)), EINVAL);
}
