// SPDX-License-Identifier: GPL-2.0
/*
 * Arithmetic: on numbers through domain/scalar, on pointers only what keeps the region known.
 * A pointer is its base plus a known offset (off) plus an unknown one (val).
 */
#include "core/isa/check.h"
#include "core/verify/env.h"

static const char *op_name(u8 op)
{
	static const char *const names[16] = {
		"+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>=", "neg", "%=", "^=", "=", "s>>=",
		"endian", "?", "?",
	};

	return names[op >> 4];
}

static bool is_alu32(const struct altbpf_insn *insn)
{
	return AB_CLASS(insn->code) == AB_ALU;
}

/* What may be added to a pointer, and what a pointer's own unknown offset may be. */
static int check_sane(struct ab_env *env, const struct ab_reg *reg, const struct ab_reg *ptr)
{
	const char *name = ab_reg_kind_name(ptr);
	const struct ab_scalar *val = &reg->val;
	s64 c = (s64)ab_scalar_value(val);

	if (ab_scalar_is_const(val) && (c >= AB_MAX_VAR_OFF || c <= -AB_MAX_VAR_OFF))
		return ab_refuse(env, AB_REFUSE_PTR_RANGE,
				 "math between %s pointer and %lld is not allowed", name,
				 (long long)c);
	if (ab_reg_is_pointer(reg) && (reg->off >= AB_MAX_VAR_OFF || reg->off <= -AB_MAX_VAR_OFF))
		return ab_refuse(env, AB_REFUSE_PTR_RANGE, "%s pointer offset %d is not allowed",
				 name, reg->off);
	if (val->smin == S64_MIN)
		return ab_refuse(env, AB_REFUSE_PTR_RANGE,
				 "math between %s pointer and register with unbounded min value is not allowed",
				 name);
	if (val->smin >= AB_MAX_VAR_OFF || val->smin <= -AB_MAX_VAR_OFF)
		return ab_refuse(env, AB_REFUSE_PTR_RANGE,
				 "value %lld makes %s pointer be out of bounds",
				 (long long)val->smin, name);
	return 0;
}

static int check_kind(struct ab_env *env, const struct ab_reg *ptr, u8 op, const struct ab_reg *by,
		      u32 dst)
{
	const char *name = ab_reg_kind_name(ptr);

	if (ptr->or_null)
		return ab_refuse(env, AB_REFUSE_NULL_ARITH,
				 "R%u pointer arithmetic on %s prohibited, null-check it first",
				 dst, name);
	if (ptr->kind == AB_REG_MAP && op == AB_ADD && ab_reg_is_const(by, 0))
		return 0;
	if (ptr->kind == AB_REG_MAP || ptr->kind == AB_REG_END || ptr->kind == AB_REG_FUNC ||
	    ptr->kind == AB_REG_OPAQUE)
		return ab_refuse(env, AB_REFUSE_PTR_ARITH,
				 "R%u pointer arithmetic on %s prohibited", dst, name);
	return 0;
}

static int check_op(struct ab_env *env, const struct ab_reg *ptr, u8 op, bool ptr_is_dst, u32 dst)
{
	switch (op) {
	case AB_ADD:
		return 0;
	case AB_SUB:
		if (!ptr_is_dst)
			return ab_refuse(env, AB_REFUSE_PTR_ARITH,
					 "R%u tried to subtract pointer from scalar", dst);
		if (ptr->kind == AB_REG_STACK)
			return ab_refuse(env, AB_REFUSE_PTR_ARITH,
					 "R%u subtraction from stack pointer prohibited", dst);
		return 0;
	case AB_AND:
	case AB_OR:
	case AB_XOR:
		return ab_refuse(env, AB_REFUSE_PTR_ARITH,
				 "R%u bitwise operator %s on pointer prohibited", dst, op_name(op));
	default:
		return ab_refuse(env, AB_REFUSE_PTR_ARITH,
				 "R%u pointer arithmetic with %s operator prohibited", dst,
				 op_name(op));
	}
}

/*
 * Sound: a known number moves off; any other is added to val by a sound scalar operation, and a
 * packet pointer then gets a new base about which nothing is proved. Both limits keep
 * off + val far from wrapping.
 */
static int pointer_math(struct ab_env *env, const struct altbpf_insn *insn, const struct ab_reg *ptr,
			const struct ab_reg *by, bool ptr_is_dst)
{
	struct ab_reg *res = &env->scratch[2];
	u8 op = AB_OP(insn->code);
	bool sub = op == AB_SUB;
	s64 sum;
	int err;

	if (is_alu32(insn)) {
		if (sub) {
			ab_reg_set_unknown(res);
			ab_scalar_trunc(&res->val, 4, false);
			return 0;
		}
		return ab_refuse(env, AB_REFUSE_PTR_ARITH_32,
				 "R%u 32-bit pointer arithmetic prohibited", insn->dst_reg);
	}
	err = check_kind(env, ptr, op, by, insn->dst_reg);
	if (!err)
		err = check_sane(env, by, ptr);
	if (!err)
		err = check_sane(env, ptr, ptr);
	if (!err)
		err = check_op(env, ptr, op, ptr_is_dst, insn->dst_reg);
	if (err)
		return err;
	*res = *ptr;
	if (ab_reg_is_packet(ptr))
		res->size = AB_PAST_UNKNOWN;
	if (ab_scalar_is_const(&by->val)) {
		sum = ab_scalar_value(&by->val);
		sum = sub ? ptr->off - sum : ptr->off + sum;
		res->off = sum;
	} else {
		ab_scalar_alu(op, false, &res->val, &by->val);
		if (ab_reg_is_packet(ptr)) {
			res->id = ab_new_id(env);
			res->range = 0;
		}
	}
	return check_sane(env, res, ptr);
}

static u8 scalar_op(const struct altbpf_insn *insn)
{
	u8 op = AB_OP(insn->code);

	if (insn->off == 1 && op == AB_DIV)
		return AB_SDIV;
	if (insn->off == 1 && op == AB_MOD)
		return AB_SMOD;
	return op;
}

/* A 64-bit addition of a constant keeps a link; everything else ends it. */
static void relink(struct ab_reg *dst, const struct altbpf_insn *insn)
{
	s64 off = (s64)dst->off + insn->imm;

	if (dst->id && insn->code == (AB_ALU64 | AB_ADD | AB_K) && off == (s32)off) {
		dst->linked = 1;
		dst->off = off;
	} else {
		ab_regs_unlink(dst);
	}
}

static int binary(struct ab_env *env, const struct altbpf_insn *insn, const struct ab_reg *src,
		  s32 src_reg)
{
	struct ab_reg *dst = ab_reg_at(env, insn->dst_reg);
	bool dst_ptr = ab_reg_is_pointer(dst), src_ptr = ab_reg_is_pointer(src);
	u8 op = AB_OP(insn->code);
	int err = 0;

	if (dst_ptr && src_ptr) {
		if (op != AB_SUB)
			return ab_refuse(env, AB_REFUSE_PTR_ARITH,
					 "R%u pointer %s pointer prohibited", insn->dst_reg,
					 op_name(op));
		ab_reg_set_unknown(dst);
		if (is_alu32(insn))
			ab_scalar_trunc(&dst->val, 4, false);
		return 0;
	}
	if (!dst_ptr && !src_ptr) {
		ab_scalar_alu(scalar_op(insn), is_alu32(insn), &dst->val, &src->val);
		relink(dst, insn);
		return 0;
	}
	if (dst_ptr && src_reg >= 0)
		err = ab_precise_reg(env, src_reg);
	else if (!dst_ptr)
		err = ab_precise_reg(env, insn->dst_reg);
	if (err)
		return err;
	err = dst_ptr ? pointer_math(env, insn, dst, src, true) :
			pointer_math(env, insn, src, dst, false);
	if (!err)
		*dst = env->scratch[2];
	return err;
}

/* Sound: the copy has the same value; what is cut or extended goes through the domain. */
static int move(struct ab_env *env, const struct altbpf_insn *insn)
{
	struct ab_reg *dst = ab_reg_at(env, insn->dst_reg), *src = ab_reg_at(env, insn->src_reg);
	u32 size = insn->off ? insn->off / 8 : is_alu32(insn) ? 4 : 8;
	bool same;

	if (ab_reg_is_pointer(src)) {
		if (size == 8) {
			*dst = *src;
			return 0;
		}
		ab_reg_set_unknown(dst);
		ab_scalar_trunc(&dst->val, size, insn->off != 0);
		if (is_alu32(insn))
			ab_scalar_trunc(&dst->val, 4, false);
		return 0;
	}
	if (!src->id && !ab_scalar_is_const(&src->val))
		src->id = ab_new_id(env);
	*dst = *src;
	if (size == 8)
		return 0;
	same = insn->off ? dst->val.umax < 1ULL << (size * 8 - 1) : dst->val.umax <= U32_MAX;
	ab_scalar_trunc(&dst->val, size, insn->off != 0);
	if (is_alu32(insn))
		ab_scalar_trunc(&dst->val, 4, false);
	if (!same)
		ab_regs_unlink(dst);
	return 0;
}

static int unary(struct ab_env *env, const struct altbpf_insn *insn)
{
	struct ab_reg *dst = ab_reg_at(env, insn->dst_reg);
	bool neg = AB_OP(insn->code) == AB_NEG;

	if (ab_reg_is_pointer(dst))
		ab_reg_set_unknown(dst);
	if (neg) {
		ab_scalar_alu(AB_NEG, is_alu32(insn), &dst->val, &dst->val);
	} else {
		/* The host is little endian: to-le only cuts. */
		bool swap = AB_CLASS(insn->code) == AB_ALU64 || AB_SRC(insn->code) == AB_TO_BE;

		ab_scalar_endian(&dst->val, insn->imm / 8, swap);
	}
	ab_regs_unlink(dst);
	return 0;
}

static int check_const(struct ab_env *env, const struct altbpf_insn *insn)
{
	u8 op = AB_OP(insn->code);
	s32 width = is_alu32(insn) ? 32 : 64;

	if ((op == AB_DIV || op == AB_MOD) && !insn->imm)
		return ab_refuse(env, AB_REFUSE_DIV_ZERO, "div by zero");
	if ((op == AB_LSH || op == AB_RSH || op == AB_ARSH) &&
	    (insn->imm < 0 || insn->imm >= width))
		return ab_refuse(env, AB_REFUSE_SHIFT_RANGE, "invalid shift %d", insn->imm);
	return 0;
}

int ab_alu_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	enum ab_insn_form form = ab_insn_form(insn->code);
	struct ab_reg *imm = &env->scratch[1];
	int err = 0;

	if (form == AB_FORM_ALU_X || form == AB_FORM_MOV_X)
		err = ab_regs_read(env, insn->src_reg);
	if (!err && form != AB_FORM_MOV_X && form != AB_FORM_MOV_K)
		err = ab_regs_read(env, insn->dst_reg);
	if (!err)
		err = ab_regs_write(env, insn->dst_reg);
	if (!err && form == AB_FORM_ALU_K)
		err = check_const(env, insn);
	if (err)
		return err;
	switch (form) {
	case AB_FORM_MOV_K:
		ab_reg_set_const(ab_reg_at(env, insn->dst_reg),
				 is_alu32(insn) ? (u32)insn->imm : (u64)(s64)insn->imm);
		return 0;
	case AB_FORM_MOV_X:
		return move(env, insn);
	case AB_FORM_NEG:
	case AB_FORM_END:
		return unary(env, insn);
	case AB_FORM_ALU_K:
		ab_reg_set_const(imm, is_alu32(insn) ? (u32)insn->imm : (u64)(s64)insn->imm);
		return binary(env, insn, imm, -1);
	default:
		return binary(env, insn, ab_reg_at(env, insn->src_reg), insn->src_reg);
	}
}
