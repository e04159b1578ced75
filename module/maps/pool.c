// SPDX-License-Identifier: GPL-2.0
/*
 * Free elements of maps, for pool.h. Used by the hash kinds and by stack traces; proved by
 * selftests/kernel/map_hash*.c (exact capacity from two CPUs) and map_busy.c (nested use).
 */
#include <linux/cpumask.h>
#include <linux/minmax.h>
#include <linux/mm.h>
#include "maps/area.h"
#include "maps/pool.h"
#include "port/memcg.h"

DEFINE_PER_CPU(unsigned int, ab_map_depth);

#define STEAL_MAX 16

static void push_list(struct ab_pool *pool, struct ab_guard *guard, struct ab_pool_cpu *cpu,
		      struct llist_node *first)
{
	struct llist_node *last = first, *next;
	u32 count = 1;

	if (!first)
		return;
	if (guard->nested) {
		for (; first; first = next) {
			next = first->next;
			llist_add(first, &pool->orphans);
		}
		return;
	}
	while (last->next) {
		last = last->next;
		count++;
	}
	ab_lock(guard, &cpu->lock);
	last->next = cpu->head;
	WRITE_ONCE(cpu->head, first);
	cpu->count += count;
	ab_unlock(&cpu->lock);
}

/* Takes up to @max elements off @cpu's list. */
static struct llist_node *take(struct ab_guard *guard, struct ab_pool_cpu *cpu, u32 max)
{
	struct llist_node *first, *last;
	u32 count = 1;

	if (!READ_ONCE(cpu->head) || !ab_lock(guard, &cpu->lock))
		return NULL;
	first = cpu->head;
	last = first;
	if (last) {
		for (; count < max && last->next; count++)
			last = last->next;
		WRITE_ONCE(cpu->head, last->next);
		cpu->count -= count;
		last->next = NULL;
	}
	ab_unlock(&cpu->lock);
	return first;
}

static noinline struct llist_node *steal(struct ab_pool *pool, struct ab_guard *guard)
{
	struct ab_pool_cpu *own = this_cpu_ptr(pool->cpu), *other;
	struct llist_node *first = NULL;
	int cpu;

	if (!llist_empty(&pool->orphans))
		first = llist_del_all(&pool->orphans);
	for_each_possible_cpu(cpu) {
		if (first)
			break;
		other = per_cpu_ptr(pool->cpu, cpu);
		if (other == own)
			continue;
		/* Half of what is there, so that two CPUs do not rob each other in turn. */
		first = take(guard, other, clamp_t(u32, READ_ONCE(other->count) / 2, 1, STEAL_MAX));
	}
	if (first)
		push_list(pool, guard, own, first->next);
	return first;
}

struct llist_node *ab_pool_pop(struct ab_pool *pool, struct ab_guard *guard)
{
	struct ab_pool_cpu *cpu = this_cpu_ptr(pool->cpu);
	struct llist_node *node = NULL;

	if (likely(cpu->head) && ab_lock(guard, &cpu->lock)) {
		node = cpu->head;
		if (likely(node)) {
			WRITE_ONCE(cpu->head, node->next);
			cpu->count--;
		}
		ab_unlock(&cpu->lock);
	}
	if (pool->alloc && cpu->count < pool->low)
		irq_work_queue(&cpu->work);
	if (likely(node))
		return node;
	return steal(pool, guard);
}

void ab_pool_push(struct ab_pool *pool, struct ab_guard *guard, struct llist_node *node)
{
	struct ab_pool_cpu *cpu = this_cpu_ptr(pool->cpu);

	if (unlikely(!ab_lock(guard, &cpu->lock))) {
		llist_add(node, &pool->orphans);
		return;
	}
	node->next = cpu->head;
	WRITE_ONCE(cpu->head, node);
	cpu->count++;
	ab_unlock(&cpu->lock);
	if (pool->alloc && cpu->count > pool->high)
		irq_work_queue(&cpu->work);
}

static void free_list(struct ab_pool *pool, struct llist_node *node)
{
	struct llist_node *next;

	for (; node; node = next) {
		next = node->next;
		pool->free(pool, node);
	}
}

static void drained(struct rcu_head *rcu)
{
	struct ab_pool_cpu *cpu = container_of(rcu, struct ab_pool_cpu, rcu);
	struct llist_node *list = cpu->waiting;

	cpu->waiting = NULL;
	atomic_set_release(&cpu->draining, 0);
	free_list(cpu->pool, list);
}

/* Too many: half of the room between the marks goes back to the system. */
static void relieve(struct ab_pool_cpu *cpu)
{
	struct ab_pool *pool = cpu->pool;
	struct llist_node *list;
	struct ab_guard guard;

	if (atomic_cmpxchg(&cpu->draining, 0, 1))
		return;
	ab_guard_enter(&guard);
	list = take(&guard, cpu, max_t(u32, cpu->count - (pool->low + pool->high) / 2, 1));
	ab_guard_leave(&guard);
	if (!list) {
		atomic_set(&cpu->draining, 0);
		return;
	}
	cpu->waiting = list;
	call_rcu(&cpu->rcu, drained);
}

static struct llist_node *alloc_charged(struct ab_pool *pool, gfp_t gfp)
{
	struct mem_cgroup *old = ab_memcg_enter(pool->memcg);
	struct llist_node *node = pool->alloc(pool, gfp);

	ab_memcg_leave(old);
	return node;
}

/* Adds elements until @cpu has @want. */
static int grow(struct ab_pool_cpu *cpu, u32 want, gfp_t gfp)
{
	struct ab_pool *pool = cpu->pool;
	struct llist_node *node;
	struct ab_guard guard;

	while (READ_ONCE(cpu->count) < want) {
		node = alloc_charged(pool, gfp);
		if (!node)
			return -ENOMEM;
		node->next = NULL;
		ab_guard_enter(&guard);
		push_list(pool, &guard, cpu, node);
		ab_guard_leave(&guard);
		if (guard.nested)
			break;
	}
	return 0;
}

static void work(struct irq_work *irq_work)
{
	struct ab_pool_cpu *cpu = container_of(irq_work, struct ab_pool_cpu, work);
	struct ab_pool *pool = cpu->pool;

	if (cpu->count < pool->low)
		(void)grow(cpu, (pool->low + pool->high) / 2, GFP_NOWAIT | __GFP_NOWARN | __GFP_ACCOUNT);
	else if (cpu->count > pool->high)
		relieve(cpu);
}

int ab_pool_init(struct ab_pool *pool, u32 elem_size)
{
	struct ab_pool_cpu *c;
	int cpu;

	/* A CPU keeps a few pages of small elements or a handful of big ones. */
	pool->low = clamp_t(u32, 32 * 256 / max(elem_size, 1U), 1, 32);
	pool->high = 3 * pool->low;
	init_llist_head(&pool->orphans);
	pool->cpu = alloc_percpu_gfp(struct ab_pool_cpu, AB_GFP_MAP);
	if (!pool->cpu)
		return -ENOMEM;
	if (pool->alloc)
		pool->memcg = ab_memcg_get();
	for_each_possible_cpu(cpu) {
		c = per_cpu_ptr(pool->cpu, cpu);
		c->pool = pool;
		init_irq_work(&c->work, work);
	}
	return 0;
}

int ab_pool_fill(struct ab_pool *pool, u32 want)
{
	int cpu, err = 0;

	for_each_possible_cpu(cpu) {
		err = grow(per_cpu_ptr(pool->cpu, cpu), min(want, pool->low), AB_GFP_MAP);
		if (err)
			break;
		cond_resched();
	}
	return err;
}

int ab_pool_reserve(struct ab_pool *pool)
{
	struct llist_node *node;
	struct ab_guard guard;

	if (READ_ONCE(raw_cpu_ptr(pool->cpu)->head))
		return 0;
	node = alloc_charged(pool, AB_GFP_MAP);
	if (!node)
		return -ENOMEM;
	ab_guard_enter(&guard);
	ab_pool_push(pool, &guard, node);
	ab_guard_leave(&guard);
	return 0;
}

void ab_pool_seed(struct ab_pool *pool, int cpu, struct llist_node *node)
{
	struct ab_pool_cpu *c = per_cpu_ptr(pool->cpu, cpu);

	node->next = c->head;
	c->head = node;
	c->count++;
}

void ab_pool_fini(struct ab_pool *pool)
{
	struct ab_pool_cpu *c;
	int cpu;

	if (!pool->cpu)
		return;
	if (pool->alloc) {
		for_each_possible_cpu(cpu)
			irq_work_sync(&per_cpu_ptr(pool->cpu, cpu)->work);
		rcu_barrier();
		for_each_possible_cpu(cpu) {
			c = per_cpu_ptr(pool->cpu, cpu);
			free_list(pool, c->head);
			cond_resched();
		}
		free_list(pool, llist_del_all(&pool->orphans));
	}
	ab_memcg_put(pool->memcg);
	free_percpu(pool->cpu);
	pool->cpu = NULL;
}
