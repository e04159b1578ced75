/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What helpers may ask of the run in progress on this CPU. Attach points fill it, run/run.h
 * publishes it around the run, helpers read it.
 */
#ifndef AB_HELPERS_CONTEXT_H
#define AB_HELPERS_CONTEXT_H

#include <linux/percpu.h>
#include <linux/types.h>

struct pt_regs;

/**
 * struct ab_run - what helpers may ask of the run in progress (only set up where facts.uses_run)
 * @prev: the run that this one interrupted on this CPU
 * @regs: registers at the hook, or NULL
 * @cookie: the link's
 * @func_ip: address of the probed function, or 0
 */
struct ab_run {
	struct ab_run *prev;
	struct pt_regs *regs;
	u64 cookie;
	u64 func_ip;
};

/* The innermost run on this CPU whose program needs it; defined in run/. */
DECLARE_PER_CPU(struct ab_run *, ab_run_current);

#endif
