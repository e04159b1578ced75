/* SPDX-License-Identifier: GPL-2.0 */
/* Between map.c, map_file.c and map_user.c. */
#ifndef AB_MAPS_MAP_FILE_H
#define AB_MAPS_MAP_FILE_H

#include "maps/map.h"

/* O_RDONLY, O_WRONLY or O_RDWR for ALTBPF_F_RDONLY and ALTBPF_F_WRONLY; -EINVAL for both. */
int ab_map_open_flags(u32 flags);
/* Gives @map its number: from now on others can find it. */
int __must_check ab_map_publish(struct ab_map *map);

#endif
