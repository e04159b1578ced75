/* SPDX-License-Identifier: GPL-2.0 */
/*
 * From the program's view of its context to the memory that is there at run time: each access
 * keeps its place in the program, only offset and width change. Used by load/ after the verifier
 * accepted a program, and by the tests that run accepted programs in user space.
 */
#ifndef AB_CORE_OPT_LOWER_H
#define AB_CORE_OPT_LOWER_H

#include "core/facts.h"
#include "core/spec/prog_type.h"

/**
 * ab_lower() - rewrite context accesses to the run-time layout
 * @insns: the verified program, changed in place
 * @cnt: instructions in it
 * @facts: the verifier's, of the same program: which accesses touch the context
 * @type: the program's type
 *
 * Return: 0, -EINVAL: an access that the type's layout does not have (the verifier let it pass).
 */
int __must_check ab_lower(struct altbpf_insn *insns, u32 cnt, const struct ab_facts *facts,
			  const struct ab_prog_type *type);

#endif
