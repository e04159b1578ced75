// SPDX-License-Identifier: GPL-2.0
/*
 * Run statistics are on while someone wants them: a descriptor of ENABLE_STATS, or the module
 * parameter. Proved by selftests/kernel/run_stats.c.
 */
#include <linux/err.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include "object/fd.h"
#include "run/run.h"

DEFINE_STATIC_KEY_FALSE(ab_run_stats);
u32 ab_run_stats_on;
static DEFINE_MUTEX(stats_lock); /* the counter, its static key and flag */
static u32 wanted;

void ab_run_stats_get(void)
{
	mutex_lock(&stats_lock);
	if (!wanted++) {
		static_branch_enable(&ab_run_stats);
		WRITE_ONCE(ab_run_stats_on, 1);
	}
	mutex_unlock(&stats_lock);
}

void ab_run_stats_put(void)
{
	mutex_lock(&stats_lock);
	if (!--wanted) {
		WRITE_ONCE(ab_run_stats_on, 0);
		static_branch_disable(&ab_run_stats);
	}
	mutex_unlock(&stats_lock);
}

static int stats_release(struct inode *inode, struct file *file)
{
	ab_run_stats_put();
	return 0;
}

static const struct file_operations stats_fops = {
	.owner = THIS_MODULE,
	.release = stats_release,
};

int ab_run_stats_fd(void)
{
	int fd;

	ab_run_stats_get();
	fd = ab_fd_new("bpf-stats", &stats_fops, NULL, O_RDWR);
	if (fd < 0)
		ab_run_stats_put();
	return fd;
}
