/* SPDX-License-Identifier: GPL-2.0 */
/* A mapping's flags: since 6.3 they change through functions. */
#ifndef AB_PORT_VMA_H
#define AB_PORT_VMA_H

#include <linux/mm.h>
#include <linux/version.h>

static inline void ab_vma_clear_flags(struct vm_area_struct *vma, unsigned long flags)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
	vm_flags_clear(vma, flags);
#else
	vma->vm_flags &= ~flags;
#endif
}

#endif
