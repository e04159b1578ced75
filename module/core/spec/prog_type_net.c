// SPDX-License-Identifier: GPL-2.0
/*
 * Program types that the verifier knows and nothing here runs, networking and control groups first:
 * contexts, what may be written, what may be returned, by expected attach type where it matters,
 * as mainline enforces it; and what of a socket may be read. There is no run-time layout, so
 * run_off is off. Used by prog_type.c; proved by selftests/unit/spec and selftests/agree.
 */
#include <linux/kernel.h>

#include "core/spec/prog_type_net.h"

#define AT(off_, size_, ...) { .off = off_, .size = size_, .run_off = off_, ##__VA_ARGS__ }
#define WHOLE(off_) AT(off_, 4)
#define WHOLE_W(off_) AT(off_, 4, .writable = 1)
#define NARROW(off_) AT(off_, 4, .narrow = 1)
#define NARROW_W(off_) AT(off_, 4, .narrow = 1, .writable = 1)
#define WORDS(off_, cnt) AT(off_, 4 * (cnt), .words = 1)
#define WIDE_W(off_) AT(off_, 16, .wide = 1, .writable = 1)
#define POINTER(off_, kind_) AT(off_, 8, .kind = AB_CTX_##kind_)
#define VIEW(off_, kind_) AT(off_, 4, .kind = AB_CTX_##kind_)
#define END { .size = 0 }

/* ---- struct __sk_buff as others than classifiers see it ---- */

#define SKB_HEAD(mark, tc_index, priority, cb) \
	NARROW(0), NARROW(4), mark, NARROW(12), NARROW(16), NARROW(20), NARROW(24), NARROW(28), priority, \
	NARROW(36), NARROW(40), tc_index, cb, NARROW(68)
#define CB AT(48, 20, .narrow = 1, .any = 1)
#define CB_W AT(48, 20, .narrow = 1, .writable = 1, .any = 1)
#define SKB_ADDRS NARROW(88), WHOLE(92), WHOLE(96), WORDS(100, 4), WORDS(116, 4), NARROW(132), NARROW(136)

static const struct ab_ctx_field lwt_fields[] = {
	SKB_HEAD(NARROW_W(8), NARROW(44), NARROW_W(32), CB_W), VIEW(76, PACKET), VIEW(80, PACKET_END),
	NARROW(84), NARROW(164), POINTER(168, SOCK_COMMON_OR_NULL), NARROW(176), END,
};

static const struct ab_ctx_field sk_skb_fields[] = {
	NARROW(0), NARROW(4), NARROW(12), NARROW(16), NARROW(20), NARROW(24), NARROW(28), NARROW_W(32),
	NARROW(36), NARROW(40), NARROW_W(44), CB, NARROW(68), VIEW(76, PACKET), VIEW(80, PACKET_END),
	NARROW(84), SKB_ADDRS, NARROW(164), POINTER(168, SOCK_COMMON_OR_NULL), NARROW(176), END,
};

static const struct ab_ctx_field dissector_fields[] = {
	VIEW(76, PACKET), VIEW(80, PACKET_END), POINTER(144, FLOW_KEYS), END,
};

/* ---- struct bpf_sock ---- */

#define DST_PORT AT(48, 4, .half = 1)
#define SOCK_TAIL DST_PORT, NARROW(52), NARROW(56), NARROW(60), NARROW(64), NARROW(68), NARROW(72), NARROW(76)
#define SRC_IP6 NARROW(28), NARROW(32), NARROW(36), NARROW(40)

static const struct ab_ctx_field sock_create_fields[] = {
	WHOLE_W(0), NARROW(4), NARROW(8), NARROW(12), WHOLE_W(16), WHOLE_W(20), SOCK_TAIL, END,
};
static const struct ab_ctx_field post_bind4_fields[] = {
	NARROW(4), NARROW(8), NARROW(12), NARROW(24), NARROW(44), SOCK_TAIL, END,
};
static const struct ab_ctx_field post_bind6_fields[] = {
	NARROW(4), NARROW(8), NARROW(12), SRC_IP6, NARROW(44), SOCK_TAIL, END,
};

/* What pointers to sockets show. */
static const struct ab_ctx_field full_fields[] = {
	WHOLE(0), NARROW(4), NARROW(8), NARROW(12), WHOLE(16), WHOLE(20), NARROW(24), SRC_IP6, NARROW(44),
	SOCK_TAIL, END,
};
static const struct ab_ctx_field common_fields[] = {
	WHOLE(0), NARROW(4), NARROW(24), SRC_IP6, NARROW(44), SOCK_TAIL, END,
};
static const struct ab_ctx_field tcp_fields[] = { WORDS(0, 20), AT(80, 8), AT(88, 8), WORDS(96, 4), END };
static const struct ab_ctx_field xdp_sock_fields[] = { WHOLE(0), END };

/* ---- struct bpf_sock_addr ---- */

#define ADDR_TAIL NARROW_W(24), WHOLE(28), WHOLE(32), WHOLE(36)
#define ADDR_SK POINTER(64, SOCK)

static const struct ab_ctx_field addr4_fields[] = { WHOLE(0), NARROW_W(4), ADDR_TAIL, ADDR_SK, END };
static const struct ab_ctx_field addr6_fields[] = { WHOLE(0), WIDE_W(8), ADDR_TAIL, ADDR_SK, END };
static const struct ab_ctx_field send4_fields[] = {
	WHOLE(0), NARROW_W(4), ADDR_TAIL, NARROW_W(40), ADDR_SK, END,
};
static const struct ab_ctx_field send6_fields[] = {
	WHOLE(0), WIDE_W(8), ADDR_TAIL, WIDE_W(44), ADDR_SK, END,
};
static const struct ab_ctx_field addr_fields[] = { WHOLE(0), ADDR_TAIL, ADDR_SK, END };

/* ---- the others ---- */

static const struct ab_ctx_field sock_ops_fields[] = {
	WHOLE(0), WHOLE_W(4), WORDS(8, 39), WHOLE_W(164), AT(168, 8), AT(176, 8), POINTER(184, SOCK_OR_NULL),
	POINTER(192, PACKET), POINTER(200, PACKET_END), WHOLE(208), NARROW(212), AT(216, 8), END,
};
static const struct ab_ctx_field sk_msg_fields[] = {
	POINTER(0, PACKET), POINTER(8, PACKET_END), WORDS(16, 14), POINTER(72, SOCK), END,
};
static const struct ab_ctx_field reuseport_fields[] = {
	POINTER(0, PACKET), POINTER(8, PACKET_END), NARROW(16), NARROW(20), NARROW(24), NARROW(28), WHOLE(32),
	POINTER(40, SOCK), POINTER(48, SOCK_COMMON_OR_NULL), END,
};
static const struct ab_ctx_field sk_lookup_fields[] = {
	POINTER(0, SOCK_OR_NULL), NARROW(8), NARROW(12), NARROW(16), NARROW(20), NARROW(24), NARROW(28),
	NARROW(32), NARROW(36), NARROW(40), NARROW(44), NARROW(48), NARROW(52), NARROW(56), NARROW(60),
	NARROW(64), END,
};
static const struct ab_ctx_field device_fields[] = { NARROW(0), WORDS(4, 2), END };
static const struct ab_ctx_field sysctl_fields[] = { NARROW(0), NARROW_W(4), END };

#define SOCKOPT_POINTERS POINTER(0, SOCK), POINTER(8, PACKET), POINTER(16, PACKET_END)

static const struct ab_ctx_field getsockopt_fields[] = {
	SOCKOPT_POINTERS, WHOLE(24), WHOLE(28), WHOLE_W(32), WHOLE_W(36), END,
};
static const struct ab_ctx_field setsockopt_fields[] = {
	SOCKOPT_POINTERS, WHOLE_W(24), WHOLE_W(28), WHOLE_W(32), END,
};

#define TYPE(type_, name_, size, fields_) \
	.type = ALTBPF_PROG_TYPE_##type_, .name = name_, .ctx_size = size, .fields = fields_, .verify_only = true
#define ON(attach_) (1ULL << ALTBPF_##attach_)
#define SKB_SIZE 192
#define SOCK_SIZE 80
#define ADDR_SIZE 72
#define SOCKOPT_SIZE 40

const struct ab_prog_type ab_prog_types_net[] = {
	{ TYPE(CGROUP_SOCK, "cgroup_sock", SOCK_SIZE, sock_create_fields), .ret_max = 1,
	  /* 0 (which names a packet's ingress) is taken for SOCK_CREATE */
	  .attach = 1 | ON(CGROUP_INET_SOCK_CREATE) | ON(CGROUP_INET_SOCK_RELEASE) },
	{ TYPE(LWT_IN, "lwt_in", SKB_SIZE, lwt_fields) },
	{ TYPE(LWT_OUT, "lwt_out", SKB_SIZE, lwt_fields) },
	{ TYPE(LWT_XMIT, "lwt_xmit", SKB_SIZE, lwt_fields), .packet_write = true },
	{ TYPE(LWT_SEG6LOCAL, "lwt_seg6local", SKB_SIZE, lwt_fields) },
	{ TYPE(SOCK_OPS, "sock_ops", 224, sock_ops_fields), .ret_max = 1 },
	{ TYPE(SK_SKB, "sk_skb", SKB_SIZE, sk_skb_fields), .packet_write = true },
	{ TYPE(CGROUP_DEVICE, "cgroup_device", 12, device_fields), .ret_max = 1 },
	{ TYPE(SK_MSG, "sk_msg", 80, sk_msg_fields), .packet_write = true },
	{ TYPE(CGROUP_SOCK_ADDR, "cgroup_sock_addr", ADDR_SIZE, addr_fields), .ret_max = 1,
	  .attach = ON(CGROUP_UNIX_CONNECT) | ON(CGROUP_UNIX_SENDMSG) },
	{ TYPE(SK_REUSEPORT, "sk_reuseport", 56, reuseport_fields),
	  .attach = 1 | ON(SK_REUSEPORT_SELECT) | ON(SK_REUSEPORT_SELECT_OR_MIGRATE) },
	{ TYPE(FLOW_DISSECTOR, "flow_dissector", SKB_SIZE, dissector_fields) },
	{ TYPE(CGROUP_SYSCTL, "cgroup_sysctl", 8, sysctl_fields), .ret_max = 1 },
	{ TYPE(CGROUP_SOCKOPT, "cgroup_sockopt", SOCKOPT_SIZE, getsockopt_fields), .ret_max = 1,
	  .packet_write = true, .attach = ON(CGROUP_GETSOCKOPT) },
	{ TYPE(SK_LOOKUP, "sk_lookup", 72, sk_lookup_fields), .ret_max = 1, .attach = ON(SK_LOOKUP) },
	{ .type = ALTBPF_PROG_TYPE_TRACING, .name = "tracing", .ctx_size = 12 * 8, .typed = true,
	  .verify_only = true, .attach = ON(TRACE_RAW_TP) },
	{ .type = 0 },
};

#define ADDR(fields_) TYPE(CGROUP_SOCK_ADDR, "cgroup_sock_addr", ADDR_SIZE, fields_)

const struct ab_prog_type ab_prog_types_attach[] = {
	{ TYPE(CGROUP_SOCK, "cgroup_sock", SOCK_SIZE, post_bind4_fields), .ret_max = 1,
	  .attach = ON(CGROUP_INET4_POST_BIND) },
	{ TYPE(CGROUP_SOCK, "cgroup_sock", SOCK_SIZE, post_bind6_fields), .ret_max = 1,
	  .attach = ON(CGROUP_INET6_POST_BIND) },
	{ ADDR(addr4_fields), .ret_max = 3, .attach = ON(CGROUP_INET4_BIND) },
	{ ADDR(addr6_fields), .ret_max = 3, .attach = ON(CGROUP_INET6_BIND) },
	{ ADDR(addr4_fields), .ret_max = 1, .attach = ON(CGROUP_INET4_CONNECT) },
	{ ADDR(addr6_fields), .ret_max = 1, .attach = ON(CGROUP_INET6_CONNECT) },
	{ ADDR(send4_fields), .ret_max = 1, .attach = ON(CGROUP_UDP4_SENDMSG) },
	{ ADDR(send6_fields), .ret_max = 1, .attach = ON(CGROUP_UDP6_SENDMSG) },
	/* These cannot say no. */
	{ ADDR(addr4_fields), .ret_min = 1, .ret_max = 1,
	  .attach = ON(CGROUP_UDP4_RECVMSG) | ON(CGROUP_INET4_GETPEERNAME) | ON(CGROUP_INET4_GETSOCKNAME) },
	{ ADDR(addr6_fields), .ret_min = 1, .ret_max = 1,
	  .attach = ON(CGROUP_UDP6_RECVMSG) | ON(CGROUP_INET6_GETPEERNAME) | ON(CGROUP_INET6_GETSOCKNAME) },
	{ ADDR(addr_fields), .ret_min = 1, .ret_max = 1,
	  .attach = ON(CGROUP_UNIX_RECVMSG) | ON(CGROUP_UNIX_GETPEERNAME) | ON(CGROUP_UNIX_GETSOCKNAME) },
	{ TYPE(CGROUP_SOCKOPT, "cgroup_sockopt", SOCKOPT_SIZE, setsockopt_fields), .ret_max = 1,
	  .packet_write = true, .attach = ON(CGROUP_SETSOCKOPT) },
	{ .type = 0 },
};

bool ab_sock_field_fits(enum ab_sock_class class, u32 off, u32 size)
{
	static const struct ab_ctx_field *const fields[] = {
		[AB_SOCK_FULL] = full_fields, [AB_SOCK_COMMON] = common_fields,
		[AB_SOCK_TCP] = tcp_fields, [AB_SOCK_XDP] = xdp_sock_fields,
	};
	const struct ab_ctx_field *field;

	if (class >= ARRAY_SIZE(fields) || !fields[class] || off % size)
		return false;
	for (field = fields[class]; field->size; field++)
		if (off >= field->off && off + size <= field->off + field->size)
			return ab_ctx_field_fits(field, off, size, false);
	return false;
}
