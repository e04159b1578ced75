// SPDX-License-Identifier: GPL-2.0
/*
 * Walks stacks, for unwind.h. The kernel's stack by the kernel's unwinder, from the registers of
 * the hook where there are any; a user stack by its chain of frame pointers, reading with faults
 * caught. Proved by selftests/kernel/helper_stack.c and map_stack_trace.c.
 */
#include <linux/errno.h>
#include <linux/module.h>
#include <linux/ptrace.h>
#include <linux/sched.h>
#include <linux/sched/task_stack.h>
#include <linux/uaccess.h>
#include <asm/unwind.h>
#include "helpers/context.h"
#include "helpers/unwind.h"

static int walk_kernel(struct pt_regs *regs, u64 *ips, u32 max)
{
	struct unwind_state state;
	bool outside = false;
	unsigned long ip;
	u32 cnt = 0;

	/* At a syscall the registers are user space's: then the kernel's stack starts here. */
	if (regs && user_mode(regs))
		regs = NULL;
	if (regs && max) {
		/* The unwinder starts behind this one. */
		ips[cnt++] = instruction_pointer(regs);
		outside = true;
	}
	for (unwind_start(&state, current, regs, NULL); cnt < max && !unwind_done(&state);
	     unwind_next_frame(&state)) {
		ip = unwind_get_return_address(&state);
		if (!ip)
			break;
		/* Without registers the walk starts in this function: our own frames are of no interest. */
		if (!outside && within_module(ip, THIS_MODULE))
			continue;
		outside = true;
		ips[cnt++] = ip;
	}
	return cnt;
}

/* What a function with a frame pointer has at it, in a 64-bit and in a 32-bit task. */
struct frame64 {
	u64 next;
	u64 ret;
};

struct frame32 {
	u32 next;
	u32 ret;
};

static bool read_frame(u64 at, bool is_64, struct frame64 *frame)
{
	struct frame32 small;

	if (is_64)
		return !copy_from_user_nofault(frame, (void __user *)at, sizeof(*frame));
	if (copy_from_user_nofault(&small, (void __user *)at, sizeof(small)))
		return false;
	frame->next = small.next;
	frame->ret = small.ret;
	return true;
}

static int walk_user(u64 *ips, u32 max)
{
	struct pt_regs *regs = task_pt_regs(current);
	struct frame64 frame;
	u64 at;
	u32 cnt = 0;
	bool is_64;

	if (!current->mm || current->flags & PF_KTHREAD || !user_mode(regs))
		return -EFAULT;
	is_64 = user_64bit_mode(regs);
	if (max)
		ips[cnt++] = instruction_pointer(regs);
	at = frame_pointer(regs);
	while (cnt < max && at && read_frame(at, is_64, &frame)) {
		ips[cnt++] = frame.ret;
		/* Stacks grow down: a chain that does not go up is none. */
		if (frame.next <= at)
			break;
		at = frame.next;
	}
	return cnt;
}

int ab_unwind_save(u64 *ips, u32 max, bool user)
{
	const struct ab_run *run = __this_cpu_read(ab_run_current);

	if (user)
		return walk_user(ips, max);
	return walk_kernel(run ? run->regs : NULL, ips, max);
}
