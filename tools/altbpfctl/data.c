// SPDX-License-Identifier: GPL-2.0
/*
 * Bytes on the command line and in files: see data.h.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "ctl.h"
#include "data.h"

static int parse_bytes(int *argc, char ***argv, unsigned char *data, size_t size, const char *what, int base)
{
	char *end;
	unsigned long v;
	size_t i;

	for (i = 0; i < size; i++) {
		if (!*argc)
			return ctl_error("%s: %zu bytes are expected, only %zu are there", what, size, i);
		v = strtoul(**argv, &end, base);
		if (*end || end == **argv || v > 255)
			return ctl_error("%s: '%s' is not a byte", what, **argv);
		data[i] = (unsigned char)v;
		++*argv;
		--*argc;
	}
	return 0;
}

static int parse_number(const char *arg, void *data, size_t size, size_t width, const char *what)
{
	unsigned long long v;
	char *end;

	if (width != size)
		return ctl_error("%s has %zu bytes, not %zu", what, size, width);
	errno = 0;
	v = strtoull(arg, &end, 0);
	if (errno || *end || end == arg || (width < 8 && *arg != '-' && v >> width * 8))
		return ctl_error("%s: '%s' is not a number of %zu bytes", what, arg, width);
	memcpy(data, &v, width);
	return 0;
}

static int parse_text(const char *arg, void *data, size_t size, const char *what)
{
	if (strlen(arg) > size)
		return ctl_error("%s has only %zu bytes: '%s' does not fit", what, size, arg);
	memset(data, 0, size);
	memcpy(data, arg, strlen(arg));
	return 0;
}

int data_parse(int *argc, char ***argv, void *data, size_t size, const char *what)
{
	static const struct {
		const char *word;
		size_t width; /* 0: text */
	} forms[] = { { "u8", 1 }, { "u16", 2 }, { "u32", 4 }, { "u64", 8 }, { "str", 0 } };
	const char *arg;
	size_t i;

	if (*argc && !strcmp(**argv, "hex")) {
		++*argv;
		--*argc;
		return parse_bytes(argc, argv, data, size, what, 16);
	}
	for (i = 0; i < ARRAY_SIZE(forms) && *argc; i++) {
		if (strcmp(**argv, forms[i].word))
			continue;
		if (*argc < 2)
			return ctl_error("%s: nothing behind '%s'", what, forms[i].word);
		arg = (*argv)[1];
		*argv += 2;
		*argc -= 2;
		return forms[i].width ? parse_number(arg, data, size, forms[i].width, what) :
					parse_text(arg, data, size, what);
	}
	return parse_bytes(argc, argv, data, size, what, 0);
}

void *data_read_file(const char *path, size_t *size)
{
	FILE *file = strcmp(path, "-") ? fopen(path, "r") : stdin;
	char *data = NULL, *grown;
	size_t cap = 0, len = 0, n;

	if (!file) {
		ctl_errno(errno, "%s", path);
		return NULL;
	}
	do {
		cap = cap ? cap * 2 : 4096;
		grown = realloc(data, cap);
		if (!grown) {
			free(data);
			data = NULL;
			ctl_errno(ENOMEM, "%s", path);
			break;
		}
		data = grown;
		n = fread(data + len, 1, cap - len, file);
		len += n;
	} while (len == cap);
	if (file != stdin)
		fclose(file);
	*size = len;
	return data;
}

int data_write_file(const char *path, const void *data, size_t size)
{
	FILE *file;
	int err = 0;

	if (!strcmp(path, "-"))
		return fwrite(data, 1, size, stdout) == size ? 0 : ctl_errno(errno, "stdout");
	file = fopen(path, "w");
	if (!file || fwrite(data, 1, size, file) != size)
		err = errno;
	if (file && fclose(file) && !err)
		err = errno;
	return err ? ctl_errno(err, "%s", path) : 0;
}

void data_print_hex(const char *indent, const void *data, size_t size)
{
	const unsigned char *p = data;
	size_t i, n;

	for (; size; size -= n, p += n) {
		n = size < 16 ? size : 16;
		fputs(indent, stdout);
		for (i = 0; i < 16; i++)
			if (i < n)
				printf("%02x ", p[i]);
			else
				fputs("   ", stdout);
		putchar(' ');
		for (i = 0; i < n; i++)
			putchar(p[i] >= 0x20 && p[i] < 0x7f ? p[i] : '.');
		putchar('\n');
	}
}
