// SPDX-License-Identifier: GPL-2.0
/*
 * A program with a mistake that every newcomer makes: what a look-up returns may be NULL. It is
 * refused; the report says where and why. Run: altbpfctl prog check refused.bpf.o.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, __u64);
} opens SEC(".maps");

SEC("kprobe/do_sys_openat2")
int count_opens(void *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 *count = bpf_map_lookup_elem(&opens, &pid);

	*count += 1; /* the key may not be in the map */
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
