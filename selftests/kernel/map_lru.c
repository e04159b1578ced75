// SPDX-License-Identifier: GPL-2.0
/* LRU kinds: a full map takes new elements, what was used last stays. */
#include "map_util.h"

#define MAX 128

static void eviction(uint32_t type, uint32_t flags)
{
	int cpus = type == MAP(LRU_PERCPU_HASH) ? possible_cpus() : 1;
	int fd = map_create(type, 4, 8, MAX, flags);
	uint64_t *value = calloc(cpus, 8);
	uint32_t key, kept = 0;

	CHECK(fd >= 0 && value);
	for (key = 0; key < 10 * MAX; key++) {
		value[0] = key;
		CHECK_EQ(map_update(fd, &key, value, ALTBPF_NOEXIST), 0);
		CHECK_EQ(map_lookup(fd, &key, value), 0);
		CHECK_EQ(value[0], key);
	}
	CHECK_EQ(map_count(fd, 4, 2 * MAX), MAX);
	/* The newest are there. */
	for (key = 10 * MAX - MAX / 2; key < 10 * MAX; key++)
		kept += !map_lookup(fd, &key, value);
	CHECK(kept >= MAX / 2 - MAX / 8);
	key = 0;
	CHECK_ERR(map_lookup(fd, &key, value), ENOENT);
	/* What was deleted makes room: nothing is evicted for the next. */
	CHECK_EQ(map_next_key(fd, NULL, &key), 0);
	CHECK_EQ(map_delete(fd, &key), 0);
	key = 1U << 20;
	CHECK_EQ(map_update(fd, &key, value, 0), 0);
	CHECK_EQ(map_count(fd, 4, 2 * MAX), MAX);
	close(fd);
	free(value);
}

TEST(map_lru_eviction)
{
	eviction(MAP(LRU_HASH), 0);
	eviction(MAP(LRU_HASH), ALTBPF_F_NO_COMMON_LRU);
	eviction(MAP(LRU_PERCPU_HASH), 0);
}

/* Updating counts as using: the hot keys survive a stream of others. */
TEST(map_lru_update_is_use)
{
	int fd = map_create(MAP(LRU_HASH), 4, 4, MAX, 0);
	uint32_t key, hot, cold = 1000, i, kept = 0;

	CHECK(fd >= 0);
	for (hot = 0; hot < 16; hot++)
		CHECK_EQ(map_update(fd, &hot, &hot, 0), 0);
	for (i = 0; i < 4000; i++, cold++) {
		hot = i % 16;
		CHECK_EQ(map_update(fd, &hot, &hot, 0), 0);
		CHECK_EQ(map_update(fd, &cold, &cold, 0), 0);
	}
	for (hot = 0; hot < 16; hot++)
		kept += !map_lookup(fd, &hot, &key);
	CHECK(kept >= 15);
}

/* One element, and it is always the last. */
TEST(map_lru_one)
{
	int fd = map_create(MAP(LRU_HASH), 4, 4, 1, 0);
	uint32_t key, got;

	CHECK(fd >= 0);
	for (key = 0; key < 100; key++) {
		CHECK_EQ(map_update(fd, &key, &key, 0), 0);
		CHECK_EQ(map_lookup(fd, &key, &got), 0);
		CHECK_EQ(got, key);
		CHECK_EQ(map_count(fd, 4, 10), 1);
	}
}
