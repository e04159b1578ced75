// SPDX-License-Identifier: GPL-2.0
/* Maps of the corpus runner, for umap.h. */
#include <linux/kernel.h>
#include "umap.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool is_array(const struct umap *map)
{
	return map->desc.type == ALTBPF_MAP_TYPE_ARRAY || map->desc.type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;
}

static u8 *value_at(const struct umap *map, u32 i)
{
	return map->values + (size_t)i * map->desc.elem_size;
}

static u8 *key_at(const struct umap *map, u32 i)
{
	return map->keys + (size_t)i * map->desc.key_size;
}

static s64 find(const struct umap *map, const void *key)
{
	u32 i;

	if (is_array(map)) {
		memcpy(&i, key, sizeof(i));
		return i < map->desc.max_entries ? (s64)i : -1;
	}
	for (i = 0; i < map->desc.max_entries; i++)
		if (map->used[i] && !memcmp(key_at(map, i), key, map->desc.key_size))
			return i;
	return -1;
}

static s64 find_free(const struct umap *map)
{
	u32 i;

	for (i = 0; i < map->desc.max_entries; i++)
		if (!map->used[i])
			return i;
	return -1;
}

void *umap_lookup(struct umap *map, const void *key)
{
	s64 i = find(map, key);

	return i < 0 ? NULL : value_at(map, i);
}

long umap_update(struct umap *map, const void *key, const void *value, u64 flags)
{
	s64 i = find(map, key);

	if (i >= 0 && flags == ALTBPF_NOEXIST)
		return -EEXIST;
	if (i < 0 && flags == ALTBPF_EXIST)
		return -ENOENT;
	if (i < 0)
		i = is_array(map) ? -1 : find_free(map);
	if (i < 0)
		return -E2BIG;
	if (!is_array(map))
		memcpy(key_at(map, i), key, map->desc.key_size);
	map->used[i] = true;
	memcpy(value_at(map, i), value, map->desc.value_size);
	return 0;
}

static long delete(struct umap *map, const void *key)
{
	s64 i = find(map, key);

	if (is_array(map))
		return -EINVAL;
	if (i < 0)
		return -ENOENT;
	map->used[i] = false;
	return 0;
}

static long push(struct umap *map, const void *value, u64 flags)
{
	u32 cap = map->desc.max_entries;

	if (map->cnt == cap)
		return -E2BIG;
	memcpy(value_at(map, (map->head + map->cnt++) % cap), value, map->desc.value_size);
	return 0;
}

static long peek(struct umap *map, void *value)
{
	bool is_queue = map->desc.type == ALTBPF_MAP_TYPE_QUEUE;
	u32 at = is_queue ? map->head : map->head + map->cnt - 1;

	memset(value, 0, map->desc.value_size);
	if (!map->cnt)
		return -ENOENT;
	memcpy(value, value_at(map, at % map->desc.max_entries), map->desc.value_size);
	return 0;
}

static long pop(struct umap *map, void *value)
{
	long err = peek(map, value);

	if (err)
		return err;
	map->cnt--;
	if (map->desc.type == ALTBPF_MAP_TYPE_QUEUE)
		map->head = (map->head + 1) % map->desc.max_entries;
	return 0;
}

static void *lookup_percpu(struct umap *map, const void *key, u32 cpu)
{
	return cpu ? NULL : umap_lookup(map, key);
}

static void describe(struct umap *map, const struct corpus_map *spec)
{
	struct ab_map_desc *desc = &map->desc;

	desc->type = spec->type;
	desc->key_size = spec->key_size;
	desc->value_size = spec->value_size;
	desc->max_entries = spec->max_entries;
	desc->flags = spec->flags;
	strcpy(desc->name, spec->name);
	desc->elem_size = round_up(spec->value_size, 8);
	desc->addr = (u64)map;
	if (spec->type == ALTBPF_MAP_TYPE_RINGBUF)
		return;
	desc->fn[AB_MAP_FN_LOOKUP] = (u64)umap_lookup;
	desc->fn[AB_MAP_FN_UPDATE] = (u64)umap_update;
	desc->fn[AB_MAP_FN_DELETE] = (u64)delete;
	desc->fn[AB_MAP_FN_PUSH] = (u64)push;
	desc->fn[AB_MAP_FN_POP] = (u64)pop;
	desc->fn[AB_MAP_FN_PEEK] = (u64)peek;
	desc->fn[AB_MAP_FN_LOOKUP_PERCPU] = (u64)lookup_percpu;
}

/* Ring buffers keep their bytes in values; every other kind has max_entries elements. */
static bool allocate(struct umap *map)
{
	struct ab_map_desc *desc = &map->desc;
	u32 cnt = desc->max_entries;

	if (desc->type == ALTBPF_MAP_TYPE_RINGBUF) {
		map->values = calloc(cnt, 1);
		return map->values;
	}
	map->values = calloc(cnt, desc->elem_size + 1);
	map->keys = calloc(cnt, desc->key_size + 1);
	map->used = calloc(cnt, 1);
	map->slots = calloc(cnt, sizeof(*map->slots));
	if (!map->values || !map->keys || !map->used || !map->slots)
		return false;
	if (desc->type == ALTBPF_MAP_TYPE_PROG_ARRAY)
		desc->slots = (u64)map->slots;
	if (desc->type == ALTBPF_MAP_TYPE_ARRAY) {
		desc->value_addr = (u64)map->values;
		desc->inl = AB_MAP_INLINE_ARRAY;
		desc->elems = (u64)map->values;
	}
	return true;
}

struct umap *umap_create(const struct corpus_map *spec)
{
	struct umap *map = calloc(1, sizeof(*map));

	if (!map)
		return NULL;
	describe(map, spec);
	if (!allocate(map)) {
		umap_free(map);
		return NULL;
	}
	if (spec->frozen) {
		memcpy(map->values, spec->frozen, spec->value_size);
		map->desc.frozen = true;
		map->desc.contents = map->values;
	}
	return map;
}

void umap_free(struct umap *map)
{
	free(map->keys);
	free(map->values);
	free(map->used);
	free(map->slots);
	free(map);
}
