/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Why the verifier refuses: one row a safety condition (refusal.c). The classic first line is the
 * check's own; slug, errno, plain words and advice come from here, for log, JSON and docs.
 */
#ifndef AB_CORE_SPEC_REFUSAL_H
#define AB_CORE_SPEC_REFUSAL_H

#include <linux/types.h>

/**
 * struct ab_refusal - a safety condition
 * @slug: short name, stable ("null-deref", "stack-bounds", "uninit-reg")
 * @err: errno (positive)
 * @rule: the condition in plain words, one sentence
 * @advice: what usually makes it pass, one or two sentences
 */
struct ab_refusal {
	const char *slug;
	int err;
	const char *rule;
	const char *advice;
};

/* F(NAME, slug, errno, rule, advice): the list is in refusals.def.h */
enum ab_refusal_id {
#define AB_REFUSAL_ENUM(name, slug, err, rule, advice) AB_REFUSE_##name,
#include "core/spec/refusals.def.h"
#undef AB_REFUSAL_ENUM
	AB_REFUSE_CNT,
};

const struct ab_refusal *ab_refusal(enum ab_refusal_id id);
const struct ab_refusal *ab_refusal_find(const char *slug);

#endif
