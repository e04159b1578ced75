// SPDX-License-Identifier: GPL-2.0
/* The first 8 bytes of a tracepoint's record belong to the kernel. Expected: ctx-access */
#include "mistake.h"

struct record {
	__u16 common_type;
	__u8 common_flags, common_preempt_count;
	__s32 common_pid;
	__u64 nr;
};

SEC("tracepoint/syscalls/sys_enter_openat")
int open(struct record *ctx)
{
#ifdef FIXED
	return bpf_get_current_pid_tgid();
#else
	return ctx->common_pid; /* HERE */
#endif
}
