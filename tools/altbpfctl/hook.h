/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Places that programs are attached to, from section names and from the command line.
 */
#ifndef ALTBPFCTL_HOOK_H
#define ALTBPFCTL_HOOK_H

#include <linux/types.h>
#include <stdbool.h>

enum hook_kind { HOOK_KPROBE, HOOK_KRETPROBE, HOOK_TRACEPOINT, HOOK_RAW_TRACEPOINT };

/**
 * struct hook - a place
 * @name: a kernel symbol, "category/event", or a raw tracepoint's name
 * @offset: bytes behind the symbol (HOOK_KPROBE)
 * @cookie: what bpf_get_attach_cookie() returns
 */
struct hook {
	enum hook_kind kind;
	char name[128];
	__u64 offset;
	__u64 cookie;
};

/* The words of the command line ("kprobe", ...). Return: false where @word is none. */
bool hook_parse_kind(const char *word, enum hook_kind *kind);
const char *hook_kind_name(enum hook_kind kind);

/* The place that a section names ("kprobe/vfs_read+0x10", "tp/sched/sched_switch", ...); false where it names none. */
bool hook_parse_section(const char *section, struct hook *hook);

/* Return: a link's descriptor, or -errno. */
int hook_attach(const struct hook *hook, int prog_fd);
/* The link outlives its descriptors. Return: 0 or -errno. */
int hook_hold(int link_fd);

/* Shows a link: its id, what it is, its program. Return: 0, or 1 after the user was told. */
int link_show(int fd, __u32 id); /* link.c */

#endif
