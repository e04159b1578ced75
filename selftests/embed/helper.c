// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers by their rows in the table: arguments are checked against the real objects, memory that
 * a helper may write gets random bytes, results are random within what the row promises.
 */
#include "embed.h"
#include <string.h>

static bool has_values(u32 type)
{
	return type != ALTBPF_MAP_TYPE_SOCKMAP && type != ALTBPF_MAP_TYPE_SOCKHASH &&
	       type != ALTBPF_MAP_TYPE_XSKMAP;
}

struct call {
	const struct ab_helper_proto *proto;
	const struct val *arg; /* arg[0] is R1 */
	const struct obj *map;
	u64 size; /* of the last sized memory */
	u64 alloc;
	u32 release; /* 1 + object */
};

static void scribble(struct machine *m, const struct val *ptr, u8 *mem, u64 size)
{
	struct obj *obj = &m->objs[ptr->tag - 1];
	u64 i;

	for (i = 0; i < size; i++) {
		mem[i] = rnd_below(&m->rnd, 4) ? rnd_next(&m->rnd) : 0;
		if (obj->tags)
			obj->tags[(mem + i - obj->mem) / 8] = 0;
	}
}

static void use_memory(struct machine *m, const struct val *ptr, u64 size, bool write)
{
	u8 *mem;

	if (!size)
		return;
	mem = world_access(m, ptr, 0, size, write);
	if (mem && write)
		scribble(m, ptr, mem, size);
}

static void use_sized(struct machine *m, struct call *call, u32 n)
{
	u8 type = call->proto->args[n];

	call->size = call->arg[n + 1].v;
	use_memory(m, &call->arg[n], call->size, type != AB_ARG_MEM && type != AB_ARG_MEM_OR_NULL);
}

static void use_record(struct machine *m, struct call *call, const struct val *arg)
{
	struct obj *obj = arg->tag ? &m->objs[arg->tag - 1] : NULL;

	if (!obj || obj->kind != OBJ_RECORD || obj->dead || arg->v != obj->base)
		fault(m, "release of what is no held record");
	else
		call->release = arg->tag;
}

static void use_arg(struct machine *m, struct call *call, u32 n)
{
	const struct val *arg = &call->arg[n];
	const struct obj *obj = arg->tag ? &m->objs[arg->tag - 1] : NULL;

	if (!arg->set) {
		fault(m, "R%u was never written", n + 1);
		return;
	}
	switch (call->proto->args[n]) {
	case AB_ARG_ANYTHING:
	case AB_ARG_SCALAR:
	case AB_ARG_SIZE:
	case AB_ARG_SIZE_OR_ZERO:
	case AB_ARG_STACK_OR_NULL:
	case AB_ARG_CONST_STR:
		return;
	case AB_ARG_CTX:
		if (!obj || obj->kind != OBJ_CTX || arg->v != obj->base)
			fault(m, "R%u is not the context", n + 1);
		return;
	case AB_ARG_MAP:
		if (!obj || obj->kind != OBJ_MAP || arg->v != obj->base)
			fault(m, "R%u is not a map", n + 1);
		else
			call->map = obj;
		return;
	case AB_ARG_MAP_KEY:
		use_memory(m, arg, world_map(m, call->map)->key_size, false);
		return;
	case AB_ARG_MAP_VALUE:
	case AB_ARG_MAP_VALUE_UNINIT:
		use_memory(m, arg, world_map(m, call->map)->value_size,
			   call->proto->args[n] == AB_ARG_MAP_VALUE_UNINIT);
		return;
	case AB_ARG_MEM:
	case AB_ARG_MEM_OR_NULL:
	case AB_ARG_MEM_WRITE:
	case AB_ARG_MEM_UNINIT:
	case AB_ARG_MEM_UNINIT_OR_NULL:
		use_sized(m, call, n);
		return;
	case AB_ARG_ALLOC_SIZE_CONST:
		call->alloc = arg->v;
		return;
	case AB_ARG_RINGBUF_MEM:
		use_record(m, call, arg);
		return;
	case AB_ARG_FUNC:
		if (!obj || obj->kind != OBJ_FUNC)
			fault(m, "R%u is not a function", n + 1);
		return;
	case AB_ARG_LONG:
		use_memory(m, arg, 8, true);
		return;
	case AB_ARG_INT:
		use_memory(m, arg, 4, true);
		return;
	case AB_ARG_BTF_TASK:
		if (!obj || obj->kind != OBJ_KERNEL)
			fault(m, "R%u is not a task", n + 1);
		return;
	default:
		m->gave_up = m->done = true;
	}
}

static u64 some_integer(struct machine *m, const struct call *call)
{
	s64 min = call->proto->ret_min, max = call->proto->ret_max;

	if (!min && !max)
		return rnd_value(&m->rnd);
	if (call->proto->flags & AB_HELPER_RET_SIZE)
		max = min_t(s64, max, call->size);
	if (max < min)
		return min;
	switch (rnd_below(&m->rnd, 4)) {
	case 0:
		return min;
	case 1:
		return max;
	default:
		return min + (s64)(rnd_next(&m->rnd) % ((u64)max - min + 1 ? (u64)max - min + 1 : ~0ULL));
	}
}

/* The value of the key's element: the key is read from memory. */
static u32 look_up(struct machine *m, const struct call *call)
{
	const struct ab_map_desc *desc = world_map(m, call->map);
	u8 *key = world_access(m, &call->arg[1], 0, desc->key_size, false);
	u32 index = 0;

	if (desc->key_size == 4 && key)
		memcpy(&index, key, 4);
	return world_value(m, call->map, index);
}

static struct val map_value(struct machine *m, const struct call *call)
{
	const struct ab_map_desc *desc = world_map(m, call->map);
	u32 which = call->map->map, obj;
	bool percpu = call->proto->id == ALTBPF_FUNC_map_lookup_percpu_elem;

	if (desc->type == ALTBPF_MAP_TYPE_ARRAY_OF_MAPS || desc->type == ALTBPF_MAP_TYPE_HASH_OF_MAPS) {
		if (!rnd_below(&m->rnd, 3))
			return (struct val){ .set = true };
		obj = world_add(m, OBJ_MAP, 0, false);
		m->objs[obj].map = which;
		m->objs[obj].inner = true;
		return world_ptr(m, obj, 0);
	}
	if (call->proto->args[1] != AB_ARG_MAP_KEY || (percpu && rnd_below(&m->rnd, 2)))
		return (struct val){ .set = true };
	obj = look_up(m, call);
	return obj ? world_ptr(m, obj - 1, 0) : (struct val){ .set = true };
}

static struct val result(struct machine *m, const struct call *call)
{
	u32 obj;

	switch (call->proto->ret) {
	case AB_RET_INTEGER:
		return (struct val){ .v = some_integer(m, call), .set = true };
	case AB_RET_MAP_VALUE_OR_NULL:
		return map_value(m, call);
	case AB_RET_RINGBUF_MEM_OR_NULL:
		if (!rnd_below(&m->rnd, 3))
			return (struct val){ .set = true };
		obj = world_add(m, OBJ_RECORD, min_t(u64, call->alloc, 1 << 20), true);
		return world_ptr(m, obj, 0);
	case AB_RET_BTF_TASK:
		obj = world_add(m, OBJ_KERNEL, 0, false);
		return world_ptr(m, obj, 0);
	case AB_RET_VOID:
		return (struct val){};
	default:
		m->gave_up = m->done = true;
		return (struct val){};
	}
}

static void return_from(struct machine *m, struct val r0)
{
	struct mframe *f = &m->frame[m->depth];
	u32 i;

	for (i = 0; i <= 5; i++)
		f->reg[i] = (struct val){};
	f->reg[0] = r0;
	f->loop.on = false;
	m->pc++;
}

static void enter_callback(struct machine *m)
{
	struct mframe *f = &m->frame[m->depth], *top = &m->frame[m->depth + 1];
	u32 obj;

	if (m->depth + 1 >= AB_MAX_FRAMES) {
		fault(m, "more frames than allowed");
		return;
	}
	memset(top, 0, sizeof(*top));
	top->callsite = m->pc;
	top->callback = true;
	top->stack = world_add(m, OBJ_STACK, AB_MAX_STACK, true);
	top->reg[AB_REG_FP] = world_ptr(m, top->stack, AB_MAX_STACK);
	if (!f->loop.each) {
		top->reg[1] = (struct val){ .v = f->loop.turn, .set = true };
		top->reg[2] = f->reg[3];
	} else {
		const struct obj *map = &m->objs[f->reg[1].tag - 1];
		u32 value = world_value(m, map, f->loop.turn), which = map->map;
		bool inner = map->inner;

		if (!value) { /* nothing there */
			f->loop.turn = f->loop.turns;
			return_from(m, (struct val){ .set = true });
			return;
		}
		obj = world_add(m, OBJ_KEY, world_map(m, map)->key_size, true);
		m->objs[obj].map = which;
		m->objs[obj].inner = inner;
		m->objs[obj].rdonly = true;
		top->reg[1] = f->reg[1];
		top->reg[2] = world_ptr(m, obj, 0);
		top->reg[3] = world_ptr(m, value - 1, 0);
		top->reg[4] = f->reg[3];
	}
	m->depth++;
	m->pc = f->loop.func;
}

void helper_turn(struct machine *m)
{
	struct mframe *f = &m->frame[m->depth];
	bool stop = m->frame[m->depth + 1].reg[0].v;

	f->loop.turn++;
	if (stop || f->loop.turn >= f->loop.turns)
		return_from(m, (struct val){ .v = f->loop.turn, .set = true });
	else
		enter_callback(m);
}

static void start_loop(struct machine *m, const struct call *call)
{
	struct mframe *f = &m->frame[m->depth];

	f->loop.on = true;
	f->loop.each = call->proto->id == ALTBPF_FUNC_for_each_map_elem;
	f->loop.func = m->objs[f->reg[2].tag - 1].func;
	f->loop.turn = 0;
	/* Turns beyond a few show nothing new: as if the callback had said stop. */
	f->loop.turns = f->loop.each ? min_t(u32, 3, world_map(m, call->map)->max_entries) :
				       (u32)f->reg[1].v;
	if (f->loop.turns > 40)
		f->loop.turns = 1 + rnd_below(&m->rnd, 40);
	if (f->loop.turns && !(!f->loop.each && f->reg[4].v))
		enter_callback(m);
	else
		return_from(m, (struct val){ .v = f->loop.each ? 0 : f->reg[4].v ? -22ULL : 0, .set = true });
}

static bool holds_record(const struct machine *m)
{
	u32 i;

	for (i = 0; i < m->obj_cnt; i++)
		if (m->objs[i].kind == OBJ_RECORD && !m->objs[i].dead)
			return true;
	return false;
}

void helper_call(struct machine *m, u32 id)
{
	struct call call = { .arg = &m->frame[m->depth].reg[1], .proto = ab_helper_find(id) };
	struct val r0;
	u32 n;

	if (!call.proto) {
		fault(m, "call of a helper that is not there");
		return;
	}
	for (n = 0; n < 5 && call.proto->args[n] != AB_ARG_NONE && !m->done; n++)
		use_arg(m, &call, n);
	/* A map of another kind of thing than values. */
	if (call.map && call.proto->ret == AB_RET_MAP_VALUE_OR_NULL &&
	    !has_values(world_map(m, call.map)->type))
		m->gave_up = m->done = true;
	if (m->done)
		return;
	if (id == ALTBPF_FUNC_loop || id == ALTBPF_FUNC_for_each_map_elem) {
		start_loop(m, &call);
		return;
	}
	if (id == ALTBPF_FUNC_tail_call && rnd_below(&m->rnd, 2)) {
		if (holds_record(m))
			fault(m, "tail call while a record is held");
		m->done = true;
		return;
	}
	r0 = result(m, &call);
	if (call.release)
		m->objs[call.release - 1].dead = true;
	if (call.proto->flags & AB_HELPER_PACKET) {
		m->objs[m->packet].dead = true;
		world_new_packet(m);
	}
	return_from(m, r0);
}
