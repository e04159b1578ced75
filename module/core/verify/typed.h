/* SPDX-License-Identifier: GPL-2.0 */
/* Kernel memory by its types. Private to verify/. */
#ifndef AB_CORE_VERIFY_TYPED_H
#define AB_CORE_VERIFY_TYPED_H

#include "core/verify/env.h"

/* Is what the program attaches to one whose arguments have types? Return: 0, or -errno (refused). */
int __must_check ab_typed_check_target(struct ab_env *env);
/* Reads @size bytes at @off of the context. */
int __must_check ab_typed_argument(struct ab_env *env, s32 off, u32 size, struct ab_reg *dst);
/* Reads through the typed pointer in register @base. */
int __must_check ab_typed_load(struct ab_env *env, u32 base, s32 off, u32 size, bool sign,
			       struct ab_reg *dst);

#endif
