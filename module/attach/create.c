// SPDX-License-Identifier: GPL-2.0
/*
 * The commands that make links: everything that user space gave is checked and copied here, then
 * the kind of place does the rest. Proved by selftests/kernel/attach_*.c.
 */
#include <linux/err.h>
#include <linux/file.h>
#include <linux/kallsyms.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "attach/internal.h"

/* Mainline's limit for names of raw tracepoints, with the NUL. */
#define RAW_TP_NAME_LEN 128
#define KRETPROBE_MAXACTIVE_MAX 4096

/* Gives @link to user space. Return: its descriptor, or -errno and the link is gone. */
static int publish(struct ab_link *link)
{
	int fd;

	if (IS_ERR(link))
		return PTR_ERR(link);
	fd = ab_link_new_fd(link);
	if (fd < 0)
		ab_link_put(link);
	return fd;
}

static int check_kind(const struct ab_attach *req)
{
	u32 type = req->prog->type;

	switch (req->kind) {
	case ALTBPF_PERF_EVENT_KPROBE:
		if (type != ALTBPF_PROG_TYPE_KPROBE || req->maxactive)
			return -EINVAL;
		return 0;
	case ALTBPF_PERF_EVENT_KRETPROBE:
		if (type != ALTBPF_PROG_TYPE_KPROBE || req->offset || req->maxactive > KRETPROBE_MAXACTIVE_MAX)
			return -EINVAL;
		return 0;
	case ALTBPF_PERF_EVENT_TRACEPOINT:
		if (type != ALTBPF_PROG_TYPE_TRACEPOINT || req->offset || req->addr || req->maxactive || !req->name)
			return -EINVAL;
		return 0;
	}
	return -EINVAL;
}

static struct ab_link *attach(const struct ab_attach *req)
{
	int err = check_kind(req);

	if (err)
		return ERR_PTR(err);
	if (req->kind == ALTBPF_PERF_EVENT_KPROBE)
		return ab_kprobe_attach(req);
	if (req->kind == ALTBPF_PERF_EVENT_KRETPROBE)
		return ab_kretprobe_attach(req);
	return ab_tracepoint_attach(req);
}

/* A copy of the user's name; NULL for none or an empty one. */
static char *copy_name(u64 user)
{
	char *name;
	long len;

	if (!user)
		return NULL;
	name = kmalloc(KSYM_NAME_LEN, GFP_KERNEL);
	if (!name)
		return ERR_PTR(-ENOMEM);
	len = strncpy_from_user(name, u64_to_user_ptr(user), KSYM_NAME_LEN);
	if (len > 0 && len < KSYM_NAME_LEN)
		return name;
	kfree(name);
	if (!len)
		return NULL;
	return ERR_PTR(len < 0 ? len : -E2BIG);
}

int ab_link_create_by_name(const union altbpf_attr *attr)
{
	struct ab_attach req = {
		.kind = attr->link_by_name.kind,
		.addr = attr->link_by_name.addr,
		.offset = attr->link_by_name.offset,
		.cookie = attr->link_by_name.cookie,
		.maxactive = attr->link_by_name.maxactive,
	};
	char *name;
	int fd;

	if (attr->link_by_name.flags)
		return -EINVAL;
	req.prog = ab_prog_get_fd(attr->link_by_name.prog_fd);
	if (IS_ERR(req.prog))
		return PTR_ERR(req.prog);
	name = copy_name(attr->link_by_name.name);
	if (IS_ERR(name)) {
		fd = PTR_ERR(name);
		goto out;
	}
	req.name = name;
	fd = -EINVAL;
	/* A place has a name or an address, not both. */
	if (!name != !req.addr)
		fd = publish(attach(&req));
	kfree(name);
out:
	ab_prog_put(req.prog);
	return fd;
}

int ab_link_raw_tracepoint_open(const union altbpf_attr *attr)
{
	struct ab_prog *prog = ab_prog_get_fd(attr->raw_tracepoint.prog_fd);
	char name[RAW_TP_NAME_LEN];
	int fd;

	if (IS_ERR(prog))
		return PTR_ERR(prog);
	fd = -EINVAL;
	if (prog->type != ALTBPF_PROG_TYPE_RAW_TRACEPOINT || attr->raw_tracepoint.pad)
		goto out;
	fd = -EFAULT;
	/* As mainline: a longer name is cut, and then unknown. */
	if (strncpy_from_user(name, u64_to_user_ptr(attr->raw_tracepoint.name), sizeof(name) - 1) < 0)
		goto out;
	name[sizeof(name) - 1] = 0;
	fd = publish(ab_raw_tp_attach(prog, name, attr->raw_tracepoint.cookie));
out:
	ab_prog_put(prog);
	return fd;
}

/*
 * LINK_CREATE names a target by descriptor. For the types that altbpf attaches, mainline takes
 * descriptors of perf events only; those are bound to mainline's own programs, and altbpf has
 * LINK_CREATE_BY_NAME in their place.
 */
int ab_link_create(const union altbpf_attr *attr)
{
	struct ab_prog *prog = ab_prog_get_fd(attr->link_create.prog_fd);
	struct file *target;
	int err = -EINVAL;

	if (IS_ERR(prog))
		return PTR_ERR(prog);
	if (attr->link_create.attach_type != ALTBPF_PERF_EVENT || attr->link_create.flags)
		goto out;
	if (prog->type != ALTBPF_PROG_TYPE_KPROBE && prog->type != ALTBPF_PROG_TYPE_TRACEPOINT)
		goto out;
	target = fget(attr->link_create.target_fd);
	err = target ? -EOPNOTSUPP : -EBADF;
	if (target)
		fput(target);
out:
	ab_prog_put(prog);
	return err;
}

int ab_attach_init(void)
{
	int err = ab_tracepoint_init();

	if (err)
		return err;
	err = ab_raw_tp_init();
	if (err)
		ab_tracepoint_exit();
	return err;
}

void ab_attach_exit(void)
{
	ab_syscall_tp_exit();
	ab_raw_tp_exit();
	ab_tracepoint_exit();
}
