// SPDX-License-Identifier: GPL-2.0
/* Two functions that call each other have large buffers. Expected: combined-stack */
#include "mistake.h"

static __noinline int inner(void *ctx)
{
#ifdef FIXED
	char buf[100];
#else
	char buf[300];
#endif

	bpf_probe_read_kernel(buf, sizeof(buf), ctx);
	return buf[3];
}

SEC("kprobe/vfs_read")
int outer(void *ctx)
{
	char buf[300];

	bpf_probe_read_kernel(buf, sizeof(buf), ctx);
	return inner(ctx) + buf[2]; /* HERE */
}
