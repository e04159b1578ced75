// SPDX-License-Identifier: GPL-2.0
/* Running code in user space, for engine.h. */
#include "core/interp/interp.h"
#include "engine.h"
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>

const char *const engine_names[ENGINE_CNT] = { "interp", "jit" };

int engine_find(const char *name)
{
	int i;

	for (i = 0; i < ENGINE_CNT; i++)
		if (!strcmp(engine_names[i], name))
			return i;
	return -1;
}

static int map_image(struct engine_prog *prog, struct ab_jit *jit)
{
	int err;

	prog->image_size = jit->size;
	prog->image = mmap(NULL, jit->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (prog->image == MAP_FAILED) {
		prog->image = NULL;
		return -ENOMEM;
	}
	err = ab_jit_emit(jit, prog->image, (u64)prog->image);
	if (!err && mprotect(prog->image, jit->size, PROT_READ | PROT_EXEC))
		err = -errno;
	if (err)
		engine_free(prog);
	return err;
}

static int compile(struct engine_prog *prog)
{
	struct ab_jit_env env = { .far_calls = true, .has_bmi2 = __builtin_cpu_supports("bmi2") };
	struct ab_jit jit;
	int err;

	err = ab_jit_begin(&jit, prog->code, &env);
	if (!err)
		err = map_image(prog, &jit);
	if (!err) {
		prog->entry = (u64)prog->image + jit.func_off[0];
		prog->tail = (u64)prog->image + jit.tail_off;
	}
	ab_jit_end(&jit);
	return err;
}

int engine_build(struct engine_prog *prog, enum engine engine, const struct ab_code *code)
{
	memset(prog, 0, sizeof(*prog));
	prog->engine = engine;
	prog->code = code;
	return engine == ENGINE_JIT ? compile(prog) : 0;
}

void engine_free(struct engine_prog *prog)
{
	if (prog->image)
		munmap(prog->image, prog->image_size);
	prog->image = NULL;
}

static sigjmp_buf guard;
static const int signals[] = { SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGALRM };
#define SIGNAL_CNT (sizeof(signals) / sizeof(signals[0]))

static void on_signal(int sig)
{
	siglongjmp(guard, sig);
}

static u64 call(const struct engine_prog *prog, u64 r1, u64 r2)
{
	if (prog->engine == ENGINE_INTERP)
		return ab_interp_run(prog->code, r1, r2);
	return ((u64 (*)(u64, u64))prog->entry)(r1, r2);
}

static const char *call_guarded(const struct engine_prog *prog, u64 r1, u64 r2, u64 *r0)
{
	int sig = sigsetjmp(guard, 1);

	if (!sig) {
		*r0 = call(prog, r1, r2);
		return NULL;
	}
	return sig == SIGALRM ? "took too long" : strsignal(sig);
}

const char *engine_run(const struct engine_prog *prog, u64 r1, u64 r2, u64 *r0, u32 seconds)
{
	struct sigaction on = { .sa_handler = on_signal, .sa_flags = SA_NODEFER | SA_ONSTACK };
	struct itimerval limit = { .it_value.tv_sec = seconds }, none = {};
	struct sigaction old[SIGNAL_CNT];
	const char *crash;
	size_t i;

	for (i = 0; i < SIGNAL_CNT; i++)
		sigaction(signals[i], &on, &old[i]);
	setitimer(ITIMER_REAL, &limit, NULL);
	crash = call_guarded(prog, r1, r2, r0);
	setitimer(ITIMER_REAL, &none, NULL);
	for (i = 0; i < SIGNAL_CNT; i++)
		sigaction(signals[i], &old[i], NULL);
	return crash;
}

struct ab_interp_func *engine_funcs(const struct ab_code *code, const struct ab_facts *facts)
{
	struct ab_interp_func *funcs = calloc(facts->subprog_cnt, sizeof(*funcs));
	u32 i;

	for (i = 0; funcs && i < facts->subprog_cnt; i++) {
		funcs[i].code = code;
		funcs[i].start = facts->subprogs[i].start;
	}
	return funcs;
}

/*
 * callx, a call of the helper whose number is in dst, is in no standard. Where a constant was just
 * put into the register it is the plain call.
 */
static void resolve_callx(struct altbpf_insn *insns, u32 cnt)
{
	u32 i;

	for (i = 1; i < cnt; i++) {
		const struct altbpf_insn *mov = &insns[i - 1];

		if (insns[i].code != (AB_JMP | AB_CALL | AB_X) || mov->dst_reg != insns[i].dst_reg ||
		    mov->code != (AB_ALU64 | AB_MOV | AB_K))
			continue;
		insns[i] = (struct altbpf_insn){ .code = AB_CALL_CODE, .imm = mov->imm };
	}
}

int engine_raw_init(struct engine_raw *raw, struct altbpf_insn *insns, u32 cnt,
		    const ab_helper_fn *helpers, u32 helper_cnt)
{
	int err;

	resolve_callx(insns, cnt);
	err = ab_code_scan(insns, cnt, &raw->facts);
	if (err)
		return err;
	memset(&raw->code, 0, sizeof(raw->code));
	raw->code.insns = insns;
	raw->code.insn_cnt = cnt;
	raw->code.facts = &raw->facts;
	raw->code.helpers = helpers;
	raw->code.helper_cnt = helper_cnt;
	raw->code.funcs = engine_funcs(&raw->code, &raw->facts);
	return raw->code.funcs ? 0 : -ENOMEM;
}

void engine_raw_fini(struct engine_raw *raw)
{
	free(raw->code.funcs);
	ab_facts_fini(&raw->facts);
}
