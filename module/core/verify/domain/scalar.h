/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the verifier knows of a number in a register: known bits, and unsigned and signed ranges
 * of the whole 64 bits and of the low 32. A struct ab_scalar stands for all x that satisfy every
 * one of the ten bounds; all functions keep "the concrete result is a member of the result"
 * (sound), and leave the parts in agreement with each other (ab_scalar_sync()).
 *
 * Used by verify/ for transfer, branches, joins and pruning. Pure functions on values. Proved by
 * selftests/unit/domain (exhaustive at four bits, sampled on 64 bits); tnums and bounds by CBMC.
 */
#ifndef AB_CORE_VERIFY_DOMAIN_SCALAR_H
#define AB_CORE_VERIFY_DOMAIN_SCALAR_H

#include <linux/types.h>
#include "core/isa/isa.h"
#include "core/verify/domain/tnum.h"

struct ab_scalar {
	struct ab_tnum bits;
	u64 umin, umax;
	s64 smin, smax;
	u32 u32_min, u32_max;
	s32 s32_min, s32_max;
};

/* Signed division and modulo beside the AB_OP() codes in ab_scalar_alu() (off == 1 in the insn). */
#define AB_SDIV (AB_DIV | 1)
#define AB_SMOD (AB_MOD | 1)

/* ---- making ---- */
struct ab_scalar ab_scalar_const(u64 value);
struct ab_scalar ab_scalar_unknown(void);
/* All of [min, max] as unsigned, as signed numbers. min <= max. */
struct ab_scalar ab_scalar_range(u64 min, u64 max);
struct ab_scalar ab_scalar_srange(s64 min, s64 max);
/* What a load of @size bytes (1, 2, 4, 8) can give, zero- or sign-extended. */
struct ab_scalar ab_scalar_load(u32 size, bool sign);

/* ---- asking ---- */
static inline bool ab_scalar_is_const(const struct ab_scalar *s)
{
	return !s->bits.mask;
}

/* Are the low 32 bits one known value? It is s->u32_min then. */
static inline bool ab_scalar_is_const32(const struct ab_scalar *s)
{
	return !(u32)s->bits.mask;
}

/* The value, if ab_scalar_is_const(). */
static inline u64 ab_scalar_value(const struct ab_scalar *s)
{
	return s->bits.value;
}

bool ab_scalar_is_unknown(const struct ab_scalar *s);
bool ab_scalar_contains(const struct ab_scalar *s, u64 value);
bool ab_scalar_equal(const struct ab_scalar *a, const struct ab_scalar *b);
/* Is every member of @cur a member of @old? (May say no where the answer is yes; never the reverse.) */
bool ab_scalar_includes(const struct ab_scalar *old, const struct ab_scalar *cur);

/* ---- computing ---- */

/**
 * ab_scalar_alu() - one ALU operation
 * @op: AB_ADD ... AB_ARSH, AB_MOV, AB_NEG (@src unused), AB_SDIV, AB_SMOD; not AB_END
 * @is32: on the low 32 bits, result zero-extended
 * @dst: first operand and result
 * @src: second operand; @dst itself means the same number (x ^ x is 0), so copy where only the
 *	ranges are the same
 *
 * Division by zero gives 0, modulo by zero leaves @dst (cut to 32 bits if @is32), as the ISA says.
 * Shift counts are taken modulo the width, as the engines do.
 */
void ab_scalar_alu(u8 op, bool is32, struct ab_scalar *dst, const struct ab_scalar *src);

/* Keeps the low @size bytes (1, 2, 4, 8), zero- or sign-extended to 64 bits. */
void ab_scalar_trunc(struct ab_scalar *s, u32 size, bool sign);

/* The low @size bytes (2, 4, 8), reversed if @swap, zero-extended. */
void ab_scalar_endian(struct ab_scalar *s, u32 size, bool swap);

/* ---- branches ---- */

/**
 * ab_scalar_decide() - does a comparison have one outcome for all values?
 * @op: AB_JEQ, AB_JNE, AB_JGT ... AB_JSLE, AB_JSET
 * @is32: compares the low 32 bits
 * Return: 1 always true, 0 always false, -1 not known.
 */
int ab_scalar_decide(u8 op, bool is32, const struct ab_scalar *a, const struct ab_scalar *b);

/**
 * ab_scalar_refine() - keep what fits a comparison's outcome
 * @op: as in ab_scalar_decide()
 * @is32: compares the low 32 bits
 * @a: left operand, narrowed
 * @b: right operand, narrowed; must not be @a
 * @taken: the comparison was true
 * Return: false if no pair of values has this outcome: the path is dead (*a, *b are then undefined).
 */
bool __must_check ab_scalar_refine(u8 op, bool is32, struct ab_scalar *a, struct ab_scalar *b,
				   bool taken);

/* ---- sets ---- */

/* @dst becomes the hull of both. */
void ab_scalar_join(struct ab_scalar *dst, const struct ab_scalar *src);
/* @dst becomes what is in both; false if that is empty (*dst is then undefined). */
bool __must_check ab_scalar_meet(struct ab_scalar *dst, const struct ab_scalar *src);
/*
 * @dst (of the turn before) becomes a superset of @dst and @cur in which every bound that @cur
 * moved beyond @dst is given up to the next of few landmarks, so that a loop's head is stable
 * after few turns.
 */
void ab_scalar_widen(struct ab_scalar *dst, const struct ab_scalar *cur);
/* Lets each part learn from the others; false if no value satisfies all (*s is then undefined). */
bool ab_scalar_sync(struct ab_scalar *s);

/*
 * Text as in the kernel's logs: "5" for a constant, "" for the unknown, else
 * "(umin=1,umax=7,var_off=(0x0; 0x7))". Returns its length; always NUL-terminated.
 */
int ab_scalar_print(char *buf, size_t size, const struct ab_scalar *s);

#endif
