// SPDX-License-Identifier: GPL-2.0
/*
 * Is the verifier sound? For each seed a program; for each accepted one some runs:
 *
 *	embed [--seed N] [--programs N] [--seconds N] [--print] [--exact|--pruned] FILE|FOLDER...
 *
 * Each program is verified twice. Exact: every state of the runs must lie among the verifier's own
 * (tests what instructions do). Pruned, as everybody gets it: facts must be true and accesses must
 * stay inside their objects (tests what is left out). Files are corpora to draw programs from.
 */
#include "embed.h"
#include "core/btf/btf.h"
#include "core/interp/interp.h"
#include "core/isa/disasm.h"
#include "corpus.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS_EXACT 5
#define RUNS_PRUNED 10
#define WORK_EXACT 3000
#define WORK_PRUNED 60000

struct total {
	unsigned long long programs, accepted, exact, runs, steps, gave_up, states;
};

static struct total total;
static const char *self;
static bool quiet, only_exact, only_pruned;
static u32 base_cnt;
static char found[1200];
static u32 found_at;

static const struct ab_btf *own_btf(void)
{
	static struct ab_btf *btf;
	const void *raw;
	u32 size;

	if (!btf) {
		raw = corpus_btf(&size);
		btf = ab_btf_parse(raw, size, NULL);
	}
	return btf;
}

/* Where functions begin, when the program brings no records of its own. */
static u32 make_func_info(const struct program *prog, struct altbpf_func_info *info)
{
	struct ab_facts scan = {};
	u32 i, cnt = 0;

	if (!ab_code_scan(prog->insns, prog->cnt, &scan))
		for (i = 0; i < scan.subprog_cnt && i < AB_MAX_SUBPROGS; i++)
			info[cnt++] = (struct altbpf_func_info){ scan.subprogs[i].start, CORPUS_BTF_FUNC };
	ab_facts_fini(&scan);
	return cnt;
}

static int verify(const struct program *prog, struct ab_verify_out *out,
		  const struct ab_verify_watch *watch)
{
	static struct altbpf_func_info info[AB_MAX_SUBPROGS];
	struct ab_verify_in in = {
		.insns = prog->insns, .insn_cnt = prog->cnt, .prog_type = prog->type,
		.expected_attach_type = prog->expected_attach_type, .prog_flags = prog->flags,
		.gpl = prog->gpl, .maps = prog->maps, .map_cnt = prog->map_cnt, .btf = prog->btf,
		.func_info = prog->func_info, .func_info_cnt = prog->func_info_cnt,
		.work_limit = watch ? WORK_EXACT : WORK_PRUNED, .watch = watch,
	};

	if (prog->own_btf) {
		in.func_info_cnt = make_func_info(prog, info);
		in.func_info = info;
		in.btf = own_btf();
	}
	return ab_verify(&in, out);
}

/* Some runs of an accepted program. False: something was found. */
static bool run(const struct program *prog, u64 seed, const struct ab_facts *facts,
		struct claims *claims)
{
	static struct machine m;
	u32 i;

	for (i = 0; i < (claims ? RUNS_EXACT : RUNS_PRUNED); i++) {
		m.prog = prog;
		m.type = ab_prog_type_find(prog->type);
		m.facts = facts;
		m.claims = claims;
		m.rnd.state = seed * 31 + i;
		machine_run(&m);
		total.runs++;
		total.steps += m.steps;
		total.gave_up += m.gave_up;
		if (*m.why) {
			snprintf(found, sizeof(found), "%s", m.why);
			found_at = m.pc;
			return false;
		}
	}
	return true;
}

/* -1: refused, 0: something was found, 1: fine */
static int try_pruned(const struct program *prog, u64 seed)
{
	struct ab_verify_out out;
	int res = -1;

	if (!verify(prog, &out, NULL))
		res = run(prog, seed, &out.facts, NULL);
	ab_facts_fini(&out.facts);
	return res;
}

static int try_exact(const struct program *prog, u64 seed)
{
	struct claims *claims = claims_create(prog->cnt);
	struct ab_verify_watch watch = { .insn = claims_add, .ctx = claims, .exact = true };
	struct ab_verify_out out;
	int res = -1;

	if (!verify(prog, &out, &watch)) {
		total.exact++;
		total.states += claims_cnt(claims);
		res = run(prog, seed, &out.facts, claims);
	}
	ab_facts_fini(&out.facts);
	claims_destroy(claims);
	return res;
}

typedef int (*try_fn)(const struct program *prog, u64 seed);

static void make(struct program *prog, u64 seed)
{
	struct rnd rnd = { .state = seed };

	if (base_cnt && !rnd_below(&rnd, 4)) {
		base_pick(prog, &rnd);
		if (rnd_below(&rnd, 3))
			mutate_program(prog, &rnd);
		return;
	}
	gen_program(prog, &rnd);
	if (!rnd_below(&rnd, 3))
		mutate_program(prog, &rnd);
}

static void print(const struct program *prog)
{
	char text[128];
	u32 i;

	printf("# %s, program type %u, flags %u\n", prog->origin, prog->type, prog->flags);
	for (i = 0; i < prog->cnt; i++) {
		if (prog->insns[i].code == (AB_JMP | AB_JA) && !prog->insns[i].off)
			continue;
		ab_disasm(text, sizeof(text), &prog->insns[i]);
		printf("# %3u: %s\n", i, text);
		i += ab_insn_is_ld_imm64(&prog->insns[i]);
	}
}

/* Takes instructions out, one after the other, while the finding stays. */
static void reduce(struct program *prog, u64 seed, try_fn try)
{
	static const struct altbpf_insn nothing = { .code = AB_JMP | AB_JA };
	struct altbpf_insn old[2];
	bool changed = true;
	u32 i, n, rounds = 0;

	while (changed && rounds++ < 4) {
		changed = false;
		for (i = 0; i < prog->cnt; i += n) {
			n = 1 + ab_insn_is_ld_imm64(&prog->insns[i]);
			memcpy(old, &prog->insns[i], n * sizeof(*old));
			if (!memcmp(old, &nothing, sizeof(*old)))
				continue;
			prog->insns[i] = nothing;
			if (n == 2)
				prog->insns[i + 1] = nothing;
			if (!try(prog, seed)) {
				changed = true;
				continue;
			}
			memcpy(&prog->insns[i], old, n * sizeof(*old));
		}
	}
	try(prog, seed);
}

static void report(struct program *prog, u64 seed, try_fn try)
{
	bool exact = try == try_exact;

	printf("not ok verify-sound - seed %llu, %s: %s\n#   again: %s %s --seed %llu --programs 1\n",
	       (unsigned long long)seed, exact ? "exact" : "pruned", found, self,
	       exact ? "--exact" : "--pruned", (unsigned long long)seed);
	fflush(stdout);
	reduce(prog, seed, try);
	printf("# reduced, at instruction %u: %s\n", found_at, found);
	print(prog);
}

static bool try_seed(struct program *prog, u64 seed)
{
	int res;

	make(prog, seed);
	if (!quiet)
		print(prog);
	total.programs++;
	res = only_exact ? 1 : try_pruned(prog, seed);
	if (!res) {
		report(prog, seed, try_pruned);
		return false;
	}
	if (res < 0)
		return true;
	total.accepted += !only_exact;
	if (only_pruned || try_exact(prog, seed))
		return true;
	report(prog, seed, try_exact);
	return false;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	static struct program prog;
	unsigned long programs = 2000, i;
	double seconds = 0, start;
	u64 first = 1;
	int arg;

	self = argv[0];
	quiet = true;
	for (arg = 1; arg < argc; arg++) {
		if (!strcmp(argv[arg], "--seed") && arg + 1 < argc)
			first = strtoull(argv[++arg], NULL, 0);
		else if (!strcmp(argv[arg], "--programs") && arg + 1 < argc)
			programs = strtoul(argv[++arg], NULL, 0);
		else if (!strcmp(argv[arg], "--seconds") && arg + 1 < argc)
			seconds = atof(argv[++arg]);
		else if (!strcmp(argv[arg], "--print"))
			quiet = false;
		else if (!strcmp(argv[arg], "--exact"))
			only_exact = true;
		else if (!strcmp(argv[arg], "--pruned"))
			only_pruned = true;
		else
			base_cnt = base_load(argv[arg]);
	}
	start = now();
	for (i = 0; seconds ? now() - start < seconds : i < programs; i++)
		if (!try_seed(&prog, first + i))
			return 1;
	printf("# %llu programs, %.0f a second, %.0f %% accepted; %llu with %llu states; %llu runs, %llu instructions, %llu not to the end\n",
	       total.programs, total.programs / (now() - start),
	       100.0 * total.accepted / total.programs, total.exact, total.states, total.runs,
	       total.steps, total.gave_up);
	if (!only_exact && total.accepted * 10 < total.programs * 3) {
		printf("not ok verify-sound - fewer than 30 %% of the programs are accepted\n");
		return 1;
	}
	printf("ok verify-sound\n");
	return 0;
}
