// SPDX-License-Identifier: GPL-2.0
/*
 * Runs the text corpus in user space:
 *
 *	run FILE...             verdict, reason and log of each program; results in both engines
 *	run --host FILE...      asks the host's bpf(2) for its verdict and compares
 *	run --faults FILE...    lets each allocation of verifier and JIT fail once
 *	run --only NAME ...     only the program of that name;  --log prints its log
 */
#include "core/isa/check.h"
#include "core/isa/disasm.h"
#include "asm.h"
#include "host_oracle.h"
#include "instance.h"
#include "libcore/host.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *self;
static const char *mode = "";
static bool print_log;
static int passed, failed;

static void print_program(const struct corpus_prog *spec)
{
	char text[128];
	u32 i;

	for (i = 0; i < spec->cnt && i < 60; i++) {
		ab_disasm(text, sizeof(text), &spec->insns[i]);
		printf("# %3u: %s\n", i, text);
		i += ab_insn_is_ld_imm64(&spec->insns[i]);
	}
}

static void print_text(const struct text *text)
{
	const char *line = text->bytes;
	int n = 0;

	while (line && *line && n++ < 60) {
		int len = strcspn(line, "\n");

		printf("# log: %.*s\n", len, line);
		line += len + (line[len] == '\n');
	}
}

static void pass(const struct corpus_prog *spec, const char *what)
{
	passed++;
	printf("ok corpus/%s/%s\n", what, spec->name);
}

__attribute__((format(printf, 4, 5)))
static void fail(const struct corpus_prog *spec, const char *what, const struct text *log,
		 const char *fmt, ...)
{
	va_list args;

	failed++;
	printf("not ok corpus/%s/%s - ", what, spec->name);
	va_start(args, fmt);
	vprintf(fmt, args);
	va_end(args);
	printf("; again: %s %s --only '%s' %s (line %d)\n", self, mode, spec->name, spec->file, spec->line);
	print_program(spec);
	if (log)
		print_text(log);
}

/* The program as the disassembler prints it must assemble to the same program. */
static void check_round_trip(const struct corpus_prog *spec)
{
	char *text = calloc(spec->cnt + 1, 128), *at = text;
	struct asm_prog again;
	char err[256];
	u32 i;

	for (i = 0; i < spec->cnt; i++) {
		if (ab_insn_check(spec->insns, spec->cnt, i, NULL))
			goto out; /* nothing to read back */
		at += ab_disasm(at, 128, &spec->insns[i]);
		*at++ = '\n';
		i += ab_insn_is_ld_imm64(&spec->insns[i]);
	}
	if (asm_assemble(&again, text, 1, NULL, NULL, err, sizeof(err))) {
		fail(spec, "text", NULL, "does not assemble again: %s", err);
		goto out;
	}
	if (again.cnt == spec->cnt && !memcmp(again.insns, spec->insns, spec->cnt * sizeof(*spec->insns)))
		pass(spec, "text");
	else
		fail(spec, "text", NULL, "assembles to something else");
	asm_free(&again);
out:
	free(text);
}

static void check_log(const struct instance *inst)
{
	const struct corpus_prog *spec = inst->spec;
	u32 i;

	for (i = 0; i < spec->log_cnt; i++) {
		if (inst->log.bytes && strstr(inst->log.bytes, spec->log[i]))
			continue;
		fail(spec, "verdict", &inst->log, "the log lacks \"%s\"", spec->log[i]);
		return;
	}
	pass(spec, "verdict");
}

static bool check_verdict(const struct instance *inst)
{
	const struct corpus_prog *spec = inst->spec;
	const char *reason = inst->out.reason ? inst->out.reason : "(none)";

	if (spec->accept && inst->err)
		fail(spec, "verdict", &inst->log, "expected accept, got error %d, reason %s at %d", inst->err,
		     reason, inst->out.insn);
	else if (!spec->accept && !inst->err)
		fail(spec, "verdict", &inst->log, "expected refuse %s, got accept", spec->slug);
	else if (!spec->accept && strcmp(reason, spec->slug))
		fail(spec, "verdict", &inst->log, "expected refuse %s, got %s at %d", spec->slug, reason,
		     inst->out.insn);
	else if (!spec->accept && spec->at >= 0 && spec->at != inst->out.insn)
		fail(spec, "verdict", &inst->log, "expected refusal at %d, got %d", spec->at, inst->out.insn);
	else
		check_log(inst);
	return !inst->err;
}

static const char *check_elems(const struct instance *inst)
{
	const struct corpus_prog *spec = inst->spec;
	static char why[160];
	const u8 *value;
	u32 i;

	for (i = 0; i < spec->check_cnt; i++) {
		const struct corpus_elem *elem = &spec->check[i];
		const struct corpus_map *map = &spec->maps[elem->map];

		value = umap_lookup(inst->maps[elem->map], elem->key);
		if (value && !memcmp(value, elem->value, map->value_size))
			continue;
		snprintf(why, sizeof(why), "map %s: element %u of check: %s (starts with 0x%x)", map->name, i,
			 value ? "another value" : "not there", value ? *value : 0);
		return why;
	}
	return NULL;
}

static void check_result(const struct corpus *corpus, const struct corpus_prog *spec, enum engine engine)
{
	const char *name = engine_names[engine];
	struct instance inst;
	const char *why;
	u64 r0 = 0;

	if (!instance_verify(&inst, spec, 0) || inst.err) {
		fail(spec, name, NULL, "not verified again: error %d", inst.err);
		goto out;
	}
	why = instance_build(&inst, engine, corpus);
	if (!why)
		why = instance_run(&inst, &r0);
	if (!why)
		why = check_elems(&inst);
	if (why)
		fail(spec, name, NULL, "%s", why);
	else if (spec->has_result && r0 != spec->result)
		fail(spec, name, NULL, "expected r0 0x%llx, got 0x%llx", spec->result, r0);
	else
		pass(spec, name);
out:
	instance_free(&inst);
}

static void run_program(const struct corpus *corpus, const struct corpus_prog *spec)
{
	struct instance inst;
	bool accepted;

	check_round_trip(spec);
	if (!instance_verify(&inst, spec, ALTBPF_LOG_LEVEL1)) {
		fail(spec, "verdict", NULL, "no memory");
		return;
	}
	if (print_log)
		printf("%s", inst.log.bytes ? inst.log.bytes : "");
	accepted = check_verdict(&inst);
	instance_free(&inst);
	if (!accepted || !(spec->has_result || spec->check_cnt))
		return;
	check_result(corpus, spec, ENGINE_INTERP);
	check_result(corpus, spec, ENGINE_JIT);
}

/* Compiles @inst with its n-th allocation failing: the error. */
static int compile_with_fault(struct instance *inst, long n)
{
	struct engine_prog engine;
	int err;

	ab_host_fail_at(n);
	err = engine_build(&engine, ENGINE_JIT, &inst->code);
	ab_host_fail_at(0);
	if (!err)
		engine_free(&engine);
	return err;
}

static const char *fault_compile(const struct corpus *corpus, const struct corpus_prog *spec)
{
	struct instance inst;
	const char *why = NULL;
	long n, live;
	int err = -ENOMEM;

	if (!instance_verify(&inst, spec, 0) || inst.err ||
	    instance_build(&inst, ENGINE_INTERP, corpus)) {
		instance_free(&inst);
		return NULL;
	}
	live = ab_host_live();
	for (n = 1; err == -ENOMEM && !why; n++) {
		err = compile_with_fault(&inst, n);
		if (ab_host_live() != live)
			why = "the JIT leaks when an allocation fails";
	}
	instance_free(&inst);
	return why;
}

/* The verdict with its n-th allocation failing must be the usual one or -ENOMEM. */
static void fault_program(const struct corpus *corpus, const struct corpus_prog *spec)
{
	const char *why = NULL;
	struct instance inst;
	int want, err = -ENOMEM;
	long live, n;

	if (!strcmp(spec->slug, "too-complex"))
		return; /* a million instructions, again for each allocation */
	if (!instance_verify(&inst, spec, 0))
		return;
	want = inst.err;
	instance_free(&inst);
	live = ab_host_live();
	/* Each of the first allocations, then fewer and fewer: long explorations repeat themselves. */
	for (n = 1; err == -ENOMEM && n < 2000 && !why; n += 1 + n / 32) {
		bool made;

		ab_host_fail_at(n);
		made = instance_verify(&inst, spec, ALTBPF_LOG_LEVEL1);
		ab_host_fail_at(0);
		err = made ? inst.err : -ENOMEM;
		if (err != want && err != -ENOMEM)
			why = "a failed allocation changes the verdict";
		instance_free(&inst);
		if (ab_host_live() != live)
			why = "a failed allocation leaks";
	}
	if (!why)
		why = fault_compile(corpus, spec);
	if (why)
		fail(spec, "faults", NULL, "%s (near allocation %ld, error %d)", why, n, err);
	else
		pass(spec, "faults");
}

static void ask_host(const struct corpus *corpus, const struct corpus_prog *spec)
{
	bool want = spec->host >= 0 ? spec->host : spec->accept;
	struct text log = {};
	static char buf[65536];
	int err;

	buf[0] = 0;
	err = host_oracle_load(spec, buf, sizeof(buf));
	log.bytes = buf;
	if (err == HOST_ORACLE_UNABLE) {
		printf("skip corpus/host/%s - the host cannot make its maps\n", spec->name);
		return;
	}
	if ((err == 0) == want)
		pass(spec, "host");
	else
		fail(spec, "host", &log, "expected the host to %s, got error %d",
		     want ? "accept" : "refuse", err);
}

int main(int argc, char **argv)
{
	void (*run)(const struct corpus *corpus, const struct corpus_prog *spec) = run_program;
	struct corpus corpus = {};
	const char *only = NULL;
	char err[512];
	u32 n;
	int i;

	self = argv[0];
	for (i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--host"))
			run = ask_host, mode = argv[i];
		else if (!strcmp(argv[i], "--faults"))
			run = fault_program, mode = argv[i];
		else if (!strcmp(argv[i], "--log"))
			print_log = true;
		else if (!strcmp(argv[i], "--only") && i + 1 < argc)
			only = argv[++i];
		else if (corpus_load(&corpus, argv[i], err, sizeof(err)))
			return printf("not ok corpus - %s\n", err), 1;
	}
	if (run == ask_host && !host_oracle_works()) {
		printf("skip corpus-host - bpf(2) is not available here\n");
		return 0;
	}
	for (n = 0; n < corpus.cnt; n++)
		if (!only || !strcmp(only, corpus.progs[n].name))
			run(&corpus, &corpus.progs[n]);
	printf("# %u programs: %d passed, %d failed\n", corpus.cnt, passed, failed);
	corpus_free(&corpus);
	return failed || !passed;
}
