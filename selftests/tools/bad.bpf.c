// SPDX-License-Identifier: GPL-2.0
/*
 * Programs that are refused, one a mistake, and one between them that is not.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, __u64[4]);
} table SEC(".maps");

SEC("kprobe/no_check")
int no_check(void *ctx)
{
	__u32 key = bpf_get_prandom_u32();
	__u64 *value = bpf_map_lookup_elem(&table, &key);

	return *value;
}

SEC("kprobe/out_of_bounds")
int out_of_bounds(void *ctx)
{
	__u32 key = 0;
	__u64 *value = bpf_map_lookup_elem(&table, &key);

	return value ? value[4] : 0;
}

SEC("kprobe/all_is_well")
int all_is_well(void *ctx)
{
	return 0;
}

SEC("kprobe/endless")
int endless(void *ctx)
{
	__u64 t;

	do {
		t = bpf_ktime_get_ns();
	} while (t != 1);
	return 0;
}

SEC("raw_tp/sched_switch")
int reads_kernel_memory(__u64 *args)
{
	return *(int *)args[0];
}

char LICENSE[] SEC("license") = "GPL";
