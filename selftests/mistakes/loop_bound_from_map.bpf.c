// SPDX-License-Identifier: GPL-2.0
/* The bound of a loop comes from a map and has no limit. Expected: back-edge|too-complex */
#include "mistake.h"

MAP(counts, BPF_MAP_TYPE_HASH, __u32, __u64, 64);

SEC("kprobe/vfs_read")
int sum(void *ctx)
{
	__u32 key = 0;
	__u64 *n = bpf_map_lookup_elem(&counts, &key), i, end, sum = 0;

	if (!n)
		return 0;
	end = *n;
#ifdef FIXED
	if (end > 64)
		end = 64;
#endif
	/* One line, since any instruction of the loop may be the one at which patience ends. */
	for (i = 0; i < end; i++) sum += bpf_get_prandom_u32(); /* HERE */
	return sum & 1;
}
