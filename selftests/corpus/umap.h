/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Maps and helpers in user space, just good enough to run accepted programs: one CPU, linear
 * search, deterministic answers (time, random numbers, the current task are constants).
 */
#ifndef AB_SELFTESTS_UMAP_H
#define AB_SELFTESTS_UMAP_H

#include "core/facts.h"
#include "corpus.h"

/**
 * struct umap - a map; programs hold its address
 * @desc: first, so that the address is desc.addr
 * @used: by element, as are the others
 * @head: queue: next to pop; ring buffer: bytes handed out
 * @cnt: queue, stack: elements in it; ring buffer: records submitted
 */
struct umap {
	struct ab_map_desc desc;
	u8 *keys, *values;
	bool *used;
	u32 head, cnt;
	struct ab_tail_target **slots;
};

struct umap *umap_create(const struct corpus_map *spec);
void umap_free(struct umap *map);
void *umap_lookup(struct umap *map, const void *key);
long umap_update(struct umap *map, const void *key, const void *value, u64 flags);

/* By helper number, ALTBPF_FUNC_CNT entries; NULL where corpus programs cannot call it. */
const ab_helper_fn *umap_helpers(void);

#endif
