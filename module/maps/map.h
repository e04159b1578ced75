/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A map: what programs and user space share. One struct ab_map_ops a kind; map.c holds what all
 * kinds have in common (life, ids, fds, access modes, the system-call side of look-ups).
 */
#ifndef AB_MAPS_MAP_H
#define AB_MAPS_MAP_H

#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/poll.h>
#include <linux/rcupdate.h>
#include <linux/workqueue.h>
#include "core/spec/map_desc.h"

struct ab_map;
struct ab_btf_obj;

/**
 * struct ab_map_ops - one kind of map
 *
 * The first group is called from programs in any context (kprobes in irq and NMI-like contexts,
 * preemption off, RCU held). The second from user space, may sleep; NULL falls back to the first
 * where that makes sense. Values of per-CPU kinds are round_up(value_size, 8) x possible CPUs for user space.
 */
struct ab_map_ops {
	u32 type;
	int (*check)(const union altbpf_attr *attr); /* before anything is allocated */
	struct ab_map *(*create)(const union altbpf_attr *attr); /* ERR_PTR */
	void (*destroy)(struct ab_map *map); /* after a grace period, may sleep */

	void *(*lookup)(struct ab_map *map, const void *key);
	long (*update)(struct ab_map *map, const void *key, const void *value, u64 flags);
	long (*delete)(struct ab_map *map, const void *key);
	long (*push)(struct ab_map *map, const void *value, u64 flags);
	long (*pop)(struct ab_map *map, void *value);
	long (*peek)(struct ab_map *map, void *value);
	void *(*lookup_percpu)(struct ab_map *map, const void *key, u32 cpu);
	long (*for_each)(struct ab_map *map, u64 callback, void *ctx, u64 flags);

	int (*next_key)(struct ab_map *map, const void *key, void *next);
	int (*user_lookup)(struct ab_map *map, const void *key, void *value, u64 flags);
	int (*user_update)(struct ab_map *map, const void *key, const void *value, u64 flags);
	int (*user_delete)(struct ab_map *map, const void *key);
	int (*user_lookup_delete)(struct ab_map *map, const void *key, void *value, u64 flags);
	int (*freeze)(struct ab_map *map);
	int (*mmap)(struct ab_map *map, struct vm_area_struct *vma);
	__poll_t (*poll)(struct ab_map *map, struct file *file, struct poll_table_struct *pt);
	void (*release_user)(struct ab_map *map); /* the last user reference (fd) is gone */
};

/**
 * struct ab_map - common head of every map
 * @desc: what verifier and engines see; desc.addr is this struct's address
 * @ops: its kind
 * @ref: all references (fds, programs, inner maps)
 * @user_ref: references by fds only
 * @writers: user-space writers in progress and writable mmaps, -1 when frozen
 * @freeze_lock: one freezes at a time
 * @btf: types of key and value, a reference, or NULL
 * @bytes: memory that it takes, about
 * @owner: prog_array: what programs go with it, load/'s alone
 */
struct ab_map {
	struct ab_map_desc desc;
	const struct ab_map_ops *ops;
	atomic64_t ref;
	atomic64_t user_ref;
	atomic64_t writers;
	struct mutex freeze_lock;
	struct ab_btf_obj *btf;
	int numa_node;
	u64 bytes;
	struct {
		bool set;
		bool jited;
		u32 type;
	} owner;
	struct work_struct work;
	struct rcu_head rcu;
};

/* map.c */
struct ab_map *ab_map_create(const union altbpf_attr *attr); /* ref 1, user_ref 0; id assigned by ab_map_new_fd */
/*
 * A descriptor for @map, which takes over one reference; on error the caller keeps it. @open_flags:
 * ALTBPF_F_RDONLY and ALTBPF_F_WRONLY count (-EINVAL for both), other bits are ignored.
 */
int __must_check ab_map_new_fd(struct ab_map *map, u32 open_flags);
/*
 * New reference or ERR_PTR(-EBADF, -EINVAL). @mode (or NULL): FMODE_READ and FMODE_WRITE say what the
 * descriptor allows, less writing when the map is frozen.
 */
struct ab_map *ab_map_get_fd(int fd, fmode_t *mode);
struct ab_map *ab_map_get_id(u32 id);
int ab_map_next_id(u32 start, u32 *next);
void ab_map_get(struct ab_map *map);
void ab_map_put(struct ab_map *map);
u32 ab_map_user_value_size(const struct ab_map *map);
/* The system-call side; keys and values are kernel buffers. */
int ab_map_user_lookup(struct ab_map *map, const void *key, void *value, u64 flags);
int ab_map_user_update(struct ab_map *map, const void *key, const void *value, u64 flags);
int ab_map_user_delete(struct ab_map *map, const void *key);
int ab_map_user_next_key(struct ab_map *map, const void *key, void *next);
int ab_map_user_lookup_delete(struct ab_map *map, const void *key, void *value, u64 flags);
int ab_map_freeze(struct ab_map *map); /* -EBUSY: frozen already or being written to */
/* Brackets user space's writes (updates do it themselves). Return: false when frozen. */
bool __must_check ab_map_write_begin(struct ab_map *map);
void ab_map_write_end(struct ab_map *map);

/* kinds.c: the table of kinds */
const struct ab_map_ops *ab_map_ops_find(u32 type);

/*
 * What prog_array needs of programs; load/ registers it when the module starts.
 */
struct ab_map_prog_ops {
	/* a new reference to the program behind @fd if it fits @map (type, engine), or ERR_PTR */
	struct ab_tail_target *(*get_fd)(struct ab_map *map, int fd);
	void (*put)(struct ab_tail_target *target); /* after a grace period of its own */
	u32 (*id)(const struct ab_tail_target *target);
};
void ab_map_set_prog_ops(const struct ab_map_prog_ops *ops);

int ab_maps_init(void);
void ab_maps_exit(void);

#endif
