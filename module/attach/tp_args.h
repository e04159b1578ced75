/* SPDX-License-Identifier: GPL-2.0 */
/* What the kernel's own type information says of a tracepoint's arguments. */
#ifndef AB_ATTACH_TP_ARGS_H
#define AB_ATTACH_TP_ARGS_H

#include <linux/types.h>

#define AB_TP_ARGS_MAX 12

/**
 * struct ab_tp_args - a tracepoint's arguments
 * @known: the kernel has type information of it
 * @cnt: how many; AB_TP_ARGS_MAX where not known
 * @size: bytes of each; a register's upper part is undefined for small ones
 */
struct ab_tp_args {
	bool known;
	u32 cnt;
	u8 size[AB_TP_ARGS_MAX];
};

/* Looks the arguments of tracepoint @name up. Context: may sleep; walks all types of the kernel. */
void ab_tp_args_find(const char *name, struct ab_tp_args *args);

#endif
