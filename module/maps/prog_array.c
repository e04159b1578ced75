// SPDX-License-Identifier: GPL-2.0
/*
 * prog_array: where tail calls go. Slots are pointers to struct ab_tail_target that running code
 * reads; programs are load/'s, reached by operations that it registers. A program may hold the map
 * that holds the program, so the slots are cleared when the last descriptor goes.
 * Proved by selftests/kernel/map_prog_array.c.
 */
#include "maps/area.h"
#include "maps/array.h"
#include "maps/create.h"

struct ab_prog_array {
	struct ab_map map;
	struct ab_tail_target **slots;
};

static const struct ab_map_prog_ops *prog_ops;

void ab_map_set_prog_ops(const struct ab_map_prog_ops *ops)
{
	prog_ops = ops;
}

static struct ab_prog_array *array_of(struct ab_map *map)
{
	return container_of(map, struct ab_prog_array, map);
}

static int check(const union altbpf_attr *attr)
{
	if (attr->map_create.value_size != sizeof(u32))
		return -EINVAL;
	/* What a program may do with it is not a matter of values. */
	if (attr->map_create.map_flags & (ALTBPF_F_RDONLY_PROG | ALTBPF_F_WRONLY_PROG))
		return -EINVAL;
	return ab_array_check(attr);
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	struct ab_prog_array *array = kzalloc(sizeof(*array), AB_GFP_MAP);
	u64 bytes = (u64)attr->map_create.max_entries * sizeof(*array->slots);

	if (!array)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&array->map, attr, &ab_prog_array_ops);
	array->slots = ab_area_alloc(bytes, array->map.numa_node);
	if (!array->slots) {
		kfree(array);
		return ERR_PTR(-ENOMEM);
	}
	array->map.bytes = sizeof(*array) + bytes;
	array->map.desc.slots = (u64)(uintptr_t)array->slots;
	return &array->map;
}

static bool set_slot(struct ab_prog_array *array, u32 index, struct ab_tail_target *target)
{
	target = xchg(&array->slots[index], target);
	if (target)
		prog_ops->put(target);
	return target;
}

static void clear(struct ab_map *map)
{
	u32 i;

	for (i = 0; i < map->desc.max_entries; i++) {
		set_slot(array_of(map), i, NULL);
		cond_resched();
	}
}

static void destroy(struct ab_map *map)
{
	clear(map);
	kvfree(array_of(map)->slots);
	kfree(array_of(map));
}

static int user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	u32 index = *(const u32 *)key;
	struct ab_tail_target *target = NULL;

	/* Targets go only after a grace period. */
	rcu_read_lock();
	if (index < map->desc.max_entries)
		target = READ_ONCE(array_of(map)->slots[index]);
	if (target)
		*(u32 *)value = prog_ops->id(target);
	rcu_read_unlock();
	return target ? 0 : -ENOENT;
}

/*
 * Counts as a descriptor while it works: the caller's may be closed by another thread, and what is
 * stored behind that clearing would hold itself for ever.
 */
static int user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	u32 index = *(const u32 *)key;
	struct ab_tail_target *target;

	if (flags != ALTBPF_ANY)
		return -EINVAL;
	if (index >= map->desc.max_entries)
		return -E2BIG;
	if (!prog_ops)
		return -EINVAL;
	target = prog_ops->get_fd(map, *(const u32 *)value);
	if (IS_ERR(target))
		return PTR_ERR(target);
	atomic64_inc(&map->user_ref);
	set_slot(array_of(map), index, target);
	if (atomic64_dec_and_test(&map->user_ref))
		clear(map);
	return 0;
}

static int user_delete(struct ab_map *map, const void *key)
{
	u32 index = *(const u32 *)key;

	if (index >= map->desc.max_entries)
		return -E2BIG;
	return set_slot(array_of(map), index, NULL) ? 0 : -ENOENT;
}

const struct ab_map_ops ab_prog_array_ops = {
	.type = ALTBPF_MAP_TYPE_PROG_ARRAY,
	.check = check,
	.create = create,
	.destroy = destroy,
	.next_key = ab_array_next_key,
	.user_lookup = user_lookup,
	.user_update = user_update,
	.user_delete = user_delete,
	.release_user = clear,
};
