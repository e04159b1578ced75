// SPDX-License-Identifier: GPL-2.0
/*
 * Objects of the runtime by id or name: see ids.h.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "ctl.h"
#include "ids.h"
#include "libaltbpf.h"

struct kind {
	const char *what;
	int (*next)(__u32 start, __u32 *id);
	int (*open)(__u32 id);
	bool (*is_named)(int fd, const char *name);
};

int ids_get_info(int fd, void *info, __u32 size, const char *what)
{
	__u32 len = size;

	if (bpf_obj_get_info_by_fd(fd, info, &len)) {
		ctl_errno(errno, "info of %s", what);
		return -1;
	}
	return 0;
}

/* A name may be longer than the 15 bytes that are kept of it. */
static bool is_same_name(const char *kept, const char *name)
{
	return !strncmp(kept, name, ALTBPF_OBJ_NAME_LEN - 1);
}

static bool is_prog_named(int fd, const char *name)
{
	struct bpf_prog_info info = {};
	__u32 len = sizeof(info);

	return !bpf_obj_get_info_by_fd(fd, &info, &len) && is_same_name(info.name, name);
}

static bool is_map_named(int fd, const char *name)
{
	struct bpf_map_info info = {};
	__u32 len = sizeof(info);

	return !bpf_obj_get_info_by_fd(fd, &info, &len) && is_same_name(info.name, name);
}

static const struct kind prog_kind = { "program", bpf_prog_get_next_id, bpf_prog_get_fd_by_id, is_prog_named };
static const struct kind map_kind = { "map", bpf_map_get_next_id, bpf_map_get_fd_by_id, is_map_named };
static const struct kind link_kind = { "link", bpf_link_get_next_id, bpf_link_get_fd_by_id, NULL };

static int open_named(const struct kind *kind, const char *name)
{
	__u32 id = 0;
	int fd, found = -1;

	while (!kind->next(id, &id)) {
		fd = kind->open(id);
		if (fd < 0)
			continue;
		if (!kind->is_named(fd, name)) {
			close(fd);
		} else if (found >= 0) {
			close(fd);
			close(found);
			ctl_error("more than one %s is named '%s': use its id", kind->what, name);
			return -1;
		} else {
			found = fd;
		}
	}
	if (found < 0 && errno == ENOENT)
		ctl_error("no %s is named '%s'", kind->what, name);
	else if (found < 0)
		ctl_errno(errno, "%s '%s'", kind->what, name);
	return found;
}

static int parse(const struct kind *kind, int *argc, char ***argv)
{
	char **arg = *argv;
	uint64_t id;
	int fd;

	if (*argc < 2) {
		ctl_error("which %s? 'id N'%s is expected", kind->what, kind->is_named ? " or 'name NAME'" : "");
		return -1;
	}
	*argc -= 2;
	*argv += 2;
	if (!strcmp(arg[0], "name") && kind->is_named)
		return open_named(kind, arg[1]);
	if (strcmp(arg[0], "id")) {
		ctl_error("'id N'%s is expected, not '%s'", kind->is_named ? " or 'name NAME'" : "", arg[0]);
		return -1;
	}
	if (!ctl_parse_u64(arg[1], UINT32_MAX, &id)) {
		ctl_error("'%s' is not an id", arg[1]);
		return -1;
	}
	fd = kind->open((__u32)id);
	if (fd < 0)
		ctl_errno(errno, "%s with id %s", kind->what, arg[1]);
	return fd;
}

int ids_parse_prog(int *argc, char ***argv)
{
	return parse(&prog_kind, argc, argv);
}

int ids_parse_map(int *argc, char ***argv)
{
	return parse(&map_kind, argc, argv);
}

int ids_parse_link(int *argc, char ***argv)
{
	return parse(&link_kind, argc, argv);
}

bool ids_is_next(int argc, char **argv)
{
	return argc >= 2 && (!strcmp(argv[0], "id") || !strcmp(argv[0], "name"));
}

int ids_for_each(int (*next)(__u32 start, __u32 *id), int (*open)(__u32 id), const char *what,
		 int (*fn)(int fd, __u32 id))
{
	__u32 id = 0;
	int fd, err = next(id, &id);

	if (err && errno != ENOENT)
		return ctl_errno(errno, "list of %ss", what);
	if (err && altbpf_device_hint()) /* ENOENT may be the device itself */
		return ctl_error("list of %ss: %s", what, altbpf_device_hint());
	if (ctl_opts.json)
		json_open_array(NULL);
	for (; !err; err = next(id, &id)) {
		fd = open(id);
		if (fd < 0 && errno == ENOENT) /* gone since */
			continue;
		if (fd < 0)
			return ctl_errno(errno, "%s with id %u", what, id);
		err = fn(fd, id);
		close(fd);
		if (err)
			return err;
	}
	if (ctl_opts.json)
		json_close();
	return errno == ENOENT ? 0 : ctl_errno(errno, "list of %ss", what);
}

__u64 ids_fdinfo(int fd, const char *field)
{
	char path[48], line[256];
	size_t len = strlen(field);
	unsigned long long v = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	file = fopen(path, "r");
	if (!file)
		return 0;
	while (fgets(line, sizeof(line), file)) {
		if (strncmp(line, field, len) || line[len] != ':')
			continue;
		v = strtoull(line + len + 1, NULL, 0);
		break;
	}
	fclose(file);
	return v;
}

struct btf *ids_get_btf(__u32 btf_id)
{
	struct btf *btf = btf_id ? btf__load_from_kernel_by_id(btf_id) : NULL;

	return libbpf_get_error(btf) ? NULL : btf;
}
