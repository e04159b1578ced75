// SPDX-License-Identifier: GPL-2.0
/* A record is not given back on one path. Expected: ref-leak */
#include "mistake.h"

RINGBUF(events);

SEC("kprobe/vfs_read")
int send(void *ctx)
{
	struct event *e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);

	if (!e)
		return 0;
	e->pid = bpf_get_current_pid_tgid() >> 32;
	if (!e->pid) {
#ifdef FIXED
		bpf_ringbuf_discard(e, 0);
#endif
		return 0;
	}
	bpf_ringbuf_submit(e, 0);
	return 0;
} /* HERE */
