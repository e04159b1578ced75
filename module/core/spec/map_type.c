// SPDX-License-Identifier: GPL-2.0
/*
 * The map types by number, named as bpftool names them. Used by map creation, tools and
 * `feature probe`; selftests/unit/spec checks the table.
 */
#include <linux/kernel.h>

#include "core/spec/map_type.h"

#define ROW(type_, name_, ...) \
	[ALTBPF_MAP_TYPE_##type_] = { .type = ALTBPF_MAP_TYPE_##type_, .name = name_, __VA_ARGS__ }
#define HAVE .implemented = true

static const struct ab_map_type map_types[] = {
	ROW(HASH, "hash", HAVE),
	ROW(ARRAY, "array", HAVE, .direct_value = true),
	ROW(PROG_ARRAY, "prog_array", HAVE),
	ROW(PERF_EVENT_ARRAY, "perf_event_array"),
	ROW(PERCPU_HASH, "percpu_hash", HAVE, .percpu = true),
	ROW(PERCPU_ARRAY, "percpu_array", HAVE, .percpu = true),
	ROW(STACK_TRACE, "stack_trace", HAVE),
	ROW(CGROUP_ARRAY, "cgroup_array"),
	ROW(LRU_HASH, "lru_hash", HAVE),
	ROW(LRU_PERCPU_HASH, "lru_percpu_hash", HAVE, .percpu = true),
	ROW(LPM_TRIE, "lpm_trie"),
	ROW(ARRAY_OF_MAPS, "array_of_maps"),
	ROW(HASH_OF_MAPS, "hash_of_maps"),
	ROW(DEVMAP, "devmap"),
	ROW(SOCKMAP, "sockmap"),
	ROW(CPUMAP, "cpumap"),
	ROW(XSKMAP, "xskmap"),
	ROW(SOCKHASH, "sockhash"),
	ROW(CGROUP_STORAGE, "cgroup_storage"),
	ROW(REUSEPORT_SOCKARRAY, "reuseport_sockarray"),
	ROW(PERCPU_CGROUP_STORAGE, "percpu_cgroup_storage", .percpu = true),
	ROW(QUEUE, "queue", HAVE, .keyless = true),
	ROW(STACK, "stack", HAVE, .keyless = true),
	ROW(SK_STORAGE, "sk_storage"),
	ROW(DEVMAP_HASH, "devmap_hash"),
	ROW(STRUCT_OPS, "struct_ops"),
	ROW(RINGBUF, "ringbuf", HAVE, .keyless = true),
	ROW(INODE_STORAGE, "inode_storage"),
	ROW(TASK_STORAGE, "task_storage"),
	ROW(BLOOM_FILTER, "bloom_filter", .keyless = true),
	ROW(USER_RINGBUF, "user_ringbuf", .keyless = true),
	ROW(CGRP_STORAGE, "cgrp_storage"),
	ROW(ARENA, "arena", .keyless = true),
	ROW(INSN_ARRAY, "insn_array"),
};

const struct ab_map_type *ab_map_type_find(u32 type)
{
	return type < ARRAY_SIZE(map_types) && map_types[type].name ? &map_types[type] : NULL;
}
