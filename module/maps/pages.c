// SPDX-License-Identifier: GPL-2.0
/* Pages that user space can map, for pages.h. Used by array and ringbuf; proved by their tests and map_memcg.c. */
#include <linux/gfp.h>
#include <linux/sched/signal.h>
#include "maps/area.h"
#include "maps/pages.h"

static void free_all(struct ab_pages *pages)
{
	while (pages->cnt)
		__free_page(pages->pages[--pages->cnt]);
	kvfree(pages->pages);
	pages->pages = NULL;
}

void *ab_pages_create(struct ab_pages *pages, u64 cnt, u32 again, int node)
{
	gfp_t gfp = AB_GFP_MAP | __GFP_ZERO | __GFP_RETRY_MAYFAIL;
	void *addr;
	u32 i;

	if (cnt > totalram_pages())
		return NULL;
	pages->cnt = 0;
	pages->pages = kvmalloc_array(cnt + again, sizeof(*pages->pages), AB_GFP_MAP);
	if (!pages->pages)
		return NULL;
	while (pages->cnt < cnt) {
		pages->pages[pages->cnt] = alloc_pages_node(node, gfp, 0);
		if (!pages->pages[pages->cnt] || fatal_signal_pending(current))
			goto fail;
		pages->cnt++;
		cond_resched();
	}
	for (i = 0; i < again; i++)
		pages->pages[cnt + i] = pages->pages[cnt - again + i];
	addr = vmap(pages->pages, cnt + again, VM_MAP | VM_USERMAP, PAGE_KERNEL);
	if (addr)
		return addr;
	free_all(pages);
	return NULL;
fail:
	if (pages->pages[pages->cnt])
		pages->cnt++;
	free_all(pages);
	return NULL;
}

void ab_pages_destroy(struct ab_pages *pages, void *addr)
{
	if (!addr)
		return;
	vunmap(addr);
	free_all(pages);
}
