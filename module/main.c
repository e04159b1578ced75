// SPDX-License-Identifier: GPL-2.0
/*
 * The module: brings the layers up in order and down in reverse. While a descriptor or a held link
 * lives, the module is in use and stays; when it goes, every layer waits out what is still on its
 * way (grace periods, workers).
 */
#include <linux/kernel.h>
#include <linux/module.h>
#include "attach/link.h"
#include "dev/dev.h"
#include "helpers/helpers.h"
#include "load/limits.h"
#include "load/load.h"
#include "maps/map.h"
#include "port/symbols.h"
#include "port/text.h"
#include "port/thunks.h"
#include "run/run.h"

#define AB_VERSION "0.2"

static bool stats;
static bool running; /* parameters act at once */

static int set_stats(const char *text, const struct kernel_param *kp)
{
	bool before = stats;
	int err = param_set_bool(text, kp);

	if (err || !running || stats == before)
		return err;
	if (stats)
		ab_run_stats_get();
	else
		ab_run_stats_put();
	return 0;
}

static int set_jit(const char *text, const struct kernel_param *kp)
{
	int mode, err = kstrtoint(text, 0, &mode);

	if (err)
		return err;
	if (mode < 0 || mode > 2)
		return -EINVAL;
	WRITE_ONCE(ab_compile_mode, mode);
	return 0;
}

static const struct kernel_param_ops stats_ops = { .set = set_stats, .get = param_get_bool };
static const struct kernel_param_ops jit_ops = { .set = set_jit, .get = param_get_int };

module_param_cb(jit, &jit_ops, &ab_compile_mode, 0644);
MODULE_PARM_DESC(jit, "how programs run: 0 interpreter, 1 compiled, 2 compiled and the image printed");
module_param_cb(stats, &stats_ops, &stats, 0644);
MODULE_PARM_DESC(stats, "count and time every run");
module_param_named(verify_insns, ab_load_work_limit, ullong, 0644);
MODULE_PARM_DESC(verify_insns, "instructions that one verification may process, 0: the default");
module_param_named(verify_mem, ab_load_mem_limit, ullong, 0644);
MODULE_PARM_DESC(verify_mem, "bytes that one verification may keep, 0: the default");

static int __init ab_init(void)
{
	int err;

	err = ab_symbols_init();
	if (err)
		return err;
	err = ab_text_init();
	if (err)
		return err;
	ab_thunks_init();
	err = ab_maps_init();
	if (err)
		goto err_text;
	err = ab_helpers_init();
	if (err)
		goto err_maps;
	err = ab_load_init();
	if (err)
		goto err_helpers;
	err = ab_attach_init();
	if (err)
		goto err_load;
	err = ab_dev_init();
	if (err)
		goto err_attach;
	if (stats)
		ab_run_stats_get();
	running = true;
	return 0;

err_attach:
	ab_attach_exit();
err_load:
	ab_load_exit();
err_helpers:
	ab_helpers_exit();
err_maps:
	ab_maps_exit();
err_text:
	ab_text_exit();
	return err;
}

static void __exit ab_exit(void)
{
	ab_dev_exit();
	ab_attach_exit();
	ab_load_exit();
	ab_helpers_exit();
	ab_maps_exit();
	ab_text_exit();
}

module_init(ab_init);
module_exit(ab_exit);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A second BPF runtime: verifier, JIT, maps and attach points behind /dev/altbpf");
MODULE_VERSION(AB_VERSION);
