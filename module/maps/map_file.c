// SPDX-License-Identifier: GPL-2.0
/*
 * Maps as file descriptors: access modes, fdinfo, mapping, polling, freezing.
 * Proved by selftests/kernel/map_fd.c.
 *
 * User space's right to write ends with MAP_FREEZE: @writers counts its writers in progress and
 * its writable mappings, and is FROZEN once it was 0 when somebody froze the map.
 */
#include <linux/fcntl.h>
#include <linux/file.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include "maps/map_file.h"
#include "object/fd.h"
#include "port/vma.h"

#define FROZEN (-1LL)

bool ab_map_write_begin(struct ab_map *map)
{
	return atomic64_inc_unless_negative(&map->writers);
}

void ab_map_write_end(struct ab_map *map)
{
	atomic64_dec(&map->writers);
}

int ab_map_freeze(struct ab_map *map)
{
	int err = 0;

	mutex_lock(&map->freeze_lock);
	if (atomic64_cmpxchg(&map->writers, 0, FROZEN)) {
		err = -EBUSY;
	} else {
		if (map->ops->freeze)
			err = map->ops->freeze(map);
		if (err)
			atomic64_set(&map->writers, 0);
		else
			WRITE_ONCE(map->desc.frozen, true);
	}
	mutex_unlock(&map->freeze_lock);
	return err;
}

static void vma_open(struct vm_area_struct *vma)
{
	struct ab_map *map = vma->vm_private_data;

	/* A copy of a mapping that is counted already: never frozen here. */
	if (vma->vm_flags & VM_MAYWRITE)
		atomic64_inc(&map->writers);
}

static void vma_close(struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_MAYWRITE)
		ab_map_write_end(vma->vm_private_data);
}

static const struct vm_operations_struct map_vm_ops = {
	.open = vma_open,
	.close = vma_close,
};

static int map_mmap(struct file *file, struct vm_area_struct *vma)
{
	struct ab_map *map = file->private_data;
	bool write = vma->vm_flags & VM_WRITE;
	int err;

	if (!map->ops->mmap)
		return -ENOTSUPP;
	if (!(vma->vm_flags & VM_SHARED))
		return -EINVAL;
	if (write) {
		/* What programs must take for constant could still change through the mapping. */
		if (map->desc.flags & ALTBPF_F_RDONLY_PROG)
			return READ_ONCE(map->desc.frozen) ? -EPERM : -EACCES;
		if (!ab_map_write_begin(map))
			return -EPERM;
	} else {
		ab_vma_clear_flags(vma, VM_MAYWRITE);
	}
	ab_vma_clear_flags(vma, VM_MAYEXEC);
	vma->vm_ops = &map_vm_ops;
	vma->vm_private_data = map;
	err = map->ops->mmap(map, vma);
	if (err && write)
		ab_map_write_end(map);
	return err;
}

static __poll_t map_poll(struct file *file, struct poll_table_struct *pt)
{
	struct ab_map *map = file->private_data;

	return map->ops->poll ? map->ops->poll(map, file, pt) : EPOLLERR;
}

static void map_fdinfo(struct seq_file *m, struct file *file)
{
	const struct ab_map *map = file->private_data;
	const struct ab_map_desc *desc = &map->desc;

	seq_printf(m, "map_type:\t%u\nkey_size:\t%u\nvalue_size:\t%u\nmax_entries:\t%u\n", desc->type,
		   desc->key_size, desc->value_size, desc->max_entries);
	seq_printf(m, "map_flags:\t%#x\nmap_extra:\t%#llx\nmemlock:\t%llu\nmap_id:\t%u\nfrozen:\t%u\n",
		   desc->flags, desc->map_extra, round_up(map->bytes, PAGE_SIZE), desc->id,
		   READ_ONCE(desc->frozen));
}

static int map_release(struct inode *inode, struct file *file)
{
	struct ab_map *map = file->private_data;

	if (atomic64_dec_and_test(&map->user_ref) && map->ops->release_user)
		map->ops->release_user(map);
	ab_map_put(map);
	return 0;
}

/* Without these a descriptor would not count as readable or writable. */
static ssize_t no_read(struct file *file, char __user *buf, size_t size, loff_t *pos)
{
	return -EINVAL;
}

static ssize_t no_write(struct file *file, const char __user *buf, size_t size, loff_t *pos)
{
	return -EINVAL;
}

static const struct file_operations map_fops = {
	.owner = THIS_MODULE,
	.release = map_release,
	.read = no_read,
	.write = no_write,
	.mmap = map_mmap,
	.poll = map_poll,
	.show_fdinfo = map_fdinfo,
};

int ab_map_open_flags(u32 flags)
{
	switch (flags & (ALTBPF_F_RDONLY | ALTBPF_F_WRONLY)) {
	case 0:
		return O_RDWR;
	case ALTBPF_F_RDONLY:
		return O_RDONLY;
	case ALTBPF_F_WRONLY:
		return O_WRONLY;
	default:
		return -EINVAL;
	}
}

int ab_map_new_fd(struct ab_map *map, u32 open_flags)
{
	int flags = ab_map_open_flags(open_flags), fd, err;

	if (flags < 0)
		return flags;
	/* A map that user space sees for the first time belongs to this caller alone. */
	if (!map->desc.id) {
		err = ab_map_publish(map);
		if (err)
			return err;
	}
	atomic64_inc(&map->user_ref);
	fd = ab_fd_new("bpf-map", &map_fops, map, flags);
	if (fd < 0 && atomic64_dec_and_test(&map->user_ref) && map->ops->release_user)
		map->ops->release_user(map);
	return fd;
}

struct ab_map *ab_map_get_fd(int fd, fmode_t *mode)
{
	struct file *file = ab_fd_file(fd, &map_fops);
	struct ab_map *map;

	if (IS_ERR(file))
		return ERR_CAST(file);
	map = file->private_data;
	ab_map_get(map);
	if (mode) {
		*mode = file->f_mode;
		if (READ_ONCE(map->desc.frozen))
			*mode &= ~(FMODE_WRITE | FMODE_CAN_WRITE);
	}
	fput(file);
	return map;
}
