/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The x86 back end from the inside: one function a family of BPF instructions. Each returns how
 * many instructions it took where it may merge, else takes one.
 */
#ifndef AB_CORE_JIT_X86_LOWER_H
#define AB_CORE_JIT_X86_LOWER_H

#include "core/jit/x86/emit.h"

/* frame.c */
void ab_x86_begin(struct ab_jit_work *work, u32 subprog);
void ab_x86_leave(struct ab_jit_work *work); /* undoes the prologue, up to the return address */

/* alu.c: ALU and ALU64, but division */
enum ab_x86_shx ab_x86_shx_of(u8 op); /* of a BPF shift */
void ab_x86_lower_alu(struct ab_jit_work *work, const struct altbpf_insn *insn);

/* div.c: AB_DIV and AB_MOD, signed (off 1) and unsigned */
void ab_x86_lower_div(struct ab_jit_work *work, const struct altbpf_insn *insn);

/* mem.c: loads and stores; atomic.c: atomics */
void ab_x86_lower_mem(struct ab_jit_work *work, const struct altbpf_insn *insn);
/* A plain load or store whose address is base + index + disp; index may be AB_NOREG. */
void ab_x86_access(struct ab_jit_work *work, const struct altbpf_insn *insn, u8 base, u8 index,
		   s64 disp);
void ab_x86_lower_atomic(struct ab_jit_work *work, const struct altbpf_insn *insn);

/* packet.c: AB_ABS and AB_IND loads */
void ab_x86_lower_packet(struct ab_jit_work *work, const struct altbpf_insn *insn);

/* jump.c */
void ab_x86_lower_jump(struct ab_jit_work *work, u32 i);

/* call.c: helpers and subprograms; map.c: calls on a known map without the helper */
void ab_x86_lower_call(struct ab_jit_work *work, u32 i);
void ab_x86_lower_callback_ref(struct ab_jit_work *work, u32 i);
bool ab_x86_lower_map_call(struct ab_jit_work *work, u32 i);
void ab_x86_lower_tail_call(struct ab_jit_work *work, u32 i);

/* fuse.c, rotate.c: several instructions as one; returns how many were taken, 0: none */
u32 ab_x86_fuse_rotate(struct ab_jit_work *work, u32 i);
u32 ab_x86_fuse(struct ab_jit_work *work, u32 i);

#endif
