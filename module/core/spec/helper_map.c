// SPDX-License-Identifier: GPL-2.0
/*
 * Which helper works on which type of map, looked at from both ends: some types only have helpers
 * of their own (a ring buffer has no elements to look up), some helpers only work on their own
 * types. A pair is allowed when neither end objects. Used by verify/; proved by selftests/unit/spec.
 */
#include <linux/kernel.h>

#include "core/spec/helper.h"

#define M(type) (1ULL << ALTBPF_MAP_TYPE_##type)
#define H(name) ALTBPF_FUNC_##name

/* Map types that only these helpers (0-terminated) may work on. */
static const struct {
	u64 types;
	u8 helpers[8];
} type_rules[] = {
	{ M(PROG_ARRAY), { H(tail_call) } },
	{ M(PERF_EVENT_ARRAY), { H(perf_event_read), H(perf_event_output), H(skb_output),
				 H(perf_event_read_value), H(xdp_output) } },
	{ M(RINGBUF), { H(ringbuf_output), H(ringbuf_reserve), H(ringbuf_query),
			H(ringbuf_reserve_dynptr), H(ringbuf_submit_dynptr), H(ringbuf_discard_dynptr) } },
	{ M(USER_RINGBUF), { H(user_ringbuf_drain) } },
	{ M(STACK_TRACE), { H(get_stackid) } },
	{ M(CGROUP_ARRAY), { H(skb_under_cgroup), H(current_task_under_cgroup) } },
	{ M(CGROUP_STORAGE) | M(PERCPU_CGROUP_STORAGE), { H(get_local_storage) } },
	{ M(DEVMAP) | M(DEVMAP_HASH) | M(XSKMAP), { H(redirect_map), H(map_lookup_elem) } },
	{ M(CPUMAP), { H(redirect_map) } },
	{ M(ARRAY_OF_MAPS) | M(HASH_OF_MAPS), { H(map_lookup_elem) } },
	{ M(SOCKMAP), { H(sk_redirect_map), H(sock_map_update), H(map_delete_elem), H(map_update_elem),
			H(msg_redirect_map), H(sk_select_reuseport), H(map_lookup_elem) } },
	{ M(SOCKHASH), { H(sk_redirect_hash), H(sock_hash_update), H(map_delete_elem), H(map_update_elem),
			 H(msg_redirect_hash), H(sk_select_reuseport), H(map_lookup_elem) } },
	{ M(REUSEPORT_SOCKARRAY), { H(sk_select_reuseport) } },
	{ M(QUEUE) | M(STACK), { H(map_peek_elem), H(map_pop_elem), H(map_push_elem) } },
	{ M(BLOOM_FILTER), { H(map_peek_elem), H(map_push_elem) } },
	{ M(SK_STORAGE), { H(sk_storage_get), H(sk_storage_delete) } },
	{ M(INODE_STORAGE), { H(inode_storage_get), H(inode_storage_delete) } },
	{ M(TASK_STORAGE), { H(task_storage_get), H(task_storage_delete) } },
	{ M(CGRP_STORAGE), { H(cgrp_storage_get), H(cgrp_storage_delete) } },
	{ M(STRUCT_OPS) | M(ARENA) | M(INSN_ARRAY), { 0 } },
};

#define ITERABLE (M(HASH) | M(ARRAY) | M(PERCPU_HASH) | M(PERCPU_ARRAY) | M(LRU_HASH) | M(LRU_PERCPU_HASH))

/* Helpers that only work on these map types. */
static const struct {
	u8 helper;
	u64 types;
} helper_rules[] = {
	{ H(tail_call), M(PROG_ARRAY) },
	{ H(perf_event_read), M(PERF_EVENT_ARRAY) },
	{ H(perf_event_output), M(PERF_EVENT_ARRAY) },
	{ H(perf_event_read_value), M(PERF_EVENT_ARRAY) },
	{ H(skb_output), M(PERF_EVENT_ARRAY) },
	{ H(xdp_output), M(PERF_EVENT_ARRAY) },
	{ H(ringbuf_output), M(RINGBUF) },
	{ H(ringbuf_reserve), M(RINGBUF) },
	{ H(ringbuf_query), M(RINGBUF) },
	{ H(ringbuf_reserve_dynptr), M(RINGBUF) },
	{ H(user_ringbuf_drain), M(USER_RINGBUF) },
	{ H(get_stackid), M(STACK_TRACE) },
	{ H(current_task_under_cgroup), M(CGROUP_ARRAY) },
	{ H(skb_under_cgroup), M(CGROUP_ARRAY) },
	{ H(redirect_map), M(DEVMAP) | M(DEVMAP_HASH) | M(CPUMAP) | M(XSKMAP) },
	{ H(sk_redirect_map), M(SOCKMAP) },
	{ H(msg_redirect_map), M(SOCKMAP) },
	{ H(sock_map_update), M(SOCKMAP) },
	{ H(sk_redirect_hash), M(SOCKHASH) },
	{ H(msg_redirect_hash), M(SOCKHASH) },
	{ H(sock_hash_update), M(SOCKHASH) },
	{ H(get_local_storage), M(CGROUP_STORAGE) | M(PERCPU_CGROUP_STORAGE) },
	{ H(sk_select_reuseport), M(REUSEPORT_SOCKARRAY) | M(SOCKMAP) | M(SOCKHASH) },
	{ H(map_pop_elem), M(QUEUE) | M(STACK) },
	{ H(map_peek_elem), M(QUEUE) | M(STACK) | M(BLOOM_FILTER) },
	{ H(map_push_elem), M(QUEUE) | M(STACK) | M(BLOOM_FILTER) },
	{ H(map_lookup_percpu_elem), M(PERCPU_ARRAY) | M(PERCPU_HASH) | M(LRU_PERCPU_HASH) },
	{ H(for_each_map_elem), ITERABLE },
	{ H(sk_storage_get), M(SK_STORAGE) },
	{ H(sk_storage_delete), M(SK_STORAGE) },
	{ H(inode_storage_get), M(INODE_STORAGE) },
	{ H(inode_storage_delete), M(INODE_STORAGE) },
	{ H(task_storage_get), M(TASK_STORAGE) },
	{ H(task_storage_delete), M(TASK_STORAGE) },
	{ H(cgrp_storage_get), M(CGRP_STORAGE) },
	{ H(cgrp_storage_delete), M(CGRP_STORAGE) },
};

static bool type_allows(u32 id, u64 type)
{
	u32 i, j;

	for (i = 0; i < ARRAY_SIZE(type_rules); i++) {
		if (!(type_rules[i].types & type))
			continue;
		for (j = 0; j < ARRAY_SIZE(type_rules[i].helpers); j++)
			if (id && type_rules[i].helpers[j] == id)
				return true;
		return false;
	}
	return true;
}

static bool takes_map(u32 id)
{
	const struct ab_helper_proto *proto = ab_helper_find(id);
	u32 i;

	for (i = 0; proto && i < ARRAY_SIZE(proto->args); i++)
		if (proto->args[i] == AB_ARG_MAP)
			return true;
	return false;
}

bool ab_helper_fits_map(u32 id, u32 map_type)
{
	u32 i;

	if (!takes_map(id))
		return true;
	if (!map_type || map_type > ALTBPF_MAP_TYPE_INSN_ARRAY)
		return false;
	if (!type_allows(id, 1ULL << map_type))
		return false;
	for (i = 0; i < ARRAY_SIZE(helper_rules); i++)
		if (helper_rules[i].helper == id)
			return helper_rules[i].types >> map_type & 1;
	return true;
}
