/* SPDX-License-Identifier: GPL-2.0 */
/* What the types of a global function say of its arguments. Private to verify/. */
#ifndef AB_CORE_VERIFY_PROTO_H
#define AB_CORE_VERIFY_PROTO_H

#include "core/verify/env.h"

enum ab_param_kind { AB_PARAM_NUMBER, AB_PARAM_CTX, AB_PARAM_MEM };

/* One argument: for MEM @size bytes that may be NULL unless @nonnull. */
struct ab_param {
	u8 kind;
	u8 nonnull;
	u32 size;
};

/* Arguments of subprogram @sub. Return: how many, or -errno (refused). */
int __must_check ab_proto_read(struct ab_env *env, u32 sub, struct ab_param param[5]);

#endif
