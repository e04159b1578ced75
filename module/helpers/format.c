// SPDX-License-Identifier: GPL-2.0
/*
 * A program's printf: every conversion that mainline's bpf_trace_printk() takes, with its errors.
 * Each conversion is checked, rebuilt from what was understood and given to the kernel's own
 * snprintf() with a value of the right kind, so nothing of the program's text reaches it unseen.
 * The text may change while it is read (it can lie in a map): every byte is read once and the
 * length is fixed before. Proved by selftests/kernel/helper_print.c.
 */
#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

/* Longest string of one %s, with its NUL. */
#define STRING_MAX 512
#define WIDTH_MAX 1023

struct writer {
	char *buf;
	u32 size;
	u32 len; /* of the whole text, also of what did not fit */
};

struct reader {
	const char *fmt;
	u32 len;
	u32 pos;
};

enum conv_kind { CONV_INT, CONV_LONG, CONV_CHAR, CONV_STRING, CONV_POINTER, CONV_IP };

/* One conversion, understood. */
struct conv {
	enum conv_kind kind;
	char flags[5];
	u32 width;
	char letters[4]; /* "d", "pS", "pI4" */
	char source; /* of a string: 'k', 'u', or 's': by its address */
};

static char peek(const struct reader *r, u32 ahead)
{
	return r->pos + ahead < r->len ? READ_ONCE(r->fmt[r->pos + ahead]) : 0;
}

static char *room(const struct writer *w, u32 *size)
{
	u32 at = min(w->len, w->size);

	*size = w->size - at;
	return w->buf + at;
}

static void put_char(struct writer *w, char c)
{
	if (w->len + 1 < w->size)
		w->buf[w->len] = c;
	w->len++;
}

static void read_flags(struct reader *r, struct conv *conv)
{
	static const char known[] = "0+- ";
	bool seen[4] = {};
	const char *at;
	u32 i, cnt = 0;
	char c;

	while ((c = peek(r, 0)) && (at = strchr(known, c))) {
		seen[at - known] = true;
		r->pos++;
	}
	for (i = 0; i < 4; i++)
		if (seen[i])
			conv->flags[cnt++] = known[i];
	conv->flags[cnt] = 0;
	conv->width = 0;
	while (isdigit(c = peek(r, 0))) {
		conv->width = min_t(u32, conv->width * 10 + (c - '0'), WIDTH_MAX);
		r->pos++;
	}
}

/* The end of a name such as %p or %s: nothing that could be read as a part of it follows. */
static bool ends_here(char c)
{
	return !c || isspace(c) || ispunct(c);
}

static void set_letters(struct reader *r, struct conv *conv, u32 cnt)
{
	u32 i;

	for (i = 0; i < cnt; i++)
		conv->letters[i] = peek(r, i);
	conv->letters[cnt] = 0;
	r->pos += cnt;
}

static int read_string(struct reader *r, struct conv *conv, char source, u32 cnt)
{
	conv->kind = CONV_STRING;
	conv->source = source;
	r->pos += cnt;
	return ends_here(peek(r, 0)) ? 0 : -EINVAL;
}

static int read_pointer(struct reader *r, struct conv *conv)
{
	char c = peek(r, 1), d = peek(r, 2);

	conv->kind = CONV_POINTER;
	if (ends_here(c)) {
		set_letters(r, conv, 1);
		return 0;
	}
	if ((c == 'k' || c == 'u') && d == 's')
		return read_string(r, conv, c, 3);
	if (strchr("KxsSB", c)) {
		set_letters(r, conv, 2);
		return 0;
	}
	if ((c == 'i' || c == 'I') && (d == '4' || d == '6')) {
		conv->kind = CONV_IP;
		set_letters(r, conv, 3);
		return 0;
	}
	return -EINVAL;
}

static int read_conv(struct reader *r, struct conv *conv)
{
	u32 longs = 0;
	char c;

	read_flags(r, conv);
	c = peek(r, 0);
	if (c == 'p')
		return read_pointer(r, conv);
	if (c == 's')
		return read_string(r, conv, c, 1);
	if (c == 'c') {
		conv->kind = CONV_CHAR;
		set_letters(r, conv, 1);
		return 0;
	}
	while (longs < 2 && peek(r, 0) == 'l') {
		longs++;
		r->pos++;
	}
	c = peek(r, 0);
	if (!c || !strchr("idux" "X", c))
		return -EINVAL;
	conv->kind = longs ? CONV_LONG : CONV_INT;
	set_letters(r, conv, 1);
	return 0;
}

static void write_string(struct writer *w, const struct conv *conv, const char *spec, u64 arg)
{
	char text[STRING_MAX];
	bool user = conv->source == 'u' || (conv->source == 's' && arg < TASK_SIZE);
	u32 size;
	char *to = room(w, &size);

	if (ab_read_str(text, arg, sizeof(text), user) < 0)
		text[0] = 0;
	w->len += snprintf(to, size, spec, text);
}

static void write_ip(struct writer *w, const char *spec, u64 arg)
{
	u8 addr[16] = {};
	u32 size;
	char *to = room(w, &size);

	if (copy_from_kernel_nofault(addr, AB_PTR(arg), strchr(spec, '4') ? 4 : 16))
		memset(addr, 0, sizeof(addr));
	w->len += snprintf(to, size, spec, addr);
}

static void write_conv(struct writer *w, const struct conv *conv, u64 arg)
{
	char spec[24], width[8] = "";
	u32 size;
	char *to = room(w, &size);
	bool is_number = conv->kind == CONV_INT || conv->kind == CONV_LONG;

	if (conv->width)
		snprintf(width, sizeof(width), "%u", conv->width);
	snprintf(spec, sizeof(spec), "%%%s%s%s%s", conv->flags, width, conv->kind == CONV_LONG ? "ll" : "",
		 conv->kind == CONV_STRING ? "s" : conv->letters);
	if (conv->kind == CONV_STRING)
		write_string(w, conv, spec, arg);
	else if (conv->kind == CONV_IP)
		write_ip(w, conv->letters[2] == '4' ? (conv->letters[1] == 'i' ? "%pi4" : "%pI4") :
			 (conv->letters[1] == 'i' ? "%pi6" : "%pI6"), arg);
	else if (conv->kind == CONV_LONG)
		w->len += snprintf(to, size, spec, arg);
	else if (is_number || conv->kind == CONV_CHAR)
		w->len += snprintf(to, size, spec, (u32)arg);
	else
		w->len += snprintf(to, size, spec, AB_PTR(arg));
}

int ab_format(char *out, u32 size, const char *fmt, u32 fmt_size, const u64 *args, u32 cnt)
{
	struct reader r = { .fmt = fmt, .len = strnlen(fmt, fmt_size) };
	struct writer w = { .buf = out, .size = size };
	struct conv conv;
	u32 used = 0;
	int err;
	char c;

	if (r.len == fmt_size)
		return -EINVAL;
	while (r.pos < r.len) {
		c = peek(&r, 0);
		r.pos++;
		/* Bytes of UTF-8 pass, control characters do not. */
		if (!c || (isascii(c) && !isprint(c) && !isspace(c)))
			return -EINVAL;
		if (c == '%' && peek(&r, 0) != '%') {
			if (used >= cnt)
				return -EINVAL;
			err = read_conv(&r, &conv);
			if (err)
				return err;
			write_conv(&w, &conv, args[used++]);
			continue;
		}
		if (c == '%')
			r.pos++;
		put_char(&w, c);
	}
	if (size)
		out[min(w.len, size - 1)] = 0;
	return w.len;
}
