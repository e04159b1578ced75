// SPDX-License-Identifier: GPL-2.0
/*
 * libFuzzer targets: whatever bytes a user hands to the loader, checking them must neither crash
 * nor read out of bounds nor leak. One source, a target a WHAT (see input.mk):
 *
 *	INSNS	instructions against a few maps
 *	INFO	the same with BTF, function and line records
 *	BTF	raw BTF
 *
 * seeds.c writes what to begin with.
 */
#include "core/btf/btf.h"
#include "core/isa/check.h"
#include "core/isa/disasm.h"
#include "core/spec/prog_type.h"
#include "core/verify/verify.h"
#include "input.h"
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <stdlib.h>
#include <string.h>

static void sink(void *ctx, const char *text, size_t len)
{
	volatile char *last = ctx;

	if (len)
		*last = text[len - 1];
}

static char last;
static const u64 frozen[8] = { 1, 2, 3 };
static struct ab_map_desc maps[] = {
	{ .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 64, .max_entries = 2 },
	{ .type = ALTBPF_MAP_TYPE_HASH, .key_size = 8, .value_size = 24, .max_entries = 8 },
	{ .type = ALTBPF_MAP_TYPE_RINGBUF, .max_entries = 4096 },
	{ .type = ALTBPF_MAP_TYPE_PROG_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 4 },
	{ .type = ALTBPF_MAP_TYPE_ARRAY_OF_MAPS, .key_size = 4, .value_size = 4, .max_entries = 4,
	  .inner = &maps[0] },
	{ .type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 64, .max_entries = 1,
	  .flags = ALTBPF_F_RDONLY_PROG, .frozen = true, .contents = frozen },
};

static bool is_map_ref(const struct altbpf_insn *insn)
{
	return insn->code == AB_LD_IMM64 && (insn->src_reg == ALTBPF_PSEUDO_MAP_FD ||
					     insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE);
}

/* load/ puts indices of maps that are there in place of fds before it calls the verifier. */
static void normalise(struct altbpf_insn *insns, u32 cnt)
{
	u32 i;

	for (i = 0; i < cnt; i++)
		if (is_map_ref(&insns[i]))
			insns[i].imm = insns[i].src_reg == ALTBPF_PSEUDO_MAP_VALUE ? 0 :
				       (u32)insns[i].imm % ARRAY_SIZE(maps);
}

/* A copy of exactly its size, so that reading behind it is noticed. */
static void *copy(const u8 **at, size_t *left, size_t size)
{
	void *p = malloc(size);

	if (!p)
		abort();
	memcpy(p, *at, size);
	*at += size;
	*left -= size;
	return p;
}

static void disassemble(const struct altbpf_insn *insns, u32 cnt)
{
	char text[40]; /* short, so that it is cut */
	const char *why;
	u32 i;

	for (i = 0; i < cnt; i++) {
		if (ab_insn_check(insns, cnt, i, &why))
			return;
		ab_disasm(text, sizeof(text), &insns[i]);
		i += ab_insn_is_ld_imm64(&insns[i]);
	}
}

static void try_verify(struct ab_verify_in *in, const struct input_head *head)
{
	struct ab_map_desc *list[ARRAY_SIZE(maps)];
	struct ab_log log = { .level = head->log_level % 8, .write = sink, .ctx = &last };
	const struct ab_prog_type *type = ab_prog_type_at(head->type);
	struct ab_verify_out out;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(maps); i++)
		list[i] = &maps[i];
	in->prog_type = type ? type->type : head->type;
	in->prog_flags = head->flags;
	in->gpl = !(head->log_level & 0x80);
	in->maps = list;
	in->map_cnt = ARRAY_SIZE(maps);
	in->log = &log;
	in->work_limit = 4000;
	in->mem_limit = 16 << 20;
	if (ab_verify(in, &out) == -EFAULT)
		abort(); /* our own bug, it says */
	ab_facts_fini(&out.facts);
}

static int verify_input(const u8 *data, size_t size, bool with_info)
{
	struct input_head head;
	struct ab_verify_in in = {};
	struct altbpf_insn *insns;
	struct ab_btf *btf = NULL;
	void *raw = NULL, *func = NULL, *line = NULL;

	if (size < sizeof(head))
		return 0;
	memcpy(&head, data, sizeof(head));
	data += sizeof(head);
	size -= sizeof(head);
	if (with_info) {
		if (size < head.btf_len + head.func_cnt * sizeof(*in.func_info) +
				   head.line_cnt * sizeof(*in.line_info))
			return 0;
		raw = copy(&data, &size, head.btf_len);
		func = copy(&data, &size, head.func_cnt * sizeof(*in.func_info));
		line = copy(&data, &size, head.line_cnt * sizeof(*in.line_info));
		btf = ab_btf_parse(raw, head.btf_len, NULL);
		if (IS_ERR(btf))
			btf = NULL;
	}
	in.insn_cnt = size / sizeof(*insns);
	insns = copy(&data, &size, in.insn_cnt * sizeof(*insns));
	disassemble(insns, in.insn_cnt);
	normalise(insns, in.insn_cnt);
	in.insns = insns;
	if (btf) {
		in.btf = btf;
		in.func_info = func;
		in.func_info_cnt = head.func_cnt;
		in.line_info = line;
		in.line_info_cnt = head.line_cnt;
	}
	try_verify(&in, &head);
	if (btf)
		ab_btf_free(btf);
	free(insns);
	free(raw);
	free(func);
	free(line);
	return 0;
}

static int btf_input(const u8 *data, size_t size)
{
	struct ab_log log = { .level = 2, .write = sink, .ctx = &last };
	u32 cnt = size, id, i;
	void *raw = copy(&data, &size, size);
	struct ab_btf *btf = ab_btf_parse(raw, cnt, &log);

	free(raw);
	if (IS_ERR(btf))
		return 0;
	/* What passed the check may be asked anything. */
	for (i = 0; i <= ab_btf_type_cnt(btf) && i < 1000; i++) {
		const struct ab_btf_type *type = ab_btf_type_at(btf, i);

		if (type)
			ab_btf_string(btf, type->name_off);
		ab_btf_skip(btf, i, &id);
		ab_btf_size(btf, i);
	}
	ab_btf_free(btf);
	return 0;
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size);
int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
#if defined(WHAT_BTF)
	return btf_input(data, size);
#elif defined(WHAT_INFO)
	return verify_input(data, size, true);
#else
	return verify_input(data, size, false);
#endif
}
