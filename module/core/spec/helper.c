// SPDX-License-Identifier: GPL-2.0
/*
 * The contracts of the helpers, one row each: numbers, arguments, results, and who may call are
 * those of bpf-helpers(7). A row says what a call means to the verifier; whether this kernel has
 * a function for it is the business of helpers/table.c. Used by verify/, disassembly and
 * `feature probe`; selftests/unit/spec checks that the rows are consistent.
 */
#include <linux/kernel.h>

#include "core/spec/helper.h"

#define PT(type) (1ULL << ALTBPF_PROG_TYPE_##type)
#define ALL (~0ULL)
#define KPROBE PT(KPROBE)
#define TRACE \
	(PT(KPROBE) | PT(TRACEPOINT) | PT(RAW_TRACEPOINT) | PT(RAW_TRACEPOINT_WRITABLE) | PT(PERF_EVENT))
#define ANY_TRACE (TRACE | PT(TRACING) | PT(LSM))
#define FILTER PT(SOCKET_FILTER)
#define XDP PT(XDP)
#define CLS (PT(SCHED_CLS) | PT(SCHED_ACT))
#define CGROUP PT(CGROUP_SKB)
#define SKB (FILTER | CLS | CGROUP)
#define LWT (PT(LWT_IN) | PT(LWT_OUT) | PT(LWT_XMIT))
#define ADDR PT(CGROUP_SOCK_ADDR)
#define OPS PT(SOCK_OPS)
#define SOCKOPT PT(CGROUP_SOCKOPT)
#define IN_CGROUP (CGROUP | ADDR | OPS | SOCKOPT | PT(CGROUP_SOCK) | PT(CGROUP_DEVICE) | PT(CGROUP_SYSCTL))
#define LOOKS_UP (CLS | XDP | CGROUP | ADDR | PT(SK_SKB))
#define MOVES_SKB (CLS | PT(LWT_XMIT) | PT(SK_SKB))

#define GPL AB_HELPER_GPL
#define RUN AB_HELPER_RUN
#define PKT AB_HELPER_PACKET_MEM
#define MOVES AB_HELPER_PACKET
#define WRITES AB_HELPER_WRITES_MAP
#define ACQUIRES AB_HELPER_ACQUIRES
#define CASTS AB_HELPER_CASTS
#define A(kind) AB_ARG_##kind

#define ROW(name_, types_, ret_, flags_, ...) \
	[ALTBPF_FUNC_##name_] = { \
		.id = ALTBPF_FUNC_##name_, \
		.name = #name_, \
		.prog_types = (types_), \
		.ret = AB_RET_##ret_, \
		.flags = (flags_), \
		.args = { __VA_ARGS__ }, \
	}

/* A row whose result is in [lo, hi]. */
#define ROW_RANGE(name_, types_, lo, hi, flags_, ...) \
	[ALTBPF_FUNC_##name_] = { \
		.id = ALTBPF_FUNC_##name_, \
		.name = #name_, \
		.prog_types = (types_), \
		.ret = AB_RET_INTEGER, \
		.ret_min = (lo), \
		.ret_max = (hi), \
		.flags = (flags_), \
		.args = { __VA_ARGS__ }, \
	}

/* A row whose result is -errno or a length within the size argument. */
#define ROW_LEN(name_, types_, flags_, ...) \
	ROW_RANGE(name_, types_, -4095, S32_MAX, (flags_) | AB_HELPER_RET_SIZE, __VA_ARGS__)

static const struct ab_helper_proto protos[ALTBPF_FUNC_CNT] = {
	/* maps */
	ROW(map_lookup_elem, ALL, MAP_VALUE_OR_NULL, PKT, A(MAP), A(MAP_KEY)),
	ROW(map_update_elem, ALL, INTEGER, PKT | WRITES, A(MAP), A(MAP_KEY), A(MAP_VALUE), A(ANYTHING)),
	ROW(map_delete_elem, ALL, INTEGER, PKT | WRITES, A(MAP), A(MAP_KEY)),
	ROW(map_push_elem, ALL, INTEGER, PKT | WRITES, A(MAP), A(MAP_VALUE), A(ANYTHING)),
	ROW(map_pop_elem, ALL, INTEGER, WRITES, A(MAP), A(MAP_VALUE_UNINIT)),
	ROW(map_peek_elem, ALL, INTEGER, 0, A(MAP), A(MAP_VALUE_UNINIT)),
	ROW(map_lookup_percpu_elem, ALL, MAP_VALUE_OR_NULL, PKT, A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(for_each_map_elem, ALL, INTEGER, 0, A(MAP), A(FUNC), A(STACK_OR_NULL), A(ANYTHING)),
	ROW(tail_call, ALL, VOID, 0, A(CTX), A(MAP), A(ANYTHING)),

	/* ring buffers */
	ROW(ringbuf_output, ALL, INTEGER, 0, A(MAP), A(MEM), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(ringbuf_reserve, ALL, RINGBUF_MEM_OR_NULL, 0, A(MAP), A(ALLOC_SIZE_CONST), A(ANYTHING)),
	ROW(ringbuf_submit, ALL, VOID, 0, A(RINGBUF_MEM), A(ANYTHING)),
	ROW(ringbuf_discard, ALL, VOID, 0, A(RINGBUF_MEM), A(ANYTHING)),
	ROW(ringbuf_query, ALL, INTEGER, 0, A(MAP), A(ANYTHING)),
	ROW(perf_event_output, TRACE | PT(TRACING) | SKB | XDP | LWT | IN_CGROUP | PT(SK_SKB) | PT(SK_MSG) |
	    PT(SK_LOOKUP), INTEGER, GPL | RUN, A(CTX), A(MAP), A(ANYTHING), A(MEM), A(SIZE_OR_ZERO)),
	ROW(perf_event_read, ANY_TRACE, INTEGER, GPL, A(MAP), A(ANYTHING)),
	ROW(perf_event_read_value, ANY_TRACE, INTEGER, GPL, A(MAP), A(ANYTHING), A(MEM_UNINIT), A(SIZE)),
	ROW(perf_prog_read_value, PT(PERF_EVENT), INTEGER, GPL, A(CTX), A(MEM_UNINIT), A(SIZE)),
	ROW(read_branch_records, PT(PERF_EVENT), INTEGER, GPL,
	    A(CTX), A(MEM_OR_NULL), A(SIZE_OR_ZERO), A(ANYTHING)),

	/* reading memory that is not the program's */
	ROW(probe_read, ANY_TRACE, INTEGER, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(probe_read_user, ALL, INTEGER, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(probe_read_kernel, ALL, INTEGER, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW_LEN(probe_read_str, ANY_TRACE, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW_LEN(probe_read_user_str, ALL, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW_LEN(probe_read_kernel_str, ALL, GPL, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(copy_from_user, ALL, INTEGER, AB_HELPER_SLEEPS, A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(probe_write_user, ANY_TRACE, INTEGER, GPL, A(ANYTHING), A(MEM), A(SIZE)),

	/* time */
	ROW(ktime_get_ns, ALL, INTEGER, 0),
	ROW(ktime_get_boot_ns, ALL, INTEGER, 0),
	/* Spins while the clock is being updated: not where a probe can interrupt that. */
	ROW(ktime_get_coarse_ns, ~ANY_TRACE, INTEGER, 0),
	ROW(ktime_get_tai_ns, ALL, INTEGER, 0),
	ROW(jiffies64, ALL, INTEGER, 0),

	/* where and who */
	ROW(get_current_pid_tgid, ALL, INTEGER, 0),
	ROW(get_ns_current_pid_tgid, ALL, INTEGER, 0, A(ANYTHING), A(ANYTHING), A(MEM_UNINIT), A(SIZE)),
	ROW(get_current_uid_gid, ALL, INTEGER, 0),
	ROW(get_current_comm, ALL, INTEGER, 0, A(MEM_UNINIT), A(SIZE)),
	ROW(get_current_task, ALL, INTEGER, GPL),
	ROW(get_current_cgroup_id, ALL, INTEGER, 0),
	ROW(get_current_ancestor_cgroup_id, ALL, INTEGER, 0, A(ANYTHING)),
	ROW(current_task_under_cgroup, ALL, INTEGER, 0, A(MAP), A(ANYTHING)),
	ROW_RANGE(get_smp_processor_id, ALL, 0, 8191, 0),
	ROW(get_numa_node_id, ALL, INTEGER, 0),
	ROW(get_prandom_u32, ALL, INTEGER, 0),
	ROW(get_attach_cookie, TRACE | PT(TRACING), INTEGER, RUN, A(CTX)),
	ROW(get_func_ip, KPROBE | PT(TRACING), INTEGER, GPL | RUN, A(CTX)),
	ROW(get_stackid, TRACE | PT(TRACING), INTEGER, GPL | RUN, A(CTX), A(MAP), A(ANYTHING)),
	ROW_LEN(get_stack, TRACE | PT(TRACING), GPL | RUN, A(CTX), A(MEM_UNINIT), A(SIZE_OR_ZERO), A(ANYTHING)),

	/* text */
	ROW(trace_printk, ALL, INTEGER, GPL, A(MEM), A(SIZE)), /* R3 to R5 are read as the text wants them, initialised or not */
	ROW(trace_vprintk, ALL, INTEGER, GPL, A(MEM), A(SIZE), A(MEM_OR_NULL), A(SIZE_OR_ZERO)),
	ROW(snprintf, ALL, INTEGER, GPL, A(MEM_UNINIT_OR_NULL), A(SIZE_OR_ZERO), A(CONST_STR),
	    A(MEM_OR_NULL), A(SIZE_OR_ZERO)),
	ROW(strncmp, ALL, INTEGER, 0, A(MEM), A(SIZE), A(CONST_STR)),
	ROW(strtol, ALL, INTEGER, 0, A(MEM), A(SIZE), A(ANYTHING), A(LONG)),
	ROW(strtoul, ALL, INTEGER, 0, A(MEM), A(SIZE), A(ANYTHING), A(LONG)),

	/* control */
	ROW(loop, ALL, INTEGER, 0, A(ANYTHING), A(FUNC), A(STACK_OR_NULL), A(ANYTHING)),
	ROW(send_signal, ANY_TRACE, INTEGER, 0, A(ANYTHING)),
	ROW(send_signal_thread, ANY_TRACE, INTEGER, 0, A(ANYTHING)),
	ROW(override_return, KPROBE, INTEGER, GPL | RUN, A(CTX), A(ANYTHING)),

	/* packets */
	ROW(csum_diff, XDP | CLS | LWT, INTEGER, PKT, A(MEM_OR_NULL), A(SIZE_OR_ZERO), A(MEM_OR_NULL),
	    A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(skb_load_bytes, SKB | LWT | PT(SK_SKB) | PT(FLOW_DISSECTOR) | PT(SK_REUSEPORT), INTEGER, 0,
	    A(CTX), A(ANYTHING), A(MEM_UNINIT), A(SIZE)),
	ROW(skb_load_bytes_relative, SKB | PT(SK_REUSEPORT), INTEGER, 0,
	    A(CTX), A(ANYTHING), A(MEM_UNINIT), A(SIZE), A(ANYTHING)),
	ROW(skb_store_bytes, MOVES_SKB, INTEGER, MOVES, A(CTX), A(ANYTHING), A(MEM), A(SIZE), A(ANYTHING)),
	ROW(skb_pull_data, MOVES_SKB | LWT, INTEGER, MOVES, A(CTX), A(ANYTHING)),
	ROW(skb_change_tail, MOVES_SKB, INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(skb_change_head, MOVES_SKB, INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(skb_change_proto, CLS, INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(skb_change_type, CLS, INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(skb_adjust_room, CLS | PT(SK_SKB), INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(skb_vlan_push, CLS, INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(skb_vlan_pop, CLS, INTEGER, MOVES, A(CTX)),
	ROW(l3_csum_replace, CLS | PT(LWT_XMIT), INTEGER, MOVES,
	    A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(l4_csum_replace, CLS | PT(LWT_XMIT), INTEGER, MOVES,
	    A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(csum_update, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(csum_level, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(clone_redirect, CLS | PT(LWT_XMIT), INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(redirect, XDP | CLS | PT(LWT_XMIT), INTEGER, 0, A(ANYTHING), A(ANYTHING)),
	ROW(redirect_peer, CLS, INTEGER, 0, A(ANYTHING), A(ANYTHING)),
	ROW(redirect_neigh, CLS, INTEGER, 0, A(ANYTHING), A(MEM_OR_NULL), A(SIZE_OR_ZERO), A(ANYTHING)),
	ROW(redirect_map, XDP, INTEGER, 0, A(MAP), A(ANYTHING), A(ANYTHING)),
	ROW(get_hash_recalc, CLS | LWT, INTEGER, 0, A(CTX)),
	ROW(set_hash_invalid, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX)),
	ROW(set_hash, CLS, INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(get_cgroup_classid, CLS | LWT | PT(SK_MSG), INTEGER, 0, A(CTX)),
	ROW(skb_cgroup_classid, CLS, INTEGER, 0, A(CTX)),
	ROW(skb_cgroup_id, CLS | CGROUP, INTEGER, 0, A(CTX)),
	ROW(skb_ancestor_cgroup_id, CLS | CGROUP, INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(skb_under_cgroup, CLS | LWT, INTEGER, 0, A(CTX), A(MAP), A(ANYTHING)),
	ROW(get_route_realm, CLS | LWT, INTEGER, 0, A(CTX)),
	ROW(get_socket_cookie, SKB | ADDR | OPS | PT(CGROUP_SOCK) | PT(SK_SKB) | PT(SK_REUSEPORT), INTEGER, 0,
	    A(CTX)),
	ROW(get_socket_uid, SKB | PT(SK_SKB), INTEGER, 0, A(CTX)),
	ROW(skb_get_tunnel_key, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(MEM_UNINIT), A(SIZE), A(ANYTHING)),
	ROW(skb_set_tunnel_key, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(MEM), A(SIZE), A(ANYTHING)),
	ROW(skb_get_tunnel_opt, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(MEM_UNINIT), A(SIZE)),
	ROW(skb_set_tunnel_opt, CLS | PT(LWT_XMIT), INTEGER, 0, A(CTX), A(MEM), A(SIZE)),
	ROW(skb_get_xfrm_state, CLS, INTEGER, 0, A(CTX), A(ANYTHING), A(MEM_UNINIT), A(SIZE), A(ANYTHING)),
	ROW(skb_ecn_set_ce, CLS | CGROUP, INTEGER, 0, A(CTX)),
	ROW(skb_set_tstamp, CLS, INTEGER, 0, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(fib_lookup, XDP | CLS, INTEGER, GPL, A(CTX), A(MEM_WRITE), A(SIZE), A(ANYTHING)),
	ROW(check_mtu, XDP | CLS, INTEGER, GPL, A(CTX), A(ANYTHING), A(INT), A(ANYTHING), A(ANYTHING)),
	ROW(xdp_adjust_head, XDP, INTEGER, MOVES, A(CTX), A(ANYTHING)),
	ROW(xdp_adjust_meta, XDP, INTEGER, MOVES, A(CTX), A(ANYTHING)),
	ROW(xdp_adjust_tail, XDP, INTEGER, MOVES, A(CTX), A(ANYTHING)),
	ROW(xdp_get_buff_len, XDP, INTEGER, 0, A(CTX)),
	ROW(xdp_load_bytes, XDP, INTEGER, 0, A(CTX), A(ANYTHING), A(MEM_UNINIT), A(SIZE)),
	ROW(lwt_push_encap, PT(LWT_IN) | PT(LWT_XMIT), INTEGER, MOVES, A(CTX), A(ANYTHING), A(MEM), A(SIZE)),
	ROW(xdp_store_bytes, XDP, INTEGER, 0, A(CTX), A(ANYTHING), A(MEM), A(SIZE)),

	/* sockets */
	ROW(sk_lookup_tcp, LOOKS_UP, SOCK_OR_NULL, PKT | ACQUIRES,
	    A(CTX), A(MEM), A(SIZE), A(ANYTHING), A(ANYTHING)),
	ROW(sk_lookup_udp, LOOKS_UP, SOCK_OR_NULL, PKT | ACQUIRES,
	    A(CTX), A(MEM), A(SIZE), A(ANYTHING), A(ANYTHING)),
	ROW(skc_lookup_tcp, LOOKS_UP, SOCK_COMMON_OR_NULL, PKT | ACQUIRES,
	    A(CTX), A(MEM), A(SIZE), A(ANYTHING), A(ANYTHING)),
	ROW(sk_release, LOOKS_UP | PT(SK_LOOKUP), INTEGER, 0, A(SOCK_RELEASE)),
	ROW(sk_fullsock, CLS | CGROUP, SOCK_OR_NULL, CASTS, A(SOCK)),
	ROW(tcp_sock, CLS | CGROUP | OPS | SOCKOPT, TCP_SOCK_OR_NULL, CASTS, A(SOCK)),
	ROW(get_listener_sock, CLS | CGROUP, SOCK_OR_NULL, 0, A(SOCK)),
	ROW(sk_assign, CLS | PT(SK_LOOKUP), INTEGER, 0, A(CTX), A(SOCK_ASSIGN), A(ANYTHING)),
	ROW(sk_cgroup_id, CLS | CGROUP, INTEGER, 0, A(SOCK)),
	ROW(sk_ancestor_cgroup_id, CLS | CGROUP, INTEGER, 0, A(SOCK), A(ANYTHING)),
	ROW(sk_storage_get, CLS | CGROUP | ADDR | OPS | SOCKOPT | PT(CGROUP_SOCK) | PT(SK_MSG), MAP_VALUE_OR_NULL, 0,
	    A(MAP), A(SOCK), A(MAP_VALUE_OR_NULL), A(ANYTHING)),
	ROW(sk_storage_delete, CLS | CGROUP | ADDR | OPS | SOCKOPT | PT(SK_MSG), INTEGER, 0, A(MAP), A(SOCK)),
	ROW(sk_select_reuseport, PT(SK_REUSEPORT), INTEGER, 0, A(CTX), A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(sk_redirect_map, PT(SK_SKB), INTEGER, 0, A(CTX), A(MAP), A(ANYTHING), A(ANYTHING)),
	ROW(sk_redirect_hash, PT(SK_SKB), INTEGER, 0, A(CTX), A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(sock_map_update, OPS, INTEGER, PKT, A(CTX), A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(sock_hash_update, OPS, INTEGER, PKT, A(CTX), A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(sock_ops_cb_flags_set, OPS, INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(load_hdr_opt, OPS, INTEGER, 0, A(CTX), A(MEM_WRITE), A(SIZE), A(ANYTHING)),
	ROW(store_hdr_opt, OPS, INTEGER, 0, A(CTX), A(MEM), A(SIZE), A(ANYTHING)),
	ROW(reserve_hdr_opt, OPS, INTEGER, 0, A(CTX), A(ANYTHING), A(ANYTHING)),
	ROW(msg_redirect_map, PT(SK_MSG), INTEGER, 0, A(CTX), A(MAP), A(ANYTHING), A(ANYTHING)),
	ROW(msg_redirect_hash, PT(SK_MSG), INTEGER, 0, A(CTX), A(MAP), A(MAP_KEY), A(ANYTHING)),
	ROW(msg_apply_bytes, PT(SK_MSG), INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(msg_cork_bytes, PT(SK_MSG), INTEGER, 0, A(CTX), A(ANYTHING)),
	ROW(msg_pull_data, PT(SK_MSG), INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(msg_push_data, PT(SK_MSG), INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(msg_pop_data, PT(SK_MSG), INTEGER, MOVES, A(CTX), A(ANYTHING), A(ANYTHING), A(ANYTHING)),
	ROW(setsockopt, OPS | ADDR, INTEGER, 0, A(CTX), A(ANYTHING), A(ANYTHING), A(MEM), A(SIZE)),
	ROW(getsockopt, OPS | ADDR, INTEGER, 0, A(CTX), A(ANYTHING), A(ANYTHING), A(MEM_UNINIT), A(SIZE)),
	ROW(bind, ADDR, INTEGER, 0, A(CTX), A(MEM), A(SIZE)),
	ROW(get_netns_cookie, SKB | LWT | ADDR | OPS | SOCKOPT | PT(CGROUP_SOCK) | PT(SK_MSG) | PT(SK_SKB), INTEGER, 0,
	    A(CTX_OR_NULL)),

	/* control groups */
	ROW(get_local_storage, IN_CGROUP, MAP_VALUE, 0, A(MAP), A(ANYTHING)),
	ROW(get_retval, IN_CGROUP & ~CGROUP, INTEGER, 0),
	ROW(set_retval, IN_CGROUP & ~CGROUP, INTEGER, 0, A(ANYTHING)),
	ROW(sysctl_get_name, PT(CGROUP_SYSCTL), INTEGER, 0, A(CTX), A(MEM_UNINIT), A(SIZE), A(ANYTHING)),
	ROW(sysctl_get_current_value, PT(CGROUP_SYSCTL), INTEGER, 0, A(CTX), A(MEM_UNINIT), A(SIZE)),
	ROW(sysctl_get_new_value, PT(CGROUP_SYSCTL), INTEGER, 0, A(CTX), A(MEM_UNINIT), A(SIZE)),
	ROW(sysctl_set_new_value, PT(CGROUP_SYSCTL), INTEGER, 0, A(CTX), A(MEM), A(SIZE)),
};

const struct ab_helper_proto *ab_helper_find(u32 id)
{
	return id < ALTBPF_FUNC_CNT && protos[id].name ? &protos[id] : NULL;
}
