// SPDX-License-Identifier: GPL-2.0
/*
 * What all kinds of maps have in common: creation, references, numbers, the end. Used by dev/ and
 * load/ through map.h; descriptors are in map_file.c, the system-call side of elements in
 * map_user.c. Proved by selftests/kernel/map_*.c.
 */
#include <linux/ctype.h>
#include <linux/nodemask.h>
#include <linux/string.h>
#include "core/btf/btf.h"
#include "maps/area.h"
#include "maps/create.h"
#include "maps/map_file.h"
#include "object/btf.h"
#include "object/ids.h"

static struct ab_ids map_ids = AB_IDS_INIT(map_ids);
static struct workqueue_struct *destroyer;

void ab_map_init(struct ab_map *map, const union altbpf_attr *attr, const struct ab_map_ops *ops)
{
	struct ab_map_desc *desc = &map->desc;

	map->ops = ops;
	map->numa_node = ab_map_node(attr);
	desc->type = attr->map_create.map_type;
	desc->key_size = attr->map_create.key_size;
	desc->value_size = attr->map_create.value_size;
	desc->max_entries = attr->map_create.max_entries;
	desc->flags = attr->map_create.map_flags;
	desc->map_extra = attr->map_create.map_extra;
	desc->addr = (u64)(uintptr_t)map;
	desc->fn[AB_MAP_FN_LOOKUP] = (u64)(uintptr_t)ops->lookup;
	desc->fn[AB_MAP_FN_UPDATE] = (u64)(uintptr_t)ops->update;
	desc->fn[AB_MAP_FN_DELETE] = (u64)(uintptr_t)ops->delete;
	desc->fn[AB_MAP_FN_PUSH] = (u64)(uintptr_t)ops->push;
	desc->fn[AB_MAP_FN_POP] = (u64)(uintptr_t)ops->pop;
	desc->fn[AB_MAP_FN_PEEK] = (u64)(uintptr_t)ops->peek;
	desc->fn[AB_MAP_FN_LOOKUP_PERCPU] = (u64)(uintptr_t)ops->lookup_percpu;
}

/* A name is letters, digits, '_' and '.', NUL-terminated, zeroes behind. */
static int copy_name(char *to, const char *from)
{
	u32 i, len = strnlen(from, ALTBPF_OBJ_NAME_LEN);

	if (len == ALTBPF_OBJ_NAME_LEN)
		return -EINVAL;
	for (i = 0; i < len; i++)
		if (!isalnum(from[i]) && from[i] != '_' && from[i] != '.')
			return -EINVAL;
	memset(to, 0, ALTBPF_OBJ_NAME_LEN);
	memcpy(to, from, len);
	return 0;
}

static bool is_array_kind(u32 type)
{
	return type == ALTBPF_MAP_TYPE_ARRAY || type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;
}

/* Do the types fit the sizes? Kinds other than hashes and arrays take none. */
static int check_types(const struct ab_map_desc *desc, const struct ab_btf *btf, u32 key_id, u32 value_id)
{
	const struct ab_btf_type *type;

	switch (desc->type) {
	case ALTBPF_MAP_TYPE_HASH:
	case ALTBPF_MAP_TYPE_PERCPU_HASH:
	case ALTBPF_MAP_TYPE_LRU_HASH:
	case ALTBPF_MAP_TYPE_LRU_PERCPU_HASH:
	case ALTBPF_MAP_TYPE_ARRAY:
	case ALTBPF_MAP_TYPE_PERCPU_ARRAY:
		break;
	default:
		return -ENOTSUPP;
	}
	if (ab_btf_size(btf, value_id) != desc->value_size)
		return -EINVAL;
	if (!key_id) {
		/* The sections of an object (.data, .rodata, .bss) have no key. */
		type = ab_btf_type_at(btf, value_id);
		return desc->type == ALTBPF_MAP_TYPE_ARRAY && desc->max_entries == 1 && type &&
		       AB_BTF_KIND(type->info) == AB_BTF_DATASEC ? 0 : -EINVAL;
	}
	if (ab_btf_size(btf, key_id) != desc->key_size)
		return -EINVAL;
	if (is_array_kind(desc->type)) {
		type = ab_btf_skip(btf, key_id, NULL);
		if (!type || AB_BTF_KIND(type->info) != AB_BTF_INT)
			return -EINVAL;
	}
	return 0;
}

static int attach_btf(struct ab_map *map, const union altbpf_attr *attr)
{
	u32 key_id = attr->map_create.btf_key_type_id, value_id = attr->map_create.btf_value_type_id;
	struct ab_btf_obj *btf;
	int err;

	if (!key_id && !value_id)
		return 0;
	btf = ab_btf_obj_get_fd(attr->map_create.btf_fd);
	if (IS_ERR(btf))
		return PTR_ERR(btf);
	err = check_types(&map->desc, btf->btf, key_id, value_id);
	if (err) {
		ab_btf_obj_put(btf);
		return err;
	}
	map->btf = btf;
	map->desc.btf = btf->btf;
	map->desc.btf_key_type_id = key_id;
	map->desc.btf_value_type_id = value_id;
	return 0;
}

/* What holds for every kind; in mainline's order, for the same errno. */
static int check_attr(const union altbpf_attr *attr)
{
	int node = ab_map_node(attr);
	int flags;

	if (attr->map_create.value_type_btf_obj_fd || attr->map_create.map_token_fd ||
	    attr->map_create.excl_prog_hash || attr->map_create.excl_prog_hash_size)
		return -EINVAL;
	if (attr->map_create.btf_vmlinux_value_type_id)
		return -EINVAL;
	if (attr->map_create.btf_key_type_id && !attr->map_create.btf_value_type_id)
		return -EINVAL;
	if (attr->map_create.map_extra)
		return -EINVAL;
	flags = ab_map_open_flags(attr->map_create.map_flags);
	if (flags < 0)
		return flags;
	if (node != NUMA_NO_NODE && ((u32)node >= MAX_NUMNODES || !node_online(node)))
		return -EINVAL;
	/* Offloading to a device (map_ifindex) and maps of maps. */
	if (attr->map_create.map_ifindex)
		return -EINVAL;
	return 0;
}

struct ab_map *ab_map_create(const union altbpf_attr *attr)
{
	const struct ab_map_ops *ops;
	struct ab_map *map;
	int err;

	err = check_attr(attr);
	if (err)
		return ERR_PTR(err);
	ops = ab_map_ops_find(attr->map_create.map_type);
	if (!ops)
		return ERR_PTR(-EINVAL);
	err = ops->check(attr);
	if (err)
		return ERR_PTR(err);
	map = ops->create(attr);
	if (IS_ERR(map))
		return map;
	atomic64_set(&map->ref, 1);
	atomic64_set(&map->user_ref, 0);
	atomic64_set(&map->writers, 0);
	mutex_init(&map->freeze_lock);
	err = copy_name(map->desc.name, attr->map_create.map_name);
	if (!err)
		err = attach_btf(map, attr);
	if (err) {
		/* Nobody has seen it: no grace period. */
		map->ops->destroy(map);
		return ERR_PTR(err);
	}
	return map;
}

int ab_map_publish(struct ab_map *map)
{
	return ab_ids_add(&map_ids, map, &map->desc.id);
}

void ab_map_get(struct ab_map *map)
{
	atomic64_inc(&map->ref);
}

static void destroy_work(struct work_struct *work)
{
	struct ab_map *map = container_of(work, struct ab_map, work);
	struct ab_btf_obj *btf = map->btf;

	map->ops->destroy(map);
	ab_btf_obj_put(btf);
}

/* Programs that ran when the last reference went are done now; destroying may sleep. */
static void destroy_rcu(struct rcu_head *rcu)
{
	struct ab_map *map = container_of(rcu, struct ab_map, rcu);

	INIT_WORK(&map->work, destroy_work);
	queue_work(destroyer, &map->work);
}

void ab_map_put(struct ab_map *map)
{
	if (!atomic64_dec_and_test(&map->ref))
		return;
	ab_ids_remove(&map_ids, map->desc.id);
	call_rcu(&map->rcu, destroy_rcu);
}

static bool try_get(void *obj)
{
	return atomic64_inc_not_zero(&((struct ab_map *)obj)->ref);
}

struct ab_map *ab_map_get_id(u32 id)
{
	return ab_ids_get(&map_ids, id, try_get);
}

int ab_map_next_id(u32 start, u32 *next)
{
	return ab_ids_next(&map_ids, start, next);
}

int ab_maps_init(void)
{
	destroyer = alloc_workqueue("altbpf_maps", WQ_UNBOUND, 0);
	return destroyer ? 0 : -ENOMEM;
}

void ab_maps_exit(void)
{
	/* Descriptors hold the module, so no map is left but those on their way out. */
	rcu_barrier();
	destroy_workqueue(destroyer);
	rcu_barrier();
}
