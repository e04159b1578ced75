// SPDX-License-Identifier: GPL-2.0
/*
 * The program types: layouts of their contexts and what they may return, as mainline enforces it.
 * Flat contexts (registers, trace records) are memory as it is; the fields of packet contexts have
 * a place in the program's view and another one at run time, which the loader translates.
 * Used by verify/, load/, run/ and tools; selftests/unit/spec checks that fields do not overlap.
 */
#include <linux/kernel.h>
#include <linux/stddef.h>

#include "core/spec/prog_type_net.h"

#define PT_REGS_SIZE 168 /* x86_64: 21 registers of 8 bytes */
#define RAW_ARGS 12

#define SKB(member) .run_off = offsetof(struct ab_skb_ctx, member), .size = sizeof_field(struct ab_skb_ctx, member)
/* A field of 4 bytes (or what the member has) that can be read in parts. */
#define FIELD_R(off_, member) { .off = off_, SKB(member), .narrow = 1 }
#define FIELD_RW(off_, member) { .off = off_, SKB(member), .narrow = 1, .writable = 1 }
/* A field that is only read as a whole. */
#define WHOLE(off_, member) { .off = off_, SKB(member) }
#define WHOLE_WRITE(off_, member) { .off = off_, SKB(member), .writable = 1 }
#define CB { .off = 48, SKB(cb), .narrow = 1, .writable = 1, .any = 1 }
#define PACKET(off_, ctx, member, kind_) \
	{ .off = off_, .size = 4, .run_off = offsetof(struct ctx, member), .kind = AB_CTX_##kind_ }
#define SK PACKET_LIKE(168, ab_skb_ctx, sk, SOCK_COMMON_OR_NULL)
#define PACKET_LIKE(off_, ctx, member, kind_) \
	{ .off = off_, .size = 8, .run_off = offsetof(struct ctx, member), .kind = AB_CTX_##kind_ }
#define END { .size = 0 }

static const struct ab_ctx_field filter_fields[] = {
	FIELD_R(0, len), FIELD_R(4, pkt_type), FIELD_R(8, mark), FIELD_R(12, queue_mapping), FIELD_R(16, protocol),
	FIELD_R(20, vlan_present), FIELD_R(24, vlan_tci), FIELD_R(28, vlan_proto), FIELD_R(32, priority),
	FIELD_R(36, ingress_ifindex), FIELD_R(40, ifindex), FIELD_R(44, tc_index), CB, FIELD_R(68, hash),
	FIELD_R(84, napi_id), FIELD_R(164, gso_segs), SK, FIELD_R(176, gso_size),
	END,
};

static const struct ab_ctx_field cls_fields[] = {
	FIELD_R(0, len), FIELD_R(4, pkt_type), FIELD_RW(8, mark), FIELD_RW(12, queue_mapping), FIELD_R(16, protocol),
	FIELD_R(20, vlan_present), FIELD_R(24, vlan_tci), FIELD_R(28, vlan_proto), FIELD_RW(32, priority),
	FIELD_R(36, ingress_ifindex), FIELD_R(40, ifindex), FIELD_RW(44, tc_index), CB, FIELD_R(68, hash),
	FIELD_RW(72, tc_classid), PACKET(76, ab_skb_ctx, data, PACKET),
	PACKET(80, ab_skb_ctx, data_end, PACKET_END), FIELD_R(84, napi_id),
	PACKET(140, ab_skb_ctx, data_meta, PACKET_META), WHOLE_WRITE(152, tstamp),
	FIELD_R(160, wire_len), FIELD_R(164, gso_segs), SK, FIELD_R(176, gso_size), WHOLE(180, tstamp_type),
	WHOLE(184, hwtstamp),
	END,
};

static const struct ab_ctx_field cgroup_skb_fields[] = {
	FIELD_R(0, len), FIELD_R(4, pkt_type), FIELD_RW(8, mark), FIELD_R(12, queue_mapping), FIELD_R(16, protocol),
	FIELD_R(20, vlan_present), FIELD_R(24, vlan_tci), FIELD_R(28, vlan_proto), FIELD_RW(32, priority),
	FIELD_R(36, ingress_ifindex), FIELD_R(40, ifindex), FIELD_R(44, tc_index), CB, FIELD_R(68, hash),
	PACKET(76, ab_skb_ctx, data, PACKET), PACKET(80, ab_skb_ctx, data_end, PACKET_END),
	FIELD_R(84, napi_id), FIELD_R(88, family), WHOLE(92, remote_ip4), WHOLE(96, local_ip4),
	WHOLE(100, remote_ip6[0]), WHOLE(104, remote_ip6[1]), WHOLE(108, remote_ip6[2]),
	WHOLE(112, remote_ip6[3]), WHOLE(116, local_ip6[0]), WHOLE(120, local_ip6[1]),
	WHOLE(124, local_ip6[2]), WHOLE(128, local_ip6[3]), FIELD_R(132, remote_port),
	FIELD_R(136, local_port), WHOLE_WRITE(152, tstamp), FIELD_R(164, gso_segs), SK, FIELD_R(176, gso_size),
	WHOLE(184, hwtstamp),
	END,
};

#define XDP(off_, member) \
	{ .off = off_, .size = 4, .run_off = offsetof(struct ab_xdp_ctx, member) }

static const struct ab_ctx_field xdp_fields[] = {
	PACKET(0, ab_xdp_ctx, data, PACKET), PACKET(4, ab_xdp_ctx, data_end, PACKET_END),
	PACKET(8, ab_xdp_ctx, data_meta, PACKET_META), XDP(12, ingress_ifindex),
	XDP(16, rx_queue_index), XDP(20, egress_ifindex),
	END,
};

#define REG(n) { .off = 8 * (n), .size = 8, .run_off = 8 * (n) }

static const struct ab_ctx_field perf_event_fields[] = {
	REG(0), REG(1), REG(2), REG(3), REG(4), REG(5), REG(6), REG(7), REG(8), REG(9), REG(10),
	REG(11), REG(12), REG(13), REG(14), REG(15), REG(16), REG(17), REG(18), REG(19), REG(20),
	{ .off = PT_REGS_SIZE, .size = 8, .run_off = PT_REGS_SIZE, .narrow = 1 }, /* sample_period */
	{ .off = PT_REGS_SIZE + 8, .size = 8, .run_off = PT_REGS_SIZE + 8, .narrow = 1 }, /* addr */
	END,
};

static const struct ab_prog_type prog_types[] = {
	{ .type = ALTBPF_PROG_TYPE_SOCKET_FILTER, .name = "socket_filter", .ctx_size = 192,
	  .fields = filter_fields, .runnable = true },
	{ .type = ALTBPF_PROG_TYPE_KPROBE, .name = "kprobe", .ctx_size = PT_REGS_SIZE,
	  .attachable = true, .runnable = true },
	{ .type = ALTBPF_PROG_TYPE_SCHED_CLS, .name = "sched_cls", .ctx_size = 192,
	  .fields = cls_fields, .packet_write = true },
	{ .type = ALTBPF_PROG_TYPE_SCHED_ACT, .name = "sched_act", .ctx_size = 192,
	  .fields = cls_fields, .packet_write = true },
	{ .type = ALTBPF_PROG_TYPE_TRACEPOINT, .name = "tracepoint", .ctx_size = AB_TRACE_RECORD_MAX,
	  .ctx_min = 8, .attachable = true, .runnable = true },
	{ .type = ALTBPF_PROG_TYPE_XDP, .name = "xdp", .ctx_size = 24,
	  .fields = xdp_fields, .packet_write = true, .runnable = true },
	{ .type = ALTBPF_PROG_TYPE_PERF_EVENT, .name = "perf_event", .ctx_size = PT_REGS_SIZE + 16,
	  .fields = perf_event_fields },
	{ .type = ALTBPF_PROG_TYPE_CGROUP_SKB, .name = "cgroup_skb", .ctx_size = 192,
	  .fields = cgroup_skb_fields, .ret_max = 3 },
	{ .type = ALTBPF_PROG_TYPE_RAW_TRACEPOINT, .name = "raw_tracepoint", .ctx_size = RAW_ARGS * 8,
	  .attachable = true, .runnable = true },
};

/* On the way out more is allowed: a packet can be passed with notice of congestion. */
static const struct ab_prog_type cgroup_skb_ingress = {
	.type = ALTBPF_PROG_TYPE_CGROUP_SKB, .name = "cgroup_skb", .ctx_size = 192,
	.fields = cgroup_skb_fields, .ret_max = 1,
};

const struct ab_prog_type *ab_prog_type_at(u32 index)
{
	u32 i;

	if (index < ARRAY_SIZE(prog_types))
		return &prog_types[index];
	index -= ARRAY_SIZE(prog_types);
	for (i = 0; ab_prog_types_net[i].type; i++)
		if (i == index)
			return &ab_prog_types_net[i];
	return NULL;
}

const struct ab_prog_type *ab_prog_type_find(u32 type)
{
	const struct ab_prog_type *row;
	u32 i;

	for (i = 0; (row = ab_prog_type_at(i)); i++)
		if (row->type == type)
			return row;
	return NULL;
}

static bool fits_attach(const struct ab_prog_type *row, u32 attach)
{
	return !row->attach || (attach < 64 && (row->attach >> attach & 1));
}

const struct ab_prog_type *ab_prog_type_for(u32 type, u32 attach)
{
	const struct ab_prog_type *row;

	if (type == ALTBPF_PROG_TYPE_CGROUP_SKB && attach != ALTBPF_CGROUP_INET_EGRESS)
		return &cgroup_skb_ingress;
	for (row = ab_prog_types_attach; row->type; row++)
		if (row->type == type && fits_attach(row, attach))
			return row;
	row = ab_prog_type_find(type);
	return row && fits_attach(row, attach) ? row : NULL;
}

bool ab_prog_type_loads(u32 type)
{
	const struct ab_prog_type *row = ab_prog_type_find(type);

	return row && !row->verify_only;
}

bool ab_ctx_field_fits(const struct ab_ctx_field *field, u32 off, u32 size, bool write)
{
	if (field->words)
		return size == 4;
	if (size == field->size || field->any)
		return true;
	if (field->wide)
		return !write || size >= 4;
	if (field->half)
		return !write && off - field->off + size <= field->size / 2;
	return field->narrow && !write;
}

const struct ab_ctx_field *ab_ctx_field_find(const struct ab_prog_type *type, u32 off, u32 size)
{
	const struct ab_ctx_field *field;

	for (field = type->fields; field && field->size; field++)
		if (off >= field->off && size <= field->size && off - field->off <= field->size - size)
			return field;
	return NULL;
}
