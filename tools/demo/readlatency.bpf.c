// SPDX-License-Identifier: GPL-2.0
/*
 * How long vfs_read() takes: a kprobe notes the time, a kretprobe counts the difference by its bit
 * width. Run: altbpfctl attach readlatency.bpf.o, and altbpfctl map hist name latency unit ns.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define SLOTS 64

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, __u64);
	__type(value, __u64);
} begun SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, SLOTS);
	__type(key, __u32);
	__type(value, __u64);
} latency SEC(".maps");

SEC("kprobe/vfs_read")
int read_begins(void *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	__u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&begun, &id, &now, BPF_ANY);
	return 0;
}

/* Bits that are needed to write @v down: 0 for 0, 10 for 1000. */
static __u32 bit_width(__u64 v)
{
	__u32 bits = 0;

	while (v && bits < SLOTS - 1) {
		v >>= 1;
		bits++;
	}
	return bits;
}

SEC("kretprobe/vfs_read")
int read_ends(void *ctx)
{
	__u64 id = bpf_get_current_pid_tgid();
	__u64 *start, *count;
	__u32 slot;

	start = bpf_map_lookup_elem(&begun, &id);
	if (!start)
		return 0;
	slot = bit_width(bpf_ktime_get_ns() - *start);
	bpf_map_delete_elem(&begun, &id);
	count = bpf_map_lookup_elem(&latency, &slot);
	if (count)
		*count += 1;
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
