/* SPDX-License-Identifier: GPL-2.0 */
/* What the kinds that are found by index share. */
#ifndef AB_MAPS_ARRAY_H
#define AB_MAPS_ARRAY_H

#include "maps/map.h"

extern const struct ab_map_ops ab_array_ops;
extern const struct ab_map_ops ab_percpu_array_ops;
extern const struct ab_map_ops ab_prog_array_ops;

int ab_array_check(const union altbpf_attr *attr);
int ab_array_next_key(struct ab_map *map, const void *key, void *next);
long ab_array_delete(struct ab_map *map, const void *key); /* no array element can go: -EINVAL */

#endif
