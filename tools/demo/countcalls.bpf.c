// SPDX-License-Identifier: GPL-2.0
/*
 * Counts calls of vfs_read() by command name. Run: altbpfctl attach countcalls.bpf.o, and
 * altbpfctl map dump name calls sort.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, char[16]); /* the command's name */
	__type(value, __u64);
} calls SEC(".maps");

SEC("kprobe/vfs_read")
int count_calls(void *ctx)
{
	char comm[16] = {};
	__u64 one = 1, *count;

	bpf_get_current_comm(comm, sizeof(comm));
	count = bpf_map_lookup_elem(&calls, comm);
	if (count)
		__sync_fetch_and_add(count, 1);
	else
		bpf_map_update_elem(&calls, comm, &one, BPF_NOEXIST);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
