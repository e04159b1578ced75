// SPDX-License-Identifier: GPL-2.0
/*
 * Every opcode through disassembler and assembler: each instruction that ab_insn_check() calls well
 * formed, with a choice of field values, must print as text that assembles to the same bytes, and
 * must fit its buffer. One verdict an opcode.
 */
#include <linux/kernel.h>
#include "core/isa/check.h"
#include "core/isa/disasm.h"
#include "asm.h"
#include <stdio.h>
#include <string.h>

static const u8 regs[] = { 0, 1, 9, 10, 11 };
static const s16 offs[] = { 0, 1, 8, 16, 32, -1, 32767, -32768 };
static const s32 imms[] = { 0, 1, 2, 16, 32, 64, -1, 0x7fffffff, -0x7fffffff - 1, 0x10, 0x40, 0x41, 0x50,
			    0x51, 0xa0, 0xa1, 0xe1, 0xf1, 0x100, 0x110 };

static int checked;

/* NULL, or what went wrong. */
static const char *round_trip(const struct altbpf_insn *insns)
{
	u32 cnt = 1 + ab_insn_is_ld_imm64(insns);
	static char why[256];
	struct asm_prog again;
	char text[128], small[8];
	bool same;

	ab_disasm(text, sizeof(text), insns);
	if (ab_disasm(small, sizeof(small), insns) >= (int)sizeof(small) || strlen(small) >= sizeof(small))
		return "writes beyond a small buffer";
	if (asm_assemble(&again, text, 1, NULL, NULL, why, sizeof(why)))
		return why;
	same = again.cnt == cnt && !memcmp(again.insns, insns, cnt * sizeof(*insns));
	asm_free(&again);
	checked++;
	if (same)
		return NULL;
	snprintf(why, sizeof(why), "'%s' assembles to something else", text);
	return why;
}

/* All chosen values of off and imm for one opcode and pair of registers. */
static const char *check_fields(u8 code, u8 dst, u8 src)
{
	const char *why = NULL;
	size_t o, m;

	for (o = 0; o < ARRAY_SIZE(offs); o++) {
		for (m = 0; m < ARRAY_SIZE(imms) && !why; m++) {
			struct altbpf_insn insns[2] = {
				{ .code = code, .dst_reg = dst, .src_reg = src, .off = offs[o], .imm = imms[m] },
				{ .imm = code == AB_LD_IMM64 && src != 1 && src < 3 ? imms[m] & 0xffff : 0 },
			};

			/* BTF ids, functions and map indices of the fd array have no text of their own. */
			if (code == AB_LD_IMM64 && src > ALTBPF_PSEUDO_MAP_VALUE)
				continue;
			if (!ab_insn_check(insns, 2, 0, NULL))
				why = round_trip(insns);
		}
	}
	return why;
}

int main(void)
{
	const char *why;
	int code, failed = 0;
	size_t d, s;

	for (code = 0; code < 256; code++) {
		if (ab_insn_form(code) == AB_FORM_UNKNOWN)
			continue;
		why = NULL;
		for (d = 0; d < ARRAY_SIZE(regs) && !why; d++)
			for (s = 0; s < ARRAY_SIZE(regs) && !why; s++)
				why = check_fields(code, regs[d], regs[s]);
		if (!why && code == AB_LD_IMM64)
			why = check_fields(code, 3, ALTBPF_PSEUDO_MAP_VALUE);
		failed += why != NULL;
		if (why)
			printf("not ok text/%02x - %s; again: make run-corpus-text\n", code, why);
		else
			printf("ok text/%02x\n", code);
	}
	printf("# %d instructions there and back\n", checked);
	return failed != 0;
}
