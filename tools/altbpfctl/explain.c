// SPDX-License-Identifier: GPL-2.0
/*
 * `explain`: what a reason for refusal means and what usually helps, from the verifier's one table.
 * `make docs` makes pages from the same table, with examples.
 */
#include <string.h>
#include "core.h"
#include "ctl.h"

static void show_one(const struct core_refusal *row)
{
	if (!ctl_opts.json) {
		printf("%s\n  rule:    %s\n  advice:  %s\n  errno:   %d (%s)\n", row->slug, row->rule, row->advice,
		       row->err, strerror(row->err));
		return;
	}
	json_open_object(NULL);
	json_text("slug", row->slug);
	json_text("rule", row->rule);
	json_text("advice", row->advice);
	json_int("errno", row->err);
	json_close();
}

static int show_all(void)
{
	struct core_refusal row;
	unsigned int i;

	if (ctl_opts.json)
		json_open_array(NULL);
	for (i = 0; core_refusal_at(i, &row); i++) {
		if (ctl_opts.json)
			show_one(&row);
		else
			printf("%-24s %s\n", row.slug, row.rule);
	}
	if (ctl_opts.json)
		json_close();
	return 0;
}

int explain_main(int argc, char **argv)
{
	struct core_refusal row;
	unsigned int i;

	if (!argc)
		return show_all();
	if (!strcmp(argv[0], "help")) {
		if (ctl_opts.json) {
			json_open_object(NULL);
			json_text("text", "altbpfctl explain [REASON]");
			json_close();
		} else {
			printf("Usage: altbpfctl explain [REASON]\n\n"
			       "What a reason for refusal ([null-deref]) means; without one: all of them.\n");
		}
		return 0;
	}
	if (argc > 1)
		return ctl_unexpected(argv[1]);
	for (i = 0; core_refusal_at(i, &row); i++) {
		if (!strcmp(row.slug, argv[0])) {
			show_one(&row);
			return 0;
		}
	}
	return ctl_error("there is no reason '%s'; altbpfctl explain lists them", argv[0]);
}
