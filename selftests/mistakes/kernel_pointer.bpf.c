// SPDX-License-Identifier: GPL-2.0
/* Kernel memory is read like the program's own. Expected: not-a-pointer */
#include "mistake.h"

SEC("kprobe/vfs_read")
int read(struct pt_regs *ctx)
{
	int *p = (int *)ctx->rdi, v = 0;

#ifdef FIXED
	bpf_probe_read_kernel(&v, sizeof(v), p);
	return v;
#else
	return v + *p; /* HERE */
#endif
}
