// SPDX-License-Identifier: GPL-2.0
/*
 * The offline backend's PROG_LOAD: what module/load does up to the verdict (copy, resolve map
 * descriptors, hand over to ab_verify()), and the inventory of FEATURES. Built as the core is (hermetic).
 */
#include <linux/errno.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "core/btf/btf.h"
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "core/verify/verify.h"
#include "offline_core.h"

struct load {
	struct ab_verify_in in;
	struct altbpf_insn *insns;
	struct ab_map_desc *maps[AB_MAX_MAPS];
	const union altbpf_attr *attr;
	const struct ab_offline_fds *fds;
	struct ab_log log;
};

static const void *user_ptr(u64 addr)
{
	return (const void *)(uintptr_t)addr;
}

static int map_index(struct load *load, int fd)
{
	struct ab_offline_map *map = load->fds->map(fd);
	u32 i;

	if (!map) {
		ab_log(&load->log, "fd %d is not pointing to valid bpf_map\n", fd);
		return -EBADF;
	}
	for (i = 0; i < load->in.map_cnt; i++)
		if (load->maps[i] == &map->desc)
			return (int)i;
	if (load->in.map_cnt == AB_MAX_MAPS)
		return -E2BIG;
	load->maps[load->in.map_cnt] = &map->desc;
	return (int)load->in.map_cnt++;
}

/* Map descriptors become indices; by-index forms become the plain ones. */
static int resolve_insn(struct load *load, struct altbpf_insn *insn)
{
	const int *fd_array = user_ptr(load->attr->prog_load.fd_array);
	int fd = insn->imm;
	int index;

	switch (insn->src_reg) {
	case ALTBPF_PSEUDO_MAP_FD:
	case ALTBPF_PSEUDO_MAP_VALUE:
		break;
	case ALTBPF_PSEUDO_MAP_IDX:
	case ALTBPF_PSEUDO_MAP_IDX_VALUE:
		if (!fd_array) {
			ab_log(&load->log, "fd_idx without fd_array is invalid\n");
			return -EPROTO;
		}
		fd = fd_array[insn->imm];
		break;
	default:
		return 0;
	}
	index = map_index(load, fd);
	if (index < 0)
		return index;
	if (insn->src_reg == ALTBPF_PSEUDO_MAP_IDX)
		insn->src_reg = ALTBPF_PSEUDO_MAP_FD;
	else if (insn->src_reg == ALTBPF_PSEUDO_MAP_IDX_VALUE)
		insn->src_reg = ALTBPF_PSEUDO_MAP_VALUE;
	insn->imm = index;
	return 0;
}

static int resolve(struct load *load)
{
	u32 i;
	int err;

	/* A 64-bit immediate that lacks its second half is for the verifier to refuse. */
	for (i = 0; i + 1 < load->in.insn_cnt; i++) {
		if (!ab_insn_is_ld_imm64(&load->insns[i]))
			continue;
		err = resolve_insn(load, &load->insns[i]);
		if (err)
			return err;
		i++;
	}
	return 0;
}

static bool is_gpl(const char *license)
{
	static const char *const names[] = {
		"GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (!strcmp(license, names[i]))
			return true;
	return false;
}

static int check_attr(const union altbpf_attr *attr)
{
	if (!ab_prog_type_find(attr->prog_load.prog_type))
		return -EINVAL;
	if (!attr->prog_load.insn_cnt || attr->prog_load.insn_cnt > AB_MAX_INSNS)
		return -E2BIG;
	if (!attr->prog_load.insns || !attr->prog_load.license)
		return -EFAULT;
	return 0;
}

/* Function and line records may be longer than ours: the known part of each is copied out. */
static void *copy_records(u64 addr, u32 cnt, u32 rec_size, u32 size)
{
	const char *from = user_ptr(addr);
	char *to;
	u32 i;

	if (rec_size < size || rec_size % 4 || cnt > AB_MAX_INSNS)
		return ERR_PTR(-EINVAL);
	to = kvcalloc(cnt, size, GFP_KERNEL);
	if (!to)
		return ERR_PTR(-ENOMEM);
	for (i = 0; i < cnt; i++)
		memcpy(to + (size_t)i * size, from + (size_t)i * rec_size, size);
	return to;
}

static int take_types(struct load *load)
{
	const union altbpf_attr *attr = load->attr;
	void *p;

	if (!attr->prog_load.func_info_cnt && !attr->prog_load.line_info_cnt)
		return 0;
	load->in.btf = load->fds->btf((int)attr->prog_load.prog_btf_fd);
	if (!load->in.btf)
		return -EBADF;
	if (attr->prog_load.func_info_cnt) {
		p = copy_records(attr->prog_load.func_info, attr->prog_load.func_info_cnt,
				 attr->prog_load.func_info_rec_size, sizeof(struct altbpf_func_info));
		if (IS_ERR(p))
			return (int)PTR_ERR(p);
		load->in.func_info = p;
		load->in.func_info_cnt = attr->prog_load.func_info_cnt;
	}
	if (attr->prog_load.line_info_cnt) {
		p = copy_records(attr->prog_load.line_info, attr->prog_load.line_info_cnt,
				 attr->prog_load.line_info_rec_size, sizeof(struct altbpf_line_info));
		if (IS_ERR(p))
			return (int)PTR_ERR(p);
		load->in.line_info = p;
		load->in.line_info_cnt = attr->prog_load.line_info_cnt;
	}
	return 0;
}

static int verify(struct load *load, struct altbpf_verdict *verdict)
{
	struct ab_verify_out out;
	int err;

	memset(&out, 0, sizeof(out));
	load->in.insns = load->insns;
	load->in.maps = load->maps;
	load->in.log = load->log.level ? &load->log : NULL;
	err = ab_verify(&load->in, &out);
	verdict->insn = out.insn;
	verdict->processed = out.processed;
	verdict->peak_mem = out.peak_mem;
	verdict->reason = err ? out.reason : NULL;
	ab_facts_fini(&out.facts);
	return err;
}

int ab_offline_prog_load(const union altbpf_attr *attr, const struct ab_offline_fds *fds,
			 const struct ab_offline_log *log, struct altbpf_verdict *verdict)
{
	struct load load = {
		.attr = attr,
		.fds = fds,
		.log = { .level = log->level, .write = log->write, .ctx = log->ctx },
	};
	size_t bytes = (size_t)attr->prog_load.insn_cnt * sizeof(struct altbpf_insn);
	int err;

	memset(verdict, 0, sizeof(*verdict));
	verdict->insn = -1;
	verdict->insn_cnt = attr->prog_load.insn_cnt;
	err = check_attr(attr);
	if (err)
		goto out;
	load.in.insn_cnt = attr->prog_load.insn_cnt;
	load.in.prog_type = attr->prog_load.prog_type;
	load.in.expected_attach_type = attr->prog_load.expected_attach_type;
	load.in.prog_flags = attr->prog_load.prog_flags;
	load.in.gpl = is_gpl(user_ptr(attr->prog_load.license));
	load.insns = kvmalloc(bytes, GFP_KERNEL);
	err = -ENOMEM;
	if (!load.insns)
		goto out;
	memcpy(load.insns, user_ptr(attr->prog_load.insns), bytes);
	err = take_types(&load);
	if (!err)
		err = resolve(&load);
	if (!err)
		err = verify(&load, verdict);
	kvfree(load.in.func_info);
	kvfree(load.in.line_info);
	kvfree(load.insns);
out:
	verdict->err = -err;
	return err;
}

void ab_offline_features(const struct ab_offline_log *out)
{
	struct ab_log log = { .level = 1, .write = out->write, .ctx = out->ctx };
	const struct ab_prog_type *type;
	const struct ab_helper_proto *helper;
	const struct ab_map_type *map;
	u32 i, id;

	for (i = 0; (type = ab_prog_type_at(i)); i++)
		ab_log(&log, "prog_type %s\n", type->name);
	for (i = 0; i <= ALTBPF_MAP_TYPE_INSN_ARRAY; i++) {
		map = ab_map_type_find(i);
		if (map && map->implemented)
			ab_log(&log, "map_type %s\n", map->name);
	}
	for (i = 0; (type = ab_prog_type_at(i)); i++) {
		for (id = 1; id < ALTBPF_FUNC_CNT; id++) {
			helper = ab_helper_find(id);
			if (helper && (helper->prog_types & 1ULL << type->type))
				ab_log(&log, "helper %s %s\n", type->name, helper->name);
		}
	}
}
