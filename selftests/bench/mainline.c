// SPDX-License-Identifier: GPL-2.0
/* For mainline.h: libbpf relocates and loads, PROG_TEST_RUN runs and measures. */
#include "mainline.h"
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int quiet(enum libbpf_print_level level, const char *format, va_list args)
{
	return 0;
}

static unsigned int jited_len(int fd)
{
	struct bpf_prog_info info = {};
	unsigned int len = sizeof(info);

	return bpf_obj_get_info_by_fd(fd, &info, &len) ? 0 : info.jited_prog_len;
}

/* One program of the file, alone, so that one refusal does not hide the others. */
static int load_one(const char *file, const char *name, void (*each)(struct mainline_prog *prog))
{
	struct mainline_prog out = {};
	struct bpf_object *obj = bpf_object__open_file(file, NULL);
	struct bpf_program *prog, *chosen = NULL;
	int err;

	if (!obj)
		return -errno;
	bpf_object__for_each_program(prog, obj)
	{
		bpf_program__set_autoload(prog, !strcmp(bpf_program__name(prog), name));
		if (bpf_program__autoload(prog))
			chosen = prog;
	}
	err = bpf_object__load(obj);
	if (err) {
		printf("# %s: mainline refuses it (%d)\n", name, err);
	} else {
		snprintf(out.name, sizeof(out.name), "%s", name);
		out.insns = (void *)bpf_program__insns(chosen);
		out.cnt = bpf_program__insn_cnt(chosen);
		out.fd = bpf_program__fd(chosen);
		out.jited_len = jited_len(out.fd);
		each(&out);
	}
	bpf_object__close(obj);
	return 0;
}

int mainline_each(const char *file, void (*each)(struct mainline_prog *prog))
{
	struct bpf_object *obj;
	struct bpf_program *prog;
	int err = 0;

	libbpf_set_print(quiet);
	obj = bpf_object__open_file(file, NULL);
	if (!obj)
		return -errno;
	bpf_object__for_each_program(prog, obj)
	{
		err = load_one(file, bpf_program__name(prog), each);
		if (err)
			break;
	}
	bpf_object__close(obj);
	return err;
}

int mainline_reload(const struct mainline_prog *prog)
{
	return bpf_prog_load(BPF_PROG_TYPE_XDP, prog->name, "GPL", prog->insns, prog->cnt, NULL);
}

void mainline_close(int fd)
{
	close(fd);
}

double mainline_run(int fd, const void *packet, unsigned int repeat, unsigned int *retval)
{
	LIBBPF_OPTS(bpf_test_run_opts, opts, .data_in = packet, .data_size_in = MAINLINE_PACKET,
		    .repeat = repeat);

	if (bpf_prog_test_run_opts(fd, &opts))
		return -1;
	*retval = opts.retval;
	return opts.duration;
}
