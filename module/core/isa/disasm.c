// SPDX-License-Identifier: GPL-2.0
/*
 * Disassembler, for disasm.h: one printer a form of instruction, operators by table. The text is
 * that of mainline's logs and of bpftool, so that people and tools can read it. Proved by
 * selftests/corpus, whose assembler reads back what this prints.
 */
#include <linux/kernel.h>
#include "core/isa/check.h"
#include "core/isa/disasm.h"

struct out {
	char *buf;
	size_t size;
};

static const char *const alu_ops[16] = {
	[AB_ADD >> 4] = "+=", [AB_SUB >> 4] = "-=", [AB_MUL >> 4] = "*=", [AB_DIV >> 4] = "/=",
	[AB_OR >> 4] = "|=", [AB_AND >> 4] = "&=", [AB_LSH >> 4] = "<<=", [AB_RSH >> 4] = ">>=",
	[AB_MOD >> 4] = "%=", [AB_XOR >> 4] = "^=", [AB_MOV >> 4] = "=", [AB_ARSH >> 4] = "s>>=",
};

static const char *const jump_ops[16] = {
	[AB_JEQ >> 4] = "==", [AB_JGT >> 4] = ">", [AB_JGE >> 4] = ">=", [AB_JSET >> 4] = "&",
	[AB_JNE >> 4] = "!=", [AB_JSGT >> 4] = "s>", [AB_JSGE >> 4] = "s>=", [AB_JLT >> 4] = "<",
	[AB_JLE >> 4] = "<=", [AB_JSLT >> 4] = "s<", [AB_JSLE >> 4] = "s<=",
};

static const char *const fetch_ops[16] = {
	[AB_ADD >> 4] = "add", [AB_OR >> 4] = "or", [AB_AND >> 4] = "and", [AB_XOR >> 4] = "xor",
};

static const char *const unsigned_types[4] = { "u32", "u16", "u8", "u64" };
static const char *const signed_types[4] = { "s32", "s16", "s8", "s64" };

#define HELPER_NAME(name, number) [number] = #name,
static const char *const helper_names[] = { ALTBPF_HELPERS(HELPER_NAME) };
#undef HELPER_NAME

const char *ab_disasm_helper_name(u32 id)
{
	return id < ARRAY_SIZE(helper_names) ? helper_names[id] : NULL;
}

static const char *mem_type(const struct altbpf_insn *insn)
{
	bool is_signed = AB_CLASS(insn->code) == AB_LDX && AB_MODE(insn->code) == AB_MEMSX;

	return (is_signed ? signed_types : unsigned_types)[AB_SIZE(insn->code) >> 3];
}

/* 'w' where an instruction works on the lower half of its registers. */
static char reg_letter(u8 code)
{
	return AB_CLASS(code) == AB_ALU || AB_CLASS(code) == AB_JMP32 ? 'w' : 'r';
}

static int print_alu(struct out *out, const struct altbpf_insn *insn)
{
	u8 op = AB_OP(insn->code);
	bool is_signed = insn->off == 1 && (op == AB_DIV || op == AB_MOD);
	char r = reg_letter(insn->code);

	if (AB_SRC(insn->code) == AB_X)
		return scnprintf(out->buf, out->size, "%c%d %s%s %c%d", r, insn->dst_reg,
				 is_signed ? "s" : "", alu_ops[op >> 4], r, insn->src_reg);
	return scnprintf(out->buf, out->size, "%c%d %s%s %d", r, insn->dst_reg,
			 is_signed ? "s" : "", alu_ops[op >> 4], insn->imm);
}

static int print_mov(struct out *out, const struct altbpf_insn *insn)
{
	const char *cast = insn->off == 8 ? "(s8)" : insn->off == 16 ? "(s16)" :
			   insn->off == 32 ? "(s32)" : "";
	char r = reg_letter(insn->code);

	return scnprintf(out->buf, out->size, "%c%d = %s%c%d", r, insn->dst_reg, cast, r,
			 insn->src_reg);
}

static int print_neg(struct out *out, const struct altbpf_insn *insn)
{
	char r = reg_letter(insn->code);

	return scnprintf(out->buf, out->size, "%c%d = -%c%d", r, insn->dst_reg, r, insn->dst_reg);
}

static int print_end(struct out *out, const struct altbpf_insn *insn)
{
	const char *name = AB_CLASS(insn->code) == AB_ALU64 ? "bswap" :
			   AB_SRC(insn->code) == AB_TO_BE ? "be" : "le";

	return scnprintf(out->buf, out->size, "r%d = %s%d r%d", insn->dst_reg, name, insn->imm,
			 insn->dst_reg);
}

static int print_ld_imm64(struct out *out, const struct altbpf_insn *insn)
{
	switch (insn->src_reg) {
	case ALTBPF_PSEUDO_MAP_FD:
	case ALTBPF_PSEUDO_MAP_IDX:
		return scnprintf(out->buf, out->size, "r%d = map[id:%u]", insn->dst_reg,
				 (u32)insn->imm);
	case ALTBPF_PSEUDO_MAP_VALUE:
	case ALTBPF_PSEUDO_MAP_IDX_VALUE:
		return scnprintf(out->buf, out->size, "r%d = map[id:%u][0]+%u", insn->dst_reg,
				 (u32)insn->imm, (u32)insn[1].imm);
	case ALTBPF_PSEUDO_FUNC:
		return scnprintf(out->buf, out->size, "r%d = subprog[%+d]", insn->dst_reg,
				 insn->imm);
	default:
		return scnprintf(out->buf, out->size, "r%d = 0x%llx", insn->dst_reg,
				 ab_insn_imm64(insn));
	}
}

static int print_ld_packet(struct out *out, const struct altbpf_insn *insn)
{
	if (AB_MODE(insn->code) == AB_ABS)
		return scnprintf(out->buf, out->size, "r0 = *(%s *)skb[%d]", mem_type(insn),
				 insn->imm);
	return scnprintf(out->buf, out->size, "r0 = *(%s *)skb[r%d + %d]", mem_type(insn),
			 insn->src_reg, insn->imm);
}

static int print_store(struct out *out, const struct altbpf_insn *insn)
{
	if (AB_CLASS(insn->code) == AB_STX)
		return scnprintf(out->buf, out->size, "*(%s *)(r%d %+d) = r%d", mem_type(insn),
				 insn->dst_reg, insn->off, insn->src_reg);
	return scnprintf(out->buf, out->size, "*(%s *)(r%d %+d) = %d", mem_type(insn),
			 insn->dst_reg, insn->off, insn->imm);
}

static int print_atomic(struct out *out, const struct altbpf_insn *insn)
{
	const char *wide = AB_SIZE(insn->code) == AB_DW ? "64" : "";
	const char *type = mem_type(insn);
	u8 dst = insn->dst_reg, src = insn->src_reg;

	switch (insn->imm) {
	case AB_ADD:
	case AB_OR:
	case AB_AND:
	case AB_XOR:
		return scnprintf(out->buf, out->size, "lock *(%s *)(r%d %+d) %s r%d", type, dst,
				 insn->off, alu_ops[insn->imm >> 4], src);
	case AB_ADD | AB_FETCH:
	case AB_OR | AB_FETCH:
	case AB_AND | AB_FETCH:
	case AB_XOR | AB_FETCH:
		return scnprintf(out->buf, out->size, "r%d = atomic%s_fetch_%s((%s *)(r%d %+d), r%d)",
				 src, wide, fetch_ops[insn->imm >> 4], type, dst, insn->off, src);
	case AB_XCHG:
		return scnprintf(out->buf, out->size, "r%d = atomic%s_xchg((%s *)(r%d %+d), r%d)",
				 src, wide, type, dst, insn->off, src);
	case AB_CMPXCHG:
		return scnprintf(out->buf, out->size, "r0 = atomic%s_cmpxchg((%s *)(r%d %+d), r0, r%d)",
				 wide, type, dst, insn->off, src);
	case AB_LOAD_ACQ:
		return scnprintf(out->buf, out->size, "r%d = load_acquire((%s *)(r%d %+d))", dst,
				 type, src, insn->off);
	case AB_STORE_REL:
		return scnprintf(out->buf, out->size, "store_release((%s *)(r%d %+d), r%d)", type,
				 dst, insn->off, src);
	}
	return scnprintf(out->buf, out->size, "atomic 0x%x *(%s *)(r%d %+d), r%d", insn->imm, type,
			 dst, insn->off, src);
}

static int print_cond(struct out *out, const struct altbpf_insn *insn)
{
	const char *op = jump_ops[AB_OP(insn->code) >> 4];
	char r = reg_letter(insn->code);

	if (AB_SRC(insn->code) == AB_X)
		return scnprintf(out->buf, out->size, "if %c%d %s %c%d goto pc%+d", r,
				 insn->dst_reg, op, r, insn->src_reg, insn->off);
	return scnprintf(out->buf, out->size, "if %c%d %s 0x%x goto pc%+d", r, insn->dst_reg, op,
			 insn->imm, insn->off);
}

static int print_call(struct out *out, const struct altbpf_insn *insn)
{
	const char *name;

	switch (insn->src_reg) {
	case ALTBPF_PSEUDO_CALL:
		return scnprintf(out->buf, out->size, "call pc%+d", insn->imm);
	case ALTBPF_PSEUDO_KFUNC_CALL:
		return scnprintf(out->buf, out->size, "call kernel-function#%d", insn->imm);
	}
	name = ab_disasm_helper_name(insn->imm);
	return scnprintf(out->buf, out->size, "call %s%s#%d", name ? "bpf_" : "",
			 name ? name : "unknown", insn->imm);
}

static int print_form(struct out *out, const struct altbpf_insn *insn)
{
	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
	case AB_FORM_MOV_K:
		return print_alu(out, insn);
	case AB_FORM_MOV_X:
		return print_mov(out, insn);
	case AB_FORM_NEG:
		return print_neg(out, insn);
	case AB_FORM_END:
		return print_end(out, insn);
	case AB_FORM_LD_IMM64:
		return print_ld_imm64(out, insn);
	case AB_FORM_LD_ABS:
	case AB_FORM_LD_IND:
		return print_ld_packet(out, insn);
	case AB_FORM_LDX:
		return scnprintf(out->buf, out->size, "r%d = *(%s *)(r%d %+d)", insn->dst_reg,
				 mem_type(insn), insn->src_reg, insn->off);
	case AB_FORM_ST:
	case AB_FORM_STX:
		return print_store(out, insn);
	case AB_FORM_ATOMIC:
		return print_atomic(out, insn);
	case AB_FORM_JA:
		return scnprintf(out->buf, out->size, "%s pc%+d",
				 AB_CLASS(insn->code) == AB_JMP32 ? "gotol" : "goto",
				 ab_insn_jump_off(insn));
	case AB_FORM_COND_K:
	case AB_FORM_COND_X:
		return print_cond(out, insn);
	case AB_FORM_MAY_GOTO:
		return scnprintf(out->buf, out->size, "may_goto pc%+d", insn->off);
	case AB_FORM_CALL:
		return print_call(out, insn);
	case AB_FORM_EXIT:
		return scnprintf(out->buf, out->size, "exit");
	case AB_FORM_UNKNOWN:
		break;
	}
	return scnprintf(out->buf, out->size, "unknown opcode %02x", insn->code);
}

int ab_disasm(char *buf, size_t size, const struct altbpf_insn *insn)
{
	struct out out = { buf, size };
	const char *why;
	int len;

	if (!size)
		return 0;
	len = print_form(&out, insn);
	/* What the text above does not show, since it must be zero or within bounds. */
	if (ab_insn_form(insn->code) != AB_FORM_UNKNOWN && ab_insn_check(insn, 2, 0, &why))
		len += scnprintf(buf + len, size - len, " (%s)", why);
	return len;
}
