// SPDX-License-Identifier: GPL-2.0
/*
 * `map hist`: an array whose element N counts values of N bits (2^(N-1) .. 2^N - 1; element 0 counts
 * zeroes), which is what a program gets from log2, shown as bars. Values of all CPUs are summed.
 */
#include <errno.h>
#include <string.h>
#include "core.h"
#include "ctl.h"
#include "map.h"
#include "value.h"

#define MAX_SLOTS 64
#define BAR 40

struct hist {
	__u64 slots[MAX_SLOTS];
	unsigned int used; /* one past the last that is not 0 */
};

static int add(struct map *map, void *ctx)
{
	struct hist *hist = ctx;
	unsigned int cpu;
	__u32 slot;
	__u64 v;

	memcpy(&slot, map->key, sizeof(slot));
	if (slot >= MAX_SLOTS)
		return 0;
	for (cpu = 0; cpu < map->cpus; cpu++)
		if (!value_number(map->btf, map->info.btf_value_type_id,
				  (char *)map->value + cpu * map->stride, map->info.value_size, &v))
			hist->slots[slot] += v;
	if (hist->slots[slot] && slot >= hist->used)
		hist->used = slot + 1;
	return 0;
}

static __u64 low(unsigned int slot)
{
	return slot ? 1ULL << (slot - 1) : 0;
}

static __u64 high(unsigned int slot)
{
	return slot ? low(slot) * 2 - 1 : 0;
}

static void show_json(const struct hist *hist)
{
	unsigned int i;

	json_open_array(NULL);
	for (i = 0; i < hist->used; i++) {
		json_open_object(NULL);
		json_uint("low", low(i));
		json_uint("high", high(i));
		json_uint("count", hist->slots[i]);
		json_close();
	}
	json_close();
}

static void show_text(const struct hist *hist, const char *unit)
{
	unsigned int i, first = 0;
	__u64 max = 1, total = 0;
	int stars;

	for (i = 0; i < hist->used; i++) {
		total += hist->slots[i];
		if (hist->slots[i] > max)
			max = hist->slots[i];
	}
	while (first < hist->used && !hist->slots[first])
		first++;
	printf("  %10s -> %-10s : count     distribution\n", unit, "");
	for (i = first; i < hist->used; i++) {
		stars = (int)((double)hist->slots[i] * BAR / (double)max + 0.5);
		printf("  %10llu -> %-10llu : %-8llu |%.*s%*s|\n", low(i), high(i), hist->slots[i], stars,
		       "****************************************", BAR - stars, "");
	}
	printf("  %llu in all\n", total);
}

int map_hist(int argc, char **argv)
{
	const char *unit = "value";
	struct hist hist = {};
	struct map map;
	int err = map_open(&argc, &argv, &map);

	if (!err && argc >= 2 && !strcmp(argv[0], "unit")) {
		unit = argv[1];
		argc -= 2;
		argv += 2;
	}
	if (!err && argc)
		err = ctl_unexpected(argv[0]);
	if (!err && map.info.key_size != 4)
		err = ctl_error("a histogram needs keys of 4 bytes (the bit width that is counted)");
	if (!err)
		err = map_for_each(&map, add, &hist);
	if (!err && ctl_opts.json)
		show_json(&hist);
	else if (!err)
		show_text(&hist, unit);
	map_close(&map);
	return err;
}
