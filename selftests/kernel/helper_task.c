// SPDX-License-Identifier: GPL-2.0
/* Helpers that tell who, where and when: compared with what user space knows. */
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include "attach.h"

/* Runs HELPER (no arguments) at our next getpgid() and returns its result. */
static uint64_t ask(int helper)
{
	int out = out_create(), prog, link;
	uint64_t value;

	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), CALL(helper), OUT_SET(out, 0, R0), OUT_ADD(out, 1, 1), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	CHECK(link >= 0);
	call_getpgid(1);
	close(link);
	close(prog);
	CHECK_EQ(out_get(out, 1), 1);
	value = out_get(out, 0);
	close(out);
	return value;
}

TEST(helper_pid_tgid)
{
	uint64_t value = ask(ALTBPF_FUNC_get_current_pid_tgid);

	CHECK_EQ(value >> 32, getpid());
	CHECK_EQ((uint32_t)value, syscall(SYS_gettid));
}

TEST(helper_uid_gid)
{
	uint64_t value;

	CHECK(!syscall(SYS_setresgid, 1234, 1234, 0));
	CHECK(!syscall(SYS_setresuid, 0, 0, 0));
	value = ask(ALTBPF_FUNC_get_current_uid_gid);
	CHECK_EQ((uint32_t)value, getuid());
	CHECK_EQ(value >> 32, 1234);
}

TEST(helper_comm)
{
	int out = out_create(), prog, link;
	char comm[24];

	CHECK(!prctl(PR_SET_NAME, "my name is 15ch"));
	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), ST(AB_DW, R10, -8, -1), LD_MAP_VALUE(R1, out, 0), MOV_IMM(R2, 16),
		    CALL(ALTBPF_FUNC_get_current_comm), OUT_SET(out, 4, R0), LD_MAP_VALUE(R1, out, 16), MOV_IMM(R2, 5),
		    CALL(ALTBPF_FUNC_get_current_comm), LD_MAP_VALUE(R1, out, 40), MOV_IMM(R2, 24),
		    CALL(ALTBPF_FUNC_get_current_comm), RETURN(0));
	CHECK(prog >= 0);
	link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	CHECK(link >= 0);
	call_getpgid(1);
	close(link);
	CHECK_EQ(out_get(out, 4), 0);
	out_bytes(out, 0, comm, 16);
	CHECK_STR(comm, "my name is 15ch");
	out_bytes(out, 2, comm, 8);
	CHECK_STR(comm, "my n");
	out_bytes(out, 5, comm, 24);
	CHECK_STR(comm, "my name is 15ch");
	CHECK_EQ(comm[23], 0);
}

TEST(helper_cpu)
{
	int cpu;

	for (cpu = 0; cpu < sysconf(_SC_NPROCESSORS_ONLN); cpu++) {
		pin_cpu(cpu);
		CHECK_EQ(ask(ALTBPF_FUNC_get_smp_processor_id), cpu);
	}
	CHECK_EQ(ask(ALTBPF_FUNC_get_numa_node_id), 0);
}

static uint64_t now(clockid_t clock)
{
	struct timespec ts;

	CHECK(!clock_gettime(clock, &ts));
	return (uint64_t)ts.tv_sec * 1000000000 + (uint64_t)ts.tv_nsec;
}

TEST(helper_clocks)
{
	static const struct {
		int helper;
		clockid_t clock;
	} clocks[] = {
		{ ALTBPF_FUNC_ktime_get_ns, CLOCK_MONOTONIC },
		{ ALTBPF_FUNC_ktime_get_boot_ns, CLOCK_BOOTTIME },
		{ ALTBPF_FUNC_ktime_get_tai_ns, CLOCK_TAI },
	};
	unsigned int i;
	uint64_t before, value;
	int out, prog;

	for (i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++) {
		uint64_t before = now(clocks[i].clock), value = ask(clocks[i].helper), after = now(clocks[i].clock);

		/* The fast clocks may be a tick's adjustment off. */
		if (value + 1000000 < before || value > after + 1000000)
			ab_test_fail(__FILE__, __LINE__, "clock %d: got %llu, want %llu to %llu", clocks[i].helper,
				     (unsigned long long)value, (unsigned long long)before, (unsigned long long)after);
	}
	/* Not for kprobes: the coarse clock takes a lock. */
	out = out_create();
	prog = LOAD(SOCKET_FILTER, CALL(ALTBPF_FUNC_ktime_get_coarse_ns), OUT_SET(out, 0, R0), RETURN(0));
	CHECK(prog >= 0);
	before = now(CLOCK_MONOTONIC_COARSE);
	CHECK_EQ(prog_run(prog, NULL, 0, "0123456789abcdef", 16), 0);
	value = out_get(out, 0);
	CHECK(value >= before && value <= now(CLOCK_MONOTONIC_COARSE));
}

TEST(helper_jiffies)
{
	uint64_t a = ask(ALTBPF_FUNC_jiffies64), b, start = now(CLOCK_MONOTONIC), ms;

	usleep(500000);
	b = ask(ALTBPF_FUNC_jiffies64);
	ms = (now(CLOCK_MONOTONIC) - start) / 1000000;
	CHECK(b > a);
	/* 100 to 1000 a second. */
	CHECK((b - a) * 10 + 10 >= ms && b - a <= ms + 10);
}

TEST(helper_prandom)
{
	uint64_t a = ask(ALTBPF_FUNC_get_prandom_u32), b = ask(ALTBPF_FUNC_get_prandom_u32);
	uint64_t c = ask(ALTBPF_FUNC_get_prandom_u32);

	CHECK(!(a >> 32) && !(b >> 32) && !(c >> 32));
	CHECK(a != b || b != c);
}

TEST(helper_cgroup_id)
{
	struct stat st;

	if (stat("/sys/fs/cgroup", &st) || access("/sys/fs/cgroup/cgroup.procs", R_OK))
		ab_test_skip("no cgroup2");
	CHECK_EQ(ask(ALTBPF_FUNC_get_current_cgroup_id), st.st_ino);
	CHECK(!mkdir("/sys/fs/cgroup/altbpf-test", 0755));
	write_file("/sys/fs/cgroup/altbpf-test/cgroup.procs", "0");
	CHECK(!stat("/sys/fs/cgroup/altbpf-test", &st));
	CHECK_EQ(ask(ALTBPF_FUNC_get_current_cgroup_id), st.st_ino);
	write_file("/sys/fs/cgroup/cgroup.procs", "0");
	CHECK(!rmdir("/sys/fs/cgroup/altbpf-test"));
}

TEST(helper_current_task)
{
	int out = out_create(), prog, link, off;
	uint64_t words[OUT_WORDS];
	bool found = false;
	uint32_t key = 0;

	/* The task's own memory holds its pid and tgid side by side somewhere. */
	for (off = 1024; off < 4096 && !found; off += 504) {
		prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), CALL(ALTBPF_FUNC_get_current_task), MOV_REG(R3, R0),
			    ALU64_IMM(AB_ADD, R3, off), LD_MAP_VALUE(R1, out, 0), MOV_IMM(R2, 512),
			    CALL(ALTBPF_FUNC_probe_read_kernel), RETURN(0));
		CHECK(prog >= 0);
		link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
		CHECK(link >= 0);
		call_getpgid(1);
		close(link);
		close(prog);
		CHECK(!map_lookup(out, &key, words));
		for (unsigned int i = 0; i < OUT_WORDS; i++)
			found |= words[i] == ((uint64_t)getpid() << 32 | (uint32_t)getpid());
	}
	CHECK(found);
}
