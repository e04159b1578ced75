/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Unit tests of the core, in user space under ASan and UBSan. A file below unit/ mirrors the
 * core's file that it tests; each UNIT() is one case:
 *
 *	UNIT(tnum_add) { EXPECT_EQ(ab_tnum_add(...).value, 3); }
 *
 * It ends at its first failure. `make run-unit` runs all, `unit NAME...` those that are named.
 */
#ifndef AB_SELFTESTS_UNIT_H
#define AB_SELFTESTS_UNIT_H

#include <linux/kernel.h>

struct unit_test {
	const char *name;
	const char *file;
	void (*run)(void);
	struct unit_test *next;
};

void unit_register(struct unit_test *test);
__printf(3, 4) void unit_fail(const char *file, int line, const char *fmt, ...);
/* Has the running test failed? Loops over many inputs stop then. */
bool unit_failed(void);
/* Random numbers, the same in every run. */
u64 unit_random(void);

/* tools/libcore/host.h, which a hermetic file may not include */
void ab_host_fail_at(long n);
long ab_host_live(void);

#define UNIT(id) \
	static void id(void); \
	static struct unit_test unit_##id = { #id, __FILE__, id, NULL }; \
	__attribute__((constructor)) static void unit_register_##id(void) { unit_register(&unit_##id); } \
	static void id(void)

/* In a function that returns void: reports and leaves it when @cond is false. */
#define EXPECTF(cond, ...) \
	do { \
		if (!(cond)) { \
			unit_fail(__FILE__, __LINE__, __VA_ARGS__); \
			return; \
		} \
	} while (0)
#define EXPECT(cond) EXPECTF(cond, "expected: %s", #cond)
#define EXPECT_EQ(got, want) \
	do { \
		long long unit_got = (long long)(got), unit_want = (long long)(want); \
		EXPECTF(unit_got == unit_want, "%s: expected %lld (0x%llx), got %lld (0x%llx)", #got, \
			unit_want, unit_want, unit_got, unit_got); \
	} while (0)
#define EXPECT_STR(got, want) \
	EXPECTF(!strcmp(got, want), "%s: expected \"%s\", got \"%s\"", #got, want, got)

#endif
