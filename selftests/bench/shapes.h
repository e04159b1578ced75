/* SPDX-License-Identifier: GPL-2.0 */
/* Programs for verify.c. */
#ifndef AB_SELFTESTS_BENCH_SHAPES_H
#define AB_SELFTESTS_BENCH_SHAPES_H

#include "core/isa/isa.h"

struct shape {
	char name[64];
	struct altbpf_insn *insns;
	u32 len;
	u32 cap;
};

/* Program number @i; the caller frees its instructions. False: there are no more. */
bool shape_make(struct shape *shape, u32 i);

#endif
