// SPDX-License-Identifier: GPL-2.0
/*
 * `prog load`: an object's programs are loaded and held, without being attached. Programs live as
 * long as something refers to them, so the command stays until it is told to end.
 */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include "ctl.h"
#include "ids.h"
#include "object.h"
#include "prog.h"

static void show_loaded(struct bpf_object *obj)
{
	struct bpf_prog_info info;
	struct bpf_program *prog;

	if (ctl_opts.json)
		json_open_array(NULL);
	bpf_object__for_each_program(prog, obj) {
		memset(&info, 0, sizeof(info));
		if (bpf_program__fd(prog) < 0 ||
		    ids_get_info(bpf_program__fd(prog), &info, sizeof(info), "program"))
			continue;
		if (!ctl_opts.json) {
			printf("%s: id %u\n", bpf_program__name(prog), info.id);
			continue;
		}
		json_open_object(NULL);
		json_text("program", bpf_program__name(prog));
		json_uint("id", info.id);
		json_close();
	}
	if (ctl_opts.json)
		json_close();
}

int prog_load(int argc, char **argv)
{
	const char *type = NULL;
	struct bpf_object *obj;

	if (!argc)
		return ctl_error("prog load: which file?");
	if (argc >= 3 && !strcmp(argv[1], "type"))
		type = argv[2];
	else if (argc > 1)
		return ctl_unexpected(argv[1]);
	if (argc > 3)
		return ctl_unexpected(argv[3]);
	obj = object_open_load(argv[0], type);
	if (!obj)
		return 1;
	show_loaded(obj);
	if (!ctl_opts.json)
		fprintf(stderr, "loaded until this ends (Ctrl-C)\n");
	ctl_wait_stop();
	object_close(obj);
	return 0;
}
