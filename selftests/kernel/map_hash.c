// SPDX-License-Identifier: GPL-2.0
/* The hash kinds from user space: every operation, all key sizes, exact capacity, iteration. */
#include "map_util.h"

static const uint32_t key_sizes[] = { 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 40, 64, 100 };

static void all_ops(uint32_t type, uint32_t key_size, uint32_t value_size, uint32_t flags)
{
	uint32_t max = key_size == 1 ? 200 : 300, i, n = 0;
	int fd = map_create(type, key_size, value_size, max, flags);
	uint8_t key[128], next[128], value[256], got[256];
	uint8_t seen[300] = { 0 };

	CHECK(fd >= 0);
	key_of(key, key_size, 0);
	CHECK_ERR(map_lookup(fd, key, got), ENOENT);
	CHECK_ERR(map_delete(fd, key), ENOENT);
	CHECK_ERR(map_lookup_delete(fd, key, got), ENOENT);
	CHECK_ERR(map_next_key(fd, NULL, next), ENOENT);
	memset(value, 0, sizeof(value));
	CHECK_ERR(map_update(fd, key, value, ALTBPF_EXIST), ENOENT);
	CHECK_ERR(map_update(fd, key, value, 3), EINVAL);
	CHECK_ERR(map_update(fd, key, value, ALTBPF_F_LOCK), EINVAL);
	for (i = 0; i < max; i++) {
		key_of(key, key_size, i);
		memset(value, (int)i, value_size);
		CHECK_EQ(map_update(fd, key, value, i & 1 ? ALTBPF_NOEXIST : ALTBPF_ANY), 0);
		CHECK_ERR(map_update(fd, key, value, ALTBPF_NOEXIST), EEXIST);
	}
	if (key_size > 1) {
		key_of(key, key_size, max);
		CHECK_ERR(map_update(fd, key, value, ALTBPF_ANY), E2BIG);
	}
	/* A full map can be updated. */
	for (i = 0; i < max; i++) {
		key_of(key, key_size, i);
		memset(value, (int)i + 1, value_size);
		CHECK_EQ(map_update(fd, key, value, i & 1 ? ALTBPF_EXIST : ALTBPF_ANY), 0);
	}
	for (i = 0; i < max; i++) {
		key_of(key, key_size, i);
		memset(value, (int)i + 1, value_size);
		memset(got, 0xee, sizeof(got));
		CHECK_EQ(map_lookup(fd, key, got), 0);
		CHECK_EQ(memcmp(got, value, value_size), 0);
		CHECK_EQ(got[value_size], 0xee);
	}
	CHECK_EQ(map_count(fd, key_size, max + 10), max);
	/* Deleting while iterating: every key is met once. */
	while (!map_next_key(fd, NULL, next)) {
		for (i = 0; i < max; i++) {
			key_of(key, key_size, i);
			if (!memcmp(key, next, key_size))
				break;
		}
		CHECK(i < max && !seen[i]);
		seen[i] = 1;
		if (n++ & 1) {
			CHECK_EQ(map_delete(fd, next), 0);
		} else {
			CHECK_EQ(map_lookup_delete(fd, next, got), 0);
			CHECK_EQ(got[0], (uint8_t)(i + 1));
		}
	}
	CHECK_EQ(n, max);
	for (i = 0; i < max; i++) {
		key_of(key, key_size, i);
		CHECK_EQ(map_update(fd, key, value, 0), 0);
	}
	close(fd);
}

TEST(map_hash_key_sizes)
{
	unsigned int i;

	for (i = 0; i < sizeof(key_sizes) / sizeof(*key_sizes); i++) {
		all_ops(MAP(HASH), key_sizes[i], 8, 0);
		all_ops(MAP(HASH), key_sizes[i], 3, ALTBPF_F_ZERO_SEED);
	}
}

TEST(map_hash_no_prealloc)
{
	unsigned int i;

	for (i = 0; i < sizeof(key_sizes) / sizeof(*key_sizes); i++)
		all_ops(MAP(HASH), key_sizes[i], 8, ALTBPF_F_NO_PREALLOC);
	all_ops(MAP(HASH), 4, 200, ALTBPF_F_NO_PREALLOC);
}

TEST(map_hash_value_sizes)
{
	uint32_t size;

	for (size = 1; size < 40; size++)
		all_ops(MAP(HASH), 4, size, 0);
	all_ops(MAP(HASH), 8, 255, 0);
}

TEST(map_hash_bad_input)
{
	uint32_t key = 1;
	uint64_t value = 2;
	int fd = map_create(MAP(HASH), 4, 8, 4, 0), pipes[2];

	CHECK(fd >= 0);
	CHECK_ERR(map_update(fd, NULL, &value, 0), EFAULT);
	CHECK_ERR(map_update(fd, &key, NULL, 0), EFAULT);
	CHECK_ERR(map_update(fd, (void *)-4096L, &value, 0), EFAULT);
	CHECK_ERR(map_lookup(fd, NULL, &value), EFAULT);
	CHECK_ERR(map_delete(fd, NULL), EFAULT);
	CHECK_EQ(map_update(fd, &key, &value, 0), 0);
	CHECK_ERR(map_lookup(fd, &key, NULL), EFAULT);
	CHECK_ERR(map_next_key(fd, NULL, NULL), EFAULT);
	CHECK_ERR(map_elem_flags(ALTBPF_MAP_LOOKUP_ELEM, fd, &key, &value, 1), EINVAL);
	CHECK_ERR(map_elem_flags(ALTBPF_MAP_LOOKUP_ELEM, fd, &key, &value, ALTBPF_F_LOCK), EINVAL);
	CHECK_ERR(map_elem_flags(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, &key, &value, 1), EINVAL);
	CHECK_ERR(map_lookup(-1, &key, &value), EBADF);
	CHECK(pipe(pipes) == 0);
	CHECK_ERR(map_lookup(pipes[0], &key, &value), EINVAL);
	CHECK_EQ(map_lookup(fd, &key, &value), 0);
}

/* GET_NEXT_KEY after a key that is gone starts again from the first. */
TEST(map_hash_next_after_delete)
{
	uint32_t first, key, next, i;
	int fd = map_create(MAP(HASH), 4, 4, 8, 0);

	CHECK(fd >= 0);
	for (i = 0; i < 8; i++)
		CHECK_EQ(map_update(fd, &i, &i, 0), 0);
	CHECK_EQ(map_next_key(fd, NULL, &key), 0);
	CHECK_EQ(map_next_key(fd, &key, &next), 0);
	CHECK_EQ(map_delete(fd, &next), 0);
	CHECK_EQ(map_next_key(fd, NULL, &first), 0);
	CHECK_EQ(first, key);
	CHECK_EQ(map_next_key(fd, &next, &key), 0);
	CHECK_EQ(key, first);
}

static void percpu_ops(uint32_t type, uint32_t flags)
{
	int cpus = possible_cpus(), fd = map_create(type, 8, 12, 10, flags), c;
	uint64_t key = 5;
	uint8_t *in = calloc(cpus, 16), *out = calloc(cpus, 16);

	CHECK(fd >= 0 && in && out);
	for (c = 0; c < cpus; c++)
		memset(in + c * 16, c + 1, 12);
	CHECK_EQ(map_update(fd, &key, in, ALTBPF_NOEXIST), 0);
	CHECK_EQ(map_lookup(fd, &key, out), 0);
	for (c = 0; c < cpus; c++)
		CHECK_EQ(memcmp(in + c * 16, out + c * 16, 12), 0);
	memset(in, 0x77, cpus * 16);
	CHECK_EQ(map_update(fd, &key, in, ALTBPF_EXIST), 0);
	CHECK_EQ(map_lookup_delete(fd, &key, out), 0);
	for (c = 0; c < cpus; c++)
		CHECK_EQ(memcmp(in + c * 16, out + c * 16, 12), 0);
	CHECK_ERR(map_lookup(fd, &key, out), ENOENT);
	for (key = 0; key < 10; key++)
		CHECK_EQ(map_update(fd, &key, in, 0), 0);
	if (type == MAP(PERCPU_HASH))
		CHECK_ERR(map_update(fd, &key, in, 0), E2BIG);
	else
		CHECK_EQ(map_update(fd, &key, in, 0), 0);
	CHECK_EQ(map_count(fd, 8, 100), 10);
	close(fd);
}

TEST(map_hash_percpu)
{
	percpu_ops(MAP(PERCPU_HASH), 0);
	percpu_ops(MAP(PERCPU_HASH), ALTBPF_F_NO_PREALLOC);
	percpu_ops(MAP(LRU_PERCPU_HASH), 0);
}

/* Memory of a growing map goes back: many rounds of filling and emptying in a small VM. */
TEST(map_hash_no_prealloc_churn)
{
	static uint8_t value[4000];
	uint32_t key, round;
	int fd = map_create(MAP(HASH), 4, sizeof(value), 20000, ALTBPF_F_NO_PREALLOC);

	CHECK(fd >= 0);
	for (round = 0; round < 20; round++) {
		for (key = 0; key < 2000; key++)
			CHECK_EQ(map_update(fd, &key, value, 0), 0);
		for (key = 0; key < 2000; key++)
			CHECK_EQ(map_delete(fd, &key), 0);
	}
}
