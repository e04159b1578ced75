// SPDX-License-Identifier: GPL-2.0
/* Life of the verifier's findings, for facts.h. */
#include <linux/slab.h>
#include <linux/mm.h>
#include <linux/string.h>
#include "core/facts.h"

void ab_facts_fini(struct ab_facts *facts)
{
	kvfree(facts->insn);
	kvfree(facts->subprogs);
	memset(facts, 0, sizeof(*facts));
}
