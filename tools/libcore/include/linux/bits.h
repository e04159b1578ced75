/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: single bits and masks, bit searches, bit arrays. */
#ifndef AB_LIBCORE_BITS_H
#define AB_LIBCORE_BITS_H
#include <linux/types.h>
#define BITS_PER_LONG 64
#define BIT(n) (1UL << (n))
#define BIT_ULL(n) (1ULL << (n))
#define GENMASK_ULL(h, l) ((~0ULL << (l)) & (~0ULL >> (63 - (h))))
#define BITS_TO_LONGS(n) (((n) + 63) / 64)
static inline int fls(unsigned int x) { return x ? 32 - __builtin_clz(x) : 0; }
static inline int fls64(u64 x) { return x ? 64 - __builtin_clzll(x) : 0; }
static inline unsigned long __ffs(unsigned long x) { return (unsigned long)__builtin_ctzl(x); }
static inline unsigned long __ffs64(u64 x) { return (unsigned long)__builtin_ctzll(x); }
static inline unsigned int hweight64(u64 x) { return (unsigned int)__builtin_popcountll(x); }
static inline unsigned int hweight32(u32 x) { return (unsigned int)__builtin_popcount(x); }
static inline bool is_power_of_2(unsigned long n) { return n && !(n & (n - 1)); }
static inline bool test_bit(long n, const unsigned long *p) { return p[n / 64] >> (n % 64) & 1; }
static inline void __set_bit(long n, unsigned long *p) { p[n / 64] |= 1UL << (n % 64); }
static inline void __clear_bit(long n, unsigned long *p) { p[n / 64] &= ~(1UL << (n % 64)); }
#endif
