// SPDX-License-Identifier: GPL-2.0
/*
 * The way of a load in user space, with every allocation of the core made to fail once: types are
 * checked, maps made, names resolved, the program verified. Each try must end in ENOMEM or, where
 * the memory could be done without, in success, and give back all that it took. Built with
 * AddressSanitizer and UBSan, which see what is lost or touched afterwards.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "host.h"
#include "libaltbpf.h"

#define LD_MAP(reg, fd) { .code = 0x18, .dst_reg = reg, .src_reg = 1, .imm = fd }, { 0 }

/* An int, as small as BTF gets. */
static const struct {
	uint16_t magic;
	uint8_t version, flags;
	uint32_t hdr_len, type_off, type_len, str_off, str_len;
	uint32_t name_off, info, size, bits;
	char strings[8];
} types = { 0xeb9f, 1, 0, 24, 0, 16, 16, 5, 1, 1U << 24, 4, 1U << 24 | 32, "\0int" };

static int load_types(void)
{
	union altbpf_attr attr = { 0 };

	attr.btf_load.btf = (uintptr_t)&types;
	attr.btf_load.btf_size = 24 + 16 + 5;
	return (int)altbpf_call(ALTBPF_BTF_LOAD, &attr, sizeof(attr));
}

static int make_map(void)
{
	union altbpf_attr attr = { .map_create = { .map_type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
						   .value_size = 8, .max_entries = 1 } };

	return (int)altbpf_call(ALTBPF_MAP_CREATE, &attr, sizeof(attr));
}

static int load_prog(int map)
{
	/* A look-up, a NULL check, a loop of ten turns, a store. */
	struct altbpf_insn insns[] = {
		{ .code = 0x62, .dst_reg = 10, .off = -4, .imm = 0 },
		{ .code = 0xbf, .dst_reg = 2, .src_reg = 10 },
		{ .code = 0x07, .dst_reg = 2, .imm = -4 },
		LD_MAP(1, map),
		{ .code = 0x85, .imm = 1 },
		{ .code = 0x55, .dst_reg = 0, .off = 1 },
		{ .code = 0x95 },
		{ .code = 0xb7, .dst_reg = 1, .imm = 0 },
		{ .code = 0x07, .dst_reg = 1, .imm = 1 },
		{ .code = 0xa5, .dst_reg = 1, .off = -2, .imm = 10 },
		{ .code = 0x7b, .dst_reg = 0, .src_reg = 1 },
		{ .code = 0xb7, .dst_reg = 0 },
		{ .code = 0x95 },
	};
	static char log[65536];
	union altbpf_attr attr = { 0 };

	attr.prog_load.prog_type = ALTBPF_PROG_TYPE_KPROBE;
	attr.prog_load.insns = (uintptr_t)insns;
	attr.prog_load.insn_cnt = sizeof(insns) / sizeof(insns[0]);
	attr.prog_load.license = (uintptr_t)"GPL";
	attr.prog_load.log_buf = (uintptr_t)log;
	attr.prog_load.log_size = sizeof(log);
	attr.prog_load.log_level = 2;
	return (int)altbpf_call(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
}

/* The whole way once. Return: 0, or -1 and errno. */
static int load_all(void)
{
	int btf = load_types(), map, prog, err;

	if (btf < 0)
		return -1;
	map = make_map();
	prog = map < 0 ? -1 : load_prog(map);
	err = errno;
	if (prog >= 0)
		close(prog);
	if (map >= 0)
		close(map);
	close(btf);
	errno = err;
	return prog < 0 ? -1 : 0;
}

int main(void)
{
	int failed = 0, at;

	altbpf_use_offline();
	if (load_all()) {
		printf("not ok load-faults - the way does not work at all: %s\n", strerror(errno));
		return 1;
	}
	for (at = 1; at < 10000; at++) {
		int err;

		ab_host_fail_at(at);
		err = load_all();
		/* Not reached: all allocations had their turn. */
		if (ab_host_fail_pending())
			break;
		failed += err != 0;
		if (err && errno != ENOMEM) {
			printf("not ok load-faults - allocation %d fails with %s, expected ENOMEM\n", at, strerror(errno));
			return 1;
		}
	}
	ab_host_fail_at(0);
	if (load_all() || failed < 10) {
		printf("not ok load-faults - afterwards: %s; %d loads failed\n", strerror(errno), failed);
		return 1;
	}
	printf("# %d allocations failed in turn, %d loads refused\n", at - 1, failed);
	printf("ok load-faults\n");
	return 0;
}
