// SPDX-License-Identifier: GPL-2.0
/* snprintf's outputs against libc's, refusals, and text that arrives in the trace. */
#include <fcntl.h>
#include <stdarg.h>
#include <sys/wait.h>
#include "attach.h"

#define PIPE "/sys/kernel/tracing/instances/altbpf/trace_pipe"

/* A frozen read-only map with a format. */
static int format_map(const char *fmt)
{
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 64, 1, ALTBPF_F_RDONLY_PROG);
	union altbpf_attr attr = { .map_elem = { .map_fd = (uint32_t)fd } };
	char text[64] = "";
	uint32_t key = 0;

	CHECK(fd >= 0 && strlen(fmt) < sizeof(text));
	strcpy(text, fmt);
	CHECK(!map_update(fd, &key, text, ALTBPF_ANY));
	CHECK(!ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(attr)));
	return fd;
}

static int load_snprintf(int out, int fmt, int size, int cnt, const uint64_t *args)
{
	/* data[3] on the stack */
	struct altbpf_insn prog[] = {
		LD_IMM64(R1, args[0]), STX(AB_DW, R10, R1, -24), LD_IMM64(R1, args[1]),
		STX(AB_DW, R10, R1, -16), LD_IMM64(R1, args[2]), STX(AB_DW, R10, R1, -8), LD_MAP_VALUE(R1, out, 0),
		MOV_IMM(R2, size), LD_MAP_VALUE(R3, fmt, 0), MOV_REG(R4, R10), ALU64_IMM(AB_ADD, R4, -24),
		MOV_IMM(R5, 8 * cnt), CALL(ALTBPF_FUNC_snprintf), OUT_SET(out, 63, R0), RETURN(0),
	};

	return prog_load_log(ALTBPF_PROG_TYPE_KPROBE, prog, PROG_LEN(prog), NULL, 0);
}

static int64_t run_snprintf(char *text, int size, const char *format, int cnt, const uint64_t *args)
{
	int out = out_create(), fmt = format_map(format), prog = load_snprintf(out, fmt, size, cnt, args);
	int64_t ret;

	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
	out_bytes(out, 0, text, 256);
	ret = (int64_t)out_get(out, 63);
	close(prog);
	close(fmt);
	close(out);
	return ret;
}

TEST(helper_snprintf_numbers)
{
	/* libc makes what is expected. */
	static const struct {
		const char *fmt;
		uint64_t args[3];
		int cnt;
	} cases[] = {
		{ "plain", { 0 }, 0 }, { "100%%", { 0 }, 0 }, { "%d %u %x", { -5u, 4000000000u, 0xbeef }, 3 },
		{ "%i|%X", { 7, 0xabcdef }, 2 }, { "%ld %lu %lx", { -5ull, 1ull << 63, 0x123456789abcdef }, 3 },
		{ "%lld %llu %llX", { -1ull, -1ull, -1ull }, 3 }, { "[%5d][%-5d][%05d]", { 42, 42, 42 }, 3 },
		{ "[%+d][% d][%3u]", { 1, 2, 1000 }, 3 }, { "%c%c%c", { 'a', 'b', 'c' }, 3 }, { "%d%%", { 50 }, 1 },
		{ "[%-8c]", { 'x' }, 1 }, { "[%+ld]", { 5 }, 1 },
	};
	char got[256], want[256];
	unsigned int i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const uint64_t *a = cases[i].args;
		int len = snprintf(want, sizeof(want), cases[i].fmt, a[0], a[1], a[2]);

		CHECK_EQ(run_snprintf(got, 200, cases[i].fmt, cases[i].cnt, a), len + 1);
		CHECK_STR(got, want);
	}
}

TEST(helper_snprintf_text)
{
	static const char user[] = "user text";
	uint64_t banner = kernel_symbol("linux_banner"), args[3] = { banner, (uintptr_t)user, 0 };
	uint64_t symbol[3] = { kernel_symbol("vfs_read"), 0, 0 }, bad[3] = { 8, 0xffffc8ffffffff00ULL, 0 };
	char got[256];

	CHECK(run_snprintf(got, 200, "%pks|", 1, args) > 0);
	CHECK(!strncmp(got, "Linux version", 13));
	CHECK(run_snprintf(got, 200, "%s", 1, &args[1]) == sizeof(user));
	CHECK_STR(got, "user text");
	CHECK_EQ(run_snprintf(got, 200, "[%12pus]", 1, &args[1]), 15);
	CHECK_STR(got, "[   user text]");
	/* Cut, but the whole length is told. */
	CHECK_EQ(run_snprintf(got, 5, "%s!", 1, &args[1]), sizeof(user) + 1);
	CHECK_STR(got, "user");
	CHECK(run_snprintf(got, 200, "%ps", 1, symbol) > 0);
	CHECK_STR(got, "vfs_read");
	CHECK(run_snprintf(got, 200, "%pS", 1, symbol) > 0);
	CHECK(!strncmp(got, "vfs_read+0x0/", 13));
	/* What cannot be read is empty. */
	CHECK_EQ(run_snprintf(got, 200, "[%pus%pks]", 2, bad), 3);
	CHECK_STR(got, "[]");
	args[0] = banner;
	CHECK(run_snprintf(got, 200, "%pI4", 1, args) > 0);
	CHECK_STR(got, "76.105.110.117"); /* "Linu" */
	CHECK(run_snprintf(got, 200, "%pi6", 1, args) == 33);
}

TEST(helper_snprintf_refusals)
{
	static const char *const bad[] = {
		"%", "%z", "%hd", "%lc", "%f", "%n", "%*d", "%.3d", "%sx", "%pz", "%pi5", "%pI", "%lz", "%lld%d",
		"\001", "%d %d",
	};
	static const uint64_t args[3] = { 1, 2, 3 };
	int out = out_create();
	unsigned int i;

	/* The verifier knows the text and asks the same rules; trace_printk's are asked at run time. */
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		int fmt = format_map(bad[i]), len = (int)strlen(bad[i]) + 1, prog;

		if (load_snprintf(out, fmt, 64, 1, args) >= 0)
			ab_test_fail(__FILE__, __LINE__, "snprintf(\"%s\") is not refused", bad[i]);
		prog = LOAD(KPROBE, ST(AB_DW, R10, -8, 1), LD_MAP_VALUE(R1, fmt, 0), MOV_IMM(R2, len), MOV_REG(R3, R10),
			    ALU64_IMM(AB_ADD, R3, -8), MOV_IMM(R4, 8), CALL(ALTBPF_FUNC_trace_vprintk),
			    OUT_SET(out, 0, R0), RETURN(0));
		CHECK(prog >= 0);
		CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
		if ((int64_t)out_get(out, 0) != -EINVAL)
			ab_test_fail(__FILE__, __LINE__, "trace_vprintk(\"%s\"): got %lld, want %d", bad[i],
				     (long long)out_get(out, 0), -EINVAL);
		close(prog);
		close(fmt);
	}
}

/* The next line of the trace that our process printed. */
static void read_line(int fd, const char *want)
{
	char buf[4096];
	int tries;
	ssize_t len;

	for (tries = 0; tries < 50; tries++) {
		len = read(fd, buf, sizeof(buf) - 1);
		if (len > 0) {
			buf[len] = 0;
			if (strstr(buf, want))
				return;
		}
		usleep(20000);
	}
	ab_test_fail(__FILE__, __LINE__, "\"%s\" does not arrive in " PIPE, want);
}

TEST(helper_trace_printk)
{
	int out = out_create(), prog, fd = open(PIPE, O_RDONLY | O_NONBLOCK);

	if (fd < 0)
		ab_test_skip("no trace instance");
	/* "n=%d %x\n" on the stack */
	prog = LOAD(KPROBE, LD_IMM64(R1, 0x2578252064253d6eULL & 0xffffffffffffffULL), MOV_IMM(R1, 0),
		    STX(AB_DW, R10, R1, -8), LD_IMM64(R1, 0x007825206425206eULL), STX(AB_DW, R10, R1, -16),
		    MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -16), MOV_IMM(R2, 8), MOV_IMM(R3, 42), MOV_IMM(R4, 0xabc),
		    CALL(ALTBPF_FUNC_trace_printk), OUT_SET(out, 0, R0), RETURN(0));
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
	CHECK_EQ(out_get(out, 0), strlen("n 42 abc"));
	read_line(fd, "bpf_trace_printk: n 42 abc\n");
	close(fd);
}

TEST(helper_trace_vprintk)
{
	int out = out_create(), fmt = format_map("v %d %d %d %d"), prog, fd = open(PIPE, O_RDONLY | O_NONBLOCK);

	if (fd < 0)
		ab_test_skip("no trace instance");
	prog = LOAD(KPROBE, ST(AB_DW, R10, -32, 1), ST(AB_DW, R10, -24, 2), ST(AB_DW, R10, -16, 3), ST(AB_DW, R10, -8, -4),
		    LD_MAP_VALUE(R1, fmt, 0), MOV_IMM(R2, 14), MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, -32),
		    MOV_IMM(R4, 32), CALL(ALTBPF_FUNC_trace_vprintk), OUT_SET(out, 0, R0), RETURN(0));
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
	CHECK_EQ(out_get(out, 0), strlen("v 1 2 3 -4"));
	read_line(fd, "bpf_trace_printk: v 1 2 3 -4\n");
	close(fd);
}
