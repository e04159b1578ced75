// SPDX-License-Identifier: GPL-2.0
/* A pointer is moved before it is checked. Expected: null-arith */
#include "mistake.h"

MAP(tables, BPF_MAP_TYPE_HASH, __u32, struct table, 1);

SEC("kprobe/vfs_read")
int count(void *ctx)
{
	__u32 key = 0;
	struct table *t = bpf_map_lookup_elem(&tables, &key);
	__u32 *p;

#ifdef FIXED
	if (!t)
		return 0;
#endif
	p = (void *)t;
	asm volatile("%0 += 8" : "+r"(p)); /* HERE */
	if (!p)
		return 0;
	*p += 1;
	return 0;
}
