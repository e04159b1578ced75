// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on classic trace events, by "category/event". The context is the event's record, laid
 * out as its `format` file says. Records of syscall events are built in syscall_tp.c; those of
 * all others are built by the event's own code for perf: one perf event a CPU hands them to us.
 * Proved by selftests/kernel/attach_tracepoint.c.
 */
#include <linux/cpuhotplug.h>
#include <linux/err.h>
#include <linux/perf_event.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/static_call.h>
#include <linux/string.h>
#include <linux/trace_events.h>
#include <linux/workqueue.h>
#include <trace/syscall.h>
#include "attach/internal.h"
#include "port/hooks.h"
#include "port/symbols.h"

struct tracepoint_link {
	struct ab_link link;
	struct hlist_node node; /* in links */
	struct trace_event_file *file; /* a reference: keeps the event's module */
	struct perf_event *__percpu *events;
	u32 id;
	u32 size; /* bytes of the record's fixed part */
	char *name;
};

/*
 * CPUs that come online need events anew. perf takes locks that lie above the hotplug lock, so
 * the hotplug callback only says so, and a work does it.
 */
static DEFINE_MUTEX(links_lock); /* links, and events of each */
static HLIST_HEAD(links);
static struct cpumask new_cpus;
static enum cpuhp_state hotplug_state;

static int no_offsets(struct trace_event_call *call)
{
	return 0;
}

DEFINE_STATIC_CALL(ab_event_offsets, no_offsets);

static struct tracepoint_link *tracepoint_link(struct ab_link *link)
{
	return container_of(link, struct tracepoint_link, link);
}

/* perf calls this with preemption off; the record lies in one of its per-CPU buffers. */
static void on_event(struct perf_event *event, struct perf_sample_data *data, struct pt_regs *regs)
{
	struct tracepoint_link *tl = event->overflow_handler_context;

	if (likely(data->raw))
		ab_link_run(&tl->link, (void *)data->raw->frag.data, regs, 0);
}

static int create_event(struct tracepoint_link *tl, unsigned int cpu)
{
	struct perf_event_attr attr = {
		.type = PERF_TYPE_TRACEPOINT,
		.size = sizeof(attr),
		.config = tl->id,
		.sample_period = 1,
		.sample_type = PERF_SAMPLE_RAW,
	};
	struct perf_event *event = perf_event_create_kernel_counter(&attr, cpu, NULL, on_event, tl);

	/* A CPU that went away meanwhile gets its event when it is back. */
	if (IS_ERR(event))
		return cpu_online(cpu) ? PTR_ERR(event) : 0;
	*per_cpu_ptr(tl->events, cpu) = event;
	return 0;
}

static void destroy_event(struct tracepoint_link *tl, unsigned int cpu)
{
	struct perf_event **event = per_cpu_ptr(tl->events, cpu);

	if (*event)
		perf_event_release_kernel(*event);
	*event = NULL;
}

static void destroy_events(struct tracepoint_link *tl)
{
	unsigned int cpu;

	for_each_possible_cpu(cpu)
		destroy_event(tl, cpu);
}

/* A CPU that was away and came back has lost its events. */
static void renew_events(struct work_struct *work)
{
	struct tracepoint_link *tl;
	unsigned int cpu;

	mutex_lock(&links_lock);
	for_each_possible_cpu(cpu) {
		if (!cpumask_test_and_clear_cpu(cpu, &new_cpus))
			continue;
		hlist_for_each_entry(tl, &links, node) {
			destroy_event(tl, cpu);
			if (create_event(tl, cpu))
				pr_warn_once("altbpf: failed to follow an event on cpu=%u\n", cpu);
		}
	}
	mutex_unlock(&links_lock);
}

static DECLARE_WORK(renew_work, renew_events);

static int cpu_came(unsigned int cpu)
{
	cpumask_set_cpu(cpu, &new_cpus);
	schedule_work(&renew_work);
	return 0;
}

static void tracepoint_detach(struct ab_link *link)
{
	struct tracepoint_link *tl = tracepoint_link(link);

	mutex_lock(&links_lock);
	hlist_del(&tl->node);
	destroy_events(tl);
	mutex_unlock(&links_lock);
	ab_tracepoint_wait();
	trace_put_event_file(tl->file);
}

static void tracepoint_free(struct ab_link *link)
{
	struct tracepoint_link *tl = tracepoint_link(link);

	free_percpu(tl->events);
	kfree(tl->name);
	kfree(tl);
}

static int tracepoint_update(struct ab_link *link, struct ab_prog *prog)
{
	if (prog->facts.max_ctx_offset > tracepoint_link(link)->size)
		return -EACCES;
	return ab_link_swap_prog(link, prog);
}

static int tracepoint_info(struct ab_link *link, struct altbpf_link_info *info)
{
	u64 buf = info->perf_event.tracepoint.tp_name;
	u32 len = info->perf_event.tracepoint.name_len;
	int err = ab_link_put_name(buf, &len, tracepoint_link(link)->name);

	info->perf_event.type = ALTBPF_PERF_EVENT_TRACEPOINT;
	info->perf_event.tracepoint.name_len = len;
	info->perf_event.tracepoint.cookie = link->cookie;
	return err;
}

static void tracepoint_show(struct ab_link *link, struct seq_file *m)
{
	seq_printf(m, "tracepoint:\t%s\n", tracepoint_link(link)->name);
}

static const struct ab_link_ops tracepoint_ops = {
	.type = ALTBPF_LINK_TYPE_PERF_EVENT,
	.name = "tracepoint",
	.detach = tracepoint_detach,
	.free = tracepoint_free,
	.update = tracepoint_update,
	.info = tracepoint_info,
	.show = tracepoint_show,
};

static int start(struct tracepoint_link *tl, const struct ab_attach *req)
{
	struct trace_event_call *call = tl->file->event_call;
	int size = static_call(ab_event_offsets)(call), err = 0;
	unsigned int cpu;

	/* Without the look-up of the record's size no read can be allowed. */
	tl->size = max_t(int, size, 0);
	if (req->prog->facts.max_ctx_offset > tl->size)
		return -EACCES;
	tl->id = call->event.type;
	mutex_lock(&links_lock);
	for_each_online_cpu(cpu) {
		err = create_event(tl, cpu);
		if (err)
			break;
	}
	if (err)
		destroy_events(tl);
	else
		hlist_add_head(&tl->node, &links);
	mutex_unlock(&links_lock);
	return err;
}

static struct ab_link *attach_event(const struct ab_attach *req, struct trace_event_file *file)
{
	struct tracepoint_link *tl = kzalloc(sizeof(*tl), GFP_KERNEL);
	int err = -ENOMEM;

	if (!tl)
		return ERR_PTR(-ENOMEM);
	tl->file = file;
	tl->events = alloc_percpu(struct perf_event *);
	tl->name = kstrdup(strchr(req->name, '/') + 1, GFP_KERNEL);
	if (!tl->events || !tl->name)
		goto out;
	ab_link_init(&tl->link, &tracepoint_ops, req->prog, req->cookie);
	err = start(tl, req);
	if (!err)
		return &tl->link;
	ab_prog_put(req->prog);
out:
	free_percpu(tl->events);
	kfree(tl->name);
	kfree(tl);
	return ERR_PTR(err);
}

/* Splits "category/event". Return: the file with a reference, or ERR_PTR. */
static struct trace_event_file *find_event(const char *name)
{
	const char *slash = strchr(name, '/');
	struct trace_event_file *file;
	char *category;

	if (!slash || slash == name || !slash[1])
		return ERR_PTR(-EINVAL);
	category = kstrndup(name, slash - name, GFP_KERNEL);
	if (!category)
		return ERR_PTR(-ENOMEM);
	file = trace_get_event_file(NULL, category, slash + 1);
	kfree(category);
	/* -EINVAL is what it says of an event that does not exist. */
	return file == ERR_PTR(-EINVAL) ? ERR_PTR(-ENOENT) : file;
}

struct ab_link *ab_tracepoint_attach(const struct ab_attach *req)
{
	struct trace_event_file *file = find_event(req->name);
	const struct syscall_metadata *meta;
	struct ab_link *link;

	if (IS_ERR(file))
		return ERR_CAST(file);
	if (!strcmp(file->event_call->class->system, "syscalls")) {
		meta = file->event_call->data;
		link = ab_syscall_tp_attach(req, meta->syscall_nr, meta->nb_args,
					    file->event_call == meta->exit_event);
		/* These events belong to the kernel itself and never go away. */
		trace_put_event_file(file);
		return link;
	}
	link = attach_event(req, file);
	if (IS_ERR(link))
		trace_put_event_file(file);
	return link;
}

int ab_tracepoint_init(void)
{
	unsigned long addr = ab_symbol_find("trace_event_get_offsets");
	int state = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "altbpf:tracepoint", cpu_came, NULL);

	if (state < 0)
		return state;
	hotplug_state = state;
	if (addr)
		static_call_update(ab_event_offsets, (typeof(&no_offsets))addr);
	return 0;
}

void ab_tracepoint_exit(void)
{
	cpuhp_remove_state_nocalls(hotplug_state);
	cancel_work_sync(&renew_work);
}
