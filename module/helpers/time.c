// SPDX-License-Identifier: GPL-2.0
/* Helpers that tell the time; all are safe in any context. Proved by selftests/kernel/helper_time.c. */
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/timekeeping.h>
#include "helpers/helpers.h"

AB_HELPER(ktime_get_ns)
{
	/* Not ktime_get_ns(): that spins on a lock which the interrupted code may hold. */
	return ktime_get_mono_fast_ns();
}

AB_HELPER(ktime_get_boot_ns)
{
	return ktime_get_boot_fast_ns();
}

AB_HELPER(ktime_get_coarse_ns)
{
	return ktime_get_coarse_ns();
}

AB_HELPER(ktime_get_tai_ns)
{
	return ktime_get_tai_fast_ns();
}

AB_HELPER(jiffies64)
{
	return get_jiffies_64();
}
