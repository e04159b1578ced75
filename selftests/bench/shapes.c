// SPDX-License-Identifier: GPL-2.0
/*
 * Shapes of programs at which verifiers get slow (shapes.h): each is one function that emits
 * instructions as a compiler would, with a size as parameter.
 */
#include "shapes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FP 10

static struct shape *s;

static void emit(u8 code, u8 dst, u8 src, s16 off, s32 imm)
{
	if (s->len == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 256;
		s->insns = realloc(s->insns, s->cap * sizeof(*s->insns));
	}
	s->insns[s->len++] = (struct altbpf_insn){ .code = code, .dst_reg = dst, .src_reg = src,
						   .off = off, .imm = imm };
}

static void mov(u8 dst, s32 imm) { emit(AB_ALU64 | AB_MOV | AB_K, dst, 0, 0, imm); }
static void movx(u8 dst, u8 src) { emit(AB_ALU64 | AB_MOV | AB_X, dst, src, 0, 0); }
static void add(u8 dst, s32 imm) { emit(AB_ALU64 | AB_ADD | AB_K, dst, 0, 0, imm); }
static void addx(u8 dst, u8 src) { emit(AB_ALU64 | AB_ADD | AB_X, dst, src, 0, 0); }
static void alu(u8 op, u8 dst, s32 imm) { emit(AB_ALU64 | op | AB_K, dst, 0, 0, imm); }
static void ldx(u8 size, u8 dst, u8 src, s16 off) { emit(AB_LDX | AB_MEM | size, dst, src, off, 0); }
static void stx(u8 size, u8 dst, s16 off, u8 src) { emit(AB_STX | AB_MEM | size, dst, src, off, 0); }
static void st(u8 size, u8 dst, s16 off, s32 imm) { emit(AB_ST | AB_MEM | size, dst, 0, off, imm); }
static void jmp(u8 op, u8 dst, s32 imm, s16 off) { emit(AB_JMP | op | AB_K, dst, 0, off, imm); }
static void jmpx(u8 op, u8 dst, u8 src, s16 off) { emit(AB_JMP | op | AB_X, dst, src, off, 0); }
static void ja(s16 off) { emit(AB_JMP | AB_JA, 0, 0, off, 0); }
static void end(void) { mov(0, 2); emit(AB_EXIT_CODE, 0, 0, 0, 0); }

static void back(u8 op, u8 dst, s32 imm, u32 to) { jmp(op, dst, imm, (s16)((s32)to - (s32)s->len - 1)); }

static void imm64(u8 dst, u64 value)
{
	emit(AB_LD_IMM64, dst, 0, 0, (s32)value);
	emit(0, 0, 0, 0, (s32)(value >> 32));
}

/* R6: the map's value of 4096 bytes, R7: a word of it that nobody knows. */
static void begin(void)
{
	movx(9, 1);
	emit(AB_LD_IMM64, 6, ALTBPF_PSEUDO_MAP_VALUE, 0, 0);
	emit(0, 0, 0, 0, 0);
	ldx(AB_DW, 7, 6, 0);
}

static void straight(u32 n)
{
	begin();
	mov(1, 0);
	while (s->len < n - 2)
		add(1, 3);
	end();
}

/* Bits of an unknown word are tested one by one. */
static void test_bit(u32 i, s16 over)
{
	if (i && i % 32 == 0)
		ldx(AB_DW, 7, 6, 8 * (s16)(i / 32 % 500));
	emit(AB_JMP | AB_JSET | AB_K, 7, 0, over, 1 << (i % 31));
}

static void ifs_or(u32 n)
{
	u32 i;

	begin();
	mov(8, 0);
	for (i = 0; i < n; i++) {
		test_bit(i, 1);
		alu(AB_OR, 8, 1 << (i % 11));
	}
	addx(6, 8);
	ldx(AB_B, 1, 6, 0);
	end();
}

static void ifs_add(u32 n)
{
	u32 i;

	begin();
	mov(8, 0);
	for (i = 0; i < n; i++) {
		test_bit(i, 1);
		add(8, 1 << (i % 16));
	}
	alu(AB_AND, 8, 4095);
	addx(6, 8);
	ldx(AB_B, 1, 6, 0);
	end();
}

/* In the slots there are pointers to the map, to the stack, or the context. */
static void ifs_kinds(u32 n, bool used)
{
	u32 i;

	begin();
	for (i = 0; i < n; i++) {
		s16 slot = -8 * (s16)(1 + i % 60);

		if (i < 60)
			stx(AB_DW, FP, slot, 9);
		test_bit(i, 1);
		stx(AB_DW, FP, slot, 6);
	}
	if (used) { /* the last one again, by a kind that is known here */
		stx(AB_DW, FP, -8, 6);
		ldx(AB_DW, 1, FP, -8);
		ldx(AB_B, 1, 1, 0);
	}
	end();
}

static void ifs_kinds_unused(u32 n) { ifs_kinds(n, false); }
static void ifs_kinds_used(u32 n) { ifs_kinds(n, true); }

/* Seven instructions of work. */
static void body(void)
{
	movx(1, 8);
	alu(AB_AND, 1, 1023);
	movx(2, 6);
	addx(2, 1);
	ldx(AB_B, 3, 2, 0);
	addx(7, 3);
	alu(AB_XOR, 7, 5);
}

static void loop_less(u32 n)
{
	u32 start;

	begin();
	mov(8, 0);
	start = s->len;
	body();
	add(8, 1);
	back(AB_JLT, 8, (s32)n, start);
	end();
}

static void loop_not_equal(u32 n)
{
	u32 start;

	begin();
	mov(8, 0);
	imm64(4, n);
	start = s->len;
	body();
	add(8, 1);
	jmpx(AB_JNE, 8, 4, (s16)((s32)start - (s32)s->len - 1));
	end();
}

static void loop_step(u32 n)
{
	u32 start;

	begin();
	mov(8, 0);
	start = s->len;
	jmp(AB_JGE, 8, (s32)n, 9);
	body();
	add(8, 3);
	ja((s16)((s32)start - (s32)s->len - 1));
	end();
}

/* The counter has 32 bits and lives on the stack. */
static void loop_slot(u32 n)
{
	u32 start;

	begin();
	st(AB_W, FP, -8, 0);
	start = s->len;
	ldx(AB_W, 8, FP, -8);
	jmp(AB_JGE, 8, (s32)n, 10);
	body();
	emit(AB_ALU | AB_ADD | AB_K, 8, 0, 0, 1);
	stx(AB_W, FP, -8, 8);
	ja((s16)((s32)start - (s32)s->len - 1));
	end();
}

static void loop_down(u32 n)
{
	u32 start;

	begin();
	imm64(8, n);
	start = s->len;
	body();
	add(8, -1);
	back(AB_JNE, 8, 0, start);
	end();
}

static void loop_nested(u32 n)
{
	u32 outer, inner;

	begin();
	mov(5, 0);
	outer = s->len;
	mov(8, 0);
	inner = s->len;
	body();
	add(8, 1);
	back(AB_JLT, 8, (s32)n, inner);
	add(5, 1);
	back(AB_JLT, 5, (s32)n, outer);
	end();
}

/* Four states; the next one depends on data. */
static void state_machine(u32 n)
{
	u32 start;

	begin();
	mov(8, 0);
	mov(5, 0);
	start = s->len;
	movx(1, 8);
	alu(AB_AND, 1, 1023);
	movx(2, 6);
	addx(2, 1);
	ldx(AB_B, 3, 2, 0);
	jmp(AB_JNE, 5, 0, 3);
	jmp(AB_JNE, 3, 'G', 11); /* 0 */
	mov(5, 1);
	ja(9);
	jmp(AB_JNE, 5, 1, 3);
	jmp(AB_JNE, 3, 'E', 6); /* 1 */
	mov(5, 2);
	ja(5);
	jmp(AB_JNE, 5, 2, 2);
	jmp(AB_JNE, 3, 'T', 2); /* 2 */
	mov(5, 3);
	ja(1);
	mov(5, 0);
	add(8, 1);
	back(AB_JLT, 8, (s32)n, start);
	movx(2, 6);
	addx(2, 5);
	ldx(AB_B, 1, 2, 0);
	end();
}

static void calls(u32 n)
{
	u32 i;

	begin();
	for (i = 0; i < n; i++) {
		movx(1, 7);
		emit(AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, (s32)(2 * n + 6 - s->len - 1));
	}
	end();
	movx(0, 1);
	jmp(AB_JGT, 0, 100, 1);
	mov(0, 7);
	alu(AB_AND, 0, 255);
	emit(AB_EXIT_CODE, 0, 0, 0, 0);
}

/* R2: the packet, R3: its end; goes to the end of the program if @need bytes are not there. */
static void packet(void)
{
	begin();
	ldx(AB_W, 2, 9, 0);
	ldx(AB_W, 3, 9, 4);
}

static void min_max(u32 n)
{
	u32 start;

	packet();
	mov(4, 255);
	mov(5, 0);
	mov(8, 0);
	start = s->len;
	movx(1, 2);
	addx(1, 8);
	movx(0, 1);
	add(0, 1);
	jmpx(AB_JGT, 0, 3, 7);
	ldx(AB_B, 1, 1, 0);
	jmpx(AB_JGE, 1, 4, 1);
	movx(4, 1);
	jmpx(AB_JLE, 1, 5, 1);
	movx(5, 1);
	add(8, 1);
	back(AB_JLT, 8, (s32)n, start);
	movx(2, 6);
	addx(2, 4);
	stx(AB_B, 2, 0, 5);
	end();
}

/* for i in 1..n: for j = i; j > 0 && a[j - 1] > a[j]; j--: swap; bytes on the stack. */
static void insertion_sort(u32 n)
{
	u32 i, outer, inner;

	begin();
	for (i = 0; i < n; i += 8) {
		ldx(AB_DW, 1, 6, (s16)i);
		stx(AB_DW, FP, (s16)(i - 64), 1);
	}
	mov(8, 1);
	outer = s->len;
	movx(5, 8);
	inner = s->len;
	movx(1, FP);
	add(1, -64);
	addx(1, 5);
	ldx(AB_B, 2, 1, 0);
	ldx(AB_B, 3, 1, -1);
	jmpx(AB_JLE, 3, 2, 4);
	stx(AB_B, 1, 0, 3);
	stx(AB_B, 1, -1, 2);
	add(5, -1);
	back(AB_JNE, 5, 0, inner);
	add(8, 1);
	back(AB_JNE, 8, (s32)n, outer);
	end();
}

static void scan_host(u32 n)
{
	static const char word[] = "Host:";
	u32 i, start;

	packet();
	mov(8, 0);
	start = s->len;
	movx(1, 2);
	addx(1, 8);
	movx(0, 1);
	add(0, 5);
	jmpx(AB_JGT, 0, 3, 14);
	for (i = 0; i < 5; i++) {
		ldx(AB_B, 4, 1, (s16)i);
		jmp(AB_JNE, 4, word[i], (s16)(2 * (4 - i) + 1));
	}
	ja(2);
	add(8, 1);
	back(AB_JLT, 8, (s32)n, start);
	stx(AB_DW, 6, 0, 8);
	end();
}

static const struct {
	const char *name;
	void (*make)(u32 n);
	u32 n;
} shapes[] = {
	{ "straight line", straight, 1000 },
	{ "straight line", straight, 10000 },
	{ "straight line", straight, 100000 },
	{ "straight line", straight, 1000000 },
	{ "ifs that set bits of an offset", ifs_or, 10 },
	{ "ifs that set bits of an offset", ifs_or, 16 },
	{ "ifs that set bits of an offset", ifs_or, 18 },
	{ "ifs that set bits of an offset", ifs_or, 100 },
	{ "ifs that set bits of an offset", ifs_or, 1000 },
	{ "ifs that add to an offset", ifs_add, 10 },
	{ "ifs that add to an offset", ifs_add, 16 },
	{ "ifs that add to an offset", ifs_add, 18 },
	{ "ifs that add to an offset", ifs_add, 100 },
	{ "ifs that add to an offset", ifs_add, 1000 },
	{ "ifs that change pointers in slots", ifs_kinds_unused, 16 },
	{ "ifs that change pointers in slots", ifs_kinds_unused, 100 },
	{ "ifs that change pointers in slots", ifs_kinds_unused, 1000 },
	{ "... of which one is used", ifs_kinds_used, 16 },
	{ "... of which one is used", ifs_kinds_used, 1000 },
	{ "loop i < n", loop_less, 100 },
	{ "loop i < n", loop_less, 1000 },
	{ "loop i < n", loop_less, 10000 },
	{ "loop i < n", loop_less, 100000 },
	{ "loop i < n", loop_less, 1000000 },
	{ "loop i < n", loop_less, 1000000000 },
	{ "loop i != n", loop_not_equal, 1000000 },
	{ "loop i != n", loop_not_equal, 1000000000 },
	{ "loop i < n, i += 3", loop_step, 1000000000 },
	{ "loop i < n, u32 in a stack slot", loop_slot, 1000 },
	{ "loop i < n, u32 in a stack slot", loop_slot, 1000000000 },
	{ "loop down to 0", loop_down, 1000000000 },
	{ "two loops, n * n turns", loop_nested, 100 },
	{ "two loops, n * n turns", loop_nested, 10000 },
	{ "two loops, n * n turns", loop_nested, 1000000000 },
	{ "state machine", state_machine, 1000 },
	{ "state machine", state_machine, 1000000 },
	{ "calls of a small function", calls, 1000 },
	{ "min and max of a packet", min_max, 64 },
	{ "min and max of a packet", min_max, 1500 },
	{ "insertion sort on the stack", insertion_sort, 16 },
	{ "insertion sort on the stack", insertion_sort, 64 },
	{ "scan a packet for Host:", scan_host, 64 },
	{ "scan a packet for Host:", scan_host, 1400 },
};

bool shape_make(struct shape *shape, u32 i)
{
	if (i >= sizeof(shapes) / sizeof(shapes[0]))
		return false;
	memset(shape, 0, sizeof(*shape));
	s = shape;
	snprintf(shape->name, sizeof(shape->name), "%s, %u", shapes[i].name, shapes[i].n);
	shapes[i].make(shapes[i].n);
	return true;
}
