/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Objects as file descriptors. Every kind has its own file operations, whose .owner is this
 * module: the module cannot go while a descriptor is open.
 */
#ifndef AB_OBJECT_FD_H
#define AB_OBJECT_FD_H

#include <linux/fs.h>

/**
 * ab_fd_new() - a descriptor for an object
 * @name: as /proc/PID/fd shows it ("bpf-map": tools look for these names)
 * @fops: the kind; .release gives the object's reference back
 * @obj: the object, becomes private_data
 * @flags: O_RDONLY, O_WRONLY or O_RDWR; close-on-exec is always set
 *
 * Return: the descriptor, which then owns the reference, or -errno and the caller keeps it.
 */
int __must_check ab_fd_new(const char *name, const struct file_operations *fops, void *obj, int flags);

/**
 * ab_fd_file() - the file behind a descriptor of one kind
 * Return: the file with a reference (fput() it), ERR_PTR(-EBADF) or, another kind, ERR_PTR(-EINVAL).
 */
struct file *ab_fd_file(int fd, const struct file_operations *fops);

/**
 * ab_fd_get() - the object behind a descriptor of one kind
 * @get: takes a reference
 * Return: the object or ERR_PTR as above.
 */
void *ab_fd_get(int fd, const struct file_operations *fops, void (*get)(void *obj));

#endif
