// SPDX-License-Identifier: GPL-2.0
/* The verifier's log in user memory: levels, buffers that are too small, the size that was needed. */
#include <sys/mman.h>
#include "prog_util.h"

/* Refused in every verifier: R0 is not set. */
static const struct altbpf_insn bad[] = { { .code = 0x95 } };

static int load_log(char *buf, uint32_t size, uint32_t level, uint32_t *true_size)
{
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, bad, 1);
	int ret;

	attr.prog_load.log_buf = (uintptr_t)buf;
	attr.prog_load.log_size = size;
	attr.prog_load.log_level = level;
	ret = load_with(&attr);
	*true_size = attr.prog_load.log_true_size;
	return ret;
}

TEST(prog_log_rules)
{
	char buf[64];
	uint32_t size;

	CHECK_ERR(load_log(NULL, 100, 1, &size), EINVAL);
	CHECK_ERR(load_log(buf, 0, 1, &size), EINVAL);
	CHECK_ERR(load_log(buf, sizeof(buf), 0, &size), EINVAL);
	CHECK_ERR(load_log(buf, sizeof(buf), 16, &size), EINVAL);
	CHECK_ERR(load_log(buf, 0xffffffff, 1, &size), EINVAL);
	CHECK_ERR(load_log((char *)8, 4096, 1, &size), EFAULT);
}

TEST(prog_log_sizes)
{
	static char full[65536], cut[65536];
	uint32_t need, size, room;

	/* No buffer: only the size. */
	CHECK_ERR(load_log(NULL, 0, 1, &need), EACCES);
	CHECK(need > 1);
	/* A big one: text, NUL, nothing behind it. */
	memset(full, 0x55, sizeof(full));
	CHECK_ERR(load_log(full, sizeof(full), 1, &size), EACCES);
	CHECK_EQ(size, need);
	CHECK_EQ(strlen(full) + 1, need);
	CHECK_EQ(full[need], 0x55);
	CHECK(strstr(full, "R0 !read_ok"));
	/* Just big enough. */
	CHECK_ERR(load_log(cut, need, 1, &size), EACCES);
	CHECK_STR(cut, full);
	/* Too small: the end of the text is kept, or with FIXED the start. */
	for (room = 1; room < need; room += 1 + room / 3) {
		memset(cut, 0x55, sizeof(cut));
		CHECK_ERR(load_log(cut, room, 1, &size), ENOSPC);
		CHECK_EQ(size, need);
		CHECK_EQ(strlen(cut), room - 1);
		CHECK_STR(cut, full + need - room);
		CHECK_EQ(cut[room], 0x55);
		memset(cut, 0x55, sizeof(cut));
		CHECK_ERR(load_log(cut, room, 1 | ALTBPF_LOG_FIXED, &size), ENOSPC);
		CHECK_EQ(strlen(cut), room - 1);
		CHECK(!memcmp(cut, full, room - 1));
		CHECK_EQ(cut[room], 0x55);
	}
}

/* Nothing is written where nobody asked; old, short structs get no size. */
TEST(prog_log_short_attr)
{
	struct altbpf_insn good[] = { MOV_IMM(R0, 0), EXIT() };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, good, 2);

	attr.prog_load.log_true_size = 0x5555;
	CHECK(ab_sys(ALTBPF_PROG_LOAD, &attr, offsetof(union altbpf_attr, prog_load.log_true_size)) >= 0);
	CHECK_EQ(attr.prog_load.log_true_size, 0x5555);
	CHECK(ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr)) >= 0);
	CHECK_EQ(attr.prog_load.log_true_size, 0);
}

TEST(prog_log_levels)
{
	static char one[65536], two[65536], stats[65536];
	struct altbpf_insn good[] = { MOV_IMM(R0, 0), JMP_IMM(AB_JEQ, R0, 0, 0), EXIT() };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, good, 3);
	char *bufs[] = { one, two, stats };
	int level[] = { 1, 2, 4 }, i;

	for (i = 0; i < 3; i++) {
		attr.prog_load.log_level = level[i];
		attr.prog_load.log_buf = (uintptr_t)bufs[i];
		attr.prog_load.log_size = sizeof(one);
		CHECK(load_with(&attr) >= 0);
	}
	CHECK(strstr(two, "(b7) r0 = 0"));
	CHECK(strstr(stats, "processed "));
	CHECK(strlen(two) >= strlen(one));
}
