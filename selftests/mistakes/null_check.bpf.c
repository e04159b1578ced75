// SPDX-License-Identifier: GPL-2.0
/* The result of a look-up is used without a check. Expected: null-deref */
#include "mistake.h"

MAP(counts, BPF_MAP_TYPE_HASH, __u32, __u64, 64);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__u32 pid = bpf_get_current_pid_tgid() >> 32;
	__u64 *n = bpf_map_lookup_elem(&counts, &pid);

#ifdef FIXED
	if (!n)
		return 0;
#endif
	*n += 1; /* HERE */
	return 0;
}
