// SPDX-License-Identifier: GPL-2.0
/* A helper gets a pointer that may be NULL. Expected: helper-arg-null */
#include "mistake.h"

MAP(counts, BPF_MAP_TYPE_HASH, __u32, __u64, 64);

SEC("kprobe/vfs_read")
int copy(void *ctx)
{
	__u32 key = 0;
	__u64 *n = bpf_map_lookup_elem(&counts, &key);

#ifdef FIXED
	if (!n)
		return 0;
#endif
	bpf_probe_read_kernel(n, sizeof(*n), ctx); /* HERE */
	return 0;
}
