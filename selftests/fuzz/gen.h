/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Random programs that are valid by construction: every access inside its buffer, every loop
 * bounded, every register written before it is read, no address in a value that is compared.
 */
#ifndef AB_SELFTESTS_FUZZ_GEN_H
#define AB_SELFTESTS_FUZZ_GEN_H

#include <linux/minmax.h>
#include "core/facts.h"

#ifndef ARRAY_SIZE
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))
#endif

#define GEN_MAX_INSNS 4096
#define GEN_BUF 256 /* bytes of the buffer that R1 points to, before ... */
#define GEN_OUT 11 /* ... this many u64 in which the main program leaves its registers */
#define GEN_STACK 96 /* bytes of stack a function uses */

/* Helpers that programs call. */
#define GEN_HELPER_MIX 1 /* a scalar from five scalars */
#define GEN_HELPER_CALLBACK 2 /* (function, buffer, x): calls function(buffer, x) */

struct gen_prog {
	struct altbpf_insn insns[GEN_MAX_INSNS];
	u32 cnt;
};

/* The same seed makes the same program. */
void gen_program(struct gen_prog *prog, u64 seed);

struct gen_random {
	u64 state;
};
u64 gen_next(struct gen_random *random);
/* An interesting 64-bit value. */
u64 gen_value(struct gen_random *random);

#endif
