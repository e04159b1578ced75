// SPDX-License-Identifier: GPL-2.0
/* A function returns the address of its local variable. Expected: subprog-return */
#include "mistake.h"

static __noinline __attribute__((unused)) __u64 *make(void)
{
	volatile __u64 v = 3;
	__u64 *p = (__u64 *)&v;

	asm volatile("" : "+r"(p));
	return p; /* HERE */
}

SEC("kprobe/vfs_read")
int use(void *ctx)
{
#ifdef FIXED
	return 3;
#else
	return *make();
#endif
}
