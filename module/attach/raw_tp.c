// SPDX-License-Identifier: GPL-2.0
/*
 * Programs on raw tracepoints; the context is the array of the tracepoint's arguments. The probe of
 * a compiled program is generated code (core/jit's hook stub): nothing of C lies between tracepoint
 * and program. Statistics and programs that ask about their run take its slow way, run_slow();
 * interpreted programs get a probe in C. Proved by selftests/kernel/attach_raw_tp.c.
 */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "attach/internal.h"
#include "attach/raw_tp.h"
#include "attach/tp_args.h"
#include "core/jit/jit.h"
#include "load/image.h"
#include "port/hooks.h"
#include "port/thunks.h"

/**
 * struct raw_tp_link - a program on a raw tracepoint
 * @tp: where
 * @module: that has it, a reference, or NULL
 * @args: what is known of its arguments
 * @probe: what is registered: the stub, or a function of C
 * @stub: its memory, or NULL
 * @stub_prog: whom the stub calls
 * @live: the probe in C may run the program
 */
struct raw_tp_link {
	struct ab_link link;
	struct tracepoint *tp;
	struct module *module;
	struct ab_tp_args args;
	void *probe;
	struct ab_image *stub;
	struct ab_prog *stub_prog;
	bool live;
};

/* A flag for programs whose every run is slow. */
static const u32 always = 1;

static struct raw_tp_link *raw_tp_link(struct ab_link *link)
{
	return container_of(link, struct raw_tp_link, link);
}

/* The stub's slow way: it holds the program's guard and has widened the arguments. */
static void run_slow(void *data, u64 *args)
{
	struct raw_tp_link *rl = data;
	struct ab_run run = { .cookie = rl->link.cookie };

	ab_run_guarded(rl->stub_prog, args, &run);
}

static void run_args(struct raw_tp_link *rl, const u64 *raw)
{
	/* As many as a program can read: a tail call may bring one in that reads more than there are. */
	u64 args[AB_TP_ARGS_MAX] = {};
	u32 i;

	if (!READ_ONCE(rl->live))
		return;
	/* The calling convention leaves the upper part of small arguments undefined. */
	for (i = 0; i < rl->args.cnt; i++) {
		args[i] = raw[i];
		if (rl->args.size[i] < 8)
			args[i] &= (1ULL << 8 * rl->args.size[i]) - 1;
	}
	preempt_disable_notrace();
	ab_link_run(&rl->link, args, NULL, 0);
	preempt_enable_notrace();
}

/* Probes in C, one for each number of arguments: a smaller one would not see them all. */
#define A(n) u64 a##n
#define PROBE(cnt, params, ...) \
	static void probe_##cnt params \
	{ \
		u64 args[cnt ?: 1] = { __VA_ARGS__ }; \
		run_args(data, args); \
	}
PROBE(0, (void *data), 0)
PROBE(1, (void *data, A(1)), a1)
PROBE(2, (void *data, A(1), A(2)), a1, a2)
PROBE(3, (void *data, A(1), A(2), A(3)), a1, a2, a3)
PROBE(4, (void *data, A(1), A(2), A(3), A(4)), a1, a2, a3, a4)
PROBE(5, (void *data, A(1), A(2), A(3), A(4), A(5)), a1, a2, a3, a4, a5)
PROBE(6, (void *data, A(1), A(2), A(3), A(4), A(5), A(6)), a1, a2, a3, a4, a5, a6)
PROBE(7, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7)), a1, a2, a3, a4, a5, a6, a7)
PROBE(8, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8)), a1, a2, a3, a4, a5, a6, a7, a8)
PROBE(9, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9)), a1, a2, a3, a4, a5, a6, a7, a8, a9)
PROBE(10, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10)),
      a1, a2, a3, a4, a5, a6, a7, a8, a9, a10)
PROBE(11, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10), A(11)),
      a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11)
PROBE(12, (void *data, A(1), A(2), A(3), A(4), A(5), A(6), A(7), A(8), A(9), A(10), A(11), A(12)),
      a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12)

static void *const c_probes[AB_TP_ARGS_MAX + 1] = {
	probe_0, probe_1, probe_2, probe_3, probe_4, probe_5, probe_6, probe_7, probe_8, probe_9, probe_10,
	probe_11, probe_12,
};

/* Does the program hand its context to helpers that read memory? */
static bool reads_by_helper(const struct ab_prog *prog)
{
	static const u32 readers[] = {
		ALTBPF_FUNC_probe_read, ALTBPF_FUNC_probe_read_str, ALTBPF_FUNC_probe_read_kernel,
		ALTBPF_FUNC_probe_read_kernel_str,
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(readers); i++)
		if (prog->facts.uses_helper[readers[i] / 64] & 1ULL << readers[i] % 64)
			return true;
	return false;
}

static u32 used_args(const struct raw_tp_link *rl, const struct ab_prog *prog)
{
	if (reads_by_helper(prog))
		return rl->args.cnt;
	return DIV_ROUND_UP(prog->facts.max_ctx_offset, 8);
}

static int make_stub(struct raw_tp_link *rl)
{
	struct ab_prog *prog = rl->link.prog;
	struct ab_jit_hook hook = {
		.nargs = rl->args.cnt,
		.used_args = used_args(rl, prog),
		.prog_entry = (unsigned long)prog->run,
		.cpu_state = (unsigned long)prog->cpu,
		.miss_offset = offsetof(struct ab_prog_cpu, missed_recursion),
		.slow = prog->facts.uses_run ? (unsigned long)&always : (unsigned long)&ab_run_stats_on,
		.slow_fn = (unsigned long)run_slow,
		.slow_data = (unsigned long)rl,
		.preempt_count = ab_tracepoint_preempt_count(),
	};
	int size, err = -ENOMEM;
	void *code;
	u32 i;

	for (i = 0; i < rl->args.cnt; i++)
		hook.arg_size[i] = rl->args.size[i];
	size = ab_jit_emit_hook(&hook, &ab_jit_env, NULL, 0);
	if (size < 0)
		return size;
	code = kmalloc(size, GFP_KERNEL);
	rl->stub = ab_image_alloc(size);
	if (!code || !rl->stub)
		goto out;
	size = ab_jit_emit_hook(&hook, &ab_jit_env, code, (unsigned long)rl->stub->addr);
	err = size < 0 ? size : ab_image_write(rl->stub, code, size);
	if (err)
		goto out;
	rl->stub_prog = prog;
	rl->probe = rl->stub->addr;
	kfree(code);
	return 0;
out:
	kfree(code);
	ab_image_free(rl->stub);
	rl->stub = NULL;
	return err;
}

static void use_c_probe(struct raw_tp_link *rl)
{
	rl->probe = c_probes[rl->args.cnt];
}

static void raw_tp_detach(struct ab_link *link)
{
	struct raw_tp_link *rl = raw_tp_link(link);

	tracepoint_probe_unregister(rl->tp, rl->probe, rl);
	ab_tracepoint_wait();
	ab_image_free(rl->stub);
	rl->stub = NULL;
	module_put(rl->module);
}

static void raw_tp_free(struct ab_link *link)
{
	kfree(raw_tp_link(link));
}

/*
 * Generated code cannot change its program: the first update puts the probe in C in its place. No
 * hit runs two programs; one that falls between both probes runs none.
 */
static int raw_tp_update(struct ab_link *link, struct ab_prog *prog)
{
	struct raw_tp_link *rl = raw_tp_link(link);
	void *stub = rl->probe;
	int err;

	if (prog->facts.max_ctx_offset > rl->args.cnt * sizeof(u64))
		return -EINVAL;
	if (!rl->stub)
		return ab_link_swap_prog(link, prog);
	use_c_probe(rl);
	err = tracepoint_probe_register(rl->tp, rl->probe, rl);
	if (err) {
		rl->probe = stub;
		return err;
	}
	WRITE_ONCE(link->prog, prog);
	tracepoint_probe_unregister(rl->tp, stub, rl);
	WRITE_ONCE(rl->live, true);
	ab_tracepoint_wait();
	ab_image_free(rl->stub);
	rl->stub = NULL;
	return 0;
}

static int raw_tp_info(struct ab_link *link, struct altbpf_link_info *info)
{
	info->raw_tracepoint.cookie = link->cookie;
	return ab_link_put_name(info->raw_tracepoint.tp_name, &info->raw_tracepoint.tp_name_len,
				raw_tp_link(link)->tp->name);
}

static void raw_tp_show(struct ab_link *link, struct seq_file *m)
{
	struct raw_tp_link *rl = raw_tp_link(link);

	if (!link->detached)
		seq_printf(m, "raw_tp_name:\t%s\nprobe:\t%s\n", rl->tp->name, rl->stub ? "jit" : "c");
}

static const struct ab_link_ops raw_tp_ops = {
	.type = ALTBPF_LINK_TYPE_RAW_TRACEPOINT,
	.name = "raw_tracepoint",
	.detach = raw_tp_detach,
	.free = raw_tp_free,
	.update = raw_tp_update,
	.info = raw_tp_info,
	.show = raw_tp_show,
};

/* What is known of the arguments of a module's tracepoint: how many. */
static void find_module_args(const struct raw_tp_link *rl, struct ab_tp_args *args)
{
#ifdef CONFIG_BPF_EVENTS
	u32 i;

	for (i = 0; i < rl->module->num_bpf_raw_events; i++) {
		if (rl->module->bpf_raw_events[i].tp == rl->tp)
			args->cnt = min_t(u32, rl->module->bpf_raw_events[i].num_args, AB_TP_ARGS_MAX);
	}
#endif
}

static int start(struct raw_tp_link *rl, struct ab_prog *prog)
{
	int err;

	ab_tp_args_find(rl->tp->name, &rl->args);
	if (rl->module && !rl->args.known)
		find_module_args(rl, &rl->args);
	if (prog->facts.max_ctx_offset > rl->args.cnt * sizeof(u64))
		return -EINVAL;
	if (!prog->jited || ab_link_tail_calls(prog) || make_stub(rl)) {
		use_c_probe(rl);
		rl->live = true;
	}
	err = tracepoint_probe_register(rl->tp, rl->probe, rl);
	if (err)
		ab_image_free(rl->stub);
	return err;
}

struct ab_link *ab_raw_tp_attach(struct ab_prog *prog, const char *name, u64 cookie)
{
	struct raw_tp_link *rl = kzalloc(sizeof(*rl), GFP_KERNEL);
	int err = -ENOENT;

	if (!rl)
		return ERR_PTR(-ENOMEM);
	rl->tp = ab_raw_tp_find(name, &rl->module);
	if (!rl->tp)
		goto out;
	ab_link_init(&rl->link, &raw_tp_ops, prog, cookie);
	err = start(rl, prog);
	if (!err)
		return &rl->link;
	ab_prog_put(prog);
	module_put(rl->module);
out:
	kfree(rl);
	return ERR_PTR(err);
}
