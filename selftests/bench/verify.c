// SPDX-License-Identifier: GPL-2.0
/*
 * Time to verify programs of shapes that grow: straight lines, chains of branches, loops. Beside
 * the host kernel's bpf(2), whose log tells its own time; runs of both alternate, medians are
 * printed. Asserts nothing.
 *
 *	verify [--paths] [--only NAME]	--paths: never join states
 */
#include "core/isa/disasm.h"
#include "core/verify/verify.h"
#include "libcore/host.h"
#include "shapes.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 3
#define VALUE_SIZE 4096
#define HOST_SECONDS 4

struct result {
	bool accepted;
	bool stopped;
	double ms;
	u64 processed;
	u64 peak;
	const char *why;
	int insn;
};

static bool paths_only;

static double now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return ts.tv_sec * 1e3 + ts.tv_nsec / 1e6;
}

/* As much of bpf(2)'s attributes as is needed here. */
static int host_map(void)
{
	u32 attr[16] = { 2 /* array */, 4, VALUE_SIZE, 1 };

	return (int)syscall(SYS_bpf, 0, attr, sizeof(attr));
}

struct load_attr {
	u32 prog_type;
	u32 insn_cnt;
	u64 insns;
	u64 license;
	u32 log_level;
	u32 log_size;
	u64 log_buf;
	u64 rest[8];
};

static void host_verify(const struct shape *shape, int map, struct result *res)
{
	static char log[1 << 16];
	struct altbpf_insn *insns = malloc(shape->len * sizeof(*insns));
	struct load_attr attr = { .prog_type = ALTBPF_PROG_TYPE_XDP, .insn_cnt = shape->len,
				  .insns = (u64)insns, .license = (u64) "GPL", .log_level = 4,
				  .log_size = sizeof(log), .log_buf = (u64)log };
	const char *p;
	u32 i;
	int fd;

	memcpy(insns, shape->insns, shape->len * sizeof(*insns));
	for (i = 0; i < shape->len; i++)
		if (insns[i].code == 0x18 && insns[i].src_reg == ALTBPF_PSEUDO_MAP_VALUE)
			insns[i].imm = map;
	log[0] = 0;
	alarm(HOST_SECONDS);
	fd = (int)syscall(SYS_bpf, 5, &attr, sizeof(attr));
	res->stopped = fd < 0 && (errno == EAGAIN || errno == EINTR);
	alarm(0);
	res->accepted = fd >= 0;
	p = strstr(log, "verification time ");
	res->ms = p ? atof(p + 18) / 1e3 : -1;
	p = strstr(log, "processed ");
	res->processed = p ? strtoull(p + 10, NULL, 10) : 0;
	if (fd >= 0)
		close(fd);
	free(insns);
}

static void own_verify(const struct shape *shape, struct result *res)
{
	static struct ab_map_desc map = { .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4,
					  .value_size = VALUE_SIZE, .max_entries = 1 };
	struct ab_map_desc *maps[] = { &map };
	struct ab_verify_in in = { .insns = shape->insns, .insn_cnt = shape->len,
				   .prog_type = ALTBPF_PROG_TYPE_XDP, .gpl = true, .maps = maps,
				   .map_cnt = 1, .path_limit = paths_only ? ~0ULL >> 1 : 0 };
	struct ab_verify_out out;
	double from = now_ms();

	res->accepted = !ab_verify(&in, &out);
	res->ms = now_ms() - from;
	res->processed = out.processed;
	res->peak = out.peak_mem;
	res->why = out.reason;
	res->insn = out.insn;
	ab_facts_fini(&out.facts);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void measure(const struct shape *shape, int map)
{
	struct result own = {}, host = {};
	double own_ms[ROUNDS], host_ms[ROUNDS];
	char mainline[48] = "-";
	u32 i;

	for (i = 0; i < ROUNDS; i++) {
		own_verify(shape, &own);
		own_ms[i] = own.ms;
		if (map >= 0 && host.ms >= 0 && host.ms < 1000)
			host_verify(shape, map, &host);
		host_ms[i] = host.ms;
	}
	qsort(own_ms, ROUNDS, sizeof(double), compare);
	qsort(host_ms, ROUNDS, sizeof(double), compare);
	if (map >= 0)
		snprintf(mainline, sizeof(mainline), host.stopped ? "   > 4000 ..." : "%9.2f %s",
			 host_ms[ROUNDS / 2], host.accepted ? "yes" : "NO ");
	printf("%-42s %8u  %-14s %8llu  %9.2f %s %8llu %8llu KiB%s%s\n", shape->name, shape->len,
	       mainline, (unsigned long long)host.processed, own_ms[ROUNDS / 2],
	       own.accepted ? "yes" : "NO ", (unsigned long long)own.processed,
	       (unsigned long long)own.peak / 1024, own.why ? " " : "", own.why ? own.why : "");
	fflush(stdout);
}

/* The signal ends the host's verification. */
static void stop(int sig)
{
}

int main(int argc, char **argv)
{
	const char *only = NULL;
	struct shape shape;
	int i, map;

	for (i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--paths"))
			paths_only = true;
		else if (!strcmp(argv[i], "--only") && i + 1 < argc)
			only = argv[++i];
	}
	signal(SIGALRM, stop);
	map = host_map();
	if (map < 0)
		printf("# the host's bpf(2) is not there (needs root)\n");
	printf("%-42s %8s  %-14s %8s  %-14s %8s %12s\n", "shape", "insns", "mainline ms", "walked",
	       "  altbpf ms", "walked", "memory");
	for (i = 0; shape_make(&shape, i); i++) {
		if (!only || strstr(shape.name, only))
			measure(&shape, map);
		free(shape.insns);
	}
	return 0;
}
