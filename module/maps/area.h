/* SPDX-License-Identifier: GPL-2.0 */
/* Memory of maps: zeroed, charged to the caller's cgroup, on a node of choice. */
#ifndef AB_MAPS_AREA_H
#define AB_MAPS_AREA_H

#include <linux/limits.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define AB_GFP_MAP (GFP_KERNEL_ACCOUNT | __GFP_NOWARN)

/* Return: NULL when there is not enough; free with kvfree(). Never wakes the OOM killer for much. */
static inline void *ab_area_alloc(u64 size, int node)
{
	gfp_t gfp = AB_GFP_MAP | __GFP_ZERO | __GFP_RETRY_MAYFAIL;

	if (size >= SIZE_MAX)
		return NULL;
	if (size > INT_MAX)
		return __vmalloc(size, gfp);
	return kvmalloc_node(size, gfp, node);
}

#endif
