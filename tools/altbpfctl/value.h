/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A piece of memory shown by its BTF type, through the writer of json.h: JSON or text for people.
 */
#ifndef ALTBPFCTL_VALUE_H
#define ALTBPFCTL_VALUE_H

#include <bpf/btf.h>
#include <stddef.h>

/* Shows @size bytes as type @id; bytes where the type is unknown (@btf NULL or @id 0) or does not fit. */
void value_show(const char *name, const struct btf *btf, __u32 id, const void *data, size_t size);

/* The value as a number where its type is an integer, an enum or unknown with 1 to 8 bytes. */
int value_number(const struct btf *btf, __u32 id, const void *data, size_t size, __u64 *out);

#endif
