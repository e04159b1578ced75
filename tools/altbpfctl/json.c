// SPDX-License-Identifier: GPL-2.0
/*
 * The writer behind every result: see json.h. Proved by selftests/tools, which parses what comes out.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "json.h"

#define MAX_DEPTH 64

static enum json_style style;
static FILE *out; /* NULL: stdout */
static char closers[MAX_DEPTH]; /* what ends each open level */
static unsigned int members[MAX_DEPTH]; /* written in each open level */
static unsigned int depth;
static bool used;

void json_set_file(FILE *file)
{
	out = file;
}

static FILE *file(void)
{
	return out ? out : stdout;
}

void json_set_style(enum json_style new_style)
{
	style = new_style;
}

enum json_style json_style(void)
{
	return style;
}

bool json_is_empty(void)
{
	return !used;
}

static void new_line(void)
{
	if (style == JSON_PRETTY)
		fprintf(file(), "\n%*s", (int)depth * 4, "");
}

static void put_quoted(const char *s, size_t len)
{
	size_t i;

	fputc('"', file());
	for (i = 0; i < len && s[i]; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\')
			fprintf(file(), "\\%c", c);
		else if (c == '\n')
			fputs("\\n", file());
		else if (c == '\t')
			fputs("\\t", file());
		else if (c < 0x20 || c >= 0x7f)
			fprintf(file(), "\\u%04x", c);
		else
			fputc(c, file());
	}
	fputc('"', file());
}

/* What stands before a value: the comma of the one before, indentation, the name. */
static void begin(const char *name)
{
	used = true;
	if (depth) {
		if (members[depth - 1]++)
			fputs(style == JSON_TEXT ? ", " : ",", file());
		new_line();
	}
	if (!name)
		return;
	if (style == JSON_TEXT) {
		fprintf(file(), "%s=", name);
		return;
	}
	put_quoted(name, strlen(name));
	fputs(style == JSON_PRETTY ? ": " : ":", file());
}

static void end(void)
{
	if (!depth && style != JSON_TEXT)
		fputc('\n', file());
}

static void open_level(const char *name, char opener, char closer)
{
	begin(name);
	fputc(opener, file());
	closers[depth] = closer;
	members[depth] = 0;
	if (depth < MAX_DEPTH - 1)
		depth++;
}

void json_open_object(const char *name)
{
	open_level(name, '{', '}');
}

void json_open_array(const char *name)
{
	open_level(name, '[', ']');
}

void json_close(void)
{
	bool had_members;

	if (!depth)
		return;
	had_members = members[--depth];
	if (had_members)
		new_line();
	fputc(closers[depth], file());
	end();
}

void json_finish(void)
{
	while (depth)
		json_close();
}

void json_text_len(const char *name, const char *value, size_t len)
{
	begin(name);
	put_quoted(value, len);
	end();
}

void json_text(const char *name, const char *value)
{
	json_text_len(name, value, strlen(value));
}

void json_format(const char *name, const char *fmt, ...)
{
	char buf[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	json_text(name, buf);
}

void json_uint(const char *name, uint64_t value)
{
	begin(name);
	fprintf(file(), "%llu", (unsigned long long)value);
	end();
}

void json_int(const char *name, int64_t value)
{
	begin(name);
	fprintf(file(), "%lld", (long long)value);
	end();
}

void json_double(const char *name, double value)
{
	begin(name);
	fprintf(file(), "%.9g", value);
	end();
}

void json_bool(const char *name, bool value)
{
	begin(name);
	fputs(value ? "true" : "false", file());
	end();
}

void json_null(const char *name)
{
	begin(name);
	fputs("null", file());
	end();
}

void json_bytes(const char *name, const void *data, size_t len)
{
	const unsigned char *p = data;
	size_t i;

	if (style == JSON_TEXT) {
		begin(name);
		for (i = 0; i < len; i++)
			fprintf(file(), i ? " %02x" : "%02x", p[i]);
		return;
	}
	json_open_array(name);
	for (i = 0; i < len; i++)
		json_format(NULL, "0x%02x", p[i]);
	json_close();
}
