// SPDX-License-Identifier: GPL-2.0
/*
 * `prog check`: every program of an object file is verified by the core in this process. libbpf does
 * ELF, BTF and CO-RE as always. Each program is loaded alone, so that one refusal hides no other.
 */
#include <errno.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "libaltbpf.h"
#include "object.h"
#include "prog.h"

#define MAX_PROGS 512

struct check {
	const char *path;
	const char *type;
	unsigned int log_level;
	unsigned int refused;
};

static void show_json(const struct check *check, struct bpf_program *prog, int err, const char *log)
{
	const struct altbpf_verdict *verdict = altbpf_offline_verdict();
	const char *advice = verdict->reason ? core_advice(verdict->reason) : NULL;

	json_open_object(NULL);
	json_text("file", check->path);
	json_text("program", bpf_program__name(prog));
	json_text("type", object_type_name(prog));
	json_text("section", bpf_program__section_name(prog));
	json_text("verdict", err ? "refused" : "accepted");
	json_uint("insns", bpf_program__insn_cnt(prog));
	json_uint("processed", verdict->processed);
	json_uint("peak_memory", verdict->peak_mem);
	if (err) {
		json_int("errno", err);
		json_text("reason", verdict->reason ? verdict->reason : "");
		json_int("insn", verdict->insn);
		if (advice)
			json_text("advice", advice);
	}
	json_text("log", log);
	json_close();
}

static void show_text(const struct check *check, struct bpf_program *prog, int err, const char *log)
{
	const struct altbpf_verdict *verdict = altbpf_offline_verdict();
	size_t len = strlen(log);

	if (!err) {
		printf("%s: %s (%s): accepted, %zu instructions, %llu processed\n%s", check->path,
		       bpf_program__name(prog), object_type_name(prog), bpf_program__insn_cnt(prog),
		       verdict->processed, log);
		return;
	}
	fflush(stdout);
	fprintf(stderr, "%s: %s (%s): refused: %s%s%s%s\n%s%s", check->path, bpf_program__name(prog),
		object_type_name(prog), strerror(err), verdict->reason ? " [" : "",
		verdict->reason ? verdict->reason : "", verdict->reason ? "]" : "", log,
		len && log[len - 1] != '\n' ? "\n" : "");
}

/* libbpf could not even ask for a verdict: its complaint is the log. */
static const char *complaint(void)
{
	const char *text = ctl_complaints();

	return *text ? text : "libbpf gave no reason\n";
}

/* Program number @index of the file, alone. */
static int check_one(struct check *check, int index)
{
	struct bpf_object *obj = object_open(check->path, check->type);
	struct bpf_program *prog, *chosen = NULL;
	const char *log;
	int i = 0, err;

	if (!obj)
		return 1;
	bpf_object__for_each_program(prog, obj) {
		bpf_program__set_autoload(prog, i == index);
		if (i++ == index)
			chosen = prog;
	}
	if (check->log_level)
		bpf_program__set_log_level(chosen, check->log_level);
	ctl_complaints();
	err = -bpf_object__load(obj);
	log = object_log(chosen);
	if (err && !*log)
		log = complaint();
	if (ctl_opts.json)
		show_json(check, chosen, err, log);
	else
		show_text(check, chosen, err, log);
	check->refused += !!err;
	object_close(obj);
	return 0;
}

/* Which programs: a bit per index in @wanted. Return: how many the file has, or -1. */
static int choose(const struct check *check, const char *name, bool *wanted)
{
	struct bpf_object *obj = object_open(check->path, check->type);
	struct bpf_program *prog;
	int cnt = 0, hits = 0;

	if (!obj)
		return -1;
	bpf_object__for_each_program(prog, obj) {
		if (cnt == MAX_PROGS)
			break;
		wanted[cnt] = !name || !strcmp(name, bpf_program__name(prog));
		hits += wanted[cnt++];
	}
	object_close(obj);
	if (!hits) {
		ctl_error("%s: there is no program%s%s in it", check->path, name ? " " : "", name ? name : "");
		return -1;
	}
	return cnt;
}

static int parse(int argc, char **argv, struct check *check, const char **name)
{
	uint64_t v;

	if (!argc)
		return ctl_error("prog check: which file?");
	check->path = argv[0];
	for (argc--, argv++; argc; argc--, argv++) {
		if (argc >= 2 && !strcmp(argv[0], "type")) {
			check->type = argv[1];
		} else if (argc >= 2 && !strcmp(argv[0], "log")) {
			if (!ctl_parse_u64(argv[1], 15, &v))
				return ctl_error("'%s' is not a log level (0 to 15)", argv[1]);
			check->log_level = (unsigned int)v;
		} else if (!*name) {
			*name = argv[0];
			continue;
		} else {
			return ctl_unexpected(argv[0]);
		}
		argc--;
		argv++;
	}
	return 0;
}

int prog_check(int argc, char **argv)
{
	struct check check = {};
	bool wanted[MAX_PROGS];
	const char *name = NULL;
	int cnt, i;

	if (parse(argc, argv, &check, &name))
		return 1;
	altbpf_use_offline();
	cnt = choose(&check, name, wanted);
	if (cnt < 0)
		return 1;
	if (ctl_opts.json)
		json_open_array(NULL);
	for (i = 0; i < cnt; i++)
		if (wanted[i] && check_one(&check, i))
			return 1;
	if (ctl_opts.json)
		json_close();
	return check.refused ? 1 : 0;
}
