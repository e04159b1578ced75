/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Locks of maps that are safe from every context in which a program can run.
 *
 * A probe may fire inside any critical section of this folder and its program may work on the
 * same map again, on the same CPU. So every operation enters a guard: interrupts go off and the
 * CPU's depth of map operations goes up. The outermost operation on a CPU waits for its locks; one
 * that interrupted another never waits, it tries once. Hence whoever is waited for always goes
 * on, on whatever maps the two work: no lock order can deadlock. Proved by selftests/kernel/map_busy.c.
 */
#ifndef AB_MAPS_LOCK_H
#define AB_MAPS_LOCK_H

#include <linux/irqflags.h>
#include <linux/percpu.h>
#include <linux/spinlock.h>

/* Map operations in progress on this CPU, each above the first interrupted the one before. */
DECLARE_PER_CPU(unsigned int, ab_map_depth);

/* All zeroes is unlocked, so that locks can lie in zeroed memory. */
struct ab_lock {
	arch_spinlock_t raw;
};

/**
 * struct ab_guard - an operation in progress on this CPU
 * @irq: the interrupt flag before
 * @nested: another map operation of this CPU was interrupted: never wait
 * @busy: a lock could not be had
 */
struct ab_guard {
	unsigned long irq;
	bool nested;
	bool busy;
};

static __always_inline void ab_guard_enter(struct ab_guard *guard)
{
	raw_local_irq_save(guard->irq);
	guard->nested = this_cpu_inc_return(ab_map_depth) != 1;
	guard->busy = false;
}

static __always_inline void ab_guard_leave(struct ab_guard *guard)
{
	this_cpu_dec(ab_map_depth);
	raw_local_irq_restore(guard->irq);
}

/* Return: false, with @guard->busy set, when a nested operation found it taken. */
static __always_inline bool ab_lock(struct ab_guard *guard, struct ab_lock *lock)
{
	if (likely(!guard->nested)) {
		arch_spin_lock(&lock->raw);
		return true;
	}
	/* Without other CPUs a lock has no state: the interrupted operation may hold it. */
	if (IS_ENABLED(CONFIG_SMP) && arch_spin_trylock(&lock->raw))
		return true;
	guard->busy = true;
	return false;
}

static __always_inline void ab_unlock(struct ab_lock *lock)
{
	arch_spin_unlock(&lock->raw);
}

#endif
