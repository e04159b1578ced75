// SPDX-License-Identifier: GPL-2.0
/* BTF_LOAD and type information as objects. What is valid BTF is tested in user space. */
#include "harness.h"

struct btf_header {
	uint16_t magic;
	uint8_t version, flags;
	uint32_t hdr_len, type_off, type_len, str_off, str_len;
};

/* One type: int, 4 bytes, 32 bits, signed. */
static const struct {
	struct btf_header hdr;
	uint32_t type[4];
	char str[5];
} __attribute__((packed)) good = {
	{ 0xeb9f, 1, 0, sizeof(struct btf_header), 0, 16, 16, 5 },
	{ 1, 1u << 24, 4, 1u << 24 | 32 },
	"\0int",
};

static int load(const void *data, uint32_t size, char *log, uint32_t log_size, uint32_t level)
{
	union altbpf_attr attr = { .btf_load = { .btf = (uintptr_t)data, .btf_size = size, .btf_log_buf = (uintptr_t)log,
						 .btf_log_size = log_size, .btf_log_level = level } };

	return ab_sys(ALTBPF_BTF_LOAD, &attr, sizeof(attr));
}

TEST(abi_btf_load)
{
	struct altbpf_btf_info info = { 0 };
	unsigned char copy[64] = { 0 };
	union altbpf_attr attr;
	int fd = load(&good, sizeof(good), NULL, 0, 0), again;
	uint32_t id;

	CHECK(fd >= 0);
	info.btf = (uintptr_t)copy;
	info.btf_size = sizeof(copy);
	attr = (union altbpf_attr){ .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };
	CHECK(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0);
	CHECK_EQ(info.btf_size, sizeof(good));
	CHECK(!memcmp(copy, &good, sizeof(good)));
	CHECK_EQ(info.kernel_btf, 0);
	id = info.id;
	CHECK(id > 0);
	attr = (union altbpf_attr){ .get_id = { .btf_id = id } };
	again = ab_sys(ALTBPF_BTF_GET_FD_BY_ID, &attr, sizeof(attr));
	CHECK(again >= 0);
	close(fd);
	close(again);
	CHECK_ERR(ab_sys(ALTBPF_BTF_GET_FD_BY_ID, &attr, sizeof(attr)), ENOENT);
}

TEST(abi_btf_bad)
{
	unsigned char bad[sizeof(good)];
	static char log[512];

	CHECK_ERR(load(NULL, 0, NULL, 0, 0), EINVAL);
	CHECK_ERR(load((void *)8, sizeof(good), NULL, 0, 0), EFAULT);
	CHECK_ERR(load(&good, 0x7fffffff, NULL, 0, 0), E2BIG);
	memcpy(bad, &good, sizeof(bad));
	bad[0] = 0;
	CHECK_ERR(load(bad, sizeof(bad), NULL, 0, 0), EINVAL);
	CHECK_ERR(load(bad, sizeof(bad), log, sizeof(log), 1), EINVAL);
	CHECK(log[0]);
	CHECK_ERR(load(bad, sizeof(bad), log, 2, 1), ENOSPC);
	CHECK_ERR(load(&good, sizeof(good), log, 0, 1), EINVAL);
	CHECK_ERR(load(&good, sizeof(good), log, sizeof(log), 0), EINVAL);
}

/* Map's key and value types, and a wrong object in their place. */
TEST(abi_btf_map)
{
	union altbpf_attr attr = { .map_create = { .map_type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4,
						   .max_entries = 1, .btf_key_type_id = 1, .btf_value_type_id = 1 } };
	struct altbpf_map_info info = { 0 };
	int btf = load(&good, sizeof(good), NULL, 0, 0), fd;

	attr.map_create.btf_fd = btf;
	fd = ab_sys(ALTBPF_MAP_CREATE, &attr, sizeof(attr));
	CHECK(fd >= 0);
	close(btf);
	attr = (union altbpf_attr){ .info = { .bpf_fd = fd, .info_len = sizeof(info), .info = (uintptr_t)&info } };
	CHECK(ab_sys(ALTBPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) == 0);
	CHECK(info.btf_id > 0);
	CHECK_EQ(info.btf_key_type_id, 1);
	CHECK_EQ(info.btf_value_type_id, 1);
	attr = (union altbpf_attr){ .map_create = { .map_type = ALTBPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4,
						    .max_entries = 1, .btf_fd = fd, .btf_key_type_id = 1,
						    .btf_value_type_id = 1 } };
	CHECK_ERR(ab_sys(ALTBPF_MAP_CREATE, &attr, sizeof(attr)), EINVAL);
}
