/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How a program runs: the one entry that every attach point uses. A run has RCU held, preemption
 * off, and is never nested into another run of the same program on the same CPU; a hit that
 * cannot run is counted.
 */
#ifndef AB_RUN_RUN_H
#define AB_RUN_RUN_H

#include <linux/jump_label.h>
#include <linux/percpu.h>
#include <linux/preempt.h>
#include <linux/rcupdate.h>
#include <linux/sched/clock.h>
#include "helpers/context.h"
#include "load/prog.h"

DECLARE_STATIC_KEY_FALSE(ab_run_stats);

/* The slow half: statistics are on. Guard is held. */
u64 ab_run_counted(struct ab_prog *prog, void *ctx);

/* The inner half of ab_run_here(), for code that holds the program's guard on this CPU already. */
static __always_inline u64 ab_run_guarded(struct ab_prog *prog, void *ctx, struct ab_run *run)
{
	u64 ret;

	if (prog->facts.uses_run) {
		run->prev = __this_cpu_read(ab_run_current);
		__this_cpu_write(ab_run_current, run);
	}
	if (static_branch_unlikely(&ab_run_stats))
		ret = ab_run_counted(prog, ctx);
	else
		ret = prog->run(ctx, prog);
	if (prog->facts.uses_run)
		__this_cpu_write(ab_run_current, run->prev);
	return ret;
}

/**
 * ab_run_here() - run a program at a hook that has switched preemption off
 * @prog: a program that the caller's link holds
 * @ctx: its context
 * @run: filled by the caller but for @prev; may be NULL where facts.uses_run is false
 *
 * Context: any, preemption off.
 * Return: R0, 0 when the run was missed.
 */
static __always_inline u64 ab_run_here(struct ab_prog *prog, void *ctx, struct ab_run *run)
{
	struct ab_prog_cpu *cpu = this_cpu_ptr(prog->cpu);
	u64 ret;

	if (unlikely(cpu->active)) {
		cpu->missed_recursion++;
		return 0;
	}
	cpu->active = 1;
	barrier();
	ret = ab_run_guarded(prog, ctx, run);
	barrier();
	cpu->active = 0;
	return ret;
}

/* ab_run_here() for programs that do not ask about their run; as few instructions as can be. */
static __always_inline u64 ab_run_plain(struct ab_prog *prog, void *ctx)
{
	struct ab_prog_cpu __percpu *cpu = prog->cpu;
	u64 ret;

	if (unlikely(raw_cpu_read(cpu->active))) {
		raw_cpu_inc(cpu->missed_recursion);
		return 0;
	}
	raw_cpu_write(cpu->active, 1);
	barrier();
	if (static_branch_unlikely(&ab_run_stats))
		ret = ab_run_counted(prog, ctx);
	else
		ret = prog->run(ctx, prog);
	barrier();
	raw_cpu_write(cpu->active, 0);
	return ret;
}

/* ab_run_here() for hooks that leave preemption on. Context: any; preemption is switched off here. */
static __always_inline u64 ab_run_prog(struct ab_prog *prog, void *ctx, struct ab_run *run)
{
	u64 ret;

	preempt_disable_notrace();
	ret = ab_run_here(prog, ctx, run);
	preempt_enable_notrace();
	return ret;
}

/* The sum of a program's per-CPU counters. */
static inline void ab_run_sum(const struct ab_prog *prog, struct ab_prog_cpu *sum)
{
	ab_prog_sum(prog, sum);
}

/* test.c: PROG_TEST_RUN */
int ab_run_test(struct ab_prog *prog, union altbpf_attr *attr, union altbpf_attr __user *uattr);

/* stats.c: ENABLE_STATS and the module parameter; counted, may sleep */
void ab_run_stats_get(void);
void ab_run_stats_put(void);
/* A descriptor that keeps statistics on, or -errno. */
int __must_check ab_run_stats_fd(void);
/* Not 0 while statistics are on: the same as ab_run_stats, for generated code to read. */
extern u32 ab_run_stats_on;

#endif
