// SPDX-License-Identifier: GPL-2.0
/* A ring buffer helper gets a hash map. Expected: helper-map-type */
#include "mistake.h"

MAP(counts, BPF_MAP_TYPE_HASH, __u32, __u64, 64);

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
	__u64 v = 1;

#ifdef FIXED
	bpf_ringbuf_output(&events, &v, sizeof(v), 0);
#else
	bpf_ringbuf_output(&counts, &v, sizeof(v), 0); /* HERE */
#endif
	return 0;
}
