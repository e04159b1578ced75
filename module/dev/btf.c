// SPDX-License-Identifier: GPL-2.0
/* Commands on type information. Proved by selftests/kernel/abi_btf.c. */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "core/btf/btf.h"
#include "dev/command.h"
#include "object/btf.h"

#define BTF_MAX_SIZE (16 << 20)

static struct ab_btf *copy_and_parse(const union altbpf_attr *attr, const struct ab_log *log)
{
	struct ab_btf *btf;
	void *data;

	if (attr->btf_load.btf_size > BTF_MAX_SIZE)
		return ERR_PTR(-E2BIG);
	data = kvmalloc(attr->btf_load.btf_size ?: 1, GFP_KERNEL | __GFP_NOWARN);
	if (!data)
		return ERR_PTR(-ENOMEM);
	if (copy_from_user(data, u64_to_user_ptr(attr->btf_load.btf), attr->btf_load.btf_size))
		btf = ERR_PTR(-EFAULT);
	else
		btf = ab_btf_parse(data, attr->btf_load.btf_size, log->level ? log : NULL);
	kvfree(data);
	return btf;
}

static int publish(struct ab_btf *btf)
{
	struct ab_btf_obj *obj = ab_btf_obj_create(btf);
	int fd;

	if (IS_ERR(obj)) {
		ab_btf_free(btf);
		return PTR_ERR(obj);
	}
	fd = ab_btf_obj_new_fd(obj);
	if (fd < 0)
		ab_btf_obj_put(obj);
	return fd;
}

int ab_cmd_btf_load(struct ab_request *req)
{
	const union altbpf_attr *attr = &req->attr;
	struct ab_user_log log;
	struct ab_btf *btf;
	u32 true_size;
	int err, log_err;

	err = ab_request_log(req, &log, attr->btf_load.btf_log_level, attr->btf_load.btf_log_buf,
			     attr->btf_load.btf_log_size);
	if (err)
		return err;
	btf = copy_and_parse(attr, &log.log);
	err = PTR_ERR_OR_ZERO(btf);
	log_err = ab_request_log_finish(req, &log, &true_size);
	if (ab_request_put(req, true_size, btf_load.btf_log_true_size))
		log_err = -EFAULT;
	if (err)
		return log_err ?: err;
	if (log_err) {
		ab_btf_free(btf);
		return log_err;
	}
	return publish(btf);
}

int ab_cmd_btf_next_id(struct ab_request *req)
{
	u32 next;
	int err = ab_btf_obj_next_id(req->attr.get_id.start_id, &next);

	return err ?: ab_request_put(req, next, get_id.next_id);
}

int ab_cmd_btf_fd_by_id(struct ab_request *req)
{
	struct ab_btf_obj *obj = ab_btf_obj_get_id(req->attr.get_id.btf_id);
	int fd;

	if (IS_ERR(obj))
		return PTR_ERR(obj);
	fd = ab_btf_obj_new_fd(obj);
	if (fd < 0)
		ab_btf_obj_put(obj);
	return fd;
}

int ab_info_btf(struct ab_request *req, struct ab_btf_obj *obj)
{
	struct altbpf_btf_info info;
	u32 len, size, name_room;
	const void *data = ab_btf_data(obj->btf, &size);
	int err;

	err = ab_info_in(&info, sizeof(info), req, &len);
	if (err)
		return err;
	/* Loaded objects have no name: an empty text where there is room for one. */
	name_room = info.name_len;
	if (!info.name != !name_room)
		return -EINVAL;
	if (name_room && put_user('\0', (char __user *)u64_to_user_ptr(info.name)))
		return -EFAULT;
	err = ab_info_array(info.btf, info.btf_size, data, size);
	if (err)
		return err;
	info.btf_size = size;
	info.id = obj->id;
	info.name_len = 0;
	info.kernel_btf = 0;
	return ab_info_out(&info, req, len);
}
