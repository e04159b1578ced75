/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Type information as an object: numbers, descriptors and references around core/btf's parsed form.
 * Maps and programs hold one.
 */
#ifndef AB_OBJECT_BTF_H
#define AB_OBJECT_BTF_H

#include <linux/atomic.h>
#include <linux/types.h>

struct ab_btf;

/**
 * struct ab_btf_obj - type information that user space loaded
 * @btf: the parsed form
 * @ref: descriptors, maps and programs
 * @id: its number
 */
struct ab_btf_obj {
	struct ab_btf *btf;
	atomic64_t ref;
	u32 id;
};

/* Makes an object with one reference; takes over @btf on success. Return: ERR_PTR on failure. */
struct ab_btf_obj *ab_btf_obj_create(struct ab_btf *btf);
int __must_check ab_btf_obj_new_fd(struct ab_btf_obj *obj); /* takes over one reference on success */
struct ab_btf_obj *ab_btf_obj_get_fd(int fd); /* new reference, or ERR_PTR(-EBADF, -EINVAL) */
struct ab_btf_obj *ab_btf_obj_get_id(u32 id); /* new reference, or ERR_PTR(-ENOENT) */
int __must_check ab_btf_obj_next_id(u32 start, u32 *next);
void ab_btf_obj_get(struct ab_btf_obj *obj);
void ab_btf_obj_put(struct ab_btf_obj *obj); /* NULL is fine; may be called where one cannot sleep */

#endif
