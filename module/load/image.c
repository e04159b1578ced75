// SPDX-License-Identifier: GPL-2.0
/* Executable images, for image.h; where the memory comes from is port/text.h's business. */
#include <linux/errno.h>
#include <linux/slab.h>
#include "load/image.h"
#include "port/text.h"

struct ab_image *ab_image_alloc(u32 size)
{
	struct ab_image *image = kmalloc(sizeof(*image), GFP_KERNEL_ACCOUNT);

	if (!image)
		return NULL;
	image->size = size;
	image->addr = ab_text_alloc(size);
	if (!image->addr) {
		kfree(image);
		return NULL;
	}
	return image;
}

int ab_image_write(struct ab_image *image, const void *code, u32 len)
{
	if (WARN_ON_ONCE(len > image->size))
		return -EINVAL;
	return ab_text_write(image->addr, code, len);
}

void ab_image_free(struct ab_image *image)
{
	if (!image)
		return;
	ab_text_free(image->addr, image->size);
	kfree(image);
}
