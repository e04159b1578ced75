/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Executable memory. It is never writable where it is executable: bytes get there through a
 * second, short-lived mapping. Free blocks hold trap instructions.
 */
#ifndef AB_PORT_TEXT_H
#define AB_PORT_TEXT_H

#include <linux/types.h>

int __must_check ab_text_init(void);
void ab_text_exit(void);

/*
 * A block of @size bytes, 64-byte aligned, filled with traps, in reach of direct calls to the
 * kernel and to this module. Context: may sleep. Return: its address, or NULL.
 */
void *ab_text_alloc(u32 size);
/*
 * Puts @len bytes into a block from ab_text_alloc() (@dst may be inside it) and makes every CPU see them.
 * Context: may sleep. Return: 0 or -ENOMEM.
 */
int __must_check ab_text_write(void *dst, const void *src, u32 len);
/* Gives a block back; nobody may execute it any more. Context: may sleep. */
void ab_text_free(void *addr, u32 size);
/* Bytes in use and bytes of the arena, for people. */
void ab_text_usage(u32 *used, u32 *size);

#endif
