/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The hash kinds: hash, percpu_hash, lru_hash, lru_percpu_hash.
 *
 *   buckets[hash & mask] --> element --> element --> (bucket number << 1 | 1)
 *
 * Look-ups take no lock. Elements are recycled at once, so an element under a reader's feet may
 * move to another chain; the number at a chain's end tells the reader that it strayed, and it
 * starts again. Changes hold the bucket's lock (lock.h).
 *
 * Where free elements are: hash kinds hold exactly max_entries in a pool (pool.h) and, apart
 * from that, one extra a CPU: replacing a value takes the extra and leaves the old element in its
 * place, so a full map can be updated. With NO_PREALLOC the pool grows and @count keeps the limit.
 * LRU kinds hand out their elements in order of address (@fresh) and then evict (hash_lru.c).
 */
#ifndef AB_MAPS_HASH_H
#define AB_MAPS_HASH_H

#include "maps/hash_key.h"
#include "maps/map.h"
#include "maps/pool.h"

struct ab_hash_bucket {
	unsigned long head; /* element, or bucket number << 1 | 1 */
	struct ab_lock lock;
};

/**
 * struct ab_hash_elem - a key with its value
 * @next: next of the chain, or its end; stays as it is when the element is taken off
 * @free: link of the pool
 * @hash: of @key
 * @gen: counts recyclings
 * @seen: LRU: looked up since the hand passed
 * @linked: in a chain; LRU: hint for the hand
 * @key: key_size bytes, padded to 8; then the value, or a pointer to the values of all CPUs
 */
struct ab_hash_elem {
	unsigned long next;
	struct llist_node free;
	u32 hash;
	u16 gen;
	u8 seen;
	u8 linked;
	u64 key[];
};

/**
 * struct ab_hash - a map of a hash kind
 * @seed: of this map
 * @mult: of this map, odd
 * @value_off: from the element's start
 * @elem_size: bytes of an element, a multiple of 8
 * @total: elements at @elems: max_entries and the extras; 0 with NO_PREALLOC
 * @extra: a spare element per CPU
 * @count: NO_PREALLOC: elements in chains
 * @fresh: LRU: elements from here on were never used
 * @hand: LRU: where eviction looks next, modulo @total
 */
struct ab_hash {
	struct ab_map map;
	struct ab_hash_bucket *buckets ____cacheline_aligned;
	u32 mask;
	u32 value_off;
	u64 seed;
	u64 mult;
	u32 elem_size;
	bool lru;
	bool percpu;
	bool prealloc;
	u8 class; /* enum ab_key_class */
	struct ab_hash_elem *__percpu *extra;
	void *elems;
	u32 total;
	struct ab_pool pool;
	atomic_t count ____cacheline_aligned;
	atomic_t fresh;
	atomic_t hand;
};

static inline struct ab_hash *ab_hash(struct ab_map *map)
{
	return container_of(map, struct ab_hash, map);
}

static inline unsigned long ab_hash_end(u32 bucket)
{
	return (unsigned long)bucket << 1 | 1;
}

static inline void *ab_hash_value(const struct ab_hash *hash, struct ab_hash_elem *elem)
{
	return (u8 *)elem + hash->value_off;
}

static inline void __percpu *ab_hash_percpu(const struct ab_hash *hash, struct ab_hash_elem *elem)
{
	return *(void __percpu **)ab_hash_value(hash, elem);
}

static inline struct ab_hash_elem *ab_hash_node(struct llist_node *node)
{
	return node ? container_of(node, struct ab_hash_elem, free) : NULL;
}

/* @class is a constant for specialised callers, else ab_key_class() of the size. */
static __always_inline u32 ab_hash_key(const struct ab_hash *hash, const void *key, enum ab_key_class class)
{
	return ab_key_hash(key, class, hash->map.desc.key_size, hash->seed, hash->mult);
}

static __always_inline bool ab_hash_is(const struct ab_hash *hash, const struct ab_hash_elem *elem,
				       const void *key, u32 h, enum ab_key_class class)
{
	if (!ab_key_is_word(class) && elem->hash != h)
		return false;
	return ab_key_equal(elem->key, key, class, hash->map.desc.key_size);
}

/* Without a lock. Context: RCU held. */
static __always_inline struct ab_hash_elem *ab_hash_find(const struct ab_hash *hash, const void *key,
							 u32 h, enum ab_key_class class)
{
	u32 bucket = h & hash->mask;
	struct ab_hash_elem *elem;
	unsigned long p;

	do {
		p = READ_ONCE(hash->buckets[bucket].head);
		for (; likely(!(p & 1)); p = READ_ONCE(elem->next)) {
			elem = (struct ab_hash_elem *)p;
			if (ab_hash_is(hash, elem, key, h, class))
				return elem;
		}
	} while (unlikely(p != ab_hash_end(bucket)));
	return NULL;
}

/* With the bucket's lock. *@link is what points to the element. */
static __always_inline struct ab_hash_elem *ab_hash_find_locked(const struct ab_hash *hash,
								struct ab_hash_bucket *bucket,
								const void *key, u32 h,
								enum ab_key_class class,
								unsigned long **link)
{
	unsigned long *p = &bucket->head;
	struct ab_hash_elem *elem;

	for (; !(*p & 1); p = &elem->next) {
		elem = (struct ab_hash_elem *)*p;
		if (ab_hash_is(hash, elem, key, h, class)) {
			*link = p;
			return elem;
		}
	}
	return NULL;
}

/* hash_lru.c */
struct ab_hash_elem *ab_hash_evict(struct ab_hash *hash, struct ab_guard *guard);

/* hash_user.c: the system-call side, the same for all key sizes */
int ab_hash_next_key(struct ab_map *map, const void *key, void *next);
int ab_hash_user_lookup(struct ab_map *map, const void *key, void *value, u64 flags);
int ab_hash_user_lookup_delete(struct ab_map *map, const void *key, void *value, u64 flags);
long ab_hash_for_each(struct ab_map *map, u64 callback, void *ctx, u64 flags);

/* hash.c */
long ab_hash_update(struct ab_hash *hash, const void *key, const void *value, u64 flags, bool all_cpus);
struct ab_hash_elem *ab_hash_take_off(struct ab_hash *hash, struct ab_guard *guard, const void *key);
void ab_hash_give_back(struct ab_hash *hash, struct ab_guard *guard, struct ab_hash_elem *elem);
void *ab_hash_lookup_percpu(struct ab_map *map, const void *key, u32 cpu);

/* hash_create.c */
int ab_hash_check(const union altbpf_attr *attr);
struct ab_map *ab_hash_create(const union altbpf_attr *attr);
void ab_hash_destroy(struct ab_map *map);
/* hash.c: the operations that fit type and key size best */
const struct ab_map_ops *ab_hash_ops(u32 type, u32 key_size);

#endif
