// SPDX-License-Identifier: GPL-2.0
/* The text sink's formatting, for log.h. */
#include <linux/kernel.h>
#include <linux/slab.h>
#include "core/log.h"

void ab_log(const struct ab_log *log, const char *fmt, ...)
{
	char buf[512];
	va_list args;
	int n;

	if (!log || !log->level)
		return;
	va_start(args, fmt);
	n = vscnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	log->write(log->ctx, buf, n);
}
