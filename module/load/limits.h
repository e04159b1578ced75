/* SPDX-License-Identifier: GPL-2.0 */
/* What verification may cost; module parameters, 0: the verifier's defaults. */
#ifndef AB_LOAD_LIMITS_H
#define AB_LOAD_LIMITS_H

#include <linux/types.h>

extern u64 ab_load_work_limit; /* processed instructions */
extern u64 ab_load_mem_limit; /* bytes of states */

#endif
