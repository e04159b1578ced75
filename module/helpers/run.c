// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers that ask about the hook whose hit is being handled. In a test run there is no hook, and
 * the answer is 0. Proved by selftests/kernel/helper_run.c.
 */
#include "helpers/context.h"
#include "helpers/helpers.h"

AB_HELPER(get_attach_cookie)
{
	const struct ab_run *run = __this_cpu_read(ab_run_current);

	return run ? run->cookie : 0;
}

AB_HELPER(get_func_ip)
{
	const struct ab_run *run = __this_cpu_read(ab_run_current);

	return run ? run->func_ip : 0;
}
