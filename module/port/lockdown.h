/* SPDX-License-Identifier: GPL-2.0 */
/* Kernel lockdown, as bpf(2) honours it. */
#ifndef AB_PORT_LOCKDOWN_H
#define AB_PORT_LOCKDOWN_H

#include <linux/types.h>

/* May programs read kernel memory? Return: true when lockdown forbids it. */
bool ab_lockdown_read_kernel(void);

#endif
