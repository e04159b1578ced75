// SPDX-License-Identifier: GPL-2.0
/*
 * Signals to the running task. Where interrupts are off the interrupted code may hold the very
 * locks that sending takes: then an irq_work of this CPU does it. Proved by
 * selftests/kernel/helper_signal.c.
 */
#include <linux/hardirq.h>
#include <linux/irq_work.h>
#include <linux/percpu.h>
#include <linux/pid.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

struct signal_work {
	struct irq_work work;
	struct task_struct *task;
	int sig;
	bool thread;
};

static DEFINE_PER_CPU(struct signal_work, signal_works);

static long send(struct task_struct *task, int sig, bool thread)
{
	long err;

	if (thread)
		return send_sig_info(sig, SEND_SIG_PRIV, task);
	rcu_read_lock();
	err = kill_pid(task_tgid(task), sig, 1);
	rcu_read_unlock();
	return err;
}

static void send_later(struct irq_work *irq_work)
{
	struct signal_work *work = container_of(irq_work, struct signal_work, work);

	send(work->task, work->sig, work->thread);
	put_task_struct(work->task);
}

static long send_current(u64 number, bool thread)
{
	struct signal_work *work;
	int sig = number;

	/* Mainline's rules: a task that runs in user space, and never init. */
	if (current->flags & (PF_KTHREAD | PF_EXITING) || !current->mm || is_global_init(current))
		return -EPERM;
	if (!irqs_disabled() && !in_nmi())
		return send(current, sig, thread);
	if (!valid_signal((u32)sig))
		return -EINVAL;
	work = this_cpu_ptr(&signal_works);
	if (irq_work_is_busy(&work->work))
		return -EBUSY;
	work->task = get_task_struct(current);
	work->sig = sig;
	work->thread = thread;
	irq_work_queue(&work->work);
	return 0;
}

AB_HELPER(send_signal)
{
	return send_current(r1, false);
}

AB_HELPER(send_signal_thread)
{
	return send_current(r1, true);
}

void ab_signal_init(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		init_irq_work(&per_cpu(signal_works, cpu).work, send_later);
}

void ab_signal_exit(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		irq_work_sync(&per_cpu(signal_works, cpu).work);
}
