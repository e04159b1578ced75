/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: a warning ends a test with a trace instead of a line in the kernel log. */
#ifndef AB_LIBCORE_BUG_H
#define AB_LIBCORE_BUG_H
#include <linux/types.h>
void ab_host_warn(const char *file, int line, const char *what);
#define WARN_ON_ONCE(c) ({ bool __c = !!(c); if (__c) ab_host_warn(__FILE__, __LINE__, #c); __c; })
#define WARN_ON(c) WARN_ON_ONCE(c)
#define WARN_ONCE(c, ...) ({ bool __c = !!(c); if (__c) ab_host_warn(__FILE__, __LINE__, #c); __c; })
#define BUILD_BUG_ON(c) _Static_assert(!(c), #c)
#endif
