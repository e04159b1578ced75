/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The program types: what their context looks like, what they may return. One row a type
 * (prog_type.c); the verifier checks context accesses against it, the loader lowers them.
 */
#ifndef AB_CORE_SPEC_PROG_TYPE_H
#define AB_CORE_SPEC_PROG_TYPE_H

#include <linux/types.h>
#include <linux/altbpf.h>

/* Bytes of the largest record of a trace event. */
#define AB_TRACE_RECORD_MAX 8192

enum ab_ctx_kind {
	AB_CTX_SCALAR, /* a number; narrow reads allowed where @narrow */
	AB_CTX_PACKET, /* start of packet data */
	AB_CTX_PACKET_END,
	AB_CTX_PACKET_META,
	AB_CTX_SOCK, /* a socket, see enum ab_sock_class */
	AB_CTX_SOCK_OR_NULL,
	AB_CTX_SOCK_COMMON_OR_NULL,
	AB_CTX_FLOW_KEYS, /* AB_FLOW_KEYS_SIZE bytes of memory */
};

#define AB_FLOW_KEYS_SIZE 56

/* How much of a socket a pointer shows. */
enum ab_sock_class {
	AB_SOCK_NONE,
	AB_SOCK_FULL, /* struct bpf_sock */
	AB_SOCK_COMMON, /* what small sockets have of it too */
	AB_SOCK_TCP, /* struct bpf_tcp_sock */
	AB_SOCK_XDP, /* struct bpf_xdp_sock */
};

/**
 * struct ab_ctx_field - a piece of a context, as the program sees it and as it is at run time
 * @off: offset in the program's view, bytes
 * @size: bytes in the program's view
 * @run_off: offset in the run-time context (an access keeps its place within the field)
 * @kind: enum ab_ctx_kind; PACKET kinds are 4 bytes in the view and 8-byte pointers at run time
 * @narrow: reads smaller than @size are allowed
 * @writable: the program may store to it; stores must be of the whole field
 * @any: any aligned access inside the field, also stores (cb[])
 * @words: a row of numbers of 4 bytes, each read (and stored) as a whole
 * @wide: four numbers of 4 bytes: any aligned read, stores of 4 or 8 bytes
 * @half: reads smaller than @size are allowed in the first half
 */
struct ab_ctx_field {
	u16 off;
	u16 size;
	u16 run_off;
	u8 kind;
	u8 narrow : 1;
	u8 writable : 1;
	u8 any : 1;
	u8 words : 1;
	u8 wide : 1;
	u8 half : 1;
};

/**
 * struct ab_prog_type - a program type
 * @type: enum altbpf_prog_type
 * @name: "kprobe"
 * @ctx_size: bytes of context that a program may read where @fields is NULL: any aligned access
 * @ctx_min: first readable byte (tracepoints: 8)
 * @ctx_writable: stores to the context are allowed where @fields is NULL
 * @ctx_access: where @fields is NULL: 0: any size, aligned; 8: only 8-byte aligned reads
 * @fields: layout, NULL-terminated by size 0; NULL: flat memory, run time = view
 * @ret_min: smallest R0 at exit, with @ret_max; both 0: anything
 * @ret_max: largest
 * @attach: bit per expected attach type that the row is for; 0: all
 * @typed: where @fields is NULL: arguments of 8 bytes, with the types of what it attaches to
 * @ret_zero: R0 must be 0
 * @verify_only: the verifier knows it, nothing here runs it: PROG_LOAD refuses
 * @packet_write: stores through packet pointers are allowed
 * @attachable: altbpf can attach it somewhere
 * @runnable: PROG_TEST_RUN works
 */
struct ab_prog_type {
	u32 type;
	const char *name;
	u32 ctx_size;
	u32 ctx_min;
	bool ctx_writable;
	u8 ctx_access;
	const struct ab_ctx_field *fields;
	s64 ret_min;
	s64 ret_max;
	u64 attach;
	bool typed;
	bool ret_zero;
	bool verify_only;
	bool packet_write;
	bool attachable;
	bool runnable;
};

/* The row of program type @type, or NULL where altbpf has none. */
const struct ab_prog_type *ab_prog_type_find(u32 type);
/* The row for programs that expect to be attached as @attach, or NULL: that does not fit. */
const struct ab_prog_type *ab_prog_type_for(u32 type, u32 attach);
/* May a program of @type be loaded? */
bool ab_prog_type_loads(u32 type);
/* By index, for listings: NULL behind the last. */
const struct ab_prog_type *ab_prog_type_at(u32 index);

/* The field that holds [off, off + size) of the view, or NULL. */
const struct ab_ctx_field *ab_ctx_field_find(const struct ab_prog_type *type, u32 off, u32 size);

/* Does an access of @size bytes at @off, inside @field, fit it? Whether it may be written is another question. */
bool ab_ctx_field_fits(const struct ab_ctx_field *field, u32 off, u32 size, bool write);

/* May [off, off + size) of a socket of @class be read? */
bool ab_sock_field_fits(enum ab_sock_class class, u32 off, u32 size);

/*
 * Run-time contexts of the types whose view is not the memory itself. attach/ and run/ fill them.
 */
struct ab_xdp_ctx {
	void *data;
	void *data_end;
	void *data_meta;
	u32 ingress_ifindex;
	u32 rx_queue_index;
	u32 egress_ifindex;
	void *data_hard_start;
};

/* struct __sk_buff's fields by name, in its order, behind the two pointers. */
struct ab_skb_ctx {
	void *data;
	void *data_end;
	void *data_meta;
	u32 len, pkt_type, mark, queue_mapping, protocol, vlan_present, vlan_tci, vlan_proto, priority;
	u32 ingress_ifindex, ifindex, tc_index;
	u32 cb[5];
	u32 hash, tc_classid, napi_id;
	u32 family, remote_ip4, local_ip4, remote_ip6[4], local_ip6[4], remote_port, local_port;
	u64 tstamp;
	u32 wire_len, gso_segs, gso_size;
	u8 tstamp_type;
	u64 hwtstamp;
	void *skb;
	void *sk; /* always NULL: packets here belong to no socket */
};

#endif
