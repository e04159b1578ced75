// SPDX-License-Identifier: GPL-2.0
/*
 * Lowering of context accesses, for lower.h. One instruction stays one instruction, so jump
 * offsets, line info and the verifier's facts stay valid. Proved by selftests/corpus.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include "core/opt/lower.h"

static bool is_memory_access(const struct altbpf_insn *insn)
{
	u8 class = AB_CLASS(insn->code);

	return class == AB_LDX || class == AB_ST || class == AB_STX;
}

static int lower_access(struct altbpf_insn *insn, const struct ab_prog_type *type)
{
	const struct ab_ctx_field *field;

	if (insn->off < 0)
		return -EINVAL;
	field = ab_ctx_field_find(type, insn->off, ab_insn_width(insn->code));
	if (!field)
		return -EINVAL;
	if (field->kind == AB_CTX_SCALAR) {
		insn->off = insn->off - field->off + field->run_off;
		return 0;
	}
	/* A packet pointer: 4 bytes in the view, a whole pointer at run time. */
	if (AB_CLASS(insn->code) != AB_LDX)
		return -EINVAL;
	insn->code = AB_LDX | AB_MEM | AB_DW;
	insn->off = field->run_off;
	return 0;
}

int ab_lower(struct altbpf_insn *insns, u32 cnt, const struct ab_facts *facts,
	     const struct ab_prog_type *type)
{
	u32 i;
	int err;

	if (!type->fields)
		return 0;
	for (i = 0; i < cnt; i++) {
		if (facts->insn[i].region != AB_REGION_CTX || !is_memory_access(&insns[i]))
			continue;
		err = lower_access(&insns[i], type);
		if (err)
			return err;
	}
	return 0;
}
