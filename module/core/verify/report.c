// SPDX-License-Identifier: GPL-2.0
/*
 * A refusal as text: the classic line that people and tools know, then where it happened in the
 * source, the rule that was broken, what was known, and what usually helps. And the closing line
 * with the figures.
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

static u32 involved(const struct altbpf_insn *insn)
{
	u32 regs = ab_live_uses(insn);

	return insn->code == AB_CALL_CODE ? regs | 0x3e : regs;
}

static void print_known(struct ab_env *env)
{
	const struct ab_frame *f = ab_state_top(env->cur);
	u32 regs = involved(&env->insns[env->insn]), i;
	char buf[200];
	int n;

	for (i = 0; i < AB_REG_CNT; i++) {
		if (!(regs & 1U << i) || i == AB_REG_FP)
			continue;
		n = scnprintf(buf, sizeof(buf), "  known:   R%u=", i);
		if (f->regs[i].kind == AB_REG_NONE)
			n += scnprintf(buf + n, sizeof(buf) - n, "(never written on this path)");
		else
			n += ab_print_reg(buf + n, sizeof(buf) - n, env, &f->regs[i]);
		ab_log(env->in->log, "%s\n", buf);
	}
}

static void print_report(struct ab_env *env, const struct ab_refusal *why)
{
	const struct ab_log *log = env->in->log;
	char text[96];

	if (env->insns && env->insn < env->insn_cnt && env->info) {
		ab_disasm(text, sizeof(text), &env->insns[env->insn]);
		ab_log(log, "  at:      insn %u in %s(): %s\n", env->insn,
		       env->sub_cnt ? ab_sub_name(env, env->info[env->insn].subprog) : "?", text);
		ab_print_source(env, env->insn, false);
	}
	ab_log(log, "  rule:    %s [%s]\n", why->rule, why->slug);
	if (inside(env))
		print_known(env);
	if (why->err == E2BIG && env->hint[0])
		ab_log(log, "  joining: did not do either: %s\n", env->hint);
	ab_log(log, "  advice:  %s\n", why->advice);
}

int ab_refuse(struct ab_env *env, enum ab_refusal_id id, const char *fmt, ...)
{
	const struct ab_refusal *why = ab_refusal(id);
	char buf[320];
	va_list args;

	if (env->refused)
		return env->err;
	env->refused = true;
	env->err = -why->err;
	va_start(args, fmt);
	vscnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	if (env->fix && id != AB_REFUSE_STOPPED && id != AB_REFUSE_INTERNAL &&
	    (id != AB_REFUSE_NO_MEMORY || env->out_of_budget)) {
		scnprintf(env->hint, sizeof(env->hint), "insn %u: %s", env->insn, buf);
		return -why->err;
	}
	env->out->reason = why->slug;
	env->out->insn = env->insn < env->insn_cnt ? (int)env->insn : -1;
	ab_print_flush(env);
	ab_log(env->in->log, "%s\n", buf);
	if (env->in->log && env->in->log->level)
		print_report(env, why);
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
