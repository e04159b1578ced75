/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: allocation, counted, and failing on demand (host.h). */
#ifndef AB_LIBCORE_SLAB_H
#define AB_LIBCORE_SLAB_H
#include <linux/types.h>
#define GFP_KERNEL 0U
#define GFP_KERNEL_ACCOUNT 0U
#define GFP_USER 0U
#define __GFP_NOWARN 0U
#define __GFP_ZERO 1U
void *ab_host_alloc(size_t size, bool zero);
void *ab_host_realloc(void *p, size_t size);
void ab_host_free(const void *p);
void *ab_host_alloc_array(size_t n, size_t size, bool zero);
#define kmalloc(s, g) ab_host_alloc(s, (g) & __GFP_ZERO)
#define kzalloc(s, g) ab_host_alloc(s, true)
#define kcalloc(n, s, g) ab_host_alloc_array(n, s, true)
#define kmalloc_array(n, s, g) ab_host_alloc_array(n, s, false)
#define kvmalloc(s, g) ab_host_alloc(s, (g) & __GFP_ZERO)
#define kvzalloc(s, g) ab_host_alloc(s, true)
#define kvcalloc(n, s, g) ab_host_alloc_array(n, s, true)
#define kvmalloc_array(n, s, g) ab_host_alloc_array(n, s, false)
#define krealloc(p, s, g) ab_host_realloc(p, s)
#define vmalloc(s) ab_host_alloc(s, false)
#define vzalloc(s) ab_host_alloc(s, true)
#define kfree(p) ab_host_free(p)
#define kvfree(p) ab_host_free(p)
#define vfree(p) ab_host_free(p)
#endif
