/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which x86-64 register holds what. R1 to R5 and R0 are where the C calling convention wants
 * arguments and result, R6 to R9 are its callee-saved ones, R10 is the frame pointer, so helper
 * calls move nothing and unwinders find frames.
 */
#ifndef AB_CORE_JIT_X86_REGS_H
#define AB_CORE_JIT_X86_REGS_H

#include "core/isa/isa.h"

enum ab_x86_reg {
	AB_RAX,
	AB_RCX,
	AB_RDX,
	AB_RBX,
	AB_RSP,
	AB_RBP,
	AB_RSI,
	AB_RDI,
	AB_R8,
	AB_R9,
	AB_R10,
	AB_R11,
	AB_R12,
	AB_R13,
	AB_R14,
	AB_R15,
	AB_NOREG = 0xff,
};

/* Free between instructions; nobody keeps them. */
#define AB_X86_T0 AB_R11
#define AB_X86_T1 AB_R10
#define AB_X86_T2 AB_R9
/* Tail calls so far in this run; callee-saved, so helpers keep it. */
#define AB_X86_TAILS AB_R12

extern const u8 ab_x86_map[AB_REG_CNT + 1];

static inline u8 ab_x86_reg(u8 bpf_reg)
{
	return ab_x86_map[bpf_reg < AB_REG_CNT ? bpf_reg : AB_REG_CNT];
}

#endif
