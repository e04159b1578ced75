// SPDX-License-Identifier: GPL-2.0
/* A size may be negative. Expected: helper-mem-size */
#include "mistake.h"

SEC("kprobe/vfs_read")
int read(struct pt_regs *ctx)
{
	char buf[64];
#ifdef FIXED
	__u64 len = ctx->rdx;
#else
	__s64 len = ctx->rdx;
#endif

	if (len > 64)
		return 0;
	bpf_probe_read_user(buf, len, (void *)ctx->rsi); /* HERE */
	return 0;
}
