// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers that make text. What programs print goes to a trace instance of our own, to be read from
 * /sys/kernel/tracing/instances/altbpf/trace_pipe. Proved by selftests/kernel/helper_print.c.
 */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/percpu.h>
#include <linux/trace.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

#define LINE_SIZE 1024
/* A program can interrupt another that prints, and be interrupted. */
#define NESTING 3
#define PRINTK_ARGS 3

struct print_lines {
	u32 depth;
	char line[NESTING][LINE_SIZE];
};

static struct print_lines __percpu *print_lines;
static struct trace_array *instance;

/*
 * The trace shows the name of the function that printed: people and tools look for this one.
 */
static noinline __used void bpf_trace_printk(void)
{
	barrier();
}

/* A line buffer of this CPU; preemption is off while programs run. Return: NULL, all are in use. */
static char *line_get(void)
{
	struct print_lines *lines = this_cpu_ptr(print_lines);

	if (lines->depth >= NESTING)
		return NULL;
	return lines->line[lines->depth++];
}

static void line_put(void)
{
	this_cpu_ptr(print_lines)->depth--;
}

static long print_line(const char *fmt, u32 fmt_size, const u64 *args, u32 cnt)
{
	char *line = line_get();
	int len;

	if (!line)
		return -EBUSY;
	len = ab_format(line, LINE_SIZE, fmt, fmt_size, args, cnt);
	if (len >= 0) {
		u32 end = min(len, LINE_SIZE - 1);

		if (instance)
			trace_array_printk(instance, (unsigned long)bpf_trace_printk,
					   end && line[end - 1] == '\n' ? "%s" : "%s\n", line);
	}
	line_put();
	return len;
}

AB_HELPER(trace_printk)
{
	u64 args[PRINTK_ARGS] = { r3, r4, r5 };

	return print_line(AB_PTR(r1), r2, args, PRINTK_ARGS);
}

/* Are @data and its @size an array of arguments? */
static bool are_args(u64 data, u32 size)
{
	return !(size % sizeof(u64)) && size <= AB_FORMAT_ARGS * sizeof(u64) && (data || !size);
}

AB_HELPER(trace_vprintk)
{
	if (!are_args(r3, r4))
		return -EINVAL;
	return print_line(AB_PTR(r1), r2, AB_PTR(r3), (u32)r4 / sizeof(u64));
}

AB_HELPER(snprintf)
{
	int len;

	if (!are_args(r4, r5))
		return -EINVAL;
	/* The text is a constant that the verifier saw end. */
	len = ab_format(AB_PTR(r1), r2, AB_PTR(r3), U32_MAX, AB_PTR(r4), (u32)r5 / sizeof(u64));
	return len < 0 ? len : len + 1;
}

int ab_print_init(void)
{
	print_lines = alloc_percpu(struct print_lines);
	if (!print_lines)
		return -ENOMEM;
	/* Without tracing in the kernel programs still run, their text goes nowhere. */
	instance = trace_array_get_by_name("altbpf");
	if (instance && trace_array_init_printk(instance)) {
		trace_array_put(instance);
		instance = NULL;
	}
	return 0;
}

void ab_print_exit(void)
{
	if (instance) {
		trace_array_put(instance);
		/* Stays while somebody reads it; the next start finds it again. */
		trace_array_destroy(instance);
	}
	free_percpu(print_lines);
}
