// SPDX-License-Identifier: GPL-2.0
/*
 * What a loader tells about a program's functions and source lines: arrays of records that may be
 * longer than ours (the rest must be zero). The verifier checks what they say.
 * Proved by selftests/kernel/prog_info.c.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "load/load.h"
#include "object/btf.h"

#define MAX_RECORD 252

struct records {
	const char *what;
	u64 user;
	u32 cnt;
	u32 user_size; /* bytes of a record, as user space has it */
	u32 size; /* as we have it */
};

/* Return: the array (NULL: none), or ERR_PTR. */
static void *copy_records(const struct records *rec, u32 insn_cnt, const struct ab_log *log)
{
	u8 *out;
	u32 i;
	int err;

	if (!rec->cnt)
		return NULL;
	if (rec->user_size < rec->size || rec->user_size > MAX_RECORD || rec->user_size % sizeof(u32)) {
		ab_log(log, "invalid %s info rec size %u\n", rec->what, rec->user_size);
		return ERR_PTR(-EINVAL);
	}
	if (rec->cnt > insn_cnt) {
		ab_log(log, "more %s info records (%u) than instructions (%u)\n", rec->what, rec->cnt, insn_cnt);
		return ERR_PTR(-EINVAL);
	}
	out = kvmalloc_array(rec->cnt, rec->size, GFP_KERNEL_ACCOUNT);
	if (!out)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < rec->cnt; i++) {
		err = copy_struct_from_user(out + i * rec->size, rec->size,
					    u64_to_user_ptr(rec->user + (u64)i * rec->user_size), rec->user_size);
		if (err) {
			if (err == -E2BIG)
				ab_log(log, "nonzero tailing record in %s info\n", rec->what);
			kvfree(out);
			return ERR_PTR(err);
		}
		if (!(i & 0xfff))
			cond_resched();
	}
	return out;
}

static int take_records(void **array, u32 *array_cnt, const struct records *rec, u32 insn_cnt,
			const struct ab_log *log)
{
	void *out = copy_records(rec, insn_cnt, log);

	if (IS_ERR(out))
		return PTR_ERR(out);
	*array = out;
	*array_cnt = rec->cnt;
	return 0;
}

int ab_load_debug_info(struct ab_prog *prog, const union altbpf_attr *attr, const struct ab_log *log)
{
	struct records funcs = {
		"func", attr->prog_load.func_info, attr->prog_load.func_info_cnt,
		attr->prog_load.func_info_rec_size, sizeof(struct altbpf_func_info)
	};
	struct records lines = {
		"line", attr->prog_load.line_info, attr->prog_load.line_info_cnt,
		attr->prog_load.line_info_rec_size, sizeof(struct altbpf_line_info)
	};
	struct ab_btf_obj *btf;
	int err;

	if (!funcs.cnt && !lines.cnt)
		return 0; /* then prog_btf_fd says nothing, as with bpf(2) */
	btf = ab_btf_obj_get_fd(attr->prog_load.prog_btf_fd);
	if (IS_ERR(btf))
		return PTR_ERR(btf);
	prog->btf = btf;
	err = take_records((void **)&prog->func_info, &prog->func_info_cnt, &funcs, prog->code.insn_cnt, log);
	return err ?: take_records((void **)&prog->line_info, &prog->line_info_cnt, &lines,
				   prog->code.insn_cnt, log);
}
