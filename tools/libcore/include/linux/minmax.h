/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in. */
#ifndef AB_LIBCORE_MINMAX_H
#define AB_LIBCORE_MINMAX_H
#define min(a, b) ({ __typeof__(a) __a = (a); __typeof__(b) __b = (b); (void)(&__a == &__b); __a < __b ? __a : __b; })
#define max(a, b) ({ __typeof__(a) __a = (a); __typeof__(b) __b = (b); (void)(&__a == &__b); __a > __b ? __a : __b; })
#define min_t(t, a, b) ({ t __a = (a); t __b = (b); __a < __b ? __a : __b; })
#define max_t(t, a, b) ({ t __a = (a); t __b = (b); __a > __b ? __a : __b; })
#define min3(a, b, c) min(min(a, b), c)
#define max3(a, b, c) max(max(a, b), c)
#define clamp(v, lo, hi) min(max(v, lo), hi)
#endif
