// SPDX-License-Identifier: GPL-2.0
/*
 * Life of the hash kinds. Elements of all but NO_PREALLOC maps lie in one area, in order of
 * address; values of per-CPU kinds are allocations of their own. Proved by selftests/kernel/map_hash*.c.
 */
#include <linux/log2.h>
#include <linux/percpu.h>
#include <linux/random.h>
#include <linux/sched/signal.h>
#include "maps/area.h"
#include "maps/create.h"
#include "maps/hash.h"

#define HASH_FLAGS (ALTBPF_F_NO_PREALLOC | ALTBPF_F_NO_COMMON_LRU | ALTBPF_F_NUMA_NODE | \
		    AB_MAP_ACCESS_FLAGS | ALTBPF_F_ZERO_SEED)

static bool is_lru(u32 type)
{
	return type == ALTBPF_MAP_TYPE_LRU_HASH || type == ALTBPF_MAP_TYPE_LRU_PERCPU_HASH;
}

static bool is_percpu(u32 type)
{
	return type == ALTBPF_MAP_TYPE_PERCPU_HASH || type == ALTBPF_MAP_TYPE_LRU_PERCPU_HASH;
}

int ab_hash_check(const union altbpf_attr *attr)
{
	u32 type = attr->map_create.map_type, flags = attr->map_create.map_flags;
	u64 key_size = attr->map_create.key_size, value_size = attr->map_create.value_size;

	if (flags & ~HASH_FLAGS || !ab_map_access_ok(flags))
		return -EINVAL;
	if (!is_lru(type) && flags & ALTBPF_F_NO_COMMON_LRU)
		return -EINVAL;
	if (is_lru(type) && flags & ALTBPF_F_NO_PREALLOC)
		return -ENOTSUPP;
	if (ab_map_node(attr) != NUMA_NO_NODE && (is_percpu(type) || flags & ALTBPF_F_NO_COMMON_LRU))
		return -EINVAL;
	if (!attr->map_create.max_entries || !key_size || !value_size)
		return -EINVAL;
	if (key_size + value_size >= KMALLOC_MAX_SIZE - sizeof(struct ab_hash_elem) - 16)
		return -E2BIG;
	if (is_percpu(type) && round_up(value_size, 8) > PCPU_MIN_UNIT_SIZE)
		return -E2BIG;
	if (attr->map_create.max_entries > 1U << 31)
		return -E2BIG;
	return 0;
}

static int alloc_values(struct ab_hash *hash, struct ab_hash_elem *elem, gfp_t gfp)
{
	void __percpu *values;

	if (!hash->percpu)
		return 0;
	values = __alloc_percpu_gfp(round_up(hash->map.desc.value_size, 8), 8, gfp);
	if (!values)
		return -ENOMEM;
	*(void __percpu **)ab_hash_value(hash, elem) = values;
	return 0;
}

static struct llist_node *pool_alloc(struct ab_pool *pool, gfp_t gfp)
{
	struct ab_hash *hash = container_of(pool, struct ab_hash, pool);
	struct ab_hash_elem *elem = kmalloc_node(hash->elem_size, gfp | __GFP_ZERO, hash->map.numa_node);

	if (!elem)
		return NULL;
	if (alloc_values(hash, elem, gfp)) {
		kfree(elem);
		return NULL;
	}
	return &elem->free;
}

static void pool_free(struct ab_pool *pool, struct llist_node *node)
{
	struct ab_hash *hash = container_of(pool, struct ab_hash, pool);
	struct ab_hash_elem *elem = ab_hash_node(node);

	if (hash->percpu)
		free_percpu(ab_hash_percpu(hash, elem));
	kfree(elem);
}

static struct ab_hash_elem *elem_at(struct ab_hash *hash, u32 index)
{
	return hash->elems + (u64)index * hash->elem_size;
}

/* All elements at once: LRU kinds keep theirs back, the others fill their pool evenly. */
static int alloc_elems(struct ab_hash *hash)
{
	u32 max = hash->map.desc.max_entries, index = max, share;
	int cpu, err;

	hash->total = max + (hash->percpu ? 0 : num_possible_cpus());
	if (hash->total < max)
		return -E2BIG;
	hash->elems = ab_area_alloc((u64)hash->total * hash->elem_size, hash->map.numa_node);
	if (!hash->elems)
		return -ENOMEM;
	for (index = 0; hash->percpu && index < max; index++) {
		err = alloc_values(hash, elem_at(hash, index), AB_GFP_MAP);
		if (err)
			return err;
		if (fatal_signal_pending(current))
			return -EINTR;
		cond_resched();
	}
	index = max;
	if (!hash->percpu)
		for_each_possible_cpu(cpu)
			*per_cpu_ptr(hash->extra, cpu) = elem_at(hash, index++);
	if (hash->lru)
		return 0;
	/* Backwards: a list hands out what was put on it last. */
	share = DIV_ROUND_UP(max, num_possible_cpus());
	cpu = cpumask_first(cpu_possible_mask);
	for (index = 0; index < max; index++) {
		if (index && index % share == 0)
			cpu = cpumask_next(cpu, cpu_possible_mask);
		ab_pool_seed(&hash->pool, cpu, &elem_at(hash, max - 1 - index)->free);
		if (!(index & 0xffff))
			cond_resched();
	}
	return 0;
}

/* The first few of a growing map, and its extras. */
static int grow_elems(struct ab_hash *hash)
{
	struct llist_node *node;
	int cpu, err;

	err = ab_pool_fill(&hash->pool, hash->map.desc.max_entries);
	if (err || hash->percpu)
		return err;
	for_each_possible_cpu(cpu) {
		node = pool_alloc(&hash->pool, AB_GFP_MAP);
		if (!node)
			return -ENOMEM;
		*per_cpu_ptr(hash->extra, cpu) = ab_hash_node(node);
	}
	return 0;
}

static int alloc_buckets(struct ab_hash *hash)
{
	u64 n = roundup_pow_of_two((u64)hash->map.desc.max_entries);
	u64 i;

	hash->mask = n - 1;
	hash->buckets = ab_area_alloc(n * sizeof(*hash->buckets), hash->map.numa_node);
	if (!hash->buckets)
		return -ENOMEM;
	for (i = 0; i < n; i++) {
		hash->buckets[i].head = ab_hash_end(i);
		if (!(i & 0xffff))
			cond_resched();
	}
	return 0;
}

struct ab_map *ab_hash_create(const union altbpf_attr *attr)
{
	u32 key_size = attr->map_create.key_size, value_size = attr->map_create.value_size;
	u32 type = attr->map_create.map_type;
	struct ab_hash *hash;
	int err;

	hash = kzalloc(sizeof(*hash), AB_GFP_MAP);
	if (!hash)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&hash->map, attr, ab_hash_ops(type, key_size));
	hash->lru = is_lru(type);
	hash->percpu = is_percpu(type);
	hash->class = ab_key_class(key_size);
	hash->prealloc = !(attr->map_create.map_flags & ALTBPF_F_NO_PREALLOC);
	hash->value_off = sizeof(struct ab_hash_elem) + round_up(key_size, 8);
	hash->elem_size = hash->value_off + (hash->percpu ? sizeof(void *) : round_up(value_size, 8));
	hash->seed = 0x2545f4914f6cdd1dULL;
	hash->mult = 0x9e3779b97f4a7c15ULL;
	if (!(attr->map_create.map_flags & ALTBPF_F_ZERO_SEED)) {
		get_random_bytes(&hash->seed, sizeof(hash->seed));
		hash->mult ^= (u64)get_random_u32() << 1;
	}
	if (!hash->prealloc) {
		hash->pool.alloc = pool_alloc;
		hash->pool.free = pool_free;
	}
	err = ab_pool_init(&hash->pool, hash->elem_size);
	if (err)
		goto fail;
	err = -ENOMEM;
	hash->extra = alloc_percpu_gfp(struct ab_hash_elem *, AB_GFP_MAP);
	if (!hash->extra)
		goto fail;
	err = alloc_buckets(hash);
	if (!err)
		err = hash->prealloc ? alloc_elems(hash) : grow_elems(hash);
	if (err)
		goto fail;
	hash->map.bytes = sizeof(*hash) + (u64)(hash->mask + 1ULL) * sizeof(*hash->buckets) +
			  (u64)attr->map_create.max_entries * hash->elem_size;
	if (hash->percpu)
		hash->map.bytes += (u64)attr->map_create.max_entries * num_possible_cpus() *
				   round_up(value_size, 8);
	return &hash->map;
fail:
	ab_hash_destroy(&hash->map);
	return ERR_PTR(err);
}

/* What is in chains and extras of a growing map. */
static void free_grown(struct ab_hash *hash)
{
	struct ab_hash_elem *elem;
	unsigned long p, next;
	u64 i;
	int cpu;

	for (i = 0; hash->buckets && i <= hash->mask; i++) {
		for (p = hash->buckets[i].head; !(p & 1); p = next) {
			elem = (struct ab_hash_elem *)p;
			next = elem->next;
			pool_free(&hash->pool, &elem->free);
		}
		if (!(i & 1023))
			cond_resched();
	}
	if (!hash->extra)
		return;
	for_each_possible_cpu(cpu) {
		elem = *per_cpu_ptr(hash->extra, cpu);
		if (elem)
			pool_free(&hash->pool, &elem->free);
	}
}

void ab_hash_destroy(struct ab_map *map)
{
	struct ab_hash *hash = ab_hash(map);
	u32 i;

	if (!hash->prealloc)
		free_grown(hash);
	ab_pool_fini(&hash->pool);
	for (i = 0; hash->prealloc && hash->percpu && hash->elems && i < hash->total; i++) {
		free_percpu(ab_hash_percpu(hash, elem_at(hash, i)));
		cond_resched();
	}
	kvfree(hash->elems);
	kvfree(hash->buckets);
	free_percpu(hash->extra);
	kfree(hash);
}
