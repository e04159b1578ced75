// SPDX-License-Identifier: GPL-2.0
/*
 * The offline backend: bpf(2) answered in this process, for programs that want a verdict without
 * root and module. This file is the libc side: the table of commands, file descriptors, and the caller's log
 * buffer. Proved by selftests/tools.
 *
 * A descriptor is a memfd. The table finds its object by inode, so that duplicates work and a
 * number that was closed and given out again is not mistaken.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include "backend.h"
#include "offline.h"

#define MIN(a, b) ((a) < (b) ? (a) : (b))

enum kind { MAP, PROG, BTF };

struct object {
	enum kind kind;
	ino_t ino;
	__u32 id;
	union {
		struct ab_offline_map *map;
		struct ab_btf *btf;
		struct {
			__u32 type;
			char name[ALTBPF_OBJ_NAME_LEN];
			struct altbpf_verdict verdict;
		} prog;
	};
};

static struct object *objects;
static unsigned int object_cnt;
static struct altbpf_verdict last_refusal;

static struct object *find(int fd, enum kind kind)
{
	struct stat st;
	unsigned int i;

	if (fd < 0 || fstat(fd, &st))
		return NULL;
	for (i = object_cnt; i-- > 0;)
		if (objects[i].ino == st.st_ino)
			return objects[i].kind == kind ? &objects[i] : NULL;
	return NULL;
}

const struct altbpf_verdict *altbpf_offline_verdict(int prog_fd)
{
	static const struct altbpf_verdict none;
	struct object *object;

	if (prog_fd < 0)
		return &last_refusal;
	object = find(prog_fd, PROG);
	return object ? &object->prog.verdict : &none;
}

static struct ab_offline_map *find_map(int fd)
{
	struct object *object = find(fd, MAP);

	return object ? object->map : NULL;
}

static struct ab_btf *find_btf(int fd)
{
	struct object *object = find(fd, BTF);

	return object ? object->btf : NULL;
}

static const struct ab_offline_fds fds = { .map = find_map, .btf = find_btf };

/* A descriptor for @object, which is copied into the table. */
static long publish(struct object *object, const char *name)
{
	struct object *grown = realloc(objects, (object_cnt + 1) * sizeof(*objects));
	struct stat st;
	int fd;

	if (!grown)
		return -ENOMEM;
	objects = grown;
	fd = memfd_create(name, MFD_CLOEXEC);
	if (fd < 0)
		return -errno;
	if (fstat(fd, &st)) {
		close(fd);
		return -EMFILE;
	}
	object->ino = st.st_ino;
	object->id = object_cnt + 1;
	objects[object_cnt++] = *object;
	return fd;
}

/* A log, whole; at the end the caller's buffer gets its last bytes, or with LOG_FIXED its first. */
struct text {
	char *all;
	size_t len, cap;
	char *buf;
	size_t size;
	__u32 level;
};

static void write_text(void *ctx, const char *s, unsigned long len)
{
	struct text *text = ctx;
	char *grown;

	if (!text->buf) {
		text->len += len;
		return;
	}
	if (text->len + len > text->cap) {
		grown = realloc(text->all, (text->len + len) * 2);
		if (!grown)
			return;
		text->all = grown;
		text->cap = (text->len + len) * 2;
	}
	memcpy(text->all + text->len, s, len);
	text->len += len;
}

static int text_init(struct text *text, __u64 buf, __u32 size, __u32 level)
{
	memset(text, 0, sizeof(*text));
	if (!buf != !size || (buf && !level) || size > ~0U >> 2 || level & ~15U)
		return -EINVAL;
	text->buf = (char *)(unsigned long)buf;
	text->size = size;
	text->level = level;
	return 0;
}

/* Delivers the text. bpf(2): a log that does not fit is an error of its own, which comes first. */
static long text_finish(struct text *text, long result, __u32 *true_size)
{
	bool cut = text->buf && text->len >= text->size;
	size_t n = cut ? text->size - 1 : text->len;

	*true_size = text->level ? (__u32)text->len + 1 : 0;
	if (text->buf) {
		if (n)
			memcpy(text->buf, text->level & ALTBPF_LOG_FIXED ? text->all : text->all + text->len - n, n);
		text->buf[n] = 0;
	}
	free(text->all);
	return cut ? -ENOSPC : result;
}

static long map_create(union altbpf_attr *attr)
{
	struct object object = { .kind = MAP };
	int err = ab_offline_map_new(attr, &fds, object_cnt + 1, &object.map);

	return err ? err : publish(&object, "map");
}

static long map_update(union altbpf_attr *attr)
{
	struct ab_offline_map *map = find_map((int)attr->map_elem.map_fd);

	return map ? ab_offline_map_update(map, attr) : -EBADF;
}

static long map_lookup(union altbpf_attr *attr)
{
	struct ab_offline_map *map = find_map((int)attr->map_elem.map_fd);

	return map ? ab_offline_map_lookup(map, attr) : -EBADF;
}

static long map_freeze(union altbpf_attr *attr)
{
	struct ab_offline_map *map = find_map((int)attr->map_elem.map_fd);

	return map ? ab_offline_map_freeze(map) : -EBADF;
}

static long btf_load(union altbpf_attr *attr)
{
	struct object object = { .kind = BTF };
	struct text text;
	struct ab_offline_log log = { attr->btf_load.btf_log_level, write_text, &text };
	long err;

	err = text_init(&text, attr->btf_load.btf_log_buf, attr->btf_load.btf_log_size, log.level);
	if (err)
		return err;
	err = text_finish(&text, ab_offline_btf_new(attr, &log, &object.btf), &attr->btf_load.btf_log_true_size);
	return err ? err : publish(&object, "btf");
}

static long prog_load(union altbpf_attr *attr)
{
	struct object object = { .kind = PROG, .prog.type = attr->prog_load.prog_type };
	struct text text;
	struct ab_offline_log log = { attr->prog_load.log_level, write_text, &text };
	long err;

	err = text_init(&text, attr->prog_load.log_buf, attr->prog_load.log_size, log.level);
	if (err)
		return err;
	memcpy(object.prog.name, attr->prog_load.prog_name, sizeof(object.prog.name));
	err = text_finish(&text, ab_offline_prog_load(attr, &fds, &log, &object.prog.verdict), &attr->prog_load.log_true_size);
	if (err)
		last_refusal = object.prog.verdict;
	return err ? err : publish(&object, "prog");
}

static void prog_info(const struct object *object, struct altbpf_prog_info *info)
{
	memset(info, 0, sizeof(*info));
	info->type = object->prog.type;
	info->id = object->id;
	memcpy(info->name, object->prog.name, sizeof(info->name));
}

/* The raw bytes go to the caller's buffer, as many as fit; the size tells how many there are. */
static void btf_info(const struct object *object, const struct altbpf_btf_info *in, struct altbpf_btf_info *info)
{
	__u32 size;
	const void *data = ab_offline_btf_data(object->btf, &size);

	memset(info, 0, sizeof(*info));
	info->id = object->id;
	info->btf = in->btf;
	info->btf_size = size;
	if (in->btf)
		memcpy((void *)(unsigned long)in->btf, data, MIN(in->btf_size, size));
}

static long get_info(union altbpf_attr *attr)
{
	void *user = (void *)(unsigned long)attr->info.info;
	union {
		struct altbpf_map_info map;
		struct altbpf_prog_info prog;
		struct altbpf_btf_info btf;
	} info, in;
	struct object *object;
	__u32 size;
	int fd = (int)attr->info.bpf_fd;

	if (!user)
		return -EFAULT;
	memset(&in, 0, sizeof(in));
	memcpy(&in, user, MIN(attr->info.info_len, sizeof(in)));
	if ((object = find(fd, MAP))) {
		size = sizeof(info.map);
		ab_offline_map_info(object->map, &info.map);
	} else if ((object = find(fd, PROG))) {
		size = sizeof(info.prog);
		prog_info(object, &info.prog);
	} else if ((object = find(fd, BTF))) {
		size = sizeof(info.btf);
		btf_info(object, &in.btf, &info.btf);
	} else {
		return -EBADF;
	}
	size = MIN(size, attr->info.info_len);
	memcpy(user, &info, size);
	attr->info.info_len = size;
	return 0;
}

static long no_more_ids(union altbpf_attr *attr)
{
	(void)attr;
	return -ENOENT;
}

static long features(union altbpf_attr *attr)
{
	struct text text;
	struct ab_offline_log log = { ALTBPF_LOG_LEVEL1 | ALTBPF_LOG_FIXED, write_text, &text };
	int err = text_init(&text, attr->features.buf, attr->features.len, log.level);

	if (err)
		return err;
	ab_offline_features(&log);
	return text_finish(&text, 0, &attr->features.len);
}

static const struct command {
	unsigned int cmd;
	long (*run)(union altbpf_attr *attr);
} commands[] = {
	{ ALTBPF_MAP_CREATE, map_create },
	{ ALTBPF_MAP_UPDATE_ELEM, map_update },
	{ ALTBPF_MAP_LOOKUP_ELEM, map_lookup },
	{ ALTBPF_MAP_FREEZE, map_freeze },
	{ ALTBPF_BTF_LOAD, btf_load },
	{ ALTBPF_PROG_LOAD, prog_load },
	{ ALTBPF_OBJ_GET_INFO_BY_FD, get_info },
	{ ALTBPF_PROG_GET_NEXT_ID, no_more_ids },
	{ ALTBPF_MAP_GET_NEXT_ID, no_more_ids },
	{ ALTBPF_LINK_GET_NEXT_ID, no_more_ids },
	{ ALTBPF_BTF_GET_NEXT_ID, no_more_ids },
	{ ALTBPF_FEATURES, features },
};

static const struct command *find_command(unsigned int cmd)
{
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (commands[i].cmd == cmd)
			return &commands[i];
	return NULL;
}

long ab_offline_call(unsigned int cmd, void *user, unsigned int size)
{
	const struct command *command = find_command(cmd);
	union altbpf_attr attr;
	unsigned int i;
	long ret;

	if (!command)
		return cmd <= ALTBPF_PROG_ASSOC_STRUCT_OPS ? -EOPNOTSUPP : -EINVAL;
	if (!user)
		return -EFAULT;
	for (i = sizeof(attr); i < size; i++)
		if (((const char *)user)[i])
			return -E2BIG;
	memset(&attr, 0, sizeof(attr));
	memcpy(&attr, user, MIN(size, sizeof(attr)));
	ret = command->run(&attr);
	memcpy(user, &attr, MIN(size, sizeof(attr)));
	return ret;
}
