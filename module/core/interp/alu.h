/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the arithmetic instructions and the conditions compute, as functions of values (RFC 9669
 * sections 4.1 to 4.3). Used by the interpreter; whoever evaluates constants may use them too.
 */
#ifndef AB_CORE_INTERP_ALU_H
#define AB_CORE_INTERP_ALU_H

#include <asm/byteorder.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/swab.h>
#include "core/isa/isa.h"

/* Division by zero gives 0; the one signed overflow wraps. */
static inline u64 ab_alu_sdiv64(s64 a, s64 b)
{
	if (b == 0)
		return 0;
	if (b == -1)
		return -(u64)a;
	return div64_s64(a, b);
}

/* Modulo by zero leaves the value; the sign is the dividend's. */
static inline u64 ab_alu_smod64(s64 a, s64 b)
{
	if (b == 0)
		return a;
	if (b == -1)
		return 0;
	return a - b * div64_s64(a, b);
}

static inline u64 ab_alu_div64(u64 a, u64 b)
{
	return b ? div64_u64(a, b) : 0;
}

static inline u64 ab_alu_mod64(u64 a, u64 b)
{
	return b ? a - b * div64_u64(a, b) : a;
}

/* @is_signed: the instruction's off is 1 (div and mod only). */
static inline u64 ab_alu64(u8 op, u64 dst, u64 src, bool is_signed)
{
	switch (op) {
	case AB_ADD:
		return dst + src;
	case AB_SUB:
		return dst - src;
	case AB_MUL:
		return dst * src;
	case AB_DIV:
		return is_signed ? ab_alu_sdiv64(dst, src) : ab_alu_div64(dst, src);
	case AB_MOD:
		return is_signed ? ab_alu_smod64(dst, src) : ab_alu_mod64(dst, src);
	case AB_OR:
		return dst | src;
	case AB_AND:
		return dst & src;
	case AB_XOR:
		return dst ^ src;
	case AB_LSH:
		return dst << (src & 63);
	case AB_RSH:
		return dst >> (src & 63);
	case AB_ARSH:
		return (s64)dst >> (src & 63);
	case AB_MOV:
		return src;
	}
	return 0;
}

/* The upper half of a 32-bit operation's result is zero. */
static inline u32 ab_alu32(u8 op, u32 dst, u32 src, bool is_signed)
{
	switch (op) {
	case AB_ADD:
		return dst + src;
	case AB_SUB:
		return dst - src;
	case AB_MUL:
		return dst * src;
	case AB_DIV:
		if (is_signed)
			return ab_alu_sdiv64((s32)dst, (s32)src);
		return src ? dst / src : 0;
	case AB_MOD:
		if (is_signed)
			return ab_alu_smod64((s32)dst, (s32)src);
		return src ? dst % src : dst;
	case AB_OR:
		return dst | src;
	case AB_AND:
		return dst & src;
	case AB_XOR:
		return dst ^ src;
	case AB_LSH:
		return dst << (src & 31);
	case AB_RSH:
		return dst >> (src & 31);
	case AB_ARSH:
		return (s32)dst >> (src & 31);
	case AB_MOV:
		return src;
	}
	return 0;
}

/* The lowest @bits (8, 16, 32; 0: all) of @v, sign-extended. */
static inline u64 ab_alu_sign_extend(u64 v, u32 bits)
{
	switch (bits) {
	case 8:
		return (s8)v;
	case 16:
		return (s16)v;
	case 32:
		return (s32)v;
	}
	return v;
}

/* AB_END: @code tells the direction, @width (16, 32, 64) how much of @v stays. */
static inline u64 ab_alu_end(u8 code, u64 v, u32 width)
{
	bool swap = AB_CLASS(code) == AB_ALU64;
	bool big = AB_SRC(code) == AB_TO_BE;

	switch (width) {
	case 16:
		return swap ? swab16(v) : big ? (u16)cpu_to_be16(v) : (u16)cpu_to_le16(v);
	case 32:
		return swap ? swab32(v) : big ? (u32)cpu_to_be32(v) : (u32)cpu_to_le32(v);
	default:
		return swap ? swab64(v) : big ? (u64)cpu_to_be64(v) : (u64)cpu_to_le64(v);
	}
}

/* Does a condition hold? 32-bit conditions pass both operands sign-extended, which keeps order. */
static inline bool ab_alu_cond(u8 op, u64 dst, u64 src)
{
	switch (op) {
	case AB_JEQ:
		return dst == src;
	case AB_JNE:
		return dst != src;
	case AB_JSET:
		return dst & src;
	case AB_JGT:
		return dst > src;
	case AB_JGE:
		return dst >= src;
	case AB_JLT:
		return dst < src;
	case AB_JLE:
		return dst <= src;
	case AB_JSGT:
		return (s64)dst > (s64)src;
	case AB_JSGE:
		return (s64)dst >= (s64)src;
	case AB_JSLT:
		return (s64)dst < (s64)src;
	case AB_JSLE:
		return (s64)dst <= (s64)src;
	}
	return false;
}

#endif
