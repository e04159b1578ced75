/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Numbers for objects. Every kind of object (program, map, type information, link) has its own
 * number space; numbers go up and wrap, so one that was seen is not soon met again on another object.
 */
#ifndef AB_OBJECT_IDS_H
#define AB_OBJECT_IDS_H

#include <linux/idr.h>
#include <linux/spinlock.h>

struct ab_ids {
	struct idr idr;
	spinlock_t lock; /* taken with interrupts off: the last reference may go away anywhere */
};

#define AB_IDS_INIT(name) { \
	.idr = IDR_INIT((name).idr), \
	.lock = __SPIN_LOCK_UNLOCKED((name).lock), \
}

/*
 * A new number (at least 1) for @obj, stored in @id before anyone can find it.
 * Context: may sleep. Return: 0, -ENOSPC or -ENOMEM.
 */
int __must_check ab_ids_add(struct ab_ids *ids, void *obj, u32 *id);
/* Gives a number back; 0 is ignored. Context: any but NMI. */
void ab_ids_remove(struct ab_ids *ids, u32 id);
/*
 * The object with number @id, once @try_get took a reference to it; it is called under a spinlock
 * and returns false for an object whose last reference is gone.
 * Return: the object or ERR_PTR(-ENOENT).
 */
void *ab_ids_get(struct ab_ids *ids, u32 id, bool (*try_get)(void *obj));
/* The smallest number above @start. Return: 0, -EINVAL (@start is no number), -ENOENT (none). */
int __must_check ab_ids_next(struct ab_ids *ids, u32 start, u32 *next);
bool ab_ids_empty(struct ab_ids *ids);

#endif
