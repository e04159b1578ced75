/* SPDX-License-Identifier: GPL-2.0 */
/* Comparing states, for prune.c. Private to verify/. */
#ifndef AB_CORE_VERIFY_SAME_H
#define AB_CORE_VERIFY_SAME_H

#include "core/verify/env.h"

enum ab_same {
	AB_SAME_LOOSE, /* only what was read later, and exact values only where they mattered */
	AB_SAME_WITHIN, /* everything that is live, each value among the old ones */
	AB_SAME_EQUAL, /* nothing has changed */
};

/* Is @cur covered by @node (both are at the same instruction)? */
bool ab_same(struct ab_env *env, const struct ab_node *node, const struct ab_state *cur,
	     enum ab_same how);

/* Is @cur linked to what @old is linked to, at the distance of others before? */
bool ab_same_link(struct ab_env *env, const struct ab_reg *old, const struct ab_reg *cur);
/* Registers of frame @depth that may still be read. */
u32 ab_frame_live(struct ab_env *env, const struct ab_state *s, u32 depth);

#endif
