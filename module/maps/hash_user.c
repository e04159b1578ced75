// SPDX-License-Identifier: GPL-2.0
/*
 * The hash kinds as user space sees them, and iteration. Proved by selftests/kernel/map_hash*.c.
 */
#include <linux/string.h>
#include "core/interp/interp.h"
#include "maps/hash.h"

/* Copies the key of the first element of @bucket, or of the one behind the key @after. */
static int first_key(struct ab_hash *hash, u32 index, const struct ab_hash_elem *after, void *next)
{
	struct ab_hash_bucket *bucket = &hash->buckets[index];
	unsigned long p = after ? after->next : bucket->head;

	if (p & 1)
		return -ENOENT;
	memcpy(next, ((struct ab_hash_elem *)p)->key, hash->map.desc.key_size);
	return 0;
}

int ab_hash_next_key(struct ab_map *map, const void *key, void *next)
{
	struct ab_hash *hash = ab_hash(map);
	u32 index = 0, h;
	struct ab_hash_elem *elem = NULL;
	struct ab_hash_bucket *bucket;
	struct ab_guard guard;
	unsigned long *link;
	int err = -ENOENT;

	if (key) {
		/* A key that is gone starts from the first again. */
		h = ab_hash_key(hash, key, hash->class);
		bucket = &hash->buckets[h & hash->mask];
		ab_guard_enter(&guard);
		if (!ab_lock(&guard, &bucket->lock)) {
			ab_guard_leave(&guard);
			return -EBUSY;
		}
		elem = ab_hash_find_locked(hash, bucket, key, h, hash->class, &link);
		if (elem) {
			index = h & hash->mask;
			err = first_key(hash, index, elem, next);
			index++;
		}
		ab_unlock(&bucket->lock);
		ab_guard_leave(&guard);
	}
	for (; err && index <= hash->mask; index++) {
		bucket = &hash->buckets[index];
		if (!(index & 1023))
			cond_resched();
		if (READ_ONCE(bucket->head) & 1)
			continue;
		ab_guard_enter(&guard);
		if (ab_lock(&guard, &bucket->lock)) {
			err = first_key(hash, index, NULL, next);
			ab_unlock(&bucket->lock);
		}
		ab_guard_leave(&guard);
	}
	return err;
}

static void read_value(struct ab_hash *hash, struct ab_hash_elem *elem, void *value)
{
	u32 size = hash->map.desc.value_size, stride = round_up(size, 8), off = 0;
	void __percpu *values;
	int cpu;

	if (!hash->percpu) {
		memcpy(value, ab_hash_value(hash, elem), size);
		return;
	}
	values = ab_hash_percpu(hash, elem);
	for_each_possible_cpu(cpu) {
		memcpy(value + off, per_cpu_ptr(values, cpu), stride);
		off += stride;
	}
}

/* Looks the way user space looks: without a mark that the element is in use (LRU). */
int ab_hash_user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	struct ab_hash *hash = ab_hash(map);
	u32 tries = 0, h = ab_hash_key(hash, key, hash->class);
	struct ab_hash_elem *elem, *then;
	u16 gen;

	rcu_read_lock();
	do {
		/* An element that is recycled while it is copied would show another key's value. */
		elem = ab_hash_find(hash, key, h, hash->class);
		if (!elem)
			break;
		gen = smp_load_acquire(&elem->gen);
		then = ab_hash_find(hash, key, h, hash->class);
		if (then == elem)
			read_value(hash, elem, value);
		smp_rmb();
	} while ((then != elem || READ_ONCE(elem->gen) != gen) && ++tries < 100);
	rcu_read_unlock();
	return elem ? 0 : -ENOENT;
}

int ab_hash_user_lookup_delete(struct ab_map *map, const void *key, void *value, u64 flags)
{
	struct ab_hash *hash = ab_hash(map);
	struct ab_hash_elem *elem;
	struct ab_guard guard;

	rcu_read_lock();
	ab_guard_enter(&guard);
	elem = ab_hash_take_off(hash, &guard, key);
	ab_guard_leave(&guard);
	if (!IS_ERR(elem)) {
		/* Off its chain it is nobody else's. */
		read_value(hash, elem, value);
		ab_guard_enter(&guard);
		ab_hash_give_back(hash, &guard, elem);
		ab_guard_leave(&guard);
	}
	rcu_read_unlock();
	return PTR_ERR_OR_ZERO(elem);
}

/*
 * Calls @callback for every element. It may delete elements; one that moves to another chain ends
 * this chain's walk, and no more are visited than the map can hold, so it always ends.
 */
long ab_hash_for_each(struct ab_map *map, u64 callback, void *ctx, u64 flags)
{
	struct ab_hash *hash = ab_hash(map);
	struct ab_hash_elem *elem;
	unsigned long p;
	long visited = 0;
	void *value;
	u32 index;

	if (flags)
		return -EINVAL;
	for (index = 0; index <= hash->mask; index++) {
		for (p = READ_ONCE(hash->buckets[index].head); !(p & 1); p = READ_ONCE(elem->next)) {
			elem = (struct ab_hash_elem *)p;
			if ((READ_ONCE(elem->hash) & hash->mask) != index)
				break;
			value = ab_hash_value(hash, elem);
			if (hash->percpu)
				value = this_cpu_ptr(ab_hash_percpu(hash, elem));
			visited++;
			if (ab_callback(callback, (u64)(uintptr_t)map, (u64)(uintptr_t)elem->key,
					(u64)(uintptr_t)value, (u64)(uintptr_t)ctx, 0) ||
			    visited >= map->desc.max_entries)
				return visited;
		}
	}
	return visited;
}
