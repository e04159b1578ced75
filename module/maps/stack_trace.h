/* SPDX-License-Identifier: GPL-2.0 */
/* Stacks by number: what get_stackid() needs of the map. */
#ifndef AB_MAPS_STACK_TRACE_H
#define AB_MAPS_STACK_TRACE_H

#include "maps/map.h"

/* Addresses in one stack (mainline's default of kernel.perf_event_max_stack). */
#define AB_STACK_DEPTH_MAX 127

/**
 * ab_stack_trace_add() - the number of a stack
 * @map: of kind stack_trace
 * @ips: addresses, the innermost first
 * @nr: how many, 1 to value_size / 8
 * @flags: of get_stackid()
 *
 * Context: any; RCU held.
 * Return: the number, -EEXIST (another stack has the place), -ENOMEM.
 */
long ab_stack_trace_add(struct ab_map *map, const u64 *ips, u32 nr, u64 flags);

#endif
