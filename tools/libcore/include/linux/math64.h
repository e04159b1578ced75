/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: 64-bit division is the compiler's own here. */
#ifndef AB_LIBCORE_MATH64_H
#define AB_LIBCORE_MATH64_H
#include <linux/types.h>
static inline u64 div64_u64(u64 a, u64 b) { return a / b; }
static inline s64 div64_s64(s64 a, s64 b) { return a / b; }
static inline u64 div_u64(u64 a, u32 b) { return a / b; }
static inline u64 div64_u64_rem(u64 a, u64 b, u64 *rem) { *rem = a % b; return a / b; }
#define do_div(n, b) ({ u32 __r = (u32)((n) % (b)); (n) /= (b); __r; })
#endif
