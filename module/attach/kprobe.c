// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on instructions of the kernel. At a function's entry the function tracer calls us
 * (about 60 instructions a hit with all registers); elsewhere, and where a function cannot be
 * traced, it is an ordinary kprobe (about 160).
 *
 * The kprobe is registered in both cases: it finds the address and refuses what must not be
 * probed. On the tracer's path it stays disabled. Proved by selftests/kernel/attach_kprobe.c.
 */
#include <linux/err.h>
#include <linux/kallsyms.h>
#include <linux/kprobes.h>
#include <linux/percpu.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include "attach/internal.h"
#include "port/hooks.h"

/*
 * Entries of traced functions nest: a program's helper can call a function with a program on it,
 * and so on. Deeper than this the stack is in danger.
 */
#define NESTING 4

struct kprobe_link {
	struct ab_link link;
	struct kprobe kp;
	struct ftrace_ops ops;
	bool traced; /* the tracer's path is in use */
	u64 func_ip; /* where the probe is at a function's entry, else 0 */
	char *name;
};

static DEFINE_PER_CPU(u32, entry_depth);

static struct kprobe_link *kprobe_link(struct ab_link *link)
{
	return container_of(link, struct kprobe_link, link);
}

/*
 * The tracer calls this with preemption on, maybe while RCU does not watch (deep in the idle loop).
 * Not to be traced itself. Every instruction counts here.
 */
static void notrace on_entry(unsigned long ip, unsigned long parent_ip, struct ftrace_ops *ops,
			     struct ab_ftrace_regs *fregs)
{
	struct kprobe_link *kl = container_of(ops, struct kprobe_link, ops);
	struct pt_regs *regs = ab_ftrace_pt_regs(fregs);

	preempt_disable_notrace();
	if (likely(ab_link_can_run() && raw_cpu_read(entry_depth) < NESTING)) {
		raw_cpu_inc(entry_depth);
		/* Programs know kprobes as breakpoints: the address of the instruction and 1. */
		regs->ip -= MCOUNT_INSN_SIZE - 1;
		ab_link_run(&kl->link, regs, regs, kl->func_ip);
		regs->ip += MCOUNT_INSN_SIZE - 1;
		raw_cpu_dec(entry_depth);
	} else {
		ab_link_missed(&kl->link);
	}
	preempt_enable_notrace();
}
NOKPROBE_SYMBOL(on_entry);

static int on_kprobe(struct kprobe *kp, struct pt_regs *regs)
{
	struct kprobe_link *kl = container_of(kp, struct kprobe_link, kp);

	if (likely(ab_link_can_run()))
		ab_link_run(&kl->link, regs, regs, kl->func_ip);
	else
		ab_link_missed(&kl->link);
	return 0;
}
NOKPROBE_SYMBOL(on_kprobe);

static void kprobe_detach(struct ab_link *link)
{
	struct kprobe_link *kl = kprobe_link(link);

	if (kl->traced) {
		/* Waits until nobody is in the tracer's trampoline or in on_entry(). */
		unregister_ftrace_function(&kl->ops);
		ftrace_free_filter(&kl->ops);
	}
	unregister_kprobe(&kl->kp);
}

static void kprobe_free(struct ab_link *link)
{
	struct kprobe_link *kl = kprobe_link(link);

	kfree(kl->name);
	kfree(kl);
}

static int kprobe_info(struct ab_link *link, struct altbpf_link_info *info)
{
	struct kprobe_link *kl = kprobe_link(link);
	u64 buf = info->perf_event.kprobe.func_name;
	u32 len = info->perf_event.kprobe.name_len;
	int err = ab_link_put_name(buf, &len, kl->name);

	info->perf_event.type = ALTBPF_PERF_EVENT_KPROBE;
	info->perf_event.kprobe.name_len = len;
	info->perf_event.kprobe.offset = kl->kp.offset;
	info->perf_event.kprobe.addr = (unsigned long)kl->kp.addr;
	info->perf_event.kprobe.missed = kl->kp.nmissed + atomic64_read(&link->missed);
	info->perf_event.kprobe.cookie = link->cookie;
	return err;
}

static void kprobe_show(struct ab_link *link, struct seq_file *m)
{
	struct kprobe_link *kl = kprobe_link(link);

	seq_printf(m, "kprobe:\t%s+0x%x\npath:\t%s\nmissed:\t%llu\n", kl->name, kl->kp.offset,
		   kl->traced ? "ftrace" : "kprobe",
		   (u64)(kl->kp.nmissed + atomic64_read(&link->missed)));
}

static const struct ab_link_ops kprobe_ops = {
	.type = ALTBPF_LINK_TYPE_PERF_EVENT,
	.name = "kprobe",
	.detach = kprobe_detach,
	.free = kprobe_free,
	.update = ab_link_swap_prog,
	.info = kprobe_info,
	.show = kprobe_show,
};

/* Where a function starts, from the address of the probe at its entry (behind an ENDBR). */
static u64 entry_of(unsigned long addr)
{
#ifdef CONFIG_X86_KERNEL_IBT
	if ((addr & 15) == 4)
		return addr - 4;
#endif
	return addr;
}

static bool is_entry(const struct kprobe_link *kl, const struct ab_attach *req)
{
#ifdef KPROBE_FLAG_ON_FUNC_ENTRY
	return kl->kp.flags & KPROBE_FLAG_ON_FUNC_ENTRY;
#else
	return req->name && !req->offset;
#endif
}

static bool in_module(unsigned long addr)
{
	return addr >= MODULES_VADDR && addr < MODULES_END;
}

/* Takes the tracer's path. Return: -errno where the function is not traced; the caller has another way. */
static int trace_entry(struct kprobe_link *kl)
{
	int err;

	/* The kprobe knows when a module goes, the tracer's filter would not. */
	if (in_module((unsigned long)kl->kp.addr))
		return -EOPNOTSUPP;
	kl->ops.func = on_entry;
	kl->ops.flags = FTRACE_OPS_FL_SAVE_REGS | FTRACE_OPS_FL_PERMANENT;
	err = ftrace_set_filter_ip(&kl->ops, (unsigned long)kl->kp.addr, 0, 0);
	if (err)
		return err;
	err = register_ftrace_function(&kl->ops);
	if (err)
		ftrace_free_filter(&kl->ops);
	else
		kl->traced = true;
	return err;
}

int ab_symbol_check(const char *name)
{
	/* As perf: the first of several functions of one name is hardly the one that is meant. */
	return name && ab_symbol_count(name) > 1 ? -EADDRNOTAVAIL : 0;
}

static int start(struct kprobe_link *kl, const struct ab_attach *req)
{
	int err = ab_symbol_check(req->name);

	if (err)
		return err;
	if (req->offset > INT_MAX)
		return -EINVAL;
	if (req->name)
		kl->kp.symbol_name = kl->name;
	else
		kl->kp.addr = (kprobe_opcode_t *)(unsigned long)req->addr;
	kl->kp.offset = req->offset;
	kl->kp.pre_handler = on_kprobe;
	kl->kp.flags = KPROBE_FLAG_DISABLED;
	err = register_kprobe(&kl->kp);
	if (err)
		return err;
	if (is_entry(kl, req)) {
		kl->func_ip = entry_of((unsigned long)kl->kp.addr);
		if (!trace_entry(kl))
			return 0;
	}
	err = enable_kprobe(&kl->kp);
	if (err)
		unregister_kprobe(&kl->kp);
	return err;
}

struct ab_link *ab_kprobe_attach(const struct ab_attach *req)
{
	struct kprobe_link *kl = kzalloc(sizeof(*kl), GFP_KERNEL);
	int err = -ENOMEM;

	if (!kl)
		return ERR_PTR(-ENOMEM);
	kl->name = req->name ? kstrdup(req->name, GFP_KERNEL) : kasprintf(GFP_KERNEL, "%ps", (void *)req->addr);
	if (!kl->name)
		goto out;
	ab_link_init(&kl->link, &kprobe_ops, req->prog, req->cookie);
	err = start(kl, req);
	if (!err)
		return &kl->link;
	ab_prog_put(req->prog);
	kfree(kl->name);
out:
	kfree(kl);
	return ERR_PTR(err);
}
