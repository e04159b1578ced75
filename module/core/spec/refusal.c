// SPDX-License-Identifier: GPL-2.0
/*
 * The table of safety conditions, made from refusals.def.h. Used by the verifier's reports and by
 * tools; selftests/unit/spec checks the shape of the slugs and that they are unique.
 */
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core/spec/refusal.h"

static const struct ab_refusal refusals[AB_REFUSE_CNT] = {
#define AB_REFUSAL_ENUM(name_, slug_, err_, rule_, advice_) \
	[AB_REFUSE_##name_] = { .slug = slug_, .err = err_, .rule = rule_, .advice = advice_ },
#include "core/spec/refusals.def.h"
#undef AB_REFUSAL_ENUM
};

const struct ab_refusal *ab_refusal(enum ab_refusal_id id)
{
	return (u32)id < AB_REFUSE_CNT ? &refusals[id] : NULL;
}

const struct ab_refusal *ab_refusal_find(const char *slug)
{
	u32 i;

	for (i = 0; i < AB_REFUSE_CNT; i++)
		if (!strcmp(refusals[i].slug, slug))
			return &refusals[i];
	return NULL;
}
