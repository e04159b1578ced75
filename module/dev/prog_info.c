// SPDX-License-Identifier: GPL-2.0
/*
 * OBJ_GET_INFO_BY_FD of a program. Every array works the same way: the user's count is the room
 * at its pointer, the answer's count is how many there are, and as many as fit are filled in.
 * Proved by selftests/kernel/prog_info.c.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "dev/command.h"
#include "load/image.h"
#include "load/load.h"
#include "object/btf.h"

/* Records that the user's tools know in another size cannot be handed out. */
static bool bad_record(u32 cnt, u32 user_size, u32 size)
{
	return (cnt || user_size) && user_size != size;
}

static int check_record_sizes(struct altbpf_prog_info *info)
{
	if (bad_record(info->nr_func_info, info->func_info_rec_size, sizeof(struct altbpf_func_info)) ||
	    bad_record(info->nr_line_info, info->line_info_rec_size, sizeof(struct altbpf_line_info)) ||
	    bad_record(info->nr_jited_line_info, info->jited_line_info_rec_size, sizeof(u64)))
		return -EINVAL;
	info->func_info_rec_size = sizeof(struct altbpf_func_info);
	info->line_info_rec_size = sizeof(struct altbpf_line_info);
	info->jited_line_info_rec_size = sizeof(u64);
	return 0;
}

static int put_maps(struct altbpf_prog_info *info, struct ab_prog *prog)
{
	u32 room = info->nr_map_ids, cnt, filled;
	u32 *ids;
	int err;

	/* A map may be bound meanwhile: ask first, then fill what was asked for. */
	cnt = ab_prog_map_ids(prog, NULL, 0);
	ids = kcalloc(cnt + 1, sizeof(*ids), GFP_KERNEL);
	if (!ids)
		return -ENOMEM;
	filled = min(cnt, ab_prog_map_ids(prog, ids, cnt));
	info->nr_map_ids = filled;
	err = ab_info_array(info->map_ids, min(room, filled) * sizeof(*ids), ids, filled * sizeof(*ids));
	kfree(ids);
	return err;
}

static int put_xlated(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 room = info->xlated_prog_len;

	info->xlated_prog_len = prog->code.insn_cnt * sizeof(*prog->xlated);
	return ab_info_array(info->xlated_prog_insns, room, prog->xlated, info->xlated_prog_len);
}

static int put_image(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 room = info->jited_prog_len, first;

	info->jited_prog_len = 0;
	if (!prog->image)
		return 0;
	first = prog->jit_func_off[0];
	info->jited_prog_len = prog->image->size - first;
	return ab_info_array(info->jited_prog_insns, room, prog->image->addr + first, info->jited_prog_len);
}

static u32 func_len(const struct ab_prog *prog, u32 i)
{
	u32 end = i + 1 < prog->facts.subprog_cnt ? prog->jit_func_off[i + 1] : prog->image->size;

	return end - prog->jit_func_off[i];
}

static int put_ksyms(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 rooms[2] = { info->nr_jited_ksyms, info->nr_jited_func_lens };
	u32 i, len, cnt = prog->image ? prog->facts.subprog_cnt : 0;
	u64 addr;

	info->nr_jited_ksyms = cnt;
	info->nr_jited_func_lens = cnt;
	for (i = 0; i < cnt; i++) {
		addr = (u64)(uintptr_t)prog->image->addr + prog->jit_func_off[i];
		len = func_len(prog, i);
		if (i < rooms[0] && put_user(addr, (u64 __user *)u64_to_user_ptr(info->jited_ksyms) + i))
			return -EFAULT;
		if (i < rooms[1] && put_user(len, (u32 __user *)u64_to_user_ptr(info->jited_func_lens) + i))
			return -EFAULT;
	}
	return 0;
}

static int put_debug(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 funcs = info->nr_func_info, lines = info->nr_line_info;

	info->btf_id = prog->btf ? prog->btf->id : 0;
	info->nr_func_info = prog->func_info_cnt;
	info->nr_line_info = prog->line_info_cnt;
	return ab_info_array(info->func_info, min(funcs, prog->func_info_cnt) * sizeof(*prog->func_info),
			     prog->func_info, prog->func_info_cnt * sizeof(*prog->func_info)) ?:
		ab_info_array(info->line_info, min(lines, prog->line_info_cnt) * sizeof(*prog->line_info),
			      prog->line_info, prog->line_info_cnt * sizeof(*prog->line_info));
}

/* Where each source line's code is. */
static int put_jited_lines(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 i, room = info->nr_jited_line_info, cnt = prog->image ? prog->line_info_cnt : 0;
	u64 addr;

	info->nr_jited_line_info = cnt;
	for (i = 0; i < min(room, cnt); i++) {
		addr = (u64)(uintptr_t)prog->image->addr + prog->jit_insn_off[prog->line_info[i].insn_off];
		if (put_user(addr, (u64 __user *)u64_to_user_ptr(info->jited_line_info) + i))
			return -EFAULT;
	}
	return 0;
}

/* One tag a function: of its own instructions where there are several. */
static int put_tags(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	u32 i, room = info->nr_prog_tags, cnt = prog->facts.subprog_cnt;
	const struct ab_subprog *sub;
	u8 tag[ALTBPF_TAG_SIZE];

	info->nr_prog_tags = cnt;
	for (i = 0; i < min(room, cnt); i++) {
		sub = &prog->facts.subprogs[i];
		if (cnt == 1)
			memcpy(tag, prog->tag, sizeof(tag));
		else
			ab_tag(prog->xlated + sub->start, sub->end - sub->start, tag);
		if (copy_to_user(u64_to_user_ptr(info->prog_tags + i * sizeof(tag)), tag, sizeof(tag)))
			return -EFAULT;
	}
	return 0;
}

static void fill_plain(struct altbpf_prog_info *info, const struct ab_prog *prog)
{
	struct ab_prog_cpu sum;

	ab_prog_sum(prog, &sum);
	info->type = prog->type;
	info->id = prog->id;
	memcpy(info->tag, prog->tag, sizeof(info->tag));
	info->load_time = prog->load_time;
	info->created_by_uid = prog->uid;
	memcpy(info->name, prog->name, sizeof(info->name));
	info->ifindex = 0;
	info->gpl_compatible = prog->gpl;
	info->netns_dev = 0;
	info->netns_ino = 0;
	info->run_time_ns = sum.run_ns;
	info->run_cnt = sum.run_cnt;
	info->recursion_misses = sum.missed_recursion;
	info->verified_insns = prog->facts.verified_insns;
	info->attach_btf_obj_id = 0;
	info->attach_btf_id = 0;
}

int ab_info_prog(struct ab_request *req, struct ab_prog *prog)
{
	struct altbpf_prog_info *info = kzalloc(sizeof(*info), GFP_KERNEL);
	u32 len;
	int err;

	if (!info)
		return -ENOMEM;
	err = ab_info_in(info, sizeof(*info), req, &len);
	if (err)
		goto out;
	fill_plain(info, prog);
	err = check_record_sizes(info) ?:
		put_maps(info, prog) ?:
		put_xlated(info, prog) ?:
		put_image(info, prog) ?:
		put_ksyms(info, prog) ?:
		put_debug(info, prog) ?:
		put_jited_lines(info, prog) ?:
		put_tags(info, prog) ?:
		ab_info_out(info, req, len);
out:
	kfree(info);
	return err;
}
