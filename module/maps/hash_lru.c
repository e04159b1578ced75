// SPDX-License-Identifier: GPL-2.0
/*
 * Eviction of the LRU kinds: a clock. The hand goes round the elements in order of address, which
 * is the order in which they were first filled; an element that was looked up since the hand's
 * last visit is spared once. Bounded: after SPARE_MAX spared ones the next one goes.
 * Proved by selftests/kernel/map_lru.c.
 */
#include "maps/hash.h"

#define SPARE_MAX 64
#define LOOK_MAX 4096

static struct ab_hash_elem *elem_at(const struct ab_hash *hash, u32 index)
{
	return hash->elems + (u64)index * hash->elem_size;
}

/* Takes @elem off its chain, if it still is where it was seen. */
static bool take_off(struct ab_hash *hash, struct ab_guard *guard, struct ab_hash_elem *elem)
{
	struct ab_hash_bucket *bucket = &hash->buckets[READ_ONCE(elem->hash) & hash->mask];
	unsigned long *p;
	bool found = false;

	if (!ab_lock(guard, &bucket->lock))
		return false;
	for (p = &bucket->head; !(*p & 1); p = &((struct ab_hash_elem *)*p)->next) {
		if (*p == (unsigned long)elem) {
			WRITE_ONCE(*p, elem->next);
			elem->linked = 0;
			found = true;
			break;
		}
	}
	ab_unlock(&bucket->lock);
	return found;
}

/**
 * ab_hash_evict() - a free element for an LRU map, whatever it takes
 *
 * Context: in a guard, no lock held.
 * Return: an element, NULL when all are in somebody's hands or behind locks.
 */
struct ab_hash_elem *ab_hash_evict(struct ab_hash *hash, struct ab_guard *guard)
{
	u32 max = hash->map.desc.max_entries;
	u32 index, look, spared = 0;
	struct ab_hash_elem *elem;

	if (atomic_read(&hash->fresh) < max) {
		index = atomic_fetch_inc(&hash->fresh);
		if (index < max)
			return elem_at(hash, index);
		atomic_dec(&hash->fresh);
	}
	for (look = 0; look < LOOK_MAX; look++) {
		index = (u32)atomic_fetch_inc(&hash->hand) % hash->total;
		elem = elem_at(hash, index);
		if (!READ_ONCE(elem->linked))
			continue;
		if (READ_ONCE(elem->seen) && spared < SPARE_MAX) {
			WRITE_ONCE(elem->seen, 0);
			spared++;
			continue;
		}
		if (take_off(hash, guard, elem))
			return elem;
	}
	return NULL;
}
