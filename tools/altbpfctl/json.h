/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A writer of structured text, to stdout: JSON, compact or indented, and the same tree as text for
 * people ("{pid=12, comm="sh"}"), which is how values with BTF types are shown in both.
 */
#ifndef ALTBPFCTL_JSON_H
#define ALTBPFCTL_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum json_style { JSON_COMPACT, JSON_PRETTY, JSON_TEXT };

void json_set_style(enum json_style style);
/* Where text goes from now on; NULL: stdout. */
void json_set_file(FILE *file);
enum json_style json_style(void);

/* @name is the member's name in an object, NULL in an array and at the top. */
void json_open_object(const char *name);
void json_open_array(const char *name);
/* Closes the innermost; a newline follows at the top (not in JSON_TEXT). */
void json_close(void);

void json_text(const char *name, const char *value);
/* @len bytes, up to the first NUL. */
void json_text_len(const char *name, const char *value, size_t len);
__attribute__((format(printf, 2, 3))) void json_format(const char *name, const char *fmt, ...);
void json_uint(const char *name, uint64_t value);
void json_int(const char *name, int64_t value);
void json_double(const char *name, double value);
void json_bool(const char *name, bool value);
void json_null(const char *name);
/* Bytes as an array of "0x.." strings (as bpftool), in JSON_TEXT as plain hex. */
void json_bytes(const char *name, const void *data, size_t len);

/* Nothing has been written yet. */
bool json_is_empty(void);
/* Closes all that is open. */
void json_finish(void);

#endif
