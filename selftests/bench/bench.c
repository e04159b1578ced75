// SPDX-License-Identifier: GPL-2.0
/*
 * Code quality side by side: the same bytecode by the host kernel's JIT (PROG_TEST_RUN) and by
 * ours in this process, on the same packet. Runs take turns, each program is loaded several times
 * (where code lies in memory changes its speed), medians are compared. The last line is the
 * geometric mean of time and of code size, ours to mainline's; lower is better.
 *
 *	bench [--only NAME] [--loads N] [--dump DIR] FILE.bpf.o ...
 */
#include "core/interp/interp.h"
#include "../fuzz/native.h"
#include "mainline.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#define MAX_LOADS 16
#define ROUNDS 3 /* per load */
#define RUN_NS 1500000.0 /* one measurement takes about so long */

struct xdp_ctx {
	u8 *data;
	u8 *data_end;
};

static const char *only, *dump_dir;
static u32 loads = 5;
static u8 *packet;
static double log_time, log_size;
static u32 measured, wrong;

static double now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e9 + t.tv_nsec;
}

static double native_run(const struct native *native, u32 repeat, u32 *retval)
{
	struct xdp_ctx ctx = { packet, packet + MAINLINE_PACKET };
	u64 (*entry)(void *ctx) = (void *)native->entry;
	double start = now_ns();
	u32 i;

	for (i = 0; i < repeat; i++)
		*retval = entry(&ctx);
	return (now_ns() - start) / repeat;
}

/* Loads of 32-bit context fields become loads of our context's pointers, while r1 is the context. */
static void lower_context(struct altbpf_insn *insns, u32 cnt)
{
	u32 i;

	for (i = 0; i < cnt; i++) {
		struct altbpf_insn *insn = &insns[i];
		bool is_load = insn->code == (AB_LDX | AB_MEM | AB_W) && insn->src_reg == 1;

		if (is_load) {
			insn->code = AB_LDX | AB_MEM | AB_DW;
			insn->off *= 2;
		}
		if (insn->dst_reg == 1 || AB_CLASS(insn->code) == AB_JMP)
			return;
	}
}

/* Bytes of stack that a function's offsets from r10 need. */
static u32 stack_of(const struct altbpf_insn *insns, const struct ab_subprog *sub)
{
	s32 deepest = 0;
	u32 i;

	for (i = sub->start; i < sub->end; i++) {
		const struct altbpf_insn *insn = &insns[i];
		u8 base = AB_CLASS(insn->code) == AB_LDX ? insn->src_reg : insn->dst_reg;

		if (AB_CLASS(insn->code) <= AB_STX && AB_CLASS(insn->code) != AB_LD &&
		    base == AB_REG_FP)
			deepest = insn->off < deepest ? insn->off : deepest;
		if (insn->code == (AB_ALU64 | AB_MOV | AB_X) && insn->src_reg == AB_REG_FP)
			deepest = -AB_MAX_STACK;
	}
	return -deepest;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(double *v, u32 n)
{
	qsort(v, n, sizeof(*v), compare);
	return n % 2 ? v[n / 2] : (v[n / 2 - 1] + v[n / 2]) / 2;
}

static void dump(const struct native *native, const char *name)
{
	char path[256];
	FILE *f;

	if (!dump_dir)
		return;
	snprintf(path, sizeof(path), "%s/%s.bin", dump_dir, name);
	f = fopen(path, "w");
	if (f) {
		fwrite((void *)native->image, 1, native->size, f);
		fclose(f);
	}
}

struct times {
	double mainline[MAX_LOADS * ROUNDS];
	double ours[MAX_LOADS * ROUNDS];
	u32 n;
};

static bool measure_load(const struct ab_code *code, const struct mainline_prog *prog,
			 struct native *native, u32 load, struct times *times)
{
	struct ab_jit_env env = native_env();
	u32 want = 0, got = 0, i, repeat;
	int fd = mainline_reload(prog);
	double probe;

	if (fd < 0 || native_build(native, code, &env, load * 80 & ~15U)) {
		printf("# %s: cannot be loaded\n", prog->name);
		return false;
	}
	probe = mainline_run(fd, packet, 200, &want);
	native_run(native, 200, &got);
	if (want != got) {
		printf("not ok %s - result: mainline %u, ours %u\n", prog->name, want, got);
		wrong++;
		mainline_close(fd);
		return false;
	}
	repeat = RUN_NS / (probe > 10 ? probe : 10);
	for (i = 0; i < ROUNDS; i++, times->n++) {
		times->mainline[times->n] = mainline_run(fd, packet, repeat, &want);
		times->ours[times->n] = native_run(native, repeat, &got);
	}
	mainline_close(fd);
	return true;
}

static void measure(const struct ab_code *code, const struct mainline_prog *prog)
{
	struct times times = { .n = 0 };
	struct native native;
	double theirs, ours;
	u32 i;

	if (native_init(&native, 1 << 16))
		return;
	for (i = 0; i < loads; i++)
		if (!measure_load(code, prog, &native, i, &times))
			break;
	if (i == loads) {
		theirs = median(times.mainline, times.n);
		ours = median(times.ours, times.n);
		printf("%-18s %9.0f %9.0f %6.2f %8u %6u %6.2f\n", prog->name, theirs, ours,
		       ours / theirs, prog->jited_len, native.size,
		       (double)native.size / prog->jited_len);
		fflush(stdout);
		log_time += log(ours / theirs);
		log_size += log((double)native.size / prog->jited_len);
		measured++;
	}
	native_fini(&native);
	if (dump_dir && !native_init(&native, 1 << 16)) {
		struct ab_jit_env env = native_env();

		if (!native_build(&native, code, &env, 0))
			dump(&native, prog->name);
		native_fini(&native);
	}
}

static void each(struct mainline_prog *prog)
{
	struct altbpf_insn *insns;
	struct ab_facts facts = { 0 };
	struct ab_code code = { .insn_cnt = prog->cnt, .facts = &facts };
	u32 i;

	if (only && strcmp(only, prog->name))
		return;
	insns = malloc(prog->cnt * sizeof(*insns));
	memcpy(insns, prog->insns, prog->cnt * sizeof(*insns));
	code.insns = insns;
	if (!ab_code_scan(insns, prog->cnt, &facts)) {
		lower_context(insns, prog->cnt);
		for (i = 0; i < facts.subprog_cnt; i++)
			facts.subprogs[i].stack = stack_of(insns, &facts.subprogs[i]);
		measure(&code, prog);
	} else {
		printf("# %s: not understood\n", prog->name);
	}
	ab_facts_fini(&facts);
	free(insns);
}

static void fill_packet(void)
{
	u32 i, x = 12345;

	packet = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
		      MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	for (i = 0; i < MAINLINE_PACKET; i++) {
		x = x * 1103515245 + 12345;
		packet[i] = x >> 16;
	}
}

int main(int argc, char **argv)
{
	int i;

	fill_packet();
	printf("%-18s %9s %9s %6s %8s %6s %6s\n", "program", "mainline", "ours", "ratio", "bytes",
	       "ours", "ratio");
	for (i = 1; i < argc; i++) {
		int err = 0;

		if (!strcmp(argv[i], "--only") && i + 1 < argc)
			only = argv[++i];
		else if (!strcmp(argv[i], "--loads") && i + 1 < argc)
			loads = atoi(argv[++i]) < MAX_LOADS ? atoi(argv[i]) : MAX_LOADS;
		else if (!strcmp(argv[i], "--dump") && i + 1 < argc)
			dump_dir = argv[++i];
		else
			err = mainline_each(argv[i], each);
		if (err)
			printf("# %s: error %d (bpf(2) needs root)\n", argv[i], err);
	}
	if (measured)
		printf("%u programs, nanoseconds a run; geometric mean of the ratios: time %.3f, bytes %.3f\n",
		       measured, exp(log_time / measured), exp(log_size / measured));
	return wrong || !measured;
}
