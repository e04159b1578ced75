// SPDX-License-Identifier: GPL-2.0
/* Reads of memory that may not be there, and text. Programs run in test runs. */
#include <sys/mman.h>
#include "attach.h"

/* Runs helper(out + 8 * word, size, addr), returns its result. */
static int64_t read_at(int out, int helper, int word, int size, uint64_t addr)
{
	int prog;

	prog = LOAD(KPROBE, LD_MAP_VALUE(R1, out, 8 * word), MOV_IMM(R2, size), LD_IMM64(R3, addr), CALL(helper),
		    OUT_SET(out, 63, R0), RETURN(0));
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
	close(prog);
	return (int64_t)out_get(out, 63);
}

/* A page with text at its end, an absent page behind it. */
static char *page_end(void)
{
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(page != MAP_FAILED);
	CHECK(!munmap(page + 4096, 4096));
	memset(page, 'z', 4096);
	return page + 4096;
}

static void fill(int out)
{
	uint64_t words[OUT_WORDS];
	uint32_t key = 0;

	memset(words, 0xee, sizeof(words));
	CHECK(!map_update(out, &key, words, ALTBPF_ANY));
}

TEST(helper_probe_read_user)
{
	int out = out_create();
	static const char text[] = "0123456789abcdef";
	char *end = page_end(), got[24];

	fill(out);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user, 0, 16, (uintptr_t)text), 0);
	out_bytes(out, 0, got, 24);
	CHECK(!memcmp(got, text, 16) && (uint8_t)got[16] == 0xee);
	/* probe_read finds out by itself. */
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read, 4, 8, (uintptr_t)text), 0);
	out_bytes(out, 4, got, 8);
	CHECK(!memcmp(got, text, 8));
	/* Across the end of what is mapped: nothing but zeroes. */
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user, 0, 16, (uintptr_t)end - 8), -EFAULT);
	out_bytes(out, 0, got, 24);
	CHECK(!memcmp(got, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16) && (uint8_t)got[16] == 0xee);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user, 0, 8, 0), -EFAULT);
	/* A kernel address is none of user space. */
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user, 0, 8, kernel_symbol("linux_banner")), -EFAULT);
}

TEST(helper_probe_read_kernel)
{
	uint64_t banner = kernel_symbol("linux_banner");
	int out = out_create();
	char got[32];

	CHECK(banner);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_kernel, 0, 13, banner), 0);
	out_bytes(out, 0, got, 13);
	CHECK(!memcmp(got, "Linux version", 13));
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read, 0, 5, banner), 0);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_kernel_str, 0, 6, banner), 6);
	out_bytes(out, 0, got, 6);
	CHECK_STR(got, "Linux");
	fill(out);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_kernel, 0, 8, 0xdead000000000000ULL), -ERANGE);
	CHECK_EQ(out_get(out, 0), 0);
	fill(out);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_kernel, 0, 8, 0xffffc8ffffffff00ULL), -EFAULT);
	CHECK_EQ(out_get(out, 0), 0);
	CHECK(read_at(out, ALTBPF_FUNC_probe_read_kernel, 0, 8, (uintptr_t)&banner) < 0);
	CHECK(read_at(out, ALTBPF_FUNC_probe_read_kernel_str, 0, 8, 8) < 0);
}

TEST(helper_probe_read_str)
{
	static const char text[] = "a text that is longer than one chunk of the reader, and then some";
	char *end = page_end(), got[128];
	int out = out_create();

	fill(out);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 100, (uintptr_t)text), sizeof(text));
	out_bytes(out, 0, got, 128);
	CHECK_STR(got, text);
	/* What is behind the NUL stays. */
	CHECK_EQ((uint8_t)got[sizeof(text)], 0xee);
	CHECK_EQ((uint8_t)got[99], 0xee);
	/* Cut: the size, with a NUL. */
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 10, (uintptr_t)text), 10);
	out_bytes(out, 0, got, 16);
	CHECK_STR(got, "a text th");
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 1, (uintptr_t)text), 1);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 10, (uintptr_t)""), 1);
	/* Ends where the mapping ends. */
	end[-1] = 0;
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 100, (uintptr_t)end - 40), 40);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_str, 0, 100, (uintptr_t)end - 3), 3);
	/* Does not end. */
	end[-1] = 'z';
	fill(out);
	CHECK_EQ(read_at(out, ALTBPF_FUNC_probe_read_user_str, 0, 100, (uintptr_t)end - 40), -EFAULT);
	CHECK_EQ(out_get(out, 0), 0);
	CHECK_EQ(out_get(out, 11), 0);
}

TEST(helper_strncmp)
{
	/* A read-only map with the constant. */
	int ro = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, ALTBPF_F_RDONLY_PROG), out = out_create(), prog, i;
	union altbpf_attr attr = { .map_elem = { .map_fd = (uint32_t)ro } };
	static const struct {
		char text[9];
		int size, sign;
	} cases[] = {
		{ "hello\0\0", 8, 0 }, { "hellp\0\0", 8, 1 }, { "helln\0\0", 8, -1 }, { "hellozz", 5, 0 },
		{ "hellozz", 6, 1 }, { "hel\0\0\0\0", 8, -1 },
	};
	uint32_t key = 0;

	CHECK(ro >= 0 && !map_update(ro, &key, "hello\0\0", ALTBPF_ANY));
	CHECK(!ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(attr)));
	for (i = 0; i < (int)(sizeof(cases) / sizeof(cases[0])); i++) {
		uint64_t word;
		int64_t got;

		memcpy(&word, cases[i].text, 8);
		prog = LOAD(KPROBE, LD_IMM64(R1, word), STX(AB_DW, R10, R1, -8), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -8),
			    MOV_IMM(R2, cases[i].size), LD_MAP_VALUE(R3, ro, 0), CALL(ALTBPF_FUNC_strncmp),
			    OUT_SET(out, 0, R0), RETURN(0));
		CHECK(prog >= 0);
		CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
		got = (int64_t)out_get(out, 0);
		CHECK_EQ(got > 0 ? 1 : got < 0 ? -1 : 0, cases[i].sign);
		close(prog);
	}
}

static int64_t run_loop(int64_t times, int stop_at, uint64_t flags, uint64_t *sum)
{
	int out = out_create(), prog;

	prog = LOAD(KPROBE,
		    LD_IMM64(R1, times), LD_FUNC(R2, 11), MOV_IMM(R3, 0), LD_IMM64(R4, flags),
		    CALL(ALTBPF_FUNC_loop), MOV_REG(R6, R0), OUT_SET(out, 1, R6), RETURN(0),
		    /* callback(index, ctx): out[0] += index; return index == stop_at */
		    LD_MAP_VALUE(R3, out, 0), ATOMIC(AB_DW, AB_ADD, R3, R1, 0), MOV_IMM(R0, 0),
		    JMP_IMM(AB_JNE, R1, stop_at, 1), MOV_IMM(R0, 1), EXIT());
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, NULL, 0, NULL, 0), 0);
	*sum = out_get(out, 0);
	return (int64_t)out_get(out, 1);
}

TEST(helper_loop)
{
	uint64_t sum;

	CHECK_EQ(run_loop(100, -1, 0, &sum), 100);
	CHECK_EQ(sum, 4950);
	CHECK_EQ(run_loop(100, 9, 0, &sum), 10);
	CHECK_EQ(sum, 45);
	CHECK_EQ(run_loop(0, -1, 0, &sum), 0);
	CHECK_EQ(run_loop(10, -1, 1, &sum), -EINVAL);
	CHECK_EQ(run_loop((8 << 20) + 1, -1, 0, &sum), -E2BIG);
	CHECK_EQ(sum, 0);
}
