// SPDX-License-Identifier: GPL-2.0
/* Commands on programs, but for their info. Proved by selftests/kernel/abi_prog.c, prog_*.c, run_*.c. */
#include <linux/err.h>
#include <linux/uaccess.h>
#include "dev/command.h"
#include "load/load.h"
#include "maps/map.h"
#include "run/run.h"

int ab_cmd_prog_load(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct ab_user_log log;
	struct ab_prog *prog;
	u32 true_size;
	int err, fd;

	err = ab_request_log(req, &log, attr->prog_load.log_level, attr->prog_load.log_buf,
			     attr->prog_load.log_size);
	if (err)
		return err;
	prog = ab_load(attr, &log);
	/* A log that did not fit is an error of its own, and the one that is told. */
	err = ab_request_log_finish(req, &log, &true_size);
	if (ab_request_put(req, true_size, prog_load.log_true_size))
		err = -EFAULT;
	if (IS_ERR(prog))
		return err ?: PTR_ERR(prog);
	if (!err) {
		fd = ab_prog_new_fd(prog);
		if (fd >= 0)
			return fd;
		err = fd;
	}
	ab_prog_put(prog);
	return err;
}

int ab_cmd_prog_test_run(struct ab_request *req)
{
	struct ab_prog *prog = ab_prog_get_fd(req->attr.test.prog_fd);
	int err;

	if (IS_ERR(prog))
		return PTR_ERR(prog);
	/* Outputs lie up to duration; older and shorter structs have them all. */
	if (req->size < offsetofend(union altbpf_attr, test.duration))
		err = -EINVAL;
	else
		err = ab_run_test(prog, &req->attr, req->uattr);
	ab_prog_put(prog);
	return err;
}

int ab_cmd_prog_next_id(struct ab_request *req)
{
	u32 next;
	int err = ab_prog_next_id(req->attr.get_id.start_id, &next);

	return err ?: ab_request_put(req, next, get_id.next_id);
}

int ab_cmd_prog_fd_by_id(struct ab_request *req)
{
	struct ab_prog *prog = ab_prog_get_id(req->attr.get_id.prog_id);
	int fd;

	if (IS_ERR(prog))
		return PTR_ERR(prog);
	fd = ab_prog_new_fd(prog);
	if (fd < 0)
		ab_prog_put(prog);
	return fd;
}

int ab_cmd_prog_bind_map(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct ab_prog *prog;
	struct ab_map *map;
	fmode_t mode;
	int err;

	if (attr->prog_bind_map.flags)
		return -EINVAL;
	prog = ab_prog_get_fd(attr->prog_bind_map.prog_fd);
	if (IS_ERR(prog))
		return PTR_ERR(prog);
	map = ab_map_get_fd(attr->prog_bind_map.map_fd, &mode);
	if (IS_ERR(map)) {
		ab_prog_put(prog);
		return PTR_ERR(map);
	}
	err = ab_prog_bind_map(prog, map);
	if (err)
		ab_map_put(map);
	ab_prog_put(prog);
	return err == -EEXIST ? 0 : err;
}

int ab_cmd_enable_stats(struct ab_request *req)
{
	if (req->attr.enable_stats.type != ALTBPF_STATS_RUN_TIME)
		return -EINVAL;
	return ab_run_stats_fd();
}
