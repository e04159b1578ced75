// SPDX-License-Identifier: GPL-2.0
/* A reserved record is used without a check. Expected: null-deref */
#include "mistake.h"

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);

#ifdef FIXED
	if (!e)
		return 0;
#endif
	e->time = bpf_ktime_get_ns(); /* HERE */
	bpf_ringbuf_submit(e, 0);
	return 0;
}
