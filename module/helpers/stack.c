// SPDX-License-Identifier: GPL-2.0
/* get_stack: the running task's stack into a program's buffer. Proved by selftests/kernel/helper_stack.c. */
#include <linux/errno.h>
#include <linux/minmax.h>
#include <linux/percpu.h>
#include <linux/string.h>
#include "helpers/helpers.h"
#include "helpers/unwind.h"

static long save(u64 *buf, u32 size, u64 flags)
{
	u32 skip = flags & ALTBPF_F_SKIP_FIELD_MASK, cnt = size / sizeof(u64), depth, i;
	bool user = flags & ALTBPF_F_USER_STACK;
	u64 ips[64];
	int got;

	/* Build ids are not offered. */
	if (flags & ~(ALTBPF_F_SKIP_FIELD_MASK | ALTBPF_F_USER_STACK) || size % sizeof(u64))
		return -EINVAL;
	depth = min_t(u32, cnt + skip, AB_UNWIND_MAX);
	if (!skip) {
		got = ab_unwind_save(buf, min(cnt, depth), user);
		return got < 0 ? got : got * (long)sizeof(u64);
	}
	/* Skipped frames need room besides the buffer. */
	depth = min_t(u32, depth, ARRAY_SIZE(ips));
	got = ab_unwind_save(ips, depth, user);
	if (got < 0)
		return got;
	if (got < skip)
		return -EFAULT;
	cnt = min_t(u32, got - skip, cnt);
	for (i = 0; i < cnt; i++)
		buf[i] = ips[skip + i];
	return cnt * (long)sizeof(u64);
}

AB_HELPER(get_stack)
{
	u8 *buf = AB_PTR(r2);
	u32 size = r3;
	long len = save((u64 *)buf, size, r4);
	u32 used = len < 0 ? 0 : len;

	memset(buf + used, 0, size - used);
	return len;
}
