/* SPDX-License-Identifier: GPL-2.0 */
/*
 * All that the runtime tells of a program for dumps: both forms of its code, functions, lines, types.
 */
#ifndef ALTBPFCTL_PROG_IMAGE_H
#define ALTBPFCTL_PROG_IMAGE_H

#include <bpf/btf.h>
#include <linux/altbpf.h>
#include <linux/bpf.h>

/**
 * struct prog_image - a program's insides; counts are in @info
 * @xlated: info.xlated_prog_len bytes
 * @jited: info.jited_prog_len bytes, its functions one after the other
 * @ksyms: address of each function (nr_jited_ksyms), 0 where the caller may not see it
 * @func_lens: bytes of each (nr_jited_func_lens)
 * @funcs: first instruction and type of each function (nr_func_info)
 * @lines: source lines by instruction (nr_line_info)
 * @jited_lines: the address where each of @lines begins (nr_jited_line_info)
 * @btf: types and texts, or NULL
 */
struct prog_image {
	struct bpf_prog_info info;
	struct altbpf_insn *xlated;
	unsigned char *jited;
	__u64 *ksyms;
	__u32 *func_lens;
	struct altbpf_func_info *funcs;
	struct altbpf_line_info *lines;
	__u64 *jited_lines;
	struct btf *btf;
};

/* Return: 0, or 1 after the user was told. End with prog_image_fini() in every case. */
int prog_image_get(int fd, struct prog_image *image);
void prog_image_fini(struct prog_image *image);

/* Text at @off of the program's types, "" if none. */
const char *prog_image_string(const struct prog_image *image, __u32 off);
/* The function that starts at instruction @insn, NULL if none does. */
const char *prog_image_func_at(const struct prog_image *image, __u32 insn);
/* The source line that starts at instruction @insn, NULL if none does. */
const struct altbpf_line_info *prog_image_line_at(const struct prog_image *image, __u32 insn);
/* The source line whose code starts at @addr, NULL if none does. */
const struct altbpf_line_info *prog_image_line_at_addr(const struct prog_image *image, __u64 addr);

#endif
