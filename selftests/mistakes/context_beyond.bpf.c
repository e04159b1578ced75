// SPDX-License-Identifier: GPL-2.0
/* A field behind the context is read. Expected: ctx-access */
#include "mistake.h"

struct my_context {
	struct pt_regs regs;
	__u64 more;
};

SEC("kprobe/vfs_read")
int read(struct my_context *ctx)
{
#ifdef FIXED
	return ctx->regs.rax;
#else
	return ctx->more; /* HERE */
#endif
}
