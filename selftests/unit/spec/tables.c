// SPDX-License-Identifier: GPL-2.0
/*
 * The other tables of spec/: reasons for refusal, program types with their contexts, map types.
 */
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "core/spec/refusal.h"
#include "unit.h"

static bool is_slug(const char *s)
{
	char last = '-';

	for (; *s; last = *s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') || (*s == '-' && last != '-')))
			return false;
	return last != '-';
}

UNIT(spec_refusals)
{
	u32 i;

	for (i = 0; i < AB_REFUSE_CNT; i++) {
		const struct ab_refusal *r = ab_refusal(i);

		EXPECTF(is_slug(r->slug), "slug \"%s\"", r->slug);
		EXPECTF(ab_refusal_find(r->slug) == r, "slug %s is not unique", r->slug);
		EXPECTF(r->err > 0 && r->err < 600, "%s: errno %d", r->slug, r->err);
		EXPECTF(strlen(r->rule) > 20 && r->rule[strlen(r->rule) - 1] != '.', "%s: rule", r->slug);
		EXPECTF(strlen(r->advice) > 15 && r->advice[strlen(r->advice) - 1] == '.', "%s: advice", r->slug);
		/* one log line holds 511 bytes */
		EXPECTF(strlen(r->rule) < 200 && strlen(r->advice) < 300, "%s: too long", r->slug);
	}
	EXPECT(!ab_refusal_find("no-such-slug"));
	EXPECT(!ab_refusal(AB_REFUSE_CNT));
	EXPECT_EQ(ab_refusal_find("null-deref")->err, EACCES);
}

static u32 run_size(const struct ab_prog_type *type)
{
	return type->verify_only ? type->ctx_size :
	       type->type == ALTBPF_PROG_TYPE_XDP ? sizeof(struct ab_xdp_ctx) :
	       type->type == ALTBPF_PROG_TYPE_PERF_EVENT ? type->ctx_size : sizeof(struct ab_skb_ctx);
}

static void check_fields(const struct ab_prog_type *type)
{
	const struct ab_ctx_field *field;
	u32 end = 0;

	for (field = type->fields; field && field->size; field++) {
		u32 run_bytes = field->kind == AB_CTX_SCALAR || type->verify_only ? field->size : 8;

		EXPECTF(field->off >= end, "%s: field at %u overlaps", type->name, field->off);
		end = field->off + field->size;
		EXPECTF(end <= type->ctx_size, "%s: field at %u is outside", type->name, field->off);
		EXPECTF(field->run_off + run_bytes <= run_size(type), "%s: field at %u: run time", type->name,
			field->off);
		EXPECTF(field->off % min_t(u32, field->size, 4) == 0, "%s: field at %u: alignment", type->name,
			field->off);
		EXPECTF(!field->any || field->run_off % 8 == field->off % 8, "%s: field at %u moves in its word",
			type->name, field->off);
		EXPECTF(field->kind == AB_CTX_SCALAR || (!field->narrow && !field->writable),
			"%s: pointer field at %u", type->name, field->off);
		EXPECT(ab_ctx_field_find(type, field->off, field->size) == field);
	}
}

UNIT(spec_prog_types)
{
	const struct ab_prog_type *type;
	u32 i;

	for (i = 0; (type = ab_prog_type_at(i)); i++) {
		EXPECTF(ab_prog_type_find(type->type) == type, "%s is there twice", type->name);
		EXPECT(type->name && type->ctx_size && type->ctx_min < type->ctx_size);
		EXPECT(type->ret_min <= type->ret_max);
		check_fields(type);
	}
	EXPECT(i >= 8);
	EXPECT(!ab_prog_type_find(ALTBPF_PROG_TYPE_UNSPEC));
	EXPECT(!ab_prog_type_find(~0u));
}

static const struct ab_ctx_field *field_of(u32 type, u32 off, u32 size)
{
	return ab_ctx_field_find(ab_prog_type_find(type), off, size);
}

UNIT(spec_prog_type_contexts)
{
	const struct ab_ctx_field *field = field_of(ALTBPF_PROG_TYPE_XDP, 0, 4);

	EXPECT(field && field->kind == AB_CTX_PACKET && !field->run_off);
	EXPECT(field_of(ALTBPF_PROG_TYPE_XDP, 4, 4)->kind == AB_CTX_PACKET_END);
	EXPECT(!field_of(ALTBPF_PROG_TYPE_XDP, 0, 8));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_XDP, 24, 4));
	/* a socket filter sees neither the packet's memory nor addresses */
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 76, 4));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 72, 4));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 88, 4));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 152, 8));
	EXPECT(field_of(ALTBPF_PROG_TYPE_SCHED_CLS, 76, 4)->kind == AB_CTX_PACKET);
	field = field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 56, 8);
	EXPECT(field && field->any && field->off == 48 && field->size == 20);
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 64, 8));
	field = field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 9, 1);
	EXPECT(field && field->off == 8 && field->narrow && !field->writable);
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, 2, 4));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_SOCKET_FILTER, ~0u, 4));
	EXPECT(!field_of(ALTBPF_PROG_TYPE_KPROBE, 0, 8));
	EXPECT_EQ(ab_prog_type_find(ALTBPF_PROG_TYPE_KPROBE)->ctx_size, 168);
	EXPECT_EQ(ab_prog_type_find(ALTBPF_PROG_TYPE_TRACEPOINT)->ctx_min, 8);
}

static const struct ab_prog_type *row_of(u32 type, u32 attach)
{
	return ab_prog_type_for(type, attach);
}

static bool fits(u32 type, u32 attach, u32 off, u32 size, bool write)
{
	const struct ab_prog_type *row = row_of(type, attach);
	const struct ab_ctx_field *field = row ? ab_ctx_field_find(row, off, size) : NULL;

	return field && (!write || field->writable) && ab_ctx_field_fits(field, off, size, write);
}

UNIT(spec_prog_type_attach)
{
	u32 addr = ALTBPF_PROG_TYPE_CGROUP_SOCK_ADDR, sock = ALTBPF_PROG_TYPE_CGROUP_SOCK;

	EXPECT_EQ(row_of(ALTBPF_PROG_TYPE_CGROUP_SKB, ALTBPF_CGROUP_INET_INGRESS)->ret_max, 1);
	EXPECT_EQ(row_of(ALTBPF_PROG_TYPE_CGROUP_SKB, ALTBPF_CGROUP_INET_EGRESS)->ret_max, 3);
	EXPECT_EQ(row_of(addr, ALTBPF_CGROUP_INET4_BIND)->ret_max, 3);
	EXPECT_EQ(row_of(addr, ALTBPF_CGROUP_UDP6_RECVMSG)->ret_min, 1);
	EXPECT(!row_of(addr, 0) && !row_of(addr, ~0U) && !row_of(sock, ALTBPF_XDP));
	EXPECT(row_of(ALTBPF_PROG_TYPE_KPROBE, ~0U));
	EXPECT(fits(addr, ALTBPF_CGROUP_INET4_BIND, 4, 2, false) && !fits(addr, ALTBPF_CGROUP_INET4_BIND, 8, 4, false));
	EXPECT(fits(addr, ALTBPF_CGROUP_INET6_BIND, 8, 8, true) && !fits(addr, ALTBPF_CGROUP_INET6_BIND, 8, 2, true));
	EXPECT(fits(sock, 0, 16, 4, true) && !fits(sock, ALTBPF_CGROUP_INET4_POST_BIND, 16, 4, false));
	EXPECT(fits(sock, ALTBPF_CGROUP_INET4_POST_BIND, 24, 1, false));
	EXPECT(!fits(ALTBPF_PROG_TYPE_SOCK_OPS, 0, 8, 8, false) && !fits(ALTBPF_PROG_TYPE_SOCK_OPS, 0, 8, 2, false));
	EXPECT(!ab_prog_type_loads(addr) && ab_prog_type_loads(ALTBPF_PROG_TYPE_XDP) && !ab_prog_type_loads(0));
}

UNIT(spec_sock_fields)
{
	EXPECT(ab_sock_field_fits(AB_SOCK_FULL, 8, 4) && !ab_sock_field_fits(AB_SOCK_COMMON, 8, 4));
	EXPECT(ab_sock_field_fits(AB_SOCK_FULL, 48, 2) && ab_sock_field_fits(AB_SOCK_FULL, 48, 4));
	EXPECT(!ab_sock_field_fits(AB_SOCK_FULL, 50, 2) && !ab_sock_field_fits(AB_SOCK_FULL, 80, 4));
	EXPECT(ab_sock_field_fits(AB_SOCK_TCP, 80, 8) && !ab_sock_field_fits(AB_SOCK_TCP, 80, 4));
	EXPECT(!ab_sock_field_fits(AB_SOCK_TCP, 0, 2) && !ab_sock_field_fits(AB_SOCK_TCP, 112, 4));
	EXPECT(!ab_sock_field_fits(AB_SOCK_NONE, 0, 4) && !ab_sock_field_fits(99, 0, 4));
}

UNIT(spec_map_types)
{
	u32 i, j, cnt = 0;

	for (i = 0; i <= ALTBPF_MAP_TYPE_INSN_ARRAY + 5; i++) {
		const struct ab_map_type *type = ab_map_type_find(i);

		EXPECT_EQ(!!type, i >= 1 && i <= ALTBPF_MAP_TYPE_INSN_ARRAY);
		if (!type)
			continue;
		EXPECT_EQ(type->type, i);
		cnt += type->implemented;
		for (j = 1; j < i; j++)
			EXPECT(strcmp(ab_map_type_find(j)->name, type->name));
	}
	EXPECT_EQ(cnt, 11);
	EXPECT_STR(ab_map_type_find(ALTBPF_MAP_TYPE_LRU_PERCPU_HASH)->name, "lru_percpu_hash");
	EXPECT(ab_map_type_find(ALTBPF_MAP_TYPE_RINGBUF)->keyless);
	EXPECT(!ab_map_type_find(~0u));
}
