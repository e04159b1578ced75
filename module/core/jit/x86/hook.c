// SPDX-License-Identifier: GPL-2.0
/*
 * The probe of a raw tracepoint as code: guards against nesting, saves the arguments that the
 * program reads, calls it. What C would do in 44 instructions takes about 17 here. Its frame:
 *
 *	arguments 6 and up	<- rbp + 16
 *	return address
 *	caller's rbp		<- rbp
 *	u64 args[used_args]	<- rsp (the program's context)
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include "core/jit/x86/emit.h"

#define ARG_REGS 5

/* The data pointer comes in rdi, then these. */
static const u8 arg_regs[ARG_REGS] = { AB_RSI, AB_RDX, AB_RCX, AB_R8, AB_R9 };

struct stub {
	const struct ab_jit_hook *hook;
	struct ab_jit_work work;
	u32 used;
};

static bool is_near(u64 offset)
{
	return (s64)offset == (s32)offset;
}

/* op [guard + off]; its per-CPU offset is small for static allocations, else in rax. */
static void put_guard(struct stub *stub, u32 op, u8 reg, u32 off)
{
	struct ab_jit_work *work = &stub->work;
	u64 guard = stub->hook->cpu_state;

	if (is_near(guard) && is_near(guard + off) && work->buf)
		ab_x86_abs(work, AB_XGS | op, reg, guard + off);
	else
		ab_x86_rm(work, AB_XGS | op, reg, AB_RAX, off);
}

static void put_guard_address(struct stub *stub)
{
	if (!is_near(stub->hook->cpu_state) || !stub->work.buf)
		ab_x86_mov_imm64(&stub->work, AB_RAX, stub->hook->cpu_state);
}

/* Loads argument @n into @reg, extended from its type. */
static void put_extended(struct stub *stub, u32 n, u8 reg)
{
	struct ab_jit_work *work = &stub->work;

	switch (stub->hook->arg_size[n]) {
	case 1:
		ab_x86_rr(work, AB_X0F | AB_X8M | 0xb6, reg, reg);
		break;
	case 2:
		ab_x86_rr(work, AB_X0F | 0xb7, reg, reg);
		break;
	case 4:
		ab_x86_mov(work, false, reg, reg);
		break;
	case -1:
		ab_x86_rr(work, AB_XW | AB_X0F | AB_X8M | 0xbe, reg, reg);
		break;
	case -2:
		ab_x86_rr(work, AB_XW | AB_X0F | 0xbf, reg, reg);
		break;
	case -4:
		ab_x86_rr(work, AB_XW | 0x63, reg, reg);
		break;
	}
}

static void put_args(struct stub *stub)
{
	struct ab_jit_work *work = &stub->work;
	u32 n;

	for (n = 0; n < stub->used; n++) {
		u8 reg = n < ARG_REGS ? arg_regs[n] : AB_RAX;

		if (n >= ARG_REGS)
			ab_x86_rm(work, AB_XW | 0x8b, AB_RAX, AB_RBP, 16 + 8 * (n - ARG_REGS));
		put_extended(stub, n, reg);
		ab_x86_rm(work, AB_XW | 0x89, reg, AB_RSP, 8 * n);
	}
}

/* cmp dword [slow], 0; the flag is in reach where the stub lies beside the module's data. */
static void put_slow_test(struct stub *stub)
{
	struct ab_jit_work *work = &stub->work;
	s64 distance = stub->hook->slow - (work->addr + work->pos);

	if (work->buf && distance > S32_MIN + 64 && distance < S32_MAX - 64) {
		ab_x86_rip(work, 0x83, AB_X_CMP, stub->hook->slow, 1);
	} else {
		ab_x86_mov_imm64(work, AB_RAX, stub->hook->slow);
		ab_x86_rm(work, 0x83, AB_X_CMP, AB_RAX, 0);
	}
	ab_x86_put1(work, 0);
}

static void put_preempt(struct stub *stub, u8 op)
{
	if (stub->hook->preempt_count)
		ab_x86_abs(&stub->work, AB_XGS | 0xff, op, stub->hook->preempt_count);
}

static void put_way_out(struct stub *stub)
{
	put_preempt(stub, 1); /* dec */
	ab_x86_put1(&stub->work, 0xc9); /* leave */
	ab_x86_ret(&stub->work);
}

static void put_entry(struct stub *stub)
{
	struct ab_jit_work *work = &stub->work;

	ab_x86_endbr(work);
	ab_x86_push(work, AB_RBP);
	ab_x86_mov(work, true, AB_RBP, AB_RSP);
	if (stub->used)
		ab_x86_alu_imm(work, true, AB_X_SUB, AB_RSP, round_up(stub->used * 8, 16));
	put_preempt(stub, 0); /* inc */
}

static void put_run(struct stub *stub)
{
	const struct ab_jit_hook *hook = stub->hook;
	struct ab_jit_work *work = &stub->work;
	u32 slow = 0, done;

	put_args(stub);
	if (hook->slow) {
		put_slow_test(stub);
		slow = ab_x86_skip_begin(work, AB_CC_NE);
	}
	if (stub->used)
		ab_x86_mov(work, true, AB_RDI, AB_RSP);
	ab_x86_call_c(work, hook->prog_entry);
	done = work->pos;
	put_guard_address(stub);
	put_guard(stub, 0xc7, 0, 0);
	ab_x86_put(work, 0, 4);
	put_way_out(stub);
	if (!hook->slow)
		return;
	ab_x86_skip_end(work, slow);
	ab_x86_mov_imm(work, AB_RDI, hook->slow_data);
	ab_x86_mov(work, true, AB_RSI, AB_RSP);
	ab_x86_call_c(work, hook->slow_fn);
	ab_x86_put1(work, 0xeb);
	ab_x86_put1(work, done - (work->pos + 1));
}

static void put_stub(struct stub *stub)
{
	struct ab_jit_work *work = &stub->work;
	u32 missed;

	put_entry(stub);
	put_guard_address(stub);
	put_guard(stub, 0x83, AB_X_CMP, 0);
	ab_x86_put1(work, 0);
	ab_x86_put(work, 0x850f, 2); /* jne missed */
	missed = work->pos;
	ab_x86_put(work, 0, 4);
	put_guard(stub, 0xc7, 0, 0);
	ab_x86_put(work, 1, 4);
	put_run(stub);
	if (work->buf) {
		u32 span = work->pos - (missed + 4);

		memcpy(work->buf + missed, &span, 4);
	}
	put_guard(stub, AB_XW | 0xff, 0, stub->hook->miss_offset); /* inc */
	put_way_out(stub);
}

int ab_jit_emit_hook(const struct ab_jit_hook *hook, const struct ab_jit_env *env, void *buf,
		     u64 addr)
{
	struct stub stub = {
		.hook = hook,
		.work = { .env = env, .buf = buf, .addr = addr },
		.used = min(hook->used_args, hook->nargs),
	};

	if (hook->nargs > AB_JIT_HOOK_ARGS)
		return -ERANGE;
	put_stub(&stub);
	return stub.work.err ?: (int)stub.work.pos;
}
