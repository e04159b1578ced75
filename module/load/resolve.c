// SPDX-License-Identifier: GPL-2.0
/*
 * 64-bit immediates that name something. What user space wrote (map descriptors, indices into
 * fd_array) becomes an index into the program's maps, which is what the verifier reads; after it,
 * one copy gets map numbers for dumps and one gets addresses to run with.
 * Proved by selftests/kernel/prog_maps.c.
 */
#include <linux/err.h>
#include <linux/uaccess.h>
#include "load/load.h"
#include "maps/map.h"
#include "object/btf.h"

/* Takes over the reference. Return: the map's index or -E2BIG. */
static int add_map(struct ab_resolve *res, struct ab_map *map)
{
	u32 i;

	for (i = 0; i < res->map_cnt; i++) {
		if (res->maps[i] == map) {
			ab_map_put(map);
			return i;
		}
	}
	if (res->map_cnt == AB_MAX_MAPS) {
		ab_map_put(map);
		ab_log(res->log, "The total number of maps per program has reached the limit of %u\n",
		       AB_MAX_MAPS);
		return -E2BIG;
	}
	res->maps[res->map_cnt] = map;
	return res->map_cnt++;
}

static int read_fd_array(const struct ab_resolve *res, u32 idx, int *fd)
{
	if (!res->fd_array) {
		ab_log(res->log, "fd_idx without fd_array is invalid\n");
		return -EPROTO;
	}
	if (res->fd_array_cnt && idx >= res->fd_array_cnt) {
		ab_log(res->log, "fd_idx %u is behind the end of fd_array\n", idx);
		return -EINVAL;
	}
	if (copy_from_user(fd, u64_to_user_ptr(res->fd_array + (u64)idx * sizeof(*fd)), sizeof(*fd)))
		return -EFAULT;
	return 0;
}

static int check_direct_value(const struct ab_resolve *res, const struct ab_map *map, u32 off)
{
	if (!map->desc.value_addr) {
		ab_log(res->log, "no direct value access support for this map type\n");
		return -EINVAL;
	}
	if (off >= map->desc.value_size) {
		ab_log(res->log, "invalid access to map value pointer, value_size=%u off=%u\n",
		       map->desc.value_size, off);
		return -EINVAL;
	}
	return 0;
}

/* @insn: the first of two, naming a map in one of four ways. */
static int resolve_map(struct ab_resolve *res, struct altbpf_insn *insn)
{
	bool value = insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE || insn->src_reg == ALTBPF_PSEUDO_MAP_IDX_VALUE;
	bool idx = insn->src_reg == ALTBPF_PSEUDO_MAP_IDX || insn->src_reg == ALTBPF_PSEUDO_MAP_IDX_VALUE;
	struct ab_map *map;
	int fd = insn->imm, err;
	fmode_t mode;

	if (!value && insn[1].imm) {
		ab_log(res->log, "unrecognized bpf_ld_imm64 insn\n");
		return -EINVAL;
	}
	if (idx) {
		err = read_fd_array(res, insn->imm, &fd);
		if (err)
			return err;
	}
	map = ab_map_get_fd(fd, &mode);
	if (IS_ERR(map)) {
		ab_log(res->log, "fd %d is not pointing to valid bpf_map\n", fd);
		return PTR_ERR(map);
	}
	err = value ? check_direct_value(res, map, insn[1].imm) : 0;
	if (err) {
		ab_map_put(map);
		return err;
	}
	err = add_map(res, map);
	if (err < 0)
		return err;
	insn->src_reg = value ? ALTBPF_PSEUDO_MAP_VALUE : ALTBPF_PSEUDO_MAP_FD;
	insn->imm = err;
	return 0;
}

static int resolve_imm64(struct ab_resolve *res, u32 at)
{
	struct altbpf_insn *insn = &res->insns[at];

	if (at + 1 >= res->insn_cnt || insn[1].code || insn[1].dst_reg || insn[1].src_reg || insn[1].off) {
		ab_log(res->log, "invalid bpf_ld_imm64 insn\n");
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
		return resolve_map(res, insn);
	case ALTBPF_PSEUDO_BTF_ID:
		ab_log(res->log, "insn %u: addresses of kernel variables (ksyms) are not supported\n", at);
		return -EINVAL;
	default:
		ab_log(res->log, "unrecognized bpf_ld_imm64 insn\n");
		return -EINVAL;
	}
}

/* With fd_array_cnt every entry is bound to the program, used or not. */
static int bind_fd_array(struct ab_resolve *res)
{
	struct ab_btf_obj *btf;
	struct ab_map *map;
	fmode_t mode;
	int fd, err;
	u32 i;

	for (i = 0; i < res->fd_array_cnt; i++) {
		err = read_fd_array(res, i, &fd);
		if (err)
			return err;
		map = ab_map_get_fd(fd, &mode);
		if (IS_ERR(map)) {
			btf = ab_btf_obj_get_fd(fd);
			if (IS_ERR(btf)) {
				ab_log(res->log, "fd %d is not pointing to valid bpf_map or btf\n", fd);
				return PTR_ERR(btf);
			}
			ab_btf_obj_put(btf);
			continue;
		}
		err = add_map(res, map);
		if (err < 0)
			return err;
	}
	return 0;
}

int ab_resolve_fds(struct ab_resolve *res)
{
	u32 i;
	int err;

	err = bind_fd_array(res);
	for (i = 0; !err && i < res->insn_cnt; i++) {
		if (!ab_insn_is_ld_imm64(&res->insns[i]))
			continue;
		err = resolve_imm64(res, i++);
	}
	return err;
}

void ab_resolve_put(struct ab_resolve *res)
{
	while (res->map_cnt)
		ab_map_put(res->maps[--res->map_cnt]);
}

static bool names_map(const struct altbpf_insn *insn)
{
	return insn->src_reg == ALTBPF_PSEUDO_MAP_FD || insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE;
}

void ab_resolve_xlated(struct altbpf_insn *insns, u32 cnt, struct ab_map *const *maps)
{
	u32 i;

	for (i = 0; i < cnt; i++) {
		if (!ab_insn_is_ld_imm64(&insns[i]))
			continue;
		if (names_map(&insns[i]))
			insns[i].imm = maps[insns[i].imm]->desc.id;
		i++;
	}
}

void ab_resolve_runtime(struct altbpf_insn *insns, u32 cnt, struct ab_map *const *maps)
{
	const struct ab_map_desc *desc;
	u64 imm;
	u32 i;

	for (i = 0; i < cnt; i++) {
		if (!ab_insn_is_ld_imm64(&insns[i]))
			continue;
		if (names_map(&insns[i])) {
			desc = &maps[insns[i].imm]->desc;
			imm = insns[i].src_reg == ALTBPF_PSEUDO_MAP_FD ? desc->addr :
				desc->value_addr + (u32)insns[i + 1].imm;
			insns[i].src_reg = 0;
			insns[i].imm = (u32)imm;
			insns[i + 1].imm = imm >> 32;
		}
		i++;
	}
}
