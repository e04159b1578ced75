/* SPDX-License-Identifier: GPL-2.0 */
/* The generator's inner parts: gen.c makes functions and their control flow, pieces.c what is in them. */
#ifndef AB_SELFTESTS_EMBED_GEN_H
#define AB_SELFTESTS_EMBED_GEN_H

#include "embed.h"

/* What a register holds on all paths, as the generator means it. */
enum kind { K_NONE, K_NUM, K_CTX, K_VALUE, K_STACK, K_OTHER };

#define FUNCS 6
#define BUF_OFF (-104) /* 32 bytes of stack for keys, values, callbacks' contexts */
#define BUF_SIZE 32
#define VALUE_SIZE 64 /* of MAP_ONE, which R7 points to */
#define SKIPS 16

struct gen {
	struct program *prog;
	struct rnd *rnd;
	u8 kind[AB_REG_CNT];
	u16 locked; /* registers that keep what they hold */
	u32 func, func_cnt;
	bool is_callback[FUNCS];
	bool has_ctx;
	u32 start[FUNCS];
	struct {
		u32 insn, func;
	} fix[64];
	u32 fix_cnt;
	u32 loops, depth;
	/* Jumps to the end of the piece in hand, with what was known where they leave. */
	u32 skip[SKIPS];
	u32 skip_cnt;
	u8 skip_kind[AB_REG_CNT];
};

u32 g_below(struct gen *g, u32 n);
struct altbpf_insn *g_put(struct gen *g, u8 code, u8 dst, u8 src, s16 off, s32 imm);
void g_imm64(struct gen *g, u8 dst, u8 src, u32 low, u32 high);
bool g_full(const struct gen *g);
/* A register with a number (makes one if there is none), and one that may be overwritten. */
u8 g_num(struct gen *g);
u8 g_dst(struct gen *g);
u8 g_dst_but(struct gen *g, u16 not);
void g_clobber(struct gen *g, u8 reg, u8 kind);
/* A conditional jump to the end of the piece. */
void g_skip(struct gen *g, u8 code, u8 dst, u8 src, s32 imm);
u8 g_size(struct gen *g, u32 *width);
s32 g_imm(struct gen *g);
void g_after_call(struct gen *g);
void g_call(struct gen *g, u32 func, bool as_callback, u8 reg);

/* One random piece of a block; may hold blocks. */
void gen_piece(struct gen *g);
void gen_block(struct gen *g, u32 pieces);

#endif
