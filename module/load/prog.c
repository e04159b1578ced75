// SPDX-License-Identifier: GPL-2.0
/*
 * The life of a program: made by load.c, numbered, held by descriptors, links and program arrays,
 * and freed a grace period after the last of them let go. Proved by selftests/kernel/prog_life.c.
 */
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include "load/image.h"
#include "load/load.h"
#include "maps/map.h"
#include "object/btf.h"
#include "object/fd.h"
#include "object/ids.h"

static struct ab_ids prog_ids = AB_IDS_INIT(prog_ids);
static struct workqueue_struct *prog_wq;
static atomic_t progs_live; /* published and not yet freed */
static DEFINE_MUTEX(bind_lock); /* maps, map_cnt of published programs */

static int prog_release(struct inode *inode, struct file *file)
{
	ab_prog_put(file->private_data);
	return 0;
}

u64 ab_prog_memory(const struct ab_prog *prog)
{
	u64 bytes = sizeof(*prog) + num_possible_cpus() * sizeof(*prog->cpu);

	bytes += (u64)prog->code.insn_cnt * (2 * sizeof(struct altbpf_insn) + sizeof(struct ab_insn_fact));
	bytes += prog->func_info_cnt * sizeof(*prog->func_info);
	bytes += prog->line_info_cnt * sizeof(*prog->line_info);
	if (prog->image)
		bytes += prog->image->size + (prog->code.insn_cnt + 1) * sizeof(u32);
	return bytes;
}

void ab_prog_sum(const struct ab_prog *prog, struct ab_prog_cpu *sum)
{
	const struct ab_prog_cpu *one;
	int cpu;

	memset(sum, 0, sizeof(*sum));
	for_each_possible_cpu(cpu) {
		one = per_cpu_ptr(prog->cpu, cpu);
		sum->run_cnt += READ_ONCE(one->run_cnt);
		sum->run_ns += READ_ONCE(one->run_ns);
		sum->missed_recursion += READ_ONCE(one->missed_recursion);
		sum->missed_other += READ_ONCE(one->missed_other);
	}
}

static void prog_show_fdinfo(struct seq_file *m, struct file *file)
{
	const struct ab_prog *prog = file->private_data;
	struct ab_prog_cpu sum;

	ab_prog_sum(prog, &sum);
	seq_printf(m, "prog_type:\t%u\nprog_jited:\t%u\nprog_tag:\t%*phN\nmemlock:\t%llu\nprog_id:\t%u\n",
		   prog->type, prog->jited, ALTBPF_TAG_SIZE, prog->tag, ab_prog_memory(prog), prog->id);
	seq_printf(m, "run_time_ns:\t%llu\nrun_cnt:\t%llu\nrecursion_misses:\t%llu\nother_misses:\t%llu\n",
		   sum.run_ns, sum.run_cnt, sum.missed_recursion, sum.missed_other);
	seq_printf(m, "verified_insns:\t%u\n", prog->facts.verified_insns);
}

static const struct file_operations prog_fops = {
	.owner = THIS_MODULE,
	.release = prog_release,
	.show_fdinfo = prog_show_fdinfo,
};

struct ab_prog *ab_prog_alloc(u32 insn_cnt)
{
	struct ab_prog *prog = kzalloc(sizeof(*prog), GFP_KERNEL_ACCOUNT);

	if (!prog)
		return NULL;
	prog->code.insn_cnt = insn_cnt;
	prog->code.facts = &prog->facts;
	prog->code.insns = kvmalloc_array(insn_cnt, sizeof(struct altbpf_insn), GFP_KERNEL_ACCOUNT);
	prog->xlated = kvmalloc_array(insn_cnt, sizeof(struct altbpf_insn), GFP_KERNEL_ACCOUNT);
	prog->cpu = alloc_percpu_gfp(struct ab_prog_cpu, GFP_KERNEL_ACCOUNT);
	if (!prog->code.insns || !prog->xlated || !prog->cpu) {
		ab_prog_free(prog);
		return NULL;
	}
	atomic64_set(&prog->ref, 1);
	return prog;
}

void ab_prog_free(struct ab_prog *prog)
{
	u32 i;

	ab_image_free(prog->image);
	for (i = 0; i < prog->map_cnt; i++)
		ab_map_put(prog->maps[i]);
	kfree(prog->maps);
	kfree(prog->code.maps);
	kfree(prog->code.funcs);
	kvfree(prog->code.insns);
	kvfree(prog->xlated);
	ab_facts_fini(&prog->facts);
	ab_btf_obj_put(prog->btf);
	kvfree(prog->func_info);
	kvfree(prog->line_info);
	kvfree(prog->jit_insn_off);
	kvfree(prog->jit_func_off);
	free_percpu(prog->cpu);
	kfree(prog);
}

int ab_prog_publish(struct ab_prog *prog)
{
	int err = ab_ids_add(&prog_ids, prog, &prog->id);

	if (!err)
		atomic_inc(&progs_live);
	return err;
}

static void free_work(struct work_struct *work)
{
	ab_prog_free(container_of(work, struct ab_prog, work));
	atomic_dec(&progs_live);
}

static void free_rcu_cb(struct rcu_head *rcu)
{
	struct ab_prog *prog = container_of(rcu, struct ab_prog, rcu);

	INIT_WORK(&prog->work, free_work);
	queue_work(prog_wq, &prog->work);
}

void ab_prog_get(struct ab_prog *prog)
{
	atomic64_inc(&prog->ref);
}

void ab_prog_put(struct ab_prog *prog)
{
	if (!atomic64_dec_and_test(&prog->ref))
		return;
	ab_ids_remove(&prog_ids, prog->id);
	/* A tail call may still be on its way into it. */
	call_rcu(&prog->rcu, free_rcu_cb);
}

static void get_cb(void *obj)
{
	ab_prog_get(obj);
}

static bool try_get_cb(void *obj)
{
	return atomic64_inc_not_zero(&((struct ab_prog *)obj)->ref);
}

struct ab_prog *ab_prog_get_fd(int fd)
{
	return ab_fd_get(fd, &prog_fops, get_cb);
}

struct ab_prog *ab_prog_get_id(u32 id)
{
	return ab_ids_get(&prog_ids, id, try_get_cb);
}

int ab_prog_next_id(u32 start, u32 *next)
{
	return ab_ids_next(&prog_ids, start, next);
}

int ab_prog_new_fd(struct ab_prog *prog)
{
	return ab_fd_new("bpf-prog", &prog_fops, prog, O_RDWR);
}

int ab_prog_bind_map(struct ab_prog *prog, struct ab_map *map)
{
	struct ab_map **maps;
	int err = 0;
	u32 i;

	mutex_lock(&bind_lock);
	for (i = 0; i < prog->map_cnt && !err; i++)
		err = prog->maps[i] == map ? -EEXIST : 0;
	if (err)
		goto out;
	maps = krealloc(prog->maps, (prog->map_cnt + 1) * sizeof(*maps), GFP_KERNEL_ACCOUNT);
	if (!maps) {
		err = -ENOMEM;
		goto out;
	}
	maps[prog->map_cnt++] = map;
	prog->maps = maps;
out:
	mutex_unlock(&bind_lock);
	return err;
}

u32 ab_prog_map_ids(struct ab_prog *prog, u32 *ids, u32 cnt)
{
	u32 i, total;

	mutex_lock(&bind_lock);
	total = prog->map_cnt;
	for (i = 0; i < min(cnt, total); i++)
		ids[i] = prog->maps[i]->desc.id;
	mutex_unlock(&bind_lock);
	return total;
}

int ab_load_init(void)
{
	prog_wq = alloc_workqueue("altbpf_prog", WQ_UNBOUND, 0);
	if (!prog_wq)
		return -ENOMEM;
	ab_targets_init();
	return 0;
}

/*
 * No descriptor and no link is left, but programs may wait for grace periods, or hang on maps that
 * do. They all go in finite time; module text must not go before them.
 */
void ab_load_exit(void)
{
	while (atomic_read(&progs_live)) {
		rcu_barrier();
		flush_workqueue(prog_wq);
		msleep(1);
	}
	rcu_barrier();
	destroy_workqueue(prog_wq);
}
