/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The JIT's door, the same for every target. Compiling is pure: bytes and tables come out; who
 * gets executable memory and how bytes get there is the caller's business (load/image.c).
 */
#ifndef AB_CORE_JIT_JIT_H
#define AB_CORE_JIT_JIT_H

#include "core/facts.h"

/**
 * struct ab_jit_env - the machine and kernel that code is compiled for
 * @endbr: entries that are called indirectly start with ENDBR
 * @return_thunk: address to jump to for a return, 0: a plain ret (with int3 behind it)
 * @indirect_thunk: by x86 register number: address of __x86_indirect_thunk_REG, all 0: plain
 *	indirect jumps
 * @has_bmi2: shlx and friends may be used
 * @cpu_offset: offset in the gs segment of this CPU's number (u32), 0: not known, call the helper
 * @this_cpu_off: offset in the gs segment of this CPU's per-CPU base (u64), 0: not known
 * @current_task: offset in the gs segment of the current task pointer, 0: not known
 * @far_calls: helpers may be out of reach of a direct call (user space): call through a register
 */
struct ab_jit_env {
	bool endbr;
	u64 return_thunk;
	u64 indirect_thunk[16];
	bool has_bmi2;
	u32 cpu_offset;
	u32 this_cpu_off;
	u32 current_task;
	bool far_calls;
};

/**
 * struct ab_jit - one compilation
 * @size: bytes of the image
 * @insn_off: for each instruction the offset of its first byte in the image (insn_cnt + 1 entries)
 * @func_off: for each subprogram the offset of its entry (subprog_cnt entries), 16-byte aligned
 * @tail_off: where a tail call enters the main program
 */
struct ab_jit {
	const struct ab_code *code;
	const struct ab_jit_env *env;
	u32 size;
	u32 *insn_off;
	u32 *func_off;
	u32 tail_off;
	void *priv;
};

/**
 * ab_jit_begin() - lay a program out
 * @jit: filled in; end with ab_jit_end() in every case
 * Return: 0, -EOPNOTSUPP: not on this target (use the interpreter), -ENOMEM.
 */
int __must_check ab_jit_begin(struct ab_jit *jit, const struct ab_code *code,
			      const struct ab_jit_env *env);

/**
 * ab_jit_emit() - write the image
 * @buf: @jit->size bytes to write to
 * @addr: the address at which the image will run (calls are relative to it)
 * Return: 0 or -ERANGE: a helper is out of reach of a direct call.
 */
int __must_check ab_jit_emit(struct ab_jit *jit, void *buf, u64 addr);

void ab_jit_end(struct ab_jit *jit);

/* Entry of the main program, as u64 (*)(void *ctx, ...): offset func_off[0]. */

#define AB_JIT_HOOK_ARGS 12

/**
 * struct ab_jit_hook - a stub that turns a tracepoint's call into a program run
 * @nargs: arguments behind the data pointer, at most 12
 * @used_args: how many of them the program reads (max_ctx_offset / 8, rounded up); these are saved
 *	as u64 args[used_args], the program's context
 * @arg_size: type of each argument: 0 or 8: a 64-bit value; 4, 2, 1: zero-extended from that many
 *	bytes; -4, -2, -1: sign-extended (the calling convention leaves the upper bits undefined)
 * @prog_entry: address of the compiled main program
 * @cpu_state: per-CPU offset (added to gs base) of the u32 guard: it is 0 when idle; a second
 *	entry must not run
 * @miss_offset: bytes from the guard to the u64 counter of missed runs
 * @slow: address of a u32; when it is not 0 the stub calls @slow_fn instead of the program (run
 *	statistics, ...); 0: there is none
 * @slow_fn: void (*)(void *slow_data, u64 *args)
 * @slow_data: its first argument
 * @preempt_count: gs offset of the preempt count to raise around the run, 0: the hook already does
 */
struct ab_jit_hook {
	u32 nargs;
	u32 used_args;
	s8 arg_size[AB_JIT_HOOK_ARGS];
	u64 prog_entry;
	u64 cpu_state;
	u32 miss_offset;
	u64 slow;
	u64 slow_fn;
	u64 slow_data;
	u32 preempt_count;
};

/*
 * Emits the stub at @addr into @buf. With @buf NULL it only counts, and the count is the most that
 * any address can need. Return: bytes, or -ERANGE: prog_entry or slow_fn is out of reach.
 */
int __must_check ab_jit_emit_hook(const struct ab_jit_hook *hook, const struct ab_jit_env *env,
				  void *buf, u64 addr);

#endif
