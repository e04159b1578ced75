// SPDX-License-Identifier: GPL-2.0
/* array and percpu_array from user space, arrays in memory that user space maps. */
#include <sys/mman.h>
#include "map_util.h"

static void array_ops(uint32_t value_size)
{
	int fd = map_create(MAP(ARRAY), 4, value_size, 10, 0);
	uint8_t value[64], got[65];
	uint32_t key;

	CHECK(fd >= 0);
	for (key = 0; key < 10; key++) {
		memset(got, 0xee, sizeof(got));
		CHECK_EQ(map_lookup(fd, &key, got), 0);
		CHECK_EQ(got[0] | got[value_size - 1], 0);
		CHECK_EQ(got[value_size], 0xee);
		memset(value, key + 1, sizeof(value));
		CHECK_EQ(map_update(fd, &key, value, key & 1 ? ALTBPF_EXIST : ALTBPF_ANY), 0);
		CHECK_ERR(map_update(fd, &key, value, ALTBPF_NOEXIST), EEXIST);
		CHECK_ERR(map_update(fd, &key, value, 3), EINVAL);
		CHECK_ERR(map_update(fd, &key, value, ALTBPF_F_LOCK), EINVAL);
		CHECK_ERR(map_delete(fd, &key), EINVAL);
	}
	for (key = 0; key < 10; key++) {
		CHECK_EQ(map_lookup(fd, &key, got), 0);
		CHECK_EQ(got[0], key + 1);
		CHECK_EQ(got[value_size - 1], key + 1);
	}
	CHECK_ERR(map_lookup(fd, &key, got), ENOENT);
	CHECK_ERR(map_update(fd, &key, value, 0), E2BIG);
	CHECK_ERR(map_lookup_delete(fd, &key, got), ENOTSUPP);
	CHECK_EQ(map_count(fd, 4, 100), 10);
	key = 9;
	CHECK_ERR(map_next_key(fd, &key, &key), ENOENT);
	key = 1000;
	CHECK_EQ(map_next_key(fd, &key, &key), 0);
	CHECK_EQ(key, 0);
	close(fd);
}

TEST(map_array_ops)
{
	uint32_t size;

	for (size = 1; size < 34; size++)
		array_ops(size);
}

TEST(map_array_percpu)
{
	int cpus = possible_cpus(), fd = map_create(MAP(PERCPU_ARRAY), 4, 12, 3, 0), c;
	uint8_t *in = calloc(cpus, 16), *out = calloc(cpus, 16);
	uint32_t key = 2;

	CHECK(fd >= 0 && in && out);
	for (c = 0; c < cpus; c++)
		memset(in + c * 16, c + 1, 12);
	CHECK_EQ(map_update(fd, &key, in, 0), 0);
	CHECK_EQ(map_lookup(fd, &key, out), 0);
	for (c = 0; c < cpus; c++)
		CHECK_EQ(memcmp(in + c * 16, out + c * 16, 12), 0);
	key = 1;
	CHECK_EQ(map_lookup(fd, &key, out), 0);
	CHECK_EQ(out[0], 0);
	CHECK_ERR(map_update(fd, &key, in, ALTBPF_NOEXIST), EEXIST);
	CHECK_ERR(map_delete(fd, &key), EINVAL);
	key = 3;
	CHECK_ERR(map_update(fd, &key, in, 0), E2BIG);
	CHECK_ERR(map_lookup(fd, &key, out), ENOENT);
}

static void *map_pages(int fd, size_t len, int prot, off_t off)
{
	return mmap(NULL, len, prot, MAP_SHARED, fd, off);
}

TEST(map_array_mmap)
{
	int fd = map_create(MAP(ARRAY), 4, 8, 1024, ALTBPF_F_MMAPABLE);
	int plain = map_create(MAP(ARRAY), 4, 8, 1024, 0);
	uint64_t *rw, *ro, value;
	uint32_t key = 600;

	CHECK(fd >= 0 && plain >= 0);
	rw = map_pages(fd, 8192, PROT_READ | PROT_WRITE, 0);
	CHECK(rw != MAP_FAILED);
	ro = map_pages(fd, 4096, PROT_READ, 4096);
	CHECK(ro != MAP_FAILED);
	rw[600] = 4711;
	CHECK_EQ(map_lookup(fd, &key, &value), 0);
	CHECK_EQ(value, 4711);
	value = 4712;
	CHECK_EQ(map_update(fd, &key, &value, 0), 0);
	CHECK_EQ(rw[600], 4712);
	CHECK_EQ(ro[600 - 512], 4712);
	/* Read-only mappings stay read-only; none is ever executable. */
	CHECK(mprotect(ro, 4096, PROT_READ | PROT_WRITE) == -1 && errno == EACCES);
	CHECK(mprotect(ro, 4096, PROT_READ | PROT_EXEC) == -1 && errno == EACCES);
	CHECK(map_pages(fd, 8192, PROT_READ, 4096) == MAP_FAILED && errno == EINVAL);
	CHECK(map_pages(fd, 3 * 4096, PROT_READ, 0) == MAP_FAILED && errno == EINVAL);
	CHECK(map_pages(fd, 4096, PROT_READ, 1L << 40) == MAP_FAILED && errno == EINVAL);
	CHECK(mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED && errno == EINVAL);
	CHECK(map_pages(plain, 4096, PROT_READ, 0) == MAP_FAILED && errno == EINVAL);
	/* The pages outlive the descriptor. */
	close(fd);
	rw[0] = 1;
	CHECK_EQ(rw[600], 4712);
}

TEST(map_freeze_rules)
{
	int fd = map_create(MAP(ARRAY), 4, 8, 16, ALTBPF_F_MMAPABLE), ro;
	uint64_t value = 5;
	uint32_t key = 3;
	void *rw;

	CHECK(fd >= 0);
	rw = map_pages(fd, 4096, PROT_READ | PROT_WRITE, 0);
	CHECK(rw != MAP_FAILED);
	CHECK_ERR(map_freeze(fd), EBUSY);
	CHECK_EQ(map_update(fd, &key, &value, 0), 0);
	CHECK(munmap(rw, 4096) == 0);
	CHECK_EQ(map_freeze(fd), 0);
	CHECK(map_freeze(fd) == -1);
	CHECK_ERR(map_update(fd, &key, &value, 0), EPERM);
	CHECK_ERR(map_delete(fd, &key), EPERM);
	CHECK_EQ(map_lookup(fd, &key, &value), 0);
	CHECK(map_pages(fd, 4096, PROT_READ | PROT_WRITE, 0) == MAP_FAILED && errno == EPERM);
	CHECK(map_pages(fd, 4096, PROT_READ, 0) != MAP_FAILED);
	ro = map_create(MAP(ARRAY), 4, 8, 16, ALTBPF_F_MMAPABLE | ALTBPF_F_RDONLY_PROG);
	CHECK(ro >= 0);
	CHECK(map_pages(ro, 4096, PROT_READ | PROT_WRITE, 0) == MAP_FAILED && errno == EACCES);
	CHECK(map_pages(ro, 4096, PROT_READ, 0) != MAP_FAILED);
	CHECK_EQ(map_update(ro, &key, &value, 0), 0);
	CHECK_EQ(map_freeze(ro), 0);
	CHECK_ERR(map_update(ro, &key, &value, 0), EPERM);
}
