// SPDX-License-Identifier: GPL-2.0
/*
 * `prog check`: every program of an object file is verified by the core in this process. libbpf does
 * ELF, BTF and CO-RE as always. Each program is loaded alone, so that one refusal hides no other.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "libaltbpf.h"
#include "object.h"
#include "prog.h"

#define MAX_PROGS 512
#define LOG_STATS 4

struct check {
	const char *path;
	const char *type;
	unsigned int log_level;
	unsigned int refused;
};

/* What one program came to. */
struct result {
	struct bpf_program *prog;
	int err;
	const struct altbpf_verdict *verdict;
	bool reached; /* the verifier saw it: @text is its log, else libbpf's complaint */
	const char *text;
};

static const char *verdict_word(const struct result *result)
{
	if (!result->err)
		return "accepted";
	return result->reached ? "refused" : "not verified";
}

/* The report's lines ("  rule:    ...") of one kind; the kind @array has many. */
static void json_report_lines(const char *log, const char *label, const char *field, bool array)
{
	size_t len = strlen(label);
	char text[512];
	const char *s;

	if (array)
		json_open_array(field);
	for (s = log; s && *s; s = strchr(s, '\n') ? strchr(s, '\n') + 1 : NULL) {
		if (strncmp(s, "  ", 2) || strncmp(s + 2, label, len) || s[2 + len] != ':')
			continue;
		s += 2 + len + 1;
		s += strspn(s, " ");
		snprintf(text, sizeof(text), "%.*s", (int)strcspn(s, "\n"), s);
		json_text(array ? NULL : field, text);
		if (!array)
			break;
	}
	if (array)
		json_close();
}

/* "  source:  FILE:LINE: TEXT" */
static void json_report_source(const char *log)
{
	const char *s = strstr(log, "\n  source:  "), *colon, *end;
	char text[512];

	if (!s)
		return;
	s += strlen("\n  source:  ");
	end = s + strcspn(s, "\n");
	for (colon = s; colon < end && !(*colon == ':' && colon[1] >= '0' && colon[1] <= '9'); colon++)
		;
	if (colon == end)
		return;
	json_open_object("source");
	snprintf(text, sizeof(text), "%.*s", (int)(colon - s), s);
	json_text("file", text);
	json_uint("line", strtoul(colon + 1, NULL, 10));
	s = colon + 1 + strcspn(colon + 1, ":");
	s += strspn(s, ": ");
	snprintf(text, sizeof(text), "%.*s", s < end ? (int)(end - s) : 0, s);
	json_text("text", text);
	json_close();
}

static void json_report(const char *log)
{
	json_report_source(log);
	json_report_lines(log, "at", "at", false);
	json_report_lines(log, "rule", "rule", false);
	json_report_lines(log, "known", "known", true);
	json_report_lines(log, "from", "from", true);
	json_report_lines(log, "breaks", "breaks", false);
	json_report_lines(log, "fits", "fits", false);
}

static void show_json(const struct check *check, const struct result *result)
{
	const struct altbpf_verdict *verdict = result->verdict;
	const char *advice = verdict->reason ? core_advice(verdict->reason) : NULL;

	json_open_object(NULL);
	json_text("file", check->path);
	json_text("program", bpf_program__name(result->prog));
	json_text("type", object_type_name(result->prog));
	json_text("section", bpf_program__section_name(result->prog));
	json_text("verdict", verdict_word(result));
	json_uint("insns", bpf_program__insn_cnt(result->prog));
	if (result->reached) {
		json_uint("processed", verdict->processed);
		json_uint("peak_memory", verdict->peak_mem);
	}
	if (result->err)
		json_int("errno", result->err);
	if (result->err && result->reached) {
		json_text("reason", verdict->reason ? verdict->reason : "");
		json_int("insn", verdict->insn);
		json_report(result->text);
		if (advice)
			json_text("advice", advice);
	}
	json_text("log", result->text);
	json_close();
}

static void show_text(const struct check *check, const struct result *result)
{
	const struct altbpf_verdict *verdict = result->verdict;
	size_t len = strlen(result->text);
	FILE *out = result->err ? stderr : stdout;

	fflush(stdout);
	fprintf(out, "%s: %s (%s): %s", check->path, bpf_program__name(result->prog),
		object_type_name(result->prog), verdict_word(result));
	if (!result->err)
		fprintf(out, ", %zu instructions, %llu processed", bpf_program__insn_cnt(result->prog),
			verdict->processed);
	else
		fprintf(out, ": %s", strerror(result->err));
	if (result->err && result->reached && verdict->reason)
		fprintf(out, " [%s]", verdict->reason);
	fprintf(out, "\n%s%s", result->text, len && result->text[len - 1] != '\n' ? "\n" : "");
}

/* Where maps are pinned does not matter to a verdict, and nothing is pinned offline. */
static void forget_pins(struct bpf_object *obj)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, obj)
		bpf_map__set_pin_path(map, NULL);
}

/* Program number @index of the file, alone. */
static int check_one(struct check *check, int index)
{
	struct bpf_object *obj = object_open(check->path, check->type);
	struct result result = {};
	struct bpf_program *prog;
	int i = 0;

	if (!obj)
		return 1;
	bpf_object__for_each_program(prog, obj) {
		bpf_program__set_autoload(prog, i == index);
		if (i++ == index)
			result.prog = prog;
	}
	/* The report without the walk, unless it is asked for. */
	bpf_program__set_log_level(result.prog, check->log_level ? check->log_level : LOG_STATS);
	forget_pins(obj);
	object_complaints();
	result.err = -bpf_object__load(obj);
	result.verdict = altbpf_offline_verdict(result.err ? -1 : bpf_program__fd(result.prog));
	result.text = object_log(result.prog);
	result.reached = !result.err || *result.text;
	if (!result.reached)
		result.text = object_complaints();
	if (ctl_opts.json)
		show_json(check, &result);
	else
		show_text(check, &result);
	check->refused += !!result.err;
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
