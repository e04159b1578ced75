/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Tests of what only compiled code has: tail calls between images, look-ups without a call, the
 * probe stub, frames, dead code. All by running what comes out. Include before C library headers.
 */
#ifndef AB_SELFTESTS_JIT_TEST_H
#define AB_SELFTESTS_JIT_TEST_H

#include "core/interp/interp.h"
#include "../fuzz/native.h"

void test_tail(void);
void test_map(void);
void test_hook(void);
void test_shape(void);
void test_large(void);
void test_alloc(void);
void test_packet(void);

void check_eq(const char *file, int line, const char *what, u64 got, u64 want);
#define CHECK_EQ(got, want) check_eq(__FILE__, __LINE__, #got, (u64)(got), (u64)(want))

/* A program ready to run: scanned, to be adjusted, then compiled. */
struct unit {
	struct altbpf_insn insns[64];
	struct ab_code code;
	struct ab_facts facts;
	struct ab_jit_env env;
	struct native native;
	struct ab_map_desc *maps[2];
	ab_helper_fn helpers[ALTBPF_FUNC_CNT];
};

/* The insns up to one whose code is 0xff, or the array's end. */
struct unit *unit_new(const struct altbpf_insn *insns, u32 cnt);
#define UNIT(...) \
	unit_new((const struct altbpf_insn[]){ __VA_ARGS__ }, \
		 sizeof((const struct altbpf_insn[]){ __VA_ARGS__ }) / sizeof(struct altbpf_insn))
void unit_build(struct unit *unit);
u64 unit_run(struct unit *unit, u64 r1);
void unit_free(struct unit *unit);

#define I(c, d, s, o, i) { .code = (c), .dst_reg = (d), .src_reg = (s), .off = (o), .imm = (i) }
#define MOV(d, i) I(AB_ALU64 | AB_MOV | AB_K, d, 0, 0, i)
#define MOVR(d, s) I(AB_ALU64 | AB_MOV | AB_X, d, s, 0, 0)
#define ADD(d, i) I(AB_ALU64 | AB_ADD | AB_K, d, 0, 0, i)
#define ADDR(d, s) I(AB_ALU64 | AB_ADD | AB_X, d, s, 0, 0)
#define LOAD(w, d, s, o) I(AB_LDX | AB_MEM | (w), d, s, o, 0)
#define STORE(w, d, o, s) I(AB_STX | AB_MEM | (w), d, s, o, 0)
#define STI(w, d, o, i) I(AB_ST | AB_MEM | (w), d, 0, o, i)
#define CALL(h) I(AB_CALL_CODE, 0, 0, 0, h)
#define SUBCALL(i) I(AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, i)
#define JA(o) I(AB_JMP | AB_JA, 0, 0, o, 0)
#define JEQ(d, i, o) I(AB_JMP | AB_JEQ | AB_K, d, 0, o, i)
#define IMM64(d, s, v) I(AB_LD_IMM64, d, s, 0, (s32)(u64)(v)), I(0, 0, 0, 0, (s32)((u64)(v) >> 32))
#define EXIT I(AB_EXIT_CODE, 0, 0, 0, 0)

#endif
