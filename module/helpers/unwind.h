/* SPDX-License-Identifier: GPL-2.0 */
/* Walks stacks from inside a program's run; used by get_stack and by the stack_trace map's get_stackid. */
#ifndef AB_HELPERS_UNWIND_H
#define AB_HELPERS_UNWIND_H

#include <linux/types.h>

/* Deepest stack that is walked, as mainline's perf_event_max_stack. */
#define AB_UNWIND_MAX 127

/**
 * ab_unwind_save() - the return addresses of the running task, innermost first
 * @ips: filled
 * @max: entries of @ips
 * @user: the user-space stack (by frame pointers), else the kernel's
 *
 * The kernel stack starts at the hook where the run's registers are known, else at the first
 * function outside of altbpf.
 *
 * Context: any, inside a run of a program that uses_run.
 * Return: entries stored, or -EFAULT: there is no such stack (a kernel thread has no user stack).
 */
int ab_unwind_save(u64 *ips, u32 max, bool user);

#endif
