// SPDX-License-Identifier: GPL-2.0
/* Loads corpus programs with the host's bpf(2), whose attributes altbpf's ABI shares. */
#include <linux/kernel.h>
#include "core/interp/interp.h"
#include "host_oracle.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int bpf(int cmd, union altbpf_attr *attr, u32 size)
{
	int ret = syscall(SYS_bpf, cmd, attr, size);

	return ret < 0 ? -errno : ret;
}

static int fill_frozen(int fd, const struct corpus_map *map)
{
	union altbpf_attr attr = {};
	u32 key = 0;
	int err;

	attr.map_elem.map_fd = fd;
	attr.map_elem.key = (u64)&key;
	attr.map_elem.value = (u64)map->frozen;
	err = bpf(ALTBPF_MAP_UPDATE_ELEM, &attr, sizeof(attr.map_elem));
	if (err)
		return err;
	memset(&attr, 0, sizeof(attr));
	attr.map_elem.map_fd = fd;
	return bpf(ALTBPF_MAP_FREEZE, &attr, sizeof(u32));
}

static int create_map(const struct corpus_map *map)
{
	union altbpf_attr attr = {};
	int fd;

	attr.map_create.map_type = map->type;
	attr.map_create.key_size = map->key_size;
	attr.map_create.value_size = map->value_size;
	attr.map_create.max_entries = map->max_entries;
	attr.map_create.map_flags = map->flags;
	fd = bpf(ALTBPF_MAP_CREATE, &attr, offsetofend(typeof(attr.map_create), map_name));
	if (fd >= 0 && map->frozen && fill_frozen(fd, map)) {
		close(fd);
		return -EINVAL;
	}
	return fd;
}

static int load_btf(void)
{
	union altbpf_attr attr = {};
	u32 size;

	attr.btf_load.btf = (u64)corpus_btf(&size);
	attr.btf_load.btf_size = size;
	return bpf(ALTBPF_BTF_LOAD, &attr, offsetofend(typeof(attr.btf_load), btf_log_level));
}

static void add_func_info(const struct corpus_prog *spec, union altbpf_attr *attr,
			  struct altbpf_func_info *info, u32 room)
{
	struct ab_facts facts;
	u32 i;

	if (ab_code_scan(spec->insns, spec->cnt, &facts))
		return;
	for (i = 0; i < facts.subprog_cnt && i < room; i++)
		info[i] = (struct altbpf_func_info){ facts.subprogs[i].start, CORPUS_BTF_FUNC };
	attr->prog_load.func_info = (u64)info;
	attr->prog_load.func_info_cnt = i;
	attr->prog_load.func_info_rec_size = sizeof(*info);
	ab_facts_fini(&facts);
}

static int load(const struct corpus_prog *spec, const int *fds, int btf, char *log, u32 log_size)
{
	struct altbpf_insn *insns = malloc(spec->cnt * sizeof(*insns));
	struct altbpf_func_info info[64];
	union altbpf_attr attr = {};
	u32 i;
	int fd;

	if (!insns)
		return HOST_ORACLE_UNABLE;
	memcpy(insns, spec->insns, spec->cnt * sizeof(*insns));
	for (i = 0; i < spec->cnt; i++) {
		if (!ab_insn_is_ld_imm64(&insns[i]))
			continue;
		if ((insns[i].src_reg == ALTBPF_PSEUDO_MAP_FD || insns[i].src_reg == ALTBPF_PSEUDO_MAP_VALUE) &&
		    (u32)insns[i].imm < spec->map_cnt)
			insns[i].imm = fds[insns[i].imm];
		i++;
	}
	attr.prog_load.prog_type = spec->type;
	attr.prog_load.insn_cnt = spec->cnt;
	attr.prog_load.insns = (u64)insns;
	attr.prog_load.license = (u64)(spec->gpl ? "GPL" : "Proprietary");
	attr.prog_load.prog_flags = spec->flags;
	attr.prog_load.log_level = 1;
	attr.prog_load.log_size = log_size;
	attr.prog_load.log_buf = (u64)log;
	if (btf >= 0) {
		attr.prog_load.prog_btf_fd = btf;
		add_func_info(spec, &attr, info, ARRAY_SIZE(info));
	}
	fd = bpf(ALTBPF_PROG_LOAD, &attr, offsetofend(typeof(attr.prog_load), log_true_size));
	if (fd == -ENOSPC) { /* the log was too long for its buffer: no verdict */
		attr.prog_load.log_level = 0;
		attr.prog_load.log_size = 0;
		attr.prog_load.log_buf = 0;
		fd = bpf(ALTBPF_PROG_LOAD, &attr, offsetofend(typeof(attr.prog_load), log_true_size));
	}
	free(insns);
	if (fd >= 0)
		close(fd);
	return fd < 0 ? fd : 0;
}

int host_oracle_load(const struct corpus_prog *spec, char *log, u32 log_size)
{
	int fds[CORPUS_MAPS] = {}, btf = -1, ret = 0;
	u32 made = 0;

	for (; made < spec->map_cnt && !ret; made++) {
		fds[made] = create_map(&spec->maps[made]);
		if (fds[made] < 0)
			ret = HOST_ORACLE_UNABLE;
	}
	if (!ret && corpus_needs_btf(spec)) {
		btf = load_btf();
		if (btf < 0)
			ret = HOST_ORACLE_UNABLE;
	}
	if (!ret)
		ret = load(spec, fds, btf, log, log_size);
	while (made--)
		if (fds[made] >= 0)
			close(fds[made]);
	if (btf >= 0)
		close(btf);
	return ret;
}

bool host_oracle_works(void)
{
	struct altbpf_insn insns[] = {
		{ .code = AB_ALU64 | AB_MOV | AB_K },
		{ .code = AB_EXIT_CODE },
	};
	struct corpus_prog spec = { .type = ALTBPF_PROG_TYPE_SOCKET_FILTER, .insns = insns, .cnt = 2 };
	char log[1024];

	return host_oracle_load(&spec, log, sizeof(log)) == 0;
}
