/* SPDX-License-Identifier: GPL-2.0 */
/* An executable image: a compiled program, a stub of a hook. */
#ifndef AB_LOAD_IMAGE_H
#define AB_LOAD_IMAGE_H

#include <linux/types.h>

struct ab_image {
	void *addr;
	u32 size;
};

/* Executable memory for @size bytes; it traps until written. Return: NULL without memory. */
struct ab_image *ab_image_alloc(u32 size);
/* Writes the whole image. Context: may sleep. Return: 0 or -ENOMEM. */
int __must_check ab_image_write(struct ab_image *image, const void *code, u32 len);
/* After a grace period in which nobody can run it any more. May sleep. NULL is fine. */
void ab_image_free(struct ab_image *image);

#endif
