/* SPDX-License-Identifier: GPL-2.0 */
/*
 * x86-64 instructions as bytes: prefixes, ModRM, displacements, relative branches. An opcode is
 * its byte and flags that say what goes around it. Nothing here knows of BPF.
 */
#ifndef AB_CORE_JIT_X86_EMIT_H
#define AB_CORE_JIT_X86_EMIT_H

#include "core/jit/work.h"
#include "core/jit/x86/regs.h"

/* Around the opcode's byte */
#define AB_XW 0x00100 /* 64-bit operands (REX.W) */
#define AB_X16 0x00200 /* 16-bit operands (66) */
#define AB_X0F 0x00400 /* second opcode map */
#define AB_X8R 0x00800 /* the register operand is a byte: spl..dil need a REX */
#define AB_X8M 0x01000 /* the ModRM register operand is one */
#define AB_XLOCK 0x02000
#define AB_XGS 0x04000 /* address in the per-CPU segment */
#define AB_XF38 0x08000 /* third opcode map */

/* Condition codes, as in jcc */
enum ab_x86_cc {
	AB_CC_B = 2,
	AB_CC_AE = 3,
	AB_CC_E = 4,
	AB_CC_NE = 5,
	AB_CC_BE = 6,
	AB_CC_A = 7,
	AB_CC_L = 12,
	AB_CC_GE = 13,
	AB_CC_LE = 14,
	AB_CC_G = 15,
};

/* The seven operations that share encodings: opcode op * 8 + 3 (reg, rm), group 0x81 /op */
enum ab_x86_alu {
	AB_X_ADD = 0,
	AB_X_OR = 1,
	AB_X_AND = 4,
	AB_X_SUB = 5,
	AB_X_XOR = 6,
	AB_X_CMP = 7,
};

/* Shifts: group 0xc1 / 0xd3 */
enum ab_x86_shift {
	AB_X_ROL = 0,
	AB_X_ROR = 1,
	AB_X_SHL = 4,
	AB_X_SHR = 5,
	AB_X_SAR = 7,
};

/* VEX shifts by register: the mandatory prefix says which (pp of the VEX byte) */
enum ab_x86_shx {
	AB_X_SHLX = 1,
	AB_X_SARX = 2,
	AB_X_SHRX = 3,
};

void ab_x86_put(struct ab_jit_work *work, u64 bytes, u32 cnt);
static inline void ab_x86_put1(struct ab_jit_work *work, u8 byte)
{
	if (work->buf)
		work->buf[work->pos] = byte;
	work->pos++;
}

/* op reg, rm with two registers */
void ab_x86_rr(struct ab_jit_work *work, u32 op, u8 reg, u8 rm);
/* op reg, [base + disp] */
void ab_x86_rm(struct ab_jit_work *work, u32 op, u8 reg, u8 base, s32 disp);
/* op reg, [base + index * 2^scale + disp]; base may be AB_NOREG */
void ab_x86_rmx(struct ab_jit_work *work, u32 op, u8 reg, u8 base, u8 index, u8 scale, s32 disp);
/* op reg, [disp32] (absolute, for gs) */
void ab_x86_abs(struct ab_jit_work *work, u32 op, u8 reg, s32 disp);
/* op reg, [rip + ...] at address @to, @tail bytes of immediate follow */
void ab_x86_rip(struct ab_jit_work *work, u32 op, u8 reg, u64 to, u32 tail);

/* The common ones. @w: 64-bit, else 32-bit with the upper half cleared. */
void ab_x86_mov(struct ab_jit_work *work, bool w, u8 dst, u8 src);
void ab_x86_mov_imm(struct ab_jit_work *work, u8 dst, u64 imm);
void ab_x86_mov_imm64(struct ab_jit_work *work, u8 dst, u64 imm); /* always 10 bytes */
void ab_x86_alu(struct ab_jit_work *work, bool w, enum ab_x86_alu op, u8 dst, u8 src);
void ab_x86_alu_imm(struct ab_jit_work *work, bool w, enum ab_x86_alu op, u8 dst, s32 imm);
void ab_x86_test(struct ab_jit_work *work, bool w, u8 a, u8 b);
void ab_x86_shift_imm(struct ab_jit_work *work, bool w, enum ab_x86_shift op, u8 dst, u8 cnt);
void ab_x86_shx(struct ab_jit_work *work, bool w, enum ab_x86_shx op, u8 dst, u8 src, u8 cnt);
void ab_x86_imul_imm(struct ab_jit_work *work, bool w, u8 dst, u8 src, s32 imm);
void ab_x86_mulx(struct ab_jit_work *work, u8 high, u8 low, u8 src); /* rdx * src */
void ab_x86_lea(struct ab_jit_work *work, bool w, u8 dst, u8 base, s32 disp);
void ab_x86_push(struct ab_jit_work *work, u8 reg);
void ab_x86_pop(struct ab_jit_work *work, u8 reg);

/* Relative branches to an address: call, jmp, jcc. -ERANGE goes to work->err. */
void ab_x86_call(struct ab_jit_work *work, u64 to);
void ab_x86_jmp_to(struct ab_jit_work *work, u64 to);
/* call @to, near or (env->far_calls) through rax */
void ab_x86_call_c(struct ab_jit_work *work, u64 to);
/* jmp *reg by the kernel's thunk where there is one */
void ab_x86_jmp_reg(struct ab_jit_work *work, u8 reg);
void ab_x86_ret(struct ab_jit_work *work);

/* Short branches forward inside one instruction: begin returns a mark, end says where it leads. */
u32 ab_x86_skip_begin(struct ab_jit_work *work, enum ab_x86_cc cc);
u32 ab_x86_skip_always(struct ab_jit_work *work);
void ab_x86_skip_end(struct ab_jit_work *work, u32 mark);

void ab_x86_nops(struct ab_jit_work *work, u32 cnt);
void ab_x86_traps(struct ab_jit_work *work, u32 cnt);
void ab_x86_endbr(struct ab_jit_work *work);

static inline bool ab_x86_is_s8(s64 v)
{
	return v == (s8)v;
}

#endif
