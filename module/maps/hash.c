// SPDX-License-Identifier: GPL-2.0
/*
 * What programs do with the hash kinds: look up, update, delete. Every operation is written once
 * with key size and kind as parameters and instantiated with constants at the end, so that the
 * frequent cases (keys of 4 and 8 bytes) are short. Proved by selftests/kernel/map_hash*.c.
 */
#include <linux/string.h>
#include "maps/copy.h"
#include "maps/hash.h"

/* Values of all CPUs; @all: the source has one for each, else this CPU's and zeroes for the rest. */
static void set_percpu(struct ab_hash *hash, struct ab_hash_elem *elem, const void *value, bool all,
		       bool is_new)
{
	u32 size = hash->map.desc.value_size, stride = round_up(size, 8);
	void __percpu *values = ab_hash_percpu(hash, elem);
	u32 off = 0;
	int cpu;

	if (all) {
		for_each_possible_cpu(cpu) {
			memcpy(per_cpu_ptr(values, cpu), value + off, stride);
			off += stride;
		}
		return;
	}
	if (is_new)
		for_each_possible_cpu(cpu)
			memset(per_cpu_ptr(values, cpu), 0, stride);
	ab_copy(this_cpu_ptr(values), value, size);
}

/* Fills a private element; the value comes first: who sees the key, sees it. */
static __always_inline void fill(struct ab_hash *hash, struct ab_hash_elem *elem, const void *key,
				 const void *value, u32 h, enum ab_key_class class, bool percpu,
				 bool all)
{
	WRITE_ONCE(elem->gen, elem->gen + 1);
	if (percpu)
		set_percpu(hash, elem, value, all, true);
	else
		ab_copy(ab_hash_value(hash, elem), value, hash->map.desc.value_size);
	elem->hash = h;
	smp_wmb();
	ab_key_store(elem->key, key, class, hash->map.desc.key_size);
}

/*
 * An element for a key that is not there yet. *@drop: the bucket's lock had to be dropped, look again.
 */
static __always_inline struct ab_hash_elem *take_new(struct ab_hash *hash, struct ab_guard *guard,
						     struct ab_lock *lock, bool lru, bool *drop, long *err)
{
	struct ab_hash_elem *elem;

	if (!lru && !hash->prealloc) {
		if (unlikely((u32)atomic_inc_return(&hash->count) > hash->map.desc.max_entries)) {
			atomic_dec(&hash->count);
			*err = -E2BIG;
			return NULL;
		}
	}
	elem = ab_hash_node(ab_pool_pop(&hash->pool, guard));
	if (likely(elem))
		return elem;
	if (lru) {
		ab_unlock(lock);
		*drop = true;
		elem = ab_hash_evict(hash, guard);
		*err = guard->busy ? -EBUSY : -ENOMEM;
		return elem;
	}
	if (!hash->prealloc)
		atomic_dec(&hash->count);
	*err = guard->busy ? -EBUSY : hash->prealloc ? -E2BIG : -ENOMEM;
	return NULL;
}

/* Puts a new element in the place of @old: readers see the one or the other. */
static __always_inline long replace(struct ab_hash *hash, struct ab_guard *guard, unsigned long *link,
				    struct ab_hash_elem *old, const void *key, const void *value, u32 h,
				    enum ab_key_class class, bool lru)
{
	struct ab_hash_elem *elem = this_cpu_xchg(*hash->extra, NULL);
	bool is_extra = elem;

	if (unlikely(!elem)) {
		/* An interrupted update on this CPU has the extra. */
		elem = ab_hash_node(ab_pool_pop(&hash->pool, guard));
		if (!elem)
			return guard->nested ? -EBUSY : -ENOMEM;
	}
	fill(hash, elem, key, value, h, class, false, false);
	elem->next = old->next;
	elem->linked = 1;
	if (lru)
		elem->seen = 1;
	smp_store_release(link, (unsigned long)elem);
	old->linked = 0;
	if (likely(is_extra))
		this_cpu_write(*hash->extra, old);
	else
		ab_pool_push(&hash->pool, guard, &old->free);
	return 0;
}

static __always_inline long update(struct ab_hash *hash, const void *key, const void *value, u64 flags,
				   enum ab_key_class class, bool lru, bool percpu, bool all)
{
	u32 h, tries = 0;
	struct ab_hash_elem *old, *elem = NULL;
	struct ab_hash_bucket *bucket;
	struct ab_guard guard;
	unsigned long *link;
	bool drop;
	long err;

	if (unlikely(flags > ALTBPF_EXIST))
		return -EINVAL;
	h = ab_hash_key(hash, key, class);
	bucket = &hash->buckets[h & hash->mask];
	ab_guard_enter(&guard);
again:
	err = -EBUSY;
	if (unlikely(!ab_lock(&guard, &bucket->lock)))
		goto out;
	old = ab_hash_find_locked(hash, bucket, key, h, class, &link);
	if (old) {
		err = -EEXIST;
		if (flags == ALTBPF_NOEXIST)
			goto unlock;
		err = 0;
		if (percpu)
			set_percpu(hash, old, value, all, false);
		else
			err = replace(hash, &guard, link, old, key, value, h, class, lru);
		goto unlock;
	}
	err = -ENOENT;
	if (flags == ALTBPF_EXIST)
		goto unlock;
	if (!elem) {
		drop = false;
		elem = take_new(hash, &guard, &bucket->lock, lru, &drop, &err);
		if (lru && drop) {
			/* All elements may be in other CPUs' hands for a moment. */
			if (elem || (!guard.nested && ++tries < 1000))
				goto again;
			goto out;
		}
		if (!elem)
			goto unlock;
	}
	fill(hash, elem, key, value, h, class, percpu, all);
	elem->next = bucket->head;
	elem->seen = 0;
	elem->linked = 1;
	smp_store_release(&bucket->head, (unsigned long)elem);
	elem = NULL;
	err = 0;
unlock:
	ab_unlock(&bucket->lock);
out:
	if (lru && elem)
		ab_pool_push(&hash->pool, &guard, &elem->free);
	ab_guard_leave(&guard);
	return err;
}

/* Takes the element of @key off its chain. The caller owns it then. */
static __always_inline struct ab_hash_elem *unlink(struct ab_hash *hash, struct ab_guard *guard,
						   const void *key, enum ab_key_class class)
{
	u32 h = ab_hash_key(hash, key, class);
	struct ab_hash_bucket *bucket = &hash->buckets[h & hash->mask];
	struct ab_hash_elem *elem;
	unsigned long *link;

	if (unlikely(!ab_lock(guard, &bucket->lock)))
		return ERR_PTR(-EBUSY);
	elem = ab_hash_find_locked(hash, bucket, key, h, class, &link);
	if (elem) {
		WRITE_ONCE(*link, elem->next);
		elem->linked = 0;
	}
	ab_unlock(&bucket->lock);
	return elem ? elem : ERR_PTR(-ENOENT);
}

static __always_inline void give_back(struct ab_hash *hash, struct ab_guard *guard,
				      struct ab_hash_elem *elem)
{
	ab_pool_push(&hash->pool, guard, &elem->free);
	if (!hash->prealloc)
		atomic_dec(&hash->count);
}

static __always_inline long delete(struct ab_hash *hash, const void *key, enum ab_key_class class)
{
	struct ab_hash_elem *elem;
	struct ab_guard guard;

	ab_guard_enter(&guard);
	elem = unlink(hash, &guard, key, class);
	if (likely(!IS_ERR(elem)))
		give_back(hash, &guard, elem);
	ab_guard_leave(&guard);
	return PTR_ERR_OR_ZERO(elem);
}

static __always_inline void *lookup(struct ab_hash *hash, const void *key, enum ab_key_class class, bool lru,
				    bool percpu)
{
	struct ab_hash_elem *elem = ab_hash_find(hash, key, ab_hash_key(hash, key, class), class);

	if (!elem)
		return NULL;
	if (lru && !READ_ONCE(elem->seen))
		WRITE_ONCE(elem->seen, 1);
	if (percpu)
		return this_cpu_ptr(ab_hash_percpu(hash, elem));
	if (ab_key_is_word(class))
		return &elem->key[1];
	return class == AB_KEY_16 ? &elem->key[2] : ab_hash_value(hash, elem);
}

long ab_hash_update(struct ab_hash *hash, const void *key, const void *value, u64 flags, bool all_cpus)
{
	if (hash->percpu)
		return update(hash, key, value, flags, hash->class, hash->lru, true, all_cpus);
	return update(hash, key, value, flags, hash->class, hash->lru, false, false);
}

struct ab_hash_elem *ab_hash_take_off(struct ab_hash *hash, struct ab_guard *guard, const void *key)
{
	return unlink(hash, guard, key, hash->class);
}

void ab_hash_give_back(struct ab_hash *hash, struct ab_guard *guard, struct ab_hash_elem *elem)
{
	give_back(hash, guard, elem);
}

void *ab_hash_lookup_percpu(struct ab_map *map, const void *key, u32 cpu)
{
	struct ab_hash *hash = ab_hash(map);
	struct ab_hash_elem *elem;

	if (cpu >= nr_cpu_ids || !cpu_possible(cpu))
		return NULL;
	elem = ab_hash_find(hash, key, ab_hash_key(hash, key, hash->class), hash->class);
	if (!elem)
		return NULL;
	if (hash->lru)
		WRITE_ONCE(elem->seen, 1);
	return per_cpu_ptr(ab_hash_percpu(hash, elem), cpu);
}

static int user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	struct ab_hash *hash = ab_hash(map);
	int err, tries = 0;

	do {
		if (!hash->prealloc && ab_pool_reserve(&hash->pool))
			return -ENOMEM;
		err = ab_hash_update(hash, key, value, flags, true);
		/* This task may have moved to a CPU whose list is empty. */
	} while (err == -ENOMEM && !hash->prealloc && ++tries < 3);
	return err;
}

/* The instances. */
#define AB_HASH_KIND(NAME, TYPE, CLASS, LRU, PERCPU) \
	static void *NAME##_lookup(struct ab_map *map, const void *key) \
	{ \
		return lookup(ab_hash(map), key, CLASS, LRU, PERCPU); \
	} \
	static long NAME##_update(struct ab_map *map, const void *key, const void *value, u64 flags) \
	{ \
		return update(ab_hash(map), key, value, flags, CLASS, LRU, PERCPU, false); \
	} \
	static long NAME##_delete(struct ab_map *map, const void *key) \
	{ \
		return delete(ab_hash(map), key, CLASS); \
	} \
	static const struct ab_map_ops NAME##_ops = { \
		.type = TYPE, \
		.check = ab_hash_check, \
		.create = ab_hash_create, \
		.destroy = ab_hash_destroy, \
		.lookup = NAME##_lookup, \
		.update = NAME##_update, \
		.delete = NAME##_delete, \
		.lookup_percpu = (PERCPU) ? ab_hash_lookup_percpu : NULL, \
		.for_each = ab_hash_for_each, \
		.next_key = ab_hash_next_key, \
		.user_lookup = ab_hash_user_lookup, \
		.user_update = user_update, \
		.user_lookup_delete = ab_hash_user_lookup_delete, \
	}

#define AB_HASH_KINDS(NAME, TYPE, LRU, PERCPU) \
	AB_HASH_KIND(NAME##_4, TYPE, AB_KEY_4, LRU, PERCPU); \
	AB_HASH_KIND(NAME##_8, TYPE, AB_KEY_8, LRU, PERCPU); \
	AB_HASH_KIND(NAME##_short, TYPE, AB_KEY_SHORT, LRU, PERCPU); \
	AB_HASH_KIND(NAME##_16, TYPE, AB_KEY_16, LRU, PERCPU); \
	AB_HASH_KIND(NAME##_long, TYPE, AB_KEY_LONG, LRU, PERCPU); \
	static const struct ab_map_ops *const NAME##_ops[] = { \
		[AB_KEY_4] = &NAME##_4_ops, \
		[AB_KEY_8] = &NAME##_8_ops, \
		[AB_KEY_SHORT] = &NAME##_short_ops, \
		[AB_KEY_16] = &NAME##_16_ops, \
		[AB_KEY_LONG] = &NAME##_long_ops, \
	}

AB_HASH_KINDS(hash, ALTBPF_MAP_TYPE_HASH, false, false);
AB_HASH_KINDS(percpu_hash, ALTBPF_MAP_TYPE_PERCPU_HASH, false, true);
AB_HASH_KINDS(lru_hash, ALTBPF_MAP_TYPE_LRU_HASH, true, false);
AB_HASH_KINDS(lru_percpu_hash, ALTBPF_MAP_TYPE_LRU_PERCPU_HASH, true, true);

const struct ab_map_ops *ab_hash_ops(u32 type, u32 key_size)
{
	enum ab_key_class class = ab_key_class(key_size);

	switch (type) {
	case ALTBPF_MAP_TYPE_HASH:
		return hash_ops[class];
	case ALTBPF_MAP_TYPE_PERCPU_HASH:
		return percpu_hash_ops[class];
	case ALTBPF_MAP_TYPE_LRU_HASH:
		return lru_hash_ops[class];
	default:
		return lru_percpu_hash_ops[class];
	}
}
