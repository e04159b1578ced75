// SPDX-License-Identifier: GPL-2.0
/*
 * get_stackid: the number of the running task's stack in a stack_trace map. The addresses are
 * collected in a buffer of this CPU; a run that interrupts another one that does the same gets the
 * next of a few. Proved by selftests/kernel/map_stack_trace.c.
 */
#include <linux/errno.h>
#include <linux/minmax.h>
#include <linux/percpu.h>
#include "helpers/helpers.h"
#include "helpers/unwind.h"
#include "maps/stack_trace.h"

#define LEVELS 3

struct scratch {
	u32 depth;
	u64 ips[LEVELS][AB_STACK_DEPTH_MAX];
};

static DEFINE_PER_CPU(struct scratch, scratch);

static long add(struct ab_map *map, u64 *ips, u64 flags)
{
	u32 skip = flags & ALTBPF_F_SKIP_FIELD_MASK;
	u32 depth = min_t(u32, map->desc.value_size / 8 + skip, AB_STACK_DEPTH_MAX);
	int nr = ab_unwind_save(ips, depth, flags & ALTBPF_F_USER_STACK);

	if (nr < 0)
		return nr;
	if (nr <= skip)
		return -EFAULT;
	return ab_stack_trace_add(map, ips + skip, nr - skip, flags);
}

AB_HELPER(get_stackid)
{
	struct ab_map *map = (struct ab_map *)(uintptr_t)r2;
	u64 flags = r3;
	long id = -EBUSY;
	u32 level;

	if (flags & ~(ALTBPF_F_SKIP_FIELD_MASK | ALTBPF_F_USER_STACK | ALTBPF_F_FAST_STACK_CMP |
		      ALTBPF_F_REUSE_STACKID))
		return -EINVAL;
	level = this_cpu_inc_return(scratch.depth) - 1;
	if (level < LEVELS)
		id = add(map, this_cpu_ptr(&scratch)->ips[level], flags);
	this_cpu_dec(scratch.depth);
	return id;
}
