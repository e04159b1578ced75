// SPDX-License-Identifier: GPL-2.0
/*
 * The conformance programs on the device, through the verifier: each becomes a subprogram of an
 * xdp program that hands it the packet (r1: its start, r2: its length) and stores its 64-bit r0
 * in a map. Programs that use memory or calls in ways that no verifier can accept are counted as
 * refused; mainline accepts 300 of 313 in this form. The rows are compiled in (conformance.mk).
 */
#include <ctype.h>
#include "harness.h"

struct row {
	const char *name, *mem, *prog, *want;
};

static const struct row rows[] = {
#include "conformance-rows.h"
	{ NULL, NULL, NULL, NULL },
};

#define MIN_ACCEPTED 300
#define MAX_ROW_INSNS 4096
#define PACKET_SIZE 256

static size_t parse_hex(const char *text, void *bytes, size_t room)
{
	unsigned char *out = bytes;
	size_t n = 0;
	unsigned int v;

	while (isxdigit((unsigned char)text[0]) && n < room && sscanf(text, "%2x", &v) == 1) {
		out[n++] = (unsigned char)v;
		text += 2;
	}
	return n;
}

/*
 *	r2 = data, r3 = data_end; if (r2 + len > r3) goto out
 *	r1 = r2, r2 = len; call program
 *	*result = r0
 * out:	return 0
 */
static size_t make_prologue(struct altbpf_insn *insns, int result_fd, uint32_t len)
{
	const struct altbpf_insn load_packet[] = {
		{ .code = 0x61, .dst_reg = 2, .src_reg = 1, .off = 0 },
		{ .code = 0x61, .dst_reg = 3, .src_reg = 1, .off = 4 },
		{ .code = 0xbf, .dst_reg = 4, .src_reg = 2 },
		{ .code = 0x07, .dst_reg = 4, .imm = (int32_t)len },
		{ .code = 0x2d, .dst_reg = 4, .src_reg = 3, .off = 6 }, /* to the end */
		{ .code = 0xbf, .dst_reg = 1, .src_reg = 2 },
	};
	const struct altbpf_insn no_packet[] = {
		{ .code = 0xb7, .dst_reg = 1 },
	};
	const struct altbpf_insn call[] = {
		{ .code = 0xb7, .dst_reg = 2, .imm = (int32_t)len },
		{ .code = 0x85, .src_reg = ALTBPF_PSEUDO_CALL, .imm = 5 },
		{ .code = 0x18, .dst_reg = 1, .src_reg = ALTBPF_PSEUDO_MAP_VALUE, .imm = result_fd },
		{ .code = 0x00 },
		{ .code = 0x7b, .dst_reg = 1, .src_reg = 0 },
		{ .code = 0xb7, .dst_reg = 0 },
		{ .code = 0x95 },
	};
	size_t n = len ? sizeof(load_packet) : sizeof(no_packet);

	memcpy(insns, len ? load_packet : no_packet, n);
	memcpy((char *)insns + n, call, sizeof(call));
	return (n + sizeof(call)) / sizeof(*insns);
}

/* 1: accepted and right, 0: refused; a wrong result fails the test. */
static int run_row(const struct row *row, int result_fd)
{
	static struct altbpf_insn insns[MAX_ROW_INSNS + 16];
	unsigned char packet[PACKET_SIZE] = { 0 };
	uint64_t got = 0xbad, want = strtoull(row->want, NULL, 16);
	uint32_t key = 0;
	size_t mem_len, n;
	int fd;

	mem_len = parse_hex(row->mem, packet, sizeof(packet));
	n = make_prologue(insns, result_fd, (uint32_t)mem_len);
	n += parse_hex(row->prog, insns + n, MAX_ROW_INSNS * sizeof(*insns)) / sizeof(*insns);
	fd = prog_load_log(ALTBPF_PROG_TYPE_XDP, insns, n, NULL, 0);
	if (fd < 0) {
		printf("# refused: %s\n", row->name);
		return 0;
	}
	CHECK(map_update(result_fd, &key, &got, 0) == 0);
	if (prog_run(fd, NULL, 0, packet, mem_len < 64 ? 64 : (uint32_t)mem_len) != 0)
		ab_test_fail(__FILE__, __LINE__, "%s: did not run, errno %d", row->name, errno);
	CHECK(map_lookup(result_fd, &key, &got) == 0);
	close(fd);
	if (got != want)
		ab_test_fail(__FILE__, __LINE__, "%s: expected r0 0x%llx, got 0x%llx", row->name,
			     (unsigned long long)want, (unsigned long long)got);
	return 1;
}

TEST(conformance_on_device)
{
	int accepted = 0, total, result_fd;

	if (!rows[0].name)
		ab_test_skip("the conformance data was not there when this was built");
	result_fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
	CHECK(result_fd >= 0);
	for (total = 0; rows[total].name; total++)
		accepted += run_row(&rows[total], result_fd);
	printf("# conformance on the device: %d of %d accepted, all with the right result\n", accepted, total);
	if (accepted < MIN_ACCEPTED)
		ab_test_fail(__FILE__, __LINE__, "%d programs accepted, expected at least %d", accepted,
			     MIN_ACCEPTED);
}
