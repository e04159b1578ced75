// SPDX-License-Identifier: GPL-2.0
/* A callback returns something else than 0 and 1. Expected: callback-return */
#include "mistake.h"

static long step(__u64 i, void *ctx)
{
#ifdef FIXED
	return i > 5;
#else
	return i; /* HERE */
#endif
}

SEC("kprobe/vfs_read")
int loop(void *ctx)
{
	bpf_loop(10, step, 0, 0);
	return 0;
}
