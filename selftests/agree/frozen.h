/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A frozen program: one PROG_LOAD as some mainline kernel received it, with that kernel's verdict.
 * The format is described in the README of the corpus.
 */
#ifndef AB_SELFTESTS_FROZEN_H
#define AB_SELFTESTS_FROZEN_H

#include "core/verify/verify.h"

struct frozen_header {
	char magic[8];
	__u32 prog_type, expected_attach_type, prog_flags, insn_cnt, nmaps, attach_btf_id;
	__u32 func_info_rec_size, func_info_cnt, btf_len, nkf, log_level;
	__s32 ret;
	__u64 ns;
	char prog_name[16], license[32], origin[128], attach_name[64];
};

struct frozen_map {
	__u32 type, key_size, value_size, max_entries, flags, btf_key_type_id, btf_value_type_id;
	__s32 inner;
	__u64 map_extra;
	char name[16];
	__u32 content_len, pad;
};

struct frozen_kfunc {
	__u32 insn;
	char name[60];
};

/* A read file; pointers lead into @data or to memory of their own. */
struct frozen {
	char *data;
	const struct frozen_header *head;
	struct ab_map_desc *maps;
	struct ab_map_desc **map_list;
	struct altbpf_insn *insns;
	struct altbpf_func_info *func_info;
	const void *btf_data;
	struct ab_btf *btf;
};

/* 0, or -1 with a line on stderr. */
int frozen_read(struct frozen *f, const char *path);
void frozen_free(struct frozen *f);
/* The types of the kernel that runs here, or NULL. */
const struct ab_btf *frozen_kernel_btf(void);
/* The type that the program attaches to, in those: ids differ from build to build. 0: none. */
unsigned int frozen_target(const struct frozen *f);
/* Fills what ab_verify() takes; @log may be NULL. */
void frozen_input(const struct frozen *f, struct ab_verify_in *in, const struct ab_log *log);

#endif
