// SPDX-License-Identifier: GPL-2.0
/*
 * PROG_TEST_RUN: a program runs on a context that user space made. Here: what all kinds share, and
 * the kinds whose context is plain memory; packets are test_packet.c's. Rules and errnos are
 * bpf(2)'s where it can test the kind. Proved by selftests/kernel/run_test.c.
 */
#include <linux/cpumask.h>
#include <linux/err.h>
#include <linux/ktime.h>
#include <linux/math64.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/uaccess.h>
#include "core/spec/prog_type.h"
#include "run/test.h"

#define RAW_ARGS_SIZE (12 * sizeof(u64))

/* Not in user space's errno.h, but what bpf(2) says of kinds that it cannot test. */
#ifndef ENOTSUPP
#define ENOTSUPP 524
#endif

int ab_test_repeat(struct ab_test *test, void *ctx)
{
	u32 i, repeat = test->attr->test.repeat ?: 1;
	u64 start = ktime_get_ns(), total = 0;
	struct ab_run run = {};

	for (i = 0; i < repeat; i++) {
		test->retval = ab_run_prog(test->prog, ctx, &run);
		if (!need_resched() && !signal_pending(current))
			continue;
		total += ktime_get_ns() - start;
		if (signal_pending(current))
			return -EINTR;
		cond_resched();
		start = ktime_get_ns();
	}
	total += ktime_get_ns() - start;
	test->duration = min_t(u64, div_u64(total, repeat), U32_MAX);
	return 0;
}

void *ab_test_ctx_in(const struct ab_test *test, u32 size)
{
	const union altbpf_attr *attr = test->attr;
	void *ctx = kzalloc(size, GFP_USER);
	int err;

	if (!ctx)
		return ERR_PTR(-ENOMEM);
	if (!attr->test.ctx_size_in)
		return ctx;
	err = copy_struct_from_user(ctx, size, u64_to_user_ptr(attr->test.ctx_in), attr->test.ctx_size_in);
	if (err) {
		kfree(ctx);
		return ERR_PTR(err);
	}
	return ctx;
}

int ab_test_ctx_out(const struct ab_test *test, const void *ctx, u32 size)
{
	u32 room = test->attr->test.ctx_size_out;

	if (!test->attr->test.ctx_out)
		return 0;
	if (copy_to_user(u64_to_user_ptr(test->attr->test.ctx_out), ctx, min(room, size)) ||
	    put_user(size, &test->uattr->test.ctx_size_out))
		return -EFAULT;
	return room < size ? -ENOSPC : 0;
}

int ab_test_data_out(const struct ab_test *test, const void *data, u32 size)
{
	u32 room = test->attr->test.data_size_out ?: size; /* 0: the caller trusts us, as ever */
	u64 out = test->attr->test.data_out;

	if ((out && copy_to_user(u64_to_user_ptr(out), data, min(room, size))) ||
	    put_user(size, &test->uattr->test.data_size_out))
		return -EFAULT;
	return room < size ? -ENOSPC : 0;
}

int ab_test_result_out(const struct ab_test *test)
{
	if (put_user(test->retval, &test->uattr->test.retval) ||
	    put_user(test->duration, &test->uattr->test.duration))
		return -EFAULT;
	return 0;
}

static bool has_data(const union altbpf_attr *attr)
{
	return attr->test.data_in || attr->test.data_out || attr->test.data_size_in || attr->test.data_size_out;
}

/* Registers or a trace record: the bytes as the user gave them, the rest zero. */
static int test_flat(struct ab_test *test)
{
	const union altbpf_attr *attr = test->attr;
	u32 size = ab_prog_type_find(test->prog->type)->ctx_size;
	void *ctx;
	int err;

	if (has_data(attr) || attr->test.flags || attr->test.cpu || attr->test.batch_size)
		return -EINVAL;
	ctx = ab_test_ctx_in(test, size);
	if (IS_ERR(ctx))
		return PTR_ERR(ctx);
	err = ab_test_repeat(test, ctx);
	if (!err)
		err = ab_test_result_out(test);
	if (!err)
		err = ab_test_ctx_out(test, ctx, size);
	kfree(ctx);
	return err;
}

struct raw_run {
	struct ab_prog *prog;
	void *ctx;
	u32 retval;
};

static void run_raw(void *info)
{
	struct raw_run *raw = info;
	struct ab_run run = {};

	raw->retval = ab_run_prog(raw->prog, raw->ctx, &run);
}

static int run_raw_somewhere(struct raw_run *raw, const union altbpf_attr *attr)
{
	u32 cpu = attr->test.cpu;

	if (!(attr->test.flags & ALTBPF_F_TEST_RUN_ON_CPU)) {
		run_raw(raw);
		return 0;
	}
	if (cpu >= nr_cpu_ids || !cpu_online(cpu))
		return -ENXIO;
	return smp_call_function_single(cpu, run_raw, raw, 1);
}

static int test_raw_tracepoint(struct ab_test *test)
{
	const union altbpf_attr *attr = test->attr;
	struct raw_run raw = { .prog = test->prog };
	int err;

	if (has_data(attr) || attr->test.ctx_out || attr->test.duration || attr->test.repeat ||
	    attr->test.batch_size || (attr->test.flags & ~ALTBPF_F_TEST_RUN_ON_CPU))
		return -EINVAL;
	if (attr->test.ctx_size_in < test->prog->facts.max_ctx_offset || attr->test.ctx_size_in > RAW_ARGS_SIZE)
		return -EINVAL;
	if (!(attr->test.flags & ALTBPF_F_TEST_RUN_ON_CPU) && attr->test.cpu)
		return -EINVAL;
	raw.ctx = ab_test_ctx_in(test, RAW_ARGS_SIZE);
	if (IS_ERR(raw.ctx))
		return PTR_ERR(raw.ctx);
	err = run_raw_somewhere(&raw, attr);
	kfree(raw.ctx);
	if (!err && put_user(raw.retval, &test->uattr->test.retval))
		err = -EFAULT;
	return err;
}

int ab_run_test(struct ab_prog *prog, union altbpf_attr *attr, union altbpf_attr __user *uattr)
{
	const struct ab_prog_type *type = ab_prog_type_find(prog->type);
	struct ab_test test = { .prog = prog, .attr = attr, .uattr = uattr };

	if (!attr->test.ctx_size_in != !attr->test.ctx_in || !attr->test.ctx_size_out != !attr->test.ctx_out)
		return -EINVAL;
	if (!type || !type->runnable)
		return -ENOTSUPP;
	switch (prog->type) {
	case ALTBPF_PROG_TYPE_RAW_TRACEPOINT:
		return test_raw_tracepoint(&test);
	case ALTBPF_PROG_TYPE_XDP:
		return ab_test_xdp(&test);
	case ALTBPF_PROG_TYPE_SOCKET_FILTER:
		return ab_test_skb(&test);
	default:
		return test_flat(&test);
	}
}
