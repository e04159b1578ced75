/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The frame of the kernel tests: ordinary C functions that talk to /dev/altbpf in the VM. Each
 * test runs in a process of its own with a time limit, so a crash or a hang fails one test only.
 */
#ifndef AB_SELFTESTS_HARNESS_H
#define AB_SELFTESTS_HARNESS_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/altbpf.h>

struct ab_test {
	const char *name;
	void (*fn)(void);
	struct ab_test *next;
};

void ab_test_register(struct ab_test *test);
/* Ends the running test: it failed, or it cannot run here (say why). */
void ab_test_fail(const char *file, int line, const char *fmt, ...) __attribute__((format(printf, 3, 4), noreturn));
/* A number of the environment (the VM's `ab.slow=5` is AB_SLOW), @otherwise without. */
long ab_test_param(const char *name, long otherwise);
void ab_test_skip(const char *why) __attribute__((noreturn));

#define TEST(id) \
	static void test_##id(void); \
	static void __attribute__((constructor)) register_##id(void) \
	{ \
		static struct ab_test test = { #id, test_##id, NULL }; \
		ab_test_register(&test); \
	} \
	static void test_##id(void)

#define CHECK(cond) \
	do { \
		if (!(cond)) \
			ab_test_fail(__FILE__, __LINE__, "%s (errno %d %s)", #cond, errno, strerror(errno)); \
	} while (0)
#define CHECK_EQ(got, want) \
	do { \
		long long got_ = (long long)(got), want_ = (long long)(want); \
		if (got_ != want_) \
			ab_test_fail(__FILE__, __LINE__, "%s: got %lld (0x%llx), want %lld (0x%llx) (errno %d %s)", #got, \
				     got_, got_, want_, want_, errno, strerror(errno)); \
	} while (0)
/* A call that must fail with an errno. */
#define CHECK_ERR(call, want) \
	do { \
		long long ret_ = (long long)(call); \
		if (ret_ != -1 || errno != (want)) \
			ab_test_fail(__FILE__, __LINE__, "%s: got %lld errno %d (%s), want errno %d (%s)", #call, ret_, \
				     errno, strerror(errno), want, strerror(want)); \
	} while (0)
#define CHECK_STR(got, want) \
	do { \
		const char *got_ = (got), *want_ = (want); \
		if (strcmp(got_, want_)) \
			ab_test_fail(__FILE__, __LINE__, "%s: got \"%s\", want \"%s\"", #got, got_, want_); \
	} while (0)

/* Several measured cases in one test print a line each beside the verdict. */
#define NOTE(...) (printf("# " __VA_ARGS__), fflush(stdout))

/* The bpf(2) call over the device: the result, or -1 and errno. The fd of the device is opened once. */
long ab_sys(int cmd, union altbpf_attr *attr, unsigned int size);
int ab_device(void);

/* Short forms; all return the result, or -1 and errno. */
int map_create(uint32_t type, uint32_t key_size, uint32_t value_size, uint32_t max_entries, uint32_t flags);
int map_lookup(int fd, const void *key, void *value);
int map_update(int fd, const void *key, const void *value, uint64_t flags);
int map_delete(int fd, const void *key);
int map_next_key(int fd, const void *key, void *next);
/* Loads as "GPL"; the log of a refusal is printed as a note. */
int prog_load(uint32_t type, const struct altbpf_insn *insns, size_t cnt);
/* The same with a log: level 1, at most size bytes. */
int prog_load_log(uint32_t type, const struct altbpf_insn *insns, size_t cnt, char *log, size_t size);
/* PROG_TEST_RUN once: retval, or -1. */
long prog_run(int fd, const void *ctx, uint32_t ctx_size, const void *data, uint32_t data_size);
int raw_tp_open(const char *name, int prog_fd);
int link_by_name(uint32_t kind, const char *name, uint64_t offset, uint64_t cookie, int prog_fd);
int link_detach(int fd);
/* Pins this thread to a CPU. */
void pin_cpu(int cpu);
int possible_cpus(void);

#endif
