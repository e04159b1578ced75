/* SPDX-License-Identifier: GPL-2.0 */
/*
 * One verification: the program, what passes before exploration found out about it, the path in
 * hand, the work ahead, and the functions by which the files of verify/ call one another. Private
 * to verify/.
 */
#ifndef AB_CORE_VERIFY_ENV_H
#define AB_CORE_VERIFY_ENV_H

#include <linux/types.h>
#include <linux/kernel.h>
#include <linux/errno.h>
#include <linux/string.h>

#include "core/isa/isa.h"
#include "core/isa/disasm.h"
#include "core/spec/helper.h"
#include "core/spec/map_type.h"
#include "core/spec/prog_type.h"
#include "core/spec/refusal.h"
#include "core/verify/state.h"
#include "core/verify/verify.h"

#define AB_MAX_VAR_OFF (1 << 29)
#define AB_MAX_VAR_SIZE (1 << 29)
#define AB_WORK_LIMIT 1000000
#define AB_PATH_LIMIT 4096
#define AB_MEM_LIMIT (512ULL << 20)
#define AB_MAX_PENDING 8192
#define AB_MAX_EDGES 64

/**
 * struct ab_insn_info - what is known of an instruction before any path is explored
 * @second: second half of a 64-bit immediate
 * @prune: states are compared here
 * @loop_head: some jump leads back here
 * @callback_call: a helper call that enters a callback of this program
 * @map_mixed: paths differ in the map that it works on
 * @key_mixed: paths differ in the key, or do not know it
 * @live: registers that may be read from here on before they are written (bit per register)
 * @subprog: function that it belongs to
 * @nodes: finished checkpoints at this instruction
 * @open: those whose paths are still explored: all on the way of the path in hand, newest first
 */
struct ab_insn_info {
	u8 second : 1;
	u8 prune : 1;
	u8 loop_head : 1;
	u8 callback_call : 1;
	u8 map_mixed : 1;
	u8 key_mixed : 1;
	u8 map_seen : 1;
	u8 key_seen : 1;
	u16 live;
	u16 subprog;
	struct ab_node *nodes;
	struct ab_node *open;
	u32 node_cnt;
};

/* A function beside what facts say of it. */
struct ab_sub {
	u32 type_id; /* its BTF function, 0 if unknown */
	u8 is_global; /* verified once by its prototype */
	u8 called; /* global: some path calls it */
	u8 done; /* global: verified */
	u8 returns_number;
	u16 depth; /* bytes of stack used */
	u16 total; /* with all frames above it on its deepest chain */
	u16 level; /* calls on its longest chain */
};

/* One function enters another. */
struct ab_edge {
	u16 from;
	u16 to;
};

/* A branch to explore later. */
struct ab_pending {
	struct ab_pending *next;
	u32 log_len;
	struct ab_state state;
};

/* Text of the path in hand, for log level 1. */
struct ab_text {
	char *buf;
	u32 len;
	u32 cap;
};

struct ab_fix;

struct ab_env {
	const struct ab_verify_in *in;
	struct ab_verify_out *out;
	const struct altbpf_insn *insns;
	u32 insn_cnt;
	const struct ab_prog_type *type;
	struct ab_insn_info *info;
	struct ab_insn_fact *fact;
	struct ab_subprog *subs;
	struct ab_sub *sub;
	u32 sub_cnt;
	struct ab_edge edge[AB_MAX_EDGES]; /* calls of callbacks that were walked */
	u32 edge_cnt;

	struct ab_state *cur;
	struct ab_pending *pending;
	u32 pending_cnt;
	u32 insn; /* the instruction in hand */
	u32 next; /* the one to go on with */
	bool explicit_next;
	u32 id_gen;
	bool strict; /* strict alignment */
	u32 root; /* subprogram from which exploration began */

	u64 processed;
	u64 jumps;
	u64 last_node_processed;
	u64 last_node_jumps;
	u32 max_nodes_per_insn;
	u32 total_nodes;
	u32 live_nodes;
	u32 peak_nodes;
	u32 longest_mark;
	u64 mem;
	u64 peak_mem;
	u64 mem_limit;
	u64 work_limit;
	u64 path_end; /* processed instructions after which paths are too many */
	u64 wasted; /* instructions processed in attempts that came to nothing */
	bool out_of_budget;
	struct ab_fix *fix; /* exploration by joining, while it runs */
	u64 joins;
	u32 joined; /* functions explored by joining */
	char hint[96]; /* why joining did not do */

	bool refused;
	int err; /* what the refusal returns */
	struct ab_text text;
	bool line_open; /* the last line of the walk has no end yet */
	bool walking;
	bool ctx_mixed;
	u8 name_turn;
	char name[2][16];

	/* Scratch space that would be too large for the kernel's stack. */
	struct {
		u16 regs[AB_MAX_FRAMES];
		u64 slots[AB_MAX_FRAMES];
		u32 links;
		u16 link[64];
	} bt;
	struct {
		u32 cnt;
		u32 old[256];
		u32 cur[256];
	} ids;
	struct {
		u32 cnt;
		u32 old[256];
		u32 cur[256];
		s64 delta[256];
	} links;
	struct ab_reg scratch[4];
	struct ab_slot scratch_slot;
	u32 const_keys;

	/* for facts */
	u32 max_ctx;
	u32 max_packet;
	bool uses_run;
	bool changes_packet;
	u64 uses_helper[(ALTBPF_FUNC_CNT + 63) / 64];
};

/* The path in hand ends here without a fault. */
#define AB_PATH_END 1
/* There are too many paths to explore them one by one at first try. */
#define AB_TOO_MANY_PATHS 2

static inline struct ab_frame *ab_top(struct ab_env *env)
{
	return ab_state_top(env->cur);
}

/* A register of the current frame; the frame is writable during an instruction's step. */
static inline struct ab_reg *ab_reg_at(struct ab_env *env, u32 n)
{
	return &ab_top(env)->regs[n];
}

/* The map that a MAP, VALUE or KEY register belongs to. */
static inline const struct ab_map_desc *ab_reg_map(const struct ab_env *env, const struct ab_reg *reg)
{
	const struct ab_map_desc *map = env->in->maps[reg->map];

	return reg->inner ? map->inner : map;
}

/* engine.c */
void *ab_env_alloc(struct ab_env *env, size_t size);
void ab_env_free(struct ab_env *env, void *p, size_t size);
/* A copy of the path in hand that goes on at @insn later. NULL: refused or no memory. */
struct ab_state *ab_engine_push(struct ab_env *env, u32 insn);
int __must_check ab_engine_run(struct ab_env *env);
/* Runs the instruction in hand. */
int __must_check ab_engine_exec(struct ab_env *env);
/* The branch that waits longest becomes the path in hand. False: there is none. */
bool ab_engine_pop(struct ab_env *env);

/* fix.c: explores from the path in hand, joining states; processes at most @limit instructions. */
int __must_check ab_fix_run(struct ab_env *env, u32 keep, u64 limit);

/* A path that hangs on @node is done. */
void ab_prune_done(struct ab_env *env, struct ab_node *node);
void ab_node_free(struct ab_env *env, struct ab_node *node);

/* cfg.c, live.c */
int __must_check ab_cfg_build(struct ab_env *env);
int __must_check ab_live_build(struct ab_env *env);
/* The up to two instructions that may follow @i in its function. Return: how many. */
u32 ab_cfg_next(const struct ab_env *env, u32 i, u32 next[2]);
u32 ab_live_uses(const struct altbpf_insn *insn);
u32 ab_live_defs(const struct altbpf_insn *insn);

/* regs.c: reading, writing, linking */
int __must_check ab_regs_read(struct ab_env *env, u32 n);
int __must_check ab_regs_write(struct ab_env *env, u32 n);
void ab_regs_unlink(struct ab_reg *reg);
/* After @reg was narrowed: all that are linked with it learn. */
int __must_check ab_regs_sync(struct ab_env *env, struct ab_state *state, const struct ab_reg *reg);
int __must_check ab_regs_note_links(struct ab_env *env, const struct ab_reg *reg);
/* Packet pointers and slices of it are gone. */
int __must_check ab_regs_drop_packets(struct ab_env *env);
int __must_check ab_regs_drop_ref(struct ab_env *env, u32 ref);
int __must_check ab_regs_decide_null(struct ab_env *env, struct ab_state *state, u32 id, bool is_null);
/* All of @by's base and kind may be accessed up to @by->range. */
int __must_check ab_regs_extend_packet(struct ab_env *env, struct ab_state *state,
				       const struct ab_reg *by);
u32 ab_new_id(struct ab_env *env);

/* alu.c, mem.c, branch.c, call.c, subprog.c */
int __must_check ab_alu_step(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_mem_step(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_imm64_step(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_branch_step(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_call_step(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_subprog_call(struct ab_env *env, const struct altbpf_insn *insn);
int __must_check ab_subprog_exit(struct ab_env *env);
int __must_check ab_subprog_info(struct ab_env *env);
int __must_check ab_subprog_check_stack(struct ab_env *env);
/* Makes the first state of function @sub: of a global one from its prototype. */
int __must_check ab_subprog_enter_root(struct ab_env *env, u32 sub);

/* bounds.c */
enum ab_access { AB_READ = 1, AB_WRITE = 2 };
/*
 * May @size bytes at register @n plus @off be accessed? Covers map values, keys, packets and sized
 * memory. @zero_ok: an empty access is fine.
 */
int __must_check ab_bounds_check(struct ab_env *env, u32 n, s32 off, u32 size, u32 access,
				 bool zero_ok);
int __must_check ab_bounds_range(struct ab_env *env, u32 n, s32 off, s64 size, s64 limit,
				 bool zero_ok);
int __must_check ab_align_check(struct ab_env *env, u32 n, s32 off, u32 size, bool strict);
int __must_check ab_ctx_pointer_check(struct ab_env *env, u32 n);

/* stack.c */
int __must_check ab_stack_load(struct ab_env *env, u32 base, s32 off, u32 size, bool sign, s32 dst);
int __must_check ab_stack_store(struct ab_env *env, u32 base, s32 off, u32 size, s32 src, s32 imm);
int __must_check ab_stack_bounds(struct ab_env *env, u32 n, s32 off, s64 size, u32 access, s32 *min,
				 s32 *max);
/* A helper reads (and, with AB_WRITE, overwrites) @size bytes. */
int __must_check ab_stack_helper(struct ab_env *env, u32 n, s64 size, u32 access);
/* A constant key of @size bytes at register @n, if there is one on the stack. */
bool ab_stack_const(struct ab_env *env, u32 n, u32 size, u64 *value);

/* prune.c, precise.c */
/* Return: 1 if the path in hand is covered, 0 to go on, or -errno. */
int __must_check ab_prune_visit(struct ab_env *env);
void ab_prune_mark_read(struct ab_state *state, u32 frame, u64 slots);
int __must_check ab_hist_push(struct ab_env *env);
/* Notes that the instruction in hand spilled to or filled from slot @slot of frame @frame. */
void ab_hist_note_stack(struct ab_env *env, u32 frame, u32 slot);
int __must_check ab_hist_append(struct ab_env *env, u64 word);
/* The exact value of a register or slot matters to the instruction in hand. */
int __must_check ab_precise_reg(struct ab_env *env, u32 n);
int __must_check ab_precise_slot(struct ab_env *env, u32 frame, u32 slot);
/* What mattered to @node matters to the path in hand. */
int __must_check ab_precise_from(struct ab_env *env, const struct ab_node *node);
void ab_precise_all(struct ab_env *env);

/* facts.c */
void ab_fact_region(struct ab_env *env, enum ab_region region, s32 map);
void ab_fact_map(struct ab_env *env, u32 map);
void ab_fact_key(struct ab_env *env, bool known, u32 key);
void ab_fact_helper(struct ab_env *env, const struct ab_helper_proto *proto);
void ab_fact_fill(struct ab_env *env);

/* report.c, print.c */
/* Refuses: the classic line, then the report. Return: the safety condition's -errno. */
__printf(3, 4) int ab_refuse(struct ab_env *env, enum ab_refusal_id id, const char *fmt, ...);
__printf(2, 3) void ab_print(struct ab_env *env, const char *fmt, ...);
void ab_print_insn(struct ab_env *env);
void ab_print_state(struct ab_env *env, const struct ab_state *state, u32 mask, bool all);
int ab_print_reg(char *buf, size_t size, const struct ab_env *env, const struct ab_reg *reg);
int ab_print_tnum(char *buf, size_t size, struct ab_tnum t);
void ab_print_flush(struct ab_env *env);
void ab_print_after(struct ab_env *env);
void ab_print_from(struct ab_env *env);
void ab_print_source(struct ab_env *env, u32 insn, bool walk);
void ab_print_stats(struct ab_env *env);
const char *ab_sub_name(struct ab_env *env, u32 sub);
int ab_no_memory(struct ab_env *env);
/* Our own bug: warns once, ends the verification. */
int ab_internal(struct ab_env *env, const char *what);

#endif
