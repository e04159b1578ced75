/* SPDX-License-Identifier: GPL-2.0 */
/* What the kinds of maps share when they check and create: attributes, flags, the common head. */
#ifndef AB_MAPS_CREATE_H
#define AB_MAPS_CREATE_H

#include <linux/numa.h>
#include "maps/map.h"

#define AB_MAP_ACCESS_FLAGS (ALTBPF_F_RDONLY | ALTBPF_F_WRONLY | ALTBPF_F_RDONLY_PROG | ALTBPF_F_WRONLY_PROG)

static inline bool ab_map_access_ok(u32 flags)
{
	u32 both = ALTBPF_F_RDONLY_PROG | ALTBPF_F_WRONLY_PROG;

	return (flags & both) != both;
}

/* The node that MAP_CREATE asks for. */
static inline int ab_map_node(const union altbpf_attr *attr)
{
	if (attr->map_create.map_flags & ALTBPF_F_NUMA_NODE)
		return attr->map_create.numa_node;
	return NUMA_NO_NODE;
}

/* Fills the common head of a zeroed map from MAP_CREATE; references and numbers are map.c's. */
void ab_map_init(struct ab_map *map, const union altbpf_attr *attr, const struct ab_map_ops *ops);

#endif
