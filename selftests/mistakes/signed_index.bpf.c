// SPDX-License-Identifier: GPL-2.0
/* A signed index is only bounded from above. Expected: pointer-range */
#include "mistake.h"

MAP(tables, BPF_MAP_TYPE_ARRAY, __u32, struct table, 1);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__s64 i = bpf_ktime_get_ns() - 1000;
	__u32 key = 0;
	struct table *t = bpf_map_lookup_elem(&tables, &key);

	if (!t)
		return 0;
	if (i > 15)
		return 0;
#ifdef FIXED
	if (i < 0)
		return 0;
#endif
	t->hits[i] += 1; /* HERE */
	return 0;
}
