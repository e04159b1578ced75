/* SPDX-License-Identifier: GPL-2.0 */
/* What the kinds of places share inside this folder. */
#ifndef AB_ATTACH_INTERNAL_H
#define AB_ATTACH_INTERNAL_H

#include <linux/rcupdate.h>
#include <linux/sched.h>
#include "attach/link.h"
#include "run/run.h"

/**
 * struct ab_attach - a request to attach by name, checked and copied
 * @prog: of a type that fits the kind; the caller's reference
 * @name: symbol or "category/event", NULL: by @addr; the link takes a copy
 */
struct ab_attach {
	struct ab_prog *prog;
	u32 kind;
	const char *name;
	u64 addr;
	u64 offset;
	u64 cookie;
	u32 maxactive;
};

/* One a kind. Return: an attached link with one reference, or ERR_PTR. May sleep. */
struct ab_link *ab_kprobe_attach(const struct ab_attach *req);
struct ab_link *ab_kretprobe_attach(const struct ab_attach *req);
struct ab_link *ab_tracepoint_attach(const struct ab_attach *req);
struct ab_link *ab_syscall_tp_attach(const struct ab_attach *req, u32 nr, u32 nargs, bool is_exit);
void ab_syscall_tp_exit(void);
struct ab_link *ab_raw_tp_attach(struct ab_prog *prog, const char *name, u64 cookie);

/* Is @name (or NULL) one function? Return: 0 or -EADDRNOTAVAIL. */
int __must_check ab_symbol_check(const char *name);

int __must_check ab_tracepoint_init(void);
void ab_tracepoint_exit(void);
int __must_check ab_raw_tp_init(void);
void ab_raw_tp_exit(void);

/* The half of ab_link_run() for programs that ask about their run. */
void ab_link_run_full(struct ab_link *link, struct ab_prog *prog, void *ctx, struct pt_regs *regs, u64 func_ip);

/**
 * ab_link_run() - a hook was hit
 * @link: attached here
 * @ctx: the program's context
 * @regs: registers at the hook or NULL
 * @func_ip: address of the probed function or 0
 *
 * Context: any, preemption off and RCU watching.
 */
static __always_inline void ab_link_run(struct ab_link *link, void *ctx, struct pt_regs *regs, u64 func_ip)
{
	struct ab_prog *prog = READ_ONCE(link->prog);

	if (unlikely(prog->facts.uses_run))
		ab_link_run_full(link, prog, ctx, regs, func_ip);
	else
		ab_run_plain(prog, ctx);
}

/*
 * May @prog hand its context to another program? That one was never asked how much of this
 * place's context it reads, so it must get as much as its type allows.
 */
static inline bool ab_link_tail_calls(const struct ab_prog *prog)
{
	return prog->facts.uses_helper[ALTBPF_FUNC_tail_call / 64] & 1ULL << ALTBPF_FUNC_tail_call % 64;
}

/*
 * May programs run here? RCU stops watching only deep in the idle loop, so other tasks need not ask;
 * what runs between kernel and user space without RCU cannot be probed at all.
 */
static __always_inline bool ab_link_can_run(void)
{
	return likely(!is_idle_task(current)) || rcu_is_watching();
}

/* A hit at which the program must not even be looked at (RCU does not watch), or the stack is too deep. */
static __always_inline void ab_link_missed(struct ab_link *link)
{
	arch_atomic64_inc(&link->missed);
}

/*
 * The update of kinds whose hook reads link->prog at every hit; called under link->lock. The old
 * program is the caller's.
 */
int ab_link_swap_prog(struct ab_link *link, struct ab_prog *prog);

/*
 * Hands a name out as bpf(2) does: @buf and @len are what user space gave, @len becomes the whole
 * size with the NUL. Return: 0, -EINVAL (one of both is 0), -ENOSPC (cut), -EFAULT.
 */
int ab_link_put_name(u64 buf, u32 *len, const char *name);

#endif
