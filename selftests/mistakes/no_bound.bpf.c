// SPDX-License-Identifier: GPL-2.0
/* An index is not bounded at all. Expected: unbounded-access */
#include "mistake.h"

MAP(tables, BPF_MAP_TYPE_ARRAY, __u32, struct table, 1);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__u64 i = bpf_get_prandom_u32();
	__u32 key = 0;
	struct table *t = bpf_map_lookup_elem(&tables, &key);

	if (!t)
		return 0;
#ifdef FIXED
	i %= 16;
#endif
	t->hits[i] += 1; /* HERE */
	return 0;
}
