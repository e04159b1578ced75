// SPDX-License-Identifier: GPL-2.0
/*
 * Does an access stay inside its memory? One rule for all sized regions: the smallest offset is
 * not negative and the largest plus the size is at most the region's size. Packets have, in place
 * of a size, the range that was compared with the packet's end. Alignment is checked here too.
 */
#include "core/verify/env.h"

static int out_of_bounds(struct ab_env *env, u32 n, s64 off, s64 size, s64 limit)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	ab_explain_access(env, n, off, size, limit);
	switch (reg->kind) {
	case AB_REG_VALUE:
		return ab_refuse(env, AB_REFUSE_MAP_VALUE_BOUNDS,
				 "invalid access to map value, value_size=%d off=%d size=%d",
				 (int)limit, (int)off, (int)size);
	case AB_REG_KEY:
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "invalid access to map key, key_size=%d off=%d size=%d",
				 (int)limit, (int)off, (int)size);
	case AB_REG_PACKET:
	case AB_REG_META:
		return ab_refuse(env, AB_REFUSE_PACKET_BOUNDS,
				 "invalid access to packet, off=%d size=%d, R%u(id=%u,off=%d,r=%u)\n"
				 "R%u offset is outside of the packet",
				 (int)off, (int)size, n, reg->id, reg->off, reg->range, n);
	default:
		return ab_refuse(env, AB_REFUSE_MEM_BOUNDS,
				 "invalid access to memory, mem_size=%u off=%d size=%d", (u32)limit,
				 (int)off, (int)size);
	}
}

static bool fits(s64 off, s64 size, s64 limit, bool zero_ok)
{
	return off >= 0 && (size > 0 || (size == 0 && zero_ok)) && off + size <= limit;
}

/*
 * Sound: smin and umax bound the unknown part of the offset; umax below 2^29 also means that the
 * signed maximum is umax, and nothing here wraps.
 */
int ab_bounds_range(struct ab_env *env, u32 n, s32 off, s64 size, s64 limit, bool zero_ok)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	s64 base = (s64)reg->off + off, low = reg->val.smin;

	if (low < 0 && (low < -AB_MAX_VAR_OFF || base + low < 0)) {
		ab_explain_access(env, n, base + max_t(s64, low, -AB_MAX_VAR_OFF), size, limit);
		return ab_refuse(env, AB_REFUSE_UNBOUNDED,
				 "R%u min value is negative, either use unsigned index or do a if (index >=0) check.",
				 n);
	}
	if (!fits(base + low, size, limit, zero_ok))
		return out_of_bounds(env, n, base + low, size, limit);
	if (reg->val.umax >= AB_MAX_VAR_OFF) {
		ab_explain_access(env, n, base + min_t(u64, reg->val.umax, U32_MAX), size, limit);
		return ab_refuse(env, AB_REFUSE_UNBOUNDED,
				 "R%u unbounded memory access, make sure to bounds check any such access",
				 n);
	}
	if (!fits(base + (s64)reg->val.umax, size, limit, zero_ok))
		return out_of_bounds(env, n, base + (s64)reg->val.umax, size, limit);
	return 0;
}

/*
 * Sound: range counts from the pointer's base (its unknown part included), and was set where
 * base + range was seen not to pass the end.
 */
static int check_packet(struct ab_env *env, u32 n, s32 off, u32 size, bool zero_ok)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	s64 base = (s64)reg->off + off, end;

	if (reg->val.smin < 0)
		return ab_refuse(env, AB_REFUSE_UNBOUNDED,
				 "R%u min value is negative, either use unsigned index or do a if (index >=0) check.",
				 n);
	if (!fits(base, size, reg->range, zero_ok))
		return out_of_bounds(env, n, base, size, reg->range);
	end = base + size + (s64)reg->val.umax;
	env->max_packet = max_t(u32, env->max_packet, end);
	return 0;
}

static int check_map_flags(struct ab_env *env, const struct ab_map_desc *map, s64 off, u32 size,
			   u32 access)
{
	if ((access & AB_WRITE) && (map->flags & ALTBPF_F_RDONLY_PROG))
		return ab_refuse(env, AB_REFUSE_MEM_RDONLY,
				 "write into map forbidden, value_size=%u off=%d size=%u",
				 map->value_size, (int)off, size);
	if ((access & AB_READ) && (map->flags & ALTBPF_F_WRONLY_PROG))
		return ab_refuse(env, AB_REFUSE_MAP_FLAGS,
				 "read from map forbidden, value_size=%u off=%d size=%u",
				 map->value_size, (int)off, size);
	return 0;
}

static int rdonly(struct ab_env *env, u32 n)
{
	return ab_refuse(env, AB_REFUSE_MEM_RDONLY, "R%u cannot write into %s", n,
			 ab_reg_kind_name(ab_reg_at(env, n)));
}

int ab_bounds_check(struct ab_env *env, u32 n, s32 off, u32 size, u32 access, bool zero_ok)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	const struct ab_map_desc *map;
	int err;

	if (reg->or_null)
		return ab_refuse(env, AB_REFUSE_NULL_DEREF, "R%u invalid mem access '%s'", n,
				 ab_reg_kind_name(reg));
	switch (reg->kind) {
	case AB_REG_VALUE:
		map = ab_reg_map(env, reg);
		err = check_map_flags(env, map, (s64)reg->off + off, size, access);
		return err ? err : ab_bounds_range(env, n, off, size, map->value_size, zero_ok);
	case AB_REG_KEY:
		if (access & AB_WRITE)
			return rdonly(env, n);
		return ab_bounds_range(env, n, off, size, ab_reg_map(env, reg)->key_size, zero_ok);
	case AB_REG_PACKET:
	case AB_REG_META:
		if ((access & AB_WRITE) && !env->type->packet_write)
			return ab_refuse(env, AB_REFUSE_PACKET_WRITE, "cannot write into packet");
		return check_packet(env, n, off, size, zero_ok);
	case AB_REG_MEM:
		if ((access & AB_WRITE) && reg->rdonly)
			return rdonly(env, n);
		return ab_bounds_range(env, n, off, size, reg->size, zero_ok);
	default:
		return ab_refuse(env, AB_REFUSE_BAD_POINTER, "R%u invalid mem access '%s'", n,
				 ab_reg_kind_name(reg));
	}
}

/* The fixed header room that makes an aligned packet's IP header aligned. */
#define IP_ALIGN 2

int ab_align_check(struct ab_env *env, u32 n, s32 off, u32 size, bool strict)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	bool packet = ab_reg_is_packet(reg);
	struct ab_tnum sum;
	char text[48];

	strict |= env->strict || reg->kind == AB_REG_STACK;
	if (!strict || size == 1)
		return 0;
	sum = ab_tnum_add(reg->val.bits, ab_tnum_const((s64)reg->off + off + (packet ? IP_ALIGN : 0)));
	if (!((sum.value | sum.mask) & (size - 1)))
		return 0;
	ab_print_tnum(text, sizeof(text), reg->val.bits);
	if (packet)
		return ab_refuse(env, AB_REFUSE_MISALIGNED,
				 "misaligned packet access off %d+%s+%d+%d size %u", IP_ALIGN, text,
				 reg->off, off, size);
	if (reg->kind == AB_REG_STACK)
		return ab_refuse(env, AB_REFUSE_STACK_ALIGN,
				 "misaligned stack access off %s+%d+%d size %u", text, reg->off, off,
				 size);
	return ab_refuse(env, AB_REFUSE_MISALIGNED, "misaligned %saccess off %s+%d+%d size %u",
			 reg->kind == AB_REG_VALUE ? "value " :
			 reg->kind == AB_REG_CTX ? "context " : "", text, reg->off, off, size);
}

/* The context is only used through its unchanged pointer: accesses to it are rewritten. */
int ab_ctx_pointer_check(struct ab_env *env, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	char text[48];

	if (!ab_scalar_is_const(&reg->val) || ab_scalar_value(&reg->val)) {
		ab_print_tnum(text, sizeof(text), reg->val.bits);
		return ab_refuse(env, AB_REFUSE_CTX_VAR_OFF, "variable ctx access var_off=%s disallowed",
				 text);
	}
	if (reg->off < 0)
		return ab_refuse(env, AB_REFUSE_CTX_VAR_OFF,
				 "negative offset ctx ptr R%u off=%d disallowed", n, reg->off);
	if (reg->off)
		return ab_refuse(env, AB_REFUSE_CTX_VAR_OFF,
				 "dereference of modified ctx ptr R%u off=%d disallowed", n,
				 reg->off);
	return 0;
}
