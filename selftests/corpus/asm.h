/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Assembler for the text that the disassembler prints, with labels and names on top:
 *
 *	start:                          a label
 *	r1 = 5                          decimal: a move
 *	r1 = 0x5                        hex or "5 ll": a 64-bit immediate, two instructions
 *	r1 = map[counts]                r1 = map[counts][0]+8        r1 = func callback
 *	if r1 s> -4 goto start          goto pc+1                    gotol start
 *	call bpf_map_lookup_elem        call 1                       call label
 *	raw 0xff 1 2 -3 4               code, dst, src, off, imm as they are
 *
 * Comments begin with ";" or "//". A leading "12:" or "(bf)", as logs print it, is skipped.
 * Include core headers first.
 */
#ifndef AB_SELFTESTS_ASM_H
#define AB_SELFTESTS_ASM_H

#include "core/isa/isa.h"

/**
 * struct asm_prog - what came out
 * @insns: malloc()ed
 * @lines: by instruction: its line in the text, from 0; malloc()ed
 */
struct asm_prog {
	struct altbpf_insn *insns;
	int *lines;
	u32 cnt;
};

/* Index of the map @name, or -1. */
typedef int (*asm_find_map)(void *ctx, const char *name);

/* 0, or -1 with a message ("line 3: ...", lines from @first_line) in @err. */
int asm_assemble(struct asm_prog *prog, const char *text, int first_line, asm_find_map find_map,
		 void *ctx, char *err, size_t err_size);
void asm_free(struct asm_prog *prog);

#endif
