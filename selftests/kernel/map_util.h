/* SPDX-License-Identifier: GPL-2.0 */
/* What the tests of maps share: all attributes of MAP_CREATE, flags of element commands, programs. */
#ifndef AB_SELFTESTS_MAP_UTIL_H
#define AB_SELFTESTS_MAP_UTIL_H

#include "harness.h"
#include "insn.h"

#ifndef ENOTSUPP
#define ENOTSUPP 524
#endif

#define MAP(t) ALTBPF_MAP_TYPE_##t

static inline long map_elem_flags(int cmd, int fd, const void *key, const void *value, uint64_t flags)
{
	union altbpf_attr attr = { 0 };

	attr.map_elem.map_fd = (__u32)fd;
	attr.map_elem.key = (uintptr_t)key;
	attr.map_elem.value = (uintptr_t)value;
	attr.map_elem.flags = flags;
	return ab_sys(cmd, &attr, sizeof(attr));
}

static inline long map_lookup_delete(int fd, const void *key, void *value)
{
	return map_elem_flags(ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, fd, key, value, 0);
}

static inline long map_freeze(int fd)
{
	union altbpf_attr attr = { 0 };

	attr.map_elem.map_fd = (__u32)fd;
	return ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(attr));
}

/* Elements that GET_NEXT_KEY meets, at most @max. */
static inline unsigned int map_count(int fd, unsigned int key_size, unsigned int max)
{
	char key[512], next[512];
	unsigned int cnt = 0;

	if (key_size > sizeof(key) || map_next_key(fd, NULL, next))
		return 0;
	do {
		memcpy(key, next, key_size);
		cnt++;
	} while (cnt < max && !map_next_key(fd, key, next));
	return cnt;
}

static inline uint32_t rnd(uint64_t *state)
{
	*state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
	return *state >> 33;
}

/* Keys of any size made from a number, so that each number is another key. */
static inline void key_of(void *key, unsigned int size, uint32_t n)
{
	unsigned int i;

	memset(key, 0x5a, size);
	for (i = 0; i < 4 && i < size; i++)
		((uint8_t *)key)[size - 1 - i] = n >> (8 * i);
}

#endif
