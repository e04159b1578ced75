// SPDX-License-Identifier: GPL-2.0
/*
 * Differential fuzzer: random programs run by the interpreter and, compiled, by the processor;
 * result, registers and memory must agree.
 *
 *	fuzz [--count N] [--seconds S] [--seed X] [--show]
 *
 * A seed names a program for good; --count 1 --seed X --show prints it.
 */
#include "core/interp/interp.h"
#include "core/isa/disasm.h"
#include "gen.h"
#include "native.h"
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BUF_AT 0x20000000UL /* fixed: a seed means the same on each run */
#define BUF_SIZE (GEN_BUF + 8 * GEN_OUT)

struct outcome {
	u64 r0;
	int sig;
	u8 mem[BUF_SIZE];
};

static u8 *buffer;
static sigjmp_buf guard;
static const char *self;
static long time_limit_us = 900000; /* of one run; the longest take a few milliseconds */

static u64 helper_mix(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	return (r1 * 31 + r2) ^ (r3 * 17) ^ (r4 << 7) ^ (r5 >> 3);
}

static u64 helper_callback(u64 fn, u64 buf, u64 x, u64 r4, u64 r5)
{
	return ab_callback(fn, buf, x, 0, 0, 0) + 1;
}

static const ab_helper_fn helpers[] = {
	[GEN_HELPER_MIX] = helper_mix,
	[GEN_HELPER_CALLBACK] = helper_callback,
};

static volatile bool is_running;

/* A program that goes wrong may leave this one's stack in ruins: then there is no way back. */
static void on_signal(int sig)
{
	if (!is_running)
		_exit(3);
	is_running = false;
	siglongjmp(guard, sig);
}

static void fill_buffer(u64 seed)
{
	struct gen_random random = { seed };
	u32 i;

	for (i = 0; i < BUF_SIZE / 8; i++)
		((u64 *)buffer)[i] = gen_value(&random);
}

static void run(const struct ab_code *code, const struct native *native, u64 seed,
		struct outcome *out)
{
	const struct itimerval limit = { .it_value.tv_usec = time_limit_us }, none = { 0 };

	fill_buffer(seed);
	out->r0 = 0;
	setitimer(ITIMER_REAL, &limit, NULL);
	out->sig = sigsetjmp(guard, 1);
	is_running = !out->sig;
	if (!out->sig && native)
		out->r0 = ((u64(*)(u64, u64))native->entry)((u64)buffer, 0);
	else if (!out->sig)
		out->r0 = ab_interp_run(code, (u64)buffer, 0);
	is_running = false;
	setitimer(ITIMER_REAL, &none, NULL);
	memcpy(out->mem, buffer, BUF_SIZE);
}

static void show(const struct gen_prog *prog, bool is_small)
{
	char text[128];
	u32 i;

	for (i = 0; i < prog->cnt; i++) {
		const struct altbpf_insn *insn = &prog->insns[i];

		if (is_small && insn->code == (AB_JMP | AB_JA) && !insn->off)
			continue;
		ab_disasm(text, sizeof(text), insn);
		printf("# %4u: %s\n", i, text);
		i += ab_insn_is_ld_imm64(&prog->insns[i]);
	}
}

static void explain(const struct outcome *want, const struct outcome *got)
{
	u32 i;

	if (got->sig || want->sig)
		printf("# signal: interpreter %d, compiled %d\n", want->sig, got->sig);
	if (got->r0 != want->r0)
		printf("# result: interpreter 0x%llx, compiled 0x%llx\n", want->r0, got->r0);
	for (i = 0; i < BUF_SIZE; i += 8) {
		u64 w, g;

		memcpy(&w, want->mem + i, 8);
		memcpy(&g, got->mem + i, 8);
		if (w == g)
			continue;
		if (i < GEN_BUF)
			printf("# buffer+%u: interpreter 0x%llx, compiled 0x%llx\n", i, w, g);
		else
			printf("# r%u at the end: interpreter 0x%llx, compiled 0x%llx\n",
			       (i - GEN_BUF) / 8, w, g);
	}
}

static bool differ(const struct outcome *a, const struct outcome *b)
{
	return a->sig || b->sig || a->r0 != b->r0 || memcmp(a->mem, b->mem, BUF_SIZE);
}

/* Scanned code with the frames that the generator makes. */
struct subject {
	struct ab_code code;
	struct ab_facts facts;
};

static int prepare(struct subject *s, struct gen_prog *prog)
{
	int err = ab_code_scan(prog->insns, prog->cnt, &s->facts);
	u32 i;

	if (err)
		return err;
	s->code = (struct ab_code){
		.insns = prog->insns,
		.insn_cnt = prog->cnt,
		.facts = &s->facts,
		.helpers = helpers,
		.helper_cnt = ARRAY_SIZE(helpers),
		.funcs = calloc(s->facts.subprog_cnt, sizeof(struct ab_interp_func)),
	};
	for (i = 0; i < s->facts.subprog_cnt; i++) {
		s->facts.subprogs[i].stack = GEN_STACK;
		s->code.funcs[i] = (struct ab_interp_func){ &s->code, s->facts.subprogs[i].start };
	}
	return 0;
}

static void release(struct subject *s)
{
	free(s->code.funcs);
	ab_facts_fini(&s->facts);
}

/* Does the program still behave differently when compiled? */
static bool is_wrong(struct native *native, struct gen_prog *prog, u64 seed, struct outcome *want,
		     struct outcome *got)
{
	struct ab_jit_env env = native_env();
	struct subject s;
	bool wrong = false;
	int err;

	memset(want, 0, sizeof(*want));
	memset(got, 0, sizeof(*got));
	if (prepare(&s, prog)) {
		printf("# the program is not well formed\n");
		return true;
	}
	/* Half of the programs for a machine without BMI2, half as on IBT machines. */
	env.has_bmi2 &= seed & 1;
	env.endbr = seed & 2;
	err = native_build(native, &s.code, &env, 0);
	run(&s.code, NULL, seed, want);
	if (err)
		printf("# cannot compile: %d\n", err);
	else
		run(&s.code, native, seed, got);
	wrong = err || differ(want, got);
	release(&s);
	return wrong;
}

/* The interpreter from a deeper C stack: a program that shows its stack's address is none of ours. */
static noinline void run_deeper(const struct ab_code *code, u64 seed, struct outcome *out)
{
	volatile u8 room[512];

	room[0] = 0;
	run(code, NULL, seed, out);
	room[1] = room[0];
}

static bool is_sound(struct gen_prog *prog, u64 seed)
{
	struct outcome once = { 0 }, again = { 0 };
	struct subject s;

	if (prepare(&s, prog))
		return false;
	run(&s.code, NULL, seed, &once);
	run_deeper(&s.code, seed, &again);
	release(&s);
	return !differ(&once, &again);
}

/* Replaces instructions by nothing while the difference stays. Calls, jumps and exits stay. */
static void minimise(struct native *native, struct gen_prog *prog, u64 seed)
{
	struct outcome want, got;
	struct gen_prog *try = malloc(sizeof(*try));
	u32 i, n;

	for (i = 0; i < prog->cnt; i += n) {
		n = ab_insn_is_ld_imm64(&prog->insns[i]) ? 2 : 1;
		if (AB_CLASS(prog->insns[i].code) == AB_JMP &&
		    AB_OP(prog->insns[i].code) >= AB_CALL)
			continue;
		*try = *prog;
		memset(&try->insns[i], 0, n * sizeof(try->insns[0]));
		try->insns[i].code = AB_JMP | AB_JA;
		if (n == 2)
			try->insns[i + 1].code = AB_JMP | AB_JA;
		if (is_sound(try, seed) && is_wrong(native, try, seed, &want, &got))
			*prog = *try;
	}
	free(try);
}

/* In a process of its own and for ten seconds, since what it runs may do anything. */
static void report(struct native *native, struct gen_prog *prog, u64 seed)
{
	const struct rlimit limit = { 10, 10 };
	struct outcome want, got;

	printf("not ok fuzz - seed 0x%llx; again: %s --count 1 --seed 0x%llx --show\n", seed, self,
	       seed);
	fflush(stdout);
	if (fork()) {
		wait(NULL);
		return;
	}
	setrlimit(RLIMIT_CPU, &limit);
	time_limit_us = 20000;
	minimise(native, prog, seed);
	is_wrong(native, prog, seed, &want, &got);
	printf("# made smaller:\n");
	show(prog, true);
	explain(&want, &got);
	fflush(stdout);
	_exit(0);
}

struct options {
	u64 count;
	u64 seconds;
	u64 seed;
	bool show;
};

static int fuzz(const struct options *opt)
{
	static struct gen_prog prog;
	struct outcome want, got;
	time_t start = time(NULL);
	struct native native;
	u64 i, insns = 0, failed = 0;

	if (native_init(&native, 1 << 20))
		return 1;
	for (i = 0; opt->seconds ? time(NULL) - start < (time_t)opt->seconds : i < opt->count;
	     i++) {
		gen_program(&prog, opt->seed + i);
		insns += prog.cnt;
		if (opt->show)
			show(&prog, false);
		if (!is_wrong(&native, &prog, opt->seed + i, &want, &got))
			continue;
		report(&native, &prog, opt->seed + i);
		if (++failed == 3)
			break;
	}
	native_fini(&native);
	printf("# %llu programs of %llu instructions in all, seeds from 0x%llx, %ld s\n", i, insns,
	       opt->seed, (long)(time(NULL) - start));
	if (!failed)
		printf("ok fuzz\n");
	return failed != 0;
}

int main(int argc, char **argv)
{
	struct options opt = { .count = 1000, .seed = 1 };
	static const int signals[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGALRM };
	struct sigaction on = { .sa_handler = on_signal, .sa_flags = SA_NODEFER };
	u32 i;

	self = argv[0];
	for (i = 1; i < (u32)argc; i++) {
		char *value = i + 1 < (u32)argc ? argv[i + 1] : "0";

		if (!strcmp(argv[i], "--count"))
			opt.count = strtoull(value, NULL, 0);
		else if (!strcmp(argv[i], "--seconds"))
			opt.seconds = strtoull(value, NULL, 0);
		else if (!strcmp(argv[i], "--seed"))
			opt.seed = strtoull(value, NULL, 0);
		opt.show |= !strcmp(argv[i], "--show");
	}
	for (i = 0; i < ARRAY_SIZE(signals); i++)
		sigaction(signals[i], &on, NULL);
	buffer = mmap((void *)BUF_AT, 4096, PROT_READ | PROT_WRITE,
		      MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (buffer == MAP_FAILED)
		return perror("mmap"), 1;
	return fuzz(&opt);
}
