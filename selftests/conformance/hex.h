/* SPDX-License-Identifier: GPL-2.0 */
/* Bytes written as pairs of hex digits, with or without blanks. Include core headers first. */
#ifndef AB_SELFTESTS_HEX_H
#define AB_SELFTESTS_HEX_H

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static inline int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The bytes of @text in new memory (never NULL but for want of memory); *len is -1 if malformed. */
static inline u8 *hex_parse(const char *text, long *len)
{
	u8 *bytes = calloc(1, strlen(text) / 2 + 1);
	long n = 0;

	*len = -1;
	while (bytes && *text) {
		if (isspace((unsigned char)*text)) {
			text++;
			continue;
		}
		if (hex_digit(text[0]) < 0 || hex_digit(text[1]) < 0)
			return bytes;
		bytes[n++] = hex_digit(text[0]) << 4 | hex_digit(text[1]);
		text += 2;
	}
	*len = n;
	return bytes;
}

#endif
