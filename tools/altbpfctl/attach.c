// SPDX-License-Identifier: GPL-2.0
/*
 * The noun attach: programs are put to their places, by section or by name, and what they say is
 * shown until the user stops it; or the links are held and the command ends.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "ctl.h"
#include "hook.h"
#include "ids.h"
#include "object.h"
#include "output.h"

#define MAX_LINKS 512

struct attach {
	bool hold;
	bool stats;
	__u64 offset;
	__u64 cookie;
	int links[MAX_LINKS];
	unsigned int link_cnt;
};

static int add_link(struct attach *attach, const struct hook *hook, int prog_fd, const char *what)
{
	int fd, err = 0;

	if (attach->link_cnt == MAX_LINKS)
		return ctl_error("more than %d links", MAX_LINKS);
	fd = hook_attach(hook, prog_fd);
	if (fd < 0)
		return ctl_errno(fd, "%s cannot be attached to %s %s", what, hook_kind_name(hook->kind), hook->name);
	if (attach->hold)
		err = hook_hold(fd);
	if (err) {
		close(fd);
		return ctl_errno(err, "link of %s cannot be held", what);
	}
	attach->links[attach->link_cnt++] = fd;
	if (!attach->hold)
		fprintf(stderr, "attached: %s to %s %s\n", what, hook_kind_name(hook->kind), hook->name);
	return 0;
}

static int show_held(const struct attach *attach)
{
	unsigned int i;
	int err = 0;

	if (ctl_opts.json)
		json_open_array(NULL);
	for (i = 0; i < attach->link_cnt && !err; i++)
		err = link_show(attach->links[i], 0);
	if (ctl_opts.json && !err)
		json_close();
	return err;
}

/* The links are there: hold them, or show what comes until the user stops it. */
static int finish(struct attach *attach, struct bpf_object *obj)
{
	int stats = -1, err;

	if (attach->hold)
		return show_held(attach);
	if (attach->stats)
		stats = bpf_enable_stats(BPF_STATS_RUN_TIME);
	if (attach->stats && stats < 0)
		return ctl_errno(errno, "run statistics cannot be enabled");
	fprintf(stderr, "Ctrl-C detaches\n");
	ctl_catch_stop();
	err = output_run(obj);
	if (stats >= 0)
		close(stats);
	return err;
}

static int attach_object(struct attach *attach, struct bpf_object *obj, const char *path)
{
	struct bpf_program *prog;
	struct hook hook;

	bpf_object__for_each_program(prog, obj) {
		const char *section = bpf_program__section_name(prog);

		if (bpf_program__fd(prog) < 0)
			continue;
		if (!hook_parse_section(section, &hook)) {
			fprintf(stderr, "%s: section \"%s\" names no place that can be attached to\n",
				bpf_program__name(prog), section);
			continue;
		}
		hook.cookie = attach->cookie;
		if (add_link(attach, &hook, bpf_program__fd(prog), bpf_program__name(prog)))
			return 1;
	}
	if (!attach->link_cnt)
		return ctl_error("%s: nothing to attach", path);
	return 0;
}

static int attach_file(struct attach *attach, int argc, char **argv)
{
	struct bpf_object *obj;
	int err;

	if (argc > 1)
		return ctl_unexpected(argv[1]);
	obj = object_open_load(argv[0], NULL);
	if (!obj)
		return 1;
	err = attach_object(attach, obj, argv[0]);
	if (!err)
		err = finish(attach, obj);
	object_close(obj);
	return err;
}

/* kprobe NAME prog FILE.o [PROG] */
static int attach_name_file(struct attach *attach, const struct hook *hook, int argc, char **argv)
{
	struct bpf_program *prog;
	struct bpf_object *obj;
	int err = 1;

	if (argc > 2)
		return ctl_unexpected(argv[2]);
	obj = object_open_load(argv[0], hook_kind_name(hook->kind == HOOK_KRETPROBE ? HOOK_KPROBE : hook->kind));
	if (!obj)
		return 1;
	prog = object_find_program(obj, argv[0], argc > 1 ? argv[1] : NULL);
	if (prog)
		err = add_link(attach, hook, bpf_program__fd(prog), bpf_program__name(prog));
	if (!err)
		err = finish(attach, obj);
	object_close(obj);
	return err;
}

/* kprobe NAME prog id N */
static int attach_name_id(struct attach *attach, const struct hook *hook, int argc, char **argv)
{
	int fd = ids_parse_prog(&argc, &argv);
	int err;

	if (fd < 0)
		return 1;
	err = argc ? ctl_unexpected(argv[0]) : add_link(attach, hook, fd, "program");
	close(fd);
	return err ? err : finish(attach, NULL);
}

static int attach_name(struct attach *attach, enum hook_kind kind, int argc, char **argv)
{
	struct hook hook = { .kind = kind, .offset = attach->offset, .cookie = attach->cookie };

	if (argc < 3 || strcmp(argv[1], "prog"))
		return ctl_error("attach %s: 'NAME prog PROG' or 'NAME prog FILE.o [PROG]' is expected",
				 hook_kind_name(kind));
	if (attach->offset && kind != HOOK_KPROBE)
		return ctl_error("only a kprobe has an offset");
	if (strlen(argv[0]) >= sizeof(hook.name))
		return ctl_error("'%s' is too long a name", argv[0]);
	strcpy(hook.name, argv[0]);
	argc -= 2;
	argv += 2;
	return ids_is_next(argc, argv) ? attach_name_id(attach, &hook, argc, argv) :
					 attach_name_file(attach, &hook, argc, argv);
}

/* Takes options out of @argv, wherever they stand. */
static int take_options(struct attach *attach, int *argc, char **argv)
{
	int i, kept = 0;
	uint64_t v;

	for (i = 0; i < *argc; i++) {
		if (!strcmp(argv[i], "--hold")) {
			attach->hold = true;
		} else if (!strcmp(argv[i], "--stats")) {
			attach->stats = true;
		} else if (!strcmp(argv[i], "--offset") || !strcmp(argv[i], "--cookie")) {
			if (i + 1 == *argc || !ctl_parse_u64(argv[i + 1], UINT64_MAX, &v))
				return ctl_error("a number is expected behind '%s'", argv[i]);
			*(argv[i][2] == 'o' ? &attach->offset : &attach->cookie) = v;
			i++;
		} else if (argv[i][0] == '-') {
			return ctl_error("unknown option '%s'", argv[i]);
		} else {
			argv[kept++] = argv[i];
		}
	}
	*argc = kept;
	return attach->hold && attach->stats ? ctl_error("--stats needs a command that stays: not with --hold") : 0;
}

static const struct ctl_word words[] = {
	{ "FILE.o", "[--hold] [--cookie N] [--stats]",
	  "attach every program where its section says; show ring buffers and trace_printk until Ctrl-C", NULL },
	{ "kprobe|kretprobe|tracepoint|raw_tracepoint",
	  "NAME prog PROG|FILE.o [PROG] [--offset N] [--cookie N] [--hold] [--stats]",
	  "attach one program to a place by name; --hold: leave the link behind (see link list)", NULL },
	{ "help", "", "this text", NULL },
};

int attach_main(int argc, char **argv)
{
	struct attach *attach;
	enum hook_kind kind;
	unsigned int i;
	int err;

	if (!argc || !strcmp(argv[0], "help")) {
		if (!argc)
			return ctl_error("attach: which file? see altbpfctl attach help");
		ctl_print_words("attach", words, ARRAY_SIZE(words));
		return 0;
	}
	attach = calloc(1, sizeof(*attach));
	if (!attach)
		return ctl_errno(ENOMEM, "attach");
	err = take_options(attach, &argc, argv);
	if (!err && !argc)
		err = ctl_error("attach: which file? see altbpfctl attach help");
	if (!err)
		err = hook_parse_kind(argv[0], &kind) ? attach_name(attach, kind, argc - 1, argv + 1) :
							attach_file(attach, argc, argv);
	for (i = 0; i < attach->link_cnt; i++)
		close(attach->links[i]);
	free(attach);
	return err;
}
