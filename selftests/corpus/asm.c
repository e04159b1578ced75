// SPDX-License-Identifier: GPL-2.0
/*
 * The assembler of asm.h: one pass over the lines with a cursor, then labels are resolved.
 * Proved by the corpus run, which disassembles every program and assembles it again.
 */
#include "core/isa/disasm.h"
#include "asm_text.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct { const char *text; u8 op; } alu_ops[] = {
	{ "+=", AB_ADD }, { "-=", AB_SUB }, { "*=", AB_MUL }, { "/=", AB_DIV }, { "|=", AB_OR },
	{ "&=", AB_AND }, { "<<=", AB_LSH }, { ">>=", AB_RSH }, { "%=", AB_MOD }, { "^=", AB_XOR },
	{ "s>>=", AB_ARSH }, { "s/=", AB_DIV }, { "s%=", AB_MOD },
};

/* -1 if none is next; *is_signed for s/= and s%=. */
static int take_alu_op(struct as *as, bool *is_signed)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(alu_ops); i++) {
		if (!asm_take(as, alu_ops[i].text))
			continue;
		*is_signed = alu_ops[i].text[0] == 's' && alu_ops[i].op != AB_ARSH;
		return alu_ops[i].op;
	}
	return -1;
}

static void parse_alu(struct as *as, u8 dst, bool wide, u8 op, bool is_signed)
{
	u8 class = wide ? AB_ALU64 : AB_ALU;
	bool src_wide;
	u8 src;

	if (!asm_take_reg(as, &src, &src_wide))
		asm_add_insn(as, class | op | AB_K, dst, 0, is_signed, asm_need_imm(as));
	else if (src_wide == wide)
		asm_add_insn(as, class | op | AB_X, dst, src, is_signed, 0);
	else
		asm_fail(as, "r and w registers do not mix");
}

static const struct { const char *text; u8 op; } jump_ops[] = {
	{ "s>=", AB_JSGE }, { "s<=", AB_JSLE }, { "s>", AB_JSGT }, { "s<", AB_JSLT }, { "==", AB_JEQ },
	{ "!=", AB_JNE }, { ">=", AB_JGE }, { "<=", AB_JLE }, { ">", AB_JGT }, { "<", AB_JLT },
	{ "&", AB_JSET },
};

static void parse_if(struct as *as)
{
	bool wide = true, src_wide;
	struct altbpf_insn insn = {};
	u8 dst = 0, src = 0;
	size_t i;

	if (!asm_take_reg(as, &dst, &wide))
		asm_fail(as, "expected a register at '%s'", as->at);
	for (i = 0; i < ARRAY_SIZE(jump_ops) && !asm_take(as, jump_ops[i].text); i++)
		;
	if (i == ARRAY_SIZE(jump_ops)) {
		asm_fail(as, "expected a comparison at '%s'", as->at);
		return;
	}
	insn.code = (wide ? AB_JMP : AB_JMP32) | jump_ops[i].op;
	if (asm_take_reg(as, &src, &src_wide)) {
		insn.code |= AB_X;
		if (src_wide != wide)
			asm_fail(as, "r and w registers do not mix");
	} else {
		insn.imm = asm_need_imm(as);
	}
	asm_need(as, "goto");
	insn.off = asm_need_target(as, FIX_OFF);
	asm_add_insn(as, insn.code, dst, src, insn.off, insn.imm);
}

static int find_helper(const char *name)
{
	const char *known;
	u32 id;

	if (strncmp(name, "bpf_", 4))
		return -1;
	for (id = 0; id < ALTBPF_FUNC_CNT; id++) {
		known = ab_disasm_helper_name(id);
		if (known && !strcmp(known, name + 4))
			return id;
	}
	return -1;
}

static void parse_call(struct as *as)
{
	char name[NAME_MAX_LEN];
	s64 v = 0;
	int id;

	asm_skip_blanks(as);
	if (!strncmp(as->at, "pc", 2) && (as->at[2] == '+' || as->at[2] == '-')) {
		asm_add_insn(as, AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, asm_need_target(as, FIX_IMM));
		return;
	}
	if (asm_take(as, "kernel-function#")) {
		asm_add_insn(as, AB_CALL_CODE, 0, ALTBPF_PSEUDO_KFUNC_CALL, 0, asm_need_imm(as));
		return;
	}
	if (asm_take_number(as, &v)) {
		asm_add_insn(as, AB_CALL_CODE, 0, 0, 0, v);
		return;
	}
	if (!asm_take_name(as, name)) {
		asm_fail(as, "expected what to call at '%s'", as->at);
		return;
	}
	id = find_helper(name);
	if (asm_take(as, "#")) {
		asm_add_insn(as, AB_CALL_CODE, 0, 0, 0, asm_need_imm(as));
	} else if (id >= 0) {
		asm_add_insn(as, AB_CALL_CODE, 0, 0, 0, id);
	} else {
		asm_add_fix(as, FIX_IMM, name);
		asm_add_insn(as, AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, 0);
	}
}

static const struct { const char *name; u16 op; } fetches[] = {
	{ "fetch_add", AB_ADD | AB_FETCH }, { "fetch_or", AB_OR | AB_FETCH },
	{ "fetch_and", AB_AND | AB_FETCH }, { "fetch_xor", AB_XOR | AB_FETCH },
	{ "xchg", AB_XCHG }, { "cmpxchg", AB_CMPXCHG },
};

/* "atomic64_fetch_add((u64 *)(r1 +0), r2)", the name's part before the operation is consumed. */
static void parse_fetch(struct as *as, u8 dst)
{
	struct mem_ref ref = {};
	size_t i;
	u8 src;

	for (i = 0; i < ARRAY_SIZE(fetches) && !asm_take(as, fetches[i].name); i++)
		;
	if (i == ARRAY_SIZE(fetches)) {
		asm_fail(as, "expected an atomic operation at '%s'", as->at);
		return;
	}
	asm_need(as, "(");
	asm_need_type(as, &ref);
	asm_need_address(as, &ref);
	asm_need(as, ",");
	if (fetches[i].op == AB_CMPXCHG) {
		asm_need(as, "r0");
		asm_need(as, ",");
	}
	src = asm_need_reg(as);
	asm_need(as, ")");
	if (dst != (fetches[i].op == AB_CMPXCHG ? 0 : src))
		asm_fail(as, "the result goes to %s", fetches[i].op == AB_CMPXCHG ? "r0" : "the source register");
	asm_add_insn(as, AB_STX | AB_ATOMIC | ref.size, ref.reg, src, ref.off, fetches[i].op);
}

/* "map[name]", "map[id:2]", with "[0]+8" the address of a value; "map[" is consumed. */
static void parse_map(struct as *as, u8 dst)
{
	char name[NAME_MAX_LEN];
	s64 index = -1, off = 0;

	if (asm_take(as, "id:")) {
		asm_take_number(as, &index);
	} else if (asm_take_name(as, name)) {
		index = as->find_map ? as->find_map(as->ctx, name) : -1;
		if (index < 0)
			asm_fail(as, "no map '%s'", name);
	}
	asm_need(as, "]");
	if (!asm_take(as, "[0]")) {
		asm_add_imm64(as, dst, ALTBPF_PSEUDO_MAP_FD, (u32)index);
		return;
	}
	asm_take_number(as, &off);
	asm_add_imm64(as, dst, ALTBPF_PSEUDO_MAP_VALUE, (u32)index | (u64)off << 32);
}

static void parse_load(struct as *as, u8 dst)
{
	struct mem_ref ref = {};
	u8 src, mode;

	asm_need_type(as, &ref);
	if (!asm_take(as, "skb[")) {
		asm_need_address(as, &ref);
		mode = ref.is_signed ? AB_MEMSX : AB_MEM;
		asm_add_insn(as, AB_LDX | mode | ref.size, dst, ref.reg, ref.off, 0);
		return;
	}
	asm_skip_blanks(as);
	if (*as->at == 'r') {
		src = asm_need_reg(as);
		asm_need(as, "+");
		asm_add_insn(as, AB_LD | AB_IND | ref.size, 0, src, 0, asm_need_imm(as));
	} else {
		asm_add_insn(as, AB_LD | AB_ABS | ref.size, 0, 0, 0, asm_need_imm(as));
	}
	asm_need(as, "]");
	if (dst)
		asm_fail(as, "packet loads go to r0");
}

static const struct { const char *name; u8 code; s32 width; } swaps[] = {
	{ "be16", AB_ALU | AB_END | AB_TO_BE, 16 }, { "be32", AB_ALU | AB_END | AB_TO_BE, 32 },
	{ "be64", AB_ALU | AB_END | AB_TO_BE, 64 }, { "le16", AB_ALU | AB_END | AB_TO_LE, 16 },
	{ "le32", AB_ALU | AB_END | AB_TO_LE, 32 }, { "le64", AB_ALU | AB_END | AB_TO_LE, 64 },
	{ "bswap16", AB_ALU64 | AB_END, 16 }, { "bswap32", AB_ALU64 | AB_END, 32 },
	{ "bswap64", AB_ALU64 | AB_END, 64 },
};

static bool parse_swap(struct as *as, u8 dst)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(swaps); i++) {
		if (!asm_take(as, swaps[i].name))
			continue;
		if (asm_need_reg(as) != dst)
			asm_fail(as, "a byte swap works in place");
		asm_add_insn(as, swaps[i].code, dst, 0, 0, swaps[i].width);
		return true;
	}
	return false;
}

/* A register, cast or not, or a number. */
static void parse_mov(struct as *as, u8 dst, bool wide)
{
	u8 class = wide ? AB_ALU64 : AB_ALU;
	bool src_wide, is_hex;
	s16 cast = 0;
	s64 v = 0;
	u8 src;

	if (asm_take(as, "(s8)"))
		cast = 8;
	else if (asm_take(as, "(s16)"))
		cast = 16;
	else if (asm_take(as, "(s32)"))
		cast = 32;
	if (asm_take_reg(as, &src, &src_wide)) {
		if (src_wide != wide)
			asm_fail(as, "r and w registers do not mix");
		asm_add_insn(as, class | AB_MOV | AB_X, dst, src, cast, 0);
		return;
	}
	asm_skip_blanks(as);
	is_hex = as->at[0] == '0' && as->at[1] == 'x';
	if (!asm_take_number(as, &v))
		asm_fail(as, "expected a value at '%s'", as->at);
	if (wide && (asm_take(as, "ll") || is_hex))
		asm_add_imm64(as, dst, 0, v);
	else if (v < -(1LL << 31) || v >= 1LL << 32)
		asm_fail(as, "%lld does not fit 32 bits (write it in hex or with ll)", v);
	else
		asm_add_insn(as, class | AB_MOV | AB_K, dst, 0, 0, v);
}

static bool take_neg(struct as *as, u8 dst, bool wide)
{
	const char *start = as->at;
	bool src_wide;
	u8 src;

	if (asm_take(as, "-") && asm_take_reg(as, &src, &src_wide)) {
		if (src != dst || src_wide != wide)
			asm_fail(as, "negation works in place");
		asm_add_insn(as, (wide ? AB_ALU64 : AB_ALU) | AB_NEG, dst, 0, 0, 0);
		return true;
	}
	as->at = start;
	return false;
}

static void parse_load_acquire(struct as *as, u8 dst)
{
	struct mem_ref ref = {};

	asm_need(as, "(");
	asm_need_type(as, &ref);
	asm_need_address(as, &ref);
	asm_need(as, ")");
	asm_add_insn(as, AB_STX | AB_ATOMIC | ref.size, dst, ref.reg, ref.off, AB_LOAD_ACQ);
}

/* Behind "rN =". */
static void parse_value(struct as *as, u8 dst, bool wide)
{
	if (take_neg(as, dst, wide) || parse_swap(as, dst))
		return;
	if (asm_take(as, "*"))
		parse_load(as, dst);
	else if (asm_take(as, "map["))
		parse_map(as, dst);
	else if (asm_take(as, "atomic64_") || asm_take(as, "atomic_"))
		parse_fetch(as, dst);
	else if (asm_take(as, "load_acquire"))
		parse_load_acquire(as, dst);
	else if (asm_take(as, "func"))
		asm_add_imm64(as, dst, ALTBPF_PSEUDO_FUNC, (u32)asm_need_target(as, FIX_IMM));
	else if (asm_take(as, "subprog["))
		asm_add_imm64(as, dst, ALTBPF_PSEUDO_FUNC, (u32)asm_need_imm(as)), asm_need(as, "]");
	else
		parse_mov(as, dst, wide);
}

/* Behind "*": a store. */
static void parse_store(struct as *as)
{
	struct mem_ref ref = {};
	bool wide;
	u8 src;

	asm_need_type(as, &ref);
	asm_need_address(as, &ref);
	asm_need(as, "=");
	if (asm_take_reg(as, &src, &wide))
		asm_add_insn(as, AB_STX | AB_MEM | ref.size, ref.reg, src, ref.off, 0);
	else
		asm_add_insn(as, AB_ST | AB_MEM | ref.size, ref.reg, 0, ref.off, asm_need_imm(as));
}

static void parse_lock(struct as *as)
{
	struct mem_ref ref = {};
	bool is_signed;
	int op;

	asm_need(as, "*");
	asm_need_type(as, &ref);
	asm_need_address(as, &ref);
	op = take_alu_op(as, &is_signed);
	if (op != AB_ADD && op != AB_OR && op != AB_AND && op != AB_XOR)
		asm_fail(as, "expected +=, |=, &= or ^=");
	asm_add_insn(as, AB_STX | AB_ATOMIC | ref.size, ref.reg, asm_need_reg(as), ref.off, op);
}

static void parse_store_release(struct as *as)
{
	struct mem_ref ref = {};
	u8 src;

	asm_need(as, "(");
	asm_need_type(as, &ref);
	asm_need_address(as, &ref);
	asm_need(as, ",");
	src = asm_need_reg(as);
	asm_need(as, ")");
	asm_add_insn(as, AB_STX | AB_ATOMIC | ref.size, ref.reg, src, ref.off, AB_STORE_REL);
}

static void parse_raw(struct as *as)
{
	u8 code = asm_need_imm(as), dst = asm_need_imm(as), src = asm_need_imm(as);
	s16 off = asm_need_off(as);

	asm_add_insn(as, code, dst, src, off, asm_need_imm(as));
}

static void parse_insn(struct as *as)
{
	bool wide, is_signed;
	u8 reg;
	int op;

	if (asm_take(as, "exit")) {
		asm_add_insn(as, AB_EXIT_CODE, 0, 0, 0, 0);
	} else if (asm_take(as, "goto")) {
		asm_add_insn(as, AB_JMP | AB_JA, 0, 0, asm_need_target(as, FIX_OFF), 0);
	} else if (asm_take(as, "gotol")) {
		asm_add_insn(as, AB_JMP32 | AB_JA, 0, 0, 0, asm_need_target(as, FIX_IMM));
	} else if (asm_take(as, "may_goto")) {
		asm_add_insn(as, AB_JMP | AB_JCOND, 0, 0, asm_need_target(as, FIX_OFF), 0);
	} else if (asm_take(as, "if")) {
		parse_if(as);
	} else if (asm_take(as, "call")) {
		parse_call(as);
	} else if (asm_take(as, "lock")) {
		parse_lock(as);
	} else if (asm_take(as, "store_release")) {
		parse_store_release(as);
	} else if (asm_take(as, "raw")) {
		parse_raw(as);
	} else if (asm_take(as, "*")) {
		parse_store(as);
	} else if (asm_take_reg(as, &reg, &wide)) {
		op = take_alu_op(as, &is_signed);
		if (op >= 0) {
			parse_alu(as, reg, wide, op, is_signed);
		} else {
			asm_need(as, "=");
			parse_value(as, reg, wide);
		}
	} else {
		asm_fail(as, "no instruction: '%s'", as->at);
	}
}

static bool take_label(struct as *as)
{
	const char *start = as->at;
	struct label *label;
	char name[NAME_MAX_LEN];

	if (!asm_take_name(as, name) || *as->at != ':') {
		as->at = start;
		return false;
	}
	as->at++;
	as->labels = realloc(as->labels, (as->label_cnt + 1) * sizeof(*as->labels));
	if (!as->labels)
		abort();
	label = &as->labels[as->label_cnt++];
	strcpy(label->name, name);
	label->pc = as->prog->cnt;
	return true;
}

/* What logs print before an instruction: "12:" and "(bf)". */
static void skip_prefix(struct as *as)
{
	const char *p;

	asm_skip_blanks(as);
	for (p = as->at; isdigit((unsigned char)*p); p++)
		;
	if (p > as->at && *p == ':')
		as->at = p + 1;
	asm_skip_blanks(as);
	if (as->at[0] == '(' && isxdigit((unsigned char)as->at[1]) && isxdigit((unsigned char)as->at[2]) &&
	    as->at[3] == ')')
		as->at += 4;
}

static void parse_line(struct as *as, const char *text, size_t len)
{
	char line[512];
	char *comment;

	snprintf(line, sizeof(line), "%.*s", (int)len, text);
	comment = strchr(line, ';');
	if (comment)
		*comment = 0;
	comment = strstr(line, "//");
	if (comment)
		*comment = 0;
	as->at = line;
	skip_prefix(as);
	while (take_label(as))
		;
	asm_skip_blanks(as);
	if (!*as->at)
		return;
	parse_insn(as);
	asm_skip_blanks(as);
	if (*as->at)
		asm_fail(as, "left over: '%s'", as->at);
}

static void resolve(struct as *as, const struct fix *fix)
{
	struct altbpf_insn *insn = &as->prog->insns[fix->pc];
	s64 distance;
	u32 i;

	as->line = fix->line;
	for (i = 0; i < as->label_cnt && strcmp(as->labels[i].name, fix->name); i++)
		;
	if (i == as->label_cnt) {
		asm_fail(as, "no label '%s'", fix->name);
		return;
	}
	distance = (s64)as->labels[i].pc - fix->pc - 1;
	if (fix->kind == FIX_IMM)
		insn->imm = distance;
	else
		insn->off = distance;
	if (fix->kind == FIX_OFF && insn->off != distance)
		asm_fail(as, "label '%s' is too far", fix->name);
}

int asm_assemble(struct asm_prog *prog, const char *text, int first_line, asm_find_map find_map,
		 void *ctx, char *err, size_t err_size)
{
	struct as as = { .prog = prog, .line = first_line, .find_map = find_map, .ctx = ctx, .err = err,
			 .err_size = err_size };
	u32 i;

	memset(prog, 0, sizeof(*prog));
	while (*text && !as.failed) {
		size_t len = strcspn(text, "\n");

		parse_line(&as, text, len);
		text += len + (text[len] == '\n');
		as.line++;
	}
	for (i = 0; i < as.fix_cnt && !as.failed; i++)
		resolve(&as, &as.fixes[i]);
	free(as.labels);
	free(as.fixes);
	if (as.failed)
		asm_free(prog);
	return as.failed ? -1 : 0;
}

void asm_free(struct asm_prog *prog)
{
	free(prog->insns);
	free(prog->lines);
	memset(prog, 0, sizeof(*prog));
}
