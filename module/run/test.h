/* SPDX-License-Identifier: GPL-2.0 */
/* Inside run/: pieces of PROG_TEST_RUN that the kinds of programs share. */
#ifndef AB_RUN_TEST_H
#define AB_RUN_TEST_H

#include "run/run.h"

/**
 * struct ab_test - one PROG_TEST_RUN
 * @attr: the request
 * @uattr: where results go
 * @retval: the last run's R0
 * @duration: ns a run
 */
struct ab_test {
	struct ab_prog *prog;
	const union altbpf_attr *attr;
	union altbpf_attr __user *uattr;
	u32 retval;
	u32 duration;
};

/* Runs attr's repeat times. Return: 0 or -EINTR. */
int __must_check ab_test_repeat(struct ab_test *test, void *ctx);
/* The user's context in @size zeroed bytes (kfree() it), or ERR_PTR: -EFAULT, -E2BIG, -ENOMEM. */
void *ab_test_ctx_in(const struct ab_test *test, u32 size);
/* Results to the user; buffers that are too small get what fits and the call says -ENOSPC. */
int __must_check ab_test_ctx_out(const struct ab_test *test, const void *ctx, u32 size);
int __must_check ab_test_data_out(const struct ab_test *test, const void *data, u32 size);
int __must_check ab_test_result_out(const struct ab_test *test);

/* test_packet.c */
int __must_check ab_test_xdp(struct ab_test *test);
int __must_check ab_test_skb(struct ab_test *test);

#endif
