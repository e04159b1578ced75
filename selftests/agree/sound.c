// SPDX-License-Identifier: GPL-2.0
/*
 * Is an accepted program really safe? Makes random programs that compute an offset out of unknown
 * numbers (arithmetic, masks, comparisons, loops, spills of all sizes, calls) and access memory
 * there; those that the verifier accepts run in the interpreter, on many inputs, with a buffer
 * whose surroundings must not be touched. The address sanitizer is the judge.
 *
 *	sound [--seed N] [--programs N] [--print]
 */
#include "core/interp/interp.h"
#include "core/isa/disasm.h"
#include "core/verify/verify.h"
#include "libcore/host.h"
#include <sanitizer/asan_interface.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define VALUE_SIZE 64
#define ROOM (1UL << 31)
#define MAX 220

static u64 state, seed;
static const char *self;
static struct altbpf_insn prog[MAX];
static unsigned int len, sub_start;
static unsigned char *value;

static u32 rnd(u32 below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (u32)(state >> 32) % below;
}

static void emit(u8 code, u8 dst, u8 src, s16 off, s32 imm)
{
	if (len < MAX)
		prog[len++] = (struct altbpf_insn){ .code = code, .dst_reg = dst, .src_reg = src,
						    .off = off, .imm = imm };
}

static s32 some_imm(void)
{
	static const s32 odd[] = { 0, 1, -1, 2, 7, 8, 15, 31, 32, 63, 64, 65, 127, 255, 256, -8, -64,
				   65535, 0x7fffffff, -0x7fffffff - 1, 0x10000, 60, 56 };

	return rnd(3) ? odd[rnd(sizeof(odd) / sizeof(odd[0]))] : (s32)rnd(128);
}

/* R0 to R5 and R7 hold numbers; R6 is the buffer, R8 counts turns. */
static u8 some_reg(void)
{
	static const u8 regs[] = { 0, 1, 2, 3, 4, 5, 7 };

	return regs[rnd(sizeof(regs))];
}

static void emit_alu(void)
{
	static const u8 ops[] = { AB_ADD, AB_SUB, AB_MUL, AB_DIV, AB_OR, AB_AND, AB_LSH, AB_RSH,
				  AB_MOD, AB_XOR, AB_MOV, AB_ARSH, AB_AND, AB_ADD, AB_MOV, AB_MOV };
	u8 op = ops[rnd(sizeof(ops))], class = rnd(2) ? AB_ALU : AB_ALU64;
	s16 off = 0;
	s32 imm = some_imm();

	if (op == AB_LSH || op == AB_RSH || op == AB_ARSH)
		imm &= class == AB_ALU ? 31 : 63;
	if (op == AB_DIV || op == AB_MOD) {
		off = rnd(2);
		imm = imm ? imm : 3;
	}
	if (rnd(2)) {
		emit(class | op | AB_K, some_reg(), 0, off, imm);
		return;
	}
	if (op == AB_MOV && !rnd(3))
		off = rnd(2) ? 8 : 16;
	emit(class | op | AB_X, some_reg(), some_reg(), off, 0);
}

static const u8 sizes[] = { AB_B, AB_H, AB_W, AB_DW };

static void emit_jump(void)
{
	static const u8 ops[] = { AB_JEQ, AB_JGT, AB_JGE, AB_JSET, AB_JNE, AB_JSGT, AB_JSGE, AB_JLT,
				  AB_JLE, AB_JSLT, AB_JSLE };
	u8 code = (rnd(2) ? AB_JMP : AB_JMP32) | ops[rnd(sizeof(ops))];

	if (rnd(2))
		emit(code | AB_K, some_reg(), 0, 1 + rnd(6), some_imm());
	else
		emit(code | AB_X, some_reg(), some_reg(), 1 + rnd(6), 0);
}

/* Aligned stack slots, so that many of the accesses are allowed. */
static void emit_stack(void)
{
	u8 size = sizes[rnd(4)];
	u32 width = ab_insn_width(size);
	s16 off = -8 * (1 + (s16)rnd(3)) + (rnd(2) ? 0 : (s16)(rnd(8 / width) * width));

	switch (rnd(4)) {
	case 0:
		emit(AB_ST | AB_MEM | size, 10, 0, off, some_imm());
		break;
	case 1:
		emit(AB_STX | AB_MEM | size, 10, some_reg(), off, 0);
		break;
	default:
		emit(AB_LDX | (size != AB_DW && !rnd(3) ? AB_MEMSX : AB_MEM) | size, some_reg(), 10,
		     off, 0);
	}
}

/* The number is made small, as programs do; not always small enough. */
static void emit_bound(u8 reg)
{
	switch (rnd(5)) {
	case 0:
	case 1:
		emit(AB_ALU64 | AB_AND | AB_K, reg, 0, 0, 1 + rnd(64));
		break;
	case 2:
		emit(AB_JMP | AB_JGT | AB_K, reg, 0, 3, 40 + rnd(30));
		break;
	case 3:
		emit(AB_JMP32 | AB_JGE | AB_K, reg, 0, 3, 40 + rnd(30));
		break;
	}
}

static void emit_access(void)
{
	u8 reg = some_reg(), copy = some_reg(), size = sizes[rnd(4)];

	/* A copy is compared, perhaps after paths met again, and says something of the other. */
	if (!rnd(3)) {
		emit(AB_ALU64 | AB_MOV | AB_X, copy, reg, 0, 0);
		if (rnd(2))
			emit(AB_ALU64 | AB_ADD | AB_K, copy, 0, 0, (s32)rnd(20) - 10);
		emit_jump();
		emit_alu();
		emit_alu();
		if (rnd(2))
			emit_jump();
		emit_bound(copy);
	} else {
		emit_bound(reg);
	}
	emit(AB_ALU64 | AB_MOV | AB_X, 9, 6, 0, 0);
	emit(AB_ALU64 | AB_ADD | AB_X, 9, reg, 0, 0);
	if (rnd(2))
		emit(AB_LDX | AB_MEM | size, some_reg(), 9, (s16)rnd(8), 0);
	else
		emit(AB_STX | AB_MEM | size, 9, some_reg(), (s16)rnd(8), 0);
}

static void emit_any(void)
{
	switch (rnd(12)) {
	case 0:
	case 1:
		emit_jump();
		break;
	case 2:
	case 3:
		emit_stack();
		break;
	case 4:
		emit_access();
		break;
	case 5:
		emit(AB_LDX | AB_MEM | sizes[rnd(4)], some_reg(), 6, (s16)(8 * rnd(7)), 0);
		break;
	case 6: /* a known distance from a copy */
		emit(AB_ALU64 | AB_ADD | AB_K, some_reg(), 0, 0, (s32)rnd(16) - 4);
		break;
	default:
		emit_alu();
	}
}

static void emit_call(void)
{
	u32 i;

	/* The distance is filled in when the callee's place is known. */
	emit(AB_CALL_CODE, 0, ALTBPF_PSEUDO_CALL, 0, -1);
	for (i = 1; i <= 5; i++)
		emit(AB_ALU64 | AB_MOV | AB_X, i, rnd(2) ? 0 : 7, 0, 0);
}

static void emit_loop(void)
{
	unsigned int start, n = 1 + rnd(4);

	emit(AB_ALU64 | AB_MOV | AB_K, 8, 0, 0, 0);
	start = len;
	while (n--)
		emit_any();
	emit(AB_ALU64 | AB_ADD | AB_K, 8, 0, 0, 1);
	if (len < MAX)
		emit(AB_JMP | AB_JLT | AB_K, 8, 0, (s16)((int)start - (int)len - 1), 2 + rnd(12));
}

/* One step of a counter: mostly up, by a constant. */
static void emit_count(u8 reg)
{
	u8 class = rnd(2) ? AB_ALU : AB_ALU64;

	switch (rnd(12)) {
	case 0:
		emit(class | AB_ADD | AB_K, reg, 0, 0, some_imm());
		return;
	case 1:
		emit(class | AB_ADD | AB_X, reg, some_reg(), 0, 0);
		return;
	case 2:
		emit(class | AB_SUB | AB_K, reg, 0, 0, 1);
		return;
	case 3: /* not on every path */
		emit_jump();
		if (len)
			prog[len - 1].off = 1;
		break;
	case 4: /* on one path it begins anew */
		emit_jump();
		if (len)
			prog[len - 1].off = 1;
		emit(class | AB_MOV | AB_K, reg, 0, 0, (s32)rnd(3));
		break;
	case 5: /* by way of another register */
		emit(class | AB_MOV | AB_X, 9, reg, 0, 0);
		emit(class | AB_ADD | AB_K, 9, 0, 0, 1);
		emit(class | AB_MOV | AB_X, reg, 9, 0, 0);
		return;
	}
	emit(class | AB_ADD | AB_K, reg, 0, 0, 1 + (rnd(3) ? 0 : (s32)rnd(3)));
}

static s32 some_bound(void)
{
	return rnd(40) ? 1 + (s32)rnd(rnd(4) ? 60 : 2000) : 1 + (s32)rnd(100000);
}

/* A loop whose end has to be proved: its counter in R8 or in a slot, its body anything. */
static void emit_long_loop(unsigned int depth)
{
	static const u8 ends[] = { AB_JLT, AB_JLT, AB_JNE, AB_JSLT, AB_JLE, AB_JGT, AB_JSGT };
	u8 size = rnd(2) ? AB_DW : AB_W, jump = (rnd(3) ? AB_JMP : AB_JMP32) | ends[rnd(sizeof(ends))];
	s16 slot = -8 * (s16)(1 + rnd(6));
	bool down = !rnd(5), in_slot = depth || rnd(2);
	s32 bound = depth ? 1 + (s32)rnd(20) : some_bound();
	unsigned int start, n = rnd(3);
	u8 reg = in_slot ? some_reg() : 8;

	emit(AB_ALU64 | AB_MOV | AB_K, reg, 0, 0, down ? bound : 0);
	if (in_slot)
		emit(AB_STX | AB_MEM | size, 10, reg, slot, 0);
	start = len;
	while (n--)
		emit_any();
	if (!depth && !rnd(3))
		emit_long_loop(1);
	if (in_slot)
		emit(AB_LDX | AB_MEM | size, reg, 10, slot, 0);
	if (rnd(6)) { /* a number that is bounded by the loop's */
		if (down)
			emit(AB_ALU64 | AB_ADD | AB_K, reg, 0, 0, -1);
		else
			emit_count(reg);
	}
	if (in_slot && rnd(12))
		emit(AB_STX | AB_MEM | size, 10, reg, slot, 0);
	if (!rnd(3)) { /* with an access that needs the bound */
		emit(AB_ALU64 | AB_MOV | AB_X, 9, 6, 0, 0);
		emit(AB_ALU64 | AB_ADD | AB_X, 9, reg, 0, 0);
		emit(AB_STX | AB_MEM | AB_B, 9, some_reg(), (s16)rnd(4) - 1, 0);
	}
	if (down)
		jump = (jump & 7) | (rnd(2) ? AB_JNE : AB_JGT);
	if (len < MAX)
		emit(jump | AB_K, reg, 0, (s16)((int)start - (int)len - 1), down ? 0 : bound);
}

/* Many branches that each add something, as flags do. */
static void emit_chain(void)
{
	unsigned int i, n = 2 + rnd(8);
	u8 sum = some_reg(), of = some_reg();

	emit(AB_ALU64 | AB_MOV | AB_K, sum, 0, 0, 0);
	for (i = 0; i < n; i++) {
		emit(AB_JMP | AB_JSET | AB_K, of, 0, 1, 1 << i);
		switch (rnd(4)) {
		case 0:
			emit(AB_ALU64 | AB_ADD | AB_K, sum, 0, 0, 1 << rnd(5));
			break;
		case 1: /* pointers and numbers in one place */
			emit(AB_STX | AB_MEM | AB_DW, 10, rnd(2) ? 6 : some_reg(), -8 * (s16)(1 + rnd(3)), 0);
			break;
		default:
			emit(AB_ALU64 | AB_OR | AB_K, sum, 0, 0, 1 << (i & 7));
		}
	}
	if (rnd(2))
		emit(AB_ALU64 | AB_AND | AB_K, sum, 0, 0, 63);
	emit(AB_ALU64 | AB_MOV | AB_X, 9, 6, 0, 0);
	emit(AB_ALU64 | AB_ADD | AB_X, 9, sum, 0, 0);
	emit(AB_STX | AB_MEM | AB_B, 9, some_reg(), 0, 0);
	if (!rnd(3)) { /* what the slot held on the way */
		emit(AB_LDX | AB_MEM | AB_DW, 9, 10, -8 * (s16)(1 + rnd(3)), 0);
		emit(AB_LDX | AB_MEM | AB_B, some_reg(), rnd(2) ? 9 : 6, 0, 0);
	}
}

/* The first instruction of a 64-bit immediate may not be jumped over in half: none but the first. */
static void fix_jumps(void)
{
	unsigned int i, end;
	int target;

	for (i = 0; i < len; i++) {
		end = i < sub_start ? sub_start - 1 : len - 1;
		if (prog[i].code == AB_CALL_CODE)
			prog[i].imm = (s32)sub_start - (s32)i - 1;
		if ((prog[i].code & 6) != AB_JMP - 1 && AB_CLASS(prog[i].code) != AB_JMP &&
		    AB_CLASS(prog[i].code) != AB_JMP32)
			continue;
		if (prog[i].code == AB_CALL_CODE || prog[i].code == AB_EXIT_CODE)
			continue;
		target = (int)i + 1 + prog[i].off;
		if (target > (int)end)
			prog[i].off = (s16)((int)end - (int)i - 1);
	}
}

static void make_program(void)
{
	unsigned int i, n = 6 + rnd(24);

	len = 0;
	emit(AB_LD_IMM64, 6, ALTBPF_PSEUDO_MAP_VALUE, 0, 0);
	emit(0, 0, 0, 0, 0);
	for (i = 0; i <= 7; i++)
		if (i != 6)
			emit(AB_LDX | AB_MEM | sizes[rnd(4)], i, 6, (s16)(8 * i), 0);
	for (i = 1; i <= 3; i++)
		emit(AB_STX | AB_MEM | AB_DW, 10, some_reg(), (s16)(-8 * (s16)i), 0);
	emit(AB_ALU64 | AB_MOV | AB_K, 8, 0, 0, 0);
	emit(AB_ALU64 | AB_MOV | AB_X, 9, 6, 0, 0);
	for (i = 0; i < n && len < MAX - 90; i++) {
		if (!rnd(10))
			emit_loop();
		else if (!rnd(14))
			emit_long_loop(0);
		else if (!rnd(14))
			emit_chain();
		else if (!rnd(12))
			emit_call();
		else
			emit_any();
	}
	emit_access();
	emit(AB_ALU64 | AB_MOV | AB_K, 0, 0, 0, 0);
	emit(AB_EXIT_CODE, 0, 0, 0, 0);
	sub_start = len;
	emit(AB_ALU64 | AB_MOV | AB_X, 0, 1, 0, 0);
	emit(AB_ALU64 | AB_MOV | AB_X, 7, 2, 0, 0);
	for (i = 1; i <= 3; i++)
		emit(AB_STX | AB_MEM | AB_DW, 10, 1 + rnd(5), (s16)(-8 * (s16)i), 0);
	for (i = 0; i < 6; i++)
		switch (rnd(4)) {
		case 0:
			emit_jump();
			break;
		case 1:
			emit_stack();
			break;
		default:
			emit_alu();
		}
	emit(AB_EXIT_CODE, 0, 0, 0, 0);
	fix_jumps();
}

static bool calls(void)
{
	unsigned int i;

	for (i = 0; i < sub_start; i++)
		if (prog[i].code == AB_CALL_CODE)
			return true;
	return false;
}

static void too_long(int sig)
{
	printf("not ok sound - an accepted program does not end, or the verifier; again: %s --seed %llu --programs 1 --print\n",
	       self, (unsigned long long)seed);
	fflush(stdout);
	_exit(1);
}

static void print_program(void)
{
	char text[128];
	unsigned int i;

	for (i = 0; i < len; i++) {
		ab_disasm(text, sizeof(text), &prog[i]);
		fprintf(stderr, "# %3u: %s\n", i, text);
		i += ab_insn_is_ld_imm64(&prog[i]);
	}
}

static void died(void)
{
	printf("not ok sound - an accepted program left its memory; again: %s --seed %llu --programs 1 --print\n",
	       self, (unsigned long long)seed);
	fflush(stdout);
	print_program();
}

static void make_input(unsigned int turn)
{
	static const u64 odd[] = { 0, 1, 63, 64, 65, 0x7f, 0x80, 0xff, 0x7fffffff, 0x80000000,
				   0xffffffff, 0x100000000ULL, 0x7fffffffffffffffULL,
				   0x8000000000000000ULL, ~0ULL, ~0ULL - 7, 0xffffffff80000000ULL };
	u64 word[VALUE_SIZE / 8];
	unsigned int i;

	for (i = 0; i < VALUE_SIZE / 8; i++)
		word[i] = turn % 3 == 0 ? (u64)rnd(80) : turn % 3 == 1 ?
			  odd[rnd(sizeof(odd) / sizeof(odd[0]))] : (u64)rnd(~0U) << rnd(33);
	memcpy(value, word, VALUE_SIZE);
}

static void run_program(struct ab_facts *facts, struct ab_map_desc *map)
{
	struct ab_map_desc *maps[] = { map };
	struct altbpf_insn insns[MAX];
	struct ab_code code = { .insns = insns, .insn_cnt = len, .facts = facts, .maps = maps,
				.map_cnt = 1 };
	unsigned int turn;

	memcpy(insns, prog, sizeof(insns));
	insns[0].src_reg = 0;
	insns[0].imm = (s32)(u64)value;
	insns[1].imm = (s32)((u64)value >> 32);
	for (turn = 0; turn < 24; turn++) {
		make_input(turn);
		ab_interp_run(&code, 0, 0);
	}
}

/* The value stands alone in the middle of a region that faults. */
static void make_room(void)
{
	unsigned char *base = mmap(NULL, ROOM, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
				   -1, 0);
	unsigned char *page = base + ROOM / 2;

	if (base == MAP_FAILED || mprotect(page, 4096, PROT_READ | PROT_WRITE)) {
		perror("mmap");
		exit(2);
	}
	value = page + 2048;
	ASAN_POISON_MEMORY_REGION(page, 2048);
	ASAN_POISON_MEMORY_REGION(value + VALUE_SIZE, 2048 - VALUE_SIZE);
}

int main(int argc, char **argv)
{
	struct ab_map_desc map = { .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
				   .value_size = VALUE_SIZE, .max_entries = 1 };
	struct ab_map_desc *maps[] = { &map };
	unsigned long i, accepted = 0, joined = 0, programs = 4000;
	u64 first = 1;
	bool print = false;
	int arg;

	self = argv[0];
	for (arg = 1; arg < argc; arg++) {
		if (!strcmp(argv[arg], "--seed") && arg + 1 < argc)
			first = strtoull(argv[++arg], NULL, 0);
		else if (!strcmp(argv[arg], "--programs") && arg + 1 < argc)
			programs = strtoul(argv[++arg], NULL, 0);
		else if (!strcmp(argv[arg], "--print"))
			print = true;
	}
	make_room();
	signal(SIGALRM, too_long);
	__asan_set_death_callback(died);
	for (i = 0; i < programs; i++) {
		struct ab_verify_in in = { .insns = prog, .prog_type = ALTBPF_PROG_TYPE_RAW_TRACEPOINT,
					   .gpl = true, .maps = maps, .map_cnt = 1 };
		struct ab_verify_out out;

		seed = first + i;
		state = seed * 0x9e3779b97f4a7c15ULL + 1;
		make_program();
		if (!calls())
			len = sub_start;
		in.insn_cnt = len;
		in.work_limit = 20000;
		/* Most by joining from the first branch on. */
		in.path_limit = rnd(4) ? 1 + rnd(40) : 0;
		alarm(20);
		if (print)
			print_program();
		if (!ab_verify(&in, &out)) {
			accepted++;
			joined += out.joins > 0;
			run_program(&out.facts, &map);
		} else if (print) {
			fprintf(stderr, "# refused: %s at %d\n", out.reason, out.insn);
		}
		ab_facts_fini(&out.facts);
	}
	printf("ok sound\n# %lu programs, %lu accepted and run, %lu of them with joined states\n", programs, accepted, joined);
	return 0;
}
