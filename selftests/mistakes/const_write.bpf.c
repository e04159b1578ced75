// SPDX-License-Identifier: GPL-2.0
/* A constant is written. Expected: write-to-readonly */
#include "mistake.h"

const volatile int limit = 3;

SEC("kprobe/vfs_read")
int set(void *ctx)
{
#ifndef FIXED
	*(volatile int *)&limit = 4; /* HERE */
#endif
	return limit;
}
