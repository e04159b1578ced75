/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A link: a program attached to a place. link.c holds what all kinds have in common (life, ids,
 * fds, hold, update, info); one file a kind of place.
 */
#ifndef AB_ATTACH_LINK_H
#define AB_ATTACH_LINK_H

#include <linux/atomic.h>
#include <linux/mutex.h>
#include "load/prog.h"

struct ab_link;

/**
 * struct ab_link_ops - one kind of place
 * @detach: takes the program off the place and waits out its last run; called once, may sleep
 * @free: frees the link's memory, after @detach
 * @update: puts @prog in place of the present one; NULL: -EINVAL
 * @info: fills the kind's part of @info; names go to the user's buffers as bpf(2) does
 */
struct ab_link_ops {
	u32 type; /* enum altbpf_link_type */
	const char *name;
	void (*detach)(struct ab_link *link);
	void (*free)(struct ab_link *link);
	int (*update)(struct ab_link *link, struct ab_prog *prog);
	int (*info)(struct ab_link *link, struct altbpf_link_info *info);
	void (*show)(struct ab_link *link, struct seq_file *m); /* fdinfo */
};

/**
 * struct ab_link - common head
 * @prog: holds a reference; replaced under @lock, read by hooks with READ_ONCE under RCU
 * @cookie: for bpf_get_attach_cookie()
 * @held: outlives its fds
 * @detached: LINK_DETACH happened
 * @missed: hits at which no program could be asked
 */
struct ab_link {
	const struct ab_link_ops *ops;
	struct ab_prog *prog;
	u64 cookie;
	atomic64_t ref;
	u32 id;
	bool held;
	bool detached;
	atomic64_t missed;
	struct mutex lock;
};

void ab_link_init(struct ab_link *link, const struct ab_link_ops *ops, struct ab_prog *prog, u64 cookie);
int ab_link_new_fd(struct ab_link *link); /* publishes: id, fd; takes over one reference; on error the caller cleans up */
struct ab_link *ab_link_get_fd(int fd);
struct ab_link *ab_link_get_id(u32 id);
int ab_link_next_id(u32 start, u32 *next);
void ab_link_put(struct ab_link *link);

/* Commands, called by dev/; all take over nothing, return fd, 0 or -errno. */
int ab_link_create_by_name(const union altbpf_attr *attr);
int ab_link_create(const union altbpf_attr *attr); /* LINK_CREATE */
int ab_link_raw_tracepoint_open(const union altbpf_attr *attr);
int ab_link_update(const union altbpf_attr *attr);
int ab_link_detach(const union altbpf_attr *attr);
int ab_link_hold(const union altbpf_attr *attr);

int ab_attach_init(void);
void ab_attach_exit(void);

#endif
