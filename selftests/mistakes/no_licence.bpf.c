// SPDX-License-Identifier: GPL-2.0
/* A GPL-only helper in a program under another licence. Expected: helper-gpl */
#define NOT_GPL
#include "mistake.h"

#ifdef FIXED
char LICENSE[] SEC("license") = "Dual BSD/GPL";
#else
char LICENSE[] SEC("license") = "Proprietary";
#endif

SEC("kprobe/vfs_read")
int read(struct pt_regs *ctx)
{
	long v = 0;

	bpf_probe_read_kernel(&v, sizeof(v), (void *)ctx->rdi); /* HERE */
	return v != 0;
}
