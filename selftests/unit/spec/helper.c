// SPDX-License-Identifier: GPL-2.0
/*
 * The helper table: rows agree with the ABI's list of names and with themselves, and the helpers
 * that programs need most are open to the types that need them.
 */
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "unit.h"

static const char *const abi_names[] = {
#define NAME(name, number) [number] = #name,
	ALTBPF_HELPERS(NAME)
#undef NAME
};

static bool is_mem(u8 arg)
{
	return arg == AB_ARG_MEM || arg == AB_ARG_MEM_OR_NULL || arg == AB_ARG_MEM_WRITE ||
	       arg == AB_ARG_MEM_UNINIT || arg == AB_ARG_MEM_UNINIT_OR_NULL;
}

static bool is_size(u8 arg)
{
	return arg == AB_ARG_SIZE || arg == AB_ARG_SIZE_OR_ZERO;
}

static bool has_arg(const struct ab_helper_proto *p, u8 arg)
{
	return memchr(p->args, arg, sizeof(p->args));
}

static void check_args(const struct ab_helper_proto *p)
{
	u32 i;

	for (i = 0; i < 5; i++) {
		u8 next = i < 4 ? p->args[i + 1] : AB_ARG_NONE, last = i ? p->args[i - 1] : AB_ARG_NONE;

		EXPECTF(p->args[i] || !next, "%s: a gap behind argument %u", p->name, i);
		EXPECTF(is_mem(p->args[i]) == is_size(next), "%s: memory and size of argument %u", p->name, i + 1);
		EXPECTF(!is_size(p->args[i]) || is_mem(last), "%s: size without memory", p->name);
		if (p->args[i] == AB_ARG_MAP_KEY || p->args[i] == AB_ARG_MAP_VALUE ||
		    p->args[i] == AB_ARG_MAP_VALUE_UNINIT)
			EXPECTF(p->args[0] == AB_ARG_MAP || (i && p->args[i - 1] == AB_ARG_MAP), "%s: a key or value without a map", p->name);
	}
}

UNIT(spec_helper_rows)
{
	u32 id;

	EXPECT(!ab_helper_find(0));
	EXPECT(!ab_helper_find(ALTBPF_FUNC_CNT));
	EXPECT(!ab_helper_find(~0u));
	for (id = 0; id < ALTBPF_FUNC_CNT; id++) {
		const struct ab_helper_proto *p = ab_helper_find(id);

		if (!p)
			continue;
		EXPECT_EQ(p->id, id);
		EXPECT_STR(p->name, abi_names[id]);
		EXPECTF(p->prog_types, "%s: nobody may call it", p->name);
		EXPECTF(p->ret_min <= p->ret_max, "%s: result range", p->name);
		EXPECTF(p->ret != AB_RET_RINGBUF_MEM_OR_NULL || has_arg(p, AB_ARG_ALLOC_SIZE_CONST),
			"%s: memory of unknown size", p->name);
		EXPECTF(p->ret != AB_RET_MAP_VALUE_OR_NULL || has_arg(p, AB_ARG_MAP), "%s: value of no map", p->name);
		EXPECTF(!(p->flags & AB_HELPER_WRITES_MAP) || has_arg(p, AB_ARG_MAP), "%s: writes no map", p->name);
		EXPECTF(!has_arg(p, AB_ARG_FUNC) || has_arg(p, AB_ARG_STACK_OR_NULL), "%s: callback", p->name);
		check_args(p);
	}
}

/* Those that a tracing program cannot do without. */
static const u32 tracing[] = {
	ALTBPF_FUNC_map_lookup_elem, ALTBPF_FUNC_map_update_elem, ALTBPF_FUNC_map_delete_elem,
	ALTBPF_FUNC_map_push_elem, ALTBPF_FUNC_map_pop_elem, ALTBPF_FUNC_map_peek_elem,
	ALTBPF_FUNC_map_lookup_percpu_elem, ALTBPF_FUNC_probe_read, ALTBPF_FUNC_probe_read_kernel,
	ALTBPF_FUNC_probe_read_user, ALTBPF_FUNC_probe_read_kernel_str, ALTBPF_FUNC_probe_read_user_str,
	ALTBPF_FUNC_probe_read_str, ALTBPF_FUNC_ktime_get_ns, ALTBPF_FUNC_ktime_get_boot_ns,
	ALTBPF_FUNC_ktime_get_tai_ns, ALTBPF_FUNC_jiffies64,
	ALTBPF_FUNC_get_current_pid_tgid, ALTBPF_FUNC_get_current_uid_gid, ALTBPF_FUNC_get_current_comm,
	ALTBPF_FUNC_get_current_task, ALTBPF_FUNC_get_current_cgroup_id, ALTBPF_FUNC_get_smp_processor_id,
	ALTBPF_FUNC_get_numa_node_id, ALTBPF_FUNC_get_prandom_u32, ALTBPF_FUNC_trace_printk,
	ALTBPF_FUNC_trace_vprintk, ALTBPF_FUNC_snprintf, ALTBPF_FUNC_strncmp, ALTBPF_FUNC_ringbuf_output,
	ALTBPF_FUNC_ringbuf_reserve, ALTBPF_FUNC_ringbuf_submit, ALTBPF_FUNC_ringbuf_discard,
	ALTBPF_FUNC_ringbuf_query, ALTBPF_FUNC_get_stackid, ALTBPF_FUNC_get_stack, ALTBPF_FUNC_tail_call,
	ALTBPF_FUNC_loop, ALTBPF_FUNC_for_each_map_elem, ALTBPF_FUNC_get_attach_cookie,
	ALTBPF_FUNC_send_signal, ALTBPF_FUNC_copy_from_user, ALTBPF_FUNC_perf_event_output,
};

UNIT(spec_helper_tracing)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(tracing); i++) {
		const struct ab_helper_proto *p = ab_helper_find(tracing[i]);

		EXPECTF(p, "helper %u has no row", tracing[i]);
		EXPECTF(ab_helper_allows(p, ALTBPF_PROG_TYPE_KPROBE), "%s: not for kprobe", p->name);
		EXPECTF(ab_helper_allows(p, ALTBPF_PROG_TYPE_TRACEPOINT), "%s: not for tracepoint", p->name);
		EXPECTF(ab_helper_allows(p, ALTBPF_PROG_TYPE_RAW_TRACEPOINT), "%s: not for raw_tracepoint", p->name);
	}
	EXPECT(ab_helper_allows(ab_helper_find(ALTBPF_FUNC_get_func_ip), ALTBPF_PROG_TYPE_KPROBE));
}

UNIT(spec_helper_types)
{
	/* it spins on a lock that a probe may interrupt */
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_ktime_get_coarse_ns), ALTBPF_PROG_TYPE_KPROBE));
	EXPECT(ab_helper_allows(ab_helper_find(ALTBPF_FUNC_ktime_get_coarse_ns), ALTBPF_PROG_TYPE_XDP));
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_get_func_ip), ALTBPF_PROG_TYPE_TRACEPOINT));
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_xdp_adjust_head), ALTBPF_PROG_TYPE_KPROBE));
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_get_stackid), ALTBPF_PROG_TYPE_XDP));
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_probe_read), ALTBPF_PROG_TYPE_SOCKET_FILTER));
	EXPECT(ab_helper_allows(ab_helper_find(ALTBPF_FUNC_skb_load_bytes), ALTBPF_PROG_TYPE_SOCKET_FILTER));
	EXPECT(!ab_helper_allows(ab_helper_find(ALTBPF_FUNC_ktime_get_ns), 64));
	EXPECT(ab_helper_find(ALTBPF_FUNC_probe_read_kernel)->flags & AB_HELPER_GPL);
	EXPECT(!(ab_helper_find(ALTBPF_FUNC_ktime_get_ns)->flags & AB_HELPER_GPL));
	EXPECT(ab_helper_find(ALTBPF_FUNC_copy_from_user)->flags & AB_HELPER_SLEEPS);
	EXPECT(ab_helper_find(ALTBPF_FUNC_xdp_adjust_head)->flags & AB_HELPER_PACKET);
}

static const struct {
	u32 helper;
	u32 map;
	bool fits;
} pairs[] = {
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_HASH, true },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_LPM_TRIE, true },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_RINGBUF, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_PROG_ARRAY, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_STACK_TRACE, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_QUEUE, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_PERF_EVENT_ARRAY, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_HASH_OF_MAPS, true },
	{ ALTBPF_FUNC_map_update_elem, ALTBPF_MAP_TYPE_HASH_OF_MAPS, false },
	{ ALTBPF_FUNC_map_lookup_elem, ALTBPF_MAP_TYPE_UNSPEC, false },
	{ ALTBPF_FUNC_map_lookup_elem, 1000, false },
	{ ALTBPF_FUNC_map_push_elem, ALTBPF_MAP_TYPE_STACK, true },
	{ ALTBPF_FUNC_map_push_elem, ALTBPF_MAP_TYPE_BLOOM_FILTER, true },
	{ ALTBPF_FUNC_map_pop_elem, ALTBPF_MAP_TYPE_BLOOM_FILTER, false },
	{ ALTBPF_FUNC_map_push_elem, ALTBPF_MAP_TYPE_HASH, false },
	{ ALTBPF_FUNC_map_lookup_percpu_elem, ALTBPF_MAP_TYPE_PERCPU_ARRAY, true },
	{ ALTBPF_FUNC_map_lookup_percpu_elem, ALTBPF_MAP_TYPE_ARRAY, false },
	{ ALTBPF_FUNC_tail_call, ALTBPF_MAP_TYPE_PROG_ARRAY, true },
	{ ALTBPF_FUNC_tail_call, ALTBPF_MAP_TYPE_ARRAY, false },
	{ ALTBPF_FUNC_ringbuf_output, ALTBPF_MAP_TYPE_RINGBUF, true },
	{ ALTBPF_FUNC_ringbuf_output, ALTBPF_MAP_TYPE_ARRAY, false },
	{ ALTBPF_FUNC_perf_event_output, ALTBPF_MAP_TYPE_PERF_EVENT_ARRAY, true },
	{ ALTBPF_FUNC_perf_event_output, ALTBPF_MAP_TYPE_RINGBUF, false },
	{ ALTBPF_FUNC_get_stackid, ALTBPF_MAP_TYPE_STACK_TRACE, true },
	{ ALTBPF_FUNC_get_stackid, ALTBPF_MAP_TYPE_HASH, false },
	{ ALTBPF_FUNC_for_each_map_elem, ALTBPF_MAP_TYPE_LRU_HASH, true },
	{ ALTBPF_FUNC_for_each_map_elem, ALTBPF_MAP_TYPE_QUEUE, false },
	{ ALTBPF_FUNC_ktime_get_ns, ALTBPF_MAP_TYPE_QUEUE, true },
};

UNIT(spec_helper_fits_map)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(pairs); i++)
		EXPECTF(ab_helper_fits_map(pairs[i].helper, pairs[i].map) == pairs[i].fits,
			"%s on map type %u: expected %d", abi_names[pairs[i].helper], pairs[i].map, pairs[i].fits);
}

/* Whatever map can be created, some helper works on it. */
UNIT(spec_helper_every_map_used)
{
	u32 type, id;

	for (type = 0; type <= ALTBPF_MAP_TYPE_INSN_ARRAY; type++) {
		const struct ab_map_type *map = ab_map_type_find(type);
		bool used = false;

		if (!map || !map->implemented)
			continue;
		for (id = 0; id < ALTBPF_FUNC_CNT; id++) {
			const struct ab_helper_proto *p = ab_helper_find(id);

			used |= p && has_arg(p, AB_ARG_MAP) && ab_helper_fits_map(id, type);
		}
		EXPECTF(used, "no helper works on %s", map->name);
	}
}
