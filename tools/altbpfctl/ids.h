/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Objects of the runtime by id or name, with their info. Everything here returns a file descriptor
 * or -1, after it told the user what was wrong.
 */
#ifndef ALTBPFCTL_IDS_H
#define ALTBPFCTL_IDS_H

#include <linux/bpf.h>
#include <stdbool.h>

/* Parses "id N" or "name NAME" at *@argv and moves *@argc and *@argv behind it. */
int ids_parse_prog(int *argc, char ***argv);
int ids_parse_map(int *argc, char ***argv);
int ids_parse_link(int *argc, char ***argv);

/* Is there something at *@argv that the three above take? */
bool ids_is_next(int argc, char **argv);

/* Info of an object; told to the user where it fails. Arrays that @info asks for are the caller's. */
int ids_get_info(int fd, void *info, __u32 size, const char *what);

/*
 * All objects of a kind, one after the other: @fn gets an open descriptor, which is closed after it. In JSON
 * what it shows becomes an array.
 */
int ids_for_each(int (*next)(__u32 start, __u32 *id), int (*open)(__u32 id), const char *what,
		 int (*fn)(int fd, __u32 id));

/* A number of /proc/self/fdinfo, which tells what no info structure has room for; 0 where it is missing. */
__u64 ids_fdinfo(int fd, const char *field);

/* Types of an object by BTF id, or NULL; free with btf__free(). */
struct btf *ids_get_btf(__u32 btf_id);

#endif
