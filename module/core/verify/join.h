/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The second way to explore: states that meet at one instruction are joined, loops are proved to
 * end by a number that grows. fix.c finds what holds at every merge point, join.c joins two
 * states, loops.c finds loops and an order of exploration, rank.c proves that loops end. Private
 * to verify/.
 */
#ifndef AB_CORE_VERIFY_JOIN_H
#define AB_CORE_VERIFY_JOIN_H

#include "core/verify/env.h"

/* The most that the trip counts of nested loops may multiply to. */
#define AB_TURN_LIMIT (1ULL << 32)
/* States kept apart at one merge point, in the first and in the second attempt. */
#define AB_KEEP_FEW 4
#define AB_KEEP_MANY 32

/**
 * struct ab_point - what may hold at a merge point: every path that got here lies in one of its points
 * @node: the state; only the state is used, the rest is for ab_same()
 * @next: the next one at the same instruction
 * @later: the next one in the worklist
 * @grown: how often it was made wider
 * @queued: it is in the worklist
 */
struct ab_point {
	struct ab_node node;
	struct ab_point *next;
	struct ab_point *later;
	u32 grown;
	bool queued;
};

/**
 * struct ab_fix_insn - what exploration by joining knows of an instruction
 * @points: at merge points
 * @order: rank in the order of exploration
 * @place: rank in the loop in hand
 * @loop: 1 + index of the loop that it heads
 * @loop_mark: 1 + index of the loop in hand if it belongs to it
 * @writes: slots of its frame that it may write, callees included
 * @turns: how often it can run for one run of its function, at most
 * @min: smallest amount that it adds
 * @max: largest
 * @merge: states meet here
 * @seen: some state reached it
 * @adds: it adds something: @min and @max hold
 * @wraps: adding may wrap around as unsigned numbers
 * @swraps: ... as signed numbers
 * @wide: an operand of 32 bits may have more, or is no number: nothing is known of the result
 */
struct ab_fix_insn {
	struct ab_point *points;
	u32 order;
	u32 place;
	u32 loop;
	u32 loop_mark;
	u64 writes;
	u64 turns;
	s64 min;
	s64 max;
	u8 merge : 1;
	u8 seen : 1;
	u8 adds : 1;
	u8 wraps : 1;
	u8 swraps : 1;
	u8 wide : 1;
};

/**
 * struct ab_loop - a natural loop
 * @head: the one instruction by which it is entered
 * @body: its instructions, @head among them, in order of exploration
 * @cnt: how many
 * @exits: first instructions behind it
 * @exit_cnt: how many
 * @marks: numbers that its comparisons know, sorted: where growing bounds rest
 * @mark_cnt: how many
 */
struct ab_loop {
	u32 head;
	u32 *body;
	u32 cnt;
	u32 *exits;
	u32 exit_cnt;
	u64 *marks;
	u32 mark_cnt;
};

struct ab_fix {
	struct ab_fix_insn *insn;
	struct ab_loop *loop;
	u32 loop_cnt;
	u32 loop_cap;
	u32 *before; /* predecessors, those of instruction i from first[i] to first[i + 1] */
	u32 *first;
	u32 keep;
	u32 joins;
	u32 ranked;
	u64 limit; /* of env->processed */
	struct ab_point *work;
	struct ab_node probe; /* the path in hand, for ab_same() */
};

/*
 * What follows refuses as all of verify/ does; as long as env->fix is there, ab_refuse() only
 * notes why, since another way of exploration comes next.
 */

/* join.c */
/* Do both have the same frames, at the same calls, and as many references? */
bool ab_join_same_calls(const struct ab_state *a, const struct ab_state *b);
/* How much would be lost if @cur were joined into @old? -1: they cannot be joined. */
int ab_join_loss(struct ab_env *env, const struct ab_state *old, const struct ab_state *cur);
/* @old becomes a state that covers both. @loop: growing bounds go to its marks; or NULL. */
int __must_check ab_join(struct ab_env *env, struct ab_state *old, const struct ab_state *cur,
			 const struct ab_loop *loop);

/* loops.c */
int __must_check ab_loops_build(struct ab_env *env);
void ab_loops_fini(struct ab_env *env);
int ab_loops_compare(const void *a, const void *b);

/* rank.c */
/* What the instruction in hand adds, before it runs. */
void ab_rank_note(struct ab_env *env, const struct altbpf_insn *insn);
/* Do all loops end, soon enough? */
int __must_check ab_rank_loops(struct ab_env *env);

#endif
