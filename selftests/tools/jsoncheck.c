// SPDX-License-Identifier: GPL-2.0
/*
 * Is stdin one or more JSON values, and nothing else? Exit status 0 if so; else 1 and the offset on stderr.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text, *at;

static void fail(const char *why)
{
	fprintf(stderr, "not JSON at byte %ld: %s: %.40s\n", (long)(at - text), why, at);
	exit(1);
}

static void skip_space(void)
{
	while (*at && strchr(" \t\r\n", *at))
		at++;
}

static void expect(const char *word)
{
	if (strncmp(at, word, strlen(word)))
		fail(word);
	at += strlen(word);
}

static void parse_string(void)
{
	int i;

	expect("\"");
	for (; *at != '"'; at++) {
		if ((unsigned char)*at < 0x20)
			fail("a control character or the end in a string");
		if (*at != '\\')
			continue;
		at++;
		if (*at == 'u') {
			for (i = 0; i < 4; i++)
				if (!isxdigit((unsigned char)*++at))
					fail("\\u");
		} else if (!*at || !strchr("\"\\/bfnrt", *at)) {
			fail("an unknown escape");
		}
	}
	at++;
}

static void parse_number(void)
{
	char *end;

	if (*at == '0' && isdigit((unsigned char)at[1]))
		fail("a leading zero");
	strtod(at, &end);
	if (end == at || memchr(at, 'x', (size_t)(end - at)) || memchr(at, 'n', (size_t)(end - at)))
		fail("a value");
	at = end;
}

static void parse_value(void);

static void parse_members(char closer, int named)
{
	at++;
	skip_space();
	if (*at == closer) {
		at++;
		return;
	}
	for (;;) {
		skip_space();
		if (named) {
			parse_string();
			skip_space();
			expect(":");
		}
		parse_value();
		if (*at == closer)
			break;
		expect(",");
	}
	at++;
}

static void parse_value(void)
{
	skip_space();
	if (*at == '{')
		parse_members('}', 1);
	else if (*at == '[')
		parse_members(']', 0);
	else if (*at == '"')
		parse_string();
	else if (*at == 't')
		expect("true");
	else if (*at == 'f')
		expect("false");
	else if (*at == 'n')
		expect("null");
	else
		parse_number();
	skip_space();
}

int main(void)
{
	static char buf[16 << 20];

	buf[fread(buf, 1, sizeof(buf) - 1, stdin)] = 0;
	text = at = buf;
	skip_space();
	if (!*at)
		fail("nothing");
	while (*at)
		parse_value();
	return 0;
}
