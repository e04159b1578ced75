/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: checked arithmetic. */
#ifndef AB_LIBCORE_OVERFLOW_H
#define AB_LIBCORE_OVERFLOW_H
#define check_add_overflow(a, b, d) __builtin_add_overflow(a, b, d)
#define check_sub_overflow(a, b, d) __builtin_sub_overflow(a, b, d)
#define check_mul_overflow(a, b, d) __builtin_mul_overflow(a, b, d)
#endif
