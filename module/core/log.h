/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A text sink with a level, for the verifier, the BTF checker and dumps. The owner decides where
 * text goes: the kernel writes to the loader's user buffer, the offline checker to memory.
 */
#ifndef AB_CORE_LOG_H
#define AB_CORE_LOG_H

#include <linux/types.h>
#include <linux/kernel.h>

/**
 * struct ab_log - where text goes
 * @level: ALTBPF_LOG_* bits; 0: nothing is wanted
 * @write: takes @len bytes of text (no NUL at the end); may sleep
 * @ctx: the owner's, for @write
 */
struct ab_log {
	u32 level;
	void (*write)(void *ctx, const char *text, size_t len);
	void *ctx;
};

/* Formats (one call: at most 511 bytes, longer is cut) and writes; nothing where log is NULL or level 0. */
__printf(2, 3) void ab_log(const struct ab_log *log, const char *fmt, ...);

static inline bool ab_log_wants(const struct ab_log *log, u32 bits)
{
	return log && (log->level & bits);
}

#endif
