// SPDX-License-Identifier: GPL-2.0
/*
 * Elements as system calls see them: a kind's own operation, else what programs use, under RCU and
 * with preemption off. Keys and values are kernel buffers. Proved by selftests/kernel/map_*.c.
 */
#include <linux/string.h>
#include "maps/map_file.h"

static bool is_percpu(u32 type)
{
	return type == ALTBPF_MAP_TYPE_PERCPU_HASH || type == ALTBPF_MAP_TYPE_LRU_PERCPU_HASH ||
	       type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;
}

u32 ab_map_user_value_size(const struct ab_map *map)
{
	if (is_percpu(map->desc.type))
		return round_up(map->desc.value_size, 8) * num_possible_cpus();
	return map->desc.value_size;
}

int ab_map_user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	void *from;
	int err = -ENOENT;

	if (flags)
		return -EINVAL;
	if (map->ops->user_lookup)
		return map->ops->user_lookup(map, key, value, flags);
	if (!map->ops->lookup)
		return -ENOTSUPP;
	rcu_read_lock();
	from = map->ops->lookup(map, key);
	if (from) {
		memcpy(value, from, map->desc.value_size);
		err = 0;
	}
	rcu_read_unlock();
	return err;
}

static int update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	int err;

	if (map->ops->user_update)
		return map->ops->user_update(map, key, value, flags);
	if (!map->ops->update)
		return -ENOTSUPP;
	rcu_read_lock();
	err = map->ops->update(map, key, value, flags);
	rcu_read_unlock();
	return err;
}

int ab_map_user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	int err;

	if (flags & ALTBPF_F_LOCK)
		return -EINVAL;
	if (!ab_map_write_begin(map))
		return -EPERM;
	err = update(map, key, value, flags);
	ab_map_write_end(map);
	return err;
}

static int delete(struct ab_map *map, const void *key)
{
	int err;

	if (map->ops->user_delete)
		return map->ops->user_delete(map, key);
	if (!map->ops->delete)
		return -ENOTSUPP;
	rcu_read_lock();
	err = map->ops->delete(map, key);
	rcu_read_unlock();
	return err;
}

int ab_map_user_delete(struct ab_map *map, const void *key)
{
	int err;

	if (!ab_map_write_begin(map))
		return -EPERM;
	err = delete(map, key);
	ab_map_write_end(map);
	return err;
}

int ab_map_user_next_key(struct ab_map *map, const void *key, void *next)
{
	return map->ops->next_key ? map->ops->next_key(map, key, next) : -ENOTSUPP;
}

int ab_map_user_lookup_delete(struct ab_map *map, const void *key, void *value, u64 flags)
{
	int err;

	if (flags)
		return -EINVAL;
	if (!map->ops->user_lookup_delete)
		return -ENOTSUPP;
	if (!ab_map_write_begin(map))
		return -EPERM;
	err = map->ops->user_lookup_delete(map, key, value, flags);
	ab_map_write_end(map);
	return err;
}
