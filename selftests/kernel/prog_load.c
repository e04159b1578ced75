// SPDX-License-Identifier: GPL-2.0
/* PROG_LOAD: every field with bad input, licences, names, what a refusal leaves behind. */
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include "prog_util.h"

static const struct altbpf_insn ok[] = { { .code = 0xb7 }, { .code = 0x95 } };

static union altbpf_attr good_attr(void)
{
	return load_attr(ALTBPF_PROG_TYPE_KPROBE, ok, 2);
}

#define WITH(field, value) ({ union altbpf_attr a_ = good_attr(); a_.prog_load.field = (value); load_with(&a_); })

TEST(prog_load_fields)
{
	CHECK(WITH(prog_flags, 0) >= 0);
	CHECK(WITH(prog_flags, ALTBPF_F_STRICT_ALIGNMENT) >= 0);
	CHECK(WITH(prog_flags, ALTBPF_F_ANY_ALIGNMENT) >= 0);
	CHECK(WITH(kern_version, 0x12345678) >= 0);
	CHECK_ERR(WITH(prog_flags, 1u << 20), EINVAL);
	CHECK_ERR(WITH(insn_cnt, 0), E2BIG);
	CHECK_ERR(WITH(insn_cnt, 1000001), E2BIG);
	CHECK_ERR(WITH(insn_cnt, 0xffffffff), E2BIG);
	CHECK_ERR(WITH(insns, 8), EFAULT);
	CHECK_ERR(WITH(insns, 0), EFAULT);
	CHECK_ERR(WITH(license, 0), EFAULT);
	CHECK_ERR(WITH(license, 0xffff800000000000ull), EFAULT);
	CHECK_ERR(WITH(prog_type, 0), EINVAL);
	CHECK_ERR(WITH(prog_type, 1000), EINVAL);
	CHECK_ERR(WITH(prog_type, ALTBPF_PROG_TYPE_EXT), EINVAL);
	CHECK_ERR(WITH(prog_ifindex, 1), EINVAL);
	CHECK_ERR(WITH(attach_btf_id, 1), EINVAL);
	CHECK_ERR(WITH(attach_prog_fd, 1), EINVAL);
	CHECK_ERR(WITH(prog_token_fd, 1), EINVAL);
	CHECK_ERR(WITH(core_relo_cnt, 1), EINVAL);
}

TEST(prog_load_names)
{
	static const char *const bad[] = { "a b", "a-b", "a/b", "\x80", "sixteen_chars_16" };
	struct altbpf_prog_info info = { 0 };
	union altbpf_attr attr = good_attr();
	size_t i;
	int fd;

	memcpy(attr.prog_load.prog_name, "a_name.0", 9);
	fd = load_with(&attr);
	CHECK(fd >= 0);
	CHECK(prog_info(fd, &info) == 0);
	CHECK_STR(info.name, "a_name.0");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		attr = good_attr();
		memcpy(attr.prog_load.prog_name, bad[i], strnlen(bad[i], 16));
		CHECK_ERR(load_with(&attr), EINVAL);
	}
}

TEST(prog_load_licenses)
{
	static const struct {
		const char *text;
		bool gpl;
	} rows[] = {
		{ "GPL", true }, { "GPL v2", true }, { "GPL and additional rights", true }, { "Dual BSD/GPL", true },
		{ "Dual MIT/GPL", true }, { "Dual MPL/GPL", true }, { "", false }, { "MIT", false },
		{ "gpl", false }, { "GPL ", false }, { "Proprietary", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct altbpf_prog_info info = { 0 };
		int fd = WITH(license, (uintptr_t)rows[i].text);

		CHECK(fd >= 0);
		CHECK(prog_info(fd, &info) == 0);
		if (info.gpl_compatible != rows[i].gpl)
			ab_test_fail(__FILE__, __LINE__, "licence \"%s\": gpl %d", rows[i].text, info.gpl_compatible);
		close(fd);
	}
}

/* A helper that is only for GPL programs. */
TEST(prog_load_gpl_helper)
{
	struct altbpf_insn insns[] = { MOV_IMM(R1, 0), STX(AB_DW, R10, R1, -8), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -8),
				       MOV_IMM(R2, 8), MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_probe_read_kernel), MOV_IMM(R0, 0),
				       EXIT() };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, insns, PROG_LEN(insns));
	static char log[65536];

	CHECK(load_with(&attr) >= 0);
	attr.prog_load.license = (uintptr_t)"MIT";
	attr.prog_load.log_level = 1;
	attr.prog_load.log_buf = (uintptr_t)log;
	attr.prog_load.log_size = sizeof(log);
	CHECK_ERR(load_with(&attr), EINVAL);
	CHECK(strstr(log, "cannot call GPL-restricted function from non-GPL compatible program"));
}

TEST(prog_load_info_fields)
{
	struct altbpf_prog_info info = { 0 };
	int fd = WITH(prog_flags, 0);

	CHECK(fd >= 0);
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.type, ALTBPF_PROG_TYPE_KPROBE);
	CHECK(info.id > 0);
	CHECK(info.load_time > 0);
	CHECK_EQ(info.created_by_uid, 0);
	CHECK_EQ(info.nr_map_ids, 0);
	CHECK_EQ(info.verified_insns, 2);
	CHECK_EQ(info.nr_prog_tags, 1);
	CHECK_EQ(info.btf_id, 0);
	CHECK_EQ(info.func_info_rec_size, 8);
	CHECK_EQ(info.line_info_rec_size, 16);
	/* as bpf(2) computes it: SHA-1 of the instructions */
	CHECK(!memcmp(info.tag, "\xa0\x4f\x5e\xef\x06\xa7\xf5\x55", 8));
}

/* A refusal leaves no program behind, and gives map references back. */
TEST(prog_load_refusal_leaves_nothing)
{
	union altbpf_attr attr = { .get_id = { .start_id = 0 } };
	int map = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0), i;
	uint32_t map_id;

	CHECK(map >= 0);
	CHECK(ab_sys(ALTBPF_MAP_GET_NEXT_ID, &attr, sizeof(attr)) == 0);
	map_id = attr.get_id.next_id;
	for (i = 0; i < 20; i++) {
		struct altbpf_insn insns[] = { LD_MAP_FD(R1, map), MOV_REG(R0, R9), EXIT() };

		attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, insns, PROG_LEN(insns));
		CHECK(load_with(&attr) == -1);
	}
	close(map);
	for (i = 0; i < 100; i++) {
		attr = (union altbpf_attr){ .get_id = { .map_id = map_id } };
		map = ab_sys(ALTBPF_MAP_GET_FD_BY_ID, &attr, sizeof(attr));
		if (map < 0)
			return;
		close(map);
		usleep(10000);
	}
	CHECK(!"the map is still there");
}

/* A fatal signal ends a long verification. */
TEST(prog_load_killed)
{
	uint32_t i, cnt = 20000;
	struct altbpf_insn *insns = calloc(cnt, sizeof(*insns));
	int status;
	pid_t pid;

	/* a loop that runs for very long: while (--r6) {} around much code */
	insns[0] = MOV_IMM(R6, 0x7fffffff);
	insns[1] = ALU64_IMM(AB_LSH, R6, 10);
	for (i = 2; i < cnt - 4; i++)
		insns[i] = ALU64_IMM(AB_ADD, R6, 0);
	insns[cnt - 4] = ALU64_IMM(AB_SUB, R6, 1);
	insns[cnt - 3] = JMP_IMM(AB_JNE, R6, 0, -(int)(cnt - 4));
	insns[cnt - 2] = MOV_IMM(R0, 0);
	insns[cnt - 1] = EXIT();
	pid = fork();
	if (!pid) {
		union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, insns, cnt);

		load_with(&attr);
		_exit(0);
	}
	usleep(200000);
	kill(pid, SIGKILL);
	CHECK(waitpid(pid, &status, 0) == pid);
	NOTE("verification %s\n", WIFSIGNALED(status) ? "was killed" : "had ended");
}
