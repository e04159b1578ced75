/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who pays for memory that is allocated on behalf of a task later, from interrupts: its memory
 * cgroup, where the kernel has them. A reference is held in between.
 */
#ifndef AB_PORT_MEMCG_H
#define AB_PORT_MEMCG_H

#include <linux/memcontrol.h>
#include <linux/rcupdate.h>
#include <linux/sched/mm.h>

#ifdef CONFIG_MEMCG

/* The current task's cgroup, a reference; NULL where there is none. */
static inline struct mem_cgroup *ab_memcg_get(void)
{
	struct mem_cgroup *memcg;

	rcu_read_lock();
	memcg = mem_cgroup_from_task(current);
	if (memcg && !css_tryget(&memcg->css))
		memcg = NULL;
	rcu_read_unlock();
	return memcg;
}

static inline void ab_memcg_put(struct mem_cgroup *memcg)
{
	if (memcg)
		css_put(&memcg->css);
}

#else

static inline struct mem_cgroup *ab_memcg_get(void)
{
	return NULL;
}

static inline void ab_memcg_put(struct mem_cgroup *memcg)
{
}

#endif

/* From here to ab_memcg_leave() allocations with __GFP_ACCOUNT are @memcg's. Context: task or hard interrupt. */
static inline struct mem_cgroup *ab_memcg_enter(struct mem_cgroup *memcg)
{
	return set_active_memcg(memcg);
}

static inline void ab_memcg_leave(struct mem_cgroup *old)
{
	set_active_memcg(old);
}

#endif
