/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A look at what the verifier holds, for the test that compares it with real runs
 * (selftests/embed). Nothing but tests fills one in.
 */
#ifndef AB_CORE_VERIFY_WATCH_H
#define AB_CORE_VERIFY_WATCH_H

#include "core/verify/state.h"

/**
 * struct ab_verify_watch - who looks
 * @insn: called with each state in which instruction @insn is explored, before it takes effect;
 *	a state that an older one covers is not shown. @live: registers of the current function
 *	that may be read from here on. Must not keep @state.
 * @ctx: handed to @insn
 * @exact: cover a state only by one that holds every live register and slot of it, as if every
 *	number mattered. Then each state of a real run lies in one that was shown, in all that is
 *	live; else numbers that turned out not to matter may differ.
 */
struct ab_verify_watch {
	void (*insn)(void *ctx, u32 insn, u32 live, const struct ab_state *state);
	void *ctx;
	bool exact;
};

#endif
