/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The interpreter: the reference of what a program means, the oracle of every engine test, and
 * the fallback for programs that the JIT cannot take. Whole instruction set.
 */
#ifndef AB_CORE_INTERP_INTERP_H
#define AB_CORE_INTERP_INTERP_H

#include "core/facts.h"

/**
 * ab_interp_run() - run a program
 * @code: verified (or trusted test) code
 * @r1: first argument, the context
 * @r2: second argument (tests only; programs get 0)
 *
 * The stack (512 bytes over all frames) is in a C frame. A call that would need more ends the run
 * with R0 = 0; the verifier refuses such programs. A tail call out of a subprogram takes one more
 * C frame; beyond a few of them it fails as if its slot were empty.
 * Context: any.
 * Return: R0.
 */
u64 ab_interp_run(const struct ab_code *code, u64 r1, u64 r2);

/* Runs one subprogram as a helper's callback; see ab_callback(). */
u64 ab_interp_callback(const struct ab_interp_func *func, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);

/**
 * ab_callback() - call a program's callback from a helper
 * @fn: the callback as the helper's argument register holds it: a native address, or (bit 0 set)
 *	a struct ab_interp_func
 */
static inline u64 ab_callback(u64 fn, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	if (fn & 1)
		return ab_interp_callback((const struct ab_interp_func *)(uintptr_t)(fn & ~1ULL),
					  r1, r2, r3, r4, r5);
	return ((ab_helper_fn)(uintptr_t)fn)(r1, r2, r3, r4, r5);
}

/**
 * ab_code_scan() - make facts for code that no verifier saw (tests, fuzzers)
 * @insns: the program
 * @insn_cnt: how many
 * @facts: filled (free with ab_facts_fini()): everything reachable, subprograms found from calls and
 *	callback references, stack as accesses through r10 tell (all 512 bytes where r10 is copied)
 *
 * Return: 0 or -errno (-EINVAL: malformed instruction, a jump or call leaves the program, -E2BIG:
 * too many subprograms, -ENOMEM).
 */
int __must_check ab_code_scan(const struct altbpf_insn *insns, u32 insn_cnt, struct ab_facts *facts);

#endif
