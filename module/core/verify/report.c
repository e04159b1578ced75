// SPDX-License-Identifier: GPL-2.0
/*
 * A refusal as text: the classic line that people and tools know, then where it happened in the
 * source, the rule that was broken, what was known (explain.c), and what usually helps. And the
 * closing line with the figures.
 */
#include <linux/bug.h>

#include "core/btf/btf.h"
#include "core/verify/env.h"

static bool inside(const struct ab_env *env)
{
	return env->cur && env->cur->frame[0] && env->walking;
}

const char *ab_sub_name(struct ab_env *env, u32 sub)
{
	const struct ab_btf_type *type = NULL;
	const char *name = NULL;
	char *buf;

	if (env->in->btf && env->sub && env->sub[sub].type_id)
		type = ab_btf_type_at(env->in->btf, env->sub[sub].type_id);
	if (type)
		name = ab_btf_string(env->in->btf, type->name_off);
	if (name && name[0])
		return name;
	env->name_turn ^= 1;
	buf = env->name[env->name_turn];
	scnprintf(buf, sizeof(env->name[0]), "func#%u", sub);
	return buf;
}

/* What was a pointer before it was released is no mere number to the one who reads the report. */
static enum ab_refusal_id sharpen(struct ab_env *env, enum ab_refusal_id id, const char *line)
{
	u32 regs, i;

	if (!inside(env) || (id != AB_REFUSE_BAD_POINTER && id != AB_REFUSE_HELPER_ARG_TYPE))
		return id;
	regs = ab_explain_regs(env, line);
	for (i = 0; i < AB_REG_CNT; i++)
		if ((regs & 1U << i) && ab_reg_at(env, i)->stale)
			return ab_reg_at(env, i)->stale == AB_STALE_RELEASED ?
				AB_REFUSE_REF_USE_AFTER : AB_REFUSE_PACKET_STALE;
	return id;
}

/* The instruction in hand as text; the half of a cut-off 64-bit immediate that is not there is 0. */
static void print_text(const struct ab_env *env, char *text, size_t size)
{
	struct altbpf_insn insn[2] = { env->insns[env->insn] };

	if (env->insn + 1 < env->insn_cnt)
		insn[1] = env->insns[env->insn + 1];
	ab_disasm(text, size, insn);
}

static void print_report(struct ab_env *env, enum ab_refusal_id id, const char *line)
{
	const struct ab_refusal *why = ab_refusal(id);
	const struct ab_log *log = env->in->log;
	char text[96];

	if (env->insns && env->insn < env->insn_cnt && env->info) {
		print_text(env, text, sizeof(text));
		ab_log(log, "  at:      insn %u in %s(): %s\n", env->insn,
		       env->sub_cnt ? ab_sub_name(env, env->info[env->insn].subprog) : "?", text);
		ab_print_source(env, env->insn, false);
	}
	ab_log(log, "  rule:    %s [%s]\n", why->rule, why->slug);
	if (inside(env))
		ab_explain(env, id, line);
	ab_log(log, "  advice:  %s\n", why->advice);
}

int ab_refuse(struct ab_env *env, enum ab_refusal_id id, const char *fmt, ...)
{
	const struct ab_refusal *why;
	char buf[320];
	va_list args;

	if (env->refused)
		return env->err;
	va_start(args, fmt);
	vscnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	id = sharpen(env, id, buf);
	why = ab_refusal(id);
	env->refused = true;
	env->err = -why->err;
	env->out->reason = why->slug;
	env->out->insn = env->insn < env->insn_cnt ? (int)env->insn : -1;
	ab_print_flush(env);
	ab_log(env->in->log, "%s\n", buf);
	if (env->in->log && env->in->log->level)
		print_report(env, id, buf);
	return -why->err;
}

int ab_no_memory(struct ab_env *env)
{
	if (env->out_of_budget)
		return ab_refuse(env, AB_REFUSE_TOO_MUCH_MEMORY,
				 "too much memory for states (limit %llu bytes)",
				 (unsigned long long)env->mem_limit);
	return ab_refuse(env, AB_REFUSE_NO_MEMORY, "out of memory");
}

int ab_internal(struct ab_env *env, const char *what)
{
	WARN_ONCE(1, "altbpf: failed to verify program insn=%u: %s\n", env->insn, what);
	return ab_refuse(env, AB_REFUSE_INTERNAL, "internal error: %s", what);
}

void ab_print_stats(struct ab_env *env)
{
	u32 i;

	ab_print_flush(env);
	if (ab_log_wants(env->in->log, ALTBPF_LOG_STATS) && env->sub_cnt) {
		ab_log(env->in->log, "stack depth ");
		for (i = 0; i < env->sub_cnt; i++)
			ab_log(env->in->log, "%s%u", i ? "+" : "", env->sub[i].depth);
		ab_log(env->in->log, "\n");
	}
	ab_log(env->in->log,
	       "processed %llu insns (limit %llu) max_states_per_insn %u total_states %u peak_states %u mark_read %u\n",
	       (unsigned long long)env->processed, (unsigned long long)env->work_limit,
	       env->max_nodes_per_insn, env->total_nodes, env->peak_nodes, env->longest_mark);
}
