// SPDX-License-Identifier: GPL-2.0
/* How a program runs, the parts that are not inline; for run.h. Proved by selftests/kernel/run_*.c. */
#include "run/run.h"

DEFINE_PER_CPU(struct ab_run *, ab_run_current);

u64 ab_run_counted(struct ab_prog *prog, void *ctx)
{
	u64 start = sched_clock(), ret = prog->run(ctx, prog);
	struct ab_prog_cpu *cpu = this_cpu_ptr(prog->cpu);

	cpu->run_ns += sched_clock() - start;
	cpu->run_cnt++;
	return ret;
}
