// SPDX-License-Identifier: GPL-2.0
/*
 * Everything at once: some processes fire hooks from both CPUs, others attach, detach, update, load,
 * unload, delete maps, change tail calls, run tests and try to unload the module, at random; some of
 * them are killed on the way. What stays attached all the time must have seen every event, and a
 * ring buffer must have every record in order. FIRE=SECONDS of `make vm` makes it longer.
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include "attach.h"
#include "fire.h"

#define PAGE 4096UL
#define RING (64 * 1024UL)
#define HITTERS 4
#define CHURNERS 8
#define CPUS 8

/* Words of the out map. */
enum { W_ENTRY, W_RETURN, W_EXIT, W_RAW, W_SWAP_A, W_SWAP_B, W_DROPPED, W_INSIDE, W_OTHER, W_SEQ = 16 };

static struct shared {
	volatile bool stop, drain;
	volatile long hits[HITTERS];
	volatile long ops[CHURNERS], kills;
	volatile long records, torn, disorder;
	char why[200];
} *sh;

static struct {
	int out, array, ring, hash;
	int progs[5], swap[2], links[6];
	int target;
} st;

struct record {
	uint64_t cpu, seq, check;
};

/* A counter that also writes a record with a number of its CPU's own; without room the record is counted. */
static int load_recorder(void)
{
	return LOAD(KPROBE, CALL(ALTBPF_FUNC_get_smp_processor_id), MOV_REG(R6, R0), ALU64_IMM(AB_AND, R6, CPUS - 1),
		    LD_MAP_FD(R1, st.ring), MOV_IMM(R2, sizeof(struct record)), MOV_IMM(R3, 0),
		    CALL(ALTBPF_FUNC_ringbuf_reserve), OUT_ADD(st.out, W_ENTRY, 1), JMP_IMM(AB_JNE, R0, 0, 6),
		    OUT_ADD(st.out, W_DROPPED, 1), RETURN(0),
		    MOV_REG(R3, R6), ALU64_IMM(AB_LSH, R3, 3), LD_MAP_VALUE(R4, st.out, 8 * W_SEQ), ALU64_REG(AB_ADD, R4, R3),
		    LDX(AB_DW, R5, R4, 0), ALU64_IMM(AB_ADD, R5, 1), STX(AB_DW, R4, R5, 0),
		    STX(AB_DW, R0, R6, 0), STX(AB_DW, R0, R5, 8), ALU64_IMM(AB_XOR, R5, 0x5a5a5a5a), STX(AB_DW, R0, R5, 16),
		    MOV_REG(R1, R0), MOV_IMM(R2, 0), CALL(ALTBPF_FUNC_ringbuf_submit), RETURN(0));
}

/* Counts getpgid at the raw tracepoint of all system calls. */
static int load_raw(void)
{
	return LOAD(RAW_TRACEPOINT, LDX(AB_DW, R3, R1, 8), JMP_IMM(AB_JNE, R3, SYS_getpgid, 4), OUT_ADD(st.out, W_RAW, 1),
		    RETURN(0));
}

/* A program that uses hash, ring and tail calls, and may be hit anywhere. */
static int load_busy(uint32_t type)
{
	const struct altbpf_insn insns[] = {
		MOV_REG(R6, R1), CALL(ALTBPF_FUNC_ktime_get_ns), ALU64_IMM(AB_AND, R0, 63), STX(AB_DW, R10, R0, -8),
		STX(AB_DW, R10, R0, -16), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), MOV_REG(R3, R10),
		ALU64_IMM(AB_ADD, R3, -16), MOV_IMM(R4, 0), LD_MAP_FD(R1, st.hash), CALL(ALTBPF_FUNC_map_update_elem),
		MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), LD_MAP_FD(R1, st.hash), CALL(ALTBPF_FUNC_map_delete_elem),
		OUT_ADD(st.out, W_OTHER, 1), MOV_REG(R1, R6), LD_MAP_FD(R2, st.array), MOV_IMM(R3, 1),
		CALL(ALTBPF_FUNC_tail_call), RETURN(0),
	};

	return prog_load(type, insns, sizeof(insns) / sizeof(insns[0]));
}

static void run_hitter(int i)
{
	pin_cpu(i % possible_cpus());
	while (!sh->stop) {
		call_getpgid(1);
		sh->hits[i]++;
	}
	_exit(0);
}

static void run_consumer(void)
{
	volatile uint64_t *consumer = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, st.ring, 0);
	uint8_t *view = mmap(NULL, PAGE + 2 * RING, PROT_READ, MAP_SHARED, st.ring, PAGE), *data = view + PAGE;
	struct pollfd pfd = { .fd = st.ring, .events = POLLIN };
	uint64_t pos = *consumer, seen[CPUS] = { 0 };
	uint32_t len;

	for (;;) {
		bool last = sh->drain;

		while (pos < __atomic_load_n((uint64_t *)view, __ATOMIC_ACQUIRE)) {
			struct record *rec = (void *)(data + (pos & (RING - 1)) + 8);

			len = __atomic_load_n((uint32_t *)rec - 2, __ATOMIC_ACQUIRE);
			if (len & ALTBPF_RINGBUF_BUSY_BIT)
				break;
			if (len != sizeof(*rec) || rec->check != (rec->seq ^ 0x5a5a5a5a) || rec->cpu >= CPUS)
				sh->torn++;
			else if (rec->seq != ++seen[rec->cpu])
				sh->disorder++;
			sh->records++;
			pos += (len + 8 + 7) & ~7U;
			__atomic_store_n(consumer, pos, __ATOMIC_RELEASE);
		}
		if (last)
			_exit(0);
		poll(&pfd, 1, 20);
	}
}

/* What a churner says of an error that must not be. */
static void complain(const char *what)
{
	if (!sh->why[0])
		snprintf(sh->why, sizeof(sh->why), "%s: errno %d %s", what, errno, strerror(errno));
}

static void attach_and_go(uint64_t *rng)
{
	static const char *const events[] = { "syscalls/sys_enter_getpgid", "syscalls/sys_exit_getpgid", "sched/sched_switch",
					      "sched/sched_wakeup", "raw_syscalls/sys_exit", "irq/softirq_entry" };
	static const char *const raws[] = { "sys_enter", "sys_exit", "sched_switch", "softirq_entry" };
	int prog, link, other;

	switch (fire_random(rng) % 5) {
	case 0:
		prog = load_busy(ALTBPF_PROG_TYPE_KPROBE);
		link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
		break;
	case 1:
		prog = load_busy(ALTBPF_PROG_TYPE_KPROBE);
		link = link_by_name(KP, FN_GETPGID, 5, 0, prog);
		break;
	case 2:
		prog = load_busy(ALTBPF_PROG_TYPE_KPROBE);
		link = link_by_name(KRP, FN_GETPGID, 0, 0, prog);
		break;
	case 3:
		prog = LOAD_COUNTER(TRACEPOINT, st.out, W_OTHER);
		link = link_by_name(TP, events[fire_random(rng) % 6], 0, 0, prog);
		break;
	default:
		prog = LOAD_COUNTER(RAW_TRACEPOINT, st.out, W_OTHER);
		link = raw_tp_open(raws[fire_random(rng) % 4], prog);
		break;
	}
	if (prog < 0)
		complain("load");
	if (link < 0 && errno != ENOENT)
		complain("attach");
	if (link >= 0 && one_in(rng, 3)) {
		other = fire_random(rng) % 2 ? LOAD_COUNTER(RAW_TRACEPOINT, st.out, W_OTHER) : load_busy(ALTBPF_PROG_TYPE_KPROBE);
		link_update(link, other, 0, 0);
		close(other);
	}
	if (one_in(rng, 2))
		close(prog), prog = -1;
	call_getsid(20);
	if (link >= 0 && one_in(rng, 3))
		link_detach(link);
	if (link >= 0)
		close(link);
	if (prog >= 0)
		close(prog);
}

static void map_and_go(uint64_t *rng)
{
	static const uint32_t types[] = { ALTBPF_MAP_TYPE_HASH, ALTBPF_MAP_TYPE_LRU_HASH, ALTBPF_MAP_TYPE_ARRAY,
					  ALTBPF_MAP_TYPE_PERCPU_HASH, ALTBPF_MAP_TYPE_PERCPU_ARRAY };
	uint64_t key = fire_random(rng) % 64, value[CPUS] = { key };
	uint32_t type = types[fire_random(rng) % 5], i = 0;
	bool array = type == ALTBPF_MAP_TYPE_ARRAY || type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;
	int fd = map_create(type, array ? 4 : 8, 8, 64, 0);

	if (fd < 0)
		complain("map");
	for (; i < 20; i++) {
		map_update(fd, &key, value, ALTBPF_ANY);
		map_lookup(fd, &key, value);
		map_delete(st.hash, &key);
		map_update(st.hash, &key, value, ALTBPF_ANY);
		key = fire_random(rng) % 64;
	}
	close(fd);
}

static void tail_and_go(uint64_t *rng)
{
	uint32_t key = fire_random(rng) % 2;
	int prog = LOAD_COUNTER(KPROBE, st.out, W_INSIDE);

	if (prog < 0)
		complain("load of a target");
	if (one_in(rng, 3))
		map_delete(st.array, &key);
	else if (map_update(st.array, &key, &prog, ALTBPF_ANY))
		complain("tail call update");
	close(prog);
}

static void run_churner(int me)
{
	uint64_t rng = 1000 + me + 77 * (uint64_t)getpid(), buf[21] = { 0 };
	union altbpf_attr attr;

	signal(SIGALRM, SIG_DFL);
	while (!sh->stop) {
		switch (fire_random(&rng) % 16) {
		case 0: case 1: case 2:
			attach_and_go(&rng);
			break;
		case 3: case 4: case 5:
			map_and_go(&rng);
			break;
		case 6: case 7: case 8:
			tail_and_go(&rng);
			break;
		case 9: case 10:
			if (link_update(st.links[4], st.swap[fire_random(&rng) % 2], 0, 0))
				complain("update");
			break;
		case 11: case 12:
			if (prog_run(st.target, buf, sizeof(buf), NULL, 0) < 0)
				complain("test run");
			break;
		case 13:
			if (!syscall(SYS_delete_module, "altbpf", O_NONBLOCK))
				complain("the module was unloaded");
			break;
		case 14:
			attr = (union altbpf_attr){ 0 };
			while (!ab_sys(ALTBPF_LINK_GET_NEXT_ID, &attr, sizeof(attr))) {
				union altbpf_attr by_id = { .get_id = { .link_id = attr.get_id.next_id } };
				struct altbpf_link_info info = { 0 };
				int fd = (int)ab_sys(ALTBPF_LINK_GET_FD_BY_ID, &by_id, sizeof(by_id));

				attr.get_id.start_id = attr.get_id.next_id;
				attr.get_id.next_id = 0;
				if (fd < 0)
					continue;
				link_info(fd, &info);
				(void)fire_fdinfo(fd, "missed");
				close(fd);
			}
			break;
		default:
			attr = (union altbpf_attr){ 0 };
			close((int)ab_sys(ALTBPF_ENABLE_STATS, &attr, sizeof(attr)));
			break;
		}
		sh->ops[me]++;
	}
	_exit(0);
}

static pid_t start(void (*fn)(int), int arg)
{
	pid_t pid = fork();

	CHECK(pid >= 0);
	if (!pid)
		fn(arg);
	return pid;
}

static void consumer_main(int unused)
{
	run_consumer();
}

static void make_all(void)
{
	int i;

	sh = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	CHECK(sh != MAP_FAILED && sizeof(*sh) <= PAGE);
	st.out = out_create();
	st.array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 2, 0);
	st.ring = map_create(ALTBPF_MAP_TYPE_RINGBUF, 0, 0, RING, 0);
	st.hash = map_create(ALTBPF_MAP_TYPE_HASH, 8, 8, 64, ALTBPF_F_NO_PREALLOC);
	CHECK(st.array >= 0 && st.ring >= 0 && st.hash >= 0);
	st.progs[0] = load_recorder();
	st.progs[1] = LOAD_COUNTER(KPROBE, st.out, W_RETURN);
	st.progs[2] = LOAD_COUNTER(TRACEPOINT, st.out, W_EXIT);
	st.progs[3] = load_raw();
	st.swap[0] = LOAD_COUNTER(KPROBE, st.out, W_SWAP_A);
	st.swap[1] = LOAD_COUNTER(KPROBE, st.out, W_SWAP_B);
	st.target = load_busy(ALTBPF_PROG_TYPE_KPROBE);
	st.links[0] = link_by_name(KP, FN_GETPGID, 0, 0, st.progs[0]);
	st.links[1] = link_by_name(KRP, FN_GETPGID, 0, 0, st.progs[1]);
	st.links[2] = link_by_name(TP, "syscalls/sys_exit_getpgid", 0, 0, st.progs[2]);
	st.links[3] = raw_tp_open("sys_enter", st.progs[3]);
	st.links[4] = link_by_name(KP, FN_GETPGID, 0, 0, st.swap[0]);
	for (i = 0; i < 5; i++)
		CHECK(st.links[i] >= 0);
	CHECK(st.target >= 0);
}

/* Hits that did not run, by all causes that are counted. */
static uint64_t misses(int prog, int link)
{
	return fire_fdinfo(prog, "recursion_misses") + fire_fdinfo(prog, "other_misses") + fire_fdinfo(link, "missed");
}

TEST(fire_churn)
{
	long seconds = fire_seconds(10), hits = 0, ops = 0, i;
	pid_t hitters[HITTERS], churners[CHURNERS], consumer;
	uint64_t missed[5], rng = 5;
	struct fire_use before;
	struct timespec now;
	time_t end;
	int status;

	fire_use(&before);
	make_all();
	consumer = start(consumer_main, 0);
	for (i = 0; i < HITTERS; i++)
		hitters[i] = start(run_hitter, (int)i);
	for (i = 0; i < CHURNERS; i++)
		churners[i] = start(run_churner, (int)i);
	clock_gettime(CLOCK_MONOTONIC, &now);
	end = now.tv_sec + seconds;
	while (now.tv_sec < end) {
		usleep(200000);
		/* Whatever it does just now. */
		i = fire_random(&rng) % CHURNERS;
		kill(churners[i], SIGKILL);
		waitpid(churners[i], &status, 0);
		sh->kills++;
		churners[i] = start(run_churner, (int)i);
		clock_gettime(CLOCK_MONOTONIC, &now);
	}
	sh->stop = true;
	for (i = 0; i < HITTERS; i++)
		CHECK(waitpid(hitters[i], &status, 0) > 0 && !status);
	for (i = 0; i < CHURNERS; i++)
		CHECK(waitpid(churners[i], &status, 0) > 0 && !status);
	sh->drain = true;
	CHECK(waitpid(consumer, &status, 0) > 0 && !status);
	for (i = 0; i < HITTERS; i++)
		hits += sh->hits[i];
	for (i = 0; i < CHURNERS; i++)
		ops += sh->ops[i];
	for (i = 0; i < 4; i++)
		missed[i] = misses(st.progs[i], st.links[i]);
	missed[4] = misses(st.swap[0], st.links[4]) + fire_fdinfo(st.swap[1], "recursion_misses") +
		    fire_fdinfo(st.swap[1], "other_misses");
	NOTE("churn: %ld events on each of 5 hooks, %ld operations, %ld processes killed, %ld records and %ld dropped, misses %ld %ld %ld %ld %ld\n",
	     hits, ops, sh->kills, sh->records, (long)out_get(st.out, W_DROPPED), (long)missed[0], (long)missed[1],
	     (long)missed[2], (long)missed[3], (long)missed[4]);
	CHECK_STR(sh->why, "");
	CHECK(hits > 1000 && ops > 50);
	CHECK_EQ(out_get(st.out, W_ENTRY) + missed[0], hits);
	CHECK_EQ(out_get(st.out, W_RETURN) + missed[1], hits);
	CHECK_EQ(out_get(st.out, W_EXIT) + missed[2], hits);
	CHECK_EQ(out_get(st.out, W_SWAP_A) + out_get(st.out, W_SWAP_B) + missed[4], hits);
	/* It sees all system calls, so its misses need not be of these. */
	CHECK(out_get(st.out, W_RAW) <= hits && out_get(st.out, W_RAW) + missed[3] >= hits);
	CHECK_EQ(sh->torn, 0);
	CHECK_EQ(sh->disorder, 0);
	CHECK_EQ(sh->records + out_get(st.out, W_DROPPED), out_get(st.out, W_ENTRY));
	for (i = 0; i < 5; i++) {
		close(st.links[i]);
		if (i < 4)
			close(st.progs[i]);
	}
	close(st.swap[0]), close(st.swap[1]), close(st.target);
	close(st.out), close(st.array), close(st.ring), close(st.hash);
	fire_all_back(&before, 8192);
}
