// SPDX-License-Identifier: GPL-2.0
/*
 * Maps under two CPUs at once. Each thread owns half of the keys and keeps a model of them; both
 * look at all keys. A value always carries its key, so a look-up that hands out another key's
 * value is seen.
 */
#include <pthread.h>
#include "map_util.h"

#define KEYS 256
#define ROUNDS 20000

struct worker {
	pthread_t thread;
	int fd, cpu;
	uint32_t type;
	uint32_t model[KEYS]; /* sequence number, 0: not there */
	char why[128];
};

struct value {
	uint32_t key, seq, key2, seq2;
};

static bool fail(struct worker *w, const char *what, uint32_t key, long ret)
{
	snprintf(w->why, sizeof(w->why), "cpu %d: %s of key %u: %ld errno %d", w->cpu, what, key, ret, errno);
	return false;
}

static bool is_lru(const struct worker *w)
{
	return w->type == MAP(LRU_HASH);
}

static bool own_step(struct worker *w, uint32_t key, uint32_t seq, uint32_t what)
{
	struct value v = { key, seq, key, seq };
	bool there = w->model[key];
	long ret;

	switch (what) {
	case 0:
	case 1:
	case 2:
		ret = map_update(w->fd, &key, &v, what);
		if (is_lru(w) ? ret && errno != EEXIST && errno != ENOENT :
				(what == 1 && there) || (what == 2 && !there) ? !ret : ret)
			return fail(w, "update", key, ret);
		if (!ret)
			w->model[key] = seq;
		return true;
	case 3:
		ret = map_delete(w->fd, &key);
		if (!is_lru(w) && !ret != there)
			return fail(w, "delete", key, ret);
		w->model[key] = 0;
		return true;
	default:
		ret = map_lookup_delete(w->fd, &key, &v);
		if ((!is_lru(w) && !ret != there) || (!ret && (v.key != key || v.seq != w->model[key])))
			return fail(w, "lookup and delete", key, ret);
		w->model[key] = 0;
		return true;
	}
}

static bool look(struct worker *w, uint32_t key, bool own)
{
	struct value v;
	long ret = map_lookup(w->fd, &key, &v);

	if (ret)
		return !own || is_lru(w) || !w->model[key] || fail(w, "lookup", key, ret);
	if (v.key != key || v.key2 != key || v.seq != v.seq2 || (own && v.seq != w->model[key]))
		return fail(w, "value", key, v.seq);
	return true;
}

static void *work(void *arg)
{
	struct worker *w = arg;
	uint64_t state = 77 + w->cpu;
	uint32_t i, key, any;

	pin_cpu(w->cpu);
	for (i = 1; i <= ROUNDS; i++) {
		key = (rnd(&state) % (KEYS / 2)) * 2 + w->cpu;
		any = rnd(&state) % KEYS;
		if (!own_step(w, key, i, rnd(&state) % 5) || !look(w, key, true) ||
		    !look(w, any, any % 2 == (uint32_t)w->cpu))
			break;
	}
	return NULL;
}

static void hammer(uint32_t type, uint32_t flags, uint32_t max)
{
	static struct worker w[2];
	uint32_t key, there = 0;
	int fd = map_create(type, 4, sizeof(struct value), max, flags), i;

	CHECK(fd >= 0);
	memset(w, 0, sizeof(w));
	for (i = 0; i < 2; i++) {
		w[i].fd = fd;
		w[i].cpu = i;
		w[i].type = type;
		CHECK(pthread_create(&w[i].thread, NULL, work, &w[i]) == 0);
	}
	for (i = 0; i < 2; i++)
		pthread_join(w[i].thread, NULL);
	for (i = 0; i < 2; i++)
		if (w[i].why[0])
			ab_test_fail(__FILE__, __LINE__, "type %u flags %u: %s", type, flags, w[i].why);
	for (key = 0; key < KEYS; key++)
		there += w[key % 2].model[key] != 0;
	if (type != MAP(LRU_HASH))
		CHECK_EQ(map_count(fd, 4, KEYS + 1), there);
	else
		CHECK(map_count(fd, 4, KEYS + 1) <= max);
	close(fd);
}

TEST(map_smp_hash)
{
	if (possible_cpus() < 2)
		ab_test_skip("one CPU");
	hammer(MAP(HASH), 0, KEYS);
}

TEST(map_smp_hash_no_prealloc)
{
	if (possible_cpus() < 2)
		ab_test_skip("one CPU");
	hammer(MAP(HASH), ALTBPF_F_NO_PREALLOC, KEYS);
}

TEST(map_smp_lru)
{
	if (possible_cpus() < 2)
		ab_test_skip("one CPU");
	hammer(MAP(LRU_HASH), 0, KEYS);
	hammer(MAP(LRU_HASH), 0, 32);
	hammer(MAP(LRU_HASH), 0, 1);
}

/* Capacity is exact whoever fills the map. */
static void *fill(void *arg)
{
	struct worker *w = arg;
	uint32_t key;

	pin_cpu(w->cpu);
	for (key = w->cpu * 100000; key < w->cpu * 100000 + 2000U; key++) {
		struct value v = { key, 0, key, 0 };

		if (!map_update(w->fd, &key, &v, 0))
			w->model[0]++;
		else if (errno != E2BIG)
			fail(w, "fill", key, -1);
	}
	return NULL;
}

TEST(map_smp_capacity)
{
	static struct worker w[2];
	uint32_t flags;
	int i;

	if (possible_cpus() < 2)
		ab_test_skip("one CPU");
	for (flags = 0; flags <= ALTBPF_F_NO_PREALLOC; flags += ALTBPF_F_NO_PREALLOC) {
		int fd = map_create(MAP(HASH), 4, sizeof(struct value), 1001, flags);

		CHECK(fd >= 0);
		memset(w, 0, sizeof(w));
		for (i = 0; i < 2; i++) {
			w[i].fd = fd;
			w[i].cpu = i;
			CHECK(pthread_create(&w[i].thread, NULL, fill, &w[i]) == 0);
		}
		for (i = 0; i < 2; i++)
			pthread_join(w[i].thread, NULL);
		CHECK_STR(w[0].why, "");
		CHECK_STR(w[1].why, "");
		CHECK_EQ(w[0].model[0] + w[1].model[0], 1001);
		CHECK_EQ(map_count(fd, 4, 3000), 1001);
		close(fd);
	}
}
