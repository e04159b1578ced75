// SPDX-License-Identifier: GPL-2.0
/* The instructions, one at a time, with a check of what the verifier knew before each. */
#include "embed.h"
#include <stdio.h>
#include <string.h>

#define MAX_STEPS 20000

static u64 load(const u8 *mem, u32 size)
{
	u64 v = 0;

	memcpy(&v, mem, size);
	return v;
}

static u64 sext(u64 v, u32 bits)
{
	return bits >= 64 ? v : (u64)((s64)(v << (64 - bits)) >> (64 - bits));
}

static u64 divide(u8 op, bool is_signed, u32 bits, u64 a, u64 b)
{
	s64 sa = sext(a, bits), sb = sext(b, bits);

	if (!b)
		return op == AB_DIV ? 0 : a;
	if (!is_signed)
		return op == AB_DIV ? a / b : a % b;
	if (sb == -1)
		return op == AB_DIV ? -(u64)sa : 0;
	return op == AB_DIV ? sa / sb : sa % sb;
}

static u64 compute(u8 op, bool is_signed, u32 bits, u64 a, u64 b)
{
	u64 mask = bits == 64 ? ~0ULL : 0xffffffff;

	a &= mask;
	b &= mask;
	switch (op) {
	case AB_ADD:
		return (a + b) & mask;
	case AB_SUB:
		return (a - b) & mask;
	case AB_MUL:
		return (a * b) & mask;
	case AB_DIV:
	case AB_MOD:
		return divide(op, is_signed, bits, a, b) & mask;
	case AB_OR:
		return a | b;
	case AB_AND:
		return a & b;
	case AB_XOR:
		return a ^ b;
	case AB_LSH:
		return (a << (b & (bits - 1))) & mask;
	case AB_RSH:
		return a >> (b & (bits - 1));
	case AB_ARSH:
		return ((s64)sext(a, bits) >> (b & (bits - 1))) & mask;
	default:
		return -a & mask;
	}
}

static bool compare(u8 op, u32 bits, u64 a, u64 b)
{
	s64 sa = sext(a, bits), sb = sext(b, bits);

	if (bits == 32) {
		a = (u32)a;
		b = (u32)b;
	}
	switch (op) {
	case AB_JEQ:
		return a == b;
	case AB_JNE:
		return a != b;
	case AB_JGT:
		return a > b;
	case AB_JGE:
		return a >= b;
	case AB_JLT:
		return a < b;
	case AB_JLE:
		return a <= b;
	case AB_JSGT:
		return sa > sb;
	case AB_JSGE:
		return sa >= sb;
	case AB_JSLT:
		return sa < sb;
	case AB_JSLE:
		return sa <= sb;
	default:
		return a & b;
	}
}

static struct val *reg_at(struct machine *m, u32 n)
{
	return &m->frame[m->depth].reg[n];
}

static struct val *reg_read(struct machine *m, u32 n)
{
	if (!reg_at(m, n)->set)
		fault(m, "R%u was never written", n);
	return reg_at(m, n);
}

static void set_number(struct machine *m, u32 n, u64 v)
{
	*reg_at(m, n) = (struct val){ .v = v, .set = true };
}

static void do_alu(struct machine *m, const struct altbpf_insn *insn)
{
	bool wide = AB_CLASS(insn->code) == AB_ALU64, by_reg = AB_SRC(insn->code) == AB_X;
	u8 op = AB_OP(insn->code);
	struct val *dst = reg_read(m, insn->dst_reg);
	struct val src = { .v = (s64)insn->imm };
	u32 tag = 0;

	if (by_reg)
		src = *reg_read(m, insn->src_reg);
	/* A pointer stays one of its object by + and -; the difference of two is a number. */
	if (wide && (op == AB_ADD || (op == AB_SUB && !src.tag)))
		tag = dst->tag ? dst->tag : src.tag;
	if (op == AB_ADD && dst->tag && src.tag)
		tag = 0;
	dst->v = compute(op, insn->off == 1, wide ? 64 : 32, dst->v, src.v);
	dst->tag = tag;
}

static void do_mov(struct machine *m, const struct altbpf_insn *insn)
{
	bool wide = AB_CLASS(insn->code) == AB_ALU64;
	struct val v = { .v = (s64)insn->imm, .set = true };

	if (AB_SRC(insn->code) == AB_X)
		v = *reg_read(m, insn->src_reg);
	if (insn->off)
		v.v = sext(v.v, insn->off);
	if (!wide)
		v.v = (u32)v.v;
	if (!wide || insn->off)
		v.tag = 0;
	*reg_at(m, insn->dst_reg) = v;
}

static void do_end(struct machine *m, const struct altbpf_insn *insn)
{
	u64 v = reg_read(m, insn->dst_reg)->v;

	if (AB_CLASS(insn->code) == AB_ALU64 || AB_SRC(insn->code) == AB_TO_BE)
		v = __builtin_bswap64(v) >> (64 - insn->imm);
	else
		v = v << (64 - insn->imm) >> (64 - insn->imm);
	set_number(m, insn->dst_reg, v);
}

static void do_imm64(struct machine *m, const struct altbpf_insn *insn)
{
	u32 obj;

	switch (insn->src_reg) {
	case ALTBPF_PSEUDO_MAP_FD:
		*reg_at(m, insn->dst_reg) = world_ptr(m, insn->imm, 0);
		break;
	case ALTBPF_PSEUDO_MAP_VALUE:
		obj = world_value(m, &m->objs[insn->imm], 0);
		if (obj)
			*reg_at(m, insn->dst_reg) = world_ptr(m, obj - 1, (u32)insn[1].imm);
		else
			fault(m, "no value to point to");
		break;
	case ALTBPF_PSEUDO_FUNC:
		obj = world_add(m, OBJ_FUNC, 0, false);
		m->objs[obj].func = m->pc + 1 + insn->imm;
		*reg_at(m, insn->dst_reg) = world_ptr(m, obj, 0);
		break;
	default:
		set_number(m, insn->dst_reg, ab_insn_imm64(insn));
	}
	m->pc++;
}

static enum ab_region region_of(const struct machine *m, const struct val *ptr)
{
	switch (m->objs[ptr->tag - 1].kind) {
	case OBJ_CTX:
		return AB_REGION_CTX;
	case OBJ_STACK:
		return AB_REGION_STACK;
	case OBJ_VALUE:
		return AB_REGION_MAP_VALUE;
	case OBJ_PACKET:
		return AB_REGION_PACKET;
	default:
		return AB_REGION_MEM;
	}
}

/* What engines are told of this access must be true. */
static u8 *access(struct machine *m, const struct val *ptr, s32 off, u32 size, bool write)
{
	const struct ab_insn_fact *fact = &m->facts->insn[m->pc];
	u8 *mem = world_access(m, ptr, off, size, write);

	if (!mem)
		return NULL;
	if (fact->region != AB_REGION_MIXED && fact->region != region_of(m, ptr) &&
	    !(fact->region == AB_REGION_MEM && m->below_global))
		fault(m, "fact: region %u, but it is %u", fact->region, region_of(m, ptr));
	if (fact->map && m->objs[ptr->tag - 1].map != fact->map - 1)
		fault(m, "fact: map %u, but it is %u", fact->map - 1, m->objs[ptr->tag - 1].map);
	return mem;
}

static void load_ctx(struct machine *m, u32 dst, u32 off, u32 size)
{
	const struct obj *ctx = &m->objs[m->ctx], *packet = &m->objs[m->packet];
	const struct ab_ctx_field *field = NULL;

	if (m->type->fields)
		field = ab_ctx_field_find(m->type, off, size);
	if (m->type->fields && !field) /* several at once, where the type allows it */
		m->gave_up = m->done = true;
	else if (field && field->kind == AB_CTX_PACKET)
		*reg_at(m, dst) = world_ptr(m, m->packet, packet->at);
	else if (field && field->kind == AB_CTX_PACKET_END)
		*reg_at(m, dst) = world_ptr(m, m->packet, packet->size);
	else if (field && field->kind == AB_CTX_PACKET_META)
		*reg_at(m, dst) = world_ptr(m, m->packet, 0);
	else if (field && field->kind != AB_CTX_SCALAR)
		m->gave_up = m->done = true;
	else
		set_number(m, dst, load(ctx->mem + off, size));
}

/* The tag of an aligned slot, where the access is one. */
static u32 *tag_at(struct machine *m, const struct val *ptr, const u8 *mem)
{
	struct obj *obj = &m->objs[ptr->tag - 1];

	return obj->tags ? &obj->tags[(mem - obj->mem) / 8] : NULL;
}

static bool is_whole(struct machine *m, const struct val *ptr, const u8 *mem, u32 size)
{
	return size == 8 && (mem - m->objs[ptr->tag - 1].mem) % 8 == 0;
}

static void do_load(struct machine *m, u32 dst, const struct val *base, s32 off, u32 size, bool sign)
{
	struct val ptr = *base;
	u8 *mem = access(m, &ptr, off, size, false);
	u64 v;

	if (!mem)
		return;
	if (m->objs[ptr.tag - 1].kind == OBJ_CTX) {
		load_ctx(m, dst, ptr.v + off - m->objs[ptr.tag - 1].base, size);
		if (sign)
			set_number(m, dst, sext(reg_at(m, dst)->v, size * 8));
		return;
	}
	v = load(mem, size);
	set_number(m, dst, sign ? sext(v, size * 8) : v);
	if (tag_at(m, &ptr, mem) && is_whole(m, &ptr, mem, size))
		reg_at(m, dst)->tag = *tag_at(m, &ptr, mem);
}

static void do_store(struct machine *m, const struct val *ptr, s32 off, u32 size, struct val v)
{
	u8 *mem = access(m, ptr, off, size, true);
	u32 *tag, i;

	if (!mem)
		return;
	memcpy(mem, &v.v, size);
	tag = tag_at(m, ptr, mem);
	if (tag && is_whole(m, ptr, mem, size)) {
		*tag = v.tag;
		return;
	}
	for (i = 0; tag && i < size; i++)
		*tag_at(m, ptr, mem + i) = 0;
}

static void do_atomic(struct machine *m, const struct altbpf_insn *insn)
{
	u32 size = ab_insn_width(insn->code);
	struct val ptr, src = *reg_read(m, insn->src_reg), *fetched;
	u64 old, new;
	u8 *mem;

	if (insn->imm == AB_LOAD_ACQ) {
		do_load(m, insn->dst_reg, reg_read(m, insn->src_reg), insn->off, size, false);
		return;
	}
	ptr = *reg_read(m, insn->dst_reg);
	if (insn->imm == AB_STORE_REL) {
		do_store(m, &ptr, insn->off, size, src);
		return;
	}
	mem = access(m, &ptr, insn->off, size, true);
	if (!mem)
		return;
	old = new = load(mem, size);
	if (insn->imm == AB_XCHG)
		new = src.v;
	else if (insn->imm == AB_CMPXCHG) {
		struct val *r0 = reg_read(m, 0);

		if ((size == 8 ? r0->v : (u32)r0->v) == old)
			new = src.v;
	} else
		new = compute(insn->imm & ~AB_FETCH, false, size * 8, old, src.v);
	if (insn->imm & AB_FETCH) {
		fetched = reg_at(m, insn->imm == AB_CMPXCHG ? 0 : insn->src_reg);
		*fetched = (struct val){ .v = old, .set = true };
		if (tag_at(m, &ptr, mem) && is_whole(m, &ptr, mem, size))
			fetched->tag = *tag_at(m, &ptr, mem);
	}
	do_store(m, &ptr, insn->off, size, (struct val){ .v = new });
}

static void do_cond(struct machine *m, const struct altbpf_insn *insn)
{
	const struct ab_insn_fact *fact = &m->facts->insn[m->pc];
	u64 a = reg_read(m, insn->dst_reg)->v, b = (s64)insn->imm;
	bool taken;

	if (AB_SRC(insn->code) == AB_X)
		b = reg_read(m, insn->src_reg)->v;
	taken = compare(AB_OP(insn->code), AB_CLASS(insn->code) == AB_JMP ? 64 : 32, a, b);
	if (taken && !fact->taken)
		fault(m, "fact: never taken, but it is");
	if (!taken && !fact->falls)
		fault(m, "fact: always taken, but it is not");
	if (taken)
		m->pc += insn->off;
}

static void do_call_subprog(struct machine *m, const struct altbpf_insn *insn)
{
	struct mframe *f = &m->frame[m->depth], *top = &m->frame[m->depth + 1];
	u32 i;

	if (m->depth + 1 >= AB_MAX_FRAMES) {
		fault(m, "more frames than allowed");
		return;
	}
	memset(top, 0, sizeof(*top));
	top->callsite = m->pc;
	top->stack = world_add(m, OBJ_STACK, AB_MAX_STACK, true);
	top->reg[AB_REG_FP] = world_ptr(m, top->stack, AB_MAX_STACK);
	for (i = 1; i <= 5; i++)
		top->reg[i] = f->reg[i];
	for (i = 0; i <= 5; i++)
		f->reg[i] = (struct val){};
	m->depth++;
	m->pc += 1 + insn->imm;
	/* A global function was verified alone, by its prototype: from here on only facts. */
	if (m->claims && m->prog->btf && !claims_at_depth(m->claims, m->pc, m->depth))
		m->claims = NULL;
	m->below_global = m->prog->btf && !m->prog->own_btf;
}

static void end_program(struct machine *m)
{
	u64 r0 = reg_read(m, 0)->v;
	u32 i;

	m->done = true;
	for (i = 0; i < m->obj_cnt; i++)
		if (m->objs[i].kind == OBJ_RECORD && !m->objs[i].dead)
			fault(m, "a record is never released");
	/* The attach type may allow more. */
	if (!m->prog->expected_attach_type && (m->type->ret_min || m->type->ret_max) &&
	    ((s64)r0 < m->type->ret_min || (s64)r0 > m->type->ret_max))
		fault(m, "R0 at exit is %lld", (long long)r0);
}

static void do_exit(struct machine *m)
{
	struct mframe *f = &m->frame[m->depth];
	struct val r0 = *reg_at(m, 0); /* a function need not return anything */

	if (!m->depth) {
		end_program(m);
		return;
	}
	m->objs[f->stack].dead = true;
	m->depth--;
	if (f->callback) {
		if (!r0.set || r0.v > 1)
			fault(m, "a callback returns %llu", (unsigned long long)r0.v);
		/* The state between two turns is one at the call. */
		m->pc = f->callsite;
		if (m->claims && !m->done)
			claims_check(m);
		if (!m->done)
			helper_turn(m);
		return;
	}
	m->pc = f->callsite + 1;
	*reg_at(m, 0) = r0;
}

/* A classic packet load: a number of its width, or the end of the function if it is not there. */
static void do_legacy(struct machine *m, const struct altbpf_insn *insn)
{
	const struct val *ctx = reg_read(m, 6);
	u32 i;

	if (!ctx->tag || m->objs[ctx->tag - 1].kind != OBJ_CTX)
		fault(m, "R6 is not the context");
	if (AB_MODE(insn->code) == AB_IND)
		reg_read(m, insn->src_reg);
	for (i = 0; i <= 5; i++)
		*reg_at(m, i) = (struct val){};
	set_number(m, 0, rnd_next(&m->rnd) >> (64 - 8 * ab_insn_width(insn->code)));
	if (!rnd_below(&m->rnd, 4)) {
		set_number(m, 0, 0);
		do_exit(m);
	} else {
		m->pc++;
	}
}

/* A map argument and a key that engines are told. */
static void check_call_facts(struct machine *m)
{
	const struct ab_insn_fact *fact = &m->facts->insn[m->pc];
	const struct val *map = reg_at(m, 1);
	u8 *key;

	if (!fact->map)
		return;
	if (!map->tag || m->objs[map->tag - 1].kind != OBJ_MAP)
		return;
	if (m->objs[map->tag - 1].map != fact->map - 1 || m->objs[map->tag - 1].inner)
		fault(m, "fact: map %u, but it is another", fact->map - 1);
	if (!fact->has_key)
		return;
	key = world_access(m, reg_at(m, 2), 0, 4, false);
	if (key && load(key, 4) != fact->key)
		fault(m, "fact: key %u, but it is %llu", fact->key, (unsigned long long)load(key, 4));
}

static void do_call(struct machine *m, const struct altbpf_insn *insn)
{
	if (ab_insn_is_subprog_call(insn)) {
		do_call_subprog(m, insn);
	} else if (insn->src_reg) {
		fault(m, "call of a kernel function");
	} else {
		check_call_facts(m);
		if (!m->done)
			helper_call(m, insn->imm);
	}
}

static void step(struct machine *m)
{
	const struct altbpf_insn *insn = &m->prog->insns[m->pc];

	switch (ab_insn_form(insn->code)) {
	case AB_FORM_ALU_K:
	case AB_FORM_ALU_X:
	case AB_FORM_NEG:
		do_alu(m, insn);
		break;
	case AB_FORM_MOV_K:
	case AB_FORM_MOV_X:
		do_mov(m, insn);
		break;
	case AB_FORM_END:
		do_end(m, insn);
		break;
	case AB_FORM_LD_IMM64:
		do_imm64(m, insn);
		break;
	case AB_FORM_LDX:
		do_load(m, insn->dst_reg, reg_read(m, insn->src_reg), insn->off,
			ab_insn_width(insn->code), AB_MODE(insn->code) == AB_MEMSX);
		break;
	case AB_FORM_ST:
		do_store(m, reg_read(m, insn->dst_reg), insn->off, ab_insn_width(insn->code),
			 (struct val){ .v = (s64)insn->imm });
		break;
	case AB_FORM_STX:
		do_store(m, reg_read(m, insn->dst_reg), insn->off, ab_insn_width(insn->code),
			 *reg_read(m, insn->src_reg));
		break;
	case AB_FORM_ATOMIC:
		do_atomic(m, insn);
		break;
	case AB_FORM_JA:
		m->pc += ab_insn_jump_off(insn);
		break;
	case AB_FORM_COND_K:
	case AB_FORM_COND_X:
		do_cond(m, insn);
		break;
	case AB_FORM_MAY_GOTO:
		if (!m->budget || !rnd_below(&m->rnd, 12))
			m->pc += insn->off;
		else
			m->budget--;
		break;
	case AB_FORM_CALL:
		do_call(m, insn);
		return;
	case AB_FORM_LD_ABS:
	case AB_FORM_LD_IND:
		do_legacy(m, insn);
		return;
	case AB_FORM_EXIT:
		do_exit(m);
		return;
	default:
		m->gave_up = m->done = true;
		return;
	}
	m->pc++;
}

static void start(struct machine *m)
{
	struct mframe *f = &m->frame[0];

	memset(f, 0, sizeof(*f));
	f->stack = world_add(m, OBJ_STACK, AB_MAX_STACK, true);
	f->reg[AB_REG_FP] = world_ptr(m, f->stack, AB_MAX_STACK);
	f->reg[1] = world_ptr(m, m->ctx, 0);
	m->depth = m->pc = 0;
	m->done = m->gave_up = m->below_global = false;
	m->budget = 60;
	m->steps = 0;
	m->why[0] = 0;
}

void machine_run(struct machine *m)
{
	world_init(m);
	start(m);
	while (!m->done) {
		u32 pc = m->pc;

		if (pc >= m->prog->cnt)
			fault(m, "left the program");
		else if (!m->facts->insn[pc].reachable)
			fault(m, "fact: never reached, but it is");
		else if (m->claims)
			claims_check(m);
		if (m->done)
			break;
		step(m);
		if (*m->why)
			m->pc = pc; /* for the report */
		if (++m->steps > MAX_STEPS)
			m->done = m->gave_up = true;
	}
	world_fini(m);
}
