// SPDX-License-Identifier: GPL-2.0
/* Nothing bounds the loop. Expected: back-edge */
#include "mistake.h"

SEC("kprobe/vfs_read")
int wait(void *ctx)
{
	__u32 i = 0;

#ifdef FIXED
	for (i = 0; i < 100; i++)
		if (bpf_get_prandom_u32() == 1)
			break;
#else
	while (bpf_get_prandom_u32() != 1) /* HERE */
		;
#endif
	return i;
}
