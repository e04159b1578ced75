// SPDX-License-Identifier: GPL-2.0
/*
 * Random programs, most of which a verifier should accept: structured control flow, accesses whose
 * offset is computed and then bounded in one of many ways, sometimes one too far. Every piece keeps
 * track of what registers hold; jumps lead to the ends of pieces and blocks.
 */
#include "gen.h"
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

static struct ab_map_desc map_one = { .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
	.value_size = VALUE_SIZE, .max_entries = 1, .name = "one" };
static struct ab_map_desc map_hash = { .type = ALTBPF_MAP_TYPE_HASH, .key_size = 8,
	.value_size = 24, .max_entries = 8, .name = "hash" };
static struct ab_map_desc map_array = { .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
	.value_size = 32, .max_entries = 4, .name = "array" };
static struct ab_map_desc map_ring = { .type = ALTBPF_MAP_TYPE_RINGBUF, .max_entries = 4096,
	.name = "ring" };
static struct ab_map_desc map_cpus = { .type = ALTBPF_MAP_TYPE_PERCPU_ARRAY, .key_size = 4,
	.value_size = 16, .max_entries = 3, .name = "cpus" };
static const u64 constants[8] = { 0, 1, 7, 8, 56, 64, 0x80000000, ~0ULL };
static struct ab_map_desc map_const = { .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
	.value_size = 64, .max_entries = 1, .name = "const", .flags = ALTBPF_F_RDONLY_PROG,
	.frozen = true, .contents = constants };
struct ab_map_desc *const gen_maps[GEN_MAPS] = { &map_one, &map_hash, &map_array, &map_ring,
						 &map_cpus, &map_const };

u32 g_below(struct gen *g, u32 n)
{
	return rnd_below(g->rnd, n);
}

struct altbpf_insn *g_put(struct gen *g, u8 code, u8 dst, u8 src, s16 off, s32 imm)
{
	struct altbpf_insn *insn = &g->prog->insns[g->prog->cnt++];

	if (g->prog->cnt >= MAX_INSNS)
		abort();
	*insn = (struct altbpf_insn){ .code = code, .dst_reg = dst, .src_reg = src, .off = off,
				      .imm = imm };
	return insn;
}

void g_imm64(struct gen *g, u8 dst, u8 src, u32 low, u32 high)
{
	g_put(g, AB_LD_IMM64, dst, src, 0, low);
	g_put(g, 0, 0, 0, 0, high);
}

bool g_full(const struct gen *g)
{
	return g->prog->cnt > 220;
}

void g_clobber(struct gen *g, u8 reg, u8 kind)
{
	g->kind[reg] = kind;
}

u8 g_dst_but(struct gen *g, u16 not)
{
	u8 reg;

	do {
		reg = g_below(g, 10);
	} while ((g->locked | not) & 1U << reg);
	return reg;
}

u8 g_dst(struct gen *g)
{
	return g_dst_but(g, 0);
}

s32 g_imm(struct gen *g)
{
	return (s32)rnd_value(g->rnd);
}

u8 g_size(struct gen *g, u32 *width)
{
	static const u8 sizes[] = { AB_B, AB_H, AB_W, AB_DW };
	u8 size = sizes[g_below(g, 4)];

	*width = ab_insn_width(size);
	return size;
}

u8 g_num(struct gen *g)
{
	u32 i, width;
	u8 reg, size;

	for (i = 0; i < 12; i++) {
		reg = g_below(g, 10);
		if (g->kind[reg] == K_NUM)
			return reg;
	}
	reg = g_dst(g);
	size = g_size(g, &width);
	g_put(g, AB_LDX | (width < 8 && g_below(g, 2) ? AB_MEMSX : AB_MEM) | size, reg, 7,
	      8 * g_below(g, VALUE_SIZE / 8), 0);
	g_clobber(g, reg, K_NUM);
	return reg;
}

void g_skip(struct gen *g, u8 code, u8 dst, u8 src, s32 imm)
{
	u32 i;

	if (g->skip_cnt == SKIPS)
		return;
	for (i = 0; i < AB_REG_CNT; i++)
		if (!g->skip_cnt)
			g->skip_kind[i] = g->kind[i];
		else if (g->skip_kind[i] != g->kind[i])
			g->skip_kind[i] = K_NONE;
	g->skip[g->skip_cnt++] = g->prog->cnt;
	g_put(g, code, dst, src, 0, imm);
}

static void merge(struct gen *g, const u8 *other)
{
	u32 i;

	for (i = 0; i < AB_REG_CNT; i++)
		if (g->kind[i] != other[i])
			g->kind[i] = K_NONE;
}

static void land(struct gen *g, u32 from)
{
	g->prog->insns[from].off = g->prog->cnt - from - 1;
}

static void end_piece(struct gen *g)
{
	u32 i;

	for (i = 0; i < g->skip_cnt; i++)
		land(g, g->skip[i]);
	if (g->skip_cnt)
		merge(g, g->skip_kind);
	g->skip_cnt = 0;
}

void g_after_call(struct gen *g)
{
	u32 i;

	for (i = 0; i <= 5; i++)
		g->kind[i] = K_NONE;
}

void g_call(struct gen *g, u32 func, bool as_callback, u8 reg)
{
	g->fix[g->fix_cnt].insn = g->prog->cnt;
	g->fix[g->fix_cnt++].func = func;
	if (as_callback)
		g_imm64(g, reg, ALTBPF_PSEUDO_FUNC, 0, 0);
	else
		g_put(g, AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, 0);
}

static u8 condition(struct gen *g)
{
	static const u8 ops[] = { AB_JEQ, AB_JGT, AB_JGE, AB_JSET, AB_JNE, AB_JSGT,
				  AB_JSGE, AB_JLT, AB_JLE, AB_JSLT, AB_JSLE };

	return ops[g_below(g, ARRAY_SIZE(ops))] | (g_below(g, 3) ? AB_JMP : AB_JMP32);
}

static u32 jump_if(struct gen *g)
{
	u8 a = g_num(g), b = g_num(g);
	u32 at = g->prog->cnt;

	if (g_below(g, 3))
		g_put(g, condition(g) | AB_K, a, 0, 0, g_imm(g));
	else
		g_put(g, condition(g) | AB_X, a, b, 0, 0);
	return at;
}

static void gen_if(struct gen *g)
{
	u32 at = jump_if(g), end;
	u8 before[AB_REG_CNT], after[AB_REG_CNT];

	memcpy(before, g->kind, sizeof(before));
	gen_block(g, 1 + g_below(g, 2));
	if (g_below(g, 2)) {
		land(g, at);
		merge(g, before);
		return;
	}
	end = g->prog->cnt;
	g_put(g, AB_JMP | AB_JA, 0, 0, 0, 0);
	land(g, at);
	memcpy(after, g->kind, sizeof(after));
	memcpy(g->kind, before, sizeof(before));
	gen_block(g, 1 + g_below(g, 2));
	land(g, end);
	merge(g, after);
}

/* What a turn changed must be as it was before the next one. */
static void restore(struct gen *g, const u8 *before)
{
	u32 i;

	for (i = 0; i < 10; i++)
		if (before[i] == K_NUM && g->kind[i] != K_NUM) {
			g_put(g, AB_ALU64 | AB_MOV | AB_K, i, 0, 0, g_below(g, 100));
			g->kind[i] = K_NUM;
		}
}

/* The counter is a callee-saved register or a stack slot. */
static void gen_loop(struct gen *g)
{
	u8 before[AB_REG_CNT], counter = 8 + g_below(g, 2), limit = 0;
	bool by_goto = !g_below(g, 5), by_reg = !by_goto && !g_below(g, 4);
	u32 head, exit = 0, i;
	u16 locked = g->locked;

	if (locked & 1U << counter)
		return;
	for (i = 0; i < 10; i++) /* pointers may not change over a turn */
		if (g->kind[i] != K_NUM && g->kind[i] != K_NONE)
			g->locked |= 1U << i;
	g_put(g, AB_ALU64 | AB_MOV | AB_K, counter, 0, 0, g_below(g, 3));
	g_clobber(g, counter, K_NUM);
	g->locked |= 1U << counter;
	if (by_reg && !(g->locked & 1U << 0)) {
		limit = 17 - counter;
		if (g->locked & 1U << limit)
			by_reg = false;
	} else {
		by_reg = false;
	}
	if (by_reg) {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, limit, g_num(g), 0, 0);
		g_put(g, AB_ALU64 | AB_AND | AB_K, limit, 0, 0, 7);
		g_clobber(g, limit, K_NUM);
		g->locked |= 1U << limit;
	}
	memcpy(before, g->kind, sizeof(before));
	head = g->prog->cnt;
	if (by_goto) {
		exit = g->prog->cnt;
		g_put(g, AB_JMP | AB_JCOND, 0, 0, 0, 0);
	}
	g->loops++;
	gen_block(g, 1 + g_below(g, 3));
	g->loops--;
	restore(g, before);
	if (by_goto) {
		if (g_below(g, 2))
			g_put(g, AB_ALU64 | AB_ADD | AB_K, counter, 0, 0, 1);
		i = g->prog->cnt;
		g_put(g, AB_JMP | AB_JA, 0, 0, (s16)((s32)head - (s32)i - 1), 0);
		land(g, exit);
		merge(g, before);
	} else {
		g_put(g, AB_ALU64 | AB_ADD | AB_K, counter, 0, 0, 1 + !g_below(g, 4));
		i = g->prog->cnt;
		if (by_reg)
			g_put(g, AB_JMP | AB_JLT | AB_X, counter, limit,
			      (s16)((s32)head - (s32)i - 1), 0);
		else
			g_put(g, (g_below(g, 4) ? AB_JMP : AB_JMP32) |
				      (g_below(g, 2) ? AB_JLT : AB_JSLE) | AB_K,
			      counter, 0, (s16)((s32)head - (s32)i - 1), 1 + g_below(g, 12));
	}
	g->locked = locked;
}

void gen_block(struct gen *g, u32 pieces)
{
	u32 saved[SKIPS], saved_cnt = g->skip_cnt;
	u8 saved_kind[AB_REG_CNT];

	memcpy(saved, g->skip, sizeof(saved));
	memcpy(saved_kind, g->skip_kind, sizeof(saved_kind));
	g->skip_cnt = 0;
	g->depth++;
	while (pieces-- && !g_full(g)) {
		u32 what = g_below(g, 20);

		if (what < 3 && g->depth < 5)
			gen_if(g);
		else if (what == 3 && g->loops < 2)
			gen_loop(g);
		else
			gen_piece(g);
		end_piece(g);
	}
	g->depth--;
	memcpy(g->skip, saved, sizeof(saved));
	memcpy(g->skip_kind, saved_kind, sizeof(saved_kind));
	g->skip_cnt = saved_cnt;
}

/* R6: the context or a pointer to the caller's buffer; R7: a map value; the rest: numbers. */
static void gen_prologue(struct gen *g)
{
	u32 i, width;
	u8 size;

	memset(g->kind, K_NONE, sizeof(g->kind));
	g->kind[10] = K_STACK;
	g->has_ctx = !g->func;
	g->locked = 1U << 10 | 1U << 7;
	if (!g->func) {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 6, 1, 0, 0);
		g->kind[6] = K_CTX;
		g->locked |= 1U << 6;
	} else if (g->is_callback[g->func]) {
		g->kind[1] = K_NUM;
		if (g_below(g, 4)) {
			g_put(g, AB_ALU64 | AB_MOV | AB_X, 6, 2, 0, 0);
			g->kind[6] = K_STACK;
			g->locked |= 1U << 6;
		}
	} else {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 6, 4, 0, 0);
		g->kind[6] = K_STACK;
		g->locked |= 1U << 6;
		g->kind[1] = g->kind[2] = K_NUM;
	}
	if (g->func && !g->is_callback[g->func] && g_below(g, 2))
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 7, 3, 0, 0);
	else
		g_imm64(g, 7, ALTBPF_PSEUDO_MAP_VALUE, MAP_ONE, 0);
	g->kind[7] = K_VALUE;
	for (i = 0; i < 10; i++) {
		if (g->kind[i] != K_NONE || g->locked & 1U << i || (g->func && !g_below(g, 3)))
			continue;
		size = g_size(g, &width);
		g_put(g, AB_LDX | (width < 8 && g_below(g, 2) ? AB_MEMSX : AB_MEM) | size, i, 7,
		      8 * g_below(g, VALUE_SIZE / 8), 0);
		g->kind[i] = K_NUM;
	}
	for (i = 1; i <= 6; i++)
		if (g_below(g, 2))
			g_put(g, AB_STX | AB_MEM | AB_DW, 10, g_num(g), -8 * (s16)i, 0);
		else if (g_below(g, 3))
			g_put(g, AB_ST | AB_MEM | AB_DW, 10, 0, -8 * (s16)i, g_imm(g) & 0xff);
}

static void gen_epilogue(struct gen *g)
{
	if (!g->func) {
		g_put(g, AB_ALU64 | AB_MOV | AB_K, 0, 0, 0, 2);
	} else if (g->is_callback[g->func]) {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 0, g_num(g), 0, 0);
		if (g_below(g, 2))
			g_put(g, AB_ALU64 | AB_AND | AB_K, 0, 0, 0, 1);
		else
			g_put(g, AB_ALU64 | AB_MOV | AB_K, 0, 0, 0, 0);
	} else if (g->kind[0] != K_NUM) {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 0, g_num(g), 0, 0);
	}
	g_put(g, AB_EXIT_CODE, 0, 0, 0, 0);
}

static void fix_calls(struct gen *g)
{
	u32 i;

	for (i = 0; i < g->fix_cnt; i++)
		g->prog->insns[g->fix[i].insn].imm = g->start[g->fix[i].func] - g->fix[i].insn - 1;
}

/* Functions that nothing calls would be refused. */
static bool is_called(const struct gen *g)
{
	u32 i;

	for (i = 0; i < g->fix_cnt; i++)
		if (g->fix[i].func == g->func)
			return true;
	return !g->func;
}

void gen_program(struct program *prog, struct rnd *rnd)
{
	static const u32 types[] = { ALTBPF_PROG_TYPE_XDP, ALTBPF_PROG_TYPE_XDP,
				     ALTBPF_PROG_TYPE_SCHED_CLS, ALTBPF_PROG_TYPE_KPROBE };
	struct gen g = { .prog = prog, .rnd = rnd };
	u32 i;

	memset(prog, 0, offsetof(struct program, insns));
	prog->cnt = 0;
	prog->type = types[g_below(&g, 4)];
	prog->expected_attach_type = prog->flags = 0;
	prog->gpl = true;
	prog->maps = gen_maps;
	prog->map_cnt = GEN_MAPS;
	prog->own_btf = true;
	prog->btf = NULL;
	prog->func_info = NULL;
	prog->func_info_cnt = 0;
	strcpy(prog->origin, "generated");
	if (!g_below(&g, 4))
		prog->flags |= ALTBPF_F_TEST_STATE_FREQ;
	g.func_cnt = 1 + (g_below(&g, 2) ? g_below(&g, FUNCS) : 0);
	for (i = 1; i < g.func_cnt; i++)
		g.is_callback[i] = g_below(&g, 2);
	for (g.func = 0; g.func < g.func_cnt; g.func++) {
		if (!is_called(&g))
			continue;
		g.start[g.func] = prog->cnt;
		gen_prologue(&g);
		gen_block(&g, g.func ? 2 + g_below(&g, 4) : 4 + g_below(&g, 14));
		gen_epilogue(&g);
	}
	fix_calls(&g);
}

/* Changes a few fields; also what makes a program malformed, which must be refused. */
void mutate_program(struct program *prog, struct rnd *rnd)
{
	u32 n = 1 + rnd_below(rnd, 3);

	while (n--) {
		struct altbpf_insn *insn = &prog->insns[rnd_below(rnd, prog->cnt)];
		struct altbpf_insn *other = &prog->insns[rnd_below(rnd, prog->cnt)];
		u8 class = AB_CLASS(insn->code);
		bool alu = class == AB_ALU || class == AB_ALU64;
		bool jump = class == AB_JMP || class == AB_JMP32;

		switch (rnd_below(rnd, 11)) {
		case 0:
			insn->imm += rnd_below(rnd, 2) ? 1 : -1;
			break;
		case 1:
			insn->imm = rnd_value(rnd);
			break;
		case 2:
			insn->off += rnd_below(rnd, 2) ? 1 : -1;
			break;
		case 3:
			insn->off += 8 * (rnd_below(rnd, 2) ? 1 : -1);
			break;
		case 4:
			insn->dst_reg = rnd_below(rnd, 10);
			break;
		case 5:
			insn->src_reg = AB_SRC(insn->code) || class == AB_LDX || class == AB_STX ?
						rnd_below(rnd, 11) : insn->src_reg;
			break;
		case 6:
			if (alu)
				insn->code ^= AB_ALU ^ AB_ALU64;
			else if (jump && insn->code != AB_CALL_CODE && insn->code != AB_EXIT_CODE)
				insn->code ^= AB_JMP ^ AB_JMP32;
			break;
		case 7:
			if ((alu && AB_OP(insn->code) != AB_END) ||
			    (jump && insn->code != AB_CALL_CODE && insn->code != AB_EXIT_CODE))
				insn->code = (insn->code & 0x0f) | (rnd_below(rnd, 14) << 4);
			break;
		case 8:
			if (class == AB_LDX || class == AB_ST || class == AB_STX)
				insn->code = (insn->code & ~0x18) | rnd_below(rnd, 4) << 3;
			break;
		case 9: /* one instruction less */
			if (insn->code != AB_LD_IMM64 && insn->code && insn->code != AB_EXIT_CODE)
				*insn = (struct altbpf_insn){ .code = AB_JMP | AB_JA };
			break;
		default: /* a copy of another */
			if (alu && (AB_CLASS(other->code) == AB_ALU || AB_CLASS(other->code) == AB_ALU64))
				*insn = *other;
		}
	}
}
