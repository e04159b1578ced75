// SPDX-License-Identifier: GPL-2.0
/* What blocks of generated programs are made of, for gen.h. */
#include "gen.h"
#include <string.h>

#define NUM_SLOTS 6 /* at -8 to -48 */
#define PTR_SLOT (-56)

static u8 reg_or_copy(struct gen *g, u8 reg)
{
	u8 copy;

	if (g_below(g, 2))
		return reg;
	copy = g_dst_but(g, 1U << reg);
	g_put(g, AB_ALU64 | AB_MOV | AB_X, copy, reg, 0, 0);
	g_clobber(g, copy, g->kind[reg]);
	return copy;
}

static void piece_alu(struct gen *g)
{
	static const u8 ops[] = { AB_ADD, AB_SUB, AB_MUL, AB_DIV, AB_OR, AB_AND, AB_LSH, AB_RSH,
				  AB_MOD, AB_XOR, AB_ARSH, AB_AND, AB_ADD, AB_RSH };
	u8 op = ops[g_below(g, ARRAY_SIZE(ops))], class = g_below(g, 3) ? AB_ALU64 : AB_ALU;
	u8 src = g_num(g), dst = g_num(g);
	s32 imm = g_imm(g);
	s16 off = 0;

	if (g->locked & 1U << dst)
		return;
	if (op == AB_LSH || op == AB_RSH || op == AB_ARSH)
		imm &= class == AB_ALU ? 31 : 63;
	if (op == AB_DIV || op == AB_MOD) {
		off = g_below(g, 2);
		imm = imm ? imm : 3;
	}
	if (g_below(g, 2))
		g_put(g, class | op | AB_K, dst, 0, off, imm);
	else
		g_put(g, class | op | AB_X, dst, src, off, 0);
}

static void piece_move(struct gen *g)
{
	u8 src = g_num(g), dst = g_dst(g);
	bool wide = g_below(g, 3);
	s16 off = g_below(g, 3) ? 0 : 8 << g_below(g, wide ? 3 : 2);

	if (!g_below(g, 6) && g->kind[dst] == K_NUM)
		g_put(g, (wide ? AB_ALU64 : AB_ALU) | AB_NEG, dst, 0, 0, 0);
	else if (!g_below(g, 6) && g->kind[dst] == K_NUM)
		g_put(g, (wide ? AB_ALU64 : AB_ALU) | AB_END, dst, 0, 0, 16 << g_below(g, 3));
	else if (!g_below(g, 5))
		g_put(g, (wide ? AB_ALU64 : AB_ALU) | AB_MOV | AB_K, dst, 0, 0, g_imm(g));
	else if (!g_below(g, 8))
		g_imm64(g, dst, 0, g_imm(g), g_imm(g));
	else
		g_put(g, (wide ? AB_ALU64 : AB_ALU) | AB_MOV | AB_X, dst, src, off, 0);
	g_clobber(g, dst, K_NUM);
}

static s16 some_slot(struct gen *g, u32 width)
{
	return -8 * (s16)(1 + g_below(g, NUM_SLOTS)) + (g_below(g, 3) ? 0 : (s16)(g_below(g, 8 / width) * width));
}

static void piece_stack(struct gen *g)
{
	u32 width;
	u8 size = g_size(g, &width), dst;
	s16 off = some_slot(g, width);

	switch (g_below(g, 5)) {
	case 0:
		g_put(g, AB_ST | AB_MEM | size, 10, 0, off, g_below(g, 2) ? 0 : g_imm(g));
		return;
	case 1:
	case 2:
		g_put(g, AB_STX | AB_MEM | size, 10, g_num(g), off, 0);
		return;
	default:
		dst = g_dst(g);
		g_put(g, AB_LDX | (width < 8 && !g_below(g, 3) ? AB_MEMSX : AB_MEM) | size, dst, 10,
		      off, 0);
		g_clobber(g, dst, K_NUM);
	}
}

static void piece_load(struct gen *g)
{
	u32 width;
	u8 size = g_size(g, &width), dst = g_dst(g);

	g_put(g, AB_LDX | (width < 8 && !g_below(g, 3) ? AB_MEMSX : AB_MEM) | size, dst, 7,
	      g_below(g, VALUE_SIZE - width + 1), 0);
	g_clobber(g, dst, K_NUM);
}

static u32 mask_below(u32 limit)
{
	u32 mask = 1;

	while (mask * 2 - 1 <= limit)
		mask *= 2;
	return mask - 1;
}

/* A spill, perhaps of a part, and the number comes back from there. */
static void by_stack(struct gen *g, u8 reg)
{
	u32 width;
	u8 size = g_size(g, &width);
	s16 off = -8 * (s16)(1 + g_below(g, NUM_SLOTS));

	g_put(g, AB_STX | AB_MEM | (g_below(g, 2) ? AB_DW : size), 10, reg, off, 0);
	if (g_below(g, 2))
		gen_piece(g);
	if (g->locked & 1U << reg)
		return;
	g_put(g, AB_LDX | (width < 8 && !g_below(g, 4) ? AB_MEMSX : AB_MEM) | size, reg, 10, off, 0);
	g_clobber(g, reg, K_NUM);
}

/*
 * Makes a register that is a multiple of @align and at most @limit (or nearly), in one of many
 * ways; 0xff: none. Jumps that find it too large lead to the end of the piece.
 */
static u8 bounded(struct gen *g, u32 limit, u32 align)
{
	u8 reg = reg_or_copy(g, g_num(g)), copy;
	u32 off;
	s32 max = limit + (g_below(g, 12) ? 0 : 1);

	if (g->locked & 1U << reg) {
		copy = g_dst_but(g, 1U << reg);
		g_put(g, AB_ALU64 | AB_MOV | AB_X, copy, reg, 0, 0);
		g_clobber(g, copy, K_NUM);
		reg = copy;
	}
	if (!g_below(g, 4))
		by_stack(g, reg);
	switch (g_below(g, 12)) {
	case 0:
	case 1:
		g_put(g, (g_below(g, 2) ? AB_ALU : AB_ALU64) | AB_AND | AB_K, reg, 0, 0,
		      mask_below(max));
		break;
	case 2:
		g_skip(g, AB_JMP | AB_JGT | AB_K, reg, 0, max);
		break;
	case 3: /* the copy is compared */
		copy = g_dst_but(g, 1U << reg);
		off = g_below(g, 10);
		g_put(g, AB_ALU64 | AB_MOV | AB_X, copy, reg, 0, 0);
		if (g_below(g, 2))
			g_put(g, AB_ALU64 | AB_ADD | AB_K, copy, 0, 0, off);
		else
			off = 0;
		g_clobber(g, copy, K_NUM);
		if (g_below(g, 3) == 0)
			gen_block(g, 1);
		if (g_below(g, 2)) {
			g_skip(g, AB_JMP | AB_JGT | AB_K, copy, 0, max + off);
		} else { /* as the second operand */
			u8 most = g_dst_but(g, 1U << reg | 1U << copy);

			g_put(g, AB_ALU64 | AB_MOV | AB_K, most, 0, 0, max + off);
			g_clobber(g, most, K_NUM);
			g_skip(g, AB_JMP | AB_JLT | AB_X, most, copy, 0);
		}
		if (off)
			g_skip(g, AB_JMP | AB_JLT | AB_K, copy, 0, off);
		break;
	case 4: /* on 32 bits */
		g_put(g, AB_ALU | AB_MOV | AB_X, reg, reg, 0, 0);
		g_skip(g, AB_JMP32 | AB_JGE | AB_K, reg, 0, max + 1);
		break;
	case 5: /* signed, both sides */
		g_skip(g, AB_JMP | AB_JSGT | AB_K, reg, 0, max);
		g_skip(g, AB_JMP | AB_JSLT | AB_K, reg, 0, g_below(g, 8) ? 0 : -1);
		break;
	case 6:
		g_put(g, AB_ALU64 | AB_MOD | AB_K, reg, 0, 0, max + 1);
		break;
	case 7:
		g_put(g, AB_ALU | AB_RSH | AB_K, reg, 0, 0, 27);
		if (max < 31)
			g_put(g, AB_ALU64 | AB_AND | AB_K, reg, 0, 0, mask_below(max));
		break;
	case 8:
		g_put(g, AB_ALU64 | AB_RSH | AB_K, reg, 0, 0, 59);
		if (max < 31)
			g_skip(g, AB_JMP | AB_JGT | AB_K, reg, 0, max);
		break;
	case 9: /* one of two */
		copy = g_num(g);
		g_put(g, AB_ALU64 | AB_MOV | AB_K, reg, 0, 0, g_below(g, max + 1));
		g_put(g, (g_below(g, 2) ? AB_JMP : AB_JMP32) | AB_JSGT | AB_K, copy, 0, 1, g_imm(g));
		g_put(g, AB_ALU64 | AB_MOV | AB_K, reg, 0, 0, g_below(g, max + 1));
		break;
	case 10: /* by another register */
		copy = g_dst_but(g, 1U << reg);
		g_put(g, AB_ALU64 | AB_MOV | AB_K, copy, 0, 0, max);
		g_clobber(g, copy, K_NUM);
		g_skip(g, AB_JMP | AB_JLT | AB_X, copy, reg, 0);
		break;
	default: /* halves and sums of masks */
		g_put(g, AB_ALU64 | AB_AND | AB_K, reg, 0, 0, mask_below(max / 2));
		copy = g_num(g);
		if (copy != reg && !(g->locked & 1U << copy)) {
			g_put(g, AB_ALU64 | AB_AND | AB_K, copy, 0, 0, mask_below(max / 2));
			g_put(g, (g_below(g, 2) ? AB_ALU : AB_ALU64) |
				      (g_below(g, 2) ? AB_ADD : AB_XOR) | AB_X, reg, copy, 0, 0);
		}
	}
	g_clobber(g, reg, K_NUM);
	if (align > 1)
		g_put(g, AB_ALU64 | AB_AND | AB_K, reg, 0, 0, -(s32)align);
	if (!g_below(g, 5))
		by_stack(g, reg);
	return reg;
}

static void touch(struct gen *g, u8 ptr, s16 off, u8 size, u32 width)
{
	u8 dst;

	if (g_below(g, 2)) {
		dst = g_dst_but(g, 1U << ptr);
		g_put(g, AB_LDX | (width < 8 && !g_below(g, 4) ? AB_MEMSX : AB_MEM) | size, dst, ptr,
		      off, 0);
		g_clobber(g, dst, K_NUM);
	} else if (g_below(g, 2)) {
		g_put(g, AB_STX | AB_MEM | size, ptr, g_num(g), off, 0);
	} else {
		g_put(g, AB_ST | AB_MEM | size, ptr, 0, off, g_imm(g));
	}
}

/* base + bounded + off, in an order or another. */
static void access_at(struct gen *g, u8 base, s32 base_off, u32 room, bool aligned)
{
	u32 width, limit, off;
	u8 size = g_size(g, &width), index, ptr;

	if (width > room)
		return;
	limit = g_below(g, room - width + 1);
	off = room - width - limit;
	if (aligned) {
		limit &= -width;
		off &= -width;
	}
	index = bounded(g, limit, aligned ? width : 1);
	if (g->kind[base] == K_NONE || g->kind[base] == K_NUM)
		return; /* the bound's pieces took it */
	ptr = g_dst_but(g, 1U << index | 1U << base);
	g_put(g, AB_ALU64 | AB_MOV | AB_X, ptr, base, 0, 0);
	if (g_below(g, 2)) {
		g_put(g, AB_ALU64 | AB_ADD | AB_K, ptr, 0, 0, base_off + off);
		off = 0;
		base_off = 0;
	}
	g_put(g, AB_ALU64 | AB_ADD | AB_X, ptr, index, 0, 0);
	g_clobber(g, ptr, K_OTHER);
	if (!g_below(g, 4)) { /* by the stack */
		g_put(g, AB_STX | AB_MEM | AB_DW, 10, ptr, PTR_SLOT, 0);
		g_put(g, AB_ALU64 | AB_MOV | AB_K, ptr, 0, 0, 0);
		g_put(g, AB_LDX | AB_MEM | AB_DW, ptr, 10, PTR_SLOT, 0);
	}
	touch(g, ptr, base_off + off, size, width);
	if (g_below(g, 2)) {
		g_put(g, AB_ALU64 | AB_MOV | AB_K, ptr, 0, 0, 1);
		g_clobber(g, ptr, K_NUM);
	} else {
		g_clobber(g, ptr, K_NONE);
	}
}

static void piece_value(struct gen *g)
{
	access_at(g, 7, 0, VALUE_SIZE, false);
}

static void piece_buffer(struct gen *g)
{
	if (g->kind[6] == K_STACK && g_below(g, 2))
		access_at(g, 6, 0, BUF_SIZE, true);
	else
		access_at(g, 10, BUF_OFF, BUF_SIZE, true);
}

static void piece_atomic(struct gen *g)
{
	static const s32 ops[] = { AB_ADD, AB_OR, AB_AND, AB_XOR, AB_ADD | AB_FETCH, AB_XOR | AB_FETCH,
				   AB_OR | AB_FETCH, AB_AND | AB_FETCH, AB_XCHG };
	u8 src = g_num(g);
	bool wide = g_below(g, 2), stack = g_below(g, 2);
	s32 op = ops[g_below(g, ARRAY_SIZE(ops))];

	if (g->locked & 1U << src)
		return;
	g_put(g, AB_STX | AB_ATOMIC | (wide ? AB_DW : AB_W), stack ? 10 : 7, src,
	      stack ? some_slot(g, wide ? 8 : 4) : 8 * g_below(g, 8), op);
}

static void piece_packet(struct gen *g)
{
	u32 room = 1 + g_below(g, 40), width, off;
	bool cls = g->prog->type == ALTBPF_PROG_TYPE_SCHED_CLS;
	u8 data, end, ptr, index, size = g_size(g, &width);

	if (!g->has_ctx || g->prog->type == ALTBPF_PROG_TYPE_KPROBE)
		return;
	data = g_dst(g);
	end = g_dst_but(g, 1U << data);
	index = 0xff;
	if (g_below(g, 2)) {
		index = bounded(g, 200, 1);
		if (index == data || index == end)
			return;
	}
	g_put(g, AB_LDX | AB_MEM | AB_W, data, 6, cls ? 76 : 0, 0);
	g_put(g, AB_LDX | AB_MEM | AB_W, end, 6, cls ? 80 : 4, 0);
	g_clobber(g, data, K_OTHER);
	g_clobber(g, end, K_OTHER);
	ptr = g_dst_but(g, 1U << data | 1U << end | (index < 10 ? 1U << index : 0));
	if (index < 10)
		g_put(g, AB_ALU64 | AB_ADD | AB_X, data, index, 0, 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_X, ptr, data, 0, 0);
	g_put(g, AB_ALU64 | AB_ADD | AB_K, ptr, 0, 0, room);
	g_clobber(g, ptr, K_OTHER);
	switch (g_below(g, 6)) {
	case 0:
		g_skip(g, AB_JMP | AB_JGT | AB_X, ptr, end, 0);
		break;
	case 4: /* the way on is the taken one */
		g_put(g, AB_JMP | AB_JLE | AB_X, ptr, end, 1, 0);
		g_skip(g, AB_JMP | AB_JA, 0, 0, 0);
		break;
	case 5:
		g_put(g, AB_JMP | AB_JGT | AB_X, end, ptr, 1, 0);
		g_skip(g, AB_JMP | AB_JA, 0, 0, 0);
		room += g_below(g, 2);
		break;
	case 1:
		g_skip(g, AB_JMP | AB_JLT | AB_X, end, ptr, 0);
		break;
	case 2:
		g_skip(g, AB_JMP | AB_JGE | AB_X, ptr, end, 0);
		room += g_below(g, 2);
		break;
	default:
		g_skip(g, AB_JMP | AB_JLE | AB_X, end, ptr, 0);
		room += g_below(g, 2);
	}
	if (room < width)
		return;
	off = g_below(g, room - width + 1) + !g_below(g, 16);
	if (!g_below(g, 4)) {
		gen_piece(g);
		if (g->kind[data] != K_OTHER)
			return;
	}
	touch(g, data, off, size, width);
	g_clobber(g, data, K_NONE);
	g_clobber(g, end, K_NONE);
	g_clobber(g, ptr, K_NONE);
}

/* The result is checked for NULL, itself or a copy of it, and used. */
static void use_or_null(struct gen *g, u32 room)
{
	u8 ptr = 0, copy;

	g->kind[0] = K_OTHER;
	if (g_below(g, 2)) {
		ptr = g_dst_but(g, 1);
		g_put(g, AB_ALU64 | AB_MOV | AB_X, ptr, 0, 0, 0);
		g_clobber(g, ptr, K_OTHER);
	}
	copy = g_below(g, 2) ? 0 : ptr;
	if (!g_below(g, 4))
		g_put(g, AB_STX | AB_MEM | AB_DW, 10, ptr, PTR_SLOT, 0);
	if (g_below(g, 2)) {
		g_skip(g, AB_JMP | AB_JEQ | AB_K, copy, 0, 0);
	} else {
		g_put(g, AB_JMP | AB_JNE | AB_K, copy, 0, 1, 0);
		g_skip(g, AB_JMP | AB_JA, 0, 0, 0);
	}
	access_at(g, ptr, 0, room, false);
	g->kind[0] = g->kind[0] == K_OTHER ? K_NONE : g->kind[0];
	if (g->kind[ptr] == K_OTHER)
		g_clobber(g, ptr, K_NONE);
}

static void put_key(struct gen *g, u32 entries)
{
	switch (g_below(g, 3)) {
	case 0:
		g_put(g, AB_ST | AB_MEM | AB_DW, 10, 0, BUF_OFF, g_below(g, entries + 1));
		break;
	case 1:
		g_put(g, AB_STX | AB_MEM | AB_DW, 10, g_num(g), BUF_OFF, 0);
		break;
	default:
		g_put(g, AB_ST | AB_MEM | AB_W, 10, 0, BUF_OFF, g_below(g, entries + 1));
	}
}

static void put_buffer(struct gen *g, u8 reg, s32 off)
{
	g_put(g, AB_ALU64 | AB_MOV | AB_X, reg, 10, 0, 0);
	g_put(g, AB_ALU64 | AB_ADD | AB_K, reg, 0, 0, BUF_OFF + off);
}

static void piece_lookup(struct gen *g)
{
	static const u8 maps[] = { MAP_HASH, MAP_ARRAY, MAP_CPUS, MAP_ONE, MAP_CONST };
	u32 map = maps[g_below(g, ARRAY_SIZE(maps))];

	if (g->locked & 0x3f)
		return;
	put_key(g, gen_maps[map]->max_entries);
	g_imm64(g, 1, ALTBPF_PSEUDO_MAP_FD, map, 0);
	put_buffer(g, 2, 0);
	g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_map_lookup_elem);
	g_after_call(g);
	use_or_null(g, gen_maps[map]->value_size);
}

static void piece_record(struct gen *g)
{
	u32 size = 8 + g_below(g, 40), save;
	u8 keep = 8 + g_below(g, 2);

	if (g->locked & (0x3f | 1U << keep) || g->skip_cnt)
		return;
	g_imm64(g, 1, ALTBPF_PSEUDO_MAP_FD, MAP_RING, 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_K, 2, 0, 0, size);
	g_put(g, AB_ALU64 | AB_MOV | AB_K, 3, 0, 0, 0);
	g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_ringbuf_reserve);
	g_after_call(g);
	g->kind[0] = K_OTHER;
	g_put(g, AB_ALU64 | AB_MOV | AB_X, keep, 0, 0, 0);
	g_clobber(g, keep, K_OTHER);
	g_skip(g, AB_JMP | AB_JEQ | AB_K, g_below(g, 2) ? 0 : keep, 0, 0);
	/* What is skipped from here on must not skip the release. */
	save = g->locked;
	g->locked |= 1U << keep;
	gen_block(g, 1 + g_below(g, 2));
	g->locked = save;
	g_put(g, AB_STX | AB_MEM | AB_DW, keep, g_num(g), g_below(g, size - 7), 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_X, 1, keep, 0, 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_K, 2, 0, 0, 0);
	g_put(g, AB_CALL_CODE, 0, 0, 0,
	      g_below(g, 2) ? ALTBPF_FUNC_ringbuf_submit : ALTBPF_FUNC_ringbuf_discard);
	g_after_call(g);
	g_clobber(g, keep, K_NONE);
}

static u32 some_func(struct gen *g, bool callback)
{
	u32 i, f;

	for (i = 0; i < 8 && g->func_cnt > g->func + 1; i++) {
		f = g->func + 1 + g_below(g, g->func_cnt - g->func - 1);
		if (g->is_callback[f] == callback)
			return f;
	}
	return 0;
}

static void piece_subprog(struct gen *g)
{
	u32 f = some_func(g, false);

	if (!f || g->locked & 0x3f || g->fix_cnt > 40)
		return;
	g_put(g, AB_ALU64 | AB_MOV | AB_X, 1, g_num(g), 0, 0);
	g_clobber(g, 1, K_NUM);
	if (g_below(g, 2))
		g_put(g, AB_ALU64 | AB_MOV | AB_K, 2, 0, 0, g_imm(g));
	else
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 2, g_num(g), 0, 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_X, 3, 7, 0, 0);
	put_buffer(g, 4, 0);
	g_call(g, f, false, 0);
	g_after_call(g);
	g->kind[0] = K_NUM;
}

static void piece_callback(struct gen *g)
{
	u32 f = some_func(g, true);

	if (!f || g->locked & 0x3f || g->fix_cnt > 40)
		return;
	if (g_below(g, 2)) {
		g_put(g, AB_ALU64 | AB_MOV | AB_K, 1, 0, 0, g_below(g, 20));
	} else {
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 1, g_num(g), 0, 0);
		if (g_below(g, 2))
			g_put(g, AB_ALU64 | AB_AND | AB_K, 1, 0, 0, 15);
	}
	g_call(g, f, true, 2);
	put_buffer(g, 3, 0);
	g_put(g, AB_ALU64 | AB_MOV | AB_K, 4, 0, 0, 0);
	g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_loop);
	g_after_call(g);
	g->kind[0] = K_NUM;
}

/* Helpers that read or write memory of a size that is computed, and some without arguments. */
static void piece_helper(struct gen *g)
{
	u8 size;

	if (g->locked & 0x3f)
		return;
	switch (g_below(g, 5)) {
	case 0:
		g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_get_prandom_u32);
		break;
	case 1:
		g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_get_smp_processor_id);
		break;
	case 2:
		put_key(g, 4);
		g_imm64(g, 1, ALTBPF_PSEUDO_MAP_FD, g_below(g, 2) ? MAP_HASH : MAP_ONE, 0);
		put_buffer(g, 2, 0);
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 3, 7, 0, 0);
		g_put(g, AB_ALU64 | AB_MOV | AB_K, 4, 0, 0, 0);
		g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_map_update_elem);
		break;
	default:
		size = bounded(g, BUF_SIZE, 1);
		if (size > 5 && size != 8 && size != 9)
			return;
		if (size != 2)
			g_put(g, AB_ALU64 | AB_MOV | AB_X, 2, size, 0, 0);
		if (g->prog->type == ALTBPF_PROG_TYPE_KPROBE && g_below(g, 2)) {
			put_buffer(g, 1, 0);
			g_put(g, AB_ALU64 | AB_MOV | AB_K, 3, 0, 0, 0);
			g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_probe_read_kernel);
			break;
		}
		g_put(g, AB_ALU64 | AB_MOV | AB_X, 3, 2, 0, 0);
		g_imm64(g, 1, ALTBPF_PSEUDO_MAP_FD, MAP_RING, 0);
		if (g_below(g, 2))
			put_buffer(g, 2, 0);
		else
			g_put(g, AB_ALU64 | AB_MOV | AB_X, 2, 7, 0, 0);
		g_put(g, AB_ALU64 | AB_MOV | AB_K, 4, 0, 0, 0);
		g_put(g, AB_CALL_CODE, 0, 0, 0, ALTBPF_FUNC_ringbuf_output);
	}
	g_after_call(g);
	g->kind[0] = K_NUM;
}

/* A constant of a frozen map. */
static void piece_const(struct gen *g)
{
	u32 width;
	u8 size = g_size(g, &width), dst = g_dst(g);

	g_imm64(g, dst, ALTBPF_PSEUDO_MAP_VALUE, MAP_CONST, 0);
	g_put(g, AB_LDX | AB_MEM | size, dst, dst, 8 * g_below(g, 8), 0);
	g_clobber(g, dst, K_NUM);
}

void gen_piece(struct gen *g)
{
	static void (*const pieces[])(struct gen *g) = {
		piece_alu, piece_alu, piece_alu, piece_alu, piece_move, piece_move, piece_stack,
		piece_stack, piece_stack, piece_load, piece_value, piece_value, piece_value,
		piece_buffer, piece_buffer, piece_atomic, piece_packet, piece_packet, piece_lookup,
		piece_record, piece_subprog, piece_subprog, piece_callback, piece_helper, piece_const,
	};

	if (g_full(g) || g->prog->cnt > MAX_INSNS - 300)
		return;
	pieces[g_below(g, ARRAY_SIZE(pieces))](g);
}
