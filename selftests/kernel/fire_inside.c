// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on hooks inside what they use themselves: the allocator, spin locks, irq_work, the clock,
 * the unwinder, RCU, perf, this module's own functions; trace events in interrupts and in context
 * switches. Whatever nests must neither wait for itself nor go uncounted.
 */
#include <fcntl.h>
#include <pthread.h>
#include "attach.h"
#include "fire.h"

static int out, hash, lru, ring, stacks;

enum { W_RUNS, W_DONE };

/* Uses every helper that takes a lock or walks something. */
static int load_greedy(uint32_t type)
{
	const struct altbpf_insn insns[] = {
		MOV_REG(R6, R1), OUT_ADD(out, W_RUNS, 1), CALL(ALTBPF_FUNC_ktime_get_ns), ALU64_IMM(AB_AND, R0, 127),
		STX(AB_DW, R10, R0, -8), STX(AB_DW, R10, R0, -16),
		/* hash, LRU: insert, look up, delete */
		LD_MAP_FD(R1, hash), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), MOV_REG(R3, R10),
		ALU64_IMM(AB_ADD, R3, -16), MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_map_update_elem),
		LD_MAP_FD(R1, lru), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), MOV_REG(R3, R10),
		ALU64_IMM(AB_ADD, R3, -16), MOV_IMM(R4, 0), CALL(ALTBPF_FUNC_map_update_elem),
		LD_MAP_FD(R1, hash), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), CALL(ALTBPF_FUNC_map_delete_elem),
		/* a record: wakes the reader through irq_work */
		LD_MAP_FD(R1, ring), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -16), MOV_IMM(R3, 16),
		MOV_IMM(R4, ALTBPF_RB_FORCE_WAKEUP), CALL(ALTBPF_FUNC_ringbuf_output),
		/* who, where, memory, chance */
		MOV_REG(R1, R6), LD_MAP_FD(R2, stacks), MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_get_stackid),
		MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -16), MOV_IMM(R2, 16), CALL(ALTBPF_FUNC_get_current_comm),
		CALL(ALTBPF_FUNC_get_current_task), MOV_REG(R3, R0), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -16),
		MOV_IMM(R2, 16), CALL(ALTBPF_FUNC_probe_read_kernel), CALL(ALTBPF_FUNC_get_prandom_u32),
		OUT_ADD(out, W_DONE, 1), RETURN(0),
	};

	return prog_load(type, insns, sizeof(insns) / sizeof(insns[0]));
}

/* What makes the kernel use all of that: maps of every kind from here, reads, sleeps, processes, loads. */
static void work(int rounds)
{
	uint64_t key, value = 7;
	char buf[64];
	int i, fd;

	for (i = 0; i < rounds; i++) {
		key = (uint64_t)i % 127;
		map_update(hash, &key, &value, 0);
		map_update(lru, &key, &value, 0);
		map_lookup(lru, &key, &value);
		map_delete(hash, &key);
		fd = open("/proc/self/stat", O_RDONLY);
		(void)!read(fd, buf, sizeof(buf));
		close(fd);
		if (i % 16 == 0)
			usleep(1000);
	}
	fd = map_create(ALTBPF_MAP_TYPE_HASH, 8, 8, 64, ALTBPF_F_NO_PREALLOC);
	map_update(fd, &key, &value, 0);
	close(fd);
	close(LOAD_COUNTER(KPROBE, out, 9));
}

static volatile bool stop;

static void *work_there(void *cpu)
{
	pin_cpu((int)(intptr_t)cpu);
	while (!stop)
		work(32);
	return NULL;
}

static void make_maps(void)
{
	out = out_create();
	hash = map_create(ALTBPF_MAP_TYPE_HASH, 8, 8, 64, ALTBPF_F_NO_PREALLOC);
	lru = map_create(ALTBPF_MAP_TYPE_LRU_HASH, 8, 8, 64, 0);
	ring = map_create(ALTBPF_MAP_TYPE_RINGBUF, 0, 0, 4096, 0);
	stacks = map_create(ALTBPF_MAP_TYPE_STACK_TRACE, 4, 8 * 32, 64, 0);
	CHECK(hash >= 0 && lru >= 0 && ring >= 0 && stacks >= 0);
}

static const char *const functions[] = {
	"kmem_cache_alloc", "kmem_cache_free", "__kmalloc", "kfree", "___slab_alloc", "__slab_free", "__alloc_pages",
	"_raw_spin_lock", "_raw_spin_lock_irqsave", "_raw_spin_unlock_irqrestore", "native_queued_spin_lock_slowpath",
	"irq_work_queue", "irq_work_single", "__wake_up", "__wake_up_common", "try_to_wake_up", "schedule",
	"copy_from_kernel_nofault", "copy_from_user_nofault", "perf_tp_event", "perf_trace_buf_alloc", "call_rcu",
	"rcu_is_watching", "__rcu_read_lock", "__rcu_read_unlock", "get_random_u32", "prandom_u32_state", "ktime_get_mono_fast_ns",
	"sched_clock", "__unwind_start", "unwind_next_frame", "unwind_get_return_address", "hrtimer_interrupt",
	"update_process_times", "memcpy", "memset", "strscpy", "preempt_schedule", "preempt_schedule_notrace", "__fentry__",
	"ftrace_ops_list_func", "kprobe_ftrace_handler", "text_poke_bp_batch", "sync_core", "idr_find", "mutex_lock",
};
#define FUNCTIONS (int)(sizeof(functions) / sizeof(functions[0]))

static void show(const char *what, int attached, const int *links, int prog)
{
	uint64_t missed = fire_fdinfo(prog, "recursion_misses") + fire_fdinfo(prog, "other_misses");
	int i;

	for (i = 0; i < attached; i++)
		missed += fire_fdinfo(links[i], "missed");
	NOTE("%s: %d hooks, %llu runs, %llu misses counted\n", what, attached, (unsigned long long)out_get(out, W_RUNS),
	     (unsigned long long)missed);
	/* Every run that began came to its end. */
	CHECK_EQ(out_get(out, W_RUNS), out_get(out, W_DONE));
}

/* Attaches to each of @names alone, then to all at once, on both paths of a kprobe and on the return. */
static void fire_at(const char *what, const char *const *names, int cnt, bool alone)
{
	static int links[2048];
	int prog = load_greedy(ALTBPF_PROG_TYPE_KPROBE), i, attached = 0;
	pthread_t thread;

	CHECK(prog >= 0);
	CHECK(!pthread_create(&thread, NULL, work_there, (void *)(intptr_t)(possible_cpus() - 1)));
	for (i = 0; alone && i < cnt; i++) {
		int link = link_by_name(i % 2 ? KRP : KP, names[i], 0, 0, prog);

		work(16);
		if (link >= 0)
			close(link);
	}
	for (i = 0; i < cnt && attached < 2048; i++) {
		links[attached] = link_by_name(KP, names[i], 0, 0, prog);
		attached += links[attached] >= 0;
	}
	work(200);
	stop = true;
	pthread_join(thread, NULL);
	stop = false;
	for (i = 0; i < attached; i++)
		link_detach(links[i]);
	show(what, attached, links, prog);
	CHECK(attached > cnt / 4 && out_get(out, W_RUNS) > 100);
	while (attached--)
		close(links[attached]);
	close(prog);
}

TEST(fire_inside_kernel)
{
	fire_seconds(0);
	make_maps();
	fire_at("inside the kernel", functions, FUNCTIONS, true);
}

TEST(fire_inside_module)
{
	static char text[1024][64];
	static const char *names[1024];
	char line[512], symbol[256], module[64];
	FILE *f = fopen("/proc/kallsyms", "r");
	int cnt = 0;
	char type;

	fire_seconds(0);
	CHECK(f);
	while (cnt < 1024 && fgets(line, sizeof(line), f)) {
		if (sscanf(line, "%*x %c %255s [%63[^]]]", &type, symbol, module) != 3 || strcmp(module, "altbpf") ||
		    (type | 32) != 't' || strlen(symbol) > 63 || strchr(symbol, '.'))
			continue;
		/* What a map operation or a run goes through; the rest is only called by system calls. */
		if (strncmp(symbol, "ab_", 3) && strncmp(symbol, "lookup", 6) && strncmp(symbol, "update", 6) && cnt % 4)
			continue;
		strcpy(text[cnt], symbol);
		names[cnt] = text[cnt];
		cnt++;
	}
	fclose(f);
	CHECK(cnt > 50);
	make_maps();
	fire_at("inside the module", names, cnt < 120 ? cnt : 120, false);
}

/* Generated code comes and goes below a breakpoint: there may be none. */
TEST(fire_inside_images)
{
	int prog;

	make_maps();
	prog = load_greedy(ALTBPF_PROG_TYPE_KPROBE);
	CHECK(prog >= 0);
	CHECK_ERR(link_by_name(KP, "ab_text_arena", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KP, "ab_text_arena", 64, 0, prog), EINVAL);
}

TEST(fire_inside_events)
{
	static const char *const events[] = {
		"irq/softirq_entry", "irq/softirq_exit", "irq/irq_handler_entry", "sched/sched_switch", "sched/sched_wakeup",
		"sched/sched_waking", "timer/hrtimer_start", "timer/hrtimer_expire_entry", "timer/timer_start", "kmem/kmalloc",
		"kmem/kmem_cache_alloc", "kmem/kfree", "irq_vectors/local_timer_entry", "irq_vectors/irq_work_entry",
		"rcu/rcu_utilization", "workqueue/workqueue_execute_start", "raw_syscalls/sys_enter", "lock/contention_begin",
		"exceptions/page_fault_user", "power/cpu_idle",
	};
	static const char *const raws[] = { "sched_switch", "softirq_entry", "local_timer_entry", "kmalloc", "cpu_idle",
					    "irq_work_entry", "contention_begin", "rcu_utilization", "sys_exit", "hrtimer_start" };
	int tp, raw, links[40], attached = 0;
	pthread_t thread;
	size_t i;

	fire_seconds(0);
	make_maps();
	tp = load_greedy(ALTBPF_PROG_TYPE_TRACEPOINT);
	raw = load_greedy(ALTBPF_PROG_TYPE_RAW_TRACEPOINT);
	CHECK(tp >= 0 && raw >= 0);
	for (i = 0; i < sizeof(events) / sizeof(events[0]); i++) {
		links[attached] = link_by_name(TP, events[i], 0, 0, tp);
		attached += links[attached] >= 0;
	}
	for (i = 0; i < sizeof(raws) / sizeof(raws[0]); i++) {
		links[attached] = raw_tp_open(raws[i], raw);
		attached += links[attached] >= 0;
	}
	CHECK(attached > 10);
	CHECK(!pthread_create(&thread, NULL, work_there, (void *)(intptr_t)(possible_cpus() - 1)));
	work(400);
	stop = true;
	pthread_join(thread, NULL);
	stop = false;
	for (i = 0; i < (size_t)attached; i++)
		link_detach(links[i]);
	NOTE("raw: %llu misses counted\n", (unsigned long long)fire_fdinfo(raw, "recursion_misses"));
	show("events", attached, links, tp);
	CHECK(out_get(out, W_RUNS) > 1000);
}
