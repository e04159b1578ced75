/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: kvmalloc and friends live here in some kernels. */
#include <linux/slab.h>
