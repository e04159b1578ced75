// SPDX-License-Identifier: GPL-2.0
/* Helpers on text in memory that the verifier proved. Proved by selftests/kernel/helper_string.c. */
#include <linux/string.h>
#include "helpers/helpers.h"

AB_HELPER(strncmp)
{
	const char *text = AB_PTR(r1), *constant = AB_PTR(r3);

	/* Any negative or positive value is allowed; only 32 bits of it are looked at. */
	return (s64)strncmp(text, constant, (u32)r2);
}
