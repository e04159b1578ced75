// SPDX-License-Identifier: GPL-2.0
/*
 * Encoding of x86-64 instructions, for emit.h. Source: Intel's manual, volume 2. Proved by the
 * fuzzer and the conformance programs, which execute what comes out.
 */
#include <linux/bug.h>
#include <linux/kernel.h>
#include "core/jit/x86/emit.h"

const u8 ab_x86_map[AB_REG_CNT + 1] = {
	AB_RAX, AB_RDI, AB_RSI, AB_RDX, AB_RCX, AB_R8, AB_RBX, AB_R13, AB_R14, AB_R15, AB_RBP,
	AB_X86_T0, /* not a register that a verified program can name */
};

void ab_x86_put(struct ab_jit_work *work, u64 bytes, u32 cnt)
{
	for (; cnt; cnt--, bytes >>= 8)
		ab_x86_put1(work, bytes);
}

/* Everything before ModRM. */
static void put_op(struct ab_jit_work *work, u32 op, u8 reg, u8 index, u8 base, bool rm_is_reg)
{
	u8 rex = (op & AB_XW ? 8 : 0) | (reg >> 3 & 1) << 2 | (index >> 3 & 1) << 1 |
		 (base >> 3 & 1);

	if ((op & AB_X8R) && reg >= AB_RSP && reg <= AB_RDI)
		rex |= 0x40;
	if ((op & AB_X8M) && rm_is_reg && base >= AB_RSP && base <= AB_RDI)
		rex |= 0x40;
	if (op & AB_XLOCK)
		ab_x86_put1(work, 0xf0);
	if (op & AB_XGS)
		ab_x86_put1(work, 0x65);
	if (op & AB_X16)
		ab_x86_put1(work, 0x66);
	if (rex)
		ab_x86_put1(work, 0x40 | rex);
	if (op & (AB_X0F | AB_XF38))
		ab_x86_put1(work, 0x0f);
	if (op & AB_XF38)
		ab_x86_put1(work, 0x38);
	ab_x86_put1(work, op);
}

void ab_x86_rr(struct ab_jit_work *work, u32 op, u8 reg, u8 rm)
{
	put_op(work, op, reg, 0, rm, true);
	ab_x86_put1(work, 0xc0 | (reg & 7) << 3 | (rm & 7));
}

/* ModRM's mode for a displacement; a base of rbp or r13 cannot go without one. */
static u8 disp_mode(u8 base, s32 disp)
{
	if (!disp && (base & 7) != AB_RBP)
		return 0;
	return ab_x86_is_s8(disp) ? 0x40 : 0x80;
}

static void put_disp(struct ab_jit_work *work, u8 mode, s32 disp)
{
	if (mode)
		ab_x86_put(work, (u32)disp, mode == 0x40 ? 1 : 4);
}

void ab_x86_rm(struct ab_jit_work *work, u32 op, u8 reg, u8 base, s32 disp)
{
	u8 mode = disp_mode(base, disp);

	put_op(work, op, reg, 0, base, false);
	ab_x86_put1(work, mode | (reg & 7) << 3 | (base & 7));
	if ((base & 7) == AB_RSP)
		ab_x86_put1(work, 0x24);
	put_disp(work, mode, disp);
}

void ab_x86_rmx(struct ab_jit_work *work, u32 op, u8 reg, u8 base, u8 index, u8 scale, s32 disp)
{
	bool no_base = base == AB_NOREG;
	u8 mode;

	if (no_base)
		base = AB_RBP;
	mode = no_base ? 0 : disp_mode(base, disp);
	put_op(work, op, reg, index, base, false);
	ab_x86_put1(work, mode | (reg & 7) << 3 | 4);
	ab_x86_put1(work, scale << 6 | (index & 7) << 3 | (base & 7));
	put_disp(work, no_base ? 0x80 : mode, disp);
}

void ab_x86_abs(struct ab_jit_work *work, u32 op, u8 reg, s32 disp)
{
	put_op(work, op, reg, 0, 0, false);
	ab_x86_put1(work, (reg & 7) << 3 | 4);
	ab_x86_put1(work, 0x25);
	ab_x86_put(work, (u32)disp, 4);
}

/* The distance from the end of an instruction; out of reach is the caller's error. */
static u32 distance(struct ab_jit_work *work, u64 to, u32 left)
{
	s64 d = to - (work->addr + work->pos + left);

	if (work->buf && d != (s32)d)
		work->err = -ERANGE;
	return d;
}

void ab_x86_rip(struct ab_jit_work *work, u32 op, u8 reg, u64 to, u32 tail)
{
	put_op(work, op, reg, 0, 0, false);
	ab_x86_put1(work, (reg & 7) << 3 | 5);
	ab_x86_put(work, distance(work, to, 4 + tail), 4);
}

void ab_x86_mov(struct ab_jit_work *work, bool w, u8 dst, u8 src)
{
	if (w && dst == src)
		return;
	ab_x86_rr(work, (w ? AB_XW : 0) | 0x8b, dst, src);
}

void ab_x86_mov_imm64(struct ab_jit_work *work, u8 dst, u64 imm)
{
	ab_x86_put1(work, 0x48 | dst >> 3);
	ab_x86_put1(work, 0xb8 | (dst & 7));
	ab_x86_put(work, imm, 8);
}

void ab_x86_mov_imm(struct ab_jit_work *work, u8 dst, u64 imm)
{
	if (!imm) {
		ab_x86_alu(work, false, AB_X_XOR, dst, dst);
	} else if (imm == (u32)imm) {
		if (dst >= AB_R8)
			ab_x86_put1(work, 0x41);
		ab_x86_put1(work, 0xb8 | (dst & 7));
		ab_x86_put(work, imm, 4);
	} else if ((s64)imm == (s32)imm) {
		ab_x86_rr(work, AB_XW | 0xc7, 0, dst);
		ab_x86_put(work, imm, 4);
	} else {
		ab_x86_mov_imm64(work, dst, imm);
	}
}

void ab_x86_alu(struct ab_jit_work *work, bool w, enum ab_x86_alu op, u8 dst, u8 src)
{
	ab_x86_rr(work, (w ? AB_XW : 0) | (op * 8 + 3), dst, src);
}

void ab_x86_alu_imm(struct ab_jit_work *work, bool w, enum ab_x86_alu op, u8 dst, s32 imm)
{
	u32 size = w ? AB_XW : 0;

	if (ab_x86_is_s8(imm)) {
		ab_x86_rr(work, size | 0x83, op, dst);
		ab_x86_put1(work, imm);
		return;
	}
	if (dst == AB_RAX) {
		if (w)
			ab_x86_put1(work, 0x48);
		ab_x86_put1(work, op * 8 + 5);
	} else {
		ab_x86_rr(work, size | 0x81, op, dst);
	}
	ab_x86_put(work, (u32)imm, 4);
}

void ab_x86_test(struct ab_jit_work *work, bool w, u8 a, u8 b)
{
	ab_x86_rr(work, (w ? AB_XW : 0) | 0x85, a, b);
}

void ab_x86_shift_imm(struct ab_jit_work *work, bool w, enum ab_x86_shift op, u8 dst, u8 cnt)
{
	u32 size = w ? AB_XW : 0;

	if (cnt == 1) {
		ab_x86_rr(work, size | 0xd1, op, dst);
		return;
	}
	ab_x86_rr(work, size | 0xc1, op, dst);
	ab_x86_put1(work, cnt);
}

/* Three-byte VEX: @map 2 is 0F38; register fields other than the opcode's are stored inverted. */
static void put_vex(struct ab_jit_work *work, bool w, u8 pp, u8 reg, u8 vvvv, u8 rm, u8 op)
{
	ab_x86_put1(work, 0xc4);
	ab_x86_put1(work, (reg < AB_R8) << 7 | 1 << 6 | (rm < AB_R8) << 5 | 2);
	ab_x86_put1(work, w << 7 | (~vvvv & 15) << 3 | pp);
	ab_x86_put1(work, op);
	ab_x86_put1(work, 0xc0 | (reg & 7) << 3 | (rm & 7));
}

void ab_x86_shx(struct ab_jit_work *work, bool w, enum ab_x86_shx op, u8 dst, u8 src, u8 cnt)
{
	put_vex(work, w, op, dst, cnt, src, 0xf7);
}

void ab_x86_mulx(struct ab_jit_work *work, u8 high, u8 low, u8 src)
{
	put_vex(work, true, 3, high, low, src, 0xf6);
}

void ab_x86_imul_imm(struct ab_jit_work *work, bool w, u8 dst, u8 src, s32 imm)
{
	bool small = ab_x86_is_s8(imm);

	ab_x86_rr(work, (w ? AB_XW : 0) | (small ? 0x6b : 0x69), dst, src);
	ab_x86_put(work, (u32)imm, small ? 1 : 4);
}

void ab_x86_lea(struct ab_jit_work *work, bool w, u8 dst, u8 base, s32 disp)
{
	ab_x86_rm(work, (w ? AB_XW : 0) | 0x8d, dst, base, disp);
}

void ab_x86_push(struct ab_jit_work *work, u8 reg)
{
	if (reg >= AB_R8)
		ab_x86_put1(work, 0x41);
	ab_x86_put1(work, 0x50 | (reg & 7));
}

void ab_x86_pop(struct ab_jit_work *work, u8 reg)
{
	if (reg >= AB_R8)
		ab_x86_put1(work, 0x41);
	ab_x86_put1(work, 0x58 | (reg & 7));
}

void ab_x86_call(struct ab_jit_work *work, u64 to)
{
	ab_x86_put1(work, 0xe8);
	ab_x86_put(work, distance(work, to, 4), 4);
}

void ab_x86_jmp_to(struct ab_jit_work *work, u64 to)
{
	ab_x86_put1(work, 0xe9);
	ab_x86_put(work, distance(work, to, 4), 4);
}

void ab_x86_call_c(struct ab_jit_work *work, u64 to)
{
	if (!work->env->far_calls) {
		ab_x86_call(work, to);
		return;
	}
	ab_x86_mov_imm64(work, AB_RAX, to);
	if (work->env->indirect_thunk[AB_RAX])
		ab_x86_call(work, work->env->indirect_thunk[AB_RAX]);
	else
		ab_x86_rr(work, 0xff, 2, AB_RAX);
}

void ab_x86_jmp_reg(struct ab_jit_work *work, u8 reg)
{
	if (work->env->indirect_thunk[reg]) {
		ab_x86_jmp_to(work, work->env->indirect_thunk[reg]);
	} else {
		ab_x86_rr(work, 0xff, 4, reg);
		ab_x86_put1(work, 0xcc);
	}
}

void ab_x86_ret(struct ab_jit_work *work)
{
	if (work->env->return_thunk)
		ab_x86_jmp_to(work, work->env->return_thunk);
	else
		ab_x86_put(work, 0xccc3, 2);
}

u32 ab_x86_skip_begin(struct ab_jit_work *work, enum ab_x86_cc cc)
{
	ab_x86_put1(work, 0x70 | cc);
	ab_x86_put1(work, 0);
	return work->pos;
}

u32 ab_x86_skip_always(struct ab_jit_work *work)
{
	ab_x86_put1(work, 0xeb);
	ab_x86_put1(work, 0);
	return work->pos;
}

void ab_x86_skip_end(struct ab_jit_work *work, u32 mark)
{
	u32 span = work->pos - mark;

	if (WARN_ONCE(span > 127, "altbpf: branch inside an instruction spans %u bytes\n", span))
		work->err = -EFAULT;
	if (work->buf)
		work->buf[mark - 1] = span;
}

/* Intel's recommended forms, at most 9 bytes each. */
void ab_x86_nops(struct ab_jit_work *work, u32 cnt)
{
	static const u64 forms[9] = {
		0x90, 0x9066, 0x001f0f, 0x00401f0f, 0x0000441f0fULL, 0x0000441f0f66ULL,
		0x00000000801f0fULL, 0x0000000000841f0fULL, 0x00000000841f0f66ULL,
	};

	while (cnt) {
		u32 n = min_t(u32, cnt, 9);

		ab_x86_put(work, forms[n - 1], min_t(u32, n, 8));
		if (n == 9)
			ab_x86_put1(work, 0);
		cnt -= n;
	}
}

void ab_x86_traps(struct ab_jit_work *work, u32 cnt)
{
	while (cnt--)
		ab_x86_put1(work, 0xcc);
}

void ab_x86_endbr(struct ab_jit_work *work)
{
	if (work->env->endbr)
		ab_x86_put(work, 0xfa1e0ff3, 4);
}
