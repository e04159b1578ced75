// SPDX-License-Identifier: GPL-2.0
/*
 * What all links have in common: references, numbers, descriptors, update, detach, hold. A link
 * lives as long as something refers to it: descriptors, and the hold that LINK_HOLD adds. The last
 * reference detaches it. Proved by selftests/kernel/attach_link.c.
 */
#include <linux/err.h>
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "attach/internal.h"
#include "attach/link.h"
#include "object/fd.h"
#include "object/ids.h"

static struct ab_ids link_ids = AB_IDS_INIT(link_ids);

void ab_link_init(struct ab_link *link, const struct ab_link_ops *ops, struct ab_prog *prog, u64 cookie)
{
	ab_prog_get(prog);
	link->ops = ops;
	link->prog = prog;
	link->cookie = cookie;
	atomic64_set(&link->ref, 1);
	mutex_init(&link->lock);
}

/* Called under link->lock. */
static void detach(struct ab_link *link)
{
	if (link->detached)
		return;
	link->detached = true;
	link->ops->detach(link);
}

void ab_link_put(struct ab_link *link)
{
	struct ab_prog *prog = link->prog;

	if (!atomic64_dec_and_test(&link->ref))
		return;
	ab_ids_remove(&link_ids, link->id);
	mutex_lock(&link->lock);
	detach(link);
	prog = link->prog;
	mutex_unlock(&link->lock);
	link->ops->free(link);
	ab_prog_put(prog);
}

static void get_cb(void *obj)
{
	struct ab_link *link = obj;

	atomic64_inc(&link->ref);
}

static bool try_get_cb(void *obj)
{
	struct ab_link *link = obj;

	return atomic64_inc_not_zero(&link->ref);
}

static int release(struct inode *inode, struct file *file)
{
	ab_link_put(file->private_data);
	return 0;
}

static void show_fdinfo(struct seq_file *m, struct file *file)
{
	struct ab_link *link = file->private_data;
	struct ab_prog *prog;

	mutex_lock(&link->lock);
	prog = link->prog;
	seq_printf(m, "link_type:\t%s\nlink_id:\t%u\nprog_tag:\t%*phN\nprog_id:\t%u\n", link->ops->name, link->id,
		   ALTBPF_TAG_SIZE, prog->tag, prog->id);
	if (link->held)
		seq_puts(m, "held:\t1\n");
	if (link->detached)
		seq_puts(m, "detached:\t1\n");
	if (link->ops->show)
		link->ops->show(link, m);
	mutex_unlock(&link->lock);
}

/* Descriptors of links can neither be read nor written, but tools open them for both. */
static ssize_t no_read(struct file *file, char __user *buf, size_t len, loff_t *pos)
{
	return -EINVAL;
}

static ssize_t no_write(struct file *file, const char __user *buf, size_t len, loff_t *pos)
{
	return -EINVAL;
}

static const struct file_operations link_fops = {
	.owner = THIS_MODULE,
	.release = release,
	.show_fdinfo = show_fdinfo,
	.read = no_read,
	.write = no_write,
};

int ab_link_new_fd(struct ab_link *link)
{
	int err;

	/*
	 * A link that was found by its number has one already. It keeps it whatever happens: others may
	 * have found it, too; the last reference gives it back.
	 */
	if (!link->id) {
		err = ab_ids_add(&link_ids, link, &link->id);
		if (err)
			return err;
	}
	return ab_fd_new("bpf_link", &link_fops, link, O_RDWR);
}

struct ab_link *ab_link_get_fd(int fd)
{
	return ab_fd_get(fd, &link_fops, get_cb);
}

struct ab_link *ab_link_get_id(u32 id)
{
	return ab_ids_get(&link_ids, id, try_get_cb);
}

int ab_link_next_id(u32 start, u32 *next)
{
	return ab_ids_next(&link_ids, start, next);
}

void notrace ab_link_run_full(struct ab_link *link, struct ab_prog *prog, void *ctx, struct pt_regs *regs, u64 func_ip)
{
	struct ab_run run = { .regs = regs, .cookie = link->cookie, .func_ip = func_ip };

	ab_run_here(prog, ctx, &run);
}
NOKPROBE_SYMBOL(ab_link_run_full);

int ab_link_swap_prog(struct ab_link *link, struct ab_prog *prog)
{
	WRITE_ONCE(link->prog, prog);
	synchronize_rcu();
	return 0;
}

static int update(struct ab_link *link, struct ab_prog *prog, const struct ab_prog *old)
{
	struct ab_prog *present;
	int err = 0;

	mutex_lock(&link->lock);
	present = link->prog;
	if (link->detached)
		err = -ENOLINK;
	else if (old && old != present)
		err = -EPERM;
	else if (prog->type != present->type || !link->ops->update)
		err = -EINVAL;
	else if (prog != present)
		err = link->ops->update(link, prog);
	if (!err && prog != present) {
		ab_prog_get(prog);
		ab_prog_put(present);
	}
	mutex_unlock(&link->lock);
	return err;
}

int ab_link_update(const union altbpf_attr *attr)
{
	u32 flags = attr->link_update.flags;
	struct ab_prog *prog, *old = NULL;
	struct ab_link *link;
	int err;

	if (flags & ~ALTBPF_F_REPLACE)
		return -EINVAL;
	link = ab_link_get_fd(attr->link_update.link_fd);
	if (IS_ERR(link))
		return PTR_ERR(link);
	prog = ab_prog_get_fd(attr->link_update.new_prog_fd);
	if (IS_ERR(prog)) {
		err = PTR_ERR(prog);
		goto out_link;
	}
	if (flags & ALTBPF_F_REPLACE) {
		old = ab_prog_get_fd(attr->link_update.old_prog_fd);
		if (IS_ERR(old)) {
			err = PTR_ERR(old);
			goto out_prog;
		}
	} else if (attr->link_update.old_prog_fd) {
		err = -EINVAL;
		goto out_prog;
	}
	err = update(link, prog, old);
	if (old)
		ab_prog_put(old);
out_prog:
	ab_prog_put(prog);
out_link:
	ab_link_put(link);
	return err;
}

/*
 * The hold is one reference to the link and one to the module: without descriptors nothing else
 * would keep either. Called under link->lock. Return: the reference to drop afterwards, or NULL.
 */
static struct ab_link *drop_hold(struct ab_link *link)
{
	if (!link->held)
		return NULL;
	link->held = false;
	module_put(THIS_MODULE);
	return link;
}

int ab_link_detach(const union altbpf_attr *attr)
{
	struct ab_link *link = ab_link_get_fd(attr->link_detach.link_fd), *held;

	if (IS_ERR(link))
		return PTR_ERR(link);
	mutex_lock(&link->lock);
	detach(link);
	held = drop_hold(link);
	mutex_unlock(&link->lock);
	if (held)
		ab_link_put(held);
	ab_link_put(link);
	return 0;
}

int ab_link_hold(const union altbpf_attr *attr)
{
	struct ab_link *link, *held = NULL;
	int err = 0;

	if (attr->link_hold.hold > 1)
		return -EINVAL;
	link = ab_link_get_fd(attr->link_hold.link_fd);
	if (IS_ERR(link))
		return PTR_ERR(link);
	mutex_lock(&link->lock);
	if (!attr->link_hold.hold) {
		held = drop_hold(link);
	} else if (link->detached) {
		err = -ENOLINK;
	} else if (!link->held) {
		link->held = true;
		__module_get(THIS_MODULE);
		atomic64_inc(&link->ref);
	}
	mutex_unlock(&link->lock);
	if (held)
		ab_link_put(held);
	ab_link_put(link);
	return err;
}

int ab_link_put_name(u64 buf, u32 *len, const char *name)
{
	char __user *to = u64_to_user_ptr(buf);
	u32 room = *len, size = strlen(name) + 1;

	if (!room != !buf)
		return -EINVAL;
	*len = size;
	if (!buf)
		return 0;
	if (copy_to_user(to, name, min(size, room)))
		return -EFAULT;
	if (room >= size)
		return 0;
	return put_user('\0', to + room - 1) ? -EFAULT : -ENOSPC;
}
