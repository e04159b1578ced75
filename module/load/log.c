// SPDX-License-Identifier: GPL-2.0
/*
 * A verifier's log in user memory, for log.h. Text byte n goes to position n modulo size: a ring,
 * whose last byte is kept for the NUL by wrapping one early. At the end a ring that has turned is
 * put in order by three reversals. Proved by selftests/kernel/prog_log.c.
 */
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/math64.h>
#include <linux/minmax.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/altbpf.h>
#include "load/log.h"

#define LOG_BITS (ALTBPF_LOG_LEVEL1 | ALTBPF_LOG_LEVEL2 | ALTBPF_LOG_STATS | ALTBPF_LOG_FIXED)
#define CHUNK 256

static void put_text(struct ab_user_log *log, u32 at, const char *text, u32 len)
{
	if (len && !log->failed && copy_to_user(log->buf + at, text, len))
		log->failed = true;
}

static void write_fixed(struct ab_user_log *log, const char *text, size_t len)
{
	u64 room = log->size - 1;

	if (log->end < room)
		put_text(log, log->end, text, min_t(u64, len, room - log->end));
}

static void write_ring(struct ab_user_log *log, const char *text, size_t len)
{
	u32 ring = log->size - 1, at, part;
	u64 end = log->end;

	if (!ring)
		return;
	if (len > ring) {
		end += len - ring;
		text += len - ring;
		len = ring;
	}
	div_u64_rem(end, ring, &at);
	part = min_t(u32, len, ring - at);
	put_text(log, at, text, part);
	put_text(log, 0, text + part, len - part);
}

static void write_user(void *ctx, const char *text, size_t len)
{
	struct ab_user_log *log = ctx;

	if (log->buf) {
		if (log->log.level & ALTBPF_LOG_FIXED)
			write_fixed(log, text, len);
		else
			write_ring(log, text, len);
	}
	log->end += len;
}

int ab_user_log_init(struct ab_user_log *log, u32 level, u64 buf, u32 size)
{
	memset(log, 0, sizeof(*log));
	if (!!buf != !!size || (buf && !level) || (level & ~LOG_BITS) || size > UINT_MAX >> 2)
		return -EINVAL;
	log->log.level = level;
	log->log.write = write_user;
	log->log.ctx = log;
	log->buf = u64_to_user_ptr(buf);
	log->size = size;
	return 0;
}

static void reverse_bytes(char *text, u32 len)
{
	u32 i;

	for (i = 0; i < len / 2; i++)
		swap(text[i], text[len - 1 - i]);
}

/* Reverses user bytes [from, to), in from both ends a chunk at a time. */
static int reverse_user(char __user *buf, u32 from, u32 to)
{
	char left[CHUNK], right[CHUNK];
	u32 n;

	while (to - from > 1) {
		n = min_t(u32, CHUNK, (to - from) / 2);
		if (copy_from_user(left, buf + from, n) || copy_from_user(right, buf + to - n, n))
			return -EFAULT;
		reverse_bytes(left, n);
		reverse_bytes(right, n);
		if (copy_to_user(buf + from, right, n) || copy_to_user(buf + to - n, left, n))
			return -EFAULT;
		from += n;
		to -= n;
	}
	return 0;
}

static int order_ring(struct ab_user_log *log)
{
	u32 ring = log->size - 1, at;
	int err;

	if (!ring)
		return 0;
	div_u64_rem(log->end, ring, &at);
	if (!at)
		return 0;
	/* [new | old] becomes [old | new] */
	err = reverse_user(log->buf, 0, at) ?: reverse_user(log->buf, at, ring);
	return err ?: reverse_user(log->buf, 0, ring);
}

int ab_user_log_finish(struct ab_user_log *log, u32 *true_size)
{
	bool cut = log->end >= log->size;
	int err = 0;

	*true_size = 0;
	if (!log->log.level)
		return 0;
	*true_size = min_t(u64, log->end + 1, U32_MAX);
	if (!log->buf)
		return 0;
	if (cut && !(log->log.level & ALTBPF_LOG_FIXED))
		err = order_ring(log);
	if (log->failed || err || put_user('\0', log->buf + min_t(u64, log->end, log->size - 1)))
		return -EFAULT;
	return cut ? -ENOSPC : 0;
}
