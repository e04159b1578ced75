/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Instructions as C initialisers, for programs that tests write by hand.
 */
#ifndef AB_SELFTESTS_INSN_H
#define AB_SELFTESTS_INSN_H

#include <stdbool.h>
#include <linux/altbpf.h>
#ifndef AB_CORE_ISA_ISA_H
typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __u64 u64;
typedef __s32 s32;
#include "core/isa/isa.h"
#endif

enum { R0, R1, R2, R3, R4, R5, R6, R7, R8, R9, R10 };

#define INSN(c, d, s, o, i) ((struct altbpf_insn){ .code = (c), .dst_reg = (d), .src_reg = (s), .off = (o), .imm = (i) })
#define ALU64_REG(op, d, s) INSN(AB_ALU64 | (op) | AB_X, d, s, 0, 0)
#define ALU64_IMM(op, d, i) INSN(AB_ALU64 | (op) | AB_K, d, 0, 0, i)
#define ALU32_REG(op, d, s) INSN(AB_ALU | (op) | AB_X, d, s, 0, 0)
#define ALU32_IMM(op, d, i) INSN(AB_ALU | (op) | AB_K, d, 0, 0, i)
#define MOV_REG(d, s) ALU64_REG(AB_MOV, d, s)
#define MOV_IMM(d, i) ALU64_IMM(AB_MOV, d, i)
#define MOV32_REG(d, s) ALU32_REG(AB_MOV, d, s)
#define MOV32_IMM(d, i) ALU32_IMM(AB_MOV, d, i)
#define LDX(size, d, s, o) INSN(AB_LDX | AB_MEM | (size), d, s, o, 0)
#define LDSX(size, d, s, o) INSN(AB_LDX | AB_MEMSX | (size), d, s, o, 0)
#define STX(size, d, s, o) INSN(AB_STX | AB_MEM | (size), d, s, o, 0)
#define ST(size, d, o, i) INSN(AB_ST | AB_MEM | (size), d, 0, o, i)
#define ATOMIC(size, op, d, s, o) INSN(AB_STX | AB_ATOMIC | (size), d, s, o, op)
#define JMP_A(o) INSN(AB_JMP | AB_JA, 0, 0, o, 0)
#define JMP_IMM(op, d, i, o) INSN(AB_JMP | (op) | AB_K, d, 0, o, i)
#define JMP_REG(op, d, s, o) INSN(AB_JMP | (op) | AB_X, d, s, o, 0)
#define JMP32_IMM(op, d, i, o) INSN(AB_JMP32 | (op) | AB_K, d, 0, o, i)
#define JMP32_REG(op, d, s, o) INSN(AB_JMP32 | (op) | AB_X, d, s, o, 0)
#define CALL(id) INSN(AB_CALL_CODE, 0, 0, 0, id)
#define CALL_REL(o) INSN(AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, o)
#define EXIT() INSN(AB_EXIT_CODE, 0, 0, 0, 0)
#define LD_IMM64_RAW(d, s, lo, hi) INSN(AB_LD_IMM64, d, s, 0, (__s32)(lo)), INSN(0, 0, 0, 0, (__s32)(hi))
#define LD_IMM64(d, v) LD_IMM64_RAW(d, 0, (__u32)(v), (__u64)(v) >> 32)
#define LD_MAP_FD(d, fd) LD_IMM64_RAW(d, ALTBPF_PSEUDO_MAP_FD, fd, 0)
#define LD_MAP_VALUE(d, fd, o) LD_IMM64_RAW(d, ALTBPF_PSEUDO_MAP_VALUE, fd, o)
#define LD_FUNC(d, o) LD_IMM64_RAW(d, ALTBPF_PSEUDO_FUNC, o, 0)

#define PROG(...) (struct altbpf_insn[]){ __VA_ARGS__ }
#define PROG_LEN(p) (sizeof(p) / sizeof((p)[0]))
/* LOAD(KPROBE, MOV_IMM(R0, 0), EXIT()) */
#define LOAD(type, ...) \
	prog_load(ALTBPF_PROG_TYPE_##type, PROG(__VA_ARGS__), PROG_LEN(PROG(__VA_ARGS__)))

#endif
