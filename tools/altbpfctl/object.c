// SPDX-License-Identifier: GPL-2.0
/*
 * Object files: see object.h. Every program gets a log buffer of its own before it is loaded, so
 * that libbpf does not print the log and the report is shown once, as the verifier wrote it.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "libaltbpf.h"
#include "object.h"

/* Touched only as far as the log goes. */
#define LOG_SIZE (4 << 20)

static int set_types(struct bpf_object *obj, const char *type)
{
	struct bpf_program *prog;
	int number = type ? core_prog_type_number(type) : 0;

	if (number < 0)
		return ctl_error("'%s' is not a program type", type);
	bpf_object__for_each_program(prog, obj)
		if (type && bpf_program__type(prog) == BPF_PROG_TYPE_UNSPEC)
			bpf_program__set_type(prog, (enum bpf_prog_type)number);
	return 0;
}

/* The report of a refusal without the walk before it, in the words of `prog check`. */
#define LOG_STATS 4

static int set_logs(struct bpf_object *obj)
{
	struct bpf_program *prog;
	char *log;

	bpf_object__for_each_program(prog, obj) {
		log = calloc(1, LOG_SIZE);
		if (!log || bpf_program__set_log_buf(prog, log, LOG_SIZE) ||
		    bpf_program__set_log_level(prog, LOG_STATS)) {
			free(log);
			return ctl_errno(ENOMEM, "log buffer");
		}
	}
	return 0;
}

const char *object_complaints(void)
{
	static char text[16 << 10];
	const char *from = ctl_complaints();
	size_t len = 0;

	while (*from && len < sizeof(text) - 2) {
		if (!strncmp(from, "libbpf: ", 8))
			from += 8;
		while (*from && len < sizeof(text) - 2) {
			text[len++] = *from;
			if (*from++ == '\n')
				break;
		}
	}
	while (len && text[len - 1] == '\n')
		len--;
	text[len] = 0;
	return text;
}

static int complain(const char *path, const char *what, int err)
{
	const char *hint = altbpf_device_hint();
	const char *text = object_complaints();

	if (hint)
		return ctl_error("%s: %s: %s", path, what, hint);
	return *text ? ctl_error("%s: %s:\n%s", path, what, text) :
		       ctl_error("%s: %s: %s", path, what, strerror(err < 0 ? -err : err));
}

struct bpf_object *object_open(const char *path, const char *type)
{
	LIBBPF_OPTS(bpf_object_open_opts, opts, .btf_custom_path = ctl_opts.btf);
	struct bpf_object *obj;

	ctl_complaints();
	obj = bpf_object__open_file(path, &opts);
	if (libbpf_get_error(obj)) {
		complain(path, "cannot be opened", errno);
		return NULL;
	}
	if (set_types(obj, type) || set_logs(obj)) {
		object_close(obj);
		return NULL;
	}
	return obj;
}

static int report_refusal(const char *path, struct bpf_program *prog, int err)
{
	const char *log = object_log(prog);

	err = err < 0 ? -err : err;
	if (!ctl_opts.json) {
		fflush(stdout);
		fprintf(stderr, "Error: %s: program %s (%s) is refused: %s\n%s", path, bpf_program__name(prog),
			object_type_name(prog), strerror(err), log);
		return 1;
	}
	json_open_object(NULL);
	json_format("error", "%s: program %s is refused: %s", path, bpf_program__name(prog), strerror(err));
	json_text("program", bpf_program__name(prog));
	json_text("type", object_type_name(prog));
	json_int("errno", err);
	json_text("log", log);
	json_close();
	return 1;
}

int object_load(struct bpf_object *obj, const char *path)
{
	struct bpf_program *prog;
	int err;

	ctl_complaints();
	err = bpf_object__load(obj);
	if (!err)
		return 0;
	bpf_object__for_each_program(prog, obj)
		if (*object_log(prog))
			return report_refusal(path, prog, err);
	return complain(path, "cannot be loaded", err);
}

struct bpf_object *object_open_load(const char *path, const char *type)
{
	struct bpf_object *obj = object_open(path, type);

	if (obj && object_load(obj, path)) {
		object_close(obj);
		return NULL;
	}
	return obj;
}

struct bpf_program *object_find_program(struct bpf_object *obj, const char *path, const char *name)
{
	struct bpf_program *prog = name ? bpf_object__find_program_by_name(obj, name) :
					  bpf_object__next_program(obj, NULL);

	if (!prog && name)
		ctl_error("%s: there is no program '%s' in it", path, name);
	else if (!prog)
		ctl_error("%s: there is no program in it", path);
	return prog;
}

const char *object_log(struct bpf_program *prog)
{
	size_t size;
	const char *log = bpf_program__log_buf(prog, &size);

	return log ? log : "";
}

const char *object_type_name(struct bpf_program *prog)
{
	static char text[32];
	const char *name = core_prog_type_name((__u32)bpf_program__type(prog));

	if (name)
		return name;
	snprintf(text, sizeof(text), "type %d", (int)bpf_program__type(prog));
	return text;
}

void object_close(struct bpf_object *obj)
{
	struct bpf_program *prog;
	size_t size;

	bpf_object__for_each_program(prog, obj) {
		char *log = (char *)bpf_program__log_buf(prog, &size);

		bpf_program__set_log_buf(prog, NULL, 0);
		free(log);
	}
	bpf_object__close(obj);
}
