/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A verifier's log in user memory, with bpf(2)'s rules: what does not fit pushes the oldest text
 * out (or, with ALTBPF_LOG_FIXED, is lost), and the size that would have fitted is told.
 */
#ifndef AB_LOAD_LOG_H
#define AB_LOAD_LOG_H

#include "core/log.h"

/**
 * struct ab_user_log - see above
 * @log: the sink to hand to core; its level is 0 where no log was asked for
 * @buf: user buffer, NULL: only the size is counted
 * @size: bytes at @buf
 * @end: bytes of text so far
 * @failed: user memory could not be written
 */
struct ab_user_log {
	struct ab_log log;
	char __user *buf;
	u32 size;
	u64 end;
	bool failed;
};

/* Return: 0, or -EINVAL where bpf(2) refuses the combination. */
int __must_check ab_user_log_init(struct ab_user_log *log, u32 level, u64 buf, u32 size);
/*
 * Puts rotated text in order and ends it with a NUL. @true_size: bytes that all text needs.
 * Return: 0, -ENOSPC (did not fit), -EFAULT.
 */
int __must_check ab_user_log_finish(struct ab_user_log *log, u32 *true_size);

#endif
