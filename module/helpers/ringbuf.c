// SPDX-License-Identifier: GPL-2.0
/* Helpers on ring buffers. Proved by selftests/kernel/map_ringbuf.c. */
#include <linux/errno.h>
#include "helpers/helpers.h"
#include "maps/copy.h"
#include "maps/ringbuf.h"

AB_HELPER(ringbuf_reserve)
{
	if (r3)
		return 0;
	return (u64)(uintptr_t)ab_ringbuf_reserve((struct ab_map *)(uintptr_t)r1, r2);
}

AB_HELPER(ringbuf_submit)
{
	ab_ringbuf_commit((void *)(uintptr_t)r1, r2, false);
	return 0;
}

AB_HELPER(ringbuf_discard)
{
	ab_ringbuf_commit((void *)(uintptr_t)r1, r2, true);
	return 0;
}

AB_HELPER(ringbuf_output)
{
	void *record;

	if (r4 & ~(ALTBPF_RB_NO_WAKEUP | ALTBPF_RB_FORCE_WAKEUP))
		return -EINVAL;
	record = ab_ringbuf_reserve((struct ab_map *)(uintptr_t)r1, r3);
	if (!record)
		return -EAGAIN;
	ab_copy(record, (const void *)(uintptr_t)r2, r3);
	ab_ringbuf_commit(record, r4, false);
	return 0;
}

AB_HELPER(ringbuf_query)
{
	return ab_ringbuf_query((struct ab_map *)(uintptr_t)r1, r2);
}
