/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a user-space program that holds the core may ask of it: failing allocations on demand,
 * and the count of live ones. Ordinary C, no kernel headers.
 */
#ifndef AB_LIBCORE_HOST_H
#define AB_LIBCORE_HOST_H

/* The n-th allocation from now on (1 is the next) fails, once; 0: none. */
void ab_host_fail_at(long n);
/* Is that allocation still to come? */
int ab_host_fail_pending(void);
/* Allocations that are not freed yet; bytes of them; most bytes since the last reset. */
long ab_host_live(void);
unsigned long ab_host_bytes(void);
unsigned long ab_host_peak(void);
void ab_host_reset_peak(void);

#endif
