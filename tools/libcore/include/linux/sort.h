/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in. */
#ifndef AB_LIBCORE_SORT_H
#define AB_LIBCORE_SORT_H
#include <linux/types.h>
void sort(void *base, size_t num, size_t size, int (*cmp)(const void *, const void *),
	  void (*swap_fn)(void *, void *, int));
#endif
