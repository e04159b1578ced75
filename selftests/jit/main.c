// SPDX-License-Identifier: GPL-2.0
/* Runner and common parts, for test.h. */
#include "test.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static u32 failed, checks;
static const char *self;

void check_eq(const char *file, int line, const char *what, u64 got, u64 want)
{
	checks++;
	if (got == want)
		return;
	failed++;
	printf("# %s:%d: %s is 0x%llx, expected 0x%llx\n", file, line, what, got, want);
}

struct unit *unit_new(const struct altbpf_insn *insns, u32 cnt)
{
	struct unit *unit = calloc(1, sizeof(*unit));

	memcpy(unit->insns, insns, cnt * sizeof(*insns));
	unit->env = native_env();
	unit->code.insns = unit->insns;
	unit->code.insn_cnt = cnt;
	unit->code.facts = &unit->facts;
	unit->code.maps = unit->maps;
	unit->code.map_cnt = 2;
	unit->code.helpers = unit->helpers;
	unit->code.helper_cnt = ALTBPF_FUNC_CNT;
	CHECK_EQ(native_init(&unit->native, 1 << 16), 0);
	CHECK_EQ(ab_code_scan(unit->insns, cnt, &unit->facts), 0);
	return unit;
}

void unit_build(struct unit *unit)
{
	CHECK_EQ(native_build(&unit->native, &unit->code, &unit->env, 0), 0);
}

/*
 * Calls with known values in the registers that a callee must keep and checks that it did.
 */
u64 unit_run(struct unit *unit, u64 r1)
{
	u64 kept[5] = { 0 }, r0;

	asm volatile("push %%rbp\n\t"
		     "mov $11, %%rbx\n\tmov $12, %%r12\n\tmov $13, %%r13\n\tmov $14, %%r14\n\tmov $15, %%r15\n\t"
		     "push %[kept]\n\t"
		     "mov %[r1], %%rdi\n\t"
		     "call *%[entry]\n\t"
		     "pop %%rdx\n\t"
		     "mov %%rbx, (%%rdx)\n\tmov %%r12, 8(%%rdx)\n\tmov %%r13, 16(%%rdx)\n\t"
		     "mov %%r14, 24(%%rdx)\n\tmov %%r15, 32(%%rdx)\n\t"
		     "pop %%rbp\n\t"
		     : "=a"(r0)
		     : [kept] "d"(kept), [entry] "a"(unit->native.entry), [r1] "S"(r1)
		     : "rbx", "rcx", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc");
	CHECK_EQ(kept[0], 11);
	CHECK_EQ(kept[1], 12);
	CHECK_EQ(kept[2], 13);
	CHECK_EQ(kept[3], 14);
	CHECK_EQ(kept[4], 15);
	return r0;
}

void unit_free(struct unit *unit)
{
	native_fini(&unit->native);
	ab_facts_fini(&unit->facts);
	free(unit);
}

static const struct {
	const char *name;
	void (*run)(void);
} tests[] = {
	{ "tail", test_tail }, { "map", test_map }, { "hook", test_hook },
	{ "shape", test_shape }, { "large", test_large }, { "alloc", test_alloc }, { "packet", test_packet },
};

int main(int argc, char **argv)
{
	u32 i, before, total = 0;

	self = argv[0];
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		if (argc > 1 && strcmp(argv[1], tests[i].name))
			continue;
		before = failed;
		tests[i].run();
		if (failed == before)
			printf("ok jit/%s\n", tests[i].name);
		else
			printf("not ok jit/%s - see above; again: %s %s\n", tests[i].name, self, tests[i].name);
		total += failed != before;
	}
	printf("# %u checks\n", checks);
	return total != 0;
}
