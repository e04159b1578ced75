/* SPDX-License-Identifier: GPL-2.0 */
/* Pages of maps that user space can map, side by side in kernel memory; charged as all of a map is. */
#ifndef AB_MAPS_PAGES_H
#define AB_MAPS_PAGES_H

#include <linux/types.h>

struct page;

struct ab_pages {
	struct page **pages;
	u32 cnt;
};

/**
 * ab_pages_create() - zeroed pages, mapped one behind the other
 * @cnt: how many
 * @again: so many of the last are mapped once more behind them
 * @node: to take them from
 *
 * Context: may sleep; a fatal signal ends it.
 * Return: their address, good for remap_vmalloc_range(), or NULL.
 */
void *ab_pages_create(struct ab_pages *pages, u64 cnt, u32 again, int node);
void ab_pages_destroy(struct ab_pages *pages, void *addr);

#endif
