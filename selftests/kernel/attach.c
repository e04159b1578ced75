// SPDX-License-Identifier: GPL-2.0
/* What tests of attach kinds and helpers share, for attach.h. */
#include <fcntl.h>
#include <sys/syscall.h>
#include "attach.h"

int out_create(void)
{
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8 * OUT_WORDS, 1, 0);

	CHECK(fd >= 0);
	return fd;
}

uint64_t out_get(int out, int word)
{
	uint64_t words[OUT_WORDS];
	uint32_t key = 0;

	CHECK(!map_lookup(out, &key, words));
	return words[word];
}

void out_bytes(int out, int word, void *buf, size_t len)
{
	uint64_t words[OUT_WORDS];
	uint32_t key = 0;

	CHECK(!map_lookup(out, &key, words));
	CHECK(8 * word + len <= sizeof(words));
	memcpy(buf, &words[word], len);
}

void out_clear(int out)
{
	uint64_t words[OUT_WORDS] = { 0 };
	uint32_t key = 0;

	CHECK(!map_update(out, &key, words, ALTBPF_ANY));
}

void call_getpgid(int times)
{
	while (times--)
		syscall(SYS_getpgid, 0);
}

void call_getsid(int times)
{
	while (times--)
		syscall(SYS_getsid, 0);
}

int link_full(const union altbpf_attr *attr)
{
	union altbpf_attr copy = *attr;

	return (int)ab_sys(ALTBPF_LINK_CREATE_BY_NAME, &copy, sizeof(copy));
}

int link_update(int link, int prog, uint32_t flags, int old_prog)
{
	union altbpf_attr attr = { 0 };

	attr.link_update.link_fd = (uint32_t)link;
	attr.link_update.new_prog_fd = (uint32_t)prog;
	attr.link_update.flags = flags;
	attr.link_update.old_prog_fd = (uint32_t)old_prog;
	return (int)ab_sys(ALTBPF_LINK_UPDATE, &attr, sizeof(attr));
}

int link_hold(int link, uint32_t hold)
{
	union altbpf_attr attr = { 0 };

	attr.link_hold.link_fd = (uint32_t)link;
	attr.link_hold.hold = hold;
	return (int)ab_sys(ALTBPF_LINK_HOLD, &attr, sizeof(attr));
}

static int get_info(int fd, void *info, uint32_t size)
{
	union altbpf_attr attr = { 0 };

	attr.info.bpf_fd = (uint32_t)fd;
	attr.info.info_len = size;
	attr.info.info = (uintptr_t)info;
	return (int)ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr));
}

int link_info(int link, struct altbpf_link_info *info)
{
	return get_info(link, info, sizeof(*info));
}

int prog_info(int prog, struct altbpf_prog_info *info)
{
	memset(info, 0, sizeof(*info));
	return get_info(prog, info, sizeof(*info));
}

const char *fdinfo(int fd, const char *key)
{
	static char line[256];
	size_t len = strlen(key);
	char path[64], *value = NULL;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	f = fopen(path, "r");
	CHECK(f);
	while (!value && fgets(line, sizeof(line), f)) {
		if (!strncmp(line, key, len) && line[len] == ':')
			value = line + len + 1;
	}
	fclose(f);
	if (!value)
		return "";
	value += strspn(value, " \t");
	value[strcspn(value, "\n")] = 0;
	return value;
}

uint64_t kernel_symbol(const char *name)
{
	FILE *f = fopen("/proc/kallsyms", "r");
	unsigned long long addr, found = 0;
	char line[512], symbol[256];

	CHECK(f);
	while (!found && fgets(line, sizeof(line), f)) {
		if (sscanf(line, "%llx %*c %255s", &addr, symbol) == 2 && !strcmp(symbol, name))
			found = addr;
	}
	fclose(f);
	return found;
}

void write_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	CHECK(fd >= 0);
	CHECK(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
}
