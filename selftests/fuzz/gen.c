// SPDX-License-Identifier: GPL-2.0
/*
 * The generator, for gen.h. A function is a list of groups; jumps lead to groups' first
 * instructions only, so a group may rely on what it set up itself (a pointer in a register).
 */
#include "gen.h"
#include <stdlib.h>
#include <string.h>

#define MAX_GROUPS 260
#define SLOTS 8 /* stack slots with data; the next ones count loops */
#define LOOPS 3

struct gen {
	struct gen_prog *prog;
	struct gen_random random;
	u32 func_cnt;
	u32 func;
	u32 starts[8]; /* of functions */
	struct {
		u32 insn, func;
	} calls[256]; /* to patch once all starts are known */
	u32 call_cnt;
	u8 mem; /* register that holds the buffer's address */
	u32 group_starts[MAX_GROUPS + 2];
	u32 group_cnt;
	struct {
		u32 insn, group;
	} jumps[MAX_GROUPS];
	u32 jump_cnt;
	u32 loop_group;
	u32 loops;
	bool in_loop;
};

static u32 below(struct gen *g, u32 n)
{
	return (gen_next(&g->random) >> 33) % n;
}

static struct altbpf_insn *put(struct gen *g, u8 code, u8 dst, u8 src, s16 off, s32 imm)
{
	struct altbpf_insn *insn = &g->prog->insns[g->prog->cnt++];

	if (g->prog->cnt >= GEN_MAX_INSNS)
		abort();
	*insn = (struct altbpf_insn){
		.code = code, .dst_reg = dst, .src_reg = src, .off = off, .imm = imm
	};
	return insn;
}

static void put_imm64(struct gen *g, u8 dst, u64 v)
{
	put(g, AB_LD_IMM64, dst, 0, 0, (s32)v);
	put(g, 0, 0, 0, 0, (s32)(v >> 32));
}

static void start_group(struct gen *g)
{
	g->group_starts[g->group_cnt++] = g->prog->cnt;
}

/* Any register that may be written. */
static u8 any(struct gen *g)
{
	u8 reg = below(g, 9);

	return reg >= g->mem ? reg + 1 : reg;
}

static void put_constant(struct gen *g, u8 dst)
{
	u64 v = gen_value(&g->random);

	if (below(g, 2))
		put_imm64(g, dst, v);
	else
		put(g, (below(g, 2) ? AB_ALU : AB_ALU64) | AB_MOV | AB_K, dst, 0, 0, (s32)v);
}

static void put_alu(struct gen *g)
{
	static const u8 ops[] = { AB_ADD, AB_SUB, AB_MUL, AB_DIV,  AB_OR,  AB_AND, AB_LSH,
				  AB_RSH, AB_MOD, AB_XOR, AB_ARSH, AB_DIV, AB_MOD };
	u8 op = ops[below(g, ARRAY_SIZE(ops))];
	u8 code = (below(g, 2) ? AB_ALU : AB_ALU64) | op;
	bool is_division = op == AB_DIV || op == AB_MOD;
	s16 off = is_division && below(g, 2);
	s32 imm = (s32)gen_value(&g->random);

	if (op == AB_LSH || op == AB_RSH || op == AB_ARSH)
		imm &= AB_CLASS(code) == AB_ALU64 ? 63 : 31;
	if (below(g, 2))
		put(g, code | AB_K, any(g), 0, off, imm);
	else
		put(g, code | AB_X, any(g), below(g, 8) ? any(g) : g->mem, off, 0);
}

static void put_mov(struct gen *g)
{
	static const u8 widths[] = { 0, 8, 16, 32 };
	bool wide = below(g, 2);

	put(g, (wide ? AB_ALU64 : AB_ALU) | AB_MOV | AB_X, any(g), any(g),
	    widths[below(g, wide ? 4 : 3)], 0);
}

static void put_unary(struct gen *g)
{
	switch (below(g, 3)) {
	case 0:
		put(g, (below(g, 2) ? AB_ALU : AB_ALU64) | AB_NEG, any(g), 0, 0, 0);
		break;
	case 1:
		put(g, AB_ALU | AB_END | (below(g, 2) ? AB_TO_BE : AB_TO_LE), any(g), 0, 0,
		    16 << below(g, 3));
		break;
	default:
		put(g, AB_ALU64 | AB_END, any(g), 0, 0, 16 << below(g, 3));
	}
}

/* Picks an address of @width bytes: register and offset; may put the pointer into a register first. */
static u8 put_pointer(struct gen *g, u32 width, bool aligned, u8 not_reg, s16 *off)
{
	bool on_stack = below(g, 2);
	u32 room = on_stack ? SLOTS * 8 : GEN_BUF;
	s32 at = below(g, room - width + 1);
	u8 base = on_stack ? AB_REG_FP : g->mem, reg;
	s32 shift;

	if (aligned)
		at &= ~(width - 1);
	if (on_stack)
		at -= room;
	*off = at;
	if (below(g, 2))
		return base;
	do {
		reg = any(g);
	} while (reg == not_reg);
	shift = (s32)below(g, 600) - 300;
	put(g, AB_ALU64 | AB_MOV | AB_X, reg, base, 0, 0);
	put(g, AB_ALU64 | AB_ADD | AB_K, reg, 0, 0, at + shift);
	*off = -shift;
	return reg;
}

static const u8 sizes[] = { AB_B, AB_H, AB_W, AB_DW };

/* A pointer to the stack must not stay where it could be seen. */
static void drop_pointer(struct gen *g, u8 reg)
{
	if (reg != AB_REG_FP && reg != g->mem)
		put_constant(g, reg);
}

static void put_load(struct gen *g)
{
	u32 k = below(g, 4);
	bool sx = k < 3 && below(g, 3) == 0;
	u8 dst = any(g);
	s16 off;
	u8 base = put_pointer(g, 1 << k, false, 0xff, &off);

	put(g, AB_LDX | (sx ? AB_MEMSX : AB_MEM) | sizes[k], dst, base, off, 0);
	if (dst != base)
		drop_pointer(g, base);
}

static void put_store(struct gen *g)
{
	u32 k = below(g, 4);
	u8 src = any(g);
	s16 off;
	u8 base = put_pointer(g, 1 << k, false, src, &off);

	if (below(g, 2))
		put(g, AB_STX | AB_MEM | sizes[k], base, src, off, 0);
	else
		put(g, AB_ST | AB_MEM | sizes[k], base, 0, off, (s32)gen_value(&g->random));
	drop_pointer(g, base);
}

static void put_atomic(struct gen *g)
{
	static const s32 ops[] = {
		AB_ADD,
		AB_OR,
		AB_AND,
		AB_XOR,
		AB_ADD | AB_FETCH,
		AB_OR | AB_FETCH,
		AB_AND | AB_FETCH,
		AB_XOR | AB_FETCH,
		AB_XCHG,
		AB_CMPXCHG,
		AB_LOAD_ACQ,
		AB_STORE_REL,
	};
	s32 op = ops[below(g, ARRAY_SIZE(ops))];
	u32 k = op >= AB_LOAD_ACQ ? below(g, 4) : 2 + below(g, 2);
	u8 src = any(g), base;
	s16 off;

	base = put_pointer(g, 1 << k, true, src, &off);
	/* cmpxchg compares with r0, which must not be a pointer to the stack */
	if (op == AB_CMPXCHG && base == 0)
		op = AB_XCHG;
	if (op == AB_LOAD_ACQ)
		put(g, AB_STX | AB_ATOMIC | sizes[k], src, base, off, op);
	else
		put(g, AB_STX | AB_ATOMIC | sizes[k], base, src, off, op);
	if (op != AB_LOAD_ACQ || src != base)
		drop_pointer(g, base);
}

static void put_jump_to(struct gen *g, struct altbpf_insn *insn, u32 group)
{
	g->jumps[g->jump_cnt].insn = insn - g->prog->insns;
	g->jumps[g->jump_cnt++].group = group;
}

static u8 random_condition(struct gen *g)
{
	static const u8 ops[] = { AB_JEQ,  AB_JGT, AB_JGE, AB_JSET, AB_JNE, AB_JSGT,
				  AB_JSGE, AB_JLT, AB_JLE, AB_JSLT, AB_JSLE };

	return ops[below(g, ARRAY_SIZE(ops))] | (below(g, 2) ? AB_JMP : AB_JMP32);
}

static void put_jump(struct gen *g)
{
	u32 group = g->group_cnt + below(g, below(g, 4) ? 8 : 60);
	struct altbpf_insn *insn;
	u32 kind = below(g, 16);

	if (kind == 0)
		insn = put(g, AB_JMP | AB_JA, 0, 0, 0, 0);
	else if (kind == 1)
		insn = put(g, AB_JMP32 | AB_JA, 0, 0, 0, 0);
	else if (kind == 2)
		insn = put(g, AB_JMP | AB_JCOND, 0, 0, 0, 0);
	else if (kind < 9)
		insn = put(g, random_condition(g) | AB_K, any(g), 0, 0, (s32)gen_value(&g->random));
	else
		insn = put(g, random_condition(g) | AB_X, any(g), any(g), 0, 0);
	put_jump_to(g, insn, group);
}

/* A rotate by way of two copies, or with the registers that would make it something else. */
static void put_rotate(struct gen *g)
{
	u8 s = any(g), t = any(g), d = any(g), class = below(g, 2) ? AB_ALU : AB_ALU64;
	u32 bits = class == AB_ALU ? 32 : 64, k = 1 + below(g, bits - 1);
	u8 first = below(g, 2) ? AB_LSH : AB_RSH;
	bool breaks = below(g, 6) == 0;

	put(g, class | AB_MOV | AB_X, t, s, 0, 0);
	put(g, class | first | AB_K, t, 0, 0, k);
	put(g, class | AB_MOV | AB_X, d, s, 0, 0);
	if (breaks)
		start_group(g);
	put(g, class | (first ^ AB_LSH ^ AB_RSH) | AB_K, d, 0, 0, bits - k);
	put(g, class | AB_OR | AB_X, d, t, 0, 0);
	if (below(g, 2))
		put_constant(g, below(g, 2) ? t : s);
}

/* An access through base + index + offset, after which the address may still be wanted. */
static void put_indexed(struct gen *g)
{
	u8 x = any(g), y = any(g), v = any(g);
	u32 k = below(g, 4);
	s16 off = below(g, GEN_BUF - 64 - 8);
	bool late = below(g, 2);

	if (x == y)
		return;
	put(g, AB_ALU64 | AB_AND | AB_K, y, 0, 0, 63);
	put(g, AB_ALU64 | AB_MOV | AB_X, x, g->mem, 0, 0);
	put(g, AB_ALU64 | AB_ADD | AB_X, x, y, 0, 0);
	if (late)
		put(g, AB_ALU64 | (below(g, 2) ? AB_ADD : AB_SUB) | AB_K, x, 0, 0, 0);
	switch (below(g, 3)) {
	case 0:
		put(g, AB_LDX | AB_MEM | sizes[k], v, x, off, 0);
		break;
	case 1:
		put(g, AB_STX | AB_MEM | sizes[k], x, v, off, 0);
		break;
	default:
		put(g, AB_ST | AB_MEM | sizes[k], x, 0, off, (s32)gen_value(&g->random));
	}
	if (below(g, 2))
		put_constant(g, x);
}

/* Sequences that a compiler makes of rotates, extensions and byte loads, whole or broken up by jumps. */
static void put_idiom(struct gen *g)
{
	u8 a = any(g), b = any(g), class = below(g, 2) ? AB_ALU : AB_ALU64;
	u32 bits = class == AB_ALU ? 32 : 64;
	u32 k = 1 + below(g, bits - 1), breaks = below(g, 4) == 0;
	u8 first = below(g, 2) ? AB_LSH : AB_RSH;

	switch (below(g, 8)) {
	case 6:
		put_rotate(g);
		break;
	case 7:
		put_indexed(g);
		break;
	case 0: /* rotate */
		put(g, class | AB_MOV | AB_X, b, a, 0, 0);
		put(g, class | first | AB_K, b, 0, 0, k);
		if (breaks)
			start_group(g);
		put(g, class | (first ^ AB_LSH ^ AB_RSH) | AB_K, a, 0, 0,
		    below(g, 8) ? bits - k : k);
		put(g, class | (below(g, 4) ? AB_OR : AB_ADD) | AB_X, a, b, 0, 0);
		break;
	case 1: /* extension by shifts */
		k = 64 - (8 << below(g, 3));
		if (below(g, 2))
			put(g, AB_ALU64 | AB_MOV | AB_X, a, b, 0, 0);
		put(g, AB_ALU64 | AB_LSH | AB_K, a, 0, 0, k);
		if (breaks)
			start_group(g);
		put(g, AB_ALU64 | (below(g, 2) ? AB_RSH : AB_ARSH) | AB_K, a, 0, 0,
		    below(g, 8) ? k : 32);
		break;
	case 2: /* three operands */
		put(g, class | AB_MOV | AB_X, a, b, 0, 0);
		if (breaks)
			start_group(g);
		put(g, class | (below(g, 2) ? AB_ADD : AB_SUB) | (below(g, 2) ? AB_X : AB_K), a, 0,
		    0, 0);
		if (AB_SRC(g->prog->insns[g->prog->cnt - 1].code) == AB_X)
			g->prog->insns[g->prog->cnt - 1].src_reg = any(g);
		else
			g->prog->insns[g->prog->cnt - 1].imm = (s32)gen_value(&g->random);
		break;
	case 3: /* scaled */
		put(g, class | AB_MOV | AB_X, a, b, 0, 0);
		put(g, class | AB_LSH | AB_K, a, 0, 0, below(g, 5));
		if (breaks)
			start_group(g);
		put(g, class | AB_ADD | AB_X, a, any(g), 0, 0);
		break;
	case 4: { /* two bytes of the buffer */
		u32 at = 1 + below(g, GEN_BUF - 4);

		put(g, AB_LDX | AB_MEM | AB_B, a, g->mem, at, 0);
		put(g, AB_LDX | AB_MEM | AB_B, b, g->mem, at + (below(g, 2) ? 1 : -1), 0);
		put(g, class | AB_LSH | AB_K, b, 0, 0, 8);
		put(g, class | AB_OR | AB_X, b, a, 0, 0);
		break;
	}
	default: /* masks of copies */
		put(g, class | AB_MOV | AB_X, a, b, 0, 0);
		put(g, class | AB_AND | AB_K, a, 0, 0, below(g, 2) ? 255 : 65535);
	}
}

static void clobber_args(struct gen *g)
{
	u8 reg;

	for (reg = 1; reg <= 5; reg++)
		put(g, AB_ALU64 | AB_MOV | AB_K, reg, 0, 0, (s32)gen_value(&g->random));
}

static void note_call(struct gen *g, u32 func)
{
	g->calls[g->call_cnt].insn = g->prog->cnt;
	g->calls[g->call_cnt++].func = func;
}

static void put_call(struct gen *g)
{
	u32 later = g->func_cnt - g->func - 1;
	u32 kind = later && g->call_cnt < 40 ? below(g, 3) : 0;

	if (kind == 0) {
		put(g, AB_CALL_CODE, 0, 0, 0, GEN_HELPER_MIX);
	} else if (kind == 1) {
		put(g, AB_ALU64 | AB_MOV | AB_X, 1, g->mem, 0, 0);
		note_call(g, g->func + 1 + below(g, later));
		put(g, AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, 0);
	} else {
		note_call(g, g->func + 1 + below(g, later));
		put_imm64(g, 1, 0);
		g->prog->insns[g->prog->cnt - 2].src_reg = ALTBPF_PSEUDO_FUNC;
		put(g, AB_ALU64 | AB_MOV | AB_X, 2, g->mem, 0, 0);
		put(g, AB_CALL_CODE, 0, 0, 0, GEN_HELPER_CALLBACK);
	}
	clobber_args(g);
}

static s16 loop_slot(const struct gen *g)
{
	return -8 * (SLOTS + (s16)g->loops);
}

static void open_loop(struct gen *g)
{
	g->loops++;
	g->in_loop = true;
	g->loop_group = g->group_cnt - 1;
}

/* Signed, so that a jump into the loop's middle with a used-up counter ends too. */
static void close_loop(struct gen *g)
{
	u8 reg = any(g);

	put(g, AB_LDX | AB_MEM | AB_DW, reg, AB_REG_FP, loop_slot(g), 0);
	put(g, AB_ALU64 | AB_SUB | AB_K, reg, 0, 0, 1);
	put(g, AB_STX | AB_MEM | AB_DW, AB_REG_FP, reg, loop_slot(g), 0);
	put_jump_to(g, put(g, AB_JMP | AB_JSGT | AB_K, reg, 0, 0, 0), g->loop_group);
	g->in_loop = false;
}

static void put_group(struct gen *g)
{
	u32 kind = below(g, 34);

	start_group(g);
	if (g->in_loop && below(g, 6) == 0)
		close_loop(g);
	else if (!g->in_loop && g->loops < LOOPS && below(g, 12) == 0)
		open_loop(g);
	else if (kind < 10)
		put_alu(g);
	else if (kind < 12)
		put_mov(g);
	else if (kind < 14)
		put_unary(g);
	else if (kind < 15)
		put_constant(g, any(g));
	else if (kind < 18)
		put_load(g);
	else if (kind < 21)
		put_store(g);
	else if (kind < 23)
		put_atomic(g);
	else if (kind < 28)
		put_jump(g);
	else if (kind < 33)
		put_idiom(g);
	else
		put_call(g);
}

/* Every register and slot gets a value; R1 is the buffer, R2 to R5 are what the caller gave. */
static void put_prologue(struct gen *g)
{
	u32 i;

	g->mem = 6 + below(g, 4);
	put(g, AB_ALU64 | AB_MOV | AB_X, g->mem, 1, 0, 0);
	for (i = 1; i <= SLOTS; i++)
		put(g, AB_ST | AB_MEM | AB_DW, AB_REG_FP, 0, -8 * (s16)i,
		    (s32)gen_value(&g->random));
	for (; i <= SLOTS + LOOPS; i++)
		put(g, AB_ST | AB_MEM | AB_DW, AB_REG_FP, 0, -8 * (s16)i, 1 + below(g, 4));
	for (i = 0; i < 10; i++)
		if (i != g->mem && (g->func == 0 || i < 2 || i > 5))
			put_constant(g, i);
}

static void put_epilogue(struct gen *g)
{
	u32 i;

	start_group(g);
	for (i = 0; g->func == 0 && i < 10; i++)
		put(g, AB_STX | AB_MEM | AB_DW, g->mem, i, GEN_BUF + 8 * i, 0);
	put(g, AB_EXIT_CODE, 0, 0, 0, 0);
}

static void fix_jumps(struct gen *g)
{
	u32 i;

	for (i = 0; i < g->jump_cnt; i++) {
		u32 group = min(g->jumps[i].group, g->group_cnt - 1);
		struct altbpf_insn *insn = &g->prog->insns[g->jumps[i].insn];
		s32 off = (s32)g->group_starts[group] - (s32)(g->jumps[i].insn + 1);

		if (insn->code == (AB_JMP32 | AB_JA))
			insn->imm = off;
		else
			insn->off = off;
	}
}

/* A function without stack and calls, so that it gets no frame. */
static void put_leaf(struct gen *g)
{
	g->mem = 1;
	put(g, AB_ALU64 | AB_MOV | AB_X, 0, 2, 0, 0);
	put(g, AB_ALU64 | AB_ADD | AB_X, 0, 3, 0, 0);
	put(g, AB_LDX | AB_MEM | AB_W, 2, 1, below(g, 64), 0);
	put(g, AB_ALU64 | AB_XOR | AB_X, 0, 2, 0, 0);
	put(g, AB_EXIT_CODE, 0, 0, 0, 0);
}

static void put_function(struct gen *g)
{
	u32 groups = below(g, 4) ? 3 + below(g, 30) : below(g, 100);

	g->starts[g->func] = g->prog->cnt;
	g->group_cnt = g->jump_cnt = g->loops = 0;
	g->in_loop = false;
	if (g->func && below(g, 4) == 0) {
		put_leaf(g);
		return;
	}
	put_prologue(g);
	while (groups--)
		put_group(g);
	put_epilogue(g);
	fix_jumps(g);
}

void gen_program(struct gen_prog *prog, u64 seed)
{
	struct gen g = { .prog = prog, .random.state = seed };
	u32 i;

	prog->cnt = 0;
	g.func_cnt = 1 + (below(&g, 2) ? below(&g, 4) : 0);
	for (g.func = 0; g.func < g.func_cnt; g.func++)
		put_function(&g);
	for (i = 0; i < g.call_cnt; i++)
		prog->insns[g.calls[i].insn].imm =
			g.starts[g.calls[i].func] - (g.calls[i].insn + 1);
}
