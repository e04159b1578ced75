/* SPDX-License-Identifier: GPL-2.0 */
/* What generated code must know of this machine and kernel. */
#ifndef AB_PORT_THUNKS_H
#define AB_PORT_THUNKS_H

#include "core/jit/jit.h"

/* Fills the machine description; looks at what the kernel made of this module's own code. */
void ab_thunks_init(void);
/* The description, valid after ab_thunks_init(). */
extern struct ab_jit_env ab_jit_env;

#endif
