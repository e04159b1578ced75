// SPDX-License-Identifier: GPL-2.0
/*
 * The noun link: list, show and detach; the table of its words is at the end.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>
#include "ctl.h"
#include "hook.h"
#include "ids.h"
#include "libaltbpf.h"

struct place {
	const char *kind;
	char name[256];
	__u64 offset;
	__u64 missed;
	__u64 cookie;
};

static int get_info(int fd, struct altbpf_link_info *info)
{
	return ids_get_info(fd, info, sizeof(*info), "link");
}

/* The kind's part of the info, with the name, which takes a second call. */
static int get_place(int fd, struct altbpf_link_info *info, struct place *place)
{
	memset(place, 0, sizeof(*place));
	memset(info, 0, sizeof(*info));
	if (get_info(fd, info))
		return 1;
	if (info->type == ALTBPF_LINK_TYPE_RAW_TRACEPOINT) {
		info->raw_tracepoint.tp_name = (uintptr_t)place->name;
		info->raw_tracepoint.tp_name_len = sizeof(place->name);
		place->kind = "raw_tracepoint";
		if (get_info(fd, info))
			return 1;
		place->cookie = info->raw_tracepoint.cookie;
		return 0;
	}
	if (info->type != ALTBPF_LINK_TYPE_PERF_EVENT) {
		place->kind = "other";
		return 0;
	}
	if (info->perf_event.type == ALTBPF_PERF_EVENT_TRACEPOINT) {
		info->perf_event.tracepoint.tp_name = (uintptr_t)place->name;
		info->perf_event.tracepoint.name_len = sizeof(place->name);
		place->kind = "tracepoint";
		if (get_info(fd, info))
			return 1;
		place->cookie = info->perf_event.tracepoint.cookie;
		return 0;
	}
	place->kind = info->perf_event.type == ALTBPF_PERF_EVENT_KRETPROBE ? "kretprobe" : "kprobe";
	info->perf_event.kprobe.func_name = (uintptr_t)place->name;
	info->perf_event.kprobe.name_len = sizeof(place->name);
	if (get_info(fd, info))
		return 1;
	place->offset = info->perf_event.kprobe.offset;
	place->missed = info->perf_event.kprobe.missed;
	place->cookie = info->perf_event.kprobe.cookie;
	return 0;
}

int link_show(int fd, __u32 id)
{
	struct altbpf_link_info info;
	struct place place;

	if (get_place(fd, &info, &place))
		return 1;
	if (!ctl_opts.json) {
		printf("%u: %s  %s", info.id, place.kind, place.name);
		if (place.offset)
			printf("+0x%llx", place.offset);
		printf("  prog %u", info.prog_id);
		if (place.cookie)
			printf("  cookie %llu", place.cookie);
		if (place.missed)
			printf("  missed %llu", place.missed);
		if (ids_fdinfo(fd, "held"))
			printf("  held");
		if (ids_fdinfo(fd, "detached"))
			printf("  detached");
		putchar('\n');
		return 0;
	}
	json_open_object(NULL);
	json_uint("id", info.id);
	json_text("type", place.kind);
	json_text("name", place.name);
	json_uint("offset", place.offset);
	json_uint("prog_id", info.prog_id);
	json_uint("cookie", place.cookie);
	json_uint("missed", place.missed);
	json_bool("held", ids_fdinfo(fd, "held"));
	json_bool("detached", ids_fdinfo(fd, "detached"));
	json_close();
	return 0;
}

static int do_list(int argc, char **argv)
{
	int fd, err;

	if (argc) {
		fd = ids_parse_link(&argc, &argv);
		if (fd < 0)
			return 1;
		err = argc ? ctl_unexpected(argv[0]) : link_show(fd, 0);
		close(fd);
		return err;
	}
	return ids_for_each(bpf_link_get_next_id, bpf_link_get_fd_by_id, "link", link_show);
}

static int do_detach(int argc, char **argv)
{
	int fd = ids_parse_link(&argc, &argv);
	int err = 0;

	if (fd < 0)
		return 1;
	if (argc)
		err = ctl_unexpected(argv[0]);
	else if (bpf_link_detach(fd))
		err = ctl_errno(errno, "detach");
	else if (ctl_opts.json)
		json_null(NULL);
	close(fd);
	return err;
}

static int do_help(int argc, char **argv);

static const struct ctl_word words[] = {
	{ "list", "[id N]", "links with place, program and missed hits", do_list },
	{ "show", "[id N]", "the same", do_list },
	{ "detach", "id N", "take a program off its place, also where the link is held", do_detach },
	{ "help", "", "this text", do_help },
};

static int do_help(int argc, char **argv)
{
	ctl_print_words("link", words, ARRAY_SIZE(words));
	return 0;
}

int link_main(int argc, char **argv)
{
	return ctl_run_word("link", words, ARRAY_SIZE(words), argc, argv);
}
