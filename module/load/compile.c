// SPDX-License-Identifier: GPL-2.0
/*
 * A verified program gets its engine: compiled where that works, else the interpreter. This never
 * refuses a program. Proved by selftests/kernel/prog_engine.c.
 */
#include <linux/mm.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include "core/interp/interp.h"
#include "core/jit/jit.h"
#include "load/image.h"
#include "load/load.h"
#include "port/thunks.h"

int ab_compile_mode = 1;

static u64 run_interpreted(void *ctx, const struct ab_prog *prog)
{
	return ab_interp_run(&prog->code, (u64)(uintptr_t)ctx, 0);
}

static void print_image(const struct ab_prog *prog, const void *bytes)
{
	pr_info("altbpf: image of program name=%s: %u instructions, %u bytes at %px\n", prog->name,
		prog->code.insn_cnt, prog->image->size, prog->image->addr);
	print_hex_dump(KERN_INFO, "altbpf: ", DUMP_PREFIX_OFFSET, 16, 1, bytes, prog->image->size, false);
}

static u32 *copy_offsets(const u32 *off, u32 cnt)
{
	u32 *copy = kvmalloc_array(cnt, sizeof(*copy), GFP_KERNEL_ACCOUNT);

	if (copy)
		memcpy(copy, off, cnt * sizeof(*copy));
	return copy;
}

static int keep_tables(struct ab_prog *prog, const struct ab_jit *jit)
{
	prog->jit_insn_off = copy_offsets(jit->insn_off, prog->code.insn_cnt + 1);
	prog->jit_func_off = copy_offsets(jit->func_off, prog->facts.subprog_cnt);
	return prog->jit_insn_off && prog->jit_func_off ? 0 : -ENOMEM;
}

static int build_image(struct ab_prog *prog, struct ab_jit *jit)
{
	void *bytes = kvmalloc(jit->size, GFP_KERNEL);
	int err = -ENOMEM;

	if (!bytes)
		return -ENOMEM;
	prog->image = ab_image_alloc(jit->size);
	if (!prog->image)
		goto out;
	err = ab_jit_emit(jit, bytes, (u64)(uintptr_t)prog->image->addr);
	if (!err)
		err = ab_image_write(prog->image, bytes, jit->size);
	if (!err)
		err = keep_tables(prog, jit);
	if (!err && ab_compile_mode > 1)
		print_image(prog, bytes);
out:
	kvfree(bytes);
	return err;
}

static void drop_image(struct ab_prog *prog)
{
	ab_image_free(prog->image);
	prog->image = NULL;
	kvfree(prog->jit_insn_off);
	kvfree(prog->jit_func_off);
	prog->jit_insn_off = NULL;
	prog->jit_func_off = NULL;
}

static bool compile_native(struct ab_prog *prog)
{
	struct ab_jit jit;
	int err;

	err = ab_jit_begin(&jit, &prog->code, &ab_jit_env);
	if (!err)
		err = build_image(prog, &jit);
	if (!err) {
		prog->run = prog->image->addr + jit.func_off[0];
		prog->target.native = (u64)(uintptr_t)prog->image->addr + jit.tail_off;
	}
	ab_jit_end(&jit);
	if (err)
		drop_image(prog);
	return !err;
}

int ab_compile(struct ab_prog *prog)
{
	u32 i;

	prog->code.funcs = kcalloc(prog->facts.subprog_cnt, sizeof(*prog->code.funcs), GFP_KERNEL_ACCOUNT);
	if (!prog->code.funcs)
		return -ENOMEM;
	for (i = 0; i < prog->facts.subprog_cnt; i++) {
		prog->code.funcs[i].code = &prog->code;
		prog->code.funcs[i].start = prog->facts.subprogs[i].start;
	}
	prog->target.code = &prog->code;
	prog->run = run_interpreted;
	if (ab_compile_mode > 0)
		prog->jited = compile_native(prog);
	return 0;
}
