/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The BPF instruction set (RFC 9669 and cpu v4) as numbers. Everything that looks into an
 * instruction's code byte uses these names. Source: RFC 9669, sections 3 to 5.
 */
#ifndef AB_CORE_ISA_ISA_H
#define AB_CORE_ISA_ISA_H

#include <linux/types.h>
#include <linux/altbpf.h>

/* code & 7: the class */
#define AB_LD 0x00
#define AB_LDX 0x01
#define AB_ST 0x02
#define AB_STX 0x03
#define AB_ALU 0x04
#define AB_JMP 0x05
#define AB_JMP32 0x06
#define AB_ALU64 0x07
#define AB_CLASS(code) ((code) & 0x07)

/* code & 0x18 of loads and stores: the width */
#define AB_W 0x00
#define AB_H 0x08
#define AB_B 0x10
#define AB_DW 0x18
#define AB_SIZE(code) ((code) & 0x18)

/* code & 0xe0 of loads and stores: the mode */
#define AB_IMM 0x00
#define AB_ABS 0x20
#define AB_IND 0x40
#define AB_MEM 0x60
#define AB_MEMSX 0x80
#define AB_ATOMIC 0xc0
#define AB_MODE(code) ((code) & 0xe0)

/* code & 8 of ALU and JMP: the second operand */
#define AB_K 0x00
#define AB_X 0x08
#define AB_SRC(code) ((code) & 0x08)

/* code & 0xf0 of ALU and ALU64 */
#define AB_ADD 0x00
#define AB_SUB 0x10
#define AB_MUL 0x20
#define AB_DIV 0x30
#define AB_OR 0x40
#define AB_AND 0x50
#define AB_LSH 0x60
#define AB_RSH 0x70
#define AB_NEG 0x80
#define AB_MOD 0x90
#define AB_XOR 0xa0
#define AB_MOV 0xb0
#define AB_ARSH 0xc0
#define AB_END 0xd0
#define AB_OP(code) ((code) & 0xf0)

/* code & 0xf0 of JMP and JMP32 */
#define AB_JA 0x00
#define AB_JEQ 0x10
#define AB_JGT 0x20
#define AB_JGE 0x30
#define AB_JSET 0x40
#define AB_JNE 0x50
#define AB_JSGT 0x60
#define AB_JSGE 0x70
#define AB_CALL 0x80
#define AB_EXIT 0x90
#define AB_JLT 0xa0
#define AB_JLE 0xb0
#define AB_JSLT 0xc0
#define AB_JSLE 0xd0
#define AB_JCOND 0xe0 /* may_goto */

/* AB_END: the direction is the source bit; in class ALU64 it is an unconditional swap */
#define AB_TO_LE 0x00
#define AB_TO_BE 0x08

/* imm of AB_ATOMIC: AB_ADD, AB_OR, AB_AND, AB_XOR, each with or without AB_FETCH, and: */
#define AB_FETCH 0x01
#define AB_XCHG (0xe0 | AB_FETCH)
#define AB_CMPXCHG (0xf0 | AB_FETCH)
#define AB_LOAD_ACQ 0x100
#define AB_STORE_REL 0x110

#define AB_REG_FP 10
#define AB_REG_CNT 11

#define AB_LD_IMM64 (AB_LD | AB_IMM | AB_DW)
#define AB_CALL_CODE (AB_JMP | AB_CALL)
#define AB_EXIT_CODE (AB_JMP | AB_EXIT)

#define AB_MAX_INSNS 1000000
#define AB_MAX_STACK 512
#define AB_MAX_FRAMES 8
#define AB_MAX_TAIL_CALLS 33
#define AB_MAX_SUBPROGS 256
#define AB_MAX_MAPS 64

/* Width of a load or store in bytes. */
static inline u32 ab_insn_width(u8 code)
{
	switch (AB_SIZE(code)) {
	case AB_B:
		return 1;
	case AB_H:
		return 2;
	case AB_W:
		return 4;
	default:
		return 8;
	}
}

static inline bool ab_insn_is_ld_imm64(const struct altbpf_insn *insn)
{
	return insn->code == AB_LD_IMM64;
}

static inline bool ab_insn_is_subprog_call(const struct altbpf_insn *insn)
{
	return insn->code == AB_CALL_CODE && insn->src_reg == ALTBPF_PSEUDO_CALL;
}

static inline bool ab_insn_is_helper_call(const struct altbpf_insn *insn)
{
	return insn->code == AB_CALL_CODE && insn->src_reg == 0;
}

static inline bool ab_insn_is_callback_ref(const struct altbpf_insn *insn)
{
	return insn->code == AB_LD_IMM64 && insn->src_reg == ALTBPF_PSEUDO_FUNC;
}

/* Value of a 64-bit immediate; @insn is the first of its two instructions. */
static inline u64 ab_insn_imm64(const struct altbpf_insn *insn)
{
	return (u32)insn[0].imm | (u64)(u32)insn[1].imm << 32;
}

/* Where a jump leads, relative to the next instruction (JMP32|JA carries it in imm). */
static inline s32 ab_insn_jump_off(const struct altbpf_insn *insn)
{
	return insn->code == (AB_JMP32 | AB_JA) ? insn->imm : insn->off;
}

#endif
