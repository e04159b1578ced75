// SPDX-License-Identifier: GPL-2.0
/* A record is used after it was submitted. Expected: use-after-release */
#include "mistake.h"

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);

	if (!e)
		return 0;
#ifdef FIXED
	e->time = 1;
#endif
	bpf_ringbuf_submit(e, 0);
#ifndef FIXED
	e->time = 1; /* HERE */
#endif
	return 0;
}
