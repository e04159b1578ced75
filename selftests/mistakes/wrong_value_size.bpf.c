// SPDX-License-Identifier: GPL-2.0
/* A variable is smaller than the value of the map. Expected: stack-bounds */
#include "mistake.h"

MAP(events, BPF_MAP_TYPE_HASH, __u32, struct event, 64);

SEC("kprobe/vfs_read")
int store(void *ctx)
{
	__u32 key = 0;
#ifdef FIXED
	struct event value = {};
#else
	__u64 value = 0;
#endif

	bpf_map_update_elem(&events, &key, &value, BPF_ANY); /* HERE */
	return 0;
}
