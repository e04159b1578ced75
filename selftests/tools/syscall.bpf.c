// SPDX-License-Identifier: GPL-2.0
/*
 * A system call's arguments by libbpf's BPF_KSYSCALL, which asks the loader whether calls have wrappers, and
 * reads registers by CO-RE.
 */
#define __VMLINUX_H__ /* registers are named as the kernel names them */
#include <linux/bpf.h>

struct pt_regs {
	unsigned long di, si, dx, r10, r8, r9, ax, ip, sp, bp;
	unsigned long orig_ax;
} __attribute__((preserve_access_index));

#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_tracing.h>

SEC("ksyscall/kill")
int BPF_KSYSCALL(on_kill, int pid, int sig)
{
	if (sig)
		bpf_printk("altbpf says signal %d to %d", sig, pid);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
