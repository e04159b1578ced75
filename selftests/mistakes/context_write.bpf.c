// SPDX-License-Identifier: GPL-2.0
/* A kprobe wants to change a register. Expected: ctx-write */
#include "mistake.h"

SEC("kprobe/vfs_read")
int change(struct pt_regs *ctx)
{
#ifdef FIXED
	return ctx->rax == 0;
#else
	ctx->rax = 0; /* HERE */
	return 0;
#endif
}
