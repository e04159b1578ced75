// SPDX-License-Identifier: GPL-2.0
/* The size of a read has no limit. Expected: helper-mem-size */
#include "mistake.h"

SEC("kprobe/vfs_read")
int read(struct pt_regs *ctx)
{
	__u64 len = ctx->rdx;
	char buf[64];

#ifdef FIXED
	if (len > sizeof(buf))
		len = sizeof(buf);
#endif
	bpf_probe_read_user(buf, len, (void *)ctx->rsi); /* HERE */
	return 0;
}
