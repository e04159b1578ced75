// SPDX-License-Identifier: GPL-2.0
/*
 * The table of commands, and what every call goes through before its function sees it: the size
 * rules of bpf(2) and zero bytes behind the command's last field. Proved by selftests/kernel/abi_size.c.
 */
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "dev/command.h"

#define ROW(number, name_, fn, last_) \
	{ .cmd = ALTBPF_##number, .name = name_, .run = fn, .last = offsetofend(union altbpf_attr, last_) }

static const struct ab_command commands[] = {
	ROW(MAP_CREATE, "map_create", ab_cmd_map_create, map_create.map_extra),
	ROW(MAP_LOOKUP_ELEM, "map_lookup_elem", ab_cmd_map_lookup, map_elem.flags),
	ROW(MAP_UPDATE_ELEM, "map_update_elem", ab_cmd_map_update, map_elem.flags),
	ROW(MAP_DELETE_ELEM, "map_delete_elem", ab_cmd_map_delete, map_elem.key),
	ROW(MAP_GET_NEXT_KEY, "map_get_next_key", ab_cmd_map_next_key, map_elem.next_key),
	ROW(PROG_LOAD, "prog_load", ab_cmd_prog_load, prog_load.fd_array_cnt),
	ROW(PROG_TEST_RUN, "prog_test_run", ab_cmd_prog_test_run, test.batch_size),
	ROW(PROG_GET_NEXT_ID, "prog_get_next_id", ab_cmd_prog_next_id, get_id.next_id),
	ROW(MAP_GET_NEXT_ID, "map_get_next_id", ab_cmd_map_next_id, get_id.next_id),
	ROW(PROG_GET_FD_BY_ID, "prog_get_fd_by_id", ab_cmd_prog_fd_by_id, get_id.prog_id),
	ROW(MAP_GET_FD_BY_ID, "map_get_fd_by_id", ab_cmd_map_fd_by_id, get_id.open_flags),
	ROW(OBJ_GET_INFO_BY_FD, "obj_get_info_by_fd", ab_cmd_info, info.info),
	ROW(RAW_TRACEPOINT_OPEN, "raw_tracepoint_open", ab_cmd_raw_tracepoint_open, raw_tracepoint.cookie),
	ROW(BTF_LOAD, "btf_load", ab_cmd_btf_load, btf_load.btf_log_true_size),
	ROW(BTF_GET_FD_BY_ID, "btf_get_fd_by_id", ab_cmd_btf_fd_by_id, get_id.btf_id),
	ROW(MAP_LOOKUP_AND_DELETE_ELEM, "map_lookup_and_delete_elem", ab_cmd_map_lookup_delete, map_elem.flags),
	ROW(MAP_FREEZE, "map_freeze", ab_cmd_map_freeze, map_elem.map_fd),
	ROW(BTF_GET_NEXT_ID, "btf_get_next_id", ab_cmd_btf_next_id, get_id.next_id),
	ROW(LINK_CREATE, "link_create", ab_cmd_link_create, link_create.kprobe_multi.cookies),
	ROW(LINK_UPDATE, "link_update", ab_cmd_link_update, link_update.old_prog_fd),
	ROW(LINK_GET_FD_BY_ID, "link_get_fd_by_id", ab_cmd_link_fd_by_id, get_id.link_id),
	ROW(LINK_GET_NEXT_ID, "link_get_next_id", ab_cmd_link_next_id, get_id.next_id),
	ROW(ENABLE_STATS, "enable_stats", ab_cmd_enable_stats, enable_stats.type),
	ROW(LINK_DETACH, "link_detach", ab_cmd_link_detach, link_detach.link_fd),
	ROW(PROG_BIND_MAP, "prog_bind_map", ab_cmd_prog_bind_map, prog_bind_map.flags),
	ROW(LINK_CREATE_BY_NAME, "link_create_by_name", ab_cmd_link_by_name, link_by_name.maxactive),
	ROW(LINK_HOLD, "link_hold", ab_cmd_link_hold, link_hold.hold),
	ROW(FEATURES, "features", ab_cmd_features, features.len),
};

const struct ab_command *ab_command_at(u32 index)
{
	return index < ARRAY_SIZE(commands) ? &commands[index] : NULL;
}

static const struct ab_command *find_command(u32 cmd)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(commands); i++)
		if (commands[i].cmd == cmd)
			return &commands[i];
	return NULL;
}

/* Shorter structs are filled with zeroes, what a longer one has more must be zero. */
static int copy_sized(void *dst, u32 have, u64 user, u32 size)
{
	if (size > PAGE_SIZE)
		return -E2BIG;
	return copy_struct_from_user(dst, have, u64_to_user_ptr(user), size);
}

static int copy_request(struct ab_request *req, const struct altbpf_call *call)
{
	int err;

	req->uattr = u64_to_user_ptr(call->attr);
	req->size = call->size;
	req->ucommon = u64_to_user_ptr(call->common_attr);
	req->common_size = call->common_size;
	err = copy_sized(&req->attr, sizeof(req->attr), call->attr, call->size);
	if (err)
		return err;
	if (!call->common_attr != !call->common_size)
		return -EINVAL;
	if (!call->common_attr)
		return 0;
	err = copy_sized(&req->common, sizeof(req->common), call->common_attr, call->common_size);
	return err ?: req->common.pad ? -EINVAL : 0;
}

int ab_command_run(const struct altbpf_call *call)
{
	const struct ab_command *command;
	struct ab_request req = {};
	int err;

	if (call->reserved)
		return -EINVAL;
	err = copy_request(&req, call);
	if (err)
		return err;
	command = find_command(call->cmd);
	if (!command)
		return -EINVAL;
	if (memchr_inv((u8 *)&req.attr + command->last, 0, sizeof(req.attr) - command->last))
		return -EINVAL;
	return command->run(&req);
}

int ab_request_log(const struct ab_request *req, struct ab_user_log *log, u32 level, u64 buf, u32 size)
{
	const struct altbpf_common_attr *common = &req->common;
	bool own = level || buf || size, other = common->log_level || common->log_buf || common->log_size;

	if (own && other &&
	    (level != common->log_level || buf != common->log_buf || size != common->log_size))
		return -EUSERS;
	if (other)
		return ab_user_log_init(log, common->log_level, common->log_buf, common->log_size);
	return ab_user_log_init(log, level, buf, size);
}

int ab_request_log_finish(const struct ab_request *req, struct ab_user_log *log, u32 *true_size)
{
	int err = ab_user_log_finish(log, true_size);

	if (req->common_size >= offsetofend(struct altbpf_common_attr, log_true_size) &&
	    put_user(*true_size, &req->ucommon->log_true_size))
		return -EFAULT;
	return err;
}
