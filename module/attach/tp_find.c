// SPDX-License-Identifier: GPL-2.0
/*
 * Tracepoints by name, for raw_tp.h: the kernel's own can be listed at any time, those of modules
 * are told to a notifier when modules come and go. Proved by selftests/kernel/attach_raw_tp.c.
 */
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "attach/internal.h"
#include "attach/raw_tp.h"

struct search {
	const char *name;
	struct tracepoint *found;
};

static void compare(struct tracepoint *tp, void *data)
{
	struct search *search = data;

	if (!strcmp(tp->name, search->name))
		search->found = tp;
}

#ifdef CONFIG_MODULES
/* A module that has tracepoints. */
struct tp_owner {
	struct list_head list;
	struct module *module;
};

static LIST_HEAD(owners);
static DEFINE_MUTEX(owners_lock);

static int add_owner(struct module *module)
{
	struct tp_owner *owner = kmalloc(sizeof(*owner), GFP_KERNEL);

	if (!owner)
		return NOTIFY_OK; /* its tracepoints stay unknown */
	owner->module = module;
	mutex_lock(&owners_lock);
	list_add(&owner->list, &owners);
	mutex_unlock(&owners_lock);
	return NOTIFY_OK;
}

static void drop_owners(const struct module *module)
{
	struct tp_owner *owner, *next;

	mutex_lock(&owners_lock);
	list_for_each_entry_safe(owner, next, &owners, list) {
		if (module && owner->module != module)
			continue;
		list_del(&owner->list);
		kfree(owner);
	}
	mutex_unlock(&owners_lock);
}

static int on_module(struct notifier_block *nb, unsigned long action, void *data)
{
	struct tp_module *tp_module = data;

	if (action == MODULE_STATE_COMING)
		return add_owner(tp_module->mod);
	if (action == MODULE_STATE_GOING)
		drop_owners(tp_module->mod);
	return NOTIFY_OK;
}

static struct notifier_block module_nb = { .notifier_call = on_module };

static struct tracepoint *find_in_modules(const char *name, struct module **module)
{
	struct tracepoint *found = NULL;
	struct tp_owner *owner;
	u32 i;

	mutex_lock(&owners_lock);
	list_for_each_entry(owner, &owners, list) {
		struct module *mod = owner->module;

		for (i = 0; i < mod->num_tracepoints && !found; i++) {
			struct tracepoint *tp = tracepoint_ptr_deref(&mod->tracepoints_ptrs[i]);

			if (!strcmp(tp->name, name))
				found = tp;
		}
		if (!found)
			continue;
		if (try_module_get(mod))
			*module = mod;
		else
			found = NULL;
		break;
	}
	mutex_unlock(&owners_lock);
	return found;
}

int ab_raw_tp_init(void)
{
	/* Tells of the modules that are there, too. */
	return register_tracepoint_module_notifier(&module_nb);
}

void ab_raw_tp_exit(void)
{
	unregister_tracepoint_module_notifier(&module_nb);
	drop_owners(NULL);
}
#else
static struct tracepoint *find_in_modules(const char *name, struct module **module)
{
	return NULL;
}

int ab_raw_tp_init(void)
{
	return 0;
}

void ab_raw_tp_exit(void)
{
}
#endif

struct tracepoint *ab_raw_tp_find(const char *name, struct module **module)
{
	struct search search = { .name = name };

	for_each_kernel_tracepoint(compare, &search);
	if (!module)
		return search.found;
	*module = NULL;
	return search.found ?: find_in_modules(name, module);
}
