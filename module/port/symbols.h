/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Kernel symbols that are not exported. What is optional asks here at start and does without when
 * the answer is 0. Call what was found through a static call: an indirect call would fault where
 * the target's ENDBR is sealed.
 */
#ifndef AB_PORT_SYMBOLS_H
#define AB_PORT_SYMBOLS_H

#include <linux/static_call.h>

/* Finds the look-up itself. Return: 0, also where there is none: then every look-up gives 0. */
int ab_symbols_init(void);
/* Address of kernel symbol @name, 0 if unknown. Context: may sleep. */
unsigned long ab_symbol_find(const char *name);

#endif
