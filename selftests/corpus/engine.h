/* SPDX-License-Identifier: GPL-2.0 */
/*
 * One way to run code in user space, whichever engine runs it: build it, call it, survive what it
 * does. Used by the corpus, the conformance runners and the plugin. Include core headers first.
 */
#ifndef AB_SELFTESTS_ENGINE_H
#define AB_SELFTESTS_ENGINE_H

#include "core/facts.h"
#include "core/jit/jit.h"

enum engine {
	ENGINE_INTERP,
	ENGINE_JIT,
	ENGINE_CNT,
};

extern const char *const engine_names[ENGINE_CNT];
/* -1 if there is none of that name. */
int engine_find(const char *name);

/**
 * struct engine_prog - code made ready to run
 * @code: the caller's, must outlive it
 * @image: executable pages, NULL for the interpreter
 * @tail: where compiled tail calls enter, 0 for the interpreter
 */
struct engine_prog {
	enum engine engine;
	const struct ab_code *code;
	void *image;
	size_t image_size;
	u64 entry;
	u64 tail;
};

/* 0 or -errno (-EOPNOTSUPP: the JIT has no target for this machine). */
int engine_build(struct engine_prog *prog, enum engine engine, const struct ab_code *code);
void engine_free(struct engine_prog *prog);

/**
 * engine_run() - call code that may crash or hang
 * @r0: its result
 * @seconds: how long it may take
 * Return: NULL, or how it ended ("SIGSEGV").
 */
const char *engine_run(const struct engine_prog *prog, u64 r1, u64 r2, u64 *r0, u32 seconds);

/* Code from instructions alone, without a verifier: facts by ab_code_scan(). 0 or -errno. */
struct engine_raw {
	struct ab_code code;
	struct ab_facts facts;
};
int engine_raw_init(struct engine_raw *raw, struct altbpf_insn *insns, u32 cnt,
		    const ab_helper_fn *helpers, u32 helper_cnt);
void engine_raw_fini(struct engine_raw *raw);
/* ab_interp_func records for a program's subprograms; free() them. */
struct ab_interp_func *engine_funcs(const struct ab_code *code, const struct ab_facts *facts);

#endif
