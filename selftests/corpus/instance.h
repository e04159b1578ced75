/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A corpus program brought to life in user space: maps made, verified, resolved as the loader
 * does it, built for one engine, run. Include core headers first.
 */
#ifndef AB_SELFTESTS_INSTANCE_H
#define AB_SELFTESTS_INSTANCE_H

#include "core/verify/verify.h"
#include "corpus.h"
#include "engine.h"
#include "umap.h"

struct text {
	char *bytes; /* NUL-terminated, or NULL when empty */
	size_t len;
};

struct instance {
	const struct corpus_prog *spec;
	struct umap *maps[CORPUS_MAPS];
	struct ab_map_desc *descs[CORPUS_MAPS];
	struct ab_verify_out out;
	int err; /* of ab_verify() */
	struct text log;
	struct altbpf_insn *insns;
	struct ab_code code;
	struct engine_prog engine;
	bool built;
	struct ab_tail_target target;
	struct instance *tails[CORPUS_ITEMS];
};

/* Maps and verdict; false: out of memory. @level: of the log. */
bool instance_verify(struct instance *inst, const struct corpus_prog *spec, u32 level);
/* NULL, or what went wrong. Only after an accepted verification. */
const char *instance_build(struct instance *inst, enum engine engine, const struct corpus *corpus);
/* NULL and *r0, or how it ended. */
const char *instance_run(struct instance *inst, u64 *r0);
void instance_free(struct instance *inst);

#endif
