/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in. */
#include <linux/bits.h>
#define ilog2(n) (63 - __builtin_clzll(n))
