// SPDX-License-Identifier: GPL-2.0
/*
 * Programs as targets of tail calls: what prog_array maps ask of programs. A caller jumps into its
 * target with its own context and engine, so all programs that meet in one map, callers and
 * targets, are of one type and one engine; the first to come decides.
 * Proved by selftests/kernel/prog_tail.c.
 */
#include <linux/err.h>
#include <linux/spinlock.h>
#include "load/load.h"
#include "maps/map.h"

static DEFINE_SPINLOCK(owner_lock); /* ab_map.owner of all maps */

static bool claim(struct ab_map *map, const struct ab_prog *prog)
{
	bool fits;

	spin_lock(&owner_lock);
	if (!map->owner.set) {
		map->owner.set = true;
		map->owner.type = prog->type;
		map->owner.jited = prog->jited;
	}
	fits = map->owner.type == prog->type && map->owner.jited == prog->jited;
	spin_unlock(&owner_lock);
	return fits;
}

static struct ab_prog *prog_of(struct ab_tail_target *target)
{
	return container_of(target, struct ab_prog, target);
}

static struct ab_tail_target *target_get_fd(struct ab_map *map, int fd)
{
	struct ab_prog *prog = ab_prog_get_fd(fd);

	if (IS_ERR(prog))
		return ERR_CAST(prog);
	if (!claim(map, prog)) {
		ab_prog_put(prog);
		return ERR_PTR(-EINVAL);
	}
	return &prog->target;
}

static void target_put(struct ab_tail_target *target)
{
	ab_prog_put(prog_of(target));
}

static u32 target_id(const struct ab_tail_target *target)
{
	return container_of(target, const struct ab_prog, target)->id;
}

static const struct ab_map_prog_ops target_ops = {
	.get_fd = target_get_fd,
	.put = target_put,
	.id = target_id,
};

/* Makes a compiled program fit the arrays that it calls through. Return: 0 or -EINVAL. */
int ab_targets_claim(struct ab_prog *prog, const struct ab_log *log)
{
	u32 i;

	for (i = 0; i < prog->map_cnt; i++) {
		if (prog->maps[i]->desc.type != ALTBPF_MAP_TYPE_PROG_ARRAY)
			continue;
		if (claim(prog->maps[i], prog))
			continue;
		ab_log(log, "prog_array id %u holds programs of another type or engine\n",
		       prog->maps[i]->desc.id);
		return -EINVAL;
	}
	return 0;
}

void ab_targets_init(void)
{
	ab_map_set_prog_ops(&target_ops);
}
