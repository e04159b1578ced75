// SPDX-License-Identifier: GPL-2.0
/*
 * percpu_array: every index has a value per CPU. A table of per-CPU pointers, one an element,
 * which the JIT reads itself. Proved by selftests/kernel/map_array.c.
 */
#include <linux/percpu.h>
#include <linux/sched/signal.h>
#include <linux/string.h>
#include "core/interp/interp.h"
#include "maps/area.h"
#include "maps/array.h"
#include "maps/copy.h"
#include "maps/create.h"

struct ab_percpu_array {
	struct ab_map map;
	u64 *values; /* per-CPU pointers as numbers, max_entries of them */
};

static struct ab_percpu_array *array_of(struct ab_map *map)
{
	return container_of(map, struct ab_percpu_array, map);
}

static void __percpu *value_at(struct ab_map *map, const void *key)
{
	u32 index = *(const u32 *)key;

	if (unlikely(index >= map->desc.max_entries))
		return NULL;
	return (void __percpu *)(uintptr_t)array_of(map)->values[index];
}

static void destroy(struct ab_map *map)
{
	struct ab_percpu_array *array = array_of(map);
	u32 i;

	for (i = 0; array->values && i < map->desc.max_entries; i++) {
		free_percpu((void __percpu *)(uintptr_t)array->values[i]);
		cond_resched();
	}
	kvfree(array->values);
	kfree(array);
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	u32 size = round_up(attr->map_create.value_size, 8), i;
	struct ab_percpu_array *array = kzalloc(sizeof(*array), AB_GFP_MAP);
	void __percpu *value;

	if (!array)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&array->map, attr, &ab_percpu_array_ops);
	array->values = ab_area_alloc((u64)attr->map_create.max_entries * 8, NUMA_NO_NODE);
	if (!array->values)
		goto fail;
	for (i = 0; i < attr->map_create.max_entries; i++) {
		value = __alloc_percpu_gfp(size, 8, AB_GFP_MAP);
		if (!value)
			goto fail;
		array->values[i] = (u64)(uintptr_t)value;
		if (fatal_signal_pending(current))
			goto fail;
		cond_resched();
	}
	array->map.bytes = sizeof(*array) +
			   (u64)attr->map_create.max_entries * (8 + (u64)size * num_possible_cpus());
	array->map.desc.elems = (u64)(uintptr_t)array->values;
	array->map.desc.elem_size = size;
	array->map.desc.inl = AB_MAP_INLINE_PERCPU_ARRAY;
	return &array->map;
fail:
	destroy(&array->map);
	return ERR_PTR(-ENOMEM);
}

static void *lookup(struct ab_map *map, const void *key)
{
	void __percpu *value = value_at(map, key);

	return value ? this_cpu_ptr(value) : NULL;
}

static void *lookup_percpu(struct ab_map *map, const void *key, u32 cpu)
{
	void __percpu *value = value_at(map, key);

	if (!value || cpu >= nr_cpu_ids || !cpu_possible(cpu))
		return NULL;
	return per_cpu_ptr(value, cpu);
}

static long check_flags(void __percpu *value, u64 flags)
{
	if (unlikely(flags > ALTBPF_EXIST))
		return -EINVAL;
	if (unlikely(!value))
		return -E2BIG;
	return flags == ALTBPF_NOEXIST ? -EEXIST : 0;
}

static long update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	void __percpu *to = value_at(map, key);
	long err = check_flags(to, flags);

	if (!err)
		ab_copy(this_cpu_ptr(to), value, map->desc.value_size);
	return err;
}

static int user_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	u32 size = round_up(map->desc.value_size, 8), off = 0;
	void __percpu *from = value_at(map, key);
	int cpu;

	if (!from)
		return -ENOENT;
	for_each_possible_cpu(cpu) {
		memcpy(value + off, per_cpu_ptr(from, cpu), size);
		off += size;
	}
	return 0;
}

static int user_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	u32 size = round_up(map->desc.value_size, 8), off = 0;
	void __percpu *to = value_at(map, key);
	int cpu, err = check_flags(to, flags);

	if (err)
		return err;
	for_each_possible_cpu(cpu) {
		memcpy(per_cpu_ptr(to, cpu), value + off, size);
		off += size;
	}
	return 0;
}

static long for_each(struct ab_map *map, u64 callback, void *ctx, u64 flags)
{
	u32 index;

	if (flags)
		return -EINVAL;
	for (index = 0; index < map->desc.max_entries; index++) {
		u32 key = index;

		if (ab_callback(callback, (u64)(uintptr_t)map, (u64)(uintptr_t)&key,
				(u64)(uintptr_t)lookup(map, &key), (u64)(uintptr_t)ctx, 0))
			return (long)index + 1;
	}
	return index;
}

const struct ab_map_ops ab_percpu_array_ops = {
	.type = ALTBPF_MAP_TYPE_PERCPU_ARRAY,
	.check = ab_array_check,
	.create = create,
	.destroy = destroy,
	.lookup = lookup,
	.update = update,
	.delete = ab_array_delete,
	.lookup_percpu = lookup_percpu,
	.for_each = for_each,
	.next_key = ab_array_next_key,
	.user_lookup = user_lookup,
	.user_update = user_update,
};
