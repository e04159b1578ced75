/* SPDX-License-Identifier: GPL-2.0 */
/* The ring buffer as helpers use it. */
#ifndef AB_MAPS_RINGBUF_H
#define AB_MAPS_RINGBUF_H

#include "maps/map.h"

/* Room for @size bytes, or NULL. Context: any. Must be given to ab_ringbuf_commit(). */
void *ab_ringbuf_reserve(struct ab_map *map, u64 size);
/* Ends a record: @discard: the consumer skips it. @flags: ALTBPF_RB_*_WAKEUP. Context: any. */
void ab_ringbuf_commit(void *sample, u64 flags, bool discard);
u64 ab_ringbuf_query(struct ab_map *map, u64 what);

#endif
