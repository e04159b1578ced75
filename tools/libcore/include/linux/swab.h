/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in. */
#include <asm/byteorder.h>
