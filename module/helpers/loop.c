// SPDX-License-Identifier: GPL-2.0
/* loop: a callback many times. Proved by selftests/kernel/helper_loop.c. */
#include <linux/errno.h>
#include "core/interp/interp.h"
#include "helpers/helpers.h"

#define LOOP_MAX (8 << 20)

AB_HELPER(loop)
{
	u32 i, cnt = r1;

	if (r4)
		return -EINVAL;
	if (cnt > LOOP_MAX)
		return -E2BIG;
	for (i = 0; i < cnt; i++) {
		/* 0 goes on, 1 stops; the verifier allows nothing else. */
		if (ab_callback(r2, i, r3, 0, 0, 0))
			return i + 1;
	}
	return i;
}
