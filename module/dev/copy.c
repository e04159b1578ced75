// SPDX-License-Identifier: GPL-2.0
/*
 * OBJ_GET_INFO_BY_FD: finds the object's noun, and the copying that all nouns' infos share: the
 * struct goes by the size rules of bpf(2), arrays are filled as far as there is room.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/uaccess.h>
#include "attach/link.h"
#include "dev/command.h"
#include "load/prog.h"
#include "maps/map.h"
#include "object/btf.h"

int ab_info_in(void *info, u32 size, const struct ab_request *req, u32 *len)
{
	u32 user = req->attr.info.info_len;
	int err;

	if (user > PAGE_SIZE)
		return -E2BIG;
	err = copy_struct_from_user(info, size, u64_to_user_ptr(req->attr.info.info), user);
	*len = min(user, size);
	return err;
}

int ab_info_out(const void *info, const struct ab_request *req, u32 len)
{
	if (copy_to_user(u64_to_user_ptr(req->attr.info.info), info, len) ||
	    put_user(len, &req->uattr->info.info_len))
		return -EFAULT;
	return 0;
}

int ab_info_array(u64 user, u32 room, const void *data, u32 total)
{
	u32 len = min(room, total);

	return len && copy_to_user(u64_to_user_ptr(user), data, len) ? -EFAULT : 0;
}

int ab_cmd_info(struct ab_request *req)
{
	int fd = req->attr.info.bpf_fd, err;
	struct ab_btf_obj *btf;
	struct ab_prog *prog;
	struct ab_link *link;
	struct ab_map *map;
	fmode_t mode;

	prog = ab_prog_get_fd(fd);
	if (!IS_ERR(prog)) {
		err = ab_info_prog(req, prog);
		ab_prog_put(prog);
		return err;
	}
	if (PTR_ERR(prog) != -EINVAL)
		return PTR_ERR(prog);
	map = ab_map_get_fd(fd, &mode);
	if (!IS_ERR(map)) {
		err = ab_info_map(req, map);
		ab_map_put(map);
		return err;
	}
	link = ab_link_get_fd(fd);
	if (!IS_ERR(link)) {
		err = ab_info_link(req, link);
		ab_link_put(link);
		return err;
	}
	btf = ab_btf_obj_get_fd(fd);
	if (IS_ERR(btf))
		return PTR_ERR(btf);
	err = ab_info_btf(req, btf);
	ab_btf_obj_put(btf);
	return err;
}
