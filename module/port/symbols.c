// SPDX-License-Identifier: GPL-2.0
/*
 * Kernel symbols that are not exported, for symbols.h: a kprobe on kallsyms_lookup_name is
 * registered and removed at once; its address is the function's. Proved by every boot test.
 */
#include <linux/init.h>
#include <linux/kprobes.h>
#include "port/symbols.h"

static unsigned long no_lookup(const char *name)
{
	return 0;
}

DEFINE_STATIC_CALL(ab_kallsyms, no_lookup);

int ab_symbols_init(void)
{
	struct kprobe kp = { .symbol_name = "kallsyms_lookup_name" };
	unsigned long addr;

	if (register_kprobe(&kp) < 0)
		return 0;
	addr = (unsigned long)kp.addr;
	unregister_kprobe(&kp);
#ifdef CONFIG_X86_KERNEL_IBT
	/* The probe landed behind the ENDBR. */
	if ((addr & 15) == 4)
		addr -= 4;
#endif
	static_call_update(ab_kallsyms, (unsigned long (*)(const char *))addr);
	return 0;
}

unsigned long ab_symbol_find(const char *name)
{
	return static_call(ab_kallsyms)(name);
}
