/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The assembler's inner parts: the cursor over a line of text and what it collects. asm_text.c
 * reads words, numbers, registers and addresses; asm.c knows the instructions.
 */
#ifndef AB_SELFTESTS_ASM_TEXT_H
#define AB_SELFTESTS_ASM_TEXT_H

#include <linux/kernel.h>
#include "asm.h"

#define NAME_MAX_LEN 64

enum fix_kind {
	FIX_OFF, /* off of a jump */
	FIX_IMM, /* imm of gotol, call and function reference */
};

struct label {
	char name[NAME_MAX_LEN];
	u32 pc;
};

struct fix {
	char name[NAME_MAX_LEN];
	u32 pc;
	int line;
	enum fix_kind kind;
};

struct as {
	struct asm_prog *prog;
	u32 room;
	struct label *labels;
	u32 label_cnt;
	struct fix *fixes;
	u32 fix_cnt;
	const char *at; /* cursor */
	int line;
	asm_find_map find_map;
	void *ctx;
	char *err;
	size_t err_size;
	bool failed;
};

struct mem_ref {
	u8 size;
	bool is_signed;
	u8 reg;
	s16 off;
};

/* The first complaint stays; nothing is parsed after it. */
__printf(2, 3) void asm_fail(struct as *as, const char *fmt, ...);
void asm_skip_blanks(struct as *as);
/* Takes @text if it is next; a word only as a whole word. */
bool asm_take(struct as *as, const char *text);
void asm_need(struct as *as, const char *text);
/* Room for NAME_MAX_LEN bytes at @name. */
bool asm_take_name(struct as *as, char *name);
bool asm_take_number(struct as *as, s64 *v);
s32 asm_need_imm(struct as *as);
s16 asm_need_off(struct as *as);
/* "r0" to "r15", "w0" ... (beyond r10: for malformed programs). */
bool asm_take_reg(struct as *as, u8 *reg, bool *wide);
u8 asm_need_reg(struct as *as);
struct altbpf_insn *asm_add_insn(struct as *as, u8 code, u8 dst, u8 src, s16 off, s32 imm);
void asm_add_imm64(struct as *as, u8 dst, u8 src, u64 v);
/* Remembers that the instruction about to be added refers to a label. */
void asm_add_fix(struct as *as, enum fix_kind kind, const char *name);
/* "pc+3", "+3", or a label. */
s32 asm_need_target(struct as *as, enum fix_kind kind);
/* "(u32 *)" */
void asm_need_type(struct as *as, struct mem_ref *ref);
/* "(r1 +4)" */
void asm_need_address(struct as *as, struct mem_ref *ref);

#endif
