/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Machine code as text, by binutils' libopcodes, with the kernel's symbols for addresses.
 */
#ifndef ALTBPFCTL_DISASM_H
#define ALTBPFCTL_DISASM_H

#include <stddef.h>
#include <stdint.h>

/**
 * disasm_one() - the first instruction of @code
 * @addr: its address at run time
 * @text: gets the instruction
 * @name: what the caller calls an address, NULL where it has no name for it (the kernel's symbol is taken)
 * Return: bytes that it takes; 1 with ".byte" where it is none.
 */
size_t disasm_one(const void *code, size_t len, uint64_t addr, char *text, size_t size,
		  const char *(*name)(void *ctx, uint64_t addr), void *ctx);

/* "symbol" or "symbol+0x10" for a kernel address, NULL if unknown (or kptr_restrict hides them). */
const char *disasm_symbol(uint64_t addr);

#endif
