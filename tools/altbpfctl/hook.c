// SPDX-License-Identifier: GPL-2.0
/*
 * Places that programs are attached to: see hook.h. Attaching goes by name through altbpf's own
 * command; neither perf events nor tracefs files are involved.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "ctl.h"
#include "hook.h"
#include "libaltbpf.h"

#if defined(__x86_64__)
#define SYSCALL_PREFIX "__x64_sys_"
#elif defined(__aarch64__)
#define SYSCALL_PREFIX "__arm64_sys_"
#else
#define SYSCALL_PREFIX "sys_"
#endif

static const char *const kind_names[] = { "kprobe", "kretprobe", "tracepoint", "raw_tracepoint" };

/* Sections as libbpf has them; @prefix is put before the name. */
static const struct {
	const char *section;
	enum hook_kind kind;
	const char *prefix;
} sections[] = {
	{ "kprobe/", HOOK_KPROBE, "" },
	{ "kretprobe/", HOOK_KRETPROBE, "" },
	{ "ksyscall/", HOOK_KPROBE, SYSCALL_PREFIX },
	{ "kretsyscall/", HOOK_KRETPROBE, SYSCALL_PREFIX },
	{ "tp/", HOOK_TRACEPOINT, "" },
	{ "tracepoint/", HOOK_TRACEPOINT, "" },
	{ "raw_tp/", HOOK_RAW_TRACEPOINT, "" },
	{ "raw_tracepoint/", HOOK_RAW_TRACEPOINT, "" },
	{ "raw_tp.w/", HOOK_RAW_TRACEPOINT, "" },
	{ "raw_tracepoint.w/", HOOK_RAW_TRACEPOINT, "" },
};

bool hook_parse_kind(const char *word, enum hook_kind *kind)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(kind_names); i++) {
		if (strcmp(word, kind_names[i]))
			continue;
		*kind = (enum hook_kind)i;
		return true;
	}
	return false;
}

const char *hook_kind_name(enum hook_kind kind)
{
	return kind_names[kind];
}

/* "symbol+0x10" of a kprobe. */
static bool split_offset(struct hook *hook)
{
	char *plus = strchr(hook->name, '+');
	uint64_t offset;

	if (hook->kind != HOOK_KPROBE || !plus)
		return true;
	*plus = 0;
	if (!ctl_parse_u64(plus + 1, UINT32_MAX, &offset))
		return false;
	hook->offset = offset;
	return true;
}

bool hook_parse_section(const char *section, struct hook *hook)
{
	size_t i, len;

	if (*section == '?') /* libbpf: not loaded unless asked for */
		section++;
	memset(hook, 0, sizeof(*hook));
	for (i = 0; i < ARRAY_SIZE(sections); i++) {
		len = strlen(sections[i].section);
		if (strncmp(section, sections[i].section, len) || !section[len])
			continue;
		hook->kind = sections[i].kind;
		snprintf(hook->name, sizeof(hook->name), "%s%s", sections[i].prefix, section + len);
		return split_offset(hook);
	}
	return false;
}

static int attach_raw(const struct hook *hook, int prog_fd)
{
	union altbpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.raw_tracepoint.name = (uintptr_t)hook->name;
	attr.raw_tracepoint.prog_fd = (__u32)prog_fd;
	attr.raw_tracepoint.cookie = hook->cookie;
	return (int)altbpf_call(ALTBPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr.raw_tracepoint));
}

static int attach_named(const struct hook *hook, int prog_fd)
{
	static const __u32 kinds[] = {
		[HOOK_KPROBE] = ALTBPF_PERF_EVENT_KPROBE,
		[HOOK_KRETPROBE] = ALTBPF_PERF_EVENT_KRETPROBE,
		[HOOK_TRACEPOINT] = ALTBPF_PERF_EVENT_TRACEPOINT,
	};
	union altbpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.link_by_name.prog_fd = (__u32)prog_fd;
	attr.link_by_name.kind = kinds[hook->kind];
	attr.link_by_name.name = (uintptr_t)hook->name;
	attr.link_by_name.offset = hook->offset;
	attr.link_by_name.cookie = hook->cookie;
	return (int)altbpf_call(ALTBPF_LINK_CREATE_BY_NAME, &attr, sizeof(attr.link_by_name));
}

int hook_attach(const struct hook *hook, int prog_fd)
{
	int fd = hook->kind == HOOK_RAW_TRACEPOINT ? attach_raw(hook, prog_fd) : attach_named(hook, prog_fd);

	return fd < 0 ? -errno : fd;
}

int hook_hold(int link_fd)
{
	union altbpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.link_hold.link_fd = (__u32)link_fd;
	attr.link_hold.hold = 1;
	return altbpf_call(ALTBPF_LINK_HOLD, &attr, sizeof(attr.link_hold)) ? -errno : 0;
}
