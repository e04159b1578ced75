// SPDX-License-Identifier: GPL-2.0
/* An index into a local array is not bounded. Expected: pointer-range */
#include "mistake.h"

SEC("kprobe/vfs_read")
int mark(struct pt_regs *ctx)
{
	volatile char seen[32] = {};
	__u64 i = ctx->rdi;

#ifdef FIXED
	i &= 31;
#endif
	seen[i] = 1; /* HERE */
	return seen[3];
}
