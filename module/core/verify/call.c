// SPDX-License-Identifier: GPL-2.0
/*
 * Calls of helpers: may this program call it, do the arguments fit (args.c), and what is true
 * after it. Callbacks: callback.c.
 */
#include "core/verify/call.h"

static int check_helper(struct ab_env *env, u32 id, const struct ab_helper_proto **res)
{
	const struct ab_helper_proto *proto = ab_helper_find(id);
	const char *name = ab_disasm_helper_name(id);

	if (!proto) {
		if (!name)
			return ab_refuse(env, AB_REFUSE_HELPER_UNKNOWN, "invalid func unknown#%d",
					 (int)id);
		return ab_refuse(env, AB_REFUSE_HELPER_UNKNOWN, "unknown func bpf_%s#%u", name, id);
	}
	if (!ab_helper_allows(proto, env->in->prog_type))
		return ab_refuse(env, AB_REFUSE_HELPER_PROG_TYPE, "unknown func bpf_%s#%u",
				 proto->name, id);
	if ((proto->flags & AB_HELPER_GPL) && !env->in->gpl)
		return ab_refuse(env, AB_REFUSE_HELPER_GPL,
				 "cannot call GPL-restricted function from non-GPL compatible program");
	if ((proto->flags & AB_HELPER_SLEEPS) && !(env->in->prog_flags & ALTBPF_F_SLEEPABLE))
		return ab_refuse(env, AB_REFUSE_HELPER_SLEEPS,
				 "helper call might sleep in a non-sleepable prog");
	*res = proto;
	return 0;
}

static int check_no_refs(struct ab_env *env, const char *then)
{
	const struct ab_state *s = env->cur;

	if (!s->refs)
		return 0;
	return ab_refuse(env, AB_REFUSE_REF_LEAK, "Unreleased reference id=%u alloc_insn=%u%s",
			 s->ref[0].id, s->ref[0].insn, then);
}

/*
 * Sound: a tail call that succeeds ends the function; what the other program returns goes to this
 * function's caller, which is explored with it.
 */
static int check_tail_call(struct ab_env *env)
{
	u32 i;
	int err;

	err = check_no_refs(env, "\ntail_call would lead to reference leak");
	if (err)
		return err;
	for (i = 0; i <= env->cur->depth; i++)
		if (env->cur->frame[i]->callback)
			return ab_refuse(env, AB_REFUSE_TAIL_CALL, "cannot tail call within callback");
	env->subs[ab_top(env)->subprog].has_tail_call = 1;
	return ab_subprog_may_end(env, true);
}

static int check_snprintf(struct ab_env *env)
{
	const struct ab_reg *len = ab_reg_at(env, 5);
	u64 size;

	if (!ab_scalar_is_const(&len->val))
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_ARG, "R5 is not a known constant'");
	size = ab_scalar_value(&len->val);
	if (size % 8 || size / 8 > 12)
		return ab_refuse(env, AB_REFUSE_HELPER_FORMAT,
				 "Invalid format string: data length %llu",
				 (unsigned long long)size);
	return ab_format_check(env, 3, size / 8);
}

static int check_local_storage(struct ab_env *env)
{
	if (ab_reg_is_const(ab_reg_at(env, 2), 0))
		return ab_precise_reg(env, 2);
	return ab_refuse(env, AB_REFUSE_HELPER_CONST_ARG,
			 "get_local_storage() doesn't support non-zero flags");
}

static int acquire(struct ab_env *env, u32 *id)
{
	struct ab_state *s = env->cur;

	if (s->refs == AB_MAX_REFS)
		return ab_refuse(env, AB_REFUSE_REF_LEAK,
				 "Unreleased reference id=%u alloc_insn=%u (too many are held)",
				 s->ref[0].id, s->ref[0].insn);
	*id = ab_new_id(env);
	s->ref[s->refs].id = *id;
	s->ref[s->refs].insn = env->insn;
	s->ref[s->refs++].depth = s->depth;
	return 0;
}

/* Sound: what is released can no longer be reached: all copies of the pointer become numbers. */
static int release(struct ab_env *env, u32 id)
{
	struct ab_state *s = env->cur;
	u32 i, d;

	for (i = 0; i < s->refs && s->ref[i].id != id; i++)
		;
	if (i == s->refs)
		return ab_refuse(env, AB_REFUSE_REF_RELEASE,
				 "func reference has not been acquired before");
	/* A callback may not release what was acquired outside: it could run again. */
	for (d = s->ref[i].depth + 1; d <= s->depth; d++)
		if (s->frame[d]->callback)
			return ab_refuse(env, AB_REFUSE_REF_RELEASE,
					 "reference has not been acquired in this callback");
	memmove(&s->ref[i], &s->ref[i + 1], (s->refs - i - 1) * sizeof(s->ref[0]));
	s->refs--;
	return ab_regs_drop_ref(env, id) ? ab_no_memory(env) : 0;
}

/* Sound: arrays have an element for every index below max_entries, so that look-up cannot fail. */
static bool is_there(const struct ab_map_desc *map, const struct ab_call *call)
{
	return call->has_key && call->key < map->max_entries &&
	       (call->proto->id == ALTBPF_FUNC_map_lookup_elem);
}

/* Sound: what a cast returns lives as long as what it was made of; else a reference keeps it. */
static int set_sock(struct ab_env *env, const struct ab_call *call, enum ab_sock_class class,
		    bool acquires)
{
	struct ab_reg *r0 = ab_reg_at(env, 0);

	ab_reg_set_pointer(r0, AB_REG_OPAQUE);
	r0->size = class;
	r0->or_null = 1;
	if (acquires) {
		int err = acquire(env, &r0->id);

		r0->ref = r0->id;
		return err;
	}
	r0->id = ab_new_id(env);
	if (call->proto->flags & AB_HELPER_CASTS)
		r0->ref = call->sock_ref;
	return 0;
}

static int set_map_value(struct ab_env *env, const struct ab_call *call)
{
	const struct ab_map_desc *map = ab_reg_map(env, &call->map);
	struct ab_reg *r0 = ab_reg_at(env, 0);
	bool holds_maps = map->type == ALTBPF_MAP_TYPE_ARRAY_OF_MAPS ||
			  map->type == ALTBPF_MAP_TYPE_HASH_OF_MAPS;

	if (map->type == ALTBPF_MAP_TYPE_XSKMAP)
		return set_sock(env, call, AB_SOCK_XDP, false);
	if (map->type == ALTBPF_MAP_TYPE_SOCKMAP || map->type == ALTBPF_MAP_TYPE_SOCKHASH)
		return set_sock(env, call, AB_SOCK_FULL, true);
	if (holds_maps && (!map->inner || call->map.inner))
		return ab_refuse(env, AB_REFUSE_HELPER_MAP_TYPE,
				 "cannot pass map_type %u into func bpf_%s#%u", map->type,
				 call->proto->name, call->proto->id);
	ab_reg_set_pointer(r0, holds_maps ? AB_REG_MAP : AB_REG_VALUE);
	r0->map = call->map.map;
	r0->inner = call->map.inner || holds_maps;
	if (!holds_maps && (is_there(map, call) || call->proto->ret == AB_RET_MAP_VALUE))
		return 0;
	r0->or_null = 1;
	r0->id = ab_new_id(env);
	return 0;
}

static void set_integer(struct ab_env *env, const struct ab_call *call)
{
	const struct ab_helper_proto *proto = call->proto;
	s64 max = proto->ret_max;

	if (!proto->ret_min && !proto->ret_max) {
		ab_reg_set_unknown(ab_reg_at(env, 0));
		return;
	}
	if (proto->flags & AB_HELPER_RET_SIZE)
		max = min_t(s64, max, call->size_max);
	ab_reg_set_scalar(ab_reg_at(env, 0), ab_scalar_srange(proto->ret_min, max));
}

static int set_result(struct ab_env *env, const struct ab_call *call)
{
	struct ab_reg *r0 = ab_reg_at(env, 0);
	int err;

	switch (call->proto->ret) {
	case AB_RET_INTEGER:
		set_integer(env, call);
		return 0;
	case AB_RET_VOID:
		return 0;
	case AB_RET_MAP_VALUE_OR_NULL:
	case AB_RET_MAP_VALUE:
		return set_map_value(env, call);
	case AB_RET_SOCK_OR_NULL:
		return set_sock(env, call, AB_SOCK_FULL, call->proto->flags & AB_HELPER_ACQUIRES);
	case AB_RET_SOCK_COMMON_OR_NULL:
		return set_sock(env, call, AB_SOCK_COMMON, call->proto->flags & AB_HELPER_ACQUIRES);
	case AB_RET_TCP_SOCK_OR_NULL:
		return set_sock(env, call, AB_SOCK_TCP, false);
	case AB_RET_RINGBUF_MEM_OR_NULL:
		ab_reg_set_pointer(r0, AB_REG_MEM);
		r0->or_null = 1;
		r0->record = 1;
		r0->size = call->alloc;
		err = acquire(env, &r0->id);
		r0->ref = r0->id;
		return err;
	case AB_RET_BTF_TASK:
		ab_reg_set_pointer(r0, AB_REG_OPAQUE);
		r0->record = 1;
		return 0;
	default:
		return ab_internal(env, "a result type without a rule");
	}
}

static void note_facts(struct ab_env *env, const struct ab_call *call)
{
	ab_fact_helper(env, call->proto);
	if (call->map.kind != AB_REG_MAP)
		return;
	ab_fact_map(env, call->map.inner ? U32_MAX : call->map.map);
	ab_fact_key(env, call->has_key, call->key);
}

/* Sound: R0 to R5 are gone; R0 is what the table promises; memory and references: args.c, above. */
static int take_effect(struct ab_env *env, const struct ab_call *call)
{
	int err = 0;
	u32 n;

	if (call->ref)
		err = release(env, call->ref);
	if (err)
		return err;
	for (n = 0; n <= 5; n++)
		ab_reg_clear(ab_reg_at(env, n));
	if (call->proto->flags & AB_HELPER_PACKET) {
		env->changes_packet = true;
		if (ab_regs_drop_packets(env, env->cur))
			return ab_no_memory(env);
	}
	return set_result(env, call);
}

int ab_call_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	struct ab_call call = { .func = -1 };
	int err;

	if (insn->src_reg == ALTBPF_PSEUDO_CALL)
		return ab_subprog_call(env, insn);
	if (insn->src_reg)
		return ab_refuse(env, AB_REFUSE_KFUNC, "calling kernel function %d is not allowed",
				 insn->imm);
	err = check_helper(env, insn->imm, &call.proto);
	if (!err)
		err = ab_args_check(env, &call);
	if (!err && insn->imm == ALTBPF_FUNC_tail_call)
		err = check_tail_call(env);
	if (!err && insn->imm == ALTBPF_FUNC_snprintf)
		err = check_snprintf(env);
	if (!err && insn->imm == ALTBPF_FUNC_get_local_storage)
		err = check_local_storage(env);
	if (err)
		return err;
	note_facts(env, &call);
	if (call.func >= 0) {
		err = ab_callback_enter(env, &call);
		if (err)
			return err;
		/* On this way the call is done; the next one is another. */
		ab_top(env)->turns = 0;
		ab_top(env)->call_id = ab_new_id(env);
	}
	env->next = env->insn + 1;
	return take_effect(env, &call);
}
