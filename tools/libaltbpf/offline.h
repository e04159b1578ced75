/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Inside the offline backend: offline.c (built against libc) holds file descriptors and user
 * memory, offline_core.c (built as the core is, hermetic) holds maps, types and verification. Only plain
 * types cross, because the two see different headers.
 */
#ifndef LIBALTBPF_OFFLINE_H
#define LIBALTBPF_OFFLINE_H

#include "libaltbpf.h"

struct ab_offline_map;
struct ab_btf;

/* Where a log goes: offline.c's side of struct ab_log. */
struct ab_offline_log {
	__u32 level;
	void (*write)(void *ctx, const char *text, unsigned long len);
	void *ctx;
};

/* How offline_core.c turns the caller's descriptors into objects; NULL where there is none. */
struct ab_offline_fds {
	struct ab_offline_map *(*map)(int fd);
	struct ab_btf *(*btf)(int fd);
};

/* All return 0 or -errno; constructors fill *@out. */
int ab_offline_btf_new(const union altbpf_attr *attr, const struct ab_offline_log *log, struct ab_btf **out);
int ab_offline_map_new(const union altbpf_attr *attr, const struct ab_offline_fds *fds, __u32 id,
		       struct ab_offline_map **out);
int ab_offline_map_update(struct ab_offline_map *map, const union altbpf_attr *attr);
int ab_offline_map_lookup(struct ab_offline_map *map, const union altbpf_attr *attr);
int ab_offline_map_freeze(struct ab_offline_map *map);
void ab_offline_map_info(const struct ab_offline_map *map, struct altbpf_map_info *info);
const void *ab_offline_btf_data(const struct ab_btf *btf, __u32 *size);
int ab_offline_prog_load(const union altbpf_attr *attr, const struct ab_offline_fds *fds,
			 const struct ab_offline_log *log, struct altbpf_verdict *verdict);
/* The inventory as text, line by line to @log. */
void ab_offline_features(const struct ab_offline_log *log);

#endif
