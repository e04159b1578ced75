// SPDX-License-Identifier: GPL-2.0
/* How long things live: the module under its descriptors, programs under load from two CPUs. */
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include "prog_util.h"

static int try_rmmod(void)
{
	return (int)syscall(SYS_delete_module, "altbpf", O_NONBLOCK);
}

/* Any descriptor of ours, however it came to be, keeps the module. */
TEST(prog_life_rmmod_refused)
{
	union altbpf_attr attr = { 0 };
	int fds[3], i;

	CHECK(ab_device() >= 0);
	CHECK_ERR(try_rmmod(), EWOULDBLOCK);
	fds[0] = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	fds[1] = map_create(ALTBPF_MAP_TYPE_HASH, 4, 4, 4, 0);
	fds[2] = ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr));
	close(ab_device());
	for (i = 0; i < 3; i++) {
		CHECK(fds[i] >= 0);
		CHECK_ERR(try_rmmod(), EWOULDBLOCK);
		close(fds[i]);
	}
}

static volatile bool stop;
static int shared_array;

static void *loader(void *arg)
{
	uint64_t args[12] = { 0 };
	uint32_t key = (uint32_t)(uintptr_t)arg;
	long n = 0;

	pin_cpu(key % 2);
	while (!stop) {
		int fd = LOAD(RAW_TRACEPOINT, LD_MAP_FD(R2, shared_array), MOV_IMM(R3, 1 - (int)key),
			      CALL(ALTBPF_FUNC_tail_call), MOV_IMM(R0, 1), EXIT());

		CHECK(fd >= 0);
		CHECK_EQ(prog_run(fd, args, sizeof(args), NULL, 0), 1);
		CHECK(map_update(shared_array, &key, &fd, 0) == 0);
		close(fd);
		n++;
	}
	return (void *)n;
}

/* Two CPUs load, run, tail call into each other's programs and let go of them. */
TEST(prog_life_two_cpus)
{
	pthread_t threads[2];
	void *n[2];
	uintptr_t i;

	set_param("jit", "1");
	shared_array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 2, 0);
	CHECK(shared_array >= 0);
	for (i = 0; i < 2; i++)
		CHECK(pthread_create(&threads[i], NULL, loader, (void *)i) == 0);
	sleep(2);
	stop = true;
	for (i = 0; i < 2; i++)
		CHECK(pthread_join(threads[i], &n[i]) == 0);
	CHECK((long)n[0] > 0 && (long)n[1] > 0);
	NOTE("%ld and %ld programs\n", (long)n[0], (long)n[1]);
}

TEST(prog_life_fdinfo)
{
	int fd = LOAD(KPROBE, MOV_IMM(R0, 0), EXIT());
	char path[64], text[1024];
	size_t len;
	FILE *f;

	CHECK(fd >= 0);
	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	f = fopen(path, "r");
	CHECK(f);
	len = fread(text, 1, sizeof(text) - 1, f);
	text[len] = 0;
	CHECK(strstr(text, "prog_type:\t2\n"));
	CHECK(strstr(text, "prog_tag:\ta04f5eef06a7f555\n"));
	CHECK(strstr(text, "verified_insns:\t2\n"));
	CHECK(strstr(text, "prog_jited:\t"));
	CHECK(strstr(text, "memlock:\t"));
	CHECK(strstr(text, "prog_id:\t"));
}
