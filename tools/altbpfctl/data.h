/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Bytes on the command line and in files, and as a hex dump.
 */
#ifndef ALTBPFCTL_DATA_H
#define ALTBPFCTL_DATA_H

#include <stddef.h>

/**
 * data_parse() - bytes from arguments
 * @argc: arguments left, moved behind what was read
 * @argv: the same
 * @data: gets @size bytes
 * @what: "key" or "value", for messages
 *
 * "[hex] B B B ..." with exactly @size bytes, or one number or text of a width: "u8|u16|u32|u64 N",
 * "str TEXT" (padded with NULs).
 * Return: 0, or 1 after the user was told.
 */
int data_parse(int *argc, char ***argv, void *data, size_t size, const char *what);

/* A whole file, "-" is stdin; free() it. NULL after the user was told. */
void *data_read_file(const char *path, size_t *size);
int data_write_file(const char *path, const void *data, size_t size);

/* Lines of 16 bytes, with @indent before each. */
void data_print_hex(const char *indent, const void *data, size_t size);

#endif
