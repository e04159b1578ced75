// SPDX-License-Identifier: GPL-2.0
/* Symbols that are ambiguous, for hooks.h. Proved by selftests/kernel/attach_kprobe.c. */
#include <linux/mutex.h>
#include <linux/static_call.h>
#include <linux/string.h>
#include "port/hooks.h"
#include "port/symbols.h"

struct count {
	const char *name;
	u32 cnt;
};

static int no_each_match(int (*fn)(void *data, unsigned long addr), const char *name, void *data)
{
	return -EOPNOTSUPP;
}

DEFINE_STATIC_CALL(ab_each_match, no_each_match);

static int count_match(void *data, unsigned long addr)
{
	((struct count *)data)->cnt++;
	return 0;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 4, 0)
static int no_each_symbol(int (*fn)(void *data, const char *name, struct module *module, unsigned long addr),
			  void *data)
{
	return -EOPNOTSUPP;
}

DEFINE_STATIC_CALL(ab_each_symbol, no_each_symbol);

static int count_symbol(void *data, const char *name, struct module *module, unsigned long addr)
{
	struct count *count = data;

	if (!module && !strcmp(name, count->name))
		count->cnt++;
	return 0;
}

static void find_each_symbol(void)
{
	unsigned long addr = ab_symbol_find("kallsyms_on_each_symbol");

	if (addr)
		static_call_update(ab_each_symbol, (typeof(&no_each_symbol))addr);
}

/* Before there was a look-up by name every symbol had to be asked. */
static void count_all(struct count *count)
{
	static_call(ab_each_symbol)(count_symbol, count);
}
#else
static void find_each_symbol(void)
{
}

static void count_all(struct count *count)
{
}
#endif

u32 ab_symbol_count(const char *name)
{
	static DEFINE_MUTEX(lock);
	static bool found;
	struct count count = { .name = name };
	unsigned long addr;

	mutex_lock(&lock);
	if (!found) {
		addr = ab_symbol_find("kallsyms_on_each_match_symbol");
		if (addr)
			static_call_update(ab_each_match, (typeof(&no_each_match))addr);
		else
			find_each_symbol();
		found = true;
	}
	mutex_unlock(&lock);
	if (static_call(ab_each_match)(count_match, name, &count) == -EOPNOTSUPP)
		count_all(&count);
	return count.cnt ?: 1;
}
