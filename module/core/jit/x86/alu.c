// SPDX-License-Identifier: GPL-2.0
/*
 * ALU and ALU64 instructions but division (div.c). 32-bit operations clear the upper half on
 * x86 as they do in BPF, so there are no extra moves; 64-bit ones with a non-negative immediate use
 * the shorter 32-bit form where that gives the same result.
 */
#include <linux/kernel.h>
#include <linux/log2.h>
#include "core/jit/x86/lower.h"

static void lower_mov(struct ab_jit_work *work, const struct altbpf_insn *insn, bool w, u8 dst,
		      u8 src)
{
	u32 size = w ? AB_XW : 0;

	if (AB_SRC(insn->code) == AB_K) {
		ab_x86_mov_imm(work, dst, w ? (u64)(s64)insn->imm : (u32)insn->imm);
		return;
	}
	switch (insn->off) {
	case 8:
		ab_x86_rr(work, size | AB_X0F | AB_X8M | 0xbe, dst, src);
		break;
	case 16:
		ab_x86_rr(work, size | AB_X0F | 0xbf, dst, src);
		break;
	case 32:
		ab_x86_rr(work, AB_XW | 0x63, dst, src);
		break;
	default:
		ab_x86_mov(work, w, dst, src);
	}
}

static void lower_and_imm(struct ab_jit_work *work, bool w, u8 dst, s32 imm)
{
	if (imm == 0xff)
		ab_x86_rr(work, AB_X0F | AB_X8M | 0xb6, dst, dst);
	else if (imm == 0xffff)
		ab_x86_rr(work, AB_X0F | 0xb7, dst, dst);
	else if (imm == 0)
		ab_x86_mov_imm(work, dst, 0);
	else
		ab_x86_alu_imm(work, w && imm < 0, AB_X_AND, dst, imm);
}

static void lower_add_imm(struct ab_jit_work *work, bool w, u8 dst, s32 imm)
{
	if (imm == 128) /* the negative fits a byte */
		ab_x86_alu_imm(work, w, AB_X_SUB, dst, -128);
	else
		ab_x86_alu_imm(work, w, AB_X_ADD, dst, imm);
}

static void lower_sub_imm(struct ab_jit_work *work, bool w, u8 dst, s32 imm)
{
	if (imm == 128)
		ab_x86_alu_imm(work, w, AB_X_ADD, dst, -128);
	else
		ab_x86_alu_imm(work, w, AB_X_SUB, dst, imm);
}

static void lower_mul_imm(struct ab_jit_work *work, bool w, u8 dst, s32 imm)
{
	u32 size = w ? AB_XW : 0;

	if (imm == 0)
		ab_x86_mov_imm(work, dst, 0);
	else if (imm == 1)
		ab_x86_mov(work, w, dst, dst);
	else if (imm > 0 && is_power_of_2(imm))
		ab_x86_shift_imm(work, w, AB_X_SHL, dst, ilog2(imm));
	else if (imm == 3 || imm == 5 || imm == 9)
		ab_x86_rmx(work, size | 0x8d, dst, dst, dst, ilog2(imm - 1), 0);
	else
		ab_x86_imul_imm(work, w, dst, dst, imm);
}

static enum ab_x86_shift shift_of(u8 op)
{
	if (op == AB_LSH)
		return AB_X_SHL;
	return op == AB_RSH ? AB_X_SHR : AB_X_SAR;
}

enum ab_x86_shx ab_x86_shx_of(u8 op)
{
	if (op == AB_LSH)
		return AB_X_SHLX;
	return op == AB_RSH ? AB_X_SHRX : AB_X_SARX;
}

static void lower_shift_imm(struct ab_jit_work *work, bool w, u8 op, u8 dst, s32 imm)
{
	u8 cnt = imm & (w ? 63 : 31);

	if (!cnt)
		ab_x86_mov(work, w, dst, dst);
	else
		ab_x86_shift_imm(work, w, shift_of(op), dst, cnt);
}

static void lower_alu_imm(struct ab_jit_work *work, const struct altbpf_insn *insn, bool w, u8 dst)
{
	s32 imm = insn->imm;

	switch (AB_OP(insn->code)) {
	case AB_ADD:
		lower_add_imm(work, w, dst, imm);
		break;
	case AB_SUB:
		lower_sub_imm(work, w, dst, imm);
		break;
	case AB_MUL:
		lower_mul_imm(work, w, dst, imm);
		break;
	case AB_AND:
		lower_and_imm(work, w, dst, imm);
		break;
	case AB_OR:
		ab_x86_alu_imm(work, w, AB_X_OR, dst, imm);
		break;
	case AB_XOR:
		ab_x86_alu_imm(work, w, AB_X_XOR, dst, imm);
		break;
	default:
		lower_shift_imm(work, w, AB_OP(insn->code), dst, imm);
	}
}

/* Without BMI2 the count must be in cl. */
static void lower_shift_cl(struct ab_jit_work *work, bool w, enum ab_x86_shift op, u8 dst, u8 src)
{
	u32 code = (w ? AB_XW : 0) | 0xd3;
	u8 work_reg = dst == AB_RCX ? AB_X86_T1 : dst;

	if (src == AB_RCX) {
		ab_x86_rr(work, code, op, dst);
		return;
	}
	ab_x86_mov(work, true, AB_X86_T0, AB_RCX);
	ab_x86_mov(work, true, AB_RCX, src);
	if (dst == AB_RCX)
		ab_x86_mov(work, true, AB_X86_T1, AB_X86_T0);
	ab_x86_rr(work, code, op, work_reg);
	ab_x86_mov(work, true, AB_RCX, dst == AB_RCX ? AB_X86_T1 : AB_X86_T0);
}

static void lower_shift_reg(struct ab_jit_work *work, bool w, u8 op, u8 dst, u8 src)
{
	if (work->env->has_bmi2)
		ab_x86_shx(work, w, ab_x86_shx_of(op), dst, dst, src);
	else
		lower_shift_cl(work, w, shift_of(op), dst, src);
}

static void lower_alu_reg(struct ab_jit_work *work, const struct altbpf_insn *insn, bool w, u8 dst,
			  u8 src)
{
	switch (AB_OP(insn->code)) {
	case AB_ADD:
		ab_x86_alu(work, w, AB_X_ADD, dst, src);
		break;
	case AB_SUB:
		ab_x86_alu(work, w, AB_X_SUB, dst, src);
		break;
	case AB_MUL:
		ab_x86_rr(work, (w ? AB_XW : 0) | AB_X0F | 0xaf, dst, src);
		break;
	case AB_AND:
		ab_x86_alu(work, w, AB_X_AND, dst, src);
		break;
	case AB_OR:
		ab_x86_alu(work, w, AB_X_OR, dst, src);
		break;
	case AB_XOR:
		ab_x86_alu(work, w, AB_X_XOR, dst, src);
		break;
	default:
		lower_shift_reg(work, w, AB_OP(insn->code), dst, src);
	}
}

/* to_le only cuts here; to_be and the unconditional bswap swap. */
static void lower_end(struct ab_jit_work *work, const struct altbpf_insn *insn, u8 dst)
{
	bool swaps = AB_CLASS(insn->code) == AB_ALU64 || AB_SRC(insn->code) == AB_TO_BE;

	switch (insn->imm) {
	case 16:
		if (swaps) {
			ab_x86_rr(work, AB_X16 | 0xc1, AB_X_ROL, dst);
			ab_x86_put1(work, 8);
		}
		ab_x86_rr(work, AB_X0F | 0xb7, dst, dst);
		break;
	case 32:
		if (swaps) {
			/* bswap: the register is in the opcode, which put_op extends by base */
			if (dst >= AB_R8)
				ab_x86_put1(work, 0x41);
			ab_x86_put(work, 0xc80f | (dst & 7) << 8, 2);
		} else {
			ab_x86_mov(work, false, dst, dst);
		}
		break;
	default:
		if (swaps) {
			ab_x86_put1(work, 0x48 | dst >> 3);
			ab_x86_put(work, 0xc80f | (dst & 7) << 8, 2);
		}
	}
}

void ab_x86_lower_alu(struct ab_jit_work *work, const struct altbpf_insn *insn)
{
	bool w = AB_CLASS(insn->code) == AB_ALU64;
	u8 dst = ab_x86_reg(insn->dst_reg);
	u8 src = ab_x86_reg(insn->src_reg);

	switch (AB_OP(insn->code)) {
	case AB_MOV:
		lower_mov(work, insn, w, dst, src);
		break;
	case AB_NEG:
		ab_x86_rr(work, (w ? AB_XW : 0) | 0xf7, 3, dst);
		break;
	case AB_END:
		lower_end(work, insn, dst);
		break;
	case AB_DIV:
	case AB_MOD:
		ab_x86_lower_div(work, insn);
		break;
	default:
		if (AB_SRC(insn->code) == AB_K)
			lower_alu_imm(work, insn, w, dst);
		else
			lower_alu_reg(work, insn, w, dst, src);
	}
}
