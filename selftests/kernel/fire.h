/* SPDX-License-Identifier: GPL-2.0 */
/* What the tests under fire share: chance, what the machine has in use, how long to go on. */
#ifndef AB_SELFTESTS_FIRE_H
#define AB_SELFTESTS_FIRE_H

#include "harness.h"

/* Seconds that a test under fire lasts: FIRE=SECONDS of `make vm`. Stretches this test's time limit. */
long fire_seconds(long otherwise);

static inline uint32_t fire_random(uint64_t *state)
{
	*state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
	return *state >> 32;
}

static inline bool one_in(uint64_t *state, uint32_t n)
{
	return fire_random(state) % n == 0;
}

/**
 * struct fire_use - what is in use
 * @progs, @maps, @links, @btfs: objects that have a number
 * @fds: descriptors of this process
 * @kb: kernel memory: unreclaimable slab, vmalloc, per-CPU, stacks
 */
struct fire_use {
	int progs, maps, links, btfs, fds;
	long kb;
};

void fire_use(struct fire_use *use);
/* Waits until no more is in use than @before, @slack KiB aside; fails the test where something stays. */
void fire_all_back(const struct fire_use *before, long slack);
/* A number that the module keeps of a descriptor, "KEY:\tNUMBER" in its fdinfo. */
uint64_t fire_fdinfo(int fd, const char *key);

#endif
