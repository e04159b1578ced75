// SPDX-License-Identifier: GPL-2.0
/*
 * The offline backend's maps and types: only what the verifier wants to know of a map, and the contents of
 * arrays of one element. Built as the core is (hermetic).
 */
#include <linux/errno.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "core/btf/btf.h"
#include "core/spec/map_type.h"
#include "offline_core.h"

#define PAGE_BYTES 4096

static bool is_ringbuf_size(u32 n)
{
	return n >= PAGE_BYTES && !(n & (n - 1));
}

/* The sizes that a kind can have; the kernel's kinds check the same before they allocate. */
static int check_sizes(const union altbpf_attr *attr, const struct ab_map_type *type)
{
	bool is_array = attr->map_create.map_type == ALTBPF_MAP_TYPE_ARRAY ||
			attr->map_create.map_type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;

	if (!attr->map_create.max_entries)
		return -EINVAL;
	if (attr->map_create.map_type == ALTBPF_MAP_TYPE_RINGBUF) {
		if (attr->map_create.key_size || attr->map_create.value_size ||
		    !is_ringbuf_size(attr->map_create.max_entries))
			return -EINVAL;
		return 0;
	}
	if (!attr->map_create.value_size || !attr->map_create.key_size != type->keyless)
		return -EINVAL;
	if ((is_array || attr->map_create.map_type == ALTBPF_MAP_TYPE_PROG_ARRAY) &&
	    attr->map_create.key_size != 4)
		return -EINVAL;
	if (attr->map_create.key_size > AB_MAX_STACK || attr->map_create.value_size > 1U << 30)
		return -E2BIG;
	return 0;
}

int ab_offline_map_new(const union altbpf_attr *attr, const struct ab_offline_fds *fds, __u32 id,
		       struct ab_offline_map **out)
{
	const struct ab_map_type *type = ab_map_type_find(attr->map_create.map_type);
	const struct ab_btf *btf = NULL;
	struct ab_offline_map *map;
	int err;

	if (!type || !type->implemented)
		return -EINVAL;
	err = check_sizes(attr, type);
	if (err)
		return err;
	if (attr->map_create.btf_key_type_id || attr->map_create.btf_value_type_id) {
		btf = fds->btf((int)attr->map_create.btf_fd);
		if (!btf)
			return -EBADF;
	}
	map = kzalloc(sizeof(*map), GFP_KERNEL);
	if (!map)
		return -ENOMEM;
	if (attr->map_create.map_type == ALTBPF_MAP_TYPE_ARRAY && attr->map_create.max_entries == 1) {
		map->value = kvzalloc(attr->map_create.value_size, GFP_KERNEL);
		if (!map->value) {
			kfree(map);
			return -ENOMEM;
		}
	}
	map->desc.type = attr->map_create.map_type;
	map->desc.key_size = attr->map_create.key_size;
	map->desc.value_size = attr->map_create.value_size;
	map->desc.max_entries = attr->map_create.max_entries;
	map->desc.flags = attr->map_create.map_flags;
	map->desc.map_extra = attr->map_create.map_extra;
	map->desc.id = id;
	strscpy(map->desc.name, attr->map_create.map_name, sizeof(map->desc.name));
	map->desc.btf = btf;
	map->desc.btf_key_type_id = attr->map_create.btf_key_type_id;
	map->desc.btf_value_type_id = attr->map_create.btf_value_type_id;
	/* Nothing runs: the addresses only have to be there. */
	map->desc.addr = (u64)(uintptr_t)map;
	map->desc.value_addr = type->direct_value ? (u64)(uintptr_t)map->value ?: map->desc.addr : 0;
	*out = map;
	return 0;
}

/* Contents matter to the verifier only where they can be constants; other updates are taken and forgotten. */
int ab_offline_map_update(struct ab_offline_map *map, const union altbpf_attr *attr)
{
	if (map->desc.frozen || (map->desc.flags & ALTBPF_F_RDONLY))
		return -EPERM;
	if (!map->value)
		return 0;
	if (!attr->map_elem.key || !attr->map_elem.value)
		return -EFAULT;
	if (*(const u32 *)(uintptr_t)attr->map_elem.key != 0)
		return -E2BIG;
	memcpy(map->value, (const void *)(uintptr_t)attr->map_elem.value, map->desc.value_size);
	return 0;
}

int ab_offline_map_lookup(struct ab_offline_map *map, const union altbpf_attr *attr)
{
	if (!map->value)
		return -ENOENT;
	if (!attr->map_elem.key || !attr->map_elem.value)
		return -EFAULT;
	if (*(const u32 *)(uintptr_t)attr->map_elem.key != 0)
		return -ENOENT;
	memcpy((void *)(uintptr_t)attr->map_elem.value, map->value, map->desc.value_size);
	return 0;
}

int ab_offline_map_freeze(struct ab_offline_map *map)
{
	if (map->desc.frozen)
		return -EBUSY;
	map->desc.frozen = true;
	if (map->desc.flags & ALTBPF_F_RDONLY_PROG)
		map->desc.contents = map->value;
	return 0;
}

void ab_offline_map_info(const struct ab_offline_map *map, struct altbpf_map_info *info)
{
	memset(info, 0, sizeof(*info));
	info->type = map->desc.type;
	info->id = map->desc.id;
	info->key_size = map->desc.key_size;
	info->value_size = map->desc.value_size;
	info->max_entries = map->desc.max_entries;
	info->map_flags = map->desc.flags;
	memcpy(info->name, map->desc.name, sizeof(info->name));
	info->btf_key_type_id = map->desc.btf_key_type_id;
	info->btf_value_type_id = map->desc.btf_value_type_id;
	info->map_extra = map->desc.map_extra;
}

int ab_offline_btf_new(const union altbpf_attr *attr, const struct ab_offline_log *log, struct ab_btf **out)
{
	struct ab_log core_log = { .level = log->level, .write = log->write, .ctx = log->ctx };
	struct ab_btf *btf;

	if (!attr->btf_load.btf)
		return -EFAULT;
	btf = ab_btf_parse((const void *)(uintptr_t)attr->btf_load.btf, attr->btf_load.btf_size,
			   log->level ? &core_log : NULL);
	if (IS_ERR(btf))
		return (int)PTR_ERR(btf);
	*out = btf;
	return 0;
}

const void *ab_offline_btf_data(const struct ab_btf *btf, __u32 *size)
{
	return ab_btf_data(btf, size);
}
