// SPDX-License-Identifier: GPL-2.0
/*
 * queue and stack: values without keys, first in first out or last in first out. A ring of one
 * slot more than max_entries under one lock. Proved by selftests/kernel/map_queue.c.
 */
#include <linux/string.h>
#include "maps/area.h"
#include "maps/copy.h"
#include "maps/create.h"
#include "maps/kinds.h"
#include "maps/lock.h"

/**
 * struct ab_queue - a queue or stack
 * @head: slot that is filled next
 * @tail: oldest value; equal to @head: empty
 * @size: slots, max_entries + 1
 */
struct ab_queue {
	struct ab_map map;
	struct ab_lock lock;
	u32 head;
	u32 tail;
	u32 size;
	u8 *slots;
};

#define QUEUE_FLAGS (ALTBPF_F_NUMA_NODE | AB_MAP_ACCESS_FLAGS)

static struct ab_queue *queue_of(struct ab_map *map)
{
	return container_of(map, struct ab_queue, map);
}

static int check(const union altbpf_attr *attr)
{
	u32 flags = attr->map_create.map_flags;

	if (!attr->map_create.max_entries || attr->map_create.key_size || !attr->map_create.value_size ||
	    flags & ~QUEUE_FLAGS || !ab_map_access_ok(flags))
		return -EINVAL;
	if (attr->map_create.value_size > KMALLOC_MAX_SIZE)
		return -E2BIG;
	if (attr->map_create.max_entries == U32_MAX)
		return -E2BIG;
	return 0;
}

static void destroy(struct ab_map *map)
{
	kvfree(queue_of(map)->slots);
	kfree(queue_of(map));
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	struct ab_queue *queue = kzalloc(sizeof(*queue), AB_GFP_MAP);
	u64 bytes;

	if (!queue)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&queue->map, attr,
		    attr->map_create.map_type == ALTBPF_MAP_TYPE_QUEUE ? &ab_queue_ops : &ab_stack_ops);
	queue->size = attr->map_create.max_entries + 1;
	bytes = (u64)queue->size * attr->map_create.value_size;
	queue->slots = ab_area_alloc(bytes, queue->map.numa_node);
	if (!queue->slots) {
		kfree(queue);
		return ERR_PTR(-ENOMEM);
	}
	queue->map.bytes = sizeof(*queue) + bytes;
	return &queue->map;
}

static u32 after(const struct ab_queue *queue, u32 slot)
{
	return slot + 1 == queue->size ? 0 : slot + 1;
}

static u32 before(const struct ab_queue *queue, u32 slot)
{
	return slot ? slot - 1 : queue->size - 1;
}

static void *slot_at(const struct ab_queue *queue, u32 slot)
{
	return queue->slots + (u64)slot * queue->map.desc.value_size;
}

static long push(struct ab_map *map, const void *value, u64 flags)
{
	struct ab_queue *queue = queue_of(map);
	struct ab_guard guard;
	long err = 0;

	if (flags > ALTBPF_EXIST || flags & ALTBPF_NOEXIST)
		return -EINVAL;
	ab_guard_enter(&guard);
	if (!ab_lock(&guard, &queue->lock)) {
		err = -EBUSY;
		goto out;
	}
	if (after(queue, queue->head) == queue->tail) {
		/* Full: EXIST makes room at the old end. */
		if (!(flags & ALTBPF_EXIST)) {
			err = -E2BIG;
			goto unlock;
		}
		queue->tail = after(queue, queue->tail);
	}
	ab_copy(slot_at(queue, queue->head), value, map->desc.value_size);
	queue->head = after(queue, queue->head);
unlock:
	ab_unlock(&queue->lock);
out:
	ab_guard_leave(&guard);
	return err;
}

/* Copies the value that is due out and, with @take, off. An empty map gives zeroes. */
static __always_inline long get(struct ab_map *map, void *value, bool newest, bool take)
{
	struct ab_queue *queue = queue_of(map);
	struct ab_guard guard;
	long err = 0;
	u32 slot;

	ab_guard_enter(&guard);
	if (!ab_lock(&guard, &queue->lock)) {
		/* The caller's buffer counts as written whatever the result. */
		memset(value, 0, map->desc.value_size);
		err = -EBUSY;
		goto out;
	}
	if (queue->head == queue->tail) {
		memset(value, 0, map->desc.value_size);
		err = -ENOENT;
		goto unlock;
	}
	slot = newest ? before(queue, queue->head) : queue->tail;
	ab_copy(value, slot_at(queue, slot), map->desc.value_size);
	if (take && newest)
		queue->head = slot;
	else if (take)
		queue->tail = after(queue, slot);
unlock:
	ab_unlock(&queue->lock);
out:
	ab_guard_leave(&guard);
	return err;
}

static long queue_pop(struct ab_map *map, void *value)
{
	return get(map, value, false, true);
}

static long queue_peek(struct ab_map *map, void *value)
{
	return get(map, value, false, false);
}

static long stack_pop(struct ab_map *map, void *value)
{
	return get(map, value, true, true);
}

static long stack_peek(struct ab_map *map, void *value)
{
	return get(map, value, true, false);
}

static int user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	return map->ops->peek(map, value);
}

static int user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	return push(map, value, flags);
}

static int user_delete(struct ab_map *map, const void *key)
{
	return -EINVAL;
}

static int user_lookup_delete(struct ab_map *map, const void *key, void *value, u64 flags)
{
	return map->ops->pop(map, value);
}

static int next_key(struct ab_map *map, const void *key, void *next)
{
	return -EINVAL;
}

#define QUEUE_OPS(name, number) \
	const struct ab_map_ops ab_##name##_ops = { \
		.type = number, \
		.check = check, \
		.create = create, \
		.destroy = destroy, \
		.push = push, \
		.pop = name##_pop, \
		.peek = name##_peek, \
		.next_key = next_key, \
		.user_lookup = user_lookup, \
		.user_update = user_update, \
		.user_delete = user_delete, \
		.user_lookup_delete = user_lookup_delete, \
	}

QUEUE_OPS(queue, ALTBPF_MAP_TYPE_QUEUE);
QUEUE_OPS(stack, ALTBPF_MAP_TYPE_STACK);
