/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Hooks of the kernel whose interface differs from version to version: how a function's entry is
 * reported, what must pass before a hook that was taken away is surely left by everyone.
 */
#ifndef AB_PORT_HOOKS_H
#define AB_PORT_HOOKS_H

#include <linux/ftrace.h>
#include <linux/rcupdate.h>
#include <linux/tracepoint.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 11, 0)
#define ab_ftrace_regs pt_regs
static __always_inline struct pt_regs *ab_ftrace_pt_regs(struct ab_ftrace_regs *regs)
{
	return regs;
}
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 13, 0) && defined(CONFIG_X86_64)
#define ab_ftrace_regs ftrace_regs
/* For ops that save all registers: the tracer does not call them where it has none. */
static __always_inline struct pt_regs *ab_ftrace_pt_regs(struct ab_ftrace_regs *regs)
{
	return &regs->regs;
}
#else
#define ab_ftrace_regs ftrace_regs
static __always_inline struct pt_regs *ab_ftrace_pt_regs(struct ab_ftrace_regs *regs)
{
	return ftrace_get_regs(regs);
}
#endif

/* Where tracepoints leave preemption on: the preempt count's offset in the gs segment, else 0. */
static inline u32 ab_tracepoint_preempt_count(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 19, 0) && defined(CONFIG_X86_64)
	return (u32)(unsigned long)&__preempt_count;
#else
	return 0;
#endif
}

/* Nobody runs a probe any more that was taken off a tracepoint before. May sleep. */
static inline void ab_tracepoint_wait(void)
{
	tracepoint_synchronize_unregister();
	synchronize_rcu();
}

/* How many functions of the kernel itself have this name; 1 where that cannot be found out. May sleep. */
u32 ab_symbol_count(const char *name);

#endif
