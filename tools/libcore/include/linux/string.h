/* SPDX-License-Identifier: GPL-2.0 */
/* Stand-in: memory and text; the C library has them all but the last two. */
#ifndef AB_LIBCORE_STRING_H
#define AB_LIBCORE_STRING_H
#include <linux/types.h>
void *memcpy(void *dst, const void *src, size_t n);
void *memmove(void *dst, const void *src, size_t n);
void *memset(void *dst, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *s, int c, size_t n);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t n);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);
char *strstr(const char *a, const char *b);
ssize_t strscpy(char *dst, const char *src, size_t n);
void *memchr_inv(const void *s, int c, size_t n);
#endif
