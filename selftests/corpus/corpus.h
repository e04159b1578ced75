/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The text corpus: programs with the verdict or the result that is expected of them.
 *
 *	=== name of the program
 *	type: kprobe                    a program type's name (default socket_filter)
 *	map: counts hash 4 8 16         name, type, key size, value size, entries, then flags=N, frozen=HEX
 *	init: counts 01000000 2a00000000000000          an element before the run
 *	check: counts 01000000 2b00000000000000         an element after the run
 *	tail: progs 3 other program     slot 3 of prog_array progs holds the program of that name
 *	gpl: no                         licence (default yes)
 *	flags: 1                        prog_flags
 *	expect: accept                  or: refuse SLUG [at INSTRUCTION]
 *	log: text                       part of the log, any number of times
 *	result: 0x2a                    r0 at exit (the whole 64 bits)
 *	data: 0102                      the packet (xdp, socket_filter; default 64 zero bytes)
 *	ctx: 0102                       start of the context of other types (the rest is zero)
 *	host: accept why                where mainline's verdict differs, with the reason
 *	vm: no why                      not on the device, with the reason
 *
 * and instructions as asm.h takes them. "#" begins a comment line. Include core headers first.
 */
#ifndef AB_SELFTESTS_CORPUS_H
#define AB_SELFTESTS_CORPUS_H

#include "core/isa/isa.h"

#define CORPUS_MAPS 8
#define CORPUS_ITEMS 8

struct corpus_map {
	char name[ALTBPF_OBJ_NAME_LEN];
	u32 type, key_size, value_size, max_entries, flags;
	u8 *frozen; /* value_size bytes of element 0, or NULL */
};

struct corpus_elem {
	u32 map;
	u8 *key, *value;
};

struct corpus_tail {
	u32 map;
	u32 index;
	char prog[96];
};

struct corpus_prog {
	char name[96];
	const char *file;
	int line;
	u32 type, flags;
	bool gpl;
	struct corpus_map maps[CORPUS_MAPS];
	u32 map_cnt;
	struct corpus_elem init[CORPUS_ITEMS], check[CORPUS_ITEMS];
	u32 init_cnt, check_cnt;
	struct corpus_tail tails[CORPUS_ITEMS];
	u32 tail_cnt;
	bool accept;
	char slug[48];
	int at; /* -1: not said */
	char log[CORPUS_ITEMS][160];
	u32 log_cnt;
	bool has_result;
	u64 result;
	u8 *data, *ctx;
	long data_len, ctx_len;
	int host; /* 1 accepts, 0 refuses, -1: as here */
	bool skip_vm;
	struct altbpf_insn *insns; /* maps by index, as struct ab_verify_in wants them */
	u32 cnt;
};

struct corpus {
	struct corpus_prog *progs;
	u32 cnt;
};

/* Adds a file's programs; 0, or -1 with a message ("FILE:LINE: ...") in @err. */
int corpus_load(struct corpus *corpus, const char *file, char *err, size_t err_size);
void corpus_free(struct corpus *corpus);
const struct corpus_prog *corpus_find(const struct corpus *corpus, const char *name);

/* Callbacks, and tail calls and packet loads in programs with subprograms, need types, also for mainline. */
bool corpus_needs_btf(const struct corpus_prog *prog);
/* Raw BTF in which type 3 is a static function of no arguments; use it for every subprogram. */
const void *corpus_btf(u32 *size);
#define CORPUS_BTF_FUNC 3

#endif
