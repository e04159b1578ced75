// SPDX-License-Identifier: GPL-2.0
/* Objects as file descriptors, for fd.h. Proved by selftests/kernel/abi_*.c. */
#include <linux/anon_inodes.h>
#include <linux/err.h>
#include <linux/fcntl.h>
#include <linux/file.h>
#include "object/fd.h"

int ab_fd_new(const char *name, const struct file_operations *fops, void *obj, int flags)
{
	return anon_inode_getfd(name, fops, obj, flags | O_CLOEXEC);
}

struct file *ab_fd_file(int fd, const struct file_operations *fops)
{
	struct file *file = fget(fd);

	if (!file)
		return ERR_PTR(-EBADF);
	if (file->f_op != fops) {
		fput(file);
		return ERR_PTR(-EINVAL);
	}
	return file;
}

void *ab_fd_get(int fd, const struct file_operations *fops, void (*get)(void *obj))
{
	struct file *file = ab_fd_file(fd, fops);
	void *obj;

	if (IS_ERR(file))
		return file;
	obj = file->private_data;
	get(obj);
	fput(file);
	return obj;
}
