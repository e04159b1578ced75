/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: little-endian hosts. */
#ifndef AB_LIBCORE_BYTEORDER_H
#define AB_LIBCORE_BYTEORDER_H
#include <linux/types.h>
#define swab16(x) __builtin_bswap16(x)
#define swab32(x) __builtin_bswap32(x)
#define swab64(x) __builtin_bswap64(x)
#define cpu_to_le16(x) ((u16)(x))
#define cpu_to_le32(x) ((u32)(x))
#define cpu_to_le64(x) ((u64)(x))
#define cpu_to_be16(x) swab16(x)
#define cpu_to_be32(x) swab32(x)
#define cpu_to_be64(x) swab64(x)
#endif
