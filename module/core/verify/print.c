// SPDX-License-Identifier: GPL-2.0
/*
 * The walk as text: every instruction with what it wrote, as mainline's log shows it. Level 2
 * prints all paths as they are walked; level 1 only the one that fails, so its text is kept until
 * the path's end is known.
 */
#include <linux/slab.h>
#include <linux/mm.h>

#include "core/btf/line.h"
#include "core/verify/env.h"

#define TEXT_MAX (256 * 1024)

static void keep(struct ab_env *env, const char *s, u32 len)
{
	struct ab_text *t = &env->text;
	char *buf;
	u32 cap;

	if (t->len + len > t->cap) {
		cap = max_t(u32, t->cap * 2, 4096);
		if (cap > TEXT_MAX)
			return;
		buf = kvmalloc(cap, GFP_KERNEL | __GFP_NOWARN);
		if (!buf)
			return;
		memcpy(buf, t->buf, t->len);
		kvfree(t->buf);
		t->buf = buf;
		t->cap = cap;
		if (t->len + len > cap)
			return;
	}
	memcpy(t->buf + t->len, s, len);
	t->len += len;
}

static void put(struct ab_env *env, const char *s, u32 len)
{
	if (ab_log_wants(env->in->log, ALTBPF_LOG_LEVEL2))
		env->in->log->write(env->in->log->ctx, s, len);
	else if (ab_log_wants(env->in->log, ALTBPF_LOG_LEVEL1))
		keep(env, s, len);
}

static bool wants(const struct ab_env *env)
{
	return !env->fix && ab_log_wants(env->in->log, ALTBPF_LOG_LEVEL1 | ALTBPF_LOG_LEVEL2);
}

static void end_line(struct ab_env *env)
{
	if (env->line_open)
		put(env, "\n", 1);
	env->line_open = false;
}

void ab_print(struct ab_env *env, const char *fmt, ...)
{
	char buf[256];
	va_list args;
	int n;

	if (!wants(env))
		return;
	end_line(env);
	va_start(args, fmt);
	n = vscnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	put(env, buf, n);
}

void ab_print_flush(struct ab_env *env)
{
	if (!wants(env))
		return;
	end_line(env);
	if (env->text.len)
		env->in->log->write(env->in->log->ctx, env->text.buf, env->text.len);
	env->text.len = 0;
}

int ab_print_tnum(char *buf, size_t size, struct ab_tnum t)
{
	return scnprintf(buf, size, "(0x%llx; 0x%llx)", (unsigned long long)t.value,
			 (unsigned long long)t.mask);
}

static int print_scalar(char *buf, size_t size, const struct ab_reg *reg)
{
	int n = 0;

	if (!ab_scalar_is_const(&reg->val))
		n = scnprintf(buf, size, "scalar");
	n += ab_scalar_print(buf + n, size - n, &reg->val);
	return n;
}

static int print_details(char *buf, size_t size, const struct ab_env *env, const struct ab_reg *reg)
{
	int n = 0;

	if (reg->id)
		n += scnprintf(buf + n, size - n, "id=%u,", reg->id);
	if (reg->ref)
		n += scnprintf(buf + n, size - n, "ref_obj_id=%u,", reg->ref);
	if (reg->off)
		n += scnprintf(buf + n, size - n, "off=%d,", reg->off);
	if (ab_reg_is_packet(reg))
		n += scnprintf(buf + n, size - n, "r=%u,", reg->range);
	if (reg->kind == AB_REG_MAP || reg->kind == AB_REG_VALUE || reg->kind == AB_REG_KEY) {
		const struct ab_map_desc *map = ab_reg_map(env, reg);

		if (map->name[0])
			n += scnprintf(buf + n, size - n, "map=%s,", map->name);
		n += scnprintf(buf + n, size - n, "ks=%u,vs=%u,", map->key_size, map->value_size);
	}
	if (reg->kind == AB_REG_MEM)
		n += scnprintf(buf + n, size - n, "sz=%u,", reg->size);
	return n;
}

/* A register as text: "scalar(umax=7)", "map_value(off=8,ks=4,vs=16)", "fp-8". */
int ab_print_reg(char *buf, size_t size, const struct ab_env *env, const struct ab_reg *reg)
{
	bool fixed = ab_scalar_is_const(&reg->val) && !ab_scalar_value(&reg->val);
	int n;

	if (reg->kind == AB_REG_NONE)
		return scnprintf(buf, size, "?");
	if (reg->kind == AB_REG_SCALAR)
		return print_scalar(buf, size, reg);
	n = scnprintf(buf, size, "%s", ab_reg_kind_name(reg));
	if (reg->kind == AB_REG_STACK && fixed) {
		n += scnprintf(buf + n, size - n, "%d", reg->off);
		if (reg->frame)
			n += scnprintf(buf + n, size - n, "[%u]", reg->frame);
		return n;
	}
	n += scnprintf(buf + n, size - n, "(");
	n += print_details(buf + n, size - n, env, reg);
	if (!fixed)
		n += ab_scalar_print(buf + n, size - n, &reg->val);
	if (n && buf[n - 1] == ',')
		n--;
	n += scnprintf(buf + n, size - n, ")");
	return n;
}

static void print_one(struct ab_env *env, u32 i, const struct ab_reg *reg)
{
	char buf[200];
	int n = scnprintf(buf, sizeof(buf), " R%u=", i);

	n += ab_print_reg(buf + n, sizeof(buf) - n, env, reg);
	put(env, buf, n);
}

static void print_slot(struct ab_env *env, u32 i, const struct ab_slot *slot)
{
	static const char byte[] = { '?', 'm', '0', 'r' };
	char buf[200];
	int n = scnprintf(buf, sizeof(buf), " fp-%u=", 8 * (i + 1));
	u32 j;

	if (ab_slot_is_spill(slot)) {
		n += ab_print_reg(buf + n, sizeof(buf) - n, env, &slot->reg);
	} else {
		for (j = 8; j-- > 0;)
			buf[n++] = byte[slot->type[j]];
	}
	put(env, buf, n);
}

/* Registers of the bits in @mask, and with @all the stack. */
void ab_print_state(struct ab_env *env, const struct ab_state *state, u32 mask, bool all)
{
	const struct ab_frame *f = ab_state_top(state);
	u32 i, j;

	for (i = 0; i < AB_REG_CNT; i++)
		if ((mask & 1U << i) && f->regs[i].kind != AB_REG_NONE)
			print_one(env, i, &f->regs[i]);
	for (i = 0; all && i < f->cnt; i++) {
		for (j = 0; j < 8 && !f->slot[i].type[j]; j++)
			;
		if (j < 8)
			print_slot(env, i, &f->slot[i]);
	}
}

void ab_print_insn(struct ab_env *env)
{
	char text[96];

	if (!wants(env))
		return;
	ab_print_source(env, env->insn, true);
	ab_disasm(text, sizeof(text), &env->insns[env->insn]);
	ab_print(env, "%u: (%02x) %s", env->insn, env->insns[env->insn].code, text);
	env->line_open = true;
}

/* What the instruction wrote: registers, and the stack behind a store. */
void ab_print_after(struct ab_env *env)
{
	const struct altbpf_insn *insn = &env->insns[env->insn];
	u32 defs = ab_live_defs(insn), class = AB_CLASS(insn->code);
	bool store = class == AB_ST || class == AB_STX;

	if (!wants(env))
		return;
	if (insn->code == AB_CALL_CODE)
		defs = 1;
	if (class == AB_JMP || class == AB_JMP32)
		defs = insn->code == AB_CALL_CODE ? 1 : 0;
	if (defs || (store && insn->dst_reg == AB_REG_FP)) {
		put(env, "          ;", 11);
		ab_print_state(env, env->cur, defs, store && insn->dst_reg == AB_REG_FP);
	}
	end_line(env);
}

/* Another path begins. */
void ab_print_from(struct ab_env *env)
{
	if (!wants(env))
		return;
	end_line(env);
	ab_print(env, "\nfrom %u to %u:", env->cur->prev, env->cur->insn);
	ab_print_state(env, env->cur, ~0U, true);
	put(env, "\n", 1);
}

/* The C line of an instruction: in the walk only where a new one begins. */
void ab_print_source(struct ab_env *env, u32 insn, bool walk)
{
	const struct ab_verify_in *in = env->in;
	const struct altbpf_line_info *info = ab_line_find(in->line_info, in->line_info_cnt, insn);
	struct ab_line line;

	if (!ab_line_describe(in->btf, info, &line))
		return;
	if (!walk)
		ab_log(in->log, "  source:  %s:%u: %s\n", line.file, line.line, line.text);
	else if (info->insn_off == insn)
		ab_print(env, "; %.200s\n", line.text);
}
