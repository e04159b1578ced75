// SPDX-License-Identifier: GPL-2.0
/*
 * altbpfctl: the control tool of altbpf. This file: options, the table of nouns, help and version.
 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "libaltbpf.h"

struct ctl_opts ctl_opts;

static int do_help(int argc, char **argv);
static int do_version(int argc, char **argv);

static const struct noun {
	const char *name;
	const char *text;
	int (*run)(int argc, char **argv);
} nouns[] = {
	{ "prog", "load, list, dump, run and check programs", prog_main },
	{ "map", "create, list, dump and change maps", map_main },
	{ "link", "list and detach what is attached", link_main },
	{ "attach", "attach programs and show what they say", attach_main },
	{ "feature", "what the module can do", feature_main },
	{ "explain", "what a reason for refusal means and what helps", explain_main },
	{ "version", "versions of tool and libbpf", do_version },
	{ "help", "this text; \"altbpfctl NOUN help\" tells more", do_help },
};

static void print_help(FILE *out)
{
	size_t i;

	fprintf(out, "Usage: altbpfctl [OPTIONS] NOUN WORD [ARGUMENTS]\n\nNouns:\n");
	for (i = 0; i < ARRAY_SIZE(nouns); i++)
		fprintf(out, "  %-9s %s\n", nouns[i].name, nouns[i].text);
	fprintf(out, "\nOptions:\n"
		     "  -j, --json       results as JSON\n"
		     "  -p, --pretty     results as indented JSON\n"
		     "  -v, --verbose    show libbpf's messages\n"
		     "  -B, --btf FILE   the kernel's types for CO-RE (default: the running kernel's)\n"
		     "      --backend B  where bpf(2) goes: device (default), offline, kernel\n"
		     "  -V, --version    versions\n"
		     "  -h, --help       this text\n");
}

static int do_help(int argc, char **argv)
{
	size_t i;

	if (!ctl_opts.json) {
		print_help(stdout);
		return 0;
	}
	json_open_array(NULL);
	for (i = 0; i < ARRAY_SIZE(nouns); i++) {
		json_open_object(NULL);
		json_text("noun", nouns[i].name);
		json_text("text", nouns[i].text);
		json_close();
	}
	json_close();
	return 0;
}

static int do_version(int argc, char **argv)
{
	if (argc)
		return ctl_unexpected(argv[0]);
	if (ctl_opts.json) {
		json_open_object(NULL);
		json_text("version", ALTBPF_VERSION);
		json_text("libbpf_version", libbpf_version_string());
		json_close();
	} else {
		printf("altbpfctl %s\nusing libbpf %s\n", ALTBPF_VERSION, libbpf_version_string());
	}
	return 0;
}

static int use_backend(const char *name)
{
	if (!strcmp(name, "device"))
		altbpf_use_device();
	else if (!strcmp(name, "offline"))
		altbpf_use_offline();
	else if (!strcmp(name, "kernel"))
		altbpf_use_kernel();
	else
		return ctl_error("unknown backend '%s': device, offline or kernel", name);
	return 0;
}

enum { OPT_BACKEND = 256 };

static const struct option options[] = {
	{ "json", no_argument, NULL, 'j' },
	{ "pretty", no_argument, NULL, 'p' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "debug", no_argument, NULL, 'v' },
	{ "btf", required_argument, NULL, 'B' },
	{ "backend", required_argument, NULL, OPT_BACKEND },
	{ "version", no_argument, NULL, 'V' },
	{ "help", no_argument, NULL, 'h' },
	{ NULL, 0, NULL, 0 },
};

/* Return: index of the first argument that is no option, or -1 - exit status when done already. */
static int parse_options(int argc, char **argv)
{
	int opt;

	opterr = 0;
	while ((opt = getopt_long(argc, argv, "+jpvdB:Vh", options, NULL)) != -1) {
		switch (opt) {
		case 'j':
		case 'p':
			ctl_opts.json = true;
			json_set_style(opt == 'p' ? JSON_PRETTY : JSON_COMPACT);
			break;
		case 'v':
		case 'd':
			ctl_opts.verbose = true;
			break;
		case 'B':
			ctl_opts.btf = optarg;
			break;
		case OPT_BACKEND:
			if (use_backend(optarg))
				return -2;
			break;
		case 'V':
			return -1 - do_version(0, NULL);
		case 'h':
			return -1 - do_help(0, NULL);
		default:
			ctl_error("unknown option '%s' or its argument is missing; see altbpfctl help",
				  argv[optind - 1]);
			return -2;
		}
	}
	return optind;
}

int main(int argc, char **argv)
{
	size_t i, len, hits = 0, hit = 0;
	int first;

	json_set_style(JSON_TEXT);
	first = parse_options(argc, argv);
	if (first < 0)
		return -1 - first;
	if (first == argc) {
		print_help(stderr);
		return 1;
	}
	len = strlen(argv[first]);
	for (i = 0; i < ARRAY_SIZE(nouns); i++) {
		if (strncmp(nouns[i].name, argv[first], len) || !len)
			continue;
		hits++;
		hit = i;
	}
	if (hits != 1)
		return ctl_error("unknown noun '%s'; see altbpfctl help", argv[first]);
	return nouns[hit].run(argc - first - 1, argv + first + 1);
}
