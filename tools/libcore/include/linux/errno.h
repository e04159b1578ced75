/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: the errnos that the core returns (Linux numbers). */
#ifndef AB_LIBCORE_ERRNO_H
#define AB_LIBCORE_ERRNO_H
#define EPERM 1
#define ENOENT 2
#define EINTR 4
#define E2BIG 7
#define EBADF 9
#define EAGAIN 11
#define ENOMEM 12
#define EACCES 13
#define EFAULT 14
#define EBUSY 16
#define EEXIST 17
#define EINVAL 22
#define ENOSPC 28
#define ERANGE 34
#define ENAMETOOLONG 36
#define ELOOP 40
#define EPROTO 71
#define EOVERFLOW 75
#define EOPNOTSUPP 95
#define ENOTSUPP 524
#endif
