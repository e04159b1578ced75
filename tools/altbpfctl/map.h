/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Inside the noun map: an open map with its types, and the words by file.
 */
#ifndef ALTBPFCTL_MAP_H
#define ALTBPFCTL_MAP_H

#include <linux/bpf.h>
#include <stdbool.h>
#include <stddef.h>

/**
 * struct map - an open map
 * @fd: -1 when not open
 * @info: what the runtime tells of it
 * @btf: types of key and value, or NULL
 * @cpus: values an element has, 1 where not per CPU
 * @stride: bytes from one CPU's value to the next
 * @key: room for a key
 * @value: room for an element's values, @cpus * @stride bytes
 */
struct map {
	int fd;
	struct bpf_map_info info;
	struct btf *btf;
	unsigned int cpus;
	size_t stride;
	void *key;
	void *value;
};

/* Opens "id N" or "name NAME". Return: 0, or 1 after the user was told; end with map_close() in every case. */
int map_open(int *argc, char ***argv, struct map *map);
void map_close(struct map *map);

/* Shows map->key or map->value by its type. */
void map_show_key(const struct map *map, const char *name);
void map_show_value(const struct map *map, const char *name);

/*
 * Calls @fn for each element with key and value filled in; elements that vanish meanwhile are left
 * out. Return: 0, the first nonzero of @fn, or 1 after the user was told.
 */
int map_for_each(struct map *map, int (*fn)(struct map *map, void *ctx), void *ctx);

int map_dump(int argc, char **argv); /* map_dump.c */
int map_hist(int argc, char **argv); /* map_hist.c */
int map_lookup(int argc, char **argv); /* map_elem.c */
int map_update(int argc, char **argv);
int map_delete(int argc, char **argv);
int map_getnext(int argc, char **argv);
int map_create(int argc, char **argv); /* map_create.c */

#endif
