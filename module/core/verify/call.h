/* SPDX-License-Identifier: GPL-2.0 */
/* What the checks of a helper call's arguments find out for the call's effects. Private to verify/. */
#ifndef AB_CORE_VERIFY_CALL_H
#define AB_CORE_VERIFY_CALL_H

#include "core/verify/env.h"

/**
 * struct ab_call - one helper call
 * @map: register with the map argument, a copy; kind NONE if there is none
 * @func: subprogram of the callback argument, -1 if there is none
 * @ref: reference that the call releases, 0: none
 * @sock_ref: reference that the socket argument carries
 * @alloc: ALLOC_SIZE_CONST's value
 * @size_max: largest value of the size argument
 * @has_key: the key is the constant @key
 */
struct ab_call {
	const struct ab_helper_proto *proto;
	struct ab_reg map;
	s32 func;
	u32 ref;
	u32 sock_ref;
	u32 alloc;
	u64 size_max;
	bool has_key;
	u64 key;
};

/* args.c: checks R1 to R5 and does what the call does to their memory. */
int __must_check ab_args_check(struct ab_env *env, struct ab_call *call);
/* format.c: is the text at register @n a format that takes @args arguments? */
int __must_check ab_format_check(struct ab_env *env, u32 n, u32 args);
/* callback.c */
bool ab_callback_enters(u32 helper);
int __must_check ab_callback_enter(struct ab_env *env, const struct ab_call *call);

#endif
