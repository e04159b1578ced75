// SPDX-License-Identifier: GPL-2.0
/*
 * Numbers for objects, for ids.h. An IDR with cyclic allocation, as tools expect of bpf(2).
 * Proved by selftests/kernel/abi_ids.c.
 */
#include <linux/err.h>
#include <linux/limits.h>
#include "object/ids.h"

int ab_ids_add(struct ab_ids *ids, void *obj, u32 *id)
{
	unsigned long irq;
	int ret;

	idr_preload(GFP_KERNEL);
	spin_lock_irqsave(&ids->lock, irq);
	ret = idr_alloc_cyclic(&ids->idr, obj, 1, INT_MAX, GFP_ATOMIC);
	if (ret > 0)
		*id = ret;
	spin_unlock_irqrestore(&ids->lock, irq);
	idr_preload_end();
	return ret < 0 ? ret : 0;
}

void ab_ids_remove(struct ab_ids *ids, u32 id)
{
	unsigned long irq;

	if (!id)
		return;
	spin_lock_irqsave(&ids->lock, irq);
	idr_remove(&ids->idr, id);
	spin_unlock_irqrestore(&ids->lock, irq);
}

void *ab_ids_get(struct ab_ids *ids, u32 id, bool (*try_get)(void *obj))
{
	unsigned long irq;
	void *obj;

	if (!id || id > INT_MAX)
		return ERR_PTR(-ENOENT);
	spin_lock_irqsave(&ids->lock, irq);
	obj = idr_find(&ids->idr, id);
	if (!obj || !try_get(obj))
		obj = ERR_PTR(-ENOENT);
	spin_unlock_irqrestore(&ids->lock, irq);
	return obj;
}

int ab_ids_next(struct ab_ids *ids, u32 start, u32 *next)
{
	unsigned long irq;
	int id = start;

	if (start >= INT_MAX)
		return -EINVAL;
	id++;
	spin_lock_irqsave(&ids->lock, irq);
	if (!idr_get_next(&ids->idr, &id))
		id = -ENOENT;
	spin_unlock_irqrestore(&ids->lock, irq);
	if (id < 0)
		return id;
	*next = id;
	return 0;
}

bool ab_ids_empty(struct ab_ids *ids)
{
	unsigned long irq;
	bool empty;

	spin_lock_irqsave(&ids->lock, irq);
	empty = idr_is_empty(&ids->idr);
	spin_unlock_irqrestore(&ids->lock, irq);
	return empty;
}
