// SPDX-License-Identifier: GPL-2.0
/*
 * The bridge between the tool, built against libc, and the core's headers.
 */
#include <linux/string.h>
#include "core/isa/disasm.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "core/spec/refusal.h"
#include "core.h"

const char *core_prog_type_name(__u32 type)
{
	const struct ab_prog_type *row = ab_prog_type_find(type);

	return row ? row->name : NULL;
}

const char *core_map_type_name(__u32 type)
{
	const struct ab_map_type *row = ab_map_type_find(type);

	return row ? row->name : NULL;
}

int core_prog_type_number(const char *name)
{
	const struct ab_prog_type *row;
	u32 i;

	for (i = 0; (row = ab_prog_type_at(i)); i++)
		if (!strcmp(row->name, name))
			return (int)row->type;
	return -1;
}

int core_map_type_number(const char *name)
{
	const struct ab_map_type *row;
	u32 i;

	for (i = 0; i <= ALTBPF_MAP_TYPE_INSN_ARRAY; i++) {
		row = ab_map_type_find(i);
		if (row && !strcmp(row->name, name))
			return (int)i;
	}
	return -1;
}

int core_map_is_percpu(__u32 type)
{
	const struct ab_map_type *row = ab_map_type_find(type);

	return row && row->percpu;
}

int core_disasm(char *buf, unsigned long size, const struct altbpf_insn *insn)
{
	return ab_disasm(buf, size, insn);
}

int core_refusal_at(unsigned int index, struct core_refusal *row)
{
	const struct ab_refusal *from = ab_refusal(index);

	if (!from)
		return 0;
	row->slug = from->slug;
	row->rule = from->rule;
	row->advice = from->advice;
	row->err = from->err;
	return 1;
}

const char *core_advice(const char *slug)
{
	const struct ab_refusal *row = ab_refusal_find(slug);

	return row ? row->advice : NULL;
}
