// SPDX-License-Identifier: GPL-2.0
/* Objects and their memory, for embed.h. */
#include "embed.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

u64 rnd_next(struct rnd *rnd)
{
	u64 x = rnd->state += 0x9e3779b97f4a7c15ULL;

	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
	x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
	return x ^ x >> 31;
}

u32 rnd_below(struct rnd *rnd, u32 n)
{
	return (rnd_next(rnd) >> 32) % n;
}

u64 rnd_value(struct rnd *rnd)
{
	u64 x = rnd_next(rnd);

	switch (x >> 60) {
	case 0 ... 3:
		return x & 15;
	case 4 ... 5:
		return x & 255;
	case 6:
		return -(x & 63);
	case 7 ... 9:
		return (1ULL << (x & 63)) + (x >> 8) % 3 - 1;
	case 10:
		return (s64)(s32)x;
	case 11:
		return (u32)x;
	case 12:
		return x & 127;
	case 13:
		return (u64)(s64)(s32)(0x80000000U + (x & 3) - 1);
	default:
		return rnd_next(rnd);
	}
}

void fault(struct machine *m, const char *fmt, ...)
{
	va_list args;

	m->done = true;
	if (*m->why)
		return;
	va_start(args, fmt);
	vsnprintf(m->why, sizeof(m->why), fmt, args);
	va_end(args);
}

static void fill(struct machine *m, u8 *mem, u32 size)
{
	u32 i;

	for (i = 0; i < size; i += 8) {
		u64 v = rnd_below(&m->rnd, 3) ? rnd_value(&m->rnd) : rnd_next(&m->rnd);

		memcpy(mem + i, &v, min_t(u32, 8, size - i));
	}
}

u32 world_add(struct machine *m, enum obj_kind kind, u32 size, bool random)
{
	struct obj *obj = &m->objs[m->obj_cnt];

	if (m->obj_cnt == MAX_OBJS - 1) {
		m->gave_up = m->done = true;
		return 0;
	}
	memset(obj, 0, sizeof(*obj));
	obj->kind = kind;
	obj->size = size;
	obj->base = 0xffff000000000000ULL + ((u64)(m->obj_cnt + 1) << 36) +
		    (rnd_next(&m->rnd) & 0xffffff8);
	obj->mem = calloc(1, size + 8);
	if (!obj->mem)
		abort();
	if (random)
		fill(m, obj->mem, min_t(u32, size, 4096));
	if (kind == OBJ_STACK)
		obj->tags = calloc(AB_STACK_SLOTS, sizeof(*obj->tags));
	return m->obj_cnt++;
}

struct val world_ptr(const struct machine *m, u32 obj, u64 off)
{
	return (struct val){ .v = m->objs[obj].base + off, .tag = obj + 1, .set = true };
}

/* Short packets, packets around the lengths that programs ask for, a long one now and then. */
void world_new_packet(struct machine *m)
{
	u32 meta = rnd_below(&m->rnd, 4) ? 0 : 4 * rnd_below(&m->rnd, 8), size;

	switch (rnd_below(&m->rnd, 8)) {
	case 0:
		size = 0;
		break;
	case 1:
		size = 1000 + rnd_below(&m->rnd, 70000);
		break;
	default:
		size = rnd_below(&m->rnd, rnd_below(&m->rnd, 2) ? 40 : 120);
	}
	m->packet = world_add(m, OBJ_PACKET, meta + size, true);
	m->objs[m->packet].at = meta;
	m->objs[m->packet].rdonly = !m->type->packet_write;
}

void world_init(struct machine *m)
{
	static struct obj objs[MAX_OBJS];
	u32 i;

	m->objs = objs;
	m->obj_cnt = 0;
	/* The maps themselves are the first objects. */
	for (i = 0; i < m->prog->map_cnt; i++) {
		m->objs[world_add(m, OBJ_MAP, 0, false)].map = i;
	}
	m->ctx = world_add(m, OBJ_CTX, m->type->ctx_size, true);
	world_new_packet(m);
}

void world_fini(struct machine *m)
{
	u32 i;

	for (i = 0; i < m->obj_cnt; i++) {
		free(m->objs[i].mem);
		free(m->objs[i].tags);
	}
}

const struct ab_map_desc *world_map(const struct machine *m, const struct obj *map)
{
	const struct ab_map_desc *desc = m->prog->maps[map->map];

	return map->inner ? desc->inner : desc;
}

/*
 * Every look-up of a hash may find another element or none, as if others changed the map at the
 * same time. at: index of an array's element.
 */
u32 world_value(struct machine *m, const struct obj *map, u64 index)
{
	const struct ab_map_desc *desc = world_map(m, map);
	bool is_array = desc->type == ALTBPF_MAP_TYPE_ARRAY ||
			desc->type == ALTBPF_MAP_TYPE_PERCPU_ARRAY;
	u32 i, at = index, which = map->map;
	bool inner = map->inner;

	if (is_array && index >= desc->max_entries)
		return 0;
	if (!is_array) {
		if (!rnd_below(&m->rnd, 3))
			return 0;
		at = rnd_below(&m->rnd, 3);
	}
	for (i = 0; i < m->obj_cnt; i++)
		if (m->objs[i].kind == OBJ_VALUE && m->objs[i].map == which &&
		    m->objs[i].inner == inner && m->objs[i].at == at)
			return i + 1;
	i = world_add(m, OBJ_VALUE, desc->value_size, true);
	m->objs[i].map = which;
	m->objs[i].inner = inner;
	m->objs[i].at = at;
	m->objs[i].rdonly = desc->flags & ALTBPF_F_RDONLY_PROG;
	if (desc->contents)
		memcpy(m->objs[i].mem, desc->contents, desc->value_size);
	return i + 1;
}

static const char *const names[] = { "context", "stack", "map", "map value", "map key", "packet",
				     "record", "function", "kernel object" };

u8 *world_access(struct machine *m, const struct val *ptr, s64 off, u64 size, bool write)
{
	struct obj *obj;
	u64 at;

	if (!ptr->tag) {
		fault(m, "access through a number 0x%llx", (unsigned long long)ptr->v);
		return NULL;
	}
	obj = &m->objs[ptr->tag - 1];
	at = ptr->v + off - obj->base;
	if (obj->dead)
		fault(m, "access to a %s that is gone", names[obj->kind]);
	else if (obj->kind == OBJ_MAP || obj->kind == OBJ_FUNC || obj->kind == OBJ_KERNEL)
		fault(m, "access to a %s", names[obj->kind]);
	else if (at > obj->size || size > obj->size - at)
		fault(m, "access to %s of %u bytes: offset %lld, size %llu", names[obj->kind],
		      obj->size, (long long)at, (unsigned long long)size);
	else if (write && obj->rdonly)
		fault(m, "write to read-only %s", names[obj->kind]);
	else
		return obj->mem + at;
	return NULL;
}
