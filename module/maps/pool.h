/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Free elements of a map: a list per CPU, the others' lists where the own one is empty. Taking
 * and giving back work in any context (under a guard of lock.h). A growing pool is refilled, and
 * relieved of what is too much, from irq_work: nobody calls the allocator inside a probe.
 * What is given back may be handed out again at once; memory is freed after a grace period.
 */
#ifndef AB_MAPS_POOL_H
#define AB_MAPS_POOL_H

#include <linux/atomic.h>
#include <linux/irq_work.h>
#include <linux/llist.h>
#include <linux/rcupdate.h>
#include "maps/lock.h"

struct ab_pool;
struct mem_cgroup;

/**
 * struct ab_pool_cpu - one CPU's list
 * @lock: protects @head and @count
 * @work: refill or relief is due
 * @waiting: elements that a grace period must pass before they are freed
 * @draining: @waiting and @rcu are in use
 */
struct ab_pool_cpu {
	struct ab_lock lock;
	u32 count;
	struct llist_node *head;
	struct ab_pool *pool;
	struct irq_work work;
	struct llist_node *waiting;
	atomic_t draining;
	struct rcu_head rcu;
};

/**
 * struct ab_pool - free elements
 * @alloc: a new element, NULL without memory; called with GFP_NOWAIT from irq_work; NULL: never grows
 * @free: the opposite
 * @orphans: given back where no lock could be had
 * @memcg: who pays when a growing pool grows, the creator's; or NULL
 * @low: refill below so many on a CPU
 * @high: free some above so many
 */
struct ab_pool {
	struct ab_pool_cpu __percpu *cpu;
	struct llist_node *(*alloc)(struct ab_pool *pool, gfp_t gfp);
	void (*free)(struct ab_pool *pool, struct llist_node *node);
	struct llist_head orphans;
	struct mem_cgroup *memcg;
	u32 low;
	u32 high;
};

/* Sets @pool up, empty. A growing one has @alloc and @free set before. Return: 0 or -ENOMEM. */
int __must_check ab_pool_init(struct ab_pool *pool, u32 elem_size);
/* Allocates up to @want elements for every CPU. Context: may sleep. Return: 0 or -ENOMEM. */
int __must_check ab_pool_fill(struct ab_pool *pool, u32 want);
/* One more element on this CPU, for callers that can sleep, where the list is empty. */
int __must_check ab_pool_reserve(struct ab_pool *pool);
/* Puts a node on @cpu's list; while the pool is not yet in use. */
void ab_pool_seed(struct ab_pool *pool, int cpu, struct llist_node *node);
/* Nobody uses @pool any more. Frees the elements of a growing one. Context: may sleep. */
void ab_pool_fini(struct ab_pool *pool);

/* Return: a free element or NULL (@guard->busy: there may be some behind a lock). */
struct llist_node *ab_pool_pop(struct ab_pool *pool, struct ab_guard *guard);
void ab_pool_push(struct ab_pool *pool, struct ab_guard *guard, struct llist_node *node);

#endif
