// SPDX-License-Identifier: GPL-2.0
/*
 * `map lookup`, `update`, `delete` and `getnext`: one element.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "core.h"
#include "ctl.h"
#include "data.h"
#include "ids.h"
#include "map.h"

static int expect(int *argc, char ***argv, const char *word)
{
	if (!*argc || strcmp(**argv, word))
		return ctl_error("'%s' is expected%s%s%s", word, *argc ? ", not '" : "", *argc ? **argv : "",
				 *argc ? "'" : "");
	--*argc;
	++*argv;
	return 0;
}

static int parse_key(int *argc, char ***argv, struct map *map)
{
	int err;

	if (!map->info.key_size) /* queue, stack */
		return *argc && !strcmp(**argv, "key") ? ctl_error("the map has no keys") : 0;
	err = expect(argc, argv, "key");
	return err ? err : data_parse(argc, argv, map->key, map->info.key_size, "key");
}

static void show_element(const struct map *map)
{
	if (ctl_opts.json)
		json_open_object(NULL);
	else if (map->info.key_size)
		fputs("key: ", stdout);
	if (map->info.key_size)
		map_show_key(map, ctl_opts.json ? "key" : NULL);
	if (!ctl_opts.json)
		fputs(map->info.key_size ? "  value: " : "value: ", stdout);
	map_show_value(map, ctl_opts.json ? "value" : NULL);
	if (ctl_opts.json)
		json_close();
	else
		putchar('\n');
}

int map_lookup(int argc, char **argv)
{
	struct map map;
	int err = map_open(&argc, &argv, &map);

	if (!err)
		err = parse_key(&argc, &argv, &map);
	if (!err && argc)
		err = ctl_unexpected(argv[0]);
	if (!err && bpf_map_lookup_elem(map.fd, map.info.key_size ? map.key : NULL, map.value))
		err = errno == ENOENT ? ctl_error("the map has no such key") : ctl_errno(errno, "lookup");
	if (!err)
		show_element(&map);
	map_close(&map);
	return err;
}

/* A prog_array's value is a program; *@prog_fd is closed by the caller. */
static int parse_value(int *argc, char ***argv, struct map *map, int *prog_fd)
{
	unsigned int cpu;
	int err = expect(argc, argv, "value");

	if (err)
		return err;
	if (map->info.type == BPF_MAP_TYPE_PROG_ARRAY && ids_is_next(*argc, *argv)) {
		*prog_fd = ids_parse_prog(argc, argv);
		memcpy(map->value, prog_fd, sizeof(*prog_fd));
		return *prog_fd < 0;
	}
	err = data_parse(argc, argv, map->value, map->info.value_size, "value");
	for (cpu = 1; !err && cpu < map->cpus; cpu++)
		memcpy((char *)map->value + cpu * map->stride, map->value, map->info.value_size);
	return err;
}

static int parse_flags(int *argc, char ***argv, __u64 *flags)
{
	static const char *const words[] = { "any", "noexist", "exist" };
	size_t i;

	*flags = BPF_ANY;
	for (i = 0; i < ARRAY_SIZE(words) && *argc; i++) {
		if (strcmp(**argv, words[i]))
			continue;
		*flags = i;
		--*argc;
		++*argv;
		break;
	}
	return *argc ? ctl_unexpected(**argv) : 0;
}

int map_update(int argc, char **argv)
{
	int prog_fd = -1;
	struct map map;
	__u64 flags;
	int err = map_open(&argc, &argv, &map);

	if (!err)
		err = parse_key(&argc, &argv, &map);
	if (!err)
		err = parse_value(&argc, &argv, &map, &prog_fd);
	if (!err)
		err = parse_flags(&argc, &argv, &flags);
	if (!err && bpf_map_update_elem(map.fd, map.info.key_size ? map.key : NULL, map.value, flags))
		err = ctl_errno(errno, "update");
	if (!err && ctl_opts.json)
		json_null(NULL);
	if (prog_fd >= 0)
		close(prog_fd);
	map_close(&map);
	return err;
}

int map_delete(int argc, char **argv)
{
	struct map map;
	int err = map_open(&argc, &argv, &map);

	if (!err)
		err = parse_key(&argc, &argv, &map);
	if (!err && argc)
		err = ctl_unexpected(argv[0]);
	if (!err && bpf_map_delete_elem(map.fd, map.key))
		err = errno == ENOENT ? ctl_error("the map has no such key") : ctl_errno(errno, "delete");
	if (!err && ctl_opts.json)
		json_null(NULL);
	map_close(&map);
	return err;
}

int map_getnext(int argc, char **argv)
{
	const void *from = NULL;
	struct map map;
	int err = map_open(&argc, &argv, &map);

	if (!err && argc) {
		err = parse_key(&argc, &argv, &map);
		from = map.key;
	}
	if (!err && argc)
		err = ctl_unexpected(argv[0]);
	if (!err && bpf_map_get_next_key(map.fd, from, map.key))
		err = errno == ENOENT ? ctl_error("there is no further key") : ctl_errno(errno, "getnext");
	if (!err && ctl_opts.json) {
		json_open_object(NULL);
		map_show_key(&map, "next_key");
		json_close();
	} else if (!err) {
		fputs("next key: ", stdout);
		map_show_key(&map, NULL);
		putchar('\n');
	}
	map_close(&map);
	return err;
}
