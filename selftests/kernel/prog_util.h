/* SPDX-License-Identifier: GPL-2.0 */
/* What the tests of programs share. */
#ifndef AB_SELFTESTS_PROG_UTIL_H
#define AB_SELFTESTS_PROG_UTIL_H

#include "harness.h"
#include "insn.h"

/* A PROG_LOAD request for a program given as an array. */
static inline union altbpf_attr load_attr(uint32_t type, const struct altbpf_insn *insns, uint32_t cnt)
{
	union altbpf_attr attr = { 0 };

	attr.prog_load.prog_type = type;
	attr.prog_load.insns = (uintptr_t)insns;
	attr.prog_load.insn_cnt = cnt;
	attr.prog_load.license = (uintptr_t)"GPL";
	return attr;
}

static inline int load_with(union altbpf_attr *attr)
{
	return (int)ab_sys(ALTBPF_PROG_LOAD, attr, sizeof(*attr));
}

static inline int prog_info(int fd, struct altbpf_prog_info *info)
{
	union altbpf_attr attr = { .info = { .bpf_fd = (uint32_t)fd, .info_len = sizeof(*info), .info = (uintptr_t)info } };

	return (int)ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr));
}

static inline void set_param(const char *name, const char *value)
{
	char path[100];
	FILE *f;

	snprintf(path, sizeof(path), "/sys/module/altbpf/parameters/%s", name);
	f = fopen(path, "w");
	CHECK(f);
	CHECK(fputs(value, f) >= 0);
	CHECK(fclose(f) == 0);
}

/* Runs a check once in each engine; the parameter is 1 again behind it. */
#define IN_BOTH_ENGINES(jit) \
	for (int jit = 0; jit < 2 && (set_param("jit", jit ? "1" : "0"), 1); jit++, set_param("jit", "1"))

#endif
