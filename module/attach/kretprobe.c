// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on the return of a kernel function. Every call that is under way takes an instance; a
 * call that finds none left is missed and counted. Proved by selftests/kernel/attach_kretprobe.c.
 */
#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/kprobes.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include "attach/internal.h"

/* Instances: functions that block (reads of a terminal) hold one all the time. */
#define MAXACTIVE_MIN 256
#define MAXACTIVE_PER_CPU 16

struct kretprobe_link {
	struct ab_link link;
	struct kretprobe rp;
	char *name;
};

static struct kretprobe_link *kretprobe_link(struct ab_link *link)
{
	return container_of(link, struct kretprobe_link, link);
}

static int on_return(struct kretprobe_instance *instance, struct pt_regs *regs)
{
	struct kretprobe *rp = get_kretprobe(instance);
	struct kretprobe_link *kl;

	if (unlikely(!rp))
		return 0;
	kl = container_of(rp, struct kretprobe_link, rp);
	if (likely(ab_link_can_run()))
		ab_link_run(&kl->link, regs, regs, (unsigned long)rp->kp.addr);
	else
		ab_link_missed(&kl->link);
	return 0;
}
NOKPROBE_SYMBOL(on_return);

/* Tasks may still be inside the function: their returns find no handler any more. */
static void kretprobe_detach(struct ab_link *link)
{
	unregister_kretprobe(&kretprobe_link(link)->rp);
	synchronize_rcu();
}

static void kretprobe_free(struct ab_link *link)
{
	struct kretprobe_link *kl = kretprobe_link(link);

	kfree(kl->name);
	kfree(kl);
}

static u64 missed(const struct kretprobe_link *kl)
{
	return kl->rp.nmissed + kl->rp.kp.nmissed + atomic64_read(&kl->link.missed);
}

static int kretprobe_info(struct ab_link *link, struct altbpf_link_info *info)
{
	struct kretprobe_link *kl = kretprobe_link(link);
	u64 buf = info->perf_event.kprobe.func_name;
	u32 len = info->perf_event.kprobe.name_len;
	int err = ab_link_put_name(buf, &len, kl->name);

	info->perf_event.type = ALTBPF_PERF_EVENT_KRETPROBE;
	info->perf_event.kprobe.name_len = len;
	info->perf_event.kprobe.offset = 0;
	info->perf_event.kprobe.addr = (unsigned long)kl->rp.kp.addr;
	info->perf_event.kprobe.missed = missed(kl);
	info->perf_event.kprobe.cookie = link->cookie;
	return err;
}

static void kretprobe_show(struct ab_link *link, struct seq_file *m)
{
	struct kretprobe_link *kl = kretprobe_link(link);

	seq_printf(m, "kretprobe:\t%s\nmaxactive:\t%d\nmissed:\t%llu\n", kl->name, kl->rp.maxactive, missed(kl));
}

static const struct ab_link_ops kretprobe_ops = {
	.type = ALTBPF_LINK_TYPE_PERF_EVENT,
	.name = "kretprobe",
	.detach = kretprobe_detach,
	.free = kretprobe_free,
	.update = ab_link_swap_prog,
	.info = kretprobe_info,
	.show = kretprobe_show,
};

static int start(struct kretprobe_link *kl, const struct ab_attach *req)
{
	int err = ab_symbol_check(req->name);

	if (err)
		return err;
	if (req->name)
		kl->rp.kp.symbol_name = kl->name;
	else
		kl->rp.kp.addr = (kprobe_opcode_t *)(unsigned long)req->addr;
	kl->rp.handler = on_return;
	kl->rp.maxactive = req->maxactive ?: max_t(u32, MAXACTIVE_MIN, MAXACTIVE_PER_CPU * num_possible_cpus());
	return register_kretprobe(&kl->rp);
}

struct ab_link *ab_kretprobe_attach(const struct ab_attach *req)
{
	struct kretprobe_link *kl = kzalloc(sizeof(*kl), GFP_KERNEL);
	int err = -ENOMEM;

	if (!kl)
		return ERR_PTR(-ENOMEM);
	kl->name = req->name ? kstrdup(req->name, GFP_KERNEL) : kasprintf(GFP_KERNEL, "%ps", (void *)req->addr);
	if (!kl->name)
		goto out;
	ab_link_init(&kl->link, &kretprobe_ops, req->prog, req->cookie);
	err = start(kl, req);
	if (!err)
		return &kl->link;
	ab_prog_put(req->prog);
	kfree(kl->name);
out:
	kfree(kl);
	return ERR_PTR(err);
}
