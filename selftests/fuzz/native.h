/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Compiled code made executable in this process. Include core headers before C library ones.
 */
#ifndef AB_SELFTESTS_FUZZ_NATIVE_H
#define AB_SELFTESTS_FUZZ_NATIVE_H

#include "core/jit/jit.h"

struct native {
	u8 *image;
	size_t room;
	u32 size;
	u64 entry;
	u64 tail;
};

/* A page-aligned area of @room bytes that is writable and executable. 0 or -errno. */
int native_init(struct native *native, size_t room);
void native_fini(struct native *native);
/* Compiles into the area, @shift bytes from its start. 0 or -errno. */
int native_build(struct native *native, const struct ab_code *code, const struct ab_jit_env *env, u32 shift);
/* What this machine and process are; helpers are far. */
struct ab_jit_env native_env(void);

#endif
