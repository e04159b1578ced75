// SPDX-License-Identifier: GPL-2.0
/*
 * array: values side by side, found by index. The JIT looks up without a call. With MMAPABLE the
 * values are pages of their own that user space can map. Proved by selftests/kernel/map_array.c.
 */
#include <linux/string.h>
#include "core/interp/interp.h"
#include "maps/area.h"
#include "maps/array.h"
#include "maps/copy.h"
#include "maps/create.h"
#include "maps/pages.h"

/**
 * struct ab_array - an array
 * @values: elem_size bytes each, zeroed
 * @bytes: of @values, whole pages with MMAPABLE
 * @pages: behind @values with MMAPABLE
 */
struct ab_array {
	struct ab_map map;
	u8 *values;
	u64 bytes;
	struct ab_pages pages;
};

static struct ab_array *array_of(struct ab_map *map)
{
	return container_of(map, struct ab_array, map);
}

int ab_array_check(const union altbpf_attr *attr)
{
	u32 flags = attr->map_create.map_flags;
	bool percpu = attr->map_create.map_type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;

	if (!attr->map_create.max_entries || attr->map_create.key_size != 4 ||
	    !attr->map_create.value_size || !ab_map_access_ok(flags) ||
	    flags & ~(ALTBPF_F_NUMA_NODE | ALTBPF_F_MMAPABLE | ALTBPF_F_INNER_MAP | AB_MAP_ACCESS_FLAGS))
		return -EINVAL;
	if (percpu && ab_map_node(attr) != NUMA_NO_NODE)
		return -EINVAL;
	if (attr->map_create.map_type != ALTBPF_MAP_TYPE_ARRAY &&
	    flags & (ALTBPF_F_MMAPABLE | ALTBPF_F_INNER_MAP))
		return -EINVAL;
	if (attr->map_create.value_size > INT_MAX)
		return -E2BIG;
	if (percpu && round_up(attr->map_create.value_size, 8) > PCPU_MIN_UNIT_SIZE)
		return -E2BIG;
	return 0;
}

static void destroy(struct ab_map *map)
{
	struct ab_array *array = array_of(map);

	if (map->desc.flags & ALTBPF_F_MMAPABLE)
		ab_pages_destroy(&array->pages, array->values);
	else
		kvfree(array->values);
	kfree(array);
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	u64 stride = round_up((u64)attr->map_create.value_size, 8);
	u64 bytes = stride * attr->map_create.max_entries;
	struct ab_array *array = kzalloc(sizeof(*array), AB_GFP_MAP);

	if (!array)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&array->map, attr, &ab_array_ops);
	array->bytes = bytes;
	if (attr->map_create.map_flags & ALTBPF_F_MMAPABLE) {
		array->bytes = PAGE_ALIGN(bytes);
		array->values = ab_pages_create(&array->pages, array->bytes >> PAGE_SHIFT, 0,
						array->map.numa_node);
	} else {
		array->values = ab_area_alloc(bytes, array->map.numa_node);
	}
	if (!array->values) {
		kfree(array);
		return ERR_PTR(-ENOMEM);
	}
	array->map.bytes = sizeof(*array) + array->bytes;
	if (attr->map_create.max_entries == 1)
		array->map.desc.value_addr = (u64)(uintptr_t)array->values;
	array->map.desc.elems = (u64)(uintptr_t)array->values;
	/* An element of 4 GiB or more does not fit the inline form; INT_MAX rounded up does. */
	array->map.desc.elem_size = stride;
	array->map.desc.inl = AB_MAP_INLINE_ARRAY;
	return &array->map;
}

static void *lookup(struct ab_map *map, const void *key)
{
	u32 index = *(const u32 *)key;

	if (unlikely(index >= map->desc.max_entries))
		return NULL;
	return array_of(map)->values + (u64)index * map->desc.elem_size;
}

static long update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	void *to = lookup(map, key);

	if (unlikely(flags > ALTBPF_EXIST))
		return -EINVAL;
	if (unlikely(!to))
		return -E2BIG;
	if (unlikely(flags == ALTBPF_NOEXIST))
		return -EEXIST;
	ab_copy(to, value, map->desc.value_size);
	return 0;
}

long ab_array_delete(struct ab_map *map, const void *key)
{
	return -EINVAL;
}

int ab_array_next_key(struct ab_map *map, const void *key, void *next)
{
	u32 index = key ? *(const u32 *)key : U32_MAX;

	if (index >= map->desc.max_entries) {
		*(u32 *)next = 0;
		return 0;
	}
	if (index == map->desc.max_entries - 1)
		return -ENOENT;
	*(u32 *)next = index + 1;
	return 0;
}

static long for_each(struct ab_map *map, u64 callback, void *ctx, u64 flags)
{
	u8 *value = array_of(map)->values;
	u32 index;

	if (flags)
		return -EINVAL;
	for (index = 0; index < map->desc.max_entries; index++, value += map->desc.elem_size) {
		u32 key = index;

		if (ab_callback(callback, (u64)(uintptr_t)map, (u64)(uintptr_t)&key,
				(u64)(uintptr_t)value, (u64)(uintptr_t)ctx, 0))
			return (long)index + 1;
	}
	return index;
}

/* A frozen value that programs cannot write either is a constant: the verifier may read it. */
static int freeze(struct ab_map *map)
{
	if (map->desc.max_entries == 1 && map->desc.flags & ALTBPF_F_RDONLY_PROG)
		map->desc.contents = array_of(map)->values;
	return 0;
}

static int mmap(struct ab_map *map, struct vm_area_struct *vma)
{
	struct ab_array *array = array_of(map);
	u64 len = vma->vm_end - vma->vm_start;

	if (!(map->desc.flags & ALTBPF_F_MMAPABLE))
		return -EINVAL;
	if (vma->vm_pgoff > array->bytes >> PAGE_SHIFT || len > array->bytes - ((u64)vma->vm_pgoff << PAGE_SHIFT))
		return -EINVAL;
	return remap_vmalloc_range(vma, array->values, vma->vm_pgoff);
}

const struct ab_map_ops ab_array_ops = {
	.type = ALTBPF_MAP_TYPE_ARRAY,
	.check = ab_array_check,
	.create = create,
	.destroy = destroy,
	.lookup = lookup,
	.update = update,
	.delete = ab_array_delete,
	.for_each = for_each,
	.next_key = ab_array_next_key,
	.freeze = freeze,
	.mmap = mmap,
};
