// SPDX-License-Identifier: GPL-2.0
/*
 * stack_trace: call stacks by number. A table of pointers to buckets, indexed by the stack's hash;
 * buckets come from a pool (pool.h), so an entry is replaced by one exchange and never seen half
 * written. Filled by get_stackid() only. Proved by selftests/kernel/map_stack_trace.c.
 */
#include <linux/log2.h>
#include <linux/string.h>
#include "maps/area.h"
#include "maps/create.h"
#include "maps/hash_key.h"
#include "maps/kinds.h"
#include "maps/pool.h"
#include "maps/stack_trace.h"

/**
 * struct bucket - one stack
 * @hash: of @ips
 * @nr: addresses, value_size / 8 at most
 */
struct bucket {
	struct llist_node free;
	u32 hash;
	u32 nr;
	u64 ips[];
};

struct ab_stack_trace {
	struct ab_map map;
	u32 mask;
	struct bucket **buckets;
	void *elems;
	struct ab_pool pool;
};

static struct ab_stack_trace *trace_of(struct ab_map *map)
{
	return container_of(map, struct ab_stack_trace, map);
}

static int check(const union altbpf_attr *attr)
{
	u32 size = attr->map_create.value_size;

	if (attr->map_create.map_flags & ~(ALTBPF_F_NUMA_NODE | ALTBPF_F_RDONLY | ALTBPF_F_WRONLY))
		return -EINVAL;
	if (!attr->map_create.max_entries || attr->map_create.key_size != 4 || size < 8 || size % 8 ||
	    size / 8 > AB_STACK_DEPTH_MAX)
		return -EINVAL;
	if (attr->map_create.max_entries > 1U << 31)
		return -E2BIG;
	return 0;
}

static void destroy(struct ab_map *map)
{
	struct ab_stack_trace *trace = trace_of(map);

	ab_pool_fini(&trace->pool);
	kvfree(trace->elems);
	kvfree(trace->buckets);
	kfree(trace);
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	u32 max = attr->map_create.max_entries, i, elem = sizeof(struct bucket) + attr->map_create.value_size;
	struct ab_stack_trace *trace = kzalloc(sizeof(*trace), AB_GFP_MAP);
	u64 n = roundup_pow_of_two((u64)max);
	int cpu = -1;

	if (!trace)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&trace->map, attr, &ab_stack_trace_ops);
	trace->mask = n - 1;
	trace->buckets = ab_area_alloc(n * sizeof(*trace->buckets), trace->map.numa_node);
	trace->elems = ab_area_alloc((u64)max * elem, trace->map.numa_node);
	if (!trace->buckets || !trace->elems || ab_pool_init(&trace->pool, elem)) {
		destroy(&trace->map);
		return ERR_PTR(-ENOMEM);
	}
	for (i = 0; i < max; i++) {
		cpu = cpumask_next(cpu, cpu_possible_mask);
		if (cpu >= nr_cpu_ids)
			cpu = cpumask_first(cpu_possible_mask);
		ab_pool_seed(&trace->pool, cpu, &((struct bucket *)(trace->elems + (u64)i * elem))->free);
	}
	trace->map.bytes = sizeof(*trace) + n * sizeof(*trace->buckets) + (u64)max * elem;
	return &trace->map;
}

static struct bucket *pop(struct ab_stack_trace *trace)
{
	struct llist_node *node;
	struct ab_guard guard;

	ab_guard_enter(&guard);
	node = ab_pool_pop(&trace->pool, &guard);
	ab_guard_leave(&guard);
	return node ? container_of(node, struct bucket, free) : NULL;
}

static void push(struct ab_stack_trace *trace, struct bucket *bucket)
{
	struct ab_guard guard;

	if (!bucket)
		return;
	ab_guard_enter(&guard);
	ab_pool_push(&trace->pool, &guard, &bucket->free);
	ab_guard_leave(&guard);
}

long ab_stack_trace_add(struct ab_map *map, const u64 *ips, u32 nr, u64 flags)
{
	struct ab_stack_trace *trace = trace_of(map);
	u32 hash = ab_key_hash(ips, ab_key_class(nr * 8), nr * 8, 0x2545f4914f6cdd1dULL,
			       0x9e3779b97f4a7c15ULL);
	u32 id = hash & trace->mask & INT_MAX;
	struct bucket *bucket = READ_ONCE(trace->buckets[id]);
	bool same = bucket && bucket->hash == hash;

	if (same && flags & ALTBPF_F_FAST_STACK_CMP)
		return id;
	if (same && bucket->nr == nr && !memcmp(bucket->ips, ips, nr * 8))
		return id;
	if (bucket && !(flags & ALTBPF_F_REUSE_STACKID))
		return -EEXIST;
	bucket = pop(trace);
	if (!bucket)
		return -ENOMEM;
	memcpy(bucket->ips, ips, nr * 8);
	bucket->hash = hash;
	bucket->nr = nr;
	push(trace, xchg(&trace->buckets[id], bucket));
	return id;
}

/* While it is copied the bucket is nobody else's, so that it cannot be recycled under the copy. */
static int user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	struct ab_stack_trace *trace = trace_of(map);
	u32 id = *(const u32 *)key, len;
	struct bucket *bucket;

	if (id > trace->mask)
		return -ENOENT;
	bucket = xchg(&trace->buckets[id], NULL);
	if (!bucket)
		return -ENOENT;
	len = bucket->nr * 8;
	memcpy(value, bucket->ips, len);
	memset(value + len, 0, map->desc.value_size - len);
	push(trace, xchg(&trace->buckets[id], bucket));
	return 0;
}

static int user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	return -EINVAL;
}

static int user_delete(struct ab_map *map, const void *key)
{
	struct ab_stack_trace *trace = trace_of(map);
	u32 id = *(const u32 *)key;
	struct bucket *bucket;

	if (id > trace->mask)
		return -E2BIG;
	bucket = xchg(&trace->buckets[id], NULL);
	push(trace, bucket);
	return bucket ? 0 : -ENOENT;
}

static int next_key(struct ab_map *map, const void *key, void *next)
{
	struct ab_stack_trace *trace = trace_of(map);
	u32 id = 0;

	if (key) {
		id = *(const u32 *)key;
		/* A number with nothing behind it starts from the first. */
		id = id <= trace->mask && READ_ONCE(trace->buckets[id]) ? id + 1 : 0;
	}
	while (id <= trace->mask && !READ_ONCE(trace->buckets[id]))
		id++;
	if (id > trace->mask)
		return -ENOENT;
	*(u32 *)next = id;
	return 0;
}

const struct ab_map_ops ab_stack_trace_ops = {
	.type = ALTBPF_MAP_TYPE_STACK_TRACE,
	.check = check,
	.create = create,
	.destroy = destroy,
	.next_key = next_key,
	.user_lookup = user_lookup,
	.user_update = user_update,
	.user_delete = user_delete,
};
