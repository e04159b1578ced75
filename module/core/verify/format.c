// SPDX-License-Identifier: GPL-2.0
/*
 * Format strings that helpers interpret: only conversions that the helpers know, and as many
 * arguments as are given.
 */
#include <linux/ctype.h>

#include "core/verify/call.h"

static int bad_format(struct ab_env *env)
{
	return ab_refuse(env, AB_REFUSE_HELPER_FORMAT, "Invalid format string");
}

/* Nothing that could be read as a part of a name such as %s follows. */
static bool ends_here(char c)
{
	return !c || isspace(c) || ispunct(c);
}

/* Length of the conversion at @s (behind the '%'), 0 if it is none. */
static u32 conversion(const char *s)
{
	u32 n = 0;

	while (s[n] == '0' || s[n] == '+' || s[n] == '-' || s[n] == ' ')
		n++;
	while (isdigit(s[n]))
		n++;
	switch (s[n]) {
	case 's':
		return ends_here(s[n + 1]) ? n + 1 : 0;
	case 'c':
		return n + 1;
	case 'p':
		n++;
		if (s[n] == 'K' || s[n] == 'x' || s[n] == 's' || s[n] == 'S' || s[n] == 'B')
			return n + 1;
		if ((s[n] == 'k' || s[n] == 'u') && s[n + 1] == 's')
			return ends_here(s[n + 2]) ? n + 2 : 0;
		if ((s[n] == 'i' || s[n] == 'I') && (s[n + 1] == '4' || s[n + 1] == '6'))
			return n + 2;
		return ends_here(s[n]) ? n : 0;
	}
	if (s[n] == 'l')
		n++;
	if (s[n] == 'l')
		n++;
	return s[n] && strchr("diuxX", s[n]) ? n + 1 : 0;
}

/* Sound: the text was found to end inside memory that cannot change. */
int ab_format_check(struct ab_env *env, u32 n, u32 args)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	const char *s = ab_reg_map(env, reg)->contents;
	u32 len;

	for (s += reg->off + (u32)ab_scalar_value(&reg->val); *s; s++) {
		/* Bytes of UTF-8 pass, control characters do not. */
		if ((u8)*s < 128 && !isprint(*s) && !isspace(*s))
			return bad_format(env);
		if (*s != '%')
			continue;
		s++;
		if (*s == '%')
			continue;
		len = conversion(s);
		if (!len || !args)
			return bad_format(env);
		args--;
		s += len - 1;
	}
	return 0;
}
