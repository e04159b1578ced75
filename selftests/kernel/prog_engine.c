// SPDX-License-Identifier: GPL-2.0
/* Programs in both engines: the module parameter, subprograms, callbacks, images. */
#include "prog_util.h"

static long run_ctx(int fd)
{
	uint64_t args[12] = { 5, 6, 7 };
	long ret = prog_run(fd, args, sizeof(args), NULL, 0);

	CHECK(ret >= 0);
	return ret;
}

TEST(prog_engine_arithmetic)
{
	IN_BOTH_ENGINES(jit) {
		int fd = LOAD(RAW_TRACEPOINT, LDX(AB_DW, R0, R1, 0), LDX(AB_DW, R2, R1, 8), ALU64_REG(AB_MUL, R0, R2),
			      ALU64_IMM(AB_ADD, R0, 100), ALU64_IMM(AB_DIV, R0, 13), EXIT());

		CHECK(fd >= 0);
		CHECK_EQ(run_ctx(fd), 10);
	}
}

TEST(prog_engine_jited_flag)
{
	IN_BOTH_ENGINES(jit) {
		struct altbpf_prog_info info = { 0 };
		int fd = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());

		CHECK(fd >= 0);
		CHECK(prog_info(fd, &info) == 0);
		CHECK_EQ(info.jited_prog_len > 0, jit);
		CHECK_EQ(info.nr_jited_ksyms, jit);
		CHECK_EQ(info.xlated_prog_len, 16);
	}
}

TEST(prog_engine_param)
{
	FILE *f = fopen("/sys/module/altbpf/parameters/jit", "w");

	CHECK(f);
	CHECK(fputs("3", f) >= 0);
	CHECK(fclose(f) != 0);
	/* 2 prints the image to the kernel's log; the program runs all the same. */
	set_param("jit", "2");
	CHECK_EQ(run_ctx(LOAD(RAW_TRACEPOINT, MOV_IMM(R0, 77), EXIT())), 77);
	set_param("jit", "1");
}

TEST(prog_engine_subprograms)
{
	IN_BOTH_ENGINES(jit) {
		struct altbpf_prog_info info = { 0 };
		uint64_t ksyms[4] = { 0 };
		uint32_t lens[4] = { 0 };
		/* f(x) = g(x) + 1; g(x) = x * 2, both spill to their own stacks */
		int fd = LOAD(RAW_TRACEPOINT, LDX(AB_DW, R1, R1, 0), MOV_REG(R6, R1), CALL_REL(2), ALU64_REG(AB_ADD, R0, R6),
			      EXIT(), STX(AB_DW, R10, R1, -8), CALL_REL(4), ALU64_IMM(AB_ADD, R0, 1),
			      LDX(AB_DW, R2, R10, -8), ALU64_REG(AB_ADD, R0, R2), EXIT(), STX(AB_DW, R10, R1, -8),
			      LDX(AB_DW, R0, R10, -8), ALU64_IMM(AB_LSH, R0, 1), ST(AB_DW, R10, -8, 0), EXIT());

		CHECK(fd >= 0);
		CHECK_EQ(run_ctx(fd), 5 * 2 + 1 + 5 + 5);
		info.nr_jited_ksyms = 4;
		info.jited_ksyms = (uintptr_t)ksyms;
		info.nr_jited_func_lens = 4;
		info.jited_func_lens = (uintptr_t)lens;
		CHECK(prog_info(fd, &info) == 0);
		CHECK_EQ(info.nr_jited_ksyms, jit ? 3 : 0);
		CHECK_EQ(info.nr_jited_func_lens, jit ? 3 : 0);
		if (jit)
			CHECK_EQ(lens[0] + lens[1] + lens[2], info.jited_prog_len);
	}
}

/* bpf_loop() with a callback that adds its index to a map value. */
TEST(prog_engine_callback)
{
	IN_BOTH_ENGINES(jit) {
		int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		uint32_t key = 0;
		uint64_t sum = 0;
		int fd = LOAD(RAW_TRACEPOINT, MOV_IMM(R1, 10), LD_FUNC(R2, 5), MOV_IMM(R3, 0), MOV_IMM(R4, 0),
			      CALL(ALTBPF_FUNC_loop), EXIT(), MOV_REG(R3, R1), LD_MAP_VALUE(R2, map, 0),
			      ATOMIC(AB_DW, AB_ADD, R2, R3, 0), MOV_IMM(R0, 0), EXIT());

		CHECK(map >= 0 && fd >= 0);
		CHECK_EQ(run_ctx(fd), 10);
		CHECK(map_lookup(map, &key, &sum) == 0);
		CHECK_EQ(sum, 45);
	}
}

static int load_long(uint32_t cnt)
{
	struct altbpf_insn *insns = calloc(cnt, sizeof(*insns));
	uint32_t i;
	int fd;

	insns[0] = MOV_IMM(R0, 0);
	for (i = 1; i + 1 < cnt; i++)
		insns[i] = ALU64_IMM(AB_ADD, R0, 1);
	insns[cnt - 1] = EXIT();
	fd = prog_load(ALTBPF_PROG_TYPE_RAW_TRACEPOINT, insns, cnt);
	free(insns);
	return fd;
}

/* More code than the module's own arena holds, and room again once it is gone. */
TEST(prog_engine_many_images)
{
	struct altbpf_prog_info info = { 0 };
	int fds[5], round, i;

	set_param("jit", "1");
	for (round = 0; round < 2; round++) {
		for (i = 0; i < 5; i++) {
			fds[i] = load_long(60000);
			CHECK(fds[i] >= 0);
			CHECK_EQ(run_ctx(fds[i]), 60000 - 2);
		}
		memset(&info, 0, sizeof(info));
		CHECK(prog_info(fds[4], &info) == 0);
		CHECK(info.jited_prog_len > 60000);
		for (i = 0; i < 5; i++)
			close(fds[i]);
	}
}

TEST(prog_engine_one_big)
{
	struct altbpf_prog_info info = { 0 };
	int fd;

	set_param("jit", "1");
	fd = load_long(1000000);
	CHECK(fd >= 0);
	CHECK(prog_info(fd, &info) == 0);
	CHECK(info.jited_prog_len > 1000000);
	CHECK_EQ(run_ctx(fd), 1000000 - 2);
}
