/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */
/*
 * The whole ABI of /dev/altbpf.
 *
 * One ioctl carries a bpf(2) call: command number, attribute layout, flags, object numbers and
 * errnos are those of mainline's bpf(2), as they stand in the UAPI of Linux 6.1 with later
 * additions appended. Names have the prefix ALTBPF_ so that this header can be included beside
 * any <linux/bpf.h>. What is altbpf's own has command numbers from 0x8000.
 */
#ifndef _UAPI_LINUX_ALTBPF_H
#define _UAPI_LINUX_ALTBPF_H

#include <linux/types.h>
#include <linux/ioctl.h>

/**
 * struct altbpf_call - one bpf(2) call, the argument of ALTBPF_IOC_CALL
 * @cmd: enum altbpf_cmd
 * @size: bytes at @attr; shorter than the kernel's union: zero-filled, longer: the tail must be 0
 * @attr: user address of a union altbpf_attr
 * @common_attr: user address of a struct altbpf_common_attr, or 0
 * @common_size: bytes at @common_attr
 * @reserved: must be 0
 *
 * The ioctl's return value is what bpf(2) returns: a file descriptor, 0, a count or -errno.
 */
struct altbpf_call {
	__u32 cmd;
	__u32 size;
	__aligned_u64 attr;
	__aligned_u64 common_attr;
	__u32 common_size;
	__u32 reserved;
};

#define ALTBPF_IOC_CALL _IOW(0xAB, 0x01, struct altbpf_call)
#define ALTBPF_DEVICE "/dev/altbpf"

/**
 * struct altbpf_common_attr - where the log of any command goes (mainline 6.19's bpf_common_attr)
 * @log_buf: user buffer for the text
 * @log_size: its size in bytes
 * @log_level: as in PROG_LOAD
 * @log_true_size: out: bytes that the whole text needs, with the final NUL
 */
struct altbpf_common_attr {
	__aligned_u64 log_buf;
	__u32 log_size;
	__u32 log_level;
	__u32 log_true_size;
	__u32 pad;
};

/* One instruction. A 64-bit immediate load takes two; the second holds the upper half in imm. */
struct altbpf_insn {
	__u8 code;
#if defined(__BIG_ENDIAN_BITFIELD) || (defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
	__u8 src_reg : 4;
	__u8 dst_reg : 4;
#else
	__u8 dst_reg : 4;
	__u8 src_reg : 4;
#endif
	__s16 off;
	__s32 imm;
};

enum altbpf_cmd {
	ALTBPF_MAP_CREATE = 0,
	ALTBPF_MAP_LOOKUP_ELEM = 1,
	ALTBPF_MAP_UPDATE_ELEM = 2,
	ALTBPF_MAP_DELETE_ELEM = 3,
	ALTBPF_MAP_GET_NEXT_KEY = 4,
	ALTBPF_PROG_LOAD = 5,
	ALTBPF_OBJ_PIN = 6,
	ALTBPF_OBJ_GET = 7,
	ALTBPF_PROG_ATTACH = 8,
	ALTBPF_PROG_DETACH = 9,
	ALTBPF_PROG_TEST_RUN = 10,
	ALTBPF_PROG_GET_NEXT_ID = 11,
	ALTBPF_MAP_GET_NEXT_ID = 12,
	ALTBPF_PROG_GET_FD_BY_ID = 13,
	ALTBPF_MAP_GET_FD_BY_ID = 14,
	ALTBPF_OBJ_GET_INFO_BY_FD = 15,
	ALTBPF_PROG_QUERY = 16,
	ALTBPF_RAW_TRACEPOINT_OPEN = 17,
	ALTBPF_BTF_LOAD = 18,
	ALTBPF_BTF_GET_FD_BY_ID = 19,
	ALTBPF_TASK_FD_QUERY = 20,
	ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM = 21,
	ALTBPF_MAP_FREEZE = 22,
	ALTBPF_BTF_GET_NEXT_ID = 23,
	ALTBPF_MAP_LOOKUP_BATCH = 24,
	ALTBPF_MAP_LOOKUP_AND_DELETE_BATCH = 25,
	ALTBPF_MAP_UPDATE_BATCH = 26,
	ALTBPF_MAP_DELETE_BATCH = 27,
	ALTBPF_LINK_CREATE = 28,
	ALTBPF_LINK_UPDATE = 29,
	ALTBPF_LINK_GET_FD_BY_ID = 30,
	ALTBPF_LINK_GET_NEXT_ID = 31,
	ALTBPF_ENABLE_STATS = 32,
	ALTBPF_ITER_CREATE = 33,
	ALTBPF_LINK_DETACH = 34,
	ALTBPF_PROG_BIND_MAP = 35,
	ALTBPF_TOKEN_CREATE = 36,
	ALTBPF_PROG_STREAM_READ_BY_FD = 37,
	ALTBPF_PROG_ASSOC_STRUCT_OPS = 38,
	/* altbpf's own */
	ALTBPF_LINK_CREATE_BY_NAME = 0x8000,
	ALTBPF_LINK_HOLD = 0x8001,
	ALTBPF_FEATURES = 0x8002,
};

enum altbpf_map_type {
	ALTBPF_MAP_TYPE_UNSPEC = 0,
	ALTBPF_MAP_TYPE_HASH = 1,
	ALTBPF_MAP_TYPE_ARRAY = 2,
	ALTBPF_MAP_TYPE_PROG_ARRAY = 3,
	ALTBPF_MAP_TYPE_PERF_EVENT_ARRAY = 4,
	ALTBPF_MAP_TYPE_PERCPU_HASH = 5,
	ALTBPF_MAP_TYPE_PERCPU_ARRAY = 6,
	ALTBPF_MAP_TYPE_STACK_TRACE = 7,
	ALTBPF_MAP_TYPE_CGROUP_ARRAY = 8,
	ALTBPF_MAP_TYPE_LRU_HASH = 9,
	ALTBPF_MAP_TYPE_LRU_PERCPU_HASH = 10,
	ALTBPF_MAP_TYPE_LPM_TRIE = 11,
	ALTBPF_MAP_TYPE_ARRAY_OF_MAPS = 12,
	ALTBPF_MAP_TYPE_HASH_OF_MAPS = 13,
	ALTBPF_MAP_TYPE_DEVMAP = 14,
	ALTBPF_MAP_TYPE_SOCKMAP = 15,
	ALTBPF_MAP_TYPE_CPUMAP = 16,
	ALTBPF_MAP_TYPE_XSKMAP = 17,
	ALTBPF_MAP_TYPE_SOCKHASH = 18,
	ALTBPF_MAP_TYPE_CGROUP_STORAGE = 19,
	ALTBPF_MAP_TYPE_REUSEPORT_SOCKARRAY = 20,
	ALTBPF_MAP_TYPE_PERCPU_CGROUP_STORAGE = 21,
	ALTBPF_MAP_TYPE_QUEUE = 22,
	ALTBPF_MAP_TYPE_STACK = 23,
	ALTBPF_MAP_TYPE_SK_STORAGE = 24,
	ALTBPF_MAP_TYPE_DEVMAP_HASH = 25,
	ALTBPF_MAP_TYPE_STRUCT_OPS = 26,
	ALTBPF_MAP_TYPE_RINGBUF = 27,
	ALTBPF_MAP_TYPE_INODE_STORAGE = 28,
	ALTBPF_MAP_TYPE_TASK_STORAGE = 29,
	ALTBPF_MAP_TYPE_BLOOM_FILTER = 30,
	ALTBPF_MAP_TYPE_USER_RINGBUF = 31,
	ALTBPF_MAP_TYPE_CGRP_STORAGE = 32,
	ALTBPF_MAP_TYPE_ARENA = 33,
	ALTBPF_MAP_TYPE_INSN_ARRAY = 34,
};

enum altbpf_prog_type {
	ALTBPF_PROG_TYPE_UNSPEC = 0,
	ALTBPF_PROG_TYPE_SOCKET_FILTER = 1,
	ALTBPF_PROG_TYPE_KPROBE = 2,
	ALTBPF_PROG_TYPE_SCHED_CLS = 3,
	ALTBPF_PROG_TYPE_SCHED_ACT = 4,
	ALTBPF_PROG_TYPE_TRACEPOINT = 5,
	ALTBPF_PROG_TYPE_XDP = 6,
	ALTBPF_PROG_TYPE_PERF_EVENT = 7,
	ALTBPF_PROG_TYPE_CGROUP_SKB = 8,
	ALTBPF_PROG_TYPE_CGROUP_SOCK = 9,
	ALTBPF_PROG_TYPE_LWT_IN = 10,
	ALTBPF_PROG_TYPE_LWT_OUT = 11,
	ALTBPF_PROG_TYPE_LWT_XMIT = 12,
	ALTBPF_PROG_TYPE_SOCK_OPS = 13,
	ALTBPF_PROG_TYPE_SK_SKB = 14,
	ALTBPF_PROG_TYPE_CGROUP_DEVICE = 15,
	ALTBPF_PROG_TYPE_SK_MSG = 16,
	ALTBPF_PROG_TYPE_RAW_TRACEPOINT = 17,
	ALTBPF_PROG_TYPE_CGROUP_SOCK_ADDR = 18,
	ALTBPF_PROG_TYPE_LWT_SEG6LOCAL = 19,
	ALTBPF_PROG_TYPE_LIRC_MODE2 = 20,
	ALTBPF_PROG_TYPE_SK_REUSEPORT = 21,
	ALTBPF_PROG_TYPE_FLOW_DISSECTOR = 22,
	ALTBPF_PROG_TYPE_CGROUP_SYSCTL = 23,
	ALTBPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE = 24,
	ALTBPF_PROG_TYPE_CGROUP_SOCKOPT = 25,
	ALTBPF_PROG_TYPE_TRACING = 26,
	ALTBPF_PROG_TYPE_STRUCT_OPS = 27,
	ALTBPF_PROG_TYPE_EXT = 28,
	ALTBPF_PROG_TYPE_LSM = 29,
	ALTBPF_PROG_TYPE_SK_LOOKUP = 30,
	ALTBPF_PROG_TYPE_SYSCALL = 31,
	ALTBPF_PROG_TYPE_NETFILTER = 32,
};

enum altbpf_attach_type {
	ALTBPF_CGROUP_INET_INGRESS = 0,
	ALTBPF_CGROUP_INET_EGRESS = 1,
	ALTBPF_CGROUP_INET_SOCK_CREATE = 2,
	ALTBPF_CGROUP_SOCK_OPS = 3,
	ALTBPF_SK_SKB_STREAM_PARSER = 4,
	ALTBPF_SK_SKB_STREAM_VERDICT = 5,
	ALTBPF_CGROUP_DEVICE = 6,
	ALTBPF_SK_MSG_VERDICT = 7,
	ALTBPF_CGROUP_INET4_BIND = 8,
	ALTBPF_CGROUP_INET6_BIND = 9,
	ALTBPF_CGROUP_INET4_CONNECT = 10,
	ALTBPF_CGROUP_INET6_CONNECT = 11,
	ALTBPF_CGROUP_INET4_POST_BIND = 12,
	ALTBPF_CGROUP_INET6_POST_BIND = 13,
	ALTBPF_CGROUP_UDP4_SENDMSG = 14,
	ALTBPF_CGROUP_UDP6_SENDMSG = 15,
	ALTBPF_LIRC_MODE2 = 16,
	ALTBPF_FLOW_DISSECTOR = 17,
	ALTBPF_CGROUP_SYSCTL = 18,
	ALTBPF_CGROUP_UDP4_RECVMSG = 19,
	ALTBPF_CGROUP_UDP6_RECVMSG = 20,
	ALTBPF_CGROUP_GETSOCKOPT = 21,
	ALTBPF_CGROUP_SETSOCKOPT = 22,
	ALTBPF_TRACE_RAW_TP = 23,
	ALTBPF_TRACE_FENTRY = 24,
	ALTBPF_TRACE_FEXIT = 25,
	ALTBPF_MODIFY_RETURN = 26,
	ALTBPF_LSM_MAC = 27,
	ALTBPF_TRACE_ITER = 28,
	ALTBPF_CGROUP_INET4_GETPEERNAME = 29,
	ALTBPF_CGROUP_INET6_GETPEERNAME = 30,
	ALTBPF_CGROUP_INET4_GETSOCKNAME = 31,
	ALTBPF_CGROUP_INET6_GETSOCKNAME = 32,
	ALTBPF_XDP_DEVMAP = 33,
	ALTBPF_CGROUP_INET_SOCK_RELEASE = 34,
	ALTBPF_XDP_CPUMAP = 35,
	ALTBPF_SK_LOOKUP = 36,
	ALTBPF_XDP = 37,
	ALTBPF_SK_SKB_VERDICT = 38,
	ALTBPF_SK_REUSEPORT_SELECT = 39,
	ALTBPF_SK_REUSEPORT_SELECT_OR_MIGRATE = 40,
	ALTBPF_PERF_EVENT = 41,
	ALTBPF_TRACE_KPROBE_MULTI = 42,
	ALTBPF_LSM_CGROUP = 43,
	ALTBPF_STRUCT_OPS = 44,
	ALTBPF_NETFILTER = 45,
	ALTBPF_TCX_INGRESS = 46,
	ALTBPF_TCX_EGRESS = 47,
	ALTBPF_TRACE_UPROBE_MULTI = 48,
	ALTBPF_CGROUP_UNIX_CONNECT = 49,
	ALTBPF_CGROUP_UNIX_SENDMSG = 50,
	ALTBPF_CGROUP_UNIX_RECVMSG = 51,
	ALTBPF_CGROUP_UNIX_GETPEERNAME = 52,
	ALTBPF_CGROUP_UNIX_GETSOCKNAME = 53,
	ALTBPF_NETKIT_PRIMARY = 54,
	ALTBPF_NETKIT_PEER = 55,
	ALTBPF_TRACE_KPROBE_SESSION = 56,
	ALTBPF_TRACE_UPROBE_SESSION = 57,
};

enum altbpf_link_type {
	ALTBPF_LINK_TYPE_UNSPEC = 0,
	ALTBPF_LINK_TYPE_RAW_TRACEPOINT = 1,
	ALTBPF_LINK_TYPE_TRACING = 2,
	ALTBPF_LINK_TYPE_CGROUP = 3,
	ALTBPF_LINK_TYPE_ITER = 4,
	ALTBPF_LINK_TYPE_NETNS = 5,
	ALTBPF_LINK_TYPE_XDP = 6,
	ALTBPF_LINK_TYPE_PERF_EVENT = 7,
	ALTBPF_LINK_TYPE_KPROBE_MULTI = 8,
	ALTBPF_LINK_TYPE_STRUCT_OPS = 9,
	ALTBPF_LINK_TYPE_NETFILTER = 10,
	ALTBPF_LINK_TYPE_TCX = 11,
	ALTBPF_LINK_TYPE_UPROBE_MULTI = 12,
};

enum altbpf_perf_event_type {
	ALTBPF_PERF_EVENT_UNSPEC = 0,
	ALTBPF_PERF_EVENT_UPROBE = 1,
	ALTBPF_PERF_EVENT_URETPROBE = 2,
	ALTBPF_PERF_EVENT_KPROBE = 3,
	ALTBPF_PERF_EVENT_KRETPROBE = 4,
	ALTBPF_PERF_EVENT_TRACEPOINT = 5,
	ALTBPF_PERF_EVENT_EVENT = 6,
};

enum altbpf_stats_type { ALTBPF_STATS_RUN_TIME = 0 };

#define ALTBPF_OBJ_NAME_LEN 16
#define ALTBPF_TAG_SIZE 8

/* MAP_*_ELEM flags */
#define ALTBPF_ANY 0
#define ALTBPF_NOEXIST 1
#define ALTBPF_EXIST 2
#define ALTBPF_F_LOCK 4

/* MAP_CREATE map_flags */
#define ALTBPF_F_NO_PREALLOC (1U << 0)
#define ALTBPF_F_NO_COMMON_LRU (1U << 1)
#define ALTBPF_F_NUMA_NODE (1U << 2)
#define ALTBPF_F_RDONLY (1U << 3)
#define ALTBPF_F_WRONLY (1U << 4)
#define ALTBPF_F_STACK_BUILD_ID (1U << 5)
#define ALTBPF_F_ZERO_SEED (1U << 6)
#define ALTBPF_F_RDONLY_PROG (1U << 7)
#define ALTBPF_F_WRONLY_PROG (1U << 8)
#define ALTBPF_F_CLONE (1U << 9)
#define ALTBPF_F_MMAPABLE (1U << 10)
#define ALTBPF_F_PRESERVE_ELEMS (1U << 11)
#define ALTBPF_F_INNER_MAP (1U << 12)

/* PROG_LOAD prog_flags */
#define ALTBPF_F_STRICT_ALIGNMENT (1U << 0)
#define ALTBPF_F_ANY_ALIGNMENT (1U << 1)
#define ALTBPF_F_TEST_RND_HI32 (1U << 2)
#define ALTBPF_F_TEST_STATE_FREQ (1U << 3)
#define ALTBPF_F_SLEEPABLE (1U << 4)
#define ALTBPF_F_XDP_HAS_FRAGS (1U << 5)
#define ALTBPF_F_XDP_DEV_BOUND_ONLY (1U << 6)
#define ALTBPF_F_TEST_REG_INVARIANTS (1U << 7)

/* PROG_TEST_RUN flags */
#define ALTBPF_F_TEST_RUN_ON_CPU (1U << 0)

/* log_level bits */
#define ALTBPF_LOG_LEVEL1 1
#define ALTBPF_LOG_LEVEL2 2
#define ALTBPF_LOG_STATS 4
#define ALTBPF_LOG_FIXED 8

/* LINK_UPDATE flags */
#define ALTBPF_F_REPLACE (1U << 2)

/* src_reg of a 64-bit immediate load */
#define ALTBPF_PSEUDO_MAP_FD 1
#define ALTBPF_PSEUDO_MAP_VALUE 2
#define ALTBPF_PSEUDO_BTF_ID 3
#define ALTBPF_PSEUDO_FUNC 4
#define ALTBPF_PSEUDO_MAP_IDX 5
#define ALTBPF_PSEUDO_MAP_IDX_VALUE 6
/* src_reg of a call */
#define ALTBPF_PSEUDO_CALL 1
#define ALTBPF_PSEUDO_KFUNC_CALL 2

/* helper flags */
#define ALTBPF_F_SKIP_FIELD_MASK 0xffULL
#define ALTBPF_F_USER_STACK (1ULL << 8)
#define ALTBPF_F_FAST_STACK_CMP (1ULL << 9)
#define ALTBPF_F_REUSE_STACKID (1ULL << 10)
#define ALTBPF_F_USER_BUILD_ID (1ULL << 11)
#define ALTBPF_F_INDEX_MASK 0xffffffffULL
#define ALTBPF_F_CURRENT_CPU ALTBPF_F_INDEX_MASK
#define ALTBPF_RB_NO_WAKEUP (1ULL << 0)
#define ALTBPF_RB_FORCE_WAKEUP (1ULL << 1)
#define ALTBPF_RB_AVAIL_DATA 0
#define ALTBPF_RB_RING_SIZE 1
#define ALTBPF_RB_CONS_POS 2
#define ALTBPF_RB_PROD_POS 3
#define ALTBPF_RINGBUF_BUSY_BIT (1U << 31)
#define ALTBPF_RINGBUF_DISCARD_BIT (1U << 30)
#define ALTBPF_RINGBUF_HDR_SZ 8

/* Records of PROG_LOAD's func_info and line_info. */
struct altbpf_func_info {
	__u32 insn_off;
	__u32 type_id;
};

struct altbpf_line_info {
	__u32 insn_off;
	__u32 file_name_off;
	__u32 line_off;
	__u32 line_col; /* line << 10 | column */
};

/**
 * union altbpf_attr - the argument of each command, one named member a command
 *
 * Offsets are those of mainline's union bpf_attr.
 */
union altbpf_attr {
	struct { /* MAP_CREATE */
		__u32 map_type;
		__u32 key_size;
		__u32 value_size;
		__u32 max_entries;
		__u32 map_flags;
		__u32 inner_map_fd;
		__u32 numa_node;
		char map_name[ALTBPF_OBJ_NAME_LEN];
		__u32 map_ifindex;
		__u32 btf_fd;
		__u32 btf_key_type_id;
		__u32 btf_value_type_id;
		__u32 btf_vmlinux_value_type_id;
		__u64 map_extra;
		__s32 value_type_btf_obj_fd;
		__s32 map_token_fd;
		__aligned_u64 excl_prog_hash;
		__u32 excl_prog_hash_size;
	} map_create;

	struct { /* MAP_{LOOKUP,UPDATE,DELETE,LOOKUP_AND_DELETE}_ELEM, MAP_GET_NEXT_KEY, MAP_FREEZE */
		__u32 map_fd;
		__aligned_u64 key;
		union {
			__aligned_u64 value;
			__aligned_u64 next_key;
		};
		__u64 flags;
	} map_elem;

	struct { /* MAP_*_BATCH */
		__aligned_u64 in_batch;
		__aligned_u64 out_batch;
		__aligned_u64 keys;
		__aligned_u64 values;
		__u32 count;
		__u32 map_fd;
		__u64 elem_flags;
		__u64 flags;
	} batch;

	struct { /* PROG_LOAD */
		__u32 prog_type;
		__u32 insn_cnt;
		__aligned_u64 insns;
		__aligned_u64 license;
		__u32 log_level;
		__u32 log_size;
		__aligned_u64 log_buf;
		__u32 kern_version;
		__u32 prog_flags;
		char prog_name[ALTBPF_OBJ_NAME_LEN];
		__u32 prog_ifindex;
		__u32 expected_attach_type;
		__u32 prog_btf_fd;
		__u32 func_info_rec_size;
		__aligned_u64 func_info;
		__u32 func_info_cnt;
		__u32 line_info_rec_size;
		__aligned_u64 line_info;
		__u32 line_info_cnt;
		__u32 attach_btf_id;
		union {
			__u32 attach_prog_fd;
			__u32 attach_btf_obj_fd;
		};
		__u32 core_relo_cnt;
		__aligned_u64 fd_array;
		__aligned_u64 core_relos;
		__u32 core_relo_rec_size;
		__u32 log_true_size; /* out */
		__s32 prog_token_fd;
		__u32 fd_array_cnt;
		__aligned_u64 signature;
		__u32 signature_size;
		__s32 keyring_id;
	} prog_load;

	struct { /* OBJ_PIN, OBJ_GET */
		__aligned_u64 pathname;
		__u32 bpf_fd;
		__u32 file_flags;
		__s32 path_fd;
	} obj;

	struct { /* PROG_TEST_RUN */
		__u32 prog_fd;
		__u32 retval; /* out */
		__u32 data_size_in;
		__u32 data_size_out; /* in, out */
		__aligned_u64 data_in;
		__aligned_u64 data_out;
		__u32 repeat;
		__u32 duration; /* out: ns a run */
		__u32 ctx_size_in;
		__u32 ctx_size_out; /* in, out */
		__aligned_u64 ctx_in;
		__aligned_u64 ctx_out;
		__u32 flags;
		__u32 cpu;
		__u32 batch_size;
	} test;

	struct { /* *_GET_NEXT_ID, *_GET_FD_BY_ID */
		union {
			__u32 start_id;
			__u32 prog_id;
			__u32 map_id;
			__u32 btf_id;
			__u32 link_id;
		};
		__u32 next_id; /* out */
		__u32 open_flags;
		__s32 fd_by_id_token_fd;
	} get_id;

	struct { /* OBJ_GET_INFO_BY_FD */
		__u32 bpf_fd;
		__u32 info_len; /* in, out */
		__aligned_u64 info;
	} info;

	struct { /* RAW_TRACEPOINT_OPEN */
		__aligned_u64 name;
		__u32 prog_fd;
		__u32 pad;
		__u64 cookie;
	} raw_tracepoint;

	struct { /* BTF_LOAD */
		__aligned_u64 btf;
		__aligned_u64 btf_log_buf;
		__u32 btf_size;
		__u32 btf_log_size;
		__u32 btf_log_level;
		__u32 btf_log_true_size; /* out */
		__u32 btf_flags;
		__s32 btf_token_fd;
	} btf_load;

	struct { /* TASK_FD_QUERY */
		__u32 pid;
		__u32 fd;
		__u32 flags;
		__u32 buf_len;
		__aligned_u64 buf;
		__u32 prog_id;
		__u32 fd_type;
		__u64 probe_offset;
		__u64 probe_addr;
	} task_fd_query;

	struct { /* LINK_CREATE */
		__u32 prog_fd;
		union {
			__u32 target_fd;
			__u32 target_ifindex;
		};
		__u32 attach_type;
		__u32 flags;
		union {
			__u32 target_btf_id;
			struct {
				__u64 bpf_cookie;
			} perf_event;
			struct {
				__u32 flags;
				__u32 cnt;
				__aligned_u64 syms;
				__aligned_u64 addrs;
				__aligned_u64 cookies;
			} kprobe_multi;
			struct {
				__u32 target_btf_id;
				__u64 cookie;
			} tracing;
		};
	} link_create;

	struct { /* LINK_UPDATE */
		__u32 link_fd;
		__u32 new_prog_fd;
		__u32 flags;
		__u32 old_prog_fd;
	} link_update;

	struct { /* LINK_DETACH */
		__u32 link_fd;
	} link_detach;

	struct { /* ENABLE_STATS */
		__u32 type;
	} enable_stats;

	struct { /* PROG_BIND_MAP */
		__u32 prog_fd;
		__u32 map_fd;
		__u32 flags;
	} prog_bind_map;

	/* ---- altbpf's own ---- */

	/**
	 * LINK_CREATE_BY_NAME: attach a program to a place that has a name.
	 * @prog_fd: the program; its type must fit @kind
	 * @kind: enum altbpf_perf_event_type (KPROBE, KRETPROBE, TRACEPOINT)
	 * @name: NUL-terminated: a kernel symbol, or "category/event"
	 * @addr: with a null @name: the kernel address of the probe (kprobes only)
	 * @offset: bytes from the symbol's start
	 * @cookie: what bpf_get_attach_cookie() returns
	 * @flags: must be 0
	 * @maxactive: kretprobe instances, 0 for the default
	 */
	struct {
		__u32 prog_fd;
		__u32 kind;
		__aligned_u64 name;
		__u64 addr;
		__u64 offset;
		__u64 cookie;
		__u32 flags;
		__u32 maxactive;
	} link_by_name;

	/* LINK_HOLD: hold = 1: the link outlives its fds until LINK_DETACH or hold = 0 */
	struct {
		__u32 link_fd;
		__u32 hold;
	} link_hold;

	/**
	 * FEATURES: the inventory of this module as text, one "kind name" pair a line
	 * ("prog_type kprobe", "map_type hash", "helper kprobe map_lookup_elem", "command ...").
	 * @buf: user buffer, @len: in its size, out the size of the whole text with its NUL
	 */
	struct {
		__aligned_u64 buf;
		__u32 len;
	} features;
} __attribute__((aligned(8)));

struct altbpf_prog_info {
	__u32 type;
	__u32 id;
	__u8 tag[ALTBPF_TAG_SIZE];
	__u32 jited_prog_len;
	__u32 xlated_prog_len;
	__aligned_u64 jited_prog_insns;
	__aligned_u64 xlated_prog_insns;
	__u64 load_time; /* ns since boot */
	__u32 created_by_uid;
	__u32 nr_map_ids;
	__aligned_u64 map_ids;
	char name[ALTBPF_OBJ_NAME_LEN];
	__u32 ifindex;
	__u32 gpl_compatible : 1;
	__u32 : 31;
	__u64 netns_dev;
	__u64 netns_ino;
	__u32 nr_jited_ksyms;
	__u32 nr_jited_func_lens;
	__aligned_u64 jited_ksyms;
	__aligned_u64 jited_func_lens;
	__u32 btf_id;
	__u32 func_info_rec_size;
	__aligned_u64 func_info;
	__u32 nr_func_info;
	__u32 nr_line_info;
	__aligned_u64 line_info;
	__aligned_u64 jited_line_info;
	__u32 nr_jited_line_info;
	__u32 line_info_rec_size;
	__u32 jited_line_info_rec_size;
	__u32 nr_prog_tags;
	__aligned_u64 prog_tags;
	__u64 run_time_ns;
	__u64 run_cnt;
	__u64 recursion_misses;
	__u32 verified_insns;
	__u32 attach_btf_obj_id;
	__u32 attach_btf_id;
	__u32 : 32;
} __attribute__((aligned(8)));

struct altbpf_map_info {
	__u32 type;
	__u32 id;
	__u32 key_size;
	__u32 value_size;
	__u32 max_entries;
	__u32 map_flags;
	char name[ALTBPF_OBJ_NAME_LEN];
	__u32 ifindex;
	__u32 btf_vmlinux_value_type_id;
	__u64 netns_dev;
	__u64 netns_ino;
	__u32 btf_id;
	__u32 btf_key_type_id;
	__u32 btf_value_type_id;
	__u32 btf_vmlinux_id;
	__u64 map_extra;
} __attribute__((aligned(8)));

struct altbpf_btf_info {
	__aligned_u64 btf;
	__u32 btf_size;
	__u32 id;
	__aligned_u64 name;
	__u32 name_len;
	__u32 kernel_btf;
} __attribute__((aligned(8)));

struct altbpf_link_info {
	__u32 type;
	__u32 id;
	__u32 prog_id;
	union {
		struct {
			__aligned_u64 tp_name; /* in/out */
			__u32 tp_name_len; /* in/out */
			__u32 : 32;
			__u64 cookie;
		} raw_tracepoint;
		struct {
			__u32 attach_type;
			__u32 target_obj_id;
			__u32 target_btf_id;
		} tracing;
		struct {
			__u32 type; /* enum altbpf_perf_event_type */
			__u32 : 32;
			union {
				struct {
					__aligned_u64 file_name; /* in/out */
					__u32 name_len;
					__u32 offset;
					__u64 cookie;
				} uprobe;
				struct {
					__aligned_u64 func_name; /* in/out */
					__u32 name_len;
					__u32 offset;
					__u64 addr;
					__u64 missed;
					__u64 cookie;
				} kprobe;
				struct {
					__aligned_u64 tp_name; /* in/out */
					__u32 name_len;
					__u32 : 32;
					__u64 cookie;
				} tracepoint;
			};
		} perf_event;
	};
} __attribute__((aligned(8)));

/* Contexts of the program types whose layout is not the kernel's own. */
struct altbpf_xdp_md {
	__u32 data;
	__u32 data_end;
	__u32 data_meta;
	__u32 ingress_ifindex;
	__u32 rx_queue_index;
	__u32 egress_ifindex;
};

/* Helper numbers: F(name, number). */
#define ALTBPF_HELPERS(F) \
	F(unspec, 0) \
	F(map_lookup_elem, 1) \
	F(map_update_elem, 2) \
	F(map_delete_elem, 3) \
	F(probe_read, 4) \
	F(ktime_get_ns, 5) \
	F(trace_printk, 6) \
	F(get_prandom_u32, 7) \
	F(get_smp_processor_id, 8) \
	F(skb_store_bytes, 9) \
	F(l3_csum_replace, 10) \
	F(l4_csum_replace, 11) \
	F(tail_call, 12) \
	F(clone_redirect, 13) \
	F(get_current_pid_tgid, 14) \
	F(get_current_uid_gid, 15) \
	F(get_current_comm, 16) \
	F(get_cgroup_classid, 17) \
	F(skb_vlan_push, 18) \
	F(skb_vlan_pop, 19) \
	F(skb_get_tunnel_key, 20) \
	F(skb_set_tunnel_key, 21) \
	F(perf_event_read, 22) \
	F(redirect, 23) \
	F(get_route_realm, 24) \
	F(perf_event_output, 25) \
	F(skb_load_bytes, 26) \
	F(get_stackid, 27) \
	F(csum_diff, 28) \
	F(skb_get_tunnel_opt, 29) \
	F(skb_set_tunnel_opt, 30) \
	F(skb_change_proto, 31) \
	F(skb_change_type, 32) \
	F(skb_under_cgroup, 33) \
	F(get_hash_recalc, 34) \
	F(get_current_task, 35) \
	F(probe_write_user, 36) \
	F(current_task_under_cgroup, 37) \
	F(skb_change_tail, 38) \
	F(skb_pull_data, 39) \
	F(csum_update, 40) \
	F(set_hash_invalid, 41) \
	F(get_numa_node_id, 42) \
	F(skb_change_head, 43) \
	F(xdp_adjust_head, 44) \
	F(probe_read_str, 45) \
	F(get_socket_cookie, 46) \
	F(get_socket_uid, 47) \
	F(set_hash, 48) \
	F(setsockopt, 49) \
	F(skb_adjust_room, 50) \
	F(redirect_map, 51) \
	F(sk_redirect_map, 52) \
	F(sock_map_update, 53) \
	F(xdp_adjust_meta, 54) \
	F(perf_event_read_value, 55) \
	F(perf_prog_read_value, 56) \
	F(getsockopt, 57) \
	F(override_return, 58) \
	F(sock_ops_cb_flags_set, 59) \
	F(msg_redirect_map, 60) \
	F(msg_apply_bytes, 61) \
	F(msg_cork_bytes, 62) \
	F(msg_pull_data, 63) \
	F(bind, 64) \
	F(xdp_adjust_tail, 65) \
	F(skb_get_xfrm_state, 66) \
	F(get_stack, 67) \
	F(skb_load_bytes_relative, 68) \
	F(fib_lookup, 69) \
	F(sock_hash_update, 70) \
	F(msg_redirect_hash, 71) \
	F(sk_redirect_hash, 72) \
	F(lwt_push_encap, 73) \
	F(lwt_seg6_store_bytes, 74) \
	F(lwt_seg6_adjust_srh, 75) \
	F(lwt_seg6_action, 76) \
	F(rc_repeat, 77) \
	F(rc_keydown, 78) \
	F(skb_cgroup_id, 79) \
	F(get_current_cgroup_id, 80) \
	F(get_local_storage, 81) \
	F(sk_select_reuseport, 82) \
	F(skb_ancestor_cgroup_id, 83) \
	F(sk_lookup_tcp, 84) \
	F(sk_lookup_udp, 85) \
	F(sk_release, 86) \
	F(map_push_elem, 87) \
	F(map_pop_elem, 88) \
	F(map_peek_elem, 89) \
	F(msg_push_data, 90) \
	F(msg_pop_data, 91) \
	F(rc_pointer_rel, 92) \
	F(spin_lock, 93) \
	F(spin_unlock, 94) \
	F(sk_fullsock, 95) \
	F(tcp_sock, 96) \
	F(skb_ecn_set_ce, 97) \
	F(get_listener_sock, 98) \
	F(skc_lookup_tcp, 99) \
	F(tcp_check_syncookie, 100) \
	F(sysctl_get_name, 101) \
	F(sysctl_get_current_value, 102) \
	F(sysctl_get_new_value, 103) \
	F(sysctl_set_new_value, 104) \
	F(strtol, 105) \
	F(strtoul, 106) \
	F(sk_storage_get, 107) \
	F(sk_storage_delete, 108) \
	F(send_signal, 109) \
	F(tcp_gen_syncookie, 110) \
	F(skb_output, 111) \
	F(probe_read_user, 112) \
	F(probe_read_kernel, 113) \
	F(probe_read_user_str, 114) \
	F(probe_read_kernel_str, 115) \
	F(tcp_send_ack, 116) \
	F(send_signal_thread, 117) \
	F(jiffies64, 118) \
	F(read_branch_records, 119) \
	F(get_ns_current_pid_tgid, 120) \
	F(xdp_output, 121) \
	F(get_netns_cookie, 122) \
	F(get_current_ancestor_cgroup_id, 123) \
	F(sk_assign, 124) \
	F(ktime_get_boot_ns, 125) \
	F(seq_printf, 126) \
	F(seq_write, 127) \
	F(sk_cgroup_id, 128) \
	F(sk_ancestor_cgroup_id, 129) \
	F(ringbuf_output, 130) \
	F(ringbuf_reserve, 131) \
	F(ringbuf_submit, 132) \
	F(ringbuf_discard, 133) \
	F(ringbuf_query, 134) \
	F(csum_level, 135) \
	F(skc_to_tcp6_sock, 136) \
	F(skc_to_tcp_sock, 137) \
	F(skc_to_tcp_timewait_sock, 138) \
	F(skc_to_tcp_request_sock, 139) \
	F(skc_to_udp6_sock, 140) \
	F(get_task_stack, 141) \
	F(load_hdr_opt, 142) \
	F(store_hdr_opt, 143) \
	F(reserve_hdr_opt, 144) \
	F(inode_storage_get, 145) \
	F(inode_storage_delete, 146) \
	F(d_path, 147) \
	F(copy_from_user, 148) \
	F(snprintf_btf, 149) \
	F(seq_printf_btf, 150) \
	F(skb_cgroup_classid, 151) \
	F(redirect_neigh, 152) \
	F(per_cpu_ptr, 153) \
	F(this_cpu_ptr, 154) \
	F(redirect_peer, 155) \
	F(task_storage_get, 156) \
	F(task_storage_delete, 157) \
	F(get_current_task_btf, 158) \
	F(bprm_opts_set, 159) \
	F(ktime_get_coarse_ns, 160) \
	F(ima_inode_hash, 161) \
	F(sock_from_file, 162) \
	F(check_mtu, 163) \
	F(for_each_map_elem, 164) \
	F(snprintf, 165) \
	F(sys_bpf, 166) \
	F(btf_find_by_name_kind, 167) \
	F(sys_close, 168) \
	F(timer_init, 169) \
	F(timer_set_callback, 170) \
	F(timer_start, 171) \
	F(timer_cancel, 172) \
	F(get_func_ip, 173) \
	F(get_attach_cookie, 174) \
	F(task_pt_regs, 175) \
	F(get_branch_snapshot, 176) \
	F(trace_vprintk, 177) \
	F(skc_to_unix_sock, 178) \
	F(kallsyms_lookup_name, 179) \
	F(find_vma, 180) \
	F(loop, 181) \
	F(strncmp, 182) \
	F(get_func_arg, 183) \
	F(get_func_ret, 184) \
	F(get_func_arg_cnt, 185) \
	F(get_retval, 186) \
	F(set_retval, 187) \
	F(xdp_get_buff_len, 188) \
	F(xdp_load_bytes, 189) \
	F(xdp_store_bytes, 190) \
	F(copy_from_user_task, 191) \
	F(skb_set_tstamp, 192) \
	F(ima_file_hash, 193) \
	F(kptr_xchg, 194) \
	F(map_lookup_percpu_elem, 195) \
	F(skc_to_mptcp_sock, 196) \
	F(dynptr_from_mem, 197) \
	F(ringbuf_reserve_dynptr, 198) \
	F(ringbuf_submit_dynptr, 199) \
	F(ringbuf_discard_dynptr, 200) \
	F(dynptr_read, 201) \
	F(dynptr_write, 202) \
	F(dynptr_data, 203) \
	F(tcp_raw_gen_syncookie_ipv4, 204) \
	F(tcp_raw_gen_syncookie_ipv6, 205) \
	F(tcp_raw_check_syncookie_ipv4, 206) \
	F(tcp_raw_check_syncookie_ipv6, 207) \
	F(ktime_get_tai_ns, 208) \
	F(user_ringbuf_drain, 209) \
	F(cgrp_storage_get, 210) \
	F(cgrp_storage_delete, 211)

enum altbpf_func_id {
#define ALTBPF_FUNC_ENUM(name, number) ALTBPF_FUNC_##name = number,
	ALTBPF_HELPERS(ALTBPF_FUNC_ENUM)
#undef ALTBPF_FUNC_ENUM
	ALTBPF_FUNC_CNT,
};

#endif /* _UAPI_LINUX_ALTBPF_H */
