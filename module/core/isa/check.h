/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Is an instruction well formed, whatever program it stands in? Opcodes are sorted into forms
 * (one form: one set of used and reserved fields) by a table; verifier, disassembler and
 * interpreter's scan share it. Proved by selftests/unit/isa and the corpus.
 */
#ifndef AB_CORE_ISA_CHECK_H
#define AB_CORE_ISA_CHECK_H

#include "core/isa/isa.h"

/* What an opcode is; opcodes of one form use the same fields. */
enum ab_insn_form {
	AB_FORM_UNKNOWN,
	AB_FORM_ALU_K, /* dst op= imm; off 1 makes div and mod signed */
	AB_FORM_ALU_X, /* dst op= src */
	AB_FORM_MOV_K,
	AB_FORM_MOV_X, /* off 8, 16, 32: sign extend */
	AB_FORM_NEG,
	AB_FORM_END, /* byte swaps, imm is the width */
	AB_FORM_LD_IMM64, /* two instructions long */
	AB_FORM_LD_ABS,
	AB_FORM_LD_IND,
	AB_FORM_LDX, /* also sign-extending */
	AB_FORM_ST,
	AB_FORM_STX,
	AB_FORM_ATOMIC,
	AB_FORM_JA, /* class JMP: by off, class JMP32: by imm */
	AB_FORM_COND_K,
	AB_FORM_COND_X,
	AB_FORM_MAY_GOTO,
	AB_FORM_CALL,
	AB_FORM_EXIT,
};

enum ab_insn_form ab_insn_form(u8 code);

/**
 * ab_insn_check() - is one instruction well formed
 * @insns: the program
 * @cnt: instructions in it
 * @i: which one; never the second half of a 64-bit immediate (the caller steps over those)
 * @why: on refusal the classic message, static text without newline; may be NULL
 *
 * Known opcode, reserved fields zero, registers 0 to 10, an atomic operation that exists, both
 * halves of a 64-bit immediate. Not here, since they depend on more than the instruction's form:
 * jump targets, helper numbers, division by a constant 0, constant shift widths, writes to r10.
 *
 * Return: 0 or -EINVAL.
 */
int __must_check ab_insn_check(const struct altbpf_insn *insns, u32 cnt, u32 i, const char **why);

#endif
