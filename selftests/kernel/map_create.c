// SPDX-License-Identifier: GPL-2.0
/* MAP_CREATE: which attributes each kind takes and with which errno it refuses the others. */
#include "map_util.h"

struct rule {
	const char *what;
	uint32_t type, key, value, max, flags;
	int err; /* 0: it must work */
};

static const struct rule rules[] = {
	{ "no such type", 0, 4, 8, 1, 0, EINVAL },
	{ "type out of range", 77, 4, 8, 1, 0, EINVAL },
	{ "type that is not ours", MAP(SOCKMAP), 4, 8, 1, 0, EINVAL },
	{ "hash", MAP(HASH), 4, 8, 16, 0, 0 },
	{ "hash, odd sizes", MAP(HASH), 3, 5, 7, 0, 0 },
	{ "hash, no key", MAP(HASH), 0, 8, 1, 0, EINVAL },
	{ "hash, no value", MAP(HASH), 4, 0, 1, 0, EINVAL },
	{ "hash, no entries", MAP(HASH), 4, 8, 0, 0, EINVAL },
	{ "hash, unknown flag", MAP(HASH), 4, 8, 1, 1U << 30, EINVAL },
	{ "hash, mmapable", MAP(HASH), 4, 8, 1, ALTBPF_F_MMAPABLE, EINVAL },
	{ "hash, both program modes", MAP(HASH), 4, 8, 1, ALTBPF_F_RDONLY_PROG | ALTBPF_F_WRONLY_PROG, EINVAL },
	{ "hash, both modes", MAP(HASH), 4, 8, 1, ALTBPF_F_RDONLY | ALTBPF_F_WRONLY, EINVAL },
	{ "hash, common LRU flag", MAP(HASH), 4, 8, 1, ALTBPF_F_NO_COMMON_LRU, EINVAL },
	{ "hash, no prealloc, zero seed", MAP(HASH), 4, 8, 8, ALTBPF_F_NO_PREALLOC | ALTBPF_F_ZERO_SEED, 0 },
	{ "hash, huge value", MAP(HASH), 4, 1U << 30, 1, 0, E2BIG },
	{ "hash, huge key and value", MAP(HASH), 0xfffffff0, 0xfffffff0, 1, 0, E2BIG },
	{ "hash, too many entries", MAP(HASH), 4, 8, 0xffffffff, 0, E2BIG },
	{ "hash, more memory than there is", MAP(HASH), 4, 65536, 1U << 24, 0, ENOMEM },
	{ "percpu hash", MAP(PERCPU_HASH), 8, 12, 16, 0, 0 },
	{ "percpu hash, node", MAP(PERCPU_HASH), 8, 8, 1, ALTBPF_F_NUMA_NODE, EINVAL },
	{ "percpu hash, big value", MAP(PERCPU_HASH), 8, 65536, 1, 0, E2BIG },
	{ "LRU hash", MAP(LRU_HASH), 4, 8, 16, 0, 0 },
	{ "LRU hash, own lists", MAP(LRU_HASH), 4, 8, 16, ALTBPF_F_NO_COMMON_LRU, 0 },
	{ "LRU hash, no prealloc", MAP(LRU_HASH), 4, 8, 16, ALTBPF_F_NO_PREALLOC, ENOTSUPP },
	{ "LRU percpu hash", MAP(LRU_PERCPU_HASH), 4, 8, 16, 0, 0 },
	{ "array", MAP(ARRAY), 4, 5, 3, 0, 0 },
	{ "array, node 0", MAP(ARRAY), 4, 8, 3, ALTBPF_F_NUMA_NODE, 0 },
	{ "array, key of 8", MAP(ARRAY), 8, 8, 3, 0, EINVAL },
	{ "array, no value", MAP(ARRAY), 4, 0, 3, 0, EINVAL },
	{ "array, no entries", MAP(ARRAY), 4, 8, 0, 0, EINVAL },
	{ "array, no prealloc", MAP(ARRAY), 4, 8, 1, ALTBPF_F_NO_PREALLOC, EINVAL },
	{ "array, preserve elements", MAP(ARRAY), 4, 8, 1, ALTBPF_F_PRESERVE_ELEMS, EINVAL },
	{ "array, mmapable", MAP(ARRAY), 4, 8, 1, ALTBPF_F_MMAPABLE, 0 },
	{ "array, value above INT_MAX", MAP(ARRAY), 4, 0x80000001, 1, 0, E2BIG },
	{ "array, more memory than there is", MAP(ARRAY), 4, 1U << 20, 1U << 20, 0, ENOMEM },
	{ "array, mmapable, more than there is", MAP(ARRAY), 4, 1U << 20, 1U << 20, ALTBPF_F_MMAPABLE, ENOMEM },
	{ "percpu array", MAP(PERCPU_ARRAY), 4, 12, 3, 0, 0 },
	{ "percpu array, mmapable", MAP(PERCPU_ARRAY), 4, 8, 3, ALTBPF_F_MMAPABLE, EINVAL },
	{ "percpu array, big value", MAP(PERCPU_ARRAY), 4, 65536, 1, 0, E2BIG },
	{ "percpu array, node", MAP(PERCPU_ARRAY), 4, 8, 1, ALTBPF_F_NUMA_NODE, EINVAL },
	{ "prog array", MAP(PROG_ARRAY), 4, 4, 3, 0, 0 },
	{ "prog array, value of 8", MAP(PROG_ARRAY), 4, 8, 3, 0, EINVAL },
	{ "prog array, read-only for programs", MAP(PROG_ARRAY), 4, 4, 3, ALTBPF_F_RDONLY_PROG, EINVAL },
	{ "queue", MAP(QUEUE), 0, 8, 3, 0, 0 },
	{ "queue, key", MAP(QUEUE), 4, 8, 3, 0, EINVAL },
	{ "queue, no value", MAP(QUEUE), 0, 0, 3, 0, EINVAL },
	{ "queue, no entries", MAP(QUEUE), 0, 8, 0, 0, EINVAL },
	{ "queue, no prealloc", MAP(QUEUE), 0, 8, 3, ALTBPF_F_NO_PREALLOC, EINVAL },
	{ "queue, huge value", MAP(QUEUE), 0, 1U << 30, 3, 0, E2BIG },
	{ "stack", MAP(STACK), 0, 5, 3, 0, 0 },
	{ "stack, key", MAP(STACK), 4, 8, 3, 0, EINVAL },
	{ "ring buffer", MAP(RINGBUF), 0, 0, 4096, 0, 0 },
	{ "ring buffer, not a power of 2", MAP(RINGBUF), 0, 0, 3 * 4096, 0, EINVAL },
	{ "ring buffer, less than a page", MAP(RINGBUF), 0, 0, 2048, 0, EINVAL },
	{ "ring buffer, no size", MAP(RINGBUF), 0, 0, 0, 0, EINVAL },
	{ "ring buffer, key", MAP(RINGBUF), 4, 0, 4096, 0, EINVAL },
	{ "ring buffer, value", MAP(RINGBUF), 0, 4, 4096, 0, EINVAL },
	{ "ring buffer, read-only", MAP(RINGBUF), 0, 0, 4096, ALTBPF_F_RDONLY_PROG, EINVAL },
	{ "stack trace", MAP(STACK_TRACE), 4, 127 * 8, 16, 0, 0 },
	{ "stack trace, too deep", MAP(STACK_TRACE), 4, 128 * 8, 16, 0, EINVAL },
	{ "stack trace, odd value", MAP(STACK_TRACE), 4, 12, 16, 0, EINVAL },
	{ "stack trace, no value", MAP(STACK_TRACE), 4, 0, 16, 0, EINVAL },
	{ "stack trace, key of 8", MAP(STACK_TRACE), 8, 16, 16, 0, EINVAL },
	{ "stack trace, flag", MAP(STACK_TRACE), 4, 16, 16, ALTBPF_F_NO_PREALLOC, EINVAL },
	{ "stack trace, too many entries", MAP(STACK_TRACE), 4, 16, 0x80000001, 0, E2BIG },
};

TEST(map_create_rules)
{
	const struct rule *r;
	int fd, err;

	for (r = rules; r < rules + sizeof(rules) / sizeof(*rules); r++) {
		fd = map_create(r->type, r->key, r->value, r->max, r->flags);
		err = fd < 0 ? errno : 0;
		if (err != r->err)
			ab_test_fail(__FILE__, __LINE__, "%s: errno %d, want %d", r->what, err, r->err);
		if (fd >= 0)
			close(fd);
	}
}

static long create(union altbpf_attr *attr)
{
	long fd = ab_sys(ALTBPF_MAP_CREATE, attr, sizeof(*attr));

	if (fd >= 0)
		close((int)fd);
	return fd;
}

TEST(map_create_common)
{
	union altbpf_attr ok = { .map_create = { .map_type = MAP(HASH), .key_size = 4, .value_size = 4,
						 .max_entries = 1, .map_name = "a_Z.9" } };
	union altbpf_attr a = ok;

	CHECK(create(&a) >= 0);
	a = ok;
	strcpy(a.map_create.map_name, "a-b");
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	memset(a.map_create.map_name, 'a', sizeof(a.map_create.map_name));
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	a.map_create.map_extra = 1;
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	a.map_create.map_ifindex = 1;
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	a.map_create.map_flags = ALTBPF_F_NUMA_NODE;
	a.map_create.numa_node = 999;
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	a.map_create.btf_key_type_id = 1;
	CHECK_ERR(create(&a), EINVAL);
	a = ok;
	a.map_create.btf_value_type_id = 1;
	a.map_create.btf_fd = 9999;
	CHECK_ERR(create(&a), EBADF);
	a = ok;
	a.map_create.btf_vmlinux_value_type_id = 1;
	CHECK_ERR(create(&a), EINVAL);
}
