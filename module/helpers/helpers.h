/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The native functions behind helper calls. Contracts are in core/spec/helper.c; table.c pairs
 * each number with its function; one file a family.
 */
#ifndef AB_HELPERS_HELPERS_H
#define AB_HELPERS_HELPERS_H

#include "core/facts.h"

/* Native functions by helper number, NULL where there is none; ALTBPF_FUNC_CNT entries. */
extern const ab_helper_fn ab_helper_table[ALTBPF_FUNC_CNT];

/* A helper's definition: u64 arguments whatever their meaning. */
#define AB_HELPER(name) \
	u64 ab_helper_##name(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5); \
	u64 ab_helper_##name(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)

/* A register argument as a pointer. */
#define AB_PTR(r) ((void *)(uintptr_t)(r))

/* What helpers need before the first program runs: random seeds, the trace instance. May sleep. */
int __must_check ab_helpers_init(void);
void ab_helpers_exit(void);

#endif
