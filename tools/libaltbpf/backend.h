/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Inside libaltbpf: what a backend is. One file a backend.
 */
#ifndef LIBALTBPF_BACKEND_H
#define LIBALTBPF_BACKEND_H

/* Like bpf(2) in the kernel: a result >= 0 or -errno. */
long ab_device_call(unsigned int cmd, void *attr, unsigned int size);
long ab_offline_call(unsigned int cmd, void *attr, unsigned int size);

/* The kernel's own system call, not the interposed one: result or -errno. */
long ab_raw_syscall(long nr, long a, long b, long c, long d, long e, long f);

#endif
