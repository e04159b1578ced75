// SPDX-License-Identifier: GPL-2.0
/* Maps as descriptors: access modes, fdinfo, numbers. */
#include <fcntl.h>
#include "map_util.h"

TEST(map_fd_modes)
{
	int ro = map_create(MAP(HASH), 4, 4, 4, ALTBPF_F_RDONLY), wo = map_create(MAP(HASH), 4, 4, 4, ALTBPF_F_WRONLY);
	uint32_t key = 1, value = 2;

	CHECK(ro >= 0 && wo >= 0);
	CHECK_ERR(map_update(ro, &key, &value, 0), EPERM);
	CHECK_ERR(map_delete(ro, &key), EPERM);
	CHECK_ERR(map_lookup(ro, &key, &value), ENOENT);
	CHECK_ERR(map_lookup_delete(ro, &key, &value), EPERM);
	CHECK_EQ(map_update(wo, &key, &value, 0), 0);
	CHECK_ERR(map_lookup(wo, &key, &value), EPERM);
	CHECK_ERR(map_next_key(wo, NULL, &key), EPERM);
	CHECK_ERR(map_lookup_delete(wo, &key, &value), EPERM);
	CHECK_EQ(map_delete(wo, &key), 0);
	CHECK_EQ(fcntl(ro, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
	CHECK_ERR(read(ro, &key, 4), EINVAL);
	CHECK_ERR(write(wo, &key, 4), EINVAL);
}

static void fdinfo(int fd, char *buf, size_t size)
{
	char path[64];
	ssize_t len;
	int f;

	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	f = open(path, O_RDONLY);
	CHECK(f >= 0);
	len = read(f, buf, size - 1);
	CHECK(len > 0);
	buf[len] = 0;
	close(f);
}

TEST(map_fd_fdinfo)
{
	int fd = map_create(MAP(ARRAY), 4, 12, 7, ALTBPF_F_RDONLY_PROG);
	char buf[1024];

	CHECK(fd >= 0);
	fdinfo(fd, buf, sizeof(buf));
	CHECK(strstr(buf, "map_type:\t2\n"));
	CHECK(strstr(buf, "key_size:\t4\n"));
	CHECK(strstr(buf, "value_size:\t12\n"));
	CHECK(strstr(buf, "max_entries:\t7\n"));
	CHECK(strstr(buf, "map_flags:\t0x80\n"));
	CHECK(strstr(buf, "map_extra:\t0\n") || strstr(buf, "map_extra:\t0x0\n"));
	CHECK(strstr(buf, "memlock:\t4096\n"));
	CHECK(strstr(buf, "map_id:\t"));
	CHECK(strstr(buf, "frozen:\t0\n"));
	CHECK_EQ(map_freeze(fd), 0);
	fdinfo(fd, buf, sizeof(buf));
	CHECK(strstr(buf, "frozen:\t1\n"));
}

static int by_id(uint32_t id, uint32_t flags)
{
	union altbpf_attr attr = { 0 };

	attr.get_id.map_id = id;
	attr.get_id.open_flags = flags;
	return (int)ab_sys(ALTBPF_MAP_GET_FD_BY_ID, &attr, sizeof(attr));
}

TEST(map_fd_by_id)
{
	int fd = map_create(MAP(HASH), 4, 4, 4, 0), other, i;
	uint32_t key = 1, value = 2, id;
	char buf[1024];

	CHECK(fd >= 0);
	fdinfo(fd, buf, sizeof(buf));
	id = atoi(strstr(buf, "map_id:\t") + 8);
	CHECK(id > 0);
	other = by_id(id, ALTBPF_F_RDONLY);
	CHECK(other >= 0);
	CHECK_EQ(map_update(fd, &key, &value, 0), 0);
	CHECK_EQ(map_lookup(other, &key, &value), 0);
	CHECK_ERR(map_update(other, &key, &value, 0), EPERM);
	CHECK_ERR(by_id(id, ALTBPF_F_RDONLY | ALTBPF_F_WRONLY), EINVAL);
	close(fd);
	close(other);
	for (i = 0; i < 100 && (fd = by_id(id, 0)) >= 0; i++) {
		close(fd);
		usleep(10000);
	}
	CHECK_ERR(by_id(id, 0), ENOENT);
}
