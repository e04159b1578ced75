/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: plain ASCII. */
#ifndef AB_LIBCORE_CTYPE_H
#define AB_LIBCORE_CTYPE_H
static inline int isdigit(int c) { return c >= '0' && c <= '9'; }
static inline int isalpha(int c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
static inline int isalnum(int c) { return isdigit(c) || isalpha(c); }
static inline int isprint(int c) { return c >= 32 && c < 127; }
static inline int isspace(int c) { return c == ' ' || (c >= 9 && c <= 13); }
static inline int ispunct(int c) { return isprint(c) && c != ' ' && !isalnum(c); }
#endif
