// SPDX-License-Identifier: GPL-2.0
/* Type information as an object, for btf.h. Proved by selftests/kernel/abi_btf.c. */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include "core/btf/btf.h"
#include "object/btf.h"
#include "object/fd.h"
#include "object/ids.h"

static struct ab_ids btf_ids = AB_IDS_INIT(btf_ids);

static int btf_release(struct inode *inode, struct file *file)
{
	ab_btf_obj_put(file->private_data);
	return 0;
}

static void btf_show_fdinfo(struct seq_file *m, struct file *file)
{
	const struct ab_btf_obj *obj = file->private_data;

	seq_printf(m, "btf_id:\t%u\n", obj->id);
}

static const struct file_operations btf_fops = {
	.owner = THIS_MODULE,
	.release = btf_release,
	.show_fdinfo = btf_show_fdinfo,
};

struct ab_btf_obj *ab_btf_obj_create(struct ab_btf *btf)
{
	struct ab_btf_obj *obj = kzalloc(sizeof(*obj), GFP_KERNEL_ACCOUNT);
	int err;

	if (!obj)
		return ERR_PTR(-ENOMEM);
	obj->btf = btf;
	atomic64_set(&obj->ref, 1);
	err = ab_ids_add(&btf_ids, obj, &obj->id);
	if (err) {
		kfree(obj);
		return ERR_PTR(err);
	}
	return obj;
}

int ab_btf_obj_new_fd(struct ab_btf_obj *obj)
{
	return ab_fd_new("btf", &btf_fops, obj, O_RDONLY);
}

void ab_btf_obj_get(struct ab_btf_obj *obj)
{
	atomic64_inc(&obj->ref);
}

void ab_btf_obj_put(struct ab_btf_obj *obj)
{
	if (!obj || !atomic64_dec_and_test(&obj->ref))
		return;
	ab_ids_remove(&btf_ids, obj->id);
	ab_btf_free(obj->btf);
	kfree(obj);
}

static void get_cb(void *obj)
{
	ab_btf_obj_get(obj);
}

static bool try_get_cb(void *obj)
{
	return atomic64_inc_not_zero(&((struct ab_btf_obj *)obj)->ref);
}

struct ab_btf_obj *ab_btf_obj_get_fd(int fd)
{
	return ab_fd_get(fd, &btf_fops, get_cb);
}

struct ab_btf_obj *ab_btf_obj_get_id(u32 id)
{
	return ab_ids_get(&btf_ids, id, try_get_cb);
}

int ab_btf_obj_next_id(u32 start, u32 *next)
{
	return ab_ids_next(&btf_ids, start, next);
}
