/* SPDX-License-Identifier: GPL-2.0 */
/* Every kind's operations, for the table in kinds.c. */
#ifndef AB_MAPS_KINDS_H
#define AB_MAPS_KINDS_H

#include "maps/map.h"

extern const struct ab_map_ops ab_queue_ops;
extern const struct ab_map_ops ab_stack_ops;
extern const struct ab_map_ops ab_ringbuf_ops;
extern const struct ab_map_ops ab_stack_trace_ops;

#endif
