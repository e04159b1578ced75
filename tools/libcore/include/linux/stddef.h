/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in. */
#include <linux/types.h>
