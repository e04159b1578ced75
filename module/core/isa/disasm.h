/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Instructions as the kernel's text syntax ("r0 = *(u32 *)(r1 +4)"), for logs, dumps and tests.
 */
#ifndef AB_CORE_ISA_DISASM_H
#define AB_CORE_ISA_DISASM_H

#include "core/isa/isa.h"

/**
 * ab_disasm() - one instruction as text, without code byte or newline
 * @buf: gets the text, always NUL-terminated
 * @size: bytes at @buf
 * @insn: the instruction (for a 64-bit immediate the first of two)
 *
 * Helper calls print as "call bpf_map_lookup_elem#1", subprogram calls as "call pc+N", map
 * immediates as "r1 = map[id:N]" (whatever imm holds), "r1 = map[id:N][0]+OFF".
 * Return: bytes of text.
 */
int ab_disasm(char *buf, size_t size, const struct altbpf_insn *insn);

/* Name of a helper ("map_lookup_elem") or NULL. */
const char *ab_disasm_helper_name(u32 id);

#endif
