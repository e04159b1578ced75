// SPDX-License-Identifier: GPL-2.0
/* OBJ_GET_INFO_BY_FD of programs: counts are always told, arrays are filled as far as there is room. */
#include "prog_util.h"

#define TYPES_LEN (16 + 12 + 12)

/* int; () -> int; func "main" of it. Strings: int, main, file, line. */
static const struct {
	uint16_t magic;
	uint8_t version, flags;
	uint32_t hdr_len, type_off, type_len, str_off, str_len;
	uint32_t int_type[4], proto[3], func[3];
	char str[32];
} __attribute__((packed)) btf = {
	0xeb9f, 1, 0, 24, 0, TYPES_LEN, TYPES_LEN, 32,
	{ 1, 1u << 24, 4, 1u << 24 | 32 },
	{ 0, 13u << 24, 1 },
	{ 5, 12u << 24, 2 },
	"\0int\0main\0file.c\0return 7;",
};

static int load_btf(void)
{
	union altbpf_attr attr = { .btf_load = { .btf = (uintptr_t)&btf, .btf_size = sizeof(btf) } };

	return ab_sys(ALTBPF_BTF_LOAD, &attr, sizeof(attr));
}

static const struct altbpf_insn insns[] = { { .code = 0xb7, .imm = 7 }, { .code = 0x95 } };

TEST(prog_info_debug)
{
	struct altbpf_func_info func = { 0, 3 }, func_out = { 9, 9 };
	struct altbpf_line_info line = { 0, 10, 17, 5u << 10 | 1 }, line_out = { 0 };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, insns, 2);
	struct altbpf_prog_info info = { 0 };
	uint64_t jited_line = 0, ksym = 0;
	int fd;

	set_param("jit", "1");
	attr.prog_load.prog_btf_fd = load_btf();
	CHECK((int)attr.prog_load.prog_btf_fd >= 0);
	attr.prog_load.func_info = (uintptr_t)&func;
	attr.prog_load.func_info_cnt = 1;
	attr.prog_load.func_info_rec_size = sizeof(func);
	attr.prog_load.line_info = (uintptr_t)&line;
	attr.prog_load.line_info_cnt = 1;
	attr.prog_load.line_info_rec_size = sizeof(line);
	fd = load_with(&attr);
	CHECK(fd >= 0);
	close(attr.prog_load.prog_btf_fd);
	CHECK(prog_info(fd, &info) == 0);
	CHECK(info.btf_id > 0);
	CHECK_EQ(info.nr_func_info, 1);
	CHECK_EQ(info.nr_line_info, 1);
	CHECK_EQ(info.nr_jited_line_info, 1);
	info = (struct altbpf_prog_info){ .nr_func_info = 1, .func_info = (uintptr_t)&func_out,
		.func_info_rec_size = 8, .nr_line_info = 1, .line_info = (uintptr_t)&line_out, .line_info_rec_size = 16,
		.nr_jited_line_info = 1, .jited_line_info = (uintptr_t)&jited_line, .jited_line_info_rec_size = 8,
		.nr_jited_ksyms = 1, .jited_ksyms = (uintptr_t)&ksym };
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(func_out.type_id, 3);
	CHECK_EQ(line_out.line_col, 5u << 10 | 1);
	CHECK(jited_line >= ksym && jited_line < ksym + info.jited_prog_len);
	/* Records that we have in another size. */
	info = (struct altbpf_prog_info){ .func_info_rec_size = 12 };
	CHECK_ERR(prog_info(fd, &info), EINVAL);
	info = (struct altbpf_prog_info){ .nr_line_info = 1 };
	CHECK_ERR(prog_info(fd, &info), EINVAL);
}

TEST(prog_info_bad_records)
{
	struct {
		struct altbpf_func_info func;
		uint32_t more[2];
	} func = { { 0, 3 }, { 0, 0 } };
	union altbpf_attr attr = load_attr(ALTBPF_PROG_TYPE_KPROBE, insns, 2);

	attr.prog_load.func_info = (uintptr_t)&func;
	attr.prog_load.func_info_cnt = 1;
	attr.prog_load.func_info_rec_size = 8;
	attr.prog_load.prog_btf_fd = 999;
	CHECK_ERR(load_with(&attr), EBADF);
	attr.prog_load.prog_btf_fd = load_btf();
	CHECK(load_with(&attr) >= 0);
	attr.prog_load.func_info_rec_size = 4;
	CHECK_ERR(load_with(&attr), EINVAL);
	attr.prog_load.func_info_rec_size = 10;
	CHECK_ERR(load_with(&attr), EINVAL);
	attr.prog_load.func_info_rec_size = 256;
	CHECK_ERR(load_with(&attr), EINVAL);
	/* Longer records: what we do not know must be zero. */
	attr.prog_load.func_info_rec_size = sizeof(func);
	CHECK(load_with(&attr) >= 0);
	func.more[1] = 1;
	CHECK_ERR(load_with(&attr), E2BIG);
	func.more[1] = 0;
	attr.prog_load.func_info_cnt = 1000;
	CHECK_ERR(load_with(&attr), EINVAL);
	attr.prog_load.func_info_cnt = 1;
	attr.prog_load.func_info = 8;
	CHECK_ERR(load_with(&attr), EFAULT);
	attr.prog_load.func_info = (uintptr_t)&func;
	func.func.type_id = 1;
	CHECK_ERR(load_with(&attr), EINVAL);
}

TEST(prog_info_room)
{
	struct altbpf_prog_info info = { 0 };
	unsigned char xlated[32], code[4096];
	int fd = LOAD(KPROBE, MOV_IMM(R0, 7), EXIT());

	set_param("jit", "1");
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.xlated_prog_len, 16);
	/* A short buffer is filled and not overrun; a bad one is noticed. */
	memset(xlated, 0xee, sizeof(xlated));
	info = (struct altbpf_prog_info){ .xlated_prog_len = 8, .xlated_prog_insns = (uintptr_t)xlated };
	CHECK(prog_info(fd, &info) == 0);
	CHECK_EQ(info.xlated_prog_len, 16);
	CHECK(!memcmp(xlated, insns, 8) && xlated[8] == 0xee);
	memset(code, 0xee, sizeof(code));
	info = (struct altbpf_prog_info){ .jited_prog_len = sizeof(code), .jited_prog_insns = (uintptr_t)code };
	CHECK(prog_info(fd, &info) == 0);
	CHECK(info.jited_prog_len > 0 && info.jited_prog_len < sizeof(code));
	CHECK_EQ(code[info.jited_prog_len], 0xee);
	info = (struct altbpf_prog_info){ .xlated_prog_len = 16, .xlated_prog_insns = 8 };
	CHECK_ERR(prog_info(fd, &info), EFAULT);
	info = (struct altbpf_prog_info){ .nr_prog_tags = 1, .prog_tags = 8 };
	CHECK_ERR(prog_info(fd, &info), EFAULT);
}
