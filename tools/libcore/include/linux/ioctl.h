/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: the core issues no ioctl. */
#define _IOW(type, nr, arg) 0
