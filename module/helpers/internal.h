/* SPDX-License-Identifier: GPL-2.0 */
/* What the files of this folder share: their beginnings and ends, and the formatter. */
#ifndef AB_HELPERS_INTERNAL_H
#define AB_HELPERS_INTERNAL_H

#include <linux/types.h>

void ab_random_init(void);
int __must_check ab_print_init(void);
void ab_print_exit(void);
void ab_signal_init(void);
void ab_signal_exit(void);

/* Most arguments of one format. */
#define AB_FORMAT_ARGS 12

/**
 * ab_format() - a program's printf
 * @out: the text, always NUL-terminated when @size > 0
 * @size: bytes of @out
 * @fmt: the format, its NUL within @fmt_size
 * @fmt_size: bytes that may be read at @fmt
 * @args: one a conversion
 * @cnt: how many
 *
 * Strings and addresses are read with faults caught.
 *
 * Context: any.
 * Return: the length that the whole text has without its NUL, or -EINVAL: a conversion that is
 * not allowed or has no argument, or a character that cannot be printed.
 */
int ab_format(char *out, u32 size, const char *fmt, u32 fmt_size, const u64 *args, u32 cnt);

/* probe_read.c: like strncpy_from_{kernel,user}_nofault. Return: length with NUL or -errno. */
long ab_read_str(char *dst, u64 addr, u32 size, bool user);

#endif
