// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on the trace events syscalls/sys_enter_* and sys_exit_*. All of them hang on the two raw
 * tracepoints; here is one list of links a syscall number, so a syscall without programs costs
 * a look at an empty list. The record is built from the raw arguments:
 *
 *	0        8     16
 *	| common | nr  | args[6], or the return value |
 *
 * Programs cannot read the common bytes. Proved by selftests/kernel/attach_tracepoint.c.
 */
#include <linux/err.h>
#include <linux/ftrace.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/rculist.h>
#include <linux/sched.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/syscalls.h>
#include <linux/tracepoint.h>
#include <asm/syscall.h>
#include "attach/internal.h"
#include "attach/raw_tp.h"
#include "core/spec/prog_type.h"
#include "port/hooks.h"

struct syscall_link {
	struct ab_link link;
	struct hlist_node node;
	u32 nr;
	u32 size; /* bytes of the record */
	bool is_exit;
	char *name;
};

struct record {
	u64 common;
	u64 nr;
	unsigned long args[6];
};

/* One direction: its raw tracepoint and the links by syscall number. */
struct side {
	const char *tp_name;
	void *probe;
	struct tracepoint *tp; /* while it has links */
	u32 cnt;
	struct hlist_head links[NR_syscalls];
};

static DEFINE_MUTEX(sides_lock); /* writers of both sides */

static struct syscall_link *syscall_link(struct ab_link *link)
{
	return container_of(link, struct syscall_link, link);
}

static __always_inline struct hlist_head *links_of(struct side *side, struct pt_regs *regs, long *nr)
{
	*nr = syscall_get_nr(current, regs);
	if (unlikely(*nr < 0 || *nr >= NR_syscalls))
		return NULL;
#ifdef ARCH_TRACE_IGNORE_COMPAT_SYSCALLS
	/* Numbers of 32-bit tasks mean other calls. */
	if (unlikely(arch_trace_is_compat_syscall(regs)))
		return NULL;
#endif
	return hlist_empty(&side->links[*nr]) ? NULL : &side->links[*nr];
}

/* A record with zeroes behind it, for programs that make tail calls. */
struct wide_record {
	struct record record;
	u8 rest[AB_TRACE_RECORD_MAX - sizeof(struct record)];
};

/* No syscall begins or ends inside the handling of another on one CPU: one is enough. */
static struct wide_record __percpu *wide_records; /* from the first link on */

static void run_all(struct hlist_head *links, struct record *record, struct pt_regs *regs)
{
	struct syscall_link *sl;
	struct record *ctx;

	hlist_for_each_entry_rcu(sl, links, node, true) {
		ctx = record;
		if (unlikely(ab_link_tail_calls(READ_ONCE(sl->link.prog)))) {
			ctx = &this_cpu_ptr(wide_records)->record;
			*ctx = *record;
		}
		ab_link_run(&sl->link, ctx, regs, 0);
	}
}

/* Called with preemption off, or made so: newer kernels do not. */
static void on_enter(void *data, struct pt_regs *regs, long id)
{
	struct record record;
	struct hlist_head *links;
	long nr;

	preempt_disable_notrace();
	links = links_of(data, regs, &nr);
	if (links) {
		record.common = 0;
		record.nr = nr;
		syscall_get_arguments(current, regs, record.args);
		run_all(links, &record, regs);
	}
	preempt_enable_notrace();
}

static void on_exit(void *data, struct pt_regs *regs, long ret)
{
	struct record record = {};
	struct hlist_head *links;
	long nr;

	preempt_disable_notrace();
	links = links_of(data, regs, &nr);
	if (links) {
		record.nr = nr;
		record.args[0] = ret;
		run_all(links, &record, regs);
	}
	preempt_enable_notrace();
}

static struct side enter_side = { .tp_name = "sys_enter", .probe = on_enter };
static struct side exit_side = { .tp_name = "sys_exit", .probe = on_exit };

static struct side *side_of(const struct syscall_link *sl)
{
	return sl->is_exit ? &exit_side : &enter_side;
}

static int add_link(struct syscall_link *sl)
{
	struct side *side = side_of(sl);
	struct tracepoint *tp;
	int err = 0;

	mutex_lock(&sides_lock);
	if (!wide_records)
		wide_records = alloc_percpu(struct wide_record);
	if (!wide_records) {
		err = -ENOMEM;
		goto out;
	}
	if (!side->cnt) {
		tp = ab_raw_tp_find(side->tp_name, NULL);
		err = tp ? tracepoint_probe_register(tp, side->probe, side) : -ENOENT;
		if (err)
			goto out;
		side->tp = tp;
	}
	side->cnt++;
	hlist_add_head_rcu(&sl->node, &side->links[sl->nr]);
out:
	mutex_unlock(&sides_lock);
	return err;
}

static void syscall_detach(struct ab_link *link)
{
	struct syscall_link *sl = syscall_link(link);
	struct side *side = side_of(sl);

	mutex_lock(&sides_lock);
	hlist_del_rcu(&sl->node);
	if (!--side->cnt)
		tracepoint_probe_unregister(side->tp, side->probe, side);
	mutex_unlock(&sides_lock);
	ab_tracepoint_wait();
}

static void syscall_free(struct ab_link *link)
{
	struct syscall_link *sl = syscall_link(link);

	kfree(sl->name);
	kfree(sl);
}

static int syscall_update(struct ab_link *link, struct ab_prog *prog)
{
	if (prog->facts.max_ctx_offset > syscall_link(link)->size)
		return -EACCES;
	return ab_link_swap_prog(link, prog);
}

static int syscall_info(struct ab_link *link, struct altbpf_link_info *info)
{
	u64 buf = info->perf_event.tracepoint.tp_name;
	u32 len = info->perf_event.tracepoint.name_len;
	int err = ab_link_put_name(buf, &len, syscall_link(link)->name);

	info->perf_event.type = ALTBPF_PERF_EVENT_TRACEPOINT;
	info->perf_event.tracepoint.name_len = len;
	info->perf_event.tracepoint.cookie = link->cookie;
	return err;
}

static void syscall_show(struct ab_link *link, struct seq_file *m)
{
	seq_printf(m, "tracepoint:\t%s\n", syscall_link(link)->name);
}

static const struct ab_link_ops syscall_ops = {
	.type = ALTBPF_LINK_TYPE_PERF_EVENT,
	.name = "tracepoint",
	.detach = syscall_detach,
	.free = syscall_free,
	.update = syscall_update,
	.info = syscall_info,
	.show = syscall_show,
};

struct ab_link *ab_syscall_tp_attach(const struct ab_attach *req, u32 nr, u32 nargs, bool is_exit)
{
	u32 size = offsetof(struct record, args) + (is_exit ? 1 : nargs) * sizeof(long);
	struct syscall_link *sl;
	int err = -ENOMEM;

	if (nr >= NR_syscalls)
		return ERR_PTR(-ENOENT);
	if (req->prog->facts.max_ctx_offset > size)
		return ERR_PTR(-EACCES);
	sl = kzalloc(sizeof(*sl), GFP_KERNEL);
	if (!sl)
		return ERR_PTR(-ENOMEM);
	sl->nr = nr;
	sl->size = size;
	sl->is_exit = is_exit;
	sl->name = kstrdup(strchr(req->name, '/') + 1, GFP_KERNEL);
	if (!sl->name)
		goto out;
	ab_link_init(&sl->link, &syscall_ops, req->prog, req->cookie);
	err = add_link(sl);
	if (!err)
		return &sl->link;
	ab_prog_put(req->prog);
	kfree(sl->name);
out:
	kfree(sl);
	return ERR_PTR(err);
}

/* No link is left, and the last run was waited for when it went. */
void ab_syscall_tp_exit(void)
{
	free_percpu(wide_records);
	wide_records = NULL;
}
