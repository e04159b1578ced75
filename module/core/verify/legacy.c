// SPDX-License-Identifier: GPL-2.0
/*
 * The classic packet loads: R0 = bytes of the packet that the context in R6 describes, in host
 * order. A load outside of the packet ends its function with R0 = 0. Tested by corpus/verify/legacy.t.
 */
#include "core/isa/check.h"
#include "core/verify/env.h"

static bool has_packet_loads(u32 prog_type)
{
	return prog_type == ALTBPF_PROG_TYPE_SOCKET_FILTER || prog_type == ALTBPF_PROG_TYPE_SCHED_CLS ||
	       prog_type == ALTBPF_PROG_TYPE_SCHED_ACT;
}

static int check(struct ab_env *env, const struct altbpf_insn *insn)
{
	int err;

	if (!has_packet_loads(env->in->prog_type))
		return ab_refuse(env, AB_REFUSE_INSN_LEGACY,
				 "BPF_LD_[ABS|IND] instructions not allowed for this program type");
	err = ab_regs_read(env, 6);
	if (!err)
		err = ab_subprog_check_refs(env, "\nBPF_LD_[ABS|IND] cannot be mixed with references");
	if (err)
		return err;
	if (ab_reg_at(env, 6)->kind != AB_REG_CTX)
		return ab_refuse(env, AB_REFUSE_INSN_LEGACY,
				 "at the time of BPF_LD_ABS|IND R6 != pointer to skb");
	if (AB_MODE(insn->code) == AB_IND)
		err = ab_regs_read(env, insn->src_reg);
	return err ? err : ab_ctx_pointer_check(env, 6);
}

/*
 * Sound: the engines compare the offset with the packet's length and read 1, 2 or 4 bytes, so R0
 * fits in them; where they do not read, the function returns 0, which its caller explores too. The
 * types that have these loads allow every result, so the program itself needs no such path.
 */
int ab_legacy_step(struct ab_env *env, const struct altbpf_insn *insn)
{
	u32 width = ab_insn_width(insn->code), n;
	int err;

	err = check(env, insn);
	if (!err)
		err = ab_subprog_may_end(env, false);
	if (err)
		return err;
	for (n = 1; n <= 5; n++)
		ab_reg_clear(ab_reg_at(env, n));
	ab_reg_set_unknown(ab_reg_at(env, 0));
	ab_scalar_trunc(&ab_reg_at(env, 0)->val, width, false);
	return 0;
}
