// SPDX-License-Identifier: GPL-2.0
/* The commands on maps, whatever the kind: pointers, flags, access modes, freezing. */
#include "harness.h"
#include "insn.h"

static int elem(int cmd, int fd, uint64_t key, uint64_t value, uint64_t flags)
{
	union altbpf_attr attr = { 0 };

	attr.map_elem.map_fd = fd;
	attr.map_elem.key = key;
	attr.map_elem.value = value;
	attr.map_elem.flags = flags;
	return ab_sys(cmd, &attr, sizeof(attr));
}

TEST(abi_map_pointers)
{
	int fd = map_create(ALTBPF_MAP_TYPE_HASH, 4, 8, 8, 0);
	uint64_t key = 0, value = 1;
	uintptr_t k = (uintptr_t)&key, v = (uintptr_t)&value;

	CHECK(fd >= 0);
	CHECK(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, 0) == 0);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, 8, v, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, 8, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, 0, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_ELEM, fd, 8, v, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_ELEM, fd, k, 8, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_DELETE_ELEM, fd, 0, 0, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_GET_NEXT_KEY, fd, 8, k, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_GET_NEXT_KEY, fd, 0, 8, 0), EFAULT);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_ELEM, fd, 0xffff800000000000ull, v, 0), EFAULT);
	CHECK(elem(ALTBPF_MAP_GET_NEXT_KEY, fd, 0, k, 0) == 0);
}

TEST(abi_map_flags)
{
	int fd = map_create(ALTBPF_MAP_TYPE_HASH, 4, 8, 8, 0);
	uint64_t key = 0, value = 1;
	uintptr_t k = (uintptr_t)&key, v = (uintptr_t)&value;

	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_ELEM, fd, k, v, 1), EINVAL);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_ELEM, fd, k, v, ALTBPF_F_LOCK), EINVAL);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, 3), EINVAL);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, 1ull << 40), EINVAL);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, ALTBPF_EXIST), ENOENT);
	CHECK(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, ALTBPF_NOEXIST) == 0);
	CHECK_ERR(elem(ALTBPF_MAP_UPDATE_ELEM, fd, k, v, ALTBPF_NOEXIST), EEXIST);
	CHECK(elem(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, k, v, 0) == 0);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, k, v, 0), ENOENT);
	CHECK_ERR(elem(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, k, v, 8), EINVAL);
	CHECK_ERR(elem(ALTBPF_MAP_DELETE_ELEM, fd, k, 0, 0), ENOENT);
}

TEST(abi_map_create_modes)
{
	uint32_t key = 0;
	uint64_t value = 0;
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, ALTBPF_F_RDONLY);

	CHECK(fd >= 0);
	CHECK_ERR(map_update(fd, &key, &value, 0), EPERM);
	CHECK(map_lookup(fd, &key, &value) == 0);
	fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, ALTBPF_F_WRONLY);
	CHECK(fd >= 0);
	CHECK_ERR(map_lookup(fd, &key, &value), EPERM);
	CHECK_ERR(map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, ALTBPF_F_RDONLY | ALTBPF_F_WRONLY), EINVAL);
	CHECK_ERR(map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 1u << 31), EINVAL);
	CHECK_ERR(map_create(0, 4, 8, 1, 0), EINVAL);
	CHECK_ERR(map_create(1000, 4, 8, 1, 0), EINVAL);
	CHECK_ERR(map_create(ALTBPF_MAP_TYPE_STRUCT_OPS, 4, 8, 1, 0), EINVAL);
}

TEST(abi_map_freeze)
{
	int fd = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
	union altbpf_attr attr = { .map_elem = { .map_fd = fd } };
	uint32_t key = 0;
	uint64_t value = 3, got = 0;

	CHECK(map_update(fd, &key, &value, 0) == 0);
	CHECK(ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(attr)) == 0);
	CHECK_ERR(ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(attr)), EBUSY);
	CHECK_ERR(map_update(fd, &key, &value, 0), EPERM);
	CHECK(map_lookup(fd, &key, &got) == 0);
	CHECK_EQ(got, 3);
}
