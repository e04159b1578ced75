/* SPDX-License-Identifier: GPL-2.0 */
/*
 * State embedding: accepted programs run one instruction at a time in a machine of their own,
 * which shares no code with the engines, and every step is compared with what the verifier claims:
 *
 *	gen.c base.c    programs: made at random, or taken from the corpora and changed
 *	claim.c         the states that the verifier held at each instruction; is this one among them?
 *	world.c         objects with addresses: context, packet, maps, stack, records
 *	helper.c        what helpers do, by their rows in the table, with random results
 *	machine.c       the instructions
 *	embed.c         the loop over seeds, the report, the reduction of what was found
 *
 * A pointer is an address and the object that it came from (an access through it must lie in that
 * object). Addresses are made up; no memory of the host stands behind them.
 */
#ifndef AB_SELFTESTS_EMBED_H
#define AB_SELFTESTS_EMBED_H

#include "core/isa/check.h"
#include "core/spec/helper.h"
#include "core/spec/prog_type.h"
#include "core/verify/state.h"
#include "core/verify/watch.h"
#include "core/verify/verify.h"
#include <linux/kernel.h>

#define MAX_INSNS 4096
#define MAX_OBJS 4096

/* ---- random numbers ---- */
struct rnd {
	u64 state;
};

u64 rnd_next(struct rnd *rnd);
u32 rnd_below(struct rnd *rnd, u32 n);
/* Small numbers, powers of two, limits, anything. */
u64 rnd_value(struct rnd *rnd);

/* ---- programs ---- */
struct program {
	struct altbpf_insn insns[MAX_INSNS];
	u32 cnt;
	u32 type, expected_attach_type, flags;
	bool gpl;
	struct ab_map_desc *const *maps;
	u32 map_cnt;
	bool own_btf; /* one function record a subprogram */
	const struct ab_btf *btf;
	const struct altbpf_func_info *func_info;
	u32 func_info_cnt;
	char origin[160];
};

/* The maps of generated programs. */
enum { MAP_ONE, MAP_HASH, MAP_ARRAY, MAP_RING, MAP_CPUS, MAP_CONST, GEN_MAPS };
extern struct ab_map_desc *const gen_maps[GEN_MAPS];

void gen_program(struct program *prog, struct rnd *rnd);
/* Changes a few instructions. */
void mutate_program(struct program *prog, struct rnd *rnd);
/* Programs of the text corpus and of frozen archives. Return: how many there are now. */
u32 base_load(const char *path);
void base_pick(struct program *prog, struct rnd *rnd);

/* ---- objects ---- */
enum obj_kind { OBJ_CTX, OBJ_STACK, OBJ_MAP, OBJ_VALUE, OBJ_KEY, OBJ_PACKET, OBJ_RECORD, OBJ_FUNC, OBJ_KERNEL };

/**
 * struct obj - something that a pointer can point to
 * @dead: released, or replaced
 * @rdonly: must not be written
 * @inner: of a map that another map holds
 * @map: index of the map
 * @func: first instruction of a callback
 * @at: PACKET: where data begins (metadata is before it)
 * @tags: STACK: by slot, the object that the pointer in it points to, plus 1
 */
struct obj {
	enum obj_kind kind;
	bool dead, rdonly, inner;
	u32 map, func, at, size;
	u64 base;
	u8 *mem;
	u32 *tags;
};

/* A register: its bits; @tag: 1 + index of the object if it is a pointer to one, else 0. */
struct val {
	u64 v;
	u32 tag;
	bool set;
};

struct loop {
	bool on;
	bool each; /* over a map's elements */
	u32 func;
	u64 turn, turns;
};

struct mframe {
	struct val reg[AB_REG_CNT];
	u32 stack; /* object */
	u32 callsite;
	bool callback;
	struct loop loop; /* of the call in hand */
};

/**
 * struct machine - one run
 * @why: the fault, "" while there is none
 */
struct machine {
	const struct program *prog;
	const struct ab_prog_type *type;
	const struct ab_facts *facts;
	struct claims *claims;
	struct rnd rnd;
	struct obj *objs;
	u32 obj_cnt;
	u32 packet, ctx;
	struct mframe frame[AB_MAX_FRAMES];
	u32 depth;
	u32 pc;
	u64 steps;
	u32 budget; /* of may_goto */
	bool done;
	bool gave_up; /* something that this machine does not know */
	bool below_global; /* perhaps: to a global function all sized memory is one region */
	char why[1024];
};

/* The run ends here with a finding. */
__printf(2, 3) void fault(struct machine *m, const char *fmt, ...);

u32 world_add(struct machine *m, enum obj_kind kind, u32 size, bool random);
struct val world_ptr(const struct machine *m, u32 obj, u64 off);
void world_new_packet(struct machine *m);
void world_init(struct machine *m);
void world_fini(struct machine *m);
const struct ab_map_desc *world_map(const struct machine *m, const struct obj *map);
/* A value of the map, by index for arrays, any for others; 0: none, else 1 + object. */
u32 world_value(struct machine *m, const struct obj *map, u64 index);
/* Checks [ptr, ptr + size) and gives the bytes; NULL: fault. */
u8 *world_access(struct machine *m, const struct val *ptr, s64 off, u64 size, bool write);

/* R1 to R5 to R0; does callbacks too (may set pc). */
void helper_call(struct machine *m, u32 id);
/* The callback has returned: another turn, or the end of the call. */
void helper_turn(struct machine *m);

void machine_run(struct machine *m);

/* ---- claims ---- */
struct claims *claims_create(u32 insn_cnt);
void claims_destroy(struct claims *claims);
void claims_add(void *claims, u32 insn, u32 live, const struct ab_state *state);
u32 claims_cnt(const struct claims *claims);
/* Was @insn reached at this call depth? */
bool claims_at_depth(const struct claims *claims, u32 insn, u32 depth);
/* Is the machine's state among those at its pc? If not: fault. */
void claims_check(struct machine *m);

#endif
