/* SPDX-License-Identifier: GPL-2.0 */
/* The device, for main. */
#ifndef AB_DEV_DEV_H
#define AB_DEV_DEV_H

int __must_check ab_dev_init(void);
void ab_dev_exit(void);

#endif
