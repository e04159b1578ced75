// SPDX-License-Identifier: GPL-2.0
/*
 * The noun feature: the inventory of the module (or, with --backend offline, of the core in this
 * tool), which its own tables tell.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "ctl.h"
#include "libaltbpf.h"

#define FIRST_SIZE (16 << 10)

/* Text of the FEATURES command; free() it. The size may be larger than the first guess. */
static char *get_text(void)
{
	union altbpf_attr attr;
	__u32 size = FIRST_SIZE;
	char *text = NULL, *grown;
	int tries;

	for (tries = 0; tries < 3; tries++) {
		grown = realloc(text, size + 1);
		if (!grown)
			break;
		text = grown;
		memset(&attr, 0, sizeof(attr));
		memset(text, 0, size + 1);
		attr.features.buf = (uintptr_t)text;
		attr.features.len = size;
		if (!altbpf_call(ALTBPF_FEATURES, &attr, sizeof(attr.features)) && attr.features.len <= size)
			return text;
		if (attr.features.len <= size)
			break;
		size = attr.features.len;
	}
	free(text);
	ctl_errno(errno, "features");
	return NULL;
}

/* "kind name" and "kind group name" become objects of arrays; lines of a kind stand together. */
static void show_json(char *text)
{
	char kind[64] = "", group[64] = "", *line, *save = NULL;
	char k[64], a[64], b[64];
	int n;

	json_open_object(NULL);
	for (line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		n = sscanf(line, "%63s %63s %63s", k, a, b);
		if (n < 2)
			continue;
		if (*group && (strcmp(k, kind) || n < 3 || strcmp(a, group))) {
			json_close();
			*group = 0;
		}
		if (strcmp(k, kind)) {
			if (*kind)
				json_close();
			strcpy(kind, k);
			n == 3 ? json_open_object(k) : json_open_array(k);
		}
		if (n == 3 && !*group) {
			strcpy(group, a);
			json_open_array(a);
		}
		json_text(NULL, n == 3 ? b : a);
	}
	json_finish();
}

static int do_probe(int argc, char **argv)
{
	char *text;

	if (argc)
		return ctl_unexpected(argv[0]);
	text = get_text();
	if (!text)
		return 1;
	if (ctl_opts.json)
		show_json(text);
	else
		fputs(text, stdout);
	free(text);
	return 0;
}

static int do_help(int argc, char **argv);

static const struct ctl_word words[] = {
	{ "probe", "", "program types, map types, helpers and commands of the module", do_probe },
	{ "help", "", "this text", do_help },
};

static int do_help(int argc, char **argv)
{
	ctl_print_words("feature", words, ARRAY_SIZE(words));
	return 0;
}

int feature_main(int argc, char **argv)
{
	return ctl_run_word("feature", words, ARRAY_SIZE(words), argc, argv);
}
