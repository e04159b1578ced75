/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the tool takes from the core's tables: names, disassembly, advice. core.c is built as the core is
 * (hermetic), so only plain types cross.
 */
#ifndef ALTBPFCTL_CORE_H
#define ALTBPFCTL_CORE_H

#include <linux/altbpf.h>

/* NULL where the core has no such number. */
const char *core_prog_type_name(__u32 type);
const char *core_map_type_name(__u32 type);
/* The number of a name, -1 where there is none. */
int core_prog_type_number(const char *name);
int core_map_type_number(const char *name);
int core_map_is_percpu(__u32 type);

/* One instruction as text; @insn is the first of two for a 64-bit immediate. */
int core_disasm(char *buf, unsigned long size, const struct altbpf_insn *insn);

/* What makes a refused program pass, by the refusal's slug; NULL if unknown. */
const char *core_advice(const char *slug);

/* A reason for refusal: a row of the verifier's table. */
struct core_refusal {
	const char *slug;
	const char *rule;
	const char *advice;
	int err;
};
/* Row @index. Return: 0 behind the last. */
int core_refusal_at(unsigned int index, struct core_refusal *row);

#endif
