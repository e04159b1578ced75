// SPDX-License-Identifier: GPL-2.0
/*
 * `prog run`: PROG_TEST_RUN on a loaded program or on one of an object file.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "ctl.h"
#include "data.h"
#include "ids.h"
#include "object.h"
#include "prog.h"

#define DEFAULT_OUT (64 << 10)

struct run {
	const char *data_in, *data_out, *ctx_in, *ctx_out;
	uint64_t data_size_out, ctx_size_out, repeat;
};

static int parse(int argc, char **argv, struct run *run)
{
	const struct ctl_param params[] = {
		{ "data_in", &run->data_in, NULL },
		{ "data_out", &run->data_out, NULL },
		{ "data_size_out", NULL, &run->data_size_out },
		{ "ctx_in", &run->ctx_in, NULL },
		{ "ctx_out", &run->ctx_out, NULL },
		{ "ctx_size_out", NULL, &run->ctx_size_out },
		{ "repeat", NULL, &run->repeat },
	};

	return ctl_parse_params(params, ARRAY_SIZE(params), argc, argv);
}

static void show(const struct bpf_test_run_opts *opts, const struct run *run)
{
	if (!ctl_opts.json) {
		if (opts->data_size_out && !run->data_out) {
			printf("data:\n");
			data_print_hex("  ", opts->data_out, opts->data_size_out);
		}
		if (opts->ctx_size_out && !run->ctx_out) {
			printf("ctx:\n");
			data_print_hex("  ", opts->ctx_out, opts->ctx_size_out);
		}
		printf("Return value: %u, duration (average): %uns\n", opts->retval, opts->duration);
		return;
	}
	json_open_object(NULL);
	if (opts->data_size_out)
		json_bytes("data_out", opts->data_out, opts->data_size_out);
	if (opts->ctx_size_out)
		json_bytes("ctx_out", opts->ctx_out, opts->ctx_size_out);
	json_uint("retval", opts->retval);
	json_uint("duration", opts->duration);
	json_close();
}

static int read_inputs(const struct run *run, struct bpf_test_run_opts *opts)
{
	size_t size;

	if (run->data_in) {
		opts->data_in = data_read_file(run->data_in, &size);
		if (!opts->data_in)
			return 1;
		opts->data_size_in = (__u32)size;
		opts->data_size_out = run->data_size_out ? (__u32)run->data_size_out : (__u32)size + DEFAULT_OUT;
		opts->data_out = calloc(1, opts->data_size_out);
		if (!opts->data_out)
			return ctl_errno(ENOMEM, "data_out");
	}
	if (run->ctx_in) {
		opts->ctx_in = data_read_file(run->ctx_in, &size);
		if (!opts->ctx_in)
			return 1;
		opts->ctx_size_in = (__u32)size;
		opts->ctx_size_out = run->ctx_size_out ? (__u32)run->ctx_size_out : (__u32)size;
		opts->ctx_out = calloc(1, opts->ctx_size_out + 1);
		if (!opts->ctx_out)
			return ctl_errno(ENOMEM, "ctx_out");
	}
	return 0;
}

static int run_fd(int fd, const struct run *run)
{
	LIBBPF_OPTS(bpf_test_run_opts, opts, .repeat = (int)run->repeat);
	int err = read_inputs(run, &opts);

	if (!err && bpf_prog_test_run_opts(fd, &opts))
		err = ctl_errno(errno, "run");
	if (!err && run->data_out)
		err = data_write_file(run->data_out, opts.data_out, opts.data_size_out);
	if (!err && run->ctx_out)
		err = data_write_file(run->ctx_out, opts.ctx_out, opts.ctx_size_out);
	if (!err)
		show(&opts, run);
	free((void *)opts.data_in);
	free(opts.data_out);
	free((void *)opts.ctx_in);
	free(opts.ctx_out);
	return err;
}

/* FILE.o [PROG]: what stands behind the file and is no word of ours is the program's name. */
static int run_file(int argc, char **argv)
{
	const char *path = argv[0], *name = NULL;
	struct bpf_program *prog;
	struct bpf_object *obj;
	struct run run = {};
	int err = 1;

	argc--;
	argv++;
	if (argc % 2) {
		name = argv[0];
		argc--;
		argv++;
	}
	if (parse(argc, argv, &run))
		return 1;
	obj = object_open_load(path, NULL);
	if (!obj)
		return 1;
	prog = object_find_program(obj, path, name);
	if (prog)
		err = run_fd(bpf_program__fd(prog), &run);
	object_close(obj);
	return err;
}

int prog_run(int argc, char **argv)
{
	struct run run = {};
	int fd, err;

	if (!argc)
		return ctl_error("prog run: 'id N', 'name NAME' or a file is expected");
	if (!ids_is_next(argc, argv))
		return run_file(argc, argv);
	fd = ids_parse_prog(&argc, &argv);
	if (fd < 0)
		return 1;
	err = parse(argc, argv, &run);
	if (!err)
		err = run_fd(fd, &run);
	close(fd);
	return err;
}
