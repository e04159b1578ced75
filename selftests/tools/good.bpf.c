// SPDX-License-Identifier: GPL-2.0
/*
 * What libbpf's conventions can look like in one object: globals in .bss, .data and .rodata, a subprogram, a
 * loop over a constant that only frozen .rodata makes known, CO-RE against the kernel's types,
 * sections of every kind that attaches, trace_printk. Loads offline and on the device.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>

struct task_struct {
	int pid;
	int tgid;
	struct task_struct *real_parent;
} __attribute__((preserve_access_index));

const volatile int rounds = 3;
int hits = 0;
int parent = 0;
long weight = 7;

struct pair {
	__u32 a;
	char text[8];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct pair);
} pairs SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} notes SEC(".maps");

static __attribute__((noinline)) int sum(int n)
{
	int i, s = 0;

	for (i = 0; i < n && i < 100; i++)
		s += i;
	return s;
}

SEC("kprobe/vfs_write")
int on_write(void *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();

	parent = BPF_CORE_READ(task, real_parent, tgid);
	__sync_fetch_and_add(&hits, 1);
	return 0;
}

SEC("ksyscall/getppid")
int on_getppid(void *ctx)
{
	__sync_fetch_and_add(&hits, 1);
	bpf_printk("altbpf says hits %d", hits);
	return 0;
}

SEC("raw_tp/sched_switch")
int on_switch(__u64 *args)
{
	__sync_fetch_and_add(&hits, 1);
	return 0;
}

SEC("tp/sched/sched_process_exit")
int on_exit(void *ctx)
{
	char text[] = "a process ends";

	bpf_ringbuf_output(&notes, text, sizeof(text), 0);
	return 0;
}

SEC("socket")
int for_run(struct __sk_buff *skb)
{
	int i, s = (int)weight + sum(rounds);

	for (i = 0; i < rounds; i++)
		s += 10;
	return s;
}

char LICENSE[] SEC("license") = "GPL";
