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
#include "core/isa/disasm.h"
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "core/verify/verify.h"
#include "helpers/native.h"
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

static int map_index(struct load *load, struct ab_offline_map *map)
{
	u32 i;

	for (i = 0; i < load->in.map_cnt; i++)
		if (load->maps[i] == &map->desc)
			return (int)i;
	if (load->in.map_cnt == AB_MAX_MAPS) {
		ab_log(&load->log, "The total number of maps per program has reached the limit of %u\n", AB_MAX_MAPS);
		return -E2BIG;
	}
	load->maps[load->in.map_cnt] = &map->desc;
	return (int)load->in.map_cnt++;
}

static int read_fd_array(const struct load *load, u32 idx, int *fd)
{
	const int *fds = user_ptr(load->attr->prog_load.fd_array);
	u32 cnt = load->attr->prog_load.fd_array_cnt;

	if (!fds) {
		ab_log(&load->log, "fd_idx without fd_array is invalid\n");
		return -EPROTO;
	}
	if (cnt && idx >= cnt) {
		ab_log(&load->log, "fd_idx %u is behind the end of fd_array\n", idx);
		return -EINVAL;
	}
	*fd = fds[idx];
	return 0;
}

static int check_direct_value(const struct load *load, const struct ab_map_desc *desc, u32 off)
{
	if (!desc->value_addr) {
		ab_log(&load->log, "no direct value access support for this map type\n");
		return -EINVAL;
	}
	if (off >= desc->value_size) {
		ab_log(&load->log, "invalid access to map value pointer, value_size=%u off=%u\n", desc->value_size,
		       off);
		return -EINVAL;
	}
	return 0;
}

static int resolve_map(struct load *load, struct altbpf_insn *insn)
{
	bool value = insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE || insn->src_reg == ALTBPF_PSEUDO_MAP_IDX_VALUE;
	bool idx = insn->src_reg == ALTBPF_PSEUDO_MAP_IDX || insn->src_reg == ALTBPF_PSEUDO_MAP_IDX_VALUE;
	struct ab_offline_map *map;
	int fd = insn->imm, err = 0;

	if (!value && insn[1].imm) {
		ab_log(&load->log, "unrecognized bpf_ld_imm64 insn\n");
		return -EINVAL;
	}
	if (idx)
		err = read_fd_array(load, (u32)insn->imm, &fd);
	if (err)
		return err;
	map = load->fds->map(fd);
	if (!map) {
		ab_log(&load->log, "fd %d is not pointing to valid bpf_map\n", fd);
		return -EBADF;
	}
	if (value)
		err = check_direct_value(load, &map->desc, (u32)insn[1].imm);
	if (!err)
		err = map_index(load, map);
	if (err < 0)
		return err;
	insn->src_reg = value ? ALTBPF_PSEUDO_MAP_VALUE : ALTBPF_PSEUDO_MAP_FD;
	insn->imm = err;
	return 0;
}

/* Same checks and words as module/load/resolve.c. */
static int resolve_imm64(struct load *load, u32 at)
{
	struct altbpf_insn *insn = &load->insns[at];

	if (at + 1 >= load->in.insn_cnt || insn[1].code || insn[1].dst_reg || insn[1].src_reg || insn[1].off) {
		ab_log(&load->log, "invalid bpf_ld_imm64 insn\n");
		return -EINVAL;
	}
	switch (insn->src_reg) {
	case 0:
	case ALTBPF_PSEUDO_FUNC:
		return 0;
	case ALTBPF_PSEUDO_MAP_FD:
	case ALTBPF_PSEUDO_MAP_VALUE:
	case ALTBPF_PSEUDO_MAP_IDX:
	case ALTBPF_PSEUDO_MAP_IDX_VALUE:
		return resolve_map(load, insn);
	case ALTBPF_PSEUDO_BTF_ID:
		ab_log(&load->log, "insn %u: addresses of kernel variables (ksyms) are not supported\n", at);
		return -EINVAL;
	default:
		ab_log(&load->log, "unrecognized bpf_ld_imm64 insn\n");
		return -EINVAL;
	}
}

static int resolve(struct load *load)
{
	u32 i;
	int err = 0;

	for (i = 0; !err && i < load->in.insn_cnt; i++)
		if (ab_insn_is_ld_imm64(&load->insns[i]))
			err = resolve_imm64(load, i++);
	return err;
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
	if (!ab_prog_type_loads(attr->prog_load.prog_type))
		return -EINVAL;
	if (!attr->prog_load.insn_cnt || attr->prog_load.insn_cnt > AB_MAX_INSNS)
		return -E2BIG;
	if (!attr->prog_load.insns || !attr->prog_load.license)
		return -EFAULT;
	if (attr->prog_load.prog_ifindex || attr->prog_load.attach_btf_id || attr->prog_load.attach_prog_fd ||
	    attr->prog_load.core_relo_cnt || attr->prog_load.prog_token_fd)
		return -EINVAL;
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

#define NATIVE(name) [ALTBPF_FUNC_##name] = true,
static const bool native[ALTBPF_FUNC_CNT] = { AB_NATIVE_HELPERS(NATIVE) };

/* As in module/load/load.c: a contract without a function behind it is as good as none. */
static int check_helpers(const struct load *load, const struct ab_facts *facts)
{
	u32 id;

	for (id = 0; id < ALTBPF_FUNC_CNT; id++) {
		if (!(facts->uses_helper[id / 64] >> (id % 64) & 1) || native[id])
			continue;
		ab_log(&load->log, "unknown func bpf_%s#%u\n", ab_disasm_helper_name(id) ?: "unknown", id);
		return -EINVAL;
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
	if (!err) {
		err = check_helpers(load, &out.facts);
		verdict->reason = err ? "unknown-helper" : NULL;
	}
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
		if (!type->verify_only)
			ab_log(&log, "prog_type %s\n", type->name);
	for (i = 0; i <= ALTBPF_MAP_TYPE_INSN_ARRAY; i++) {
		map = ab_map_type_find(i);
		if (map && map->implemented)
			ab_log(&log, "map_type %s\n", map->name);
	}
	for (i = 0; (type = ab_prog_type_at(i)); i++) {
		for (id = type->verify_only ? ALTBPF_FUNC_CNT : 1; id < ALTBPF_FUNC_CNT; id++) {
			helper = ab_helper_find(id);
			if (helper && native[id] && (helper->prog_types & 1ULL << type->type))
				ab_log(&log, "helper %s %s\n", type->name, helper->name);
		}
	}
}
