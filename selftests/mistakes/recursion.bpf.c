// SPDX-License-Identifier: GPL-2.0
/* A function calls itself. Expected: recursion */
#include "mistake.h"

static __noinline __u64 sum(volatile __u64 *left)
{
	__u64 n = *left;

	if (!n)
		return 0;
	*left = n - 1;
#ifdef FIXED
	return n;
#else
	return n + sum(left) * sum(left); /* HERE */
#endif
}

SEC("kprobe/vfs_read")
int add(void *ctx)
{
	volatile __u64 n = 3;

	return sum(&n);
}
