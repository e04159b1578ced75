// SPDX-License-Identifier: GPL-2.0
/*
 * FEATURES: what this module has, as lines of text made from the tables that the module works
 * with, so the answer cannot be out of date. Proved by selftests/kernel/abi_features.c.
 */
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "dev/command.h"
#include "helpers/helpers.h"
#include "maps/map.h"

#define MAX_TYPES 64

struct text {
	char *buf; /* NULL: count only */
	u32 size;
	u32 len;
};

static __printf(2, 3) void add_line(struct text *text, const char *fmt, ...)
{
	u32 room = text->buf ? text->size - text->len : 0;
	va_list args;

	va_start(args, fmt);
	text->len += vsnprintf(text->buf ? text->buf + text->len : NULL, room, fmt, args);
	va_end(args);
}

static void add_helpers(struct text *text, const struct ab_prog_type *type)
{
	const struct ab_helper_proto *proto;
	u32 id;

	for (id = 1; id < ALTBPF_FUNC_CNT; id++) {
		proto = ab_helper_find(id);
		if (!proto || !(proto->prog_types & (1ULL << type->type)))
			continue;
		if (ab_helper_table[id] || id == ALTBPF_FUNC_tail_call)
			add_line(text, "helper %s %s\n", type->name, proto->name);
	}
}

static void make_text(struct text *text)
{
	const struct ab_command *command;
	const struct ab_map_type *map;
	const struct ab_prog_type *type;
	u32 i;

	for (i = 0; (command = ab_command_at(i)); i++)
		add_line(text, "command %s\n", command->name);
	for (i = 0; (type = ab_prog_type_at(i)); i++)
		if (!type->verify_only)
			add_line(text, "prog_type %s\n", type->name);
	for (i = 1; i < MAX_TYPES; i++) {
		map = ab_map_ops_find(i) ? ab_map_type_find(i) : NULL;
		if (map)
			add_line(text, "map_type %s\n", map->name);
	}
	for (i = 0; (type = ab_prog_type_at(i)); i++)
		if (!type->verify_only)
			add_helpers(text, type);
}

int ab_cmd_features(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct text text = {};
	u32 room = attr->features.len, size;
	int err = 0;

	if (!attr->features.buf != !room)
		return -EINVAL;
	make_text(&text);
	size = text.len + 1;
	if (room) {
		text.buf = kvmalloc(size, GFP_KERNEL);
		if (!text.buf)
			return -ENOMEM;
		text.size = size;
		text.len = 0;
		make_text(&text);
		if (copy_to_user(u64_to_user_ptr(attr->features.buf), text.buf, min(room, size)))
			err = -EFAULT;
		kvfree(text.buf);
	}
	if (!err && put_user(size, &req->uattr->features.len))
		err = -EFAULT;
	return err ?: room && room < size ? -ENOSPC : 0;
}
