// SPDX-License-Identifier: GPL-2.0
/* The bound lets one index too many through. Expected: map-value-bounds */
#include "mistake.h"

MAP(tables, BPF_MAP_TYPE_ARRAY, __u32, struct table, 1);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__u32 i = bpf_get_smp_processor_id();
	__u32 key = 0;
	struct table *t = bpf_map_lookup_elem(&tables, &key);

	if (!t)
		return 0;
#ifdef FIXED
	if (i >= 16)
#else
	if (i > 16)
#endif
		return 0;
	t->hits[i] += 1; /* HERE */
	return 0;
}
