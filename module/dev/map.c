// SPDX-License-Identifier: GPL-2.0
/*
 * Commands on maps: keys and values travel between the user's buffers and ours; what they mean is
 * maps/map.c's business. A descriptor opened for reading or writing only does just that.
 * Proved by selftests/kernel/abi_map.c and map_*.c.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "dev/command.h"
#include "maps/map.h"
#include "object/btf.h"

/* One access: the map and kernel copies of key and value. */
struct access {
	struct ab_map *map;
	void *key; /* NULL where the map has none, or GET_NEXT_KEY wants the first */
	void *value; /* also the next key */
	u32 value_size;
};

int ab_cmd_map_create(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	u32 access = attr->map_create.map_flags & (ALTBPF_F_RDONLY | ALTBPF_F_WRONLY);
	struct ab_map *map;
	int fd;

	map = ab_map_create(attr);
	if (IS_ERR(map))
		return PTR_ERR(map);
	fd = ab_map_new_fd(map, access);
	if (fd < 0)
		ab_map_put(map);
	return fd;
}

static int access_begin(struct access *acc, const union altbpf_attr *attr, fmode_t need)
{
	fmode_t mode;

	memset(acc, 0, sizeof(*acc));
	acc->map = ab_map_get_fd(attr->map_elem.map_fd, &mode);
	if (IS_ERR(acc->map))
		return PTR_ERR(acc->map);
	if ((mode & need) == need)
		return 0;
	ab_map_put(acc->map);
	return -EPERM;
}

static void access_end(struct access *acc)
{
	kvfree(acc->key);
	kvfree(acc->value);
	ab_map_put(acc->map);
}

/* A user buffer of @size bytes; NULL where the map takes none. Return: the copy or ERR_PTR. */
static void *copy_in(u64 user, u32 size)
{
	void *buf;

	if (!size)
		return user ? ERR_PTR(-EINVAL) : NULL;
	buf = kvmalloc(size, GFP_USER | __GFP_NOWARN);
	if (!buf)
		return ERR_PTR(-ENOMEM);
	if (copy_from_user(buf, u64_to_user_ptr(user), size)) {
		kvfree(buf);
		return ERR_PTR(-EFAULT);
	}
	return buf;
}

static int copy_key(struct access *acc, u64 user)
{
	void *key = copy_in(user, acc->map->desc.key_size);

	if (IS_ERR(key))
		return PTR_ERR(key);
	acc->key = key;
	return 0;
}

static int alloc_value(struct access *acc, u32 size)
{
	acc->value_size = size;
	acc->value = kvzalloc(size ?: 1, GFP_USER | __GFP_NOWARN);
	return acc->value ? 0 : -ENOMEM;
}

static int put_value(const struct access *acc, u64 user)
{
	return copy_to_user(u64_to_user_ptr(user), acc->value, acc->value_size) ? -EFAULT : 0;
}

int ab_cmd_map_lookup(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct access acc;
	int err;

	if (attr->map_elem.flags & ~ALTBPF_F_LOCK)
		return -EINVAL;
	err = access_begin(&acc, attr, FMODE_READ);
	if (err)
		return err;
	err = copy_key(&acc, attr->map_elem.key) ?: alloc_value(&acc, ab_map_user_value_size(acc.map));
	if (!err)
		err = ab_map_user_lookup(acc.map, acc.key, acc.value, attr->map_elem.flags);
	if (!err)
		err = put_value(&acc, attr->map_elem.value);
	access_end(&acc);
	return err;
}

int ab_cmd_map_update(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct access acc;
	void *value;
	u32 size;
	int err;

	err = access_begin(&acc, attr, FMODE_WRITE);
	if (err)
		return err;
	err = copy_key(&acc, attr->map_elem.key);
	if (err)
		goto out;
	size = ab_map_user_value_size(acc.map);
	/* Kinds without values ignore what is given. */
	value = size ? copy_in(attr->map_elem.value, size) : NULL;
	if (IS_ERR(value)) {
		err = PTR_ERR(value);
		goto out;
	}
	acc.value = value;
	err = ab_map_user_update(acc.map, acc.key, acc.value, attr->map_elem.flags);
out:
	access_end(&acc);
	return err;
}

int ab_cmd_map_delete(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct access acc;
	int err;

	err = access_begin(&acc, attr, FMODE_WRITE);
	if (err)
		return err;
	err = copy_key(&acc, attr->map_elem.key) ?: ab_map_user_delete(acc.map, acc.key);
	access_end(&acc);
	return err;
}

int ab_cmd_map_next_key(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct access acc;
	int err;

	err = access_begin(&acc, attr, FMODE_READ);
	if (err)
		return err;
	err = attr->map_elem.key ? copy_key(&acc, attr->map_elem.key) : 0;
	if (!err)
		err = alloc_value(&acc, acc.map->desc.key_size);
	if (!err)
		err = ab_map_user_next_key(acc.map, acc.key, acc.value);
	if (!err)
		err = put_value(&acc, attr->map_elem.next_key);
	access_end(&acc);
	return err;
}

int ab_cmd_map_lookup_delete(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct access acc;
	int err;

	if (attr->map_elem.flags & ~ALTBPF_F_LOCK)
		return -EINVAL;
	err = access_begin(&acc, attr, FMODE_READ | FMODE_WRITE);
	if (err)
		return err;
	err = copy_key(&acc, attr->map_elem.key) ?: alloc_value(&acc, ab_map_user_value_size(acc.map));
	if (!err)
		err = ab_map_user_lookup_delete(acc.map, acc.key, acc.value, attr->map_elem.flags);
	if (!err)
		err = put_value(&acc, attr->map_elem.value);
	access_end(&acc);
	return err;
}

int ab_cmd_map_freeze(struct ab_request *req)
{
	struct access acc;
	int err = access_begin(&acc, &req->attr, 0);

	if (err)
		return err;
	err = ab_map_freeze(acc.map);
	access_end(&acc);
	return err;
}

int ab_cmd_map_next_id(struct ab_request *req)
{
	u32 next;
	int err = ab_map_next_id(req->attr.get_id.start_id, &next);

	return err ?: ab_request_put(req, next, get_id.next_id);
}

int ab_cmd_map_fd_by_id(struct ab_request *req)
{
	u32 flags = req->attr.get_id.open_flags;
	struct ab_map *map;
	int fd;

	if (req->attr.get_id.next_id || (flags & ~(ALTBPF_F_RDONLY | ALTBPF_F_WRONLY)) ||
	    flags == (ALTBPF_F_RDONLY | ALTBPF_F_WRONLY))
		return -EINVAL;
	map = ab_map_get_id(req->attr.get_id.map_id);
	if (IS_ERR(map))
		return PTR_ERR(map);
	fd = ab_map_new_fd(map, flags);
	if (fd < 0)
		ab_map_put(map);
	return fd;
}

int ab_info_map(struct ab_request *req, struct ab_map *map)
{
	struct altbpf_map_info info;
	u32 len;
	int err;

	err = ab_info_in(&info, sizeof(info), req, &len);
	if (err)
		return err;
	memset(&info, 0, sizeof(info));
	info.type = map->desc.type;
	info.id = map->desc.id;
	info.key_size = map->desc.key_size;
	info.value_size = map->desc.value_size;
	info.max_entries = map->desc.max_entries;
	info.map_flags = map->desc.flags;
	info.map_extra = map->desc.map_extra;
	memcpy(info.name, map->desc.name, sizeof(info.name));
	if (map->btf) {
		info.btf_id = map->btf->id;
		info.btf_key_type_id = map->desc.btf_key_type_id;
		info.btf_value_type_id = map->desc.btf_value_type_id;
	}
	return ab_info_out(&info, req, len);
}
