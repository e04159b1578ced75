// SPDX-License-Identifier: GPL-2.0
/*
 * The reasons for refusal and their examples (refusals/SLUG.t, "SLUG: fails" and "SLUG: fix"):
 *
 *	refusals check DIR         every slug has its pair, or a line in DIR/without
 *	refusals docs DIR OUT      a page a slug and an index, as Markdown
 *
 * Include core headers first.
 */
#include "core/spec/refusal.h"
#include "instance.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct corpus corpus;

static char *read_file(const char *path)
{
	FILE *f = fopen(path, "r");
	size_t len = 0;
	char *text = calloc(1, 1 << 20);

	if (f && text)
		len = fread(text, 1, (1 << 20) - 1, f);
	if (f)
		fclose(f);
	if (!len) {
		free(text);
		return NULL;
	}
	return text;
}

/* The reason why @slug has no examples, or NULL; malloc()ed. */
static char *why_without(const char *dir, const char *slug)
{
	size_t len = strlen(slug);
	char path[4096], *text, *line, *why = NULL;

	snprintf(path, sizeof(path), "%s/without", dir);
	text = read_file(path);
	for (line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (!strncmp(line, slug, len) && line[len] == ' ')
			why = strndup(line + len + 1, strcspn(line + len + 1, "\n"));
	free(text);
	return why;
}

static const struct corpus_prog *example(const char *slug, const char *which)
{
	char name[96];

	snprintf(name, sizeof(name), "%s: %s", slug, which);
	return corpus_find(&corpus, name);
}

static const char *check_slug(const char *dir, const struct ab_refusal *row)
{
	const struct corpus_prog *fails = example(row->slug, "fails"), *fix = example(row->slug, "fix");
	char *why = why_without(dir, row->slug);
	const char *wrong = NULL;

	if (why)
		wrong = fails || fix ? "has examples, and a line in 'without'" : NULL;
	else if (!fails || !fix)
		wrong = "lacks its pair of examples (or a line in 'without')";
	else if (fails->accept || strcmp(fails->slug, row->slug) || !fix->accept)
		wrong = "has examples with other verdicts";
	free(why);
	return wrong;
}

static int check(const char *dir)
{
	const char *wrong;
	int failed = 0;
	u32 i;

	for (i = 0; i < AB_REFUSE_CNT; i++) {
		const struct ab_refusal *row = ab_refusal(i);

		wrong = check_slug(dir, row);
		failed |= wrong != NULL;
		if (wrong)
			printf("not ok refusals/%s - %s; again: make run-refusals\n", row->slug, wrong);
		else
			printf("ok refusals/%s\n", row->slug);
	}
	return failed;
}

/* The program's text in its file, without the line that names it. */
static void print_text(FILE *out, const struct corpus_prog *prog)
{
	char *text = read_file(prog->file), *start, *end, name[128];

	snprintf(name, sizeof(name), "=== %s\n", prog->name);
	start = text ? strstr(text, name) : NULL;
	if (start) {
		start += strlen(name);
		end = strstr(start, "\n=== ");
		fprintf(out, "```\n%.*s\n```\n", (int)(end ? end - start : (long)strcspn(start, "")), start);
	}
	free(text);
}

static void print_report(FILE *out, const struct corpus_prog *prog)
{
	struct instance inst;
	char *end;

	if (!instance_verify(&inst, prog, ALTBPF_LOG_STATS) || !inst.log.bytes)
		return;
	end = strstr(inst.log.bytes, "\nstack depth");
	if (!end)
		end = strstr(inst.log.bytes, "\nprocessed");
	fprintf(out, "\nThe verifier says:\n\n```\n%.*s\n```\n", end ? (int)(end - inst.log.bytes) : (int)inst.log.len,
		inst.log.bytes);
	instance_free(&inst);
}

static int write_page(const char *dir, const char *out, const struct ab_refusal *row)
{
	const struct corpus_prog *fails = example(row->slug, "fails"), *fix = example(row->slug, "fix");
	char path[4096], *why = why_without(dir, row->slug);
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s.md", out, row->slug);
	f = fopen(path, "w");
	if (!f) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		free(why);
		return 1;
	}
	fprintf(f, "# %s\n\nRule: %s.\n\nAdvice: %s\n\nError: %s (%d)\n", row->slug, row->rule, row->advice,
		strerror(row->err), row->err);
	if (fails) {
		fprintf(f, "\n## What fails\n\n");
		print_text(f, fails);
		print_report(f, fails);
	}
	if (fix) {
		fprintf(f, "\n## What passes\n\n");
		print_text(f, fix);
	}
	if (why)
		fprintf(f, "\nNo example: %s.\n", why);
	free(why);
	return fclose(f) != 0;
}

static int docs(const char *dir, const char *out)
{
	char path[4096];
	FILE *index;
	u32 i;

	snprintf(path, sizeof(path), "%s/index.md", out);
	index = fopen(path, "w");
	if (!index) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return 1;
	}
	fprintf(index, "# Why the verifier refuses\n\n| reason | rule |\n|---|---|\n");
	for (i = 0; i < AB_REFUSE_CNT; i++) {
		const struct ab_refusal *row = ab_refusal(i);

		fprintf(index, "| [%s](%s.md) | %s |\n", row->slug, row->slug, row->rule);
		if (write_page(dir, out, row))
			return 1;
	}
	return fclose(index) != 0;
}

int main(int argc, char **argv)
{
	char err[512], *path;
	u32 i;

	if (argc < 3)
		return 2;
	for (i = 0; i < AB_REFUSE_CNT; i++) {
		/* The programs keep the name of their file. */
		if (asprintf(&path, "%s/%s.t", argv[2], ab_refusal(i)->slug) < 0)
			return 1;
		if (!access(path, R_OK) && corpus_load(&corpus, path, err, sizeof(err)))
			return printf("not ok refusals - %s\n", err), 1;
	}
	if (!strcmp(argv[1], "docs") && argc == 4)
		return docs(argv[2], argv[3]);
	return check(argv[2]);
}
