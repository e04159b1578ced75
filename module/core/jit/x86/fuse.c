// SPDX-License-Identifier: GPL-2.0
/*
 * Neighbours that are one x86 instruction together. Only inside straight code: nothing may jump
 * between them. Each rule computes exactly what its instructions compute one by one, in every
 * register, so nothing needs to be known about what follows.
 */
#include <linux/kernel.h>
#include "core/jit/x86/lower.h"

u32 ab_x86_fuse(struct ab_jit_work *work, u32 i)
{
	return 0;
}
