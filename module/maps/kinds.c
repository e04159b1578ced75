// SPDX-License-Identifier: GPL-2.0
/* The table of kinds: one line adds a kind. Used by map.c. */
#include "maps/array.h"
#include "maps/hash.h"
#include "maps/kinds.h"

static const struct ab_map_ops *const kinds[] = {
	&ab_array_ops,
	&ab_percpu_array_ops,
	&ab_prog_array_ops,
	&ab_queue_ops,
	&ab_stack_ops,
	&ab_ringbuf_ops,
	&ab_stack_trace_ops,
};

const struct ab_map_ops *ab_map_ops_find(u32 type)
{
	u32 i;

	switch (type) {
	case ALTBPF_MAP_TYPE_HASH:
	case ALTBPF_MAP_TYPE_PERCPU_HASH:
	case ALTBPF_MAP_TYPE_LRU_HASH:
	case ALTBPF_MAP_TYPE_LRU_PERCPU_HASH:
		/* Which variant depends on the key; create() chooses. */
		return ab_hash_ops(type, 0);
	}
	for (i = 0; i < ARRAY_SIZE(kinds); i++)
		if (kinds[i]->type == type)
			return kinds[i];
	return NULL;
}
