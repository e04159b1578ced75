// SPDX-License-Identifier: GPL-2.0
/*
 * The noun map: list and show, opening a map; the table of its words is at the end.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "core.h"
#include "ctl.h"
#include "ids.h"
#include "map.h"
#include "value.h"

int map_open(int *argc, char ***argv, struct map *map)
{
	size_t value_size;

	memset(map, 0, sizeof(*map));
	map->fd = ids_parse_map(argc, argv);
	if (map->fd < 0 || ids_get_info(map->fd, &map->info, sizeof(map->info), "map"))
		return 1;
	map->btf = ids_get_btf(map->info.btf_id);
	map->cpus = 1;
	map->stride = map->info.value_size;
	if (core_map_is_percpu(map->info.type)) {
		int cpus = libbpf_num_possible_cpus();

		if (cpus < 0)
			return ctl_errno(cpus, "number of CPUs");
		map->cpus = (unsigned int)cpus;
		map->stride = (map->info.value_size + 7UL) & ~7UL;
	}
	value_size = map->cpus * map->stride;
	map->key = calloc(1, map->info.key_size + 8UL);
	map->value = calloc(1, value_size + 8);
	return map->key && map->value ? 0 : ctl_errno(ENOMEM, "map");
}

void map_close(struct map *map)
{
	free(map->key);
	free(map->value);
	btf__free(map->btf);
	if (map->fd >= 0)
		close(map->fd);
}

void map_show_key(const struct map *map, const char *name)
{
	value_show(name, map->btf, map->info.btf_key_type_id, map->key, map->info.key_size);
}

void map_show_value(const struct map *map, const char *name)
{
	unsigned int cpu;

	if (!core_map_is_percpu(map->info.type)) {
		value_show(name, map->btf, map->info.btf_value_type_id, map->value, map->info.value_size);
		return;
	}
	json_open_array(name);
	for (cpu = 0; cpu < map->cpus; cpu++)
		value_show(NULL, map->btf, map->info.btf_value_type_id,
			   (const char *)map->value + cpu * map->stride, map->info.value_size);
	json_close();
}

int map_for_each(struct map *map, int (*fn)(struct map *map, void *ctx), void *ctx)
{
	size_t size = map->info.key_size;
	char *prev = malloc(size + 1);
	bool first = true;
	int err = 0;

	if (!prev)
		return ctl_errno(ENOMEM, "key");
	while (!bpf_map_get_next_key(map->fd, first ? NULL : prev, map->key)) {
		memcpy(prev, map->key, size);
		first = false;
		if (!bpf_map_lookup_elem(map->fd, map->key, map->value))
			err = fn(map, ctx);
		else if (errno != ENOENT)
			err = ctl_errno(errno, "element");
		if (err)
			break;
	}
	if (!err && errno != ENOENT)
		err = ctl_errno(errno, "next key");
	free(prev);
	return err;
}

static const char *type_name(__u32 type)
{
	static char text[16];
	const char *name = core_map_type_name(type);

	if (name)
		return name;
	snprintf(text, sizeof(text), "type %u", type);
	return text;
}

static int show(int fd, __u32 id)
{
	struct bpf_map_info info = {};

	if (ids_get_info(fd, &info, sizeof(info), "map"))
		return 1;
	if (!ctl_opts.json) {
		printf("%u: %s  name %.16s  flags 0x%x%s\n\tkey %uB  value %uB  max_entries %u  memlock %lluB",
		       info.id, type_name(info.type), info.name, info.map_flags,
		       ids_fdinfo(fd, "frozen") ? "  frozen" : "", info.key_size, info.value_size,
		       info.max_entries, ids_fdinfo(fd, "memlock"));
		if (info.btf_id)
			printf("  btf_id %u", info.btf_id);
		putchar('\n');
		return 0;
	}
	json_open_object(NULL);
	json_uint("id", info.id);
	json_text("type", type_name(info.type));
	json_text_len("name", info.name, sizeof(info.name));
	json_uint("flags", info.map_flags);
	json_uint("bytes_key", info.key_size);
	json_uint("bytes_value", info.value_size);
	json_uint("max_entries", info.max_entries);
	json_uint("bytes_memlock", ids_fdinfo(fd, "memlock"));
	json_bool("frozen", ids_fdinfo(fd, "frozen"));
	if (info.btf_id)
		json_uint("btf_id", info.btf_id);
	json_close();
	return 0;
}

static int do_list(int argc, char **argv)
{
	int fd, err;

	if (argc) {
		fd = ids_parse_map(&argc, &argv);
		if (fd < 0)
			return 1;
		err = argc ? ctl_unexpected(argv[0]) : show(fd, 0);
		close(fd);
		return err;
	}
	return ids_for_each(bpf_map_get_next_id, bpf_map_get_fd_by_id, "map", show);
}

static int do_help(int argc, char **argv);

static const struct ctl_word words[] = {
	{ "list", "[MAP]", "maps with type and sizes", do_list },
	{ "show", "[MAP]", "the same; MAP is 'id N' or 'name NAME'", do_list },
	{ "dump", "MAP [sort]", "all elements, by their types where those are known; sort: largest value first",
	  map_dump },
	{ "hist", "MAP [unit TEXT]", "an array of counts as a histogram of powers of two", map_hist },
	{ "lookup", "MAP key DATA", "one element; DATA: [hex] BYTES, u8|u16|u32|u64 N, str TEXT", map_lookup },
	{ "update", "MAP key DATA value DATA [any|exist|noexist]", "set an element; a prog_array's value: id PROG",
	  map_update },
	{ "delete", "MAP key DATA", "remove an element", map_delete },
	{ "getnext", "MAP [key DATA]", "the key behind a key, or the first", map_getnext },
	{ "create", "type TYPE key N value N entries N [name NAME] [flags N]", "make a map and hold it until Ctrl-C",
	  map_create },
	{ "help", "", "this text", do_help },
};

static int do_help(int argc, char **argv)
{
	ctl_print_words("map", words, ARRAY_SIZE(words));
	return 0;
}

int map_main(int argc, char **argv)
{
	return ctl_run_word("map", words, ARRAY_SIZE(words), argc, argv);
}
