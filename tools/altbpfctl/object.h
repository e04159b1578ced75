/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Object files: opening, loading, and the report of what was refused.
 */
#ifndef ALTBPFCTL_OBJECT_H
#define ALTBPFCTL_OBJECT_H

#include <bpf/libbpf.h>

/* @type: program type for programs whose section tells none (NULL: leave them). NULL after the user was told. */
struct bpf_object *object_open(const char *path, const char *type);

/* Loads all; on failure the user gets the verifier's report or libbpf's complaint. Return: 0 or 1. */
int object_load(struct bpf_object *obj, const char *path);

/* object_open() and object_load(). */
struct bpf_object *object_open_load(const char *path, const char *type);

/* The program @name, or the only (first) one with @name NULL; NULL after the user was told. */
struct bpf_program *object_find_program(struct bpf_object *obj, const char *path, const char *name);

/* What the verifier wrote when it refused @prog; "" if nothing. */
const char *object_log(struct bpf_program *prog);

/* libbpf's complaints since the last time, without its prefix and without the last newline; "" if none. */
const char *object_complaints(void);

/* "kprobe", or "type 12". */
const char *object_type_name(struct bpf_program *prog);

void object_close(struct bpf_object *obj);

#endif
