// SPDX-License-Identifier: GPL-2.0
/* The size of the pointer is reserved in place of the size of the record. Expected: memory-bounds */
#include "mistake.h"

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
#ifdef FIXED
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
#else
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(e), 0);
#endif

	if (!e)
		return 0;
	e->time = 1;
	e->pid = 2; /* HERE */
	bpf_ringbuf_submit(e, 0);
	return 0;
}
