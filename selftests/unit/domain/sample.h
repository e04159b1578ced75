/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Random scalars with numbers that are known to be members, and the concrete machine that the
 * abstract results are compared with. Shared by the tests of the scalar domain.
 */
#ifndef AB_SELFTESTS_UNIT_SAMPLE_H
#define AB_SELFTESTS_UNIT_SAMPLE_H

#include "core/verify/domain/scalar.h"
#include "unit.h"

#define SAMPLE_MEMBERS 10

/**
 * struct sample - a scalar and some of its members
 * @s: the scalar
 * @x: numbers that are in it
 * @cnt: how many
 */
struct sample {
	struct ab_scalar s;
	u64 x[SAMPLE_MEMBERS];
	u32 cnt;
};

/* An interesting number: near a power of two, near zero, or random. */
u64 sample_number(void);
void sample_make(struct sample *sample);
/* What an engine computes; ops as in ab_scalar_alu(). */
u64 sample_alu(u8 op, bool is32, u64 a, u64 b);
bool sample_compare(u8 op, bool is32, u64 a, u64 b);
/* For messages. */
const char *sample_text(const struct ab_scalar *s);

#endif
