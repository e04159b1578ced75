// SPDX-License-Identifier: GPL-2.0
/* A key is passed by value. Expected: helper-arg-type */
#include "mistake.h"

MAP(counts, BPF_MAP_TYPE_HASH, __u32, __u64, 64);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
#ifdef FIXED
	__u64 *n = bpf_map_lookup_elem(&counts, &pid);
#else
	__u64 *n = bpf_map_lookup_elem(&counts, (void *)(long)pid); /* HERE */
#endif

	return n ? *n : 0;
}
