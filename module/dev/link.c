// SPDX-License-Identifier: GPL-2.0
/* Commands on links; attach/ does the work. Proved by selftests/kernel/abi_link.c and attach_*.c. */
#include <linux/err.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "attach/link.h"
#include "dev/command.h"

int ab_cmd_link_create(struct ab_request *req)
{
	return ab_link_create(&req->attr);
}

int ab_cmd_link_update(struct ab_request *req)
{
	return ab_link_update(&req->attr);
}

int ab_cmd_link_detach(struct ab_request *req)
{
	return ab_link_detach(&req->attr);
}

int ab_cmd_link_by_name(struct ab_request *req)
{
	return ab_link_create_by_name(&req->attr);
}

int ab_cmd_link_hold(struct ab_request *req)
{
	return ab_link_hold(&req->attr);
}

int ab_cmd_raw_tracepoint_open(struct ab_request *req)
{
	if (req->attr.raw_tracepoint.pad)
		return -EINVAL;
	return ab_link_raw_tracepoint_open(&req->attr);
}

int ab_cmd_link_next_id(struct ab_request *req)
{
	u32 next;
	int err = ab_link_next_id(req->attr.get_id.start_id, &next);

	return err ?: ab_request_put(req, next, get_id.next_id);
}

int ab_cmd_link_fd_by_id(struct ab_request *req)
{
	struct ab_link *link = ab_link_get_id(req->attr.get_id.link_id);
	int fd;

	if (IS_ERR(link))
		return PTR_ERR(link);
	fd = ab_link_new_fd(link);
	if (fd < 0)
		ab_link_put(link);
	return fd;
}

int ab_info_link(struct ab_request *req, struct ab_link *link)
{
	struct altbpf_link_info info;
	u32 len;
	int err;

	err = ab_info_in(&info, sizeof(info), req, &len);
	if (err)
		return err;
	/* The kind reads its in/out fields (names' buffers) out of @info, so it is not cleared here. */
	info.type = link->ops->type;
	info.id = link->id;
	mutex_lock(&link->lock);
	info.prog_id = link->prog ? link->prog->id : 0;
	mutex_unlock(&link->lock);
	if (link->ops->info) {
		err = link->ops->info(link, &info);
		if (err && err != -ENOSPC)
			return err;
	}
	return ab_info_out(&info, req, len) ?: err;
}
