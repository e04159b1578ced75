// SPDX-License-Identifier: GPL-2.0
/* A record is submitted twice. Expected: use-after-release */
#include "mistake.h"

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);

	if (!e)
		return 0;
	bpf_ringbuf_submit(e, 0);
#ifndef FIXED
	bpf_ringbuf_discard(e, 0); /* HERE */
#endif
	return 0;
}
