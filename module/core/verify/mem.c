// SPDX-License-Identifier: GPL-2.0
/*
 * Loads, stores and atomics, region by region; 64-bit immediates that name maps and functions.
 */
#include "core/isa/check.h"
#include "core/verify/typed.h"

static bool is_sext(const struct altbpf_insn *insn)
{
	return AB_MODE(insn->code) == AB_MEMSX;
}

static int bad_ctx(struct ab_env *env, s32 off, u32 size)
{
	return ab_refuse(env, AB_REFUSE_CTX_ACCESS, "invalid bpf_context access off=%d size=%u", off,
			 size);
}

static int ctx_flat(struct ab_env *env, s32 off, u32 size, u32 access)
{
	const struct ab_prog_type *type = env->type;

	if (off < (s32)type->ctx_min || off % (s32)size || off + (s64)size > type->ctx_size ||
	    (type->ctx_access == 8 && size != 8))
		return bad_ctx(env, off, size);
	if ((access & AB_WRITE) && !type->ctx_writable)
		return ab_refuse(env, AB_REFUSE_CTX_WRITE,
				 "invalid bpf_context access off=%d size=%u", off, size);
	env->max_ctx = max_t(u32, env->max_ctx, off + size);
	return 0;
}

/* Sound: reads of a pointer field give that pointer, whole; other fields are numbers of their width. */
static int ctx_access(struct ab_env *env, u32 base, s32 off, u32 size, u32 access,
		      enum ab_ctx_kind *kind)
{
	const struct ab_prog_type *type = env->type;
	const struct ab_ctx_field *field;
	int err;

	*kind = AB_CTX_SCALAR;
	err = ab_ctx_pointer_check(env, base);
	if (err)
		return err;
	if (!type->fields)
		return ctx_flat(env, off, size, access);
	field = off < 0 || off % (s32)size ? NULL : ab_ctx_field_find(type, off, size);
	if (!field || !ab_ctx_field_fits(field, off, size, access & AB_WRITE))
		return bad_ctx(env, off, size);
	if ((access & AB_WRITE) && !field->writable)
		return ab_refuse(env, AB_REFUSE_CTX_WRITE,
				 "invalid bpf_context access off=%d size=%u", off, size);
	*kind = field->kind;
	env->max_ctx = max_t(u32, env->max_ctx, off + size);
	return 0;
}

/* A pointer that was read from the context. */
static void set_ctx_pointer(struct ab_env *env, struct ab_reg *reg, enum ab_ctx_kind kind)
{
	switch (kind) {
	case AB_CTX_PACKET:
		ab_reg_set_pointer(reg, AB_REG_PACKET);
		return;
	case AB_CTX_PACKET_END:
		ab_reg_set_pointer(reg, AB_REG_END);
		return;
	case AB_CTX_PACKET_META:
		ab_reg_set_pointer(reg, AB_REG_META);
		return;
	case AB_CTX_FLOW_KEYS:
		ab_reg_set_pointer(reg, AB_REG_MEM);
		reg->size = AB_FLOW_KEYS_SIZE;
		return;
	default:
		ab_reg_set_pointer(reg, AB_REG_OPAQUE);
		reg->size = kind == AB_CTX_SOCK_COMMON_OR_NULL ? AB_SOCK_COMMON : AB_SOCK_FULL;
		if (kind == AB_CTX_SOCK)
			return;
		reg->or_null = 1;
		reg->id = ab_new_id(env);
	}
}

/* Sound: only what the tables of sockets show is read, of a socket that is there. */
static int sock_load(struct ab_env *env, u32 base, s32 off, u32 size)
{
	const struct ab_reg *reg = ab_reg_at(env, base);

	if (reg->or_null || reg->record)
		return ab_refuse(env, reg->or_null ? AB_REFUSE_NULL_DEREF : AB_REFUSE_BAD_POINTER,
				 "R%u invalid mem access '%s'", base, ab_reg_kind_name(reg));
	if (off < 0 || !ab_sock_field_fits(reg->size, off, size))
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS, "R%u invalid %s access off=%d size=%u",
				 base, ab_reg_kind_name(reg), off, size);
	return 0;
}

/* A constant from a frozen, read-only map, where the offset is known. */
static bool frozen_value(struct ab_env *env, const struct ab_reg *reg, s32 off, u32 size, bool sign,
			 u64 *value)
{
	const struct ab_map_desc *map = ab_reg_map(env, reg);
	s64 at = (s64)reg->off + off + (s64)ab_scalar_value(&reg->val);
	u32 i;

	if (!map->contents || !map->frozen || !(map->flags & ALTBPF_F_RDONLY_PROG) ||
	    !ab_scalar_is_const(&reg->val) || at < 0 || at + size > map->value_size)
		return false;
	*value = 0;
	for (i = 0; i < size; i++)
		*value |= (u64)((const u8 *)map->contents)[at + i] << (8 * i);
	if (sign && size < 8)
		*value = (u64)((s64)(*value << (64 - 8 * size)) >> (64 - 8 * size));
	return true;
}

static int load(struct ab_env *env, u32 base, s32 off, u32 size, bool sign, u32 dst)
{
	const struct ab_reg *reg = ab_reg_at(env, base);
	enum ab_ctx_kind kind;
	u64 value;
	int err;

	err = ab_align_check(env, base, off, size, false);
	if (err)
		return err;
	switch (reg->kind) {
	case AB_REG_STACK:
		ab_fact_region(env, AB_REGION_STACK, -1);
		return ab_stack_load(env, base, off, size, sign, dst);
	case AB_REG_CTX:
		ab_fact_region(env, AB_REGION_CTX, -1);
		err = ctx_access(env, base, off, size, AB_READ, &kind);
		if (err)
			return err;
		if (env->type->typed)
			return sign ? bad_ctx(env, off, size) :
				      ab_typed_argument(env, off, size, ab_reg_at(env, dst));
		if (kind == AB_CTX_SCALAR)
			break;
		if (sign)
			return bad_ctx(env, off, size);
		set_ctx_pointer(env, ab_reg_at(env, dst), kind);
		return 0;
	case AB_REG_VALUE:
		ab_fact_region(env, AB_REGION_MAP_VALUE, reg->inner ? -1 : reg->map);
		err = ab_bounds_check(env, base, off, size, AB_READ, false);
		if (err)
			return err;
		if (!frozen_value(env, reg, off, size, sign, &value))
			break;
		ab_reg_set_const(ab_reg_at(env, dst), value);
		return 0;
	case AB_REG_BTF:
		ab_fact_region(env, AB_REGION_BTF, -1);
		return ab_typed_load(env, base, off, size, sign, ab_reg_at(env, dst));
	case AB_REG_OPAQUE:
		ab_fact_region(env, AB_REGION_MEM, -1);
		err = sock_load(env, base, off, size);
		if (err)
			return err;
		break;
	default:
		ab_fact_region(env, ab_reg_is_packet(reg) ? AB_REGION_PACKET : AB_REGION_MEM, -1);
		err = ab_bounds_check(env, base, off, size, AB_READ, false);
		if (err)
			return err;
	}
	ab_reg_set_scalar(ab_reg_at(env, dst), ab_scalar_load(size, sign));
	return 0;
}

/* @src: register, or -1: the immediate. */
static int store(struct ab_env *env, u32 base, s32 off, u32 size, s32 src, s32 imm)
{
	const struct ab_reg *reg = ab_reg_at(env, base);
	enum ab_ctx_kind kind;
	int err;

	err = ab_align_check(env, base, off, size, false);
	if (err)
		return err;
	switch (reg->kind) {
	case AB_REG_STACK:
		ab_fact_region(env, AB_REGION_STACK, -1);
		return ab_stack_store(env, base, off, size, src, imm);
	case AB_REG_CTX:
		ab_fact_region(env, AB_REGION_CTX, -1);
		return ctx_access(env, base, off, size, AB_WRITE, &kind);
	case AB_REG_VALUE:
		ab_fact_region(env, AB_REGION_MAP_VALUE, reg->inner ? -1 : reg->map);
		break;
	default:
		ab_fact_region(env, ab_reg_is_packet(reg) ? AB_REGION_PACKET : AB_REGION_MEM, -1);
	}
	return ab_bounds_check(env, base, off, size, AB_WRITE, false);
}

/* Sound: what comes back is what was there; what is there then is some number of that width. */
static int atomic_rmw(struct ab_env *env, const struct altbpf_insn *insn, u32 size)
{
	u32 base = insn->dst_reg;
	struct ab_reg *reg = ab_reg_at(env, base);
	s32 fetched = insn->imm == AB_CMPXCHG ? 0 : insn->imm & AB_FETCH ? insn->src_reg : -1;
	struct ab_reg old;
	s32 min, max;
	int err;

	ab_reg_set_scalar(&old, ab_scalar_load(size, false));
	err = ab_align_check(env, base, insn->off, size, true);
	if (err)
		return err;
	if (fetched >= 0) {
		err = ab_regs_write(env, fetched);
		if (err)
			return err;
	}
	if (reg->kind == AB_REG_STACK) {
		ab_fact_region(env, AB_REGION_STACK, -1);
		err = ab_stack_load(env, base, insn->off, size, false, -1);
		old = env->scratch[3];
		if (!err)
			err = ab_stack_bounds(env, base, insn->off, size, AB_WRITE, &min, &max);
		if (err)
			return err;
		/* The slot keeps no link to the old number, and its new one is unknown. */
		reg->off += insn->off;
		err = ab_stack_helper(env, base, size, AB_READ | AB_WRITE);
		reg = ab_reg_at(env, base);
		reg->off -= insn->off;
	} else {
		ab_fact_region(env, reg->kind == AB_REG_VALUE ? AB_REGION_MAP_VALUE : AB_REGION_MEM,
			       reg->kind == AB_REG_VALUE && !reg->inner ? reg->map : -1);
		err = ab_bounds_check(env, base, insn->off, size, AB_READ | AB_WRITE, false);
	}
	if (err || fetched < 0)
		return err;
	*ab_reg_at(env, fetched) = old;
	return 0;
}

static int check_atomic_base(struct ab_env *env, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	if (reg->kind == AB_REG_CTX || ab_reg_is_packet(reg))
		return ab_refuse(env, AB_REFUSE_ACCESS_KIND,
				 "BPF_ATOMIC stores into R%u %s is not allowed", n,
				 ab_reg_kind_name(reg));
	return 0;
}

static int atomic(struct ab_env *env, const struct altbpf_insn *insn)
{
	u32 size = ab_insn_width(insn->code);
	bool acquire = insn->imm == AB_LOAD_ACQ;
	int err;

	err = ab_regs_read(env, insn->src_reg);
	if (!err && !acquire)
		err = ab_regs_read(env, insn->dst_reg);
	if (!err && insn->imm == AB_CMPXCHG)
		err = ab_regs_read(env, 0);
	if (!err)
		err = check_atomic_base(env, acquire ? insn->src_reg : insn->dst_reg);
	if (err)
		return err;
	if (acquire) {
		err = ab_regs_write(env, insn->dst_reg);
		if (!err)
			err = ab_align_check(env, insn->src_reg, insn->off, size, true);
		return err ? err : load(env, insn->src_reg, insn->off, size, false, insn->dst_reg);
	}
	if (insn->imm == AB_STORE_REL) {
		err = ab_align_check(env, insn->dst_reg, insn->off, size, true);
		return err ? err : store(env, insn->dst_reg, insn->off, size, insn->src_reg, 0);
	}
	return atomic_rmw(env, insn, size);
}

static int step(struct ab_env *env, const struct altbpf_insn *insn)
{
	u32 size = ab_insn_width(insn->code);
	int err;

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_LDX:
		err = ab_regs_read(env, insn->src_reg);
		if (!err)
			err = ab_regs_write(env, insn->dst_reg);
		return err ? err : load(env, insn->src_reg, insn->off, size, is_sext(insn),
					insn->dst_reg);
	case AB_FORM_STX:
		err = ab_regs_read(env, insn->src_reg);
		if (!err)
			err = ab_regs_read(env, insn->dst_reg);
		return err ? err : store(env, insn->dst_reg, insn->off, size, insn->src_reg, 0);
	case AB_FORM_ST:
		err = ab_regs_read(env, insn->dst_reg);
		return err ? err : store(env, insn->dst_reg, insn->off, size, -1, insn->imm);
	default:
		return atomic(env, insn);
	}
}

int ab_mem_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	int err = step(env, insn);

	if (!err && env->ctx_mixed)
		return ab_refuse(env, AB_REFUSE_PATHS_DIFFER,
				 "same insn cannot be used with different pointers");
	return err;
}

int ab_imm64_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	struct ab_reg *dst = ab_reg_at(env, insn->dst_reg);
	int err = ab_regs_write(env, insn->dst_reg);

	if (err)
		return err;
	switch (insn->src_reg) {
	case ALTBPF_PSEUDO_MAP_FD:
		ab_reg_set_pointer(dst, AB_REG_MAP);
		dst->map = insn->imm;
		ab_fact_map(env, insn->imm);
		return 0;
	case ALTBPF_PSEUDO_MAP_VALUE:
		ab_reg_set_pointer(dst, AB_REG_VALUE);
		dst->map = insn->imm;
		dst->off = insn[1].imm;
		ab_fact_map(env, insn->imm);
		return 0;
	case ALTBPF_PSEUDO_FUNC:
		ab_reg_set_pointer(dst, AB_REG_FUNC);
		dst->subprog = env->fact[env->insn].subprog;
		return 0;
	default:
		ab_reg_set_const(dst, ab_insn_imm64(insn));
		return 0;
	}
}
