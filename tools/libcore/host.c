// SPDX-License-Identifier: GPL-2.0
/*
 * The user-space side of the core's stand-in headers: allocation that can be made to fail, text,
 * sorting, warnings. The only file of the core library that is built against the C library.
 */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include "host.h"

/* Every allocation carries its size in front, so that live bytes can be counted. */
struct head {
	size_t size;
	size_t pad;
};

static long fail_at;
static long live;
static unsigned long bytes, peak;

void ab_host_fail_at(long n) { fail_at = n; }
int ab_host_fail_pending(void) { return fail_at > 0; }
long ab_host_live(void) { return live; }
unsigned long ab_host_bytes(void) { return bytes; }
unsigned long ab_host_peak(void) { return peak; }
void ab_host_reset_peak(void) { peak = bytes; }

static bool must_fail(void)
{
	return fail_at > 0 && --fail_at == 0;
}

static void count(long n, long size)
{
	live += n;
	bytes += (unsigned long)size;
	if (bytes > peak)
		peak = bytes;
}

void *ab_host_alloc(size_t size, bool zero)
{
	struct head *head;

	if (must_fail() || size > (size_t)1 << 40)
		return NULL;
	head = zero ? calloc(1, sizeof(*head) + size) : malloc(sizeof(*head) + size);
	if (!head)
		return NULL;
	head->size = size;
	count(1, (long)size);
	return head + 1;
}

void *ab_host_alloc_array(size_t n, size_t size, bool zero)
{
	size_t total;

	if (__builtin_mul_overflow(n, size, &total))
		return NULL;
	return ab_host_alloc(total, zero);
}

void ab_host_free(const void *p)
{
	struct head *head;

	if (!p)
		return;
	head = (struct head *)p - 1;
	count(-1, -(long)head->size);
	free(head);
}

void *ab_host_realloc(void *p, size_t size)
{
	void *new = ab_host_alloc(size, false);
	size_t old;

	if (!new || !p)
		return new;
	old = ((struct head *)p - 1)->size;
	memcpy(new, p, old < size ? old : size);
	ab_host_free(p);
	return new;
}

void ab_host_warn(const char *file, int line, const char *what)
{
	fprintf(stderr, "WARNING at %s:%d: %s\n", file, line, what);
	abort();
}

int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
{
	int n = vsnprintf(buf, size, fmt, args);

	if (n < 0 || !size)
		return 0;
	return n < (int)size ? n : (int)size - 1;
}

int scnprintf(char *buf, size_t size, const char *fmt, ...)
{
	va_list args;
	int n;

	va_start(args, fmt);
	n = vscnprintf(buf, size, fmt, args);
	va_end(args);
	return n;
}

ssize_t strscpy(char *dst, const char *src, size_t n)
{
	size_t len = strnlen(src, n);

	if (!n)
		return -7;
	if (len == n) {
		memcpy(dst, src, n - 1);
		dst[n - 1] = 0;
		return -7;
	}
	memcpy(dst, src, len + 1);
	return (ssize_t)len;
}

void *memchr_inv(const void *s, int c, size_t n)
{
	const unsigned char *p = s;

	for (; n; n--, p++)
		if (*p != (unsigned char)c)
			return (void *)p;
	return NULL;
}

void sort(void *base, size_t num, size_t size, int (*cmp)(const void *, const void *),
	  void (*swap_fn)(void *, void *, int))
{
	(void)swap_fn;
	qsort(base, num, size, cmp);
}
