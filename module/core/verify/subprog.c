// SPDX-License-Identifier: GPL-2.0
/*
 * Functions of the program: static ones are followed into at each call, global ones are verified
 * once by their prototype, returns lead back. Depth, recursion and combined stack: frames.c.
 */
#include "core/verify/proto.h"

static int check_passed(struct ab_env *env, u32 n, const struct ab_param *param)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	bool null_ok = !param->nonnull;

	switch (param->kind) {
	case AB_PARAM_NUMBER:
		if (reg->kind != AB_REG_SCALAR)
			return ab_refuse(env, AB_REFUSE_SUBPROG_ARG, "R%u is not a scalar", n);
		return 0;
	case AB_PARAM_CTX:
		if (reg->kind != AB_REG_CTX)
			return ab_refuse(env, AB_REFUSE_SUBPROG_ARG,
					 "arg#%u expected pointer to ctx, but got %s", n - 1,
					 ab_reg_kind_name(reg));
		return ab_ctx_pointer_check(env, n);
	default:
		if (null_ok && ab_reg_is_const(reg, 0))
			return ab_precise_reg(env, n);
		if (reg->kind == AB_REG_STACK)
			return ab_stack_helper(env, n, param->size, AB_READ | AB_WRITE);
		if (!reg->or_null || !null_ok)
			return ab_bounds_check(env, n, 0, param->size, AB_READ | AB_WRITE, false);
		/* What may be NULL must fit where it is not. */
		env->scratch[0] = *reg;
		ab_reg_at(env, n)->or_null = 0;
		if (ab_bounds_check(env, n, 0, param->size, AB_READ | AB_WRITE, false))
			return -EACCES;
		*ab_reg_at(env, n) = env->scratch[0];
		return 0;
	}
}

static void after_call(struct ab_env *env)
{
	u32 n;

	for (n = 0; n <= 5; n++)
		ab_reg_clear(ab_reg_at(env, n));
}

/* Sound: the function is verified for all arguments that fit; it returns some number. */
static int call_global(struct ab_env *env, u32 sub)
{
	struct ab_param param[5];
	int cnt, i, err;

	cnt = ab_proto_read(env, sub, param);
	if (cnt < 0)
		return cnt;
	if (!env->sub[sub].returns_number)
		return ab_refuse(env, AB_REFUSE_SUBPROG_RETURN,
				 "Global function %s() doesn't return scalar. Only those are supported.",
				 ab_sub_name(env, sub));
	if (env->cur->refs)
		return ab_refuse(env, AB_REFUSE_REF_LEAK,
				 "Unreleased reference id=%u alloc_insn=%u (at a call of a global function)",
				 env->cur->ref[0].id, env->cur->ref[0].insn);
	for (i = 0; i < cnt; i++) {
		err = ab_regs_read(env, i + 1);
		if (!err)
			err = check_passed(env, i + 1, &param[i]);
		if (err)
			return err;
	}
	env->sub[sub].called = 1;
	after_call(env);
	ab_reg_set_unknown(ab_reg_at(env, 0));
	if (ab_regs_drop_packets(env, env->cur))
		return ab_no_memory(env);
	env->next = env->insn + 1;
	return 0;
}

/* Sound: the callee begins with what the caller has in R1 to R5, and an empty stack of its own. */
int ab_subprog_call(struct ab_env *env, const struct altbpf_insn *insn)
{
	u32 sub = env->fact[env->insn].subprog, n;
	struct ab_state *s = env->cur;
	const struct ab_reg *outer;

	if (env->sub[sub].is_global)
		return call_global(env, sub);
	if (s->depth + 1 >= AB_MAX_FRAMES)
		return ab_refuse(env, AB_REFUSE_CALL_DEPTH, "the call stack of %u frames is too deep",
				 s->depth + 2);
	if (ab_state_push_frame(env, s, sub, env->insn))
		return ab_no_memory(env);
	outer = s->frame[s->depth - 1]->regs;
	for (n = 1; n <= 5; n++)
		ab_top(env)->regs[n] = outer[n];
	for (n = 0; n <= 5; n++)
		ab_reg_clear(&s->frame[s->depth - 1]->regs[n]);
	env->next = env->subs[sub].start;
	return 0;
}

static int check_range(struct ab_env *env, const char *where, s64 min, s64 max)
{
	const struct ab_scalar *val = &ab_reg_at(env, 0)->val;
	char has[80];
	int n = 0;

	if (val->smin >= min && val->smax <= max)
		return 0;
	if (val->smin > S64_MIN)
		n += scnprintf(has, sizeof(has), " smin=%lld", (long long)val->smin);
	if (val->smax < S64_MAX)
		n += scnprintf(has + n, sizeof(has) - n, " smax=%lld", (long long)val->smax);
	if (!n)
		scnprintf(has, sizeof(has), " unknown scalar value");
	if (ab_scalar_is_const(val))
		scnprintf(has, sizeof(has), " value %lld", (long long)ab_scalar_value(val));
	return ab_refuse(env, ab_top(env)->callback ? AB_REFUSE_CALLBACK_RETURN :
						      AB_REFUSE_RETURN_RANGE,
			 "At %s the register R0 has%s should have been in [%lld, %lld]", where, has,
			 (long long)min, (long long)max);
}

int ab_subprog_check_refs(struct ab_env *env, const char *then)
{
	const struct ab_state *s = env->cur;
	u32 i;

	for (i = 0; i < s->refs; i++)
		if (s->ref[i].depth >= s->depth)
			return ab_refuse(env, AB_REFUSE_REF_LEAK,
					 "Unreleased reference id=%u alloc_insn=%u%s", s->ref[i].id,
					 s->ref[i].insn, then);
	return 0;
}

static int exit_program(struct ab_env *env)
{
	const struct ab_prog_type *type = env->type;
	struct ab_reg *r0 = ab_reg_at(env, 0);
	int err;

	err = ab_subprog_check_refs(env, "");
	if (err)
		return err;
	if (r0->kind == AB_REG_NONE)
		return ab_refuse(env, AB_REFUSE_RETURN_UNINIT, "R0 !read_ok");
	if (env->root) {
		if (r0->kind != AB_REG_SCALAR)
			return ab_refuse(env, AB_REFUSE_SUBPROG_RETURN,
					 "At subprogram exit the register R0 is not a scalar value (%s)",
					 ab_reg_kind_name(r0));
		return AB_PATH_END;
	}
	if (!type->ret_min && !type->ret_max && !type->ret_zero)
		return AB_PATH_END;
	if (r0->kind != AB_REG_SCALAR)
		return ab_refuse(env, AB_REFUSE_RETURN_RANGE,
				 "At program exit the register R0 is not a known value (%s)",
				 ab_reg_kind_name(r0));
	err = ab_precise_reg(env, 0);
	if (!err)
		err = check_range(env, "program exit", type->ret_min, type->ret_max);
	return err ? err : AB_PATH_END;
}

/* Sound: the turn is over; at the call it is decided whether there is another one. */
static int exit_callback(struct ab_env *env)
{
	struct ab_frame *f = ab_top(env);
	int err;

	if (f->regs[0].kind != AB_REG_SCALAR)
		return ab_refuse(env, f->regs[0].kind ? AB_REFUSE_CALLBACK_RETURN :
							AB_REFUSE_RETURN_UNINIT,
				 f->regs[0].kind ? "R0 not a scalar value" : "R0 !read_ok");
	err = ab_precise_reg(env, 0);
	if (!err)
		err = check_range(env, "callback return", 0, f->ret_max);
	if (!err)
		err = ab_subprog_check_refs(env, "");
	if (err)
		return err;
	env->next = f->callsite;
	ab_state_pop_frame(env, env->cur);
	return 0;
}

int ab_subprog_exit(struct ab_env *env)
{
	struct ab_state *s = env->cur;
	struct ab_frame *f = ab_top(env);

	if (!s->depth)
		return exit_program(env);
	if (f->callback)
		return exit_callback(env);
	if (f->regs[0].kind == AB_REG_STACK)
		return ab_refuse(env, AB_REFUSE_SUBPROG_RETURN,
				 "cannot return stack pointer to the caller");
	env->next = f->callsite + 1;
	if (ab_state_own(env, s, s->depth - 1, 0))
		return ab_no_memory(env);
	s->frame[s->depth - 1]->regs[0] = f->regs[0];
	ab_state_pop_frame(env, s);
	return 0;
}

int ab_subprog_may_end(struct ab_env *env, bool program)
{
	const struct ab_frame *f;
	struct ab_state *s;
	struct ab_reg *r0;

	if (!env->cur->depth)
		return 0;
	s = ab_engine_push(env, env->insn);
	if (!s)
		return env->err;
	f = ab_state_top(s);
	s->insn = f->callback ? f->callsite : f->callsite + 1;
	if (ab_state_own(env, s, s->depth - 1, 0))
		return ab_no_memory(env);
	r0 = &s->frame[s->depth - 1]->regs[0];
	if (program)
		ab_reg_set_unknown(r0);
	else if (!f->callback)
		ab_reg_set_const(r0, 0);
	ab_state_pop_frame(env, s);
	if (program && ab_regs_drop_packets(env, s))
		return ab_no_memory(env);
	return 0;
}

static void set_param(struct ab_env *env, struct ab_reg *reg, const struct ab_param *param)
{
	switch (param->kind) {
	case AB_PARAM_NUMBER:
		ab_reg_set_unknown(reg);
		return;
	case AB_PARAM_CTX:
		ab_reg_set_pointer(reg, AB_REG_CTX);
		return;
	default:
		ab_reg_set_pointer(reg, AB_REG_MEM);
		reg->size = param->size;
		if (!param->nonnull) {
			reg->or_null = 1;
			reg->id = ab_new_id(env);
		}
	}
}

int ab_subprog_enter_root(struct ab_env *env, u32 sub)
{
	struct ab_param param[5];
	int cnt, i;

	env->root = sub;
	env->insn = env->subs[sub].start;
	env->cur->insn = env->insn;
	env->cur->prev = env->insn;
	if (ab_state_push_frame(env, env->cur, sub, 0))
		return ab_no_memory(env);
	if (!sub) {
		ab_reg_set_pointer(ab_reg_at(env, 1), AB_REG_CTX);
		return 0;
	}
	cnt = ab_proto_read(env, sub, param);
	for (i = 0; i < cnt; i++)
		set_param(env, ab_reg_at(env, i + 1), &param[i]);
	return cnt < 0 ? cnt : 0;
}
