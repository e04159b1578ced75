/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A request on its way: the commands' common shape. command.c has the table; one file a noun has
 * the functions. A function may trust that bytes of the attributes behind its last field are zero.
 */
#ifndef AB_DEV_COMMAND_H
#define AB_DEV_COMMAND_H

#include <linux/altbpf.h>
#include "load/log.h"

/**
 * struct ab_request - one call
 * @attr: the attributes, zero-filled to full size
 * @uattr: the user's, for outputs
 * @size: bytes at @uattr (outputs behind them are not written)
 * @common: the common attributes, zeroes where there are none
 * @ucommon: the user's
 * @common_size: bytes at @ucommon
 */
struct ab_request {
	union altbpf_attr attr;
	union altbpf_attr __user *uattr;
	u32 size;
	struct altbpf_common_attr common;
	struct altbpf_common_attr __user *ucommon;
	u32 common_size;
};

/**
 * struct ab_command - one row of the table
 * @last: end of the last field that the command knows, an offset into union altbpf_attr
 */
struct ab_command {
	u32 cmd;
	const char *name;
	int (*run)(struct ab_request *req);
	u32 last;
};

/* The table's rows by index; NULL behind the last. */
const struct ab_command *ab_command_at(u32 index);

/* One call from user space. Return: what bpf(2) would. */
int ab_command_run(const struct altbpf_call *call);

/* Writes an output field if the user's attributes are long enough to have it. 0 or -EFAULT. */
#define ab_request_put(req, value, field) \
	((req)->size < offsetofend(union altbpf_attr, field) ? 0 : put_user(value, &(req)->uattr->field))

/*
 * A log where the command's own fields (@level, @buf, @size) or the common attributes say.
 * Return: 0, -EINVAL, or -EUSERS where both say something different.
 */
int __must_check ab_request_log(const struct ab_request *req, struct ab_user_log *log, u32 level, u64 buf, u32 size);
/* Ends it. @true_size: for the command's own output field. Return: 0, -ENOSPC, -EFAULT. */
int __must_check ab_request_log_finish(const struct ab_request *req, struct ab_user_log *log, u32 *true_size);

/* copy.c: what info commands share */
/* Reads the user's info struct into @size zeroed bytes; @len: how many it has. 0, -E2BIG, -EFAULT. */
int __must_check ab_info_in(void *info, u32 size, const struct ab_request *req, u32 *len);
int __must_check ab_info_out(const void *info, const struct ab_request *req, u32 len);
/* Fills the user's array at @user with at most @room of @total bytes from @data. */
int __must_check ab_info_array(u64 user, u32 room, const void *data, u32 total);

/* one file a noun */
int ab_cmd_map_create(struct ab_request *req);
int ab_cmd_map_lookup(struct ab_request *req);
int ab_cmd_map_update(struct ab_request *req);
int ab_cmd_map_delete(struct ab_request *req);
int ab_cmd_map_next_key(struct ab_request *req);
int ab_cmd_map_lookup_delete(struct ab_request *req);
int ab_cmd_map_freeze(struct ab_request *req);
int ab_cmd_map_next_id(struct ab_request *req);
int ab_cmd_map_fd_by_id(struct ab_request *req);
int ab_cmd_prog_load(struct ab_request *req);
int ab_cmd_prog_test_run(struct ab_request *req);
int ab_cmd_prog_next_id(struct ab_request *req);
int ab_cmd_prog_fd_by_id(struct ab_request *req);
int ab_cmd_prog_bind_map(struct ab_request *req);
int ab_cmd_info(struct ab_request *req);
int ab_cmd_link_create(struct ab_request *req);
int ab_cmd_link_update(struct ab_request *req);
int ab_cmd_link_detach(struct ab_request *req);
int ab_cmd_link_next_id(struct ab_request *req);
int ab_cmd_link_fd_by_id(struct ab_request *req);
int ab_cmd_link_by_name(struct ab_request *req);
int ab_cmd_link_hold(struct ab_request *req);
int ab_cmd_raw_tracepoint_open(struct ab_request *req);
int ab_cmd_btf_load(struct ab_request *req);
int ab_cmd_btf_next_id(struct ab_request *req);
int ab_cmd_btf_fd_by_id(struct ab_request *req);
int ab_cmd_enable_stats(struct ab_request *req);
int ab_cmd_features(struct ab_request *req);

/* info of each noun; the object's reference stays the caller's */
struct ab_prog;
struct ab_map;
struct ab_link;
struct ab_btf_obj;
int ab_info_prog(struct ab_request *req, struct ab_prog *prog);
int ab_info_map(struct ab_request *req, struct ab_map *map);
int ab_info_link(struct ab_request *req, struct ab_link *link);
int ab_info_btf(struct ab_request *req, struct ab_btf_obj *btf);

#endif
