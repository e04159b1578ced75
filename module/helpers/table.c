// SPDX-License-Identifier: GPL-2.0
/*
 * Helper numbers and their native functions. A helper exists when it has a row here and a contract
 * in core/spec/helper.c. Proved by selftests/kernel/helper_*.c.
 */
#include <linux/errno.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"
#include "helpers/native.h"

#define DECLARE(name) u64 ab_helper_##name(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);
AB_NATIVE_HELPERS(DECLARE)

#define ROW(name) [ALTBPF_FUNC_##name] = ab_helper_##name,
const ab_helper_fn ab_helper_table[ALTBPF_FUNC_CNT] = {
	AB_NATIVE_HELPERS(ROW)
};

/* Engines treat tail calls themselves: whoever comes here found no program to go to. */
AB_HELPER(tail_call)
{
	return -ENOENT;
}

int ab_helpers_init(void)
{
	int err;

	ab_random_init();
	err = ab_print_init();
	if (err)
		return err;
	ab_signal_init();
	return 0;
}

void ab_helpers_exit(void)
{
	ab_signal_exit();
	ab_print_exit();
}
