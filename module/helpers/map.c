// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers on maps. Engines that know the map call its own function instead (struct ab_map_desc);
 * these are for calls whose map differs from path to path. Proved by selftests/kernel/map_*.c.
 */
#include <linux/errno.h>
#include "helpers/helpers.h"
#include "maps/map.h"

static struct ab_map *map_of(u64 r1)
{
	return (struct ab_map *)(uintptr_t)r1;
}

static void *ptr(u64 reg)
{
	return (void *)(uintptr_t)reg;
}

AB_HELPER(map_lookup_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->lookup ? (u64)(uintptr_t)map->ops->lookup(map, ptr(r2)) : 0;
}

AB_HELPER(map_update_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->update ? map->ops->update(map, ptr(r2), ptr(r3), r4) : -ENOTSUPP;
}

AB_HELPER(map_delete_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->delete ? map->ops->delete(map, ptr(r2)) : -ENOTSUPP;
}

AB_HELPER(map_push_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->push ? map->ops->push(map, ptr(r2), r3) : -ENOTSUPP;
}

AB_HELPER(map_pop_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->pop ? map->ops->pop(map, ptr(r2)) : -ENOTSUPP;
}

AB_HELPER(map_peek_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->peek ? map->ops->peek(map, ptr(r2)) : -ENOTSUPP;
}

AB_HELPER(map_lookup_percpu_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->lookup_percpu ? (u64)(uintptr_t)map->ops->lookup_percpu(map, ptr(r2), r3) : 0;
}

AB_HELPER(for_each_map_elem)
{
	struct ab_map *map = map_of(r1);

	return map->ops->for_each ? map->ops->for_each(map, r2, ptr(r3), r4) : -EINVAL;
}
