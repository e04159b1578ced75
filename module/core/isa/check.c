// SPDX-License-Identifier: GPL-2.0
/*
 * Form of an instruction, for check.h. The table of opcodes is the one place that says which
 * exist (RFC 9669 section 3 to 5, cpu v4, may_goto); the rest is one small check a form.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include "core/isa/check.h"

#define ALU(op) \
	[AB_ALU | AB_K | (op)] = AB_FORM_ALU_K, [AB_ALU | AB_X | (op)] = AB_FORM_ALU_X, \
	[AB_ALU64 | AB_K | (op)] = AB_FORM_ALU_K, [AB_ALU64 | AB_X | (op)] = AB_FORM_ALU_X

#define COND(op) \
	[AB_JMP | AB_K | (op)] = AB_FORM_COND_K, [AB_JMP | AB_X | (op)] = AB_FORM_COND_X, \
	[AB_JMP32 | AB_K | (op)] = AB_FORM_COND_K, [AB_JMP32 | AB_X | (op)] = AB_FORM_COND_X

#define WIDTHS_BHW(code, form) \
	[(code) | AB_B] = (form), [(code) | AB_H] = (form), [(code) | AB_W] = (form)

#define WIDTHS(code, form) WIDTHS_BHW(code, form), [(code) | AB_DW] = (form)

static const u8 forms[256] = {
	ALU(AB_ADD), ALU(AB_SUB), ALU(AB_MUL), ALU(AB_DIV), ALU(AB_OR), ALU(AB_AND),
	ALU(AB_LSH), ALU(AB_RSH), ALU(AB_MOD), ALU(AB_XOR), ALU(AB_ARSH),
	[AB_ALU | AB_MOV | AB_K] = AB_FORM_MOV_K, [AB_ALU64 | AB_MOV | AB_K] = AB_FORM_MOV_K,
	[AB_ALU | AB_MOV | AB_X] = AB_FORM_MOV_X, [AB_ALU64 | AB_MOV | AB_X] = AB_FORM_MOV_X,
	[AB_ALU | AB_NEG] = AB_FORM_NEG, [AB_ALU64 | AB_NEG] = AB_FORM_NEG,
	[AB_ALU | AB_END | AB_TO_LE] = AB_FORM_END, [AB_ALU | AB_END | AB_TO_BE] = AB_FORM_END,
	[AB_ALU64 | AB_END] = AB_FORM_END,

	[AB_LD_IMM64] = AB_FORM_LD_IMM64,
	WIDTHS_BHW(AB_LD | AB_ABS, AB_FORM_LD_ABS), WIDTHS_BHW(AB_LD | AB_IND, AB_FORM_LD_IND),
	WIDTHS(AB_LDX | AB_MEM, AB_FORM_LDX), WIDTHS_BHW(AB_LDX | AB_MEMSX, AB_FORM_LDX),
	WIDTHS(AB_ST | AB_MEM, AB_FORM_ST), WIDTHS(AB_STX | AB_MEM, AB_FORM_STX),
	WIDTHS(AB_STX | AB_ATOMIC, AB_FORM_ATOMIC),

	COND(AB_JEQ), COND(AB_JNE), COND(AB_JSET), COND(AB_JGT), COND(AB_JGE), COND(AB_JLT),
	COND(AB_JLE), COND(AB_JSGT), COND(AB_JSGE), COND(AB_JSLT), COND(AB_JSLE),
	[AB_JMP | AB_JA] = AB_FORM_JA, [AB_JMP32 | AB_JA] = AB_FORM_JA,
	[AB_JMP | AB_JCOND] = AB_FORM_MAY_GOTO,
	[AB_CALL_CODE] = AB_FORM_CALL,
	[AB_EXIT_CODE] = AB_FORM_EXIT,
};

/* Texts for all opcodes, so that a message needs no buffer. */
#define TEXT(h, l) "unknown opcode " #h #l
#define TEXTS(h) \
	TEXT(h, 0), TEXT(h, 1), TEXT(h, 2), TEXT(h, 3), TEXT(h, 4), TEXT(h, 5), TEXT(h, 6), \
	TEXT(h, 7), TEXT(h, 8), TEXT(h, 9), TEXT(h, a), TEXT(h, b), TEXT(h, c), TEXT(h, d), \
	TEXT(h, e), TEXT(h, f)

static const char *const unknown_texts[256] = {
	TEXTS(0), TEXTS(1), TEXTS(2), TEXTS(3), TEXTS(4), TEXTS(5), TEXTS(6), TEXTS(7),
	TEXTS(8), TEXTS(9), TEXTS(a), TEXTS(b), TEXTS(c), TEXTS(d), TEXTS(e), TEXTS(f),
};

static const char *const bad_reg_texts[16] = {
	[11] = "R11 is invalid", [12] = "R12 is invalid", [13] = "R13 is invalid",
	[14] = "R14 is invalid", [15] = "R15 is invalid",
};

enum ab_insn_form ab_insn_form(u8 code)
{
	return forms[code];
}

static const char *check_alu(const struct altbpf_insn *insn, bool has_src)
{
	u8 op = AB_OP(insn->code);
	bool can_sign = op == AB_DIV || op == AB_MOD;

	if (has_src ? insn->imm != 0 : insn->src_reg != 0)
		return "BPF_ALU uses reserved fields";
	if (insn->off != 0 && !(insn->off == 1 && can_sign))
		return "BPF_ALU uses reserved fields";
	return NULL;
}

static const char *check_mov(const struct altbpf_insn *insn, bool has_src)
{
	bool wide = AB_CLASS(insn->code) == AB_ALU64;
	bool ok;

	if (has_src)
		ok = !insn->imm && (insn->off == 0 || insn->off == 8 || insn->off == 16 ||
				    (insn->off == 32 && wide));
	else
		ok = !insn->src_reg && !insn->off;
	return ok ? NULL : "BPF_MOV uses reserved fields";
}

static const char *check_end(const struct altbpf_insn *insn)
{
	bool width = insn->imm == 16 || insn->imm == 32 || insn->imm == 64;

	return width && !insn->src_reg && !insn->off ? NULL : "BPF_END uses reserved fields";
}

static const char *check_ld_imm64(const struct altbpf_insn *insn, bool has_second)
{
	bool names_map = insn->src_reg == ALTBPF_PSEUDO_MAP_FD || insn->src_reg == ALTBPF_PSEUDO_MAP_IDX;

	if (!has_second || insn[1].code || insn[1].dst_reg || insn[1].src_reg || insn[1].off)
		return "invalid bpf_ld_imm64 insn";
	if (insn->off)
		return "BPF_LD_IMM64 uses reserved fields";
	if (insn->src_reg > ALTBPF_PSEUDO_MAP_IDX_VALUE || (names_map && insn[1].imm))
		return "unrecognized bpf_ld_imm64 insn";
	return NULL;
}

static const char *check_ld_packet(const struct altbpf_insn *insn, bool has_src)
{
	if (insn->dst_reg || insn->off || (!has_src && insn->src_reg))
		return "BPF_LD_[ABS|IND] uses reserved fields";
	return NULL;
}

static const char *check_atomic(const struct altbpf_insn *insn)
{
	u8 size = AB_SIZE(insn->code);

	switch (insn->imm) {
	case AB_LOAD_ACQ:
	case AB_STORE_REL:
		return NULL;
	case AB_ADD:
	case AB_ADD | AB_FETCH:
	case AB_OR:
	case AB_OR | AB_FETCH:
	case AB_AND:
	case AB_AND | AB_FETCH:
	case AB_XOR:
	case AB_XOR | AB_FETCH:
	case AB_XCHG:
	case AB_CMPXCHG:
		return size == AB_W || size == AB_DW ? NULL : "invalid atomic operand size";
	}
	return "BPF_ATOMIC uses invalid atomic opcode";
}

static const char *check_ja(const struct altbpf_insn *insn)
{
	bool by_imm = AB_CLASS(insn->code) == AB_JMP32;

	if (insn->src_reg || insn->dst_reg || (by_imm ? insn->off != 0 : insn->imm != 0))
		return "BPF_JA uses reserved fields";
	return NULL;
}

static const char *check_call(const struct altbpf_insn *insn)
{
	/* A kernel function's off is the index of the module that it lives in. */
	if (insn->dst_reg || insn->src_reg > ALTBPF_PSEUDO_KFUNC_CALL ||
	    (insn->off && insn->src_reg != ALTBPF_PSEUDO_KFUNC_CALL))
		return "BPF_CALL uses reserved fields";
	return NULL;
}

static const char *check_form(const struct altbpf_insn *insn, bool has_second)
{
	switch (ab_insn_form(insn->code)) {
	case AB_FORM_UNKNOWN:
		return unknown_texts[insn->code];
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
		return check_alu(insn, AB_SRC(insn->code) == AB_X);
	case AB_FORM_MOV_K:
	case AB_FORM_MOV_X:
		return check_mov(insn, AB_SRC(insn->code) == AB_X);
	case AB_FORM_NEG:
		return insn->src_reg || insn->off || insn->imm ? "BPF_NEG uses reserved fields" : NULL;
	case AB_FORM_END:
		return check_end(insn);
	case AB_FORM_LD_IMM64:
		return check_ld_imm64(insn, has_second);
	case AB_FORM_LD_ABS:
	case AB_FORM_LD_IND:
		return check_ld_packet(insn, AB_MODE(insn->code) == AB_IND);
	case AB_FORM_LDX:
		return insn->imm ? "BPF_LDX uses reserved fields" : NULL;
	case AB_FORM_ST:
		return insn->src_reg ? "BPF_ST uses reserved fields" : NULL;
	case AB_FORM_STX:
		return insn->imm ? "BPF_STX uses reserved fields" : NULL;
	case AB_FORM_ATOMIC:
		return check_atomic(insn);
	case AB_FORM_JA:
		return check_ja(insn);
	case AB_FORM_COND_K:
		return insn->src_reg ? "BPF_JMP/JMP32 uses reserved fields" : NULL;
	case AB_FORM_COND_X:
		return insn->imm ? "BPF_JMP/JMP32 uses reserved fields" : NULL;
	case AB_FORM_MAY_GOTO:
		return insn->src_reg || insn->dst_reg || insn->imm ? "invalid may_goto" : NULL;
	case AB_FORM_CALL:
		return check_call(insn);
	case AB_FORM_EXIT:
		return insn->src_reg || insn->dst_reg || insn->imm || insn->off ?
			"BPF_EXIT uses reserved fields" : NULL;
	}
	return unknown_texts[insn->code];
}

/* Source fields that are no registers (kinds of calls and immediates) were bounded by their form. */
static const char *check_regs(const struct altbpf_insn *insn)
{
	bool src_is_kind = insn->code == AB_LD_IMM64 || insn->code == AB_CALL_CODE;

	if (!src_is_kind && insn->src_reg >= AB_REG_CNT)
		return bad_reg_texts[insn->src_reg];
	if (insn->dst_reg >= AB_REG_CNT)
		return bad_reg_texts[insn->dst_reg];
	return NULL;
}

int ab_insn_check(const struct altbpf_insn *insns, u32 cnt, u32 i, const char **why)
{
	const char *text = check_form(&insns[i], i + 1 < cnt);

	if (!text)
		text = check_regs(&insns[i]);
	if (why)
		*why = text;
	return text ? -EINVAL : 0;
}
