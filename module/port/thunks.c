// SPDX-License-Identifier: GPL-2.0
/*
 * What generated code must know of this machine, for thunks.h. The kernel patches returns and
 * indirect branches of modules for the CPU at hand; what it made of the return below says how
 * generated code has to return. Proved by every program that runs in the VM.
 */
#include <linux/linkage.h>
#include <linux/percpu.h>
#include <linux/smp.h>
#include <linux/version.h>
#include <asm/cpufeature.h>
#include <asm/current.h>
#include <asm/nospec-branch.h>
#include <asm/unaligned.h>
#include "port/symbols.h"
#include "port/thunks.h"

struct ab_jit_env ab_jit_env;

/* A function that is nothing but a return. */
asm(	".pushsection .text\n"
	".balign 16\n"
	".type ab_thunks_return, @function\n"
	"ab_thunks_return:\n"
	ASM_RET
	".size ab_thunks_return, . - ab_thunks_return\n"
	".balign 16, 0xcc\n"
	".popsection\n");
extern const u8 ab_thunks_return[];

static u64 find_return_thunk(void)
{
	const u8 *code = ab_thunks_return;

	OPTIMIZER_HIDE_VAR(code);
	if (*code != 0xe9)
		return 0;
	return (u64)code + 5 + (s32)get_unaligned((const u32 *)(code + 1));
}

#ifdef CONFIG_RETPOLINE
#define THUNK(nr, reg) { nr, #reg, &__x86_indirect_thunk_##reg }
static const struct {
	u8 nr;
	const char *reg;
	const void *thunk;
} thunks[] = {
	THUNK(0, rax), THUNK(1, rcx), THUNK(2, rdx), THUNK(3, rbx), THUNK(5, rbp), THUNK(6, rsi),
	THUNK(7, rdi), THUNK(8, r8), THUNK(9, r9), THUNK(10, r10), THUNK(11, r11), THUNK(12, r12),
	THUNK(13, r13), THUNK(14, r14), THUNK(15, r15),
};

static void find_indirect_thunks(u64 *out)
{
	u32 i;

	if (!boot_cpu_has(X86_FEATURE_RETPOLINE) && !boot_cpu_has(X86_FEATURE_RETPOLINE_LFENCE)) {
#ifdef X86_FEATURE_INDIRECT_THUNK_ITS
		char name[40];

		if (!boot_cpu_has(X86_FEATURE_INDIRECT_THUNK_ITS))
			return;
		for (i = 0; i < ARRAY_SIZE(thunks); i++) {
			snprintf(name, sizeof(name), "__x86_indirect_its_thunk_%s", thunks[i].reg);
			out[thunks[i].nr] = ab_symbol_find(name);
		}
#endif
		return;
	}
	for (i = 0; i < ARRAY_SIZE(thunks); i++)
		out[thunks[i].nr] = (u64)thunks[i].thunk;
}
#else
static void find_indirect_thunks(u64 *out)
{
}
#endif

/* Per-CPU variables at known offsets from the gs base; kernels that moved them use the helpers. */
static void find_percpu(struct ab_jit_env *env)
{
	env->this_cpu_off = (u32)(unsigned long)&this_cpu_off;
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
	env->cpu_offset = (u32)(unsigned long)&cpu_number;
	env->current_task = (u32)(unsigned long)&current_task;
#elif LINUX_VERSION_CODE < KERNEL_VERSION(6, 15, 0)
	env->cpu_offset = (u32)(unsigned long)&pcpu_hot.cpu_number;
	env->current_task = (u32)(unsigned long)&pcpu_hot.current_task;
#endif
}

void ab_thunks_init(void)
{
	ab_jit_env.endbr = IS_ENABLED(CONFIG_X86_KERNEL_IBT);
	ab_jit_env.return_thunk = find_return_thunk();
	ab_jit_env.has_bmi2 = boot_cpu_has(X86_FEATURE_BMI2);
	find_indirect_thunks(ab_jit_env.indirect_thunk);
	find_percpu(&ab_jit_env);
}
