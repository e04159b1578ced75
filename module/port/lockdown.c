// SPDX-License-Identifier: GPL-2.0
/* Kernel lockdown, for lockdown.h. */
#include <linux/security.h>
#include <linux/version.h>
#include "port/lockdown.h"

bool ab_lockdown_read_kernel(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	return security_locked_down(LOCKDOWN_BPF_READ_KERNEL) < 0;
#else
	return security_locked_down(LOCKDOWN_BPF_READ) < 0;
#endif
}
