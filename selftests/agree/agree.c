// SPDX-License-Identifier: GPL-2.0
/*
 * Do we agree with mainline? Verifies frozen programs and compares with the recorded verdicts:
 *
 *	agree [--list] [--log LEVEL] [--only TEXT] [--differences FILE] DIRECTORY...
 *	agree --faults DIRECTORY...	lets each allocation of the verifier fail once, on 20 programs
 *
 * One line an archive (directory): agreed accepts and refusals, where we accept more (a soundness
 * alarm: look at each) or refuse more, what does not apply and why, and the times of both. With a
 * list of differences each one must be on it, with its reason, and none on it may have vanished.
 */
#include "core/isa/check.h"
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "libcore/host.h"
#include "frozen.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum verdict { BOTH_ACCEPT, BOTH_REFUSE, WE_ACCEPT, WE_REFUSE, VERDICTS };
enum { REASONS = 24, MAX_DIFFERENCES = 100 };

struct tally {
	unsigned int count[VERDICTS];
	struct {
		const char *why;
		unsigned int count;
	} skipped[REASONS];
	unsigned int skips, slower, unlisted;
	unsigned long long ours, theirs, processed, peak;
};

static int list, print_log, faults;
static const char *only;
static long kept; /* allocations that last */

/* What the file of differences lists, and whether it was met. */
static struct {
	const char *read; /* the file */
	unsigned int cnt;
	struct {
		char name[256];
		bool met;
	} line[MAX_DIFFERENCES];
} differences;

struct text {
	char bytes[1 << 20];
	size_t len;
};
static struct text text;

static void append(void *ctx, const char *s, size_t len)
{
	if (len > sizeof(text.bytes) - 1 - text.len)
		len = sizeof(text.bytes) - 1 - text.len;
	memcpy(text.bytes + text.len, s, len);
	text.len += len;
	text.bytes[text.len] = 0;
}

static const char *unknown_insn(const struct frozen *f, unsigned int i)
{
	const struct altbpf_insn *insn = &f->insns[i];
	const struct ab_helper_proto *proto;

	if (ab_insn_is_ld_imm64(insn) && insn->src_reg == ALTBPF_PSEUDO_BTF_ID)
		return "kernel variable";
	if (insn->code != AB_CALL_CODE)
		return NULL;
	if (insn->src_reg == ALTBPF_PSEUDO_KFUNC_CALL)
		return "kfunc";
	if (insn->src_reg || insn->imm <= 0 || insn->imm >= ALTBPF_FUNC_CNT)
		return NULL;
	/* The host's configuration decides about these. */
	if (f->head->ret == -EINVAL && (insn->imm == ALTBPF_FUNC_probe_write_user ||
					insn->imm == ALTBPF_FUNC_override_return))
		return "no verdict";
	proto = ab_helper_find(insn->imm);
	if (!proto)
		return "helper";
	return NULL;
}

static const char *unknown_map(const struct ab_map_desc *map, const struct frozen *f)
{
	const struct ab_map_type *type = ab_map_type_find(map->type);

	if (!type)
		return "map type";
	if (!map->inner && (map->type == ALTBPF_MAP_TYPE_ARRAY_OF_MAPS ||
			    map->type == ALTBPF_MAP_TYPE_HASH_OF_MAPS))
		return "inner map not recorded";
	/* Values with locks, timers and kernel pointers. */
	if (map->btf_value_type_id && f->head->btf_len &&
	    (memmem(f->btf_data, f->head->btf_len, "\0bpf_spin_lock\0", 15) ||
	     memmem(f->btf_data, f->head->btf_len, "\0bpf_timer\0", 11) ||
	     memmem(f->btf_data, f->head->btf_len, "\0kptr", 5)))
		return "special field in map";
	return NULL;
}

/* What a program attaches to must be there in the kernel that runs here, by its name. */
static bool knows_target(const struct frozen *f)
{
	if (!f->head->attach_btf_id)
		return true;
	return f->head->prog_type == ALTBPF_PROG_TYPE_TRACING &&
	       f->head->expected_attach_type == ALTBPF_TRACE_RAW_TP && frozen_target(f);
}

/* Why a program says nothing about agreement, or NULL. */
static const char *not_applicable(const struct frozen *f)
{
	const struct frozen_header *h = f->head;
	const char *why = NULL;
	unsigned int i;

	if (h->ret < 0 && h->ret != -EACCES && h->ret != -EINVAL)
		return h->ret == -E2BIG ? "mainline gave up" : "no verdict";
	if (!ab_prog_type_find(h->prog_type))
		return "program type";
	if (!knows_target(f))
		return "attach target";
	if (h->prog_flags & ALTBPF_F_SLEEPABLE)
		return "sleepable";
	if (h->btf_len && !f->btf)
		return "BTF";
	if (h->btf_len && memmem(f->btf_data, h->btf_len, "exception_callback:", 19))
		return "exception callback";
	for (i = 0; !why && i < h->nmaps; i++)
		why = unknown_map(&f->maps[i], f);
	for (i = 0; !why && i < h->insn_cnt; i++)
		why = unknown_insn(f, i);
	return why;
}

static void skip(struct tally *t, const char *why)
{
	unsigned int i;

	t->skips++;
	for (i = 0; i < REASONS && t->skipped[i].why; i++)
		if (!strcmp(t->skipped[i].why, why))
			break;
	if (i < REASONS) {
		t->skipped[i].why = why;
		t->skipped[i].count++;
	}
}

static unsigned long long now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1000000000ULL + ts.tv_nsec;
}

static void print_first(const char *s, int lines)
{
	while (lines-- && *s) {
		const char *end = strchr(s, '\n');
		int len = end ? (int)(end - s) : (int)strlen(s);

		printf("        %.*s\n", len, s);
		s += len + (end != NULL);
	}
}

/* Names a difference as the list does, "" if there is none. */
static void name_difference(char *to, size_t size, const char *path, enum verdict v)
{
	const char *base = strrchr(path, '/'), *dir = base;

	while (dir > path && dir[-1] != '/')
		dir--;
	to[0] = 0;
	if (v > BOTH_REFUSE)
		snprintf(to, size, "%.*s %s", (int)(strlen(dir) - strlen(".frz")), dir,
			 v == WE_ACCEPT ? "accepts" : "refuses");
}

/* Notes that the difference was met. Return: it is on the list, or there is no list. */
static bool is_listed(const char *name)
{
	unsigned int i;

	for (i = 0; i < differences.cnt; i++)
		if (!strcmp(differences.line[i].name, name)) {
			differences.line[i].met = true;
			return true;
		}
	return !differences.read;
}

/* Lines are "ARCHIVE/TEST accepts|refuses REASON". */
static void read_differences(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[512], test[200], what[16], reason[256];

	if (!file) {
		perror(path);
		exit(2);
	}
	differences.read = path;
	while (fgets(line, sizeof(line), file)) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		if (sscanf(line, "%199s %15s %255[^\n]", test, what, reason) != 3 ||
		    differences.cnt == MAX_DIFFERENCES) {
			fprintf(stderr, "%s: no test, verdict and reason: %s", path, line);
			exit(2);
		}
		snprintf(differences.line[differences.cnt++].name, sizeof(differences.line[0].name),
			 "%s %s", test, what);
	}
	fclose(file);
}

static void show(const char *path, const struct frozen *f, enum verdict v, int ret,
		 const struct ab_verify_out *out, unsigned long long took)
{
	static const char *const words[] = { "both accept", "both refuse", "WE ACCEPT", "we refuse" };
	const char *name = strrchr(path, '/');

	if (!list && !only)
		return;
	if (v <= BOTH_REFUSE && !only && list < 2)
		return;
	printf("    %s: %s (type %u, mainline %d, we %d, %llu insns, %.1f ms, mainline %.1f ms) %s insn %d\n",
	       words[v], name ? name + 1 : path, f->head->prog_type, f->head->ret, ret,
	       (unsigned long long)out->processed, took / 1e6, f->head->ns / 1e6,
	       out->reason ? out->reason : "", out->insn);
	if (ret && !print_log)
		print_first(text.bytes, 3);
}

static void check(const char *path, struct tally *t)
{
	struct ab_log log = { .level = ALTBPF_LOG_STATS, .write = append };
	struct ab_verify_out out;
	struct ab_verify_in in;
	struct frozen f;
	unsigned long long start, took;
	enum verdict v;
	const char *why;
	char name[256];
	int ret;

	if (frozen_read(&f, path))
		exit(2);
	why = not_applicable(&f);
	if (why) {
		skip(t, why);
		frozen_free(&f);
		return;
	}
	if (print_log)
		log.level = print_log;
	text.len = 0;
	text.bytes[0] = 0;
	frozen_input(&f, &in, list || print_log || only ? &log : NULL);
	start = now();
	ret = ab_verify(&in, &out);
	took = now() - start;
	if (f.head->ret >= 0)
		v = ret ? WE_REFUSE : BOTH_ACCEPT;
	else
		v = ret ? BOTH_REFUSE : WE_ACCEPT;
	t->count[v]++;
	t->ours += took;
	t->theirs += f.head->ns;
	t->processed += out.processed;
	t->slower += took > f.head->ns;
	if (out.peak_mem > t->peak)
		t->peak = out.peak_mem;
	name_difference(name, sizeof(name), path, v);
	if (name[0] && !is_listed(name)) {
		t->unlisted++;
		printf("not ok agree %s - a difference that %s does not explain; see: make agree LIST=1\n",
		       name, differences.read);
	}
	show(path, &f, v, ret, &out, took);
	if (print_log)
		fwrite(text.bytes, 1, text.len, stdout);
	ab_facts_fini(&out.facts);
	frozen_free(&f);
	if (ab_host_live() != kept) {
		fprintf(stderr, "%s: %ld allocations leaked\n", path, ab_host_live() - kept);
		exit(2);
	}
}

/* Every allocation fails once: -ENOMEM, nothing left behind, and the verdict is the same after it. */
static int check_faults(const char *path, unsigned int *programs, unsigned int *points)
{
	struct ab_verify_out out;
	struct ab_verify_in in;
	struct frozen f;
	int base, ret, bad = 0;
	long n, before;

	if (frozen_read(&f, path))
		exit(2);
	if (not_applicable(&f) || f.head->insn_cnt < 20 || f.head->insn_cnt > 300)
		goto out;
	frozen_input(&f, &in, NULL);
	base = ab_verify(&in, &out);
	ab_facts_fini(&out.facts);
	before = ab_host_live();
	for (n = 1;; n++) {
		ab_host_fail_at(n);
		ret = ab_verify(&in, &out);
		ab_host_fail_at(0);
		ab_facts_fini(&out.facts);
		if (ret != -ENOMEM)
			break;
		if (ab_host_live() != before || !out.reason) {
			printf("not ok agree-faults %s - allocation %ld: %ld left over\n", path, n,
			       ab_host_live() - before);
			bad = 1;
			break;
		}
	}
	if (!bad && ret != base) {
		printf("not ok agree-faults %s - expected %d, got %d\n", path, base, ret);
		bad = 1;
	}
	*points += n - 1;
	++*programs;
out:
	frozen_free(&f);
	return bad;
}

static int is_frozen(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 4 && !strcmp(entry->d_name + len - 4, ".frz") &&
	       (!only || strstr(entry->d_name, only));
}

/* Differences of archive @name that are on the list and not in our verdicts any more. */
static int judge(const char *name, const struct tally *t)
{
	unsigned int i, bad = t->unlisted;
	size_t len = strlen(name);

	for (i = 0; i < differences.cnt; i++) {
		const char *line = differences.line[i].name;

		if (strncmp(line, name, len) || line[len] != '/' || differences.line[i].met)
			continue;
		printf("not ok agree %s - we agree now: take it out of %s\n", line, differences.read);
		bad++;
	}
	if (!bad)
		printf("ok agree %s\n", name);
	return bad != 0;
}

/* Programs on which mainline said nothing about safety: "no verdict", or no rights, or no space. */
static int no_verdict(const struct tally *t)
{
	int i, n = 0;

	for (i = 0; i < REASONS && t->skipped[i].why; i++)
		if (!strcmp(t->skipped[i].why, "no verdict"))
			n += t->skipped[i].count;
	return n;
}

static int run(const char *dir)
{
	struct dirent **entries;
	struct tally t = { .skips = 0 };
	const char *name = strrchr(dir, '/') ? strrchr(dir, '/') + 1 : dir;
	unsigned int programs = 0, points = 0;
	char path[4096];
	int i, n, bad = 0;

	n = scandir(dir, &entries, is_frozen, alphasort);
	if (n < 0) {
		perror(dir);
		exit(2);
	}
	for (i = 0; i < n; i++) {
		snprintf(path, sizeof(path), "%s/%s", dir, entries[i]->d_name);
		if (!faults)
			check(path, &t);
		else if (i % 5 == 0 && programs < 20)
			bad |= check_faults(path, &programs, &points);
		free(entries[i]);
	}
	free(entries);
	if (faults) {
		if (!bad)
			printf("ok agree-faults %s\n# %u programs, %u failing allocations\n", name,
			       programs, points);
		return bad;
	}
	printf("# %-18s both accept %4u, both refuse %4u, WE ACCEPT %3u, we refuse %3u, not applicable %4u; %.0f ms, mainline %.0f ms, slower on %u, %llu insns, peak %llu KiB\n",
	       name, t.count[BOTH_ACCEPT], t.count[BOTH_REFUSE], t.count[WE_ACCEPT],
	       t.count[WE_REFUSE], t.skips, t.ours / 1e6, t.theirs / 1e6, t.slower, t.processed,
	       t.peak / 1024);
	printf("#     applicable: %.1f %% of the %u with a verdict\n", n > no_verdict(&t) ?
	       100.0 * (n - (int)t.skips) / (n - no_verdict(&t)) : 0.0, n - no_verdict(&t));
	for (i = 0; i < REASONS && t.skipped[i].why && !only; i++)
		printf("#     not applicable: %-28s %4u\n", t.skipped[i].why, t.skipped[i].count);
	fflush(stdout);
	return differences.read && !only ? judge(name, &t) : 0;
}

int main(int argc, char **argv)
{
	int i, bad = 0;

	frozen_kernel_btf();
	kept = ab_host_live();
	for (i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--list"))
			list++;
		else if (!strcmp(argv[i], "--faults"))
			faults = 1;
		else if (!strcmp(argv[i], "--log") && i + 1 < argc)
			print_log = atoi(argv[++i]);
		else if (!strcmp(argv[i], "--only") && i + 1 < argc)
			only = argv[++i];
		else if (!strcmp(argv[i], "--differences") && i + 1 < argc)
			read_differences(argv[++i]);
		else
			bad |= run(argv[i]);
	}
	return bad;
}
