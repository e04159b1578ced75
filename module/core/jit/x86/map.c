// SPDX-License-Identifier: GPL-2.0
/*
 * Calls on a map that the verifier knows: array look-ups become address arithmetic (an address,
 * where the key is known too), others go straight to the map kind's function.
 */
#include <linux/kernel.h>
#include <linux/log2.h>
#include "core/jit/x86/lower.h"

static int map_fn(u32 helper)
{
	switch (helper) {
	case ALTBPF_FUNC_map_lookup_elem:
		return AB_MAP_FN_LOOKUP;
	case ALTBPF_FUNC_map_update_elem:
		return AB_MAP_FN_UPDATE;
	case ALTBPF_FUNC_map_delete_elem:
		return AB_MAP_FN_DELETE;
	case ALTBPF_FUNC_map_push_elem:
		return AB_MAP_FN_PUSH;
	case ALTBPF_FUNC_map_pop_elem:
		return AB_MAP_FN_POP;
	case ALTBPF_FUNC_map_peek_elem:
		return AB_MAP_FN_PEEK;
	case ALTBPF_FUNC_map_lookup_percpu_elem:
		return AB_MAP_FN_LOOKUP_PERCPU;
	default:
		return -1;
	}
}

/* T0 = *(u32 *)R2, R0 = 0; returns the mark of the branch for a key too large. */
static u32 put_key_check(struct ab_jit_work *work, const struct ab_map_desc *map)
{
	ab_x86_rm(work, 0x8b, AB_X86_T0, AB_RSI, 0);
	ab_x86_mov_imm(work, AB_RAX, 0);
	ab_x86_alu_imm(work, false, AB_X_CMP, AB_X86_T0, (s32)map->max_entries);
	return ab_x86_skip_begin(work, AB_CC_AE);
}

/* R0 = elems + T0 * elem_size */
static void put_element(struct ab_jit_work *work, const struct ab_map_desc *map)
{
	u32 size = map->elem_size;

	ab_x86_mov_imm(work, AB_RAX, map->elems);
	if (is_power_of_2(size) && size <= 8) {
		ab_x86_rmx(work, AB_XW | 0x8d, AB_RAX, AB_RAX, AB_X86_T0, ilog2(size), 0);
		return;
	}
	if (is_power_of_2(size))
		ab_x86_shift_imm(work, true, AB_X_SHL, AB_X86_T0, ilog2(size));
	else
		ab_x86_imul_imm(work, true, AB_X86_T0, AB_X86_T0, size);
	ab_x86_alu(work, true, AB_X_ADD, AB_RAX, AB_X86_T0);
}

static void put_array_lookup(struct ab_jit_work *work, const struct ab_map_desc *map,
			     const struct ab_insn_fact *fact)
{
	u32 too_large;

	if (fact->has_key) {
		bool inside = fact->key < map->max_entries;

		ab_x86_mov_imm(work, AB_RAX,
			       inside ? map->elems + (u64)fact->key * map->elem_size : 0);
		return;
	}
	too_large = put_key_check(work, map);
	put_element(work, map);
	ab_x86_skip_end(work, too_large);
}

static void put_percpu_lookup(struct ab_jit_work *work, const struct ab_map_desc *map,
			      const struct ab_insn_fact *fact)
{
	u32 too_large = 0;

	if (fact->has_key && fact->key >= map->max_entries) {
		ab_x86_mov_imm(work, AB_RAX, 0);
		return;
	}
	if (fact->has_key) {
		ab_x86_mov_imm(work, AB_RAX, map->elems + (u64)fact->key * sizeof(u64));
		ab_x86_rm(work, AB_XW | 0x8b, AB_RAX, AB_RAX, 0);
	} else {
		too_large = put_key_check(work, map);
		ab_x86_mov_imm(work, AB_RAX, map->elems);
		ab_x86_rmx(work, AB_XW | 0x8b, AB_RAX, AB_RAX, AB_X86_T0, 3, 0);
	}
	ab_x86_abs(work, AB_XGS | AB_XW | 0x03, AB_RAX, work->env->this_cpu_off);
	if (!fact->has_key)
		ab_x86_skip_end(work, too_large);
}

static bool lower_lookup(struct ab_jit_work *work, const struct ab_map_desc *map,
			 const struct ab_insn_fact *fact)
{
	if (map->inl == AB_MAP_INLINE_ARRAY && map->elem_size && map->elem_size <= S32_MAX) {
		put_array_lookup(work, map, fact);
		return true;
	}
	if (map->inl == AB_MAP_INLINE_PERCPU_ARRAY && work->env->this_cpu_off) {
		put_percpu_lookup(work, map, fact);
		return true;
	}
	return false;
}

bool ab_x86_lower_map_call(struct ab_jit_work *work, u32 i)
{
	const struct ab_insn_fact *fact = &work->code->facts->insn[i];
	u32 helper = work->code->insns[i].imm;
	const struct ab_map_desc *map;
	int fn = map_fn(helper);

	if (fn < 0 || !fact->map || fact->map > work->code->map_cnt)
		return false;
	map = work->code->maps[fact->map - 1];
	if (fn == AB_MAP_FN_LOOKUP && lower_lookup(work, map, fact))
		return true;
	if (!map->fn[fn])
		return false;
	ab_x86_call_c(work, map->fn[fn]);
	return true;
}
