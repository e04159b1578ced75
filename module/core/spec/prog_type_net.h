/* SPDX-License-Identifier: GPL-2.0 */
/* The rows of prog_type_net.c. Private to spec/. */
#ifndef AB_CORE_SPEC_PROG_TYPE_NET_H
#define AB_CORE_SPEC_PROG_TYPE_NET_H

#include "core/spec/prog_type.h"

/* Types that nothing here attaches or runs yet; type 0 ends. */
extern const struct ab_prog_type ab_prog_types_net[];
/* Rows that hold for some expected attach types, in place of the type's own row; type 0 ends. */
extern const struct ab_prog_type ab_prog_types_attach[];

#endif
