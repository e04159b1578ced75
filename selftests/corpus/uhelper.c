// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers of the corpus runner, for umap.h: those that corpus programs call while they run, with
 * answers that are the same each time.
 */
#include <linux/kernel.h>
#include "core/interp/interp.h"
#include "umap.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

#define HELPER(name) static u64 name(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
#define MAP_FN(r1, which) (((struct umap *)(r1))->desc.fn[which])

HELPER(map_lookup_elem)
{
	return ((u64 (*)(u64, u64))MAP_FN(r1, AB_MAP_FN_LOOKUP))(r1, r2);
}

HELPER(map_update_elem)
{
	return ((u64 (*)(u64, u64, u64, u64))MAP_FN(r1, AB_MAP_FN_UPDATE))(r1, r2, r3, r4);
}

HELPER(map_delete_elem)
{
	return ((u64 (*)(u64, u64))MAP_FN(r1, AB_MAP_FN_DELETE))(r1, r2);
}

HELPER(map_push_elem)
{
	return ((u64 (*)(u64, u64, u64))MAP_FN(r1, AB_MAP_FN_PUSH))(r1, r2, r3);
}

HELPER(map_pop_elem)
{
	return ((u64 (*)(u64, u64))MAP_FN(r1, AB_MAP_FN_POP))(r1, r2);
}

HELPER(map_peek_elem)
{
	return ((u64 (*)(u64, u64))MAP_FN(r1, AB_MAP_FN_PEEK))(r1, r2);
}

HELPER(map_lookup_percpu_elem)
{
	return ((u64 (*)(u64, u64, u32))MAP_FN(r1, AB_MAP_FN_LOOKUP_PERCPU))(r1, r2, r3);
}

HELPER(probe_read_kernel)
{
	if (r3 < 4096) {
		memset((void *)r1, 0, r2);
		return -ERANGE; /* as the kernel answers for what is no kernel address */
	}
	memcpy((void *)r1, (const void *)r3, r2);
	return 0;
}

HELPER(ktime_get_ns) { return 1000000000; }
HELPER(get_prandom_u32) { return 4; }
HELPER(get_smp_processor_id) { return 0; }
HELPER(get_current_pid_tgid) { return 100ULL << 32 | 101; }
HELPER(zero) { return 0; }
HELPER(trace_printk) { return (u32)r2; }

HELPER(get_current_comm)
{
	memset((void *)r1, 0, (u32)r2);
	snprintf((char *)r1, (u32)r2, "corpus");
	return 0;
}

HELPER(ringbuf_reserve)
{
	struct umap *map = (struct umap *)r1;
	u32 size = round_up((u32)r2, 8) + 8;
	u8 *record;

	if (r3 || map->head + size > map->desc.max_entries)
		return 0;
	record = map->values + map->head;
	memcpy(record, &map, sizeof(map));
	map->head += size;
	return (u64)record + 8;
}

HELPER(ringbuf_submit)
{
	struct umap *map;

	memcpy(&map, (void *)(r1 - 8), sizeof(map));
	map->cnt++;
	return 0;
}

HELPER(ringbuf_output)
{
	struct umap *map = (struct umap *)r1;
	u32 size = round_up((u32)r3, 8) + 8;

	if (map->head + size > map->desc.max_entries)
		return -EAGAIN;
	map->head += size;
	map->cnt++;
	return 0;
}

HELPER(ringbuf_query)
{
	struct umap *map = (struct umap *)r1;

	switch (r2) {
	case ALTBPF_RB_AVAIL_DATA:
		return map->head;
	case ALTBPF_RB_RING_SIZE:
		return map->desc.max_entries;
	default:
		return 0;
	}
}

HELPER(loop)
{
	u32 n = r1, i;

	if (r4)
		return -EINVAL;
	if (n > 8 * 1024 * 1024)
		return -E2BIG;
	for (i = 0; i < n; i++)
		if (ab_callback(r2, i, r3, 0, 0, 0))
			return i + 1;
	return i;
}

HELPER(for_each_map_elem)
{
	struct umap *map = (struct umap *)r1;
	bool is_array = map->desc.type == ALTBPF_MAP_TYPE_ARRAY;
	u64 cnt = 0;
	u32 i;

	for (i = 0; i < map->desc.max_entries; i++) {
		u64 key = is_array ? (u64)&i : (u64)(map->keys + i * map->desc.key_size);

		if (!is_array && !map->used[i])
			continue;
		cnt++;
		if (ab_callback(r2, r1, key, (u64)(map->values + (u64)i * map->desc.elem_size), r3, 0))
			break;
	}
	return cnt;
}

HELPER(strncmp_helper)
{
	return (s64)strncmp((const char *)r1, (const char *)r3, (u32)r2);
}

const ab_helper_fn *umap_helpers(void)
{
	static const ab_helper_fn helpers[ALTBPF_FUNC_CNT] = {
		[ALTBPF_FUNC_map_lookup_elem] = map_lookup_elem,
		[ALTBPF_FUNC_map_update_elem] = map_update_elem,
		[ALTBPF_FUNC_map_delete_elem] = map_delete_elem,
		[ALTBPF_FUNC_map_push_elem] = map_push_elem,
		[ALTBPF_FUNC_map_pop_elem] = map_pop_elem,
		[ALTBPF_FUNC_map_peek_elem] = map_peek_elem,
		[ALTBPF_FUNC_map_lookup_percpu_elem] = map_lookup_percpu_elem,
		[ALTBPF_FUNC_probe_read] = probe_read_kernel,
		[ALTBPF_FUNC_probe_read_kernel] = probe_read_kernel,
		[ALTBPF_FUNC_ktime_get_ns] = ktime_get_ns,
		[ALTBPF_FUNC_ktime_get_boot_ns] = ktime_get_ns,
		[ALTBPF_FUNC_get_prandom_u32] = get_prandom_u32,
		[ALTBPF_FUNC_get_smp_processor_id] = get_smp_processor_id,
		[ALTBPF_FUNC_get_current_pid_tgid] = get_current_pid_tgid,
		[ALTBPF_FUNC_get_current_uid_gid] = zero,
		[ALTBPF_FUNC_get_attach_cookie] = zero,
		[ALTBPF_FUNC_get_func_ip] = zero,
		[ALTBPF_FUNC_get_current_comm] = get_current_comm,
		[ALTBPF_FUNC_trace_printk] = trace_printk,
		[ALTBPF_FUNC_ringbuf_reserve] = ringbuf_reserve,
		[ALTBPF_FUNC_ringbuf_submit] = ringbuf_submit,
		[ALTBPF_FUNC_ringbuf_discard] = ringbuf_submit,
		[ALTBPF_FUNC_ringbuf_output] = ringbuf_output,
		[ALTBPF_FUNC_ringbuf_query] = ringbuf_query,
		[ALTBPF_FUNC_loop] = loop,
		[ALTBPF_FUNC_for_each_map_elem] = for_each_map_elem,
		[ALTBPF_FUNC_strncmp] = strncmp_helper,
	};

	return helpers;
}
