// SPDX-License-Identifier: GPL-2.0
/* stack_trace and get_stackid: a kprobe on a system call that only this test makes. */
#include <sys/syscall.h>
#include "map_util.h"

#define DEPTH 16

static int stack_prog(int map, int results, uint32_t flags)
{
	return LOAD(KPROBE, LD_MAP_FD(R2, map), MOV_IMM(R3, flags), CALL(ALTBPF_FUNC_get_stackid),
		    STX(AB_DW, R10, R0, -8), ST(AB_W, R10, -16, 0), LD_MAP_FD(R1, results), MOV_REG(R2, R10),
		    ALU64_IMM(AB_ADD, R2, -16), MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, -8), MOV_IMM(R4, 0),
		    CALL(ALTBPF_FUNC_map_update_elem), MOV_IMM(R0, 0), EXIT());
}

/* The function that holds a kernel address, from /proc/kallsyms. */
static bool is_in(uint64_t ip, const char *name)
{
	unsigned long long addr, start = 0, end = ~0ULL;
	FILE *f = fopen("/proc/kallsyms", "r");
	char sym[256], type;

	CHECK(f);
	while (fscanf(f, "%llx %c %255s%*[^\n]", &addr, &type, sym) == 3)
		if (!strcmp(sym, name))
			start = addr;
	rewind(f);
	while (fscanf(f, "%llx %c %255s%*[^\n]", &addr, &type, sym) == 3)
		if (addr > start && addr < end)
			end = addr;
	fclose(f);
	return start && ip >= start && ip < end;
}

/* One hit: what get_stackid returned. */
static int64_t hit(int map, uint32_t flags)
{
	int results = map_create(MAP(ARRAY), 4, 8, 1, 0), prog = stack_prog(map, results, flags), link;
	int64_t id = -9999;
	uint32_t key = 0;

	CHECK(results >= 0 && prog >= 0);
	CHECK_EQ(map_update(results, &key, &id, 0), 0);
	link = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "__x64_sys_getpgid", 0, 0, prog);
	CHECK(link >= 0);
	syscall(SYS_getpgid, 0);
	CHECK_EQ(map_lookup(results, &key, &id), 0);
	close(link);
	close(prog);
	close(results);
	CHECK(id != -9999);
	return id;
}

TEST(map_stack_trace_kernel)
{
	int map = map_create(MAP(STACK_TRACE), 4, DEPTH * 8, 64, 0);
	uint64_t ips[DEPTH], skipped[DEPTH];
	uint32_t key, next;
	int64_t id, other;

	CHECK(map >= 0);
	CHECK_ERR(map_next_key(map, NULL, &next), ENOENT);
	id = hit(map, 0);
	CHECK(id >= 0 && id < 64);
	CHECK_EQ(hit(map, 0), id);
	key = id;
	CHECK_EQ(map_lookup(map, &key, ips), 0);
	/* The system call, who called it, and an end. */
	CHECK(is_in(ips[0], "__x64_sys_getpgid"));
	CHECK(is_in(ips[1], "do_syscall_64"));
	CHECK(!ips[DEPTH - 1]);
	other = hit(map, 1);
	if (other >= 0) {
		key = other;
		CHECK_EQ(map_lookup(map, &key, skipped), 0);
		CHECK_EQ(memcmp(skipped, ips + 1, 8), 0);
		CHECK_EQ(map_count(map, 4, 100), 2);
		CHECK_EQ(map_delete(map, &key), 0);
		CHECK_ERR(map_lookup(map, &key, ips), ENOENT);
		CHECK_ERR(map_delete(map, &key), ENOENT);
	}
	CHECK_EQ(hit(map, ALTBPF_F_SKIP_FIELD_MASK), -EFAULT);
	CHECK_EQ(hit(map, ALTBPF_F_FAST_STACK_CMP), id);
	CHECK_EQ(hit(map, 1U << 12), -EINVAL);
	CHECK_EQ(hit(map, ALTBPF_F_USER_BUILD_ID), -EINVAL);
	CHECK_EQ(map_next_key(map, NULL, &next), 0);
	CHECK_EQ(next, id);
	key = id;
	CHECK_ERR(map_next_key(map, &key, &next), ENOENT);
	CHECK_ERR(map_update(map, &key, ips, 0), EINVAL);
	key = 64;
	CHECK_ERR(map_lookup(map, &key, ips), ENOENT);
}

TEST(map_stack_trace_user)
{
	int map = map_create(MAP(STACK_TRACE), 4, DEPTH * 8, 64, 0);
	uint64_t ips[DEPTH];
	int64_t id;
	uint32_t key;

	CHECK(map >= 0);
	id = hit(map, ALTBPF_F_USER_STACK);
	CHECK(id >= 0);
	key = id;
	CHECK_EQ(map_lookup(map, &key, ips), 0);
	CHECK(ips[0] && !(ips[0] >> 47));
}

/* One place: another stack is refused, unless it may take the place. */
TEST(map_stack_trace_collision)
{
	int map = map_create(MAP(STACK_TRACE), 4, DEPTH * 8, 1, 0);
	uint64_t first[DEPTH], ips[DEPTH];
	uint32_t key = 0;
	int64_t id;

	CHECK(map >= 0);
	CHECK_EQ(hit(map, 0), 0);
	CHECK_EQ(map_lookup(map, &key, first), 0);
	CHECK_EQ(hit(map, 1), -EEXIST);
	/* The only element is in use: even a replacement needs one. */
	CHECK_EQ(hit(map, 1 | ALTBPF_F_REUSE_STACKID), -ENOMEM);
	close(map);
	map = map_create(MAP(STACK_TRACE), 4, DEPTH * 8, 3, 0);
	CHECK(map >= 0);
	CHECK(hit(map, 0) >= 0);
	CHECK(hit(map, 1 | ALTBPF_F_REUSE_STACKID) >= 0);
	id = hit(map, 2 | ALTBPF_F_REUSE_STACKID);
	CHECK(id >= 0 && id < 4);
	id = hit(map, 1 | ALTBPF_F_REUSE_STACKID);
	CHECK(id >= 0 && id < 4);
	key = id;
	CHECK_EQ(map_lookup(map, &key, ips), 0);
	CHECK_EQ(ips[0], first[1]);
}
