// SPDX-License-Identifier: GPL-2.0
/* Words, numbers, registers and addresses of a line of assembler text, for asm_text.h. */
#include "asm_text.h"
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void asm_fail(struct as *as, const char *fmt, ...)
{
	va_list args;
	int len;

	if (as->failed)
		return;
	as->failed = true;
	len = snprintf(as->err, as->err_size, "line %d: ", as->line);
	va_start(args, fmt);
	vsnprintf(as->err + len, as->err_size - len, fmt, args);
	va_end(args);
}

void asm_skip_blanks(struct as *as)
{
	while (*as->at == ' ' || *as->at == '\t')
		as->at++;
}

bool asm_take(struct as *as, const char *text)
{
	size_t len = strlen(text);

	asm_skip_blanks(as);
	if (strncmp(as->at, text, len))
		return false;
	if (isalnum((unsigned char)text[len - 1]) &&
	    (isalnum((unsigned char)as->at[len]) || as->at[len] == '_'))
		return false;
	as->at += len;
	return true;
}

void asm_need(struct as *as, const char *text)
{
	if (!asm_take(as, text))
		asm_fail(as, "expected '%s' at '%s'", text, as->at);
}

bool asm_take_name(struct as *as, char *name)
{
	size_t len = 0;

	asm_skip_blanks(as);
	while (len < NAME_MAX_LEN - 1 && (isalnum((unsigned char)as->at[len]) || as->at[len] == '_' ||
					  as->at[len] == '.'))
		len++;
	if (!len || isdigit((unsigned char)as->at[0]))
		return false;
	memcpy(name, as->at, len);
	name[len] = 0;
	as->at += len;
	return true;
}

bool asm_take_number(struct as *as, s64 *v)
{
	const char *p;
	char *end;
	bool minus;

	asm_skip_blanks(as);
	p = as->at;
	minus = *p == '-';
	if (*p == '-' || *p == '+')
		p++;
	if (!isdigit((unsigned char)*p))
		return false;
	*v = strtoull(p, &end, 0);
	if (minus)
		*v = -(u64)*v;
	as->at = end;
	return true;
}

s32 asm_need_imm(struct as *as)
{
	s64 v = 0;

	if (!asm_take_number(as, &v))
		asm_fail(as, "expected a number at '%s'", as->at);
	if (v < -(1LL << 31) || v >= 1LL << 32)
		asm_fail(as, "%lld does not fit 32 bits", v);
	return v;
}

s16 asm_need_off(struct as *as)
{
	s32 v = asm_need_imm(as);

	if (v != (s16)v)
		asm_fail(as, "offset %d does not fit 16 bits", v);
	return v;
}

bool asm_take_reg(struct as *as, u8 *reg, bool *wide)
{
	const char *p;
	u32 v = 0;

	asm_skip_blanks(as);
	p = as->at;
	if ((*p != 'r' && *p != 'w') || !isdigit((unsigned char)p[1]))
		return false;
	*wide = *p++ == 'r';
	while (isdigit((unsigned char)*p))
		v = v * 10 + *p++ - '0';
	if (v > 15 || isalnum((unsigned char)*p) || *p == '_')
		return false;
	*reg = v;
	as->at = p;
	return true;
}

u8 asm_need_reg(struct as *as)
{
	u8 reg = 0;
	bool wide;

	if (!asm_take_reg(as, &reg, &wide))
		asm_fail(as, "expected a register at '%s'", as->at);
	return reg;
}

struct altbpf_insn *asm_add_insn(struct as *as, u8 code, u8 dst, u8 src, s16 off, s32 imm)
{
	struct asm_prog *prog = as->prog;
	struct altbpf_insn *insn;

	if (prog->cnt == as->room) {
		as->room = as->room ? 2 * as->room : 64;
		prog->insns = realloc(prog->insns, as->room * sizeof(*prog->insns));
		prog->lines = realloc(prog->lines, as->room * sizeof(*prog->lines));
		if (!prog->insns || !prog->lines)
			abort();
	}
	prog->lines[prog->cnt] = as->line;
	insn = &prog->insns[prog->cnt++];
	*insn = (struct altbpf_insn){ .code = code, .dst_reg = dst, .src_reg = src, .off = off, .imm = imm };
	return insn;
}

void asm_add_imm64(struct as *as, u8 dst, u8 src, u64 v)
{
	asm_add_insn(as, AB_LD_IMM64, dst, src, 0, v);
	asm_add_insn(as, 0, 0, 0, 0, v >> 32);
}

void asm_add_fix(struct as *as, enum fix_kind kind, const char *name)
{
	struct fix *fix;

	as->fixes = realloc(as->fixes, (as->fix_cnt + 1) * sizeof(*as->fixes));
	if (!as->fixes)
		abort();
	fix = &as->fixes[as->fix_cnt++];
	snprintf(fix->name, sizeof(fix->name), "%s", name);
	fix->pc = as->prog->cnt;
	fix->line = as->line;
	fix->kind = kind;
}

s32 asm_need_target(struct as *as, enum fix_kind kind)
{
	char name[NAME_MAX_LEN];
	s64 v;

	asm_skip_blanks(as);
	if (!strncmp(as->at, "pc", 2) && (as->at[2] == '+' || as->at[2] == '-'))
		as->at += 2;
	if (asm_take_number(as, &v))
		return v;
	if (asm_take_name(as, name))
		asm_add_fix(as, kind, name);
	else
		asm_fail(as, "expected a jump target at '%s'", as->at);
	return 0;
}

static const struct { const char *name; u8 size; bool is_signed; } types[] = {
	{ "u8", AB_B, false }, { "u16", AB_H, false }, { "u32", AB_W, false }, { "u64", AB_DW, false },
	{ "s8", AB_B, true }, { "s16", AB_H, true }, { "s32", AB_W, true }, { "s64", AB_DW, true },
};

void asm_need_type(struct as *as, struct mem_ref *ref)
{
	size_t i;

	asm_need(as, "(");
	for (i = 0; i < ARRAY_SIZE(types); i++) {
		if (!asm_take(as, types[i].name))
			continue;
		ref->size = types[i].size;
		ref->is_signed = types[i].is_signed;
		asm_need(as, "*");
		asm_need(as, ")");
		return;
	}
	asm_fail(as, "expected a type at '%s'", as->at);
}

void asm_need_address(struct as *as, struct mem_ref *ref)
{
	asm_need(as, "(");
	ref->reg = asm_need_reg(as);
	ref->off = 0;
	asm_skip_blanks(as);
	if (*as->at == '+' || *as->at == '-') {
		char sign = *as->at++;
		s32 off = asm_need_imm(as);

		off = sign == '-' ? -off : off;
		if (off != (s16)off)
			asm_fail(as, "offset %d does not fit 16 bits", off);
		ref->off = off;
	}
	asm_need(as, ")");
}
