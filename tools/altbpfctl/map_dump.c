// SPDX-License-Identifier: GPL-2.0
/*
 * `map dump`: all elements, as a table of key and value for people.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "map.h"
#include "value.h"

#define MAX_WIDTH 60

/* One element, copied, so that elements can be sorted. */
struct element {
	__u64 rank;
	char *key;
	char *value;
};

struct list {
	struct element *elements;
	size_t cnt;
};

/* What an element is sorted by: its value as a number, summed over CPUs; text and structs count as 0. */
static __u64 rank(const struct map *map)
{
	__u64 sum = 0, v;
	unsigned int cpu;

	for (cpu = 0; cpu < map->cpus; cpu++)
		if (!value_number(map->btf, map->info.btf_value_type_id,
				  (char *)map->value + cpu * map->stride, map->info.value_size, &v))
			sum += v;
	return sum;
}

static void *copy(const void *data, size_t size)
{
	void *p = malloc(size + 1);

	return p ? memcpy(p, data, size) : NULL;
}

static int keep(struct map *map, void *ctx)
{
	struct list *list = ctx;
	struct element *grown;

	if (!(list->cnt & (list->cnt - 1))) { /* full at each power of two */
		grown = realloc(list->elements, (list->cnt ? list->cnt * 2 : 1) * sizeof(*grown));
		if (!grown)
			return ctl_errno(ENOMEM, "elements");
		list->elements = grown;
	}
	grown = &list->elements[list->cnt];
	grown->rank = rank(map);
	grown->key = copy(map->key, map->info.key_size);
	grown->value = copy(map->value, map->cpus * map->stride);
	if (!grown->key || !grown->value)
		return ctl_errno(ENOMEM, "elements");
	list->cnt++;
	return 0;
}

static int compare(const void *a, const void *b)
{
	const struct element *x = a, *y = b;

	return x->rank > y->rank ? -1 : x->rank < y->rank;
}

/* A data section (.bss, .rodata, ...) is one value whose variables have names. */
static bool is_section(const struct map *map)
{
	const struct btf_type *type = map->btf ? btf__type_by_id(map->btf, map->info.btf_value_type_id) : NULL;

	return type && btf_is_datasec(type);
}

/* The key of @element as text; free() it. NULL where there is no memory. */
static char *key_text(struct map *map, const struct element *element)
{
	char *text = NULL;
	size_t size;
	FILE *file = open_memstream(&text, &size);

	if (!file)
		return NULL;
	memcpy(map->key, element->key, map->info.key_size);
	json_set_file(file);
	map_show_key(map, NULL);
	json_set_file(NULL);
	fclose(file);
	return text;
}

static void show_json(struct map *map, const struct list *list)
{
	size_t i;

	json_open_array(NULL);
	for (i = 0; i < list->cnt; i++) {
		memcpy(map->key, list->elements[i].key, map->info.key_size);
		memcpy(map->value, list->elements[i].value, map->cpus * map->stride);
		json_open_object(NULL);
		map_show_key(map, "key");
		map_show_value(map, "value");
		json_close();
	}
	json_close();
}

/* Two columns; the first is as wide as its widest key, within reason. */
static void show_table(struct map *map, const struct list *list)
{
	int width = 3, len;
	size_t i;
	char *key;

	for (i = 0; i < list->cnt; i++) {
		key = key_text(map, &list->elements[i]);
		len = key ? (int)strlen(key) : 0;
		if (len > width)
			width = len < MAX_WIDTH ? len : MAX_WIDTH;
		free(key);
	}
	printf("  %-*s  VALUE\n", width, "KEY");
	for (i = 0; i < list->cnt; i++) {
		key = key_text(map, &list->elements[i]);
		printf("  %-*s  ", width, key ? key : "?");
		free(key);
		memcpy(map->value, list->elements[i].value, map->cpus * map->stride);
		map_show_value(map, NULL);
		putchar('\n');
	}
	printf("%zu element%s\n", list->cnt, list->cnt == 1 ? "" : "s");
}

static void show_section(struct map *map, const struct list *list)
{
	size_t i;

	for (i = 0; i < list->cnt; i++) {
		memcpy(map->value, list->elements[i].value, map->stride);
		map_show_value(map, NULL);
		putchar('\n');
	}
}

static int dump_all(struct map *map, bool sort)
{
	struct list list = {};
	size_t i;
	int err = map_for_each(map, keep, &list);

	if (!err) {
		if (sort)
			qsort(list.elements, list.cnt, sizeof(*list.elements), compare);
		if (ctl_opts.json)
			show_json(map, &list);
		else if (is_section(map))
			show_section(map, &list);
		else
			show_table(map, &list);
	}
	for (i = 0; i < list.cnt; i++) {
		free(list.elements[i].key);
		free(list.elements[i].value);
	}
	free(list.elements);
	return err;
}

int map_dump(int argc, char **argv)
{
	struct map map;
	bool sort = false;
	int err = map_open(&argc, &argv, &map);

	if (!err && argc && !strcmp(argv[0], "sort")) {
		sort = true;
		argc--;
		argv++;
	}
	if (!err && argc)
		err = ctl_unexpected(argv[0]);
	if (!err && !map.info.key_size)
		err = ctl_error("a %s has no keys to go through", core_map_type_name(map.info.type));
	if (!err)
		err = dump_all(&map, sort);
	map_close(&map);
	return err;
}
