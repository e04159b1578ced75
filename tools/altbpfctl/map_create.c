// SPDX-License-Identifier: GPL-2.0
/*
 * `map create`: a map by hand. It lives as long as something refers to it, so the command stays until it is
 * told to end.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "core.h"
#include "ctl.h"
#include "ids.h"
#include "map.h"

struct create {
	const char *type, *name;
	uint64_t key, value, entries, flags;
};

static int parse(int argc, char **argv, struct create *create)
{
	const struct ctl_param params[] = {
		{ "type", &create->type, NULL },
		{ "name", &create->name, NULL },
		{ "key", NULL, &create->key },
		{ "value", NULL, &create->value },
		{ "entries", NULL, &create->entries },
		{ "flags", NULL, &create->flags },
	};

	if (ctl_parse_params(params, ARRAY_SIZE(params), argc, argv))
		return 1;
	return create->type ? 0 : ctl_error("map create: which type?");
}

int map_create(int argc, char **argv)
{
	struct create create = {};
	struct bpf_map_info info = {};
	int type, fd;

	if (parse(argc, argv, &create))
		return 1;
	type = core_map_type_number(create.type);
	if (type < 0)
		return ctl_error("'%s' is not a map type", create.type);
	LIBBPF_OPTS(bpf_map_create_opts, opts, .map_flags = (__u32)create.flags);
	fd = bpf_map_create((enum bpf_map_type)type, create.name, (__u32)create.key, (__u32)create.value,
			    (__u32)create.entries, &opts);
	if (fd < 0)
		return ctl_errno(errno, "map of type %s", create.type);
	if (ids_get_info(fd, &info, sizeof(info), "map")) {
		close(fd);
		return 1;
	}
	if (ctl_opts.json) {
		json_open_object(NULL);
		json_uint("id", info.id);
		json_close();
	} else {
		printf("id %u\n", info.id);
		fprintf(stderr, "held until this ends (Ctrl-C)\n");
	}
	ctl_wait_stop();
	close(fd);
	return 0;
}
