// SPDX-License-Identifier: GPL-2.0
/*
 * The runner of the unit tests: prints one line a case ("ok NAME", "not ok NAME - why"), fails if
 * one failed, if memory was left behind, or if a named test does not exist.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "host.h"

struct unit_test {
	const char *name;
	const char *file;
	void (*run)(void);
	struct unit_test *next;
};

static struct unit_test *tests;
static char why[1024];
static unsigned long long seed;

void unit_register(struct unit_test *test);
void unit_fail(const char *file, int line, const char *fmt, ...);
bool unit_failed(void);
unsigned long long unit_random(void);

/* Keeps the list sorted, so that the order does not depend on the linker. */
void unit_register(struct unit_test *test)
{
	struct unit_test **at = &tests;

	while (*at && strcmp((*at)->name, test->name) < 0)
		at = &(*at)->next;
	test->next = *at;
	*at = test;
}

void unit_fail(const char *file, int line, const char *fmt, ...)
{
	va_list args;
	int n;

	if (why[0])
		return;
	n = snprintf(why, sizeof(why), "%s:%d: ", strrchr(file, '/') ? strrchr(file, '/') + 1 : file, line);
	va_start(args, fmt);
	vsnprintf(why + n, sizeof(why) - (size_t)n, fmt, args);
	va_end(args);
}

bool unit_failed(void)
{
	return why[0];
}

/* splitmix64 */
unsigned long long unit_random(void)
{
	unsigned long long z = seed += 0x9e3779b97f4a7c15ULL;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
	return z ^ z >> 31;
}

static bool run(const struct unit_test *test, const char *self)
{
	long live = ab_host_live();

	why[0] = 0;
	seed = 1;
	test->run();
	ab_host_fail_at(0);
	if (!why[0] && ab_host_live() != live)
		snprintf(why, sizeof(why), "%ld allocations were not freed", ab_host_live() - live);
	if (!why[0])
		printf("ok unit/%s\n", test->name);
	else
		printf("not ok unit/%s - %s\n# again: %s %s\n", test->name, why, self, test->name);
	fflush(stdout);
	return !why[0];
}

int main(int argc, char **argv)
{
	struct unit_test *test;
	int failed = 0, ran = 0, i;

	for (test = tests; test; test = test->next) {
		for (i = 1; i < argc && strcmp(argv[i], test->name); i++)
			;
		if (argc > 1 && i == argc)
			continue;
		ran++;
		failed += !run(test, argv[0]);
	}
	if (argc > 1 && ran < argc - 1) {
		printf("not ok unit/names - %d of %d named tests exist\n", ran, argc - 1);
		failed++;
	}
	return failed || !ran;
}
