/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The contract of each helper: what it takes, what it returns, who may call it. One row a helper
 * (helper.c); the verifier checks calls against it, dumps and `feature probe` take names from it.
 */
#ifndef AB_CORE_SPEC_HELPER_H
#define AB_CORE_SPEC_HELPER_H

#include <linux/types.h>
#include <linux/altbpf.h>

enum ab_arg_type {
	AB_ARG_NONE, /* unused */
	AB_ARG_ANYTHING, /* any initialised value; pointers allowed where mainline allows them */
	AB_ARG_SCALAR, /* an initialised number */
	AB_ARG_CTX,
	AB_ARG_MAP, /* a map */
	AB_ARG_MAP_KEY, /* readable memory of the map's key_size */
	AB_ARG_MAP_VALUE, /* readable memory of the map's value_size */
	AB_ARG_MAP_VALUE_UNINIT, /* writable memory of the map's value_size, need not be initialised */
	AB_ARG_MEM, /* readable memory, the next argument is its size */
	AB_ARG_MEM_OR_NULL,
	AB_ARG_MEM_WRITE, /* memory that is read and written, the next argument is its size */
	AB_ARG_MEM_UNINIT, /* memory that is written, need not be initialised, the next argument is its size */
	AB_ARG_SIZE, /* size of the memory before, must be > 0 */
	AB_ARG_SIZE_OR_ZERO,
	AB_ARG_ALLOC_SIZE_CONST, /* constant size of the memory that is returned */
	AB_ARG_RINGBUF_MEM, /* a ring buffer record from ringbuf_reserve; released by this call */
	AB_ARG_CONST_STR, /* NUL-terminated text in a frozen read-only map */
	AB_ARG_FUNC, /* a callback */
	AB_ARG_STACK_OR_NULL, /* pointer to stack or NULL: a callback's context */
	AB_ARG_LONG, /* pointer to an aligned, initialised-by-callee 8-byte slot */
	AB_ARG_INT, /* the same of 4 bytes */
	AB_ARG_BTF_TASK, /* trusted struct task_struct */
	AB_ARG_CTX_OR_NULL,
	AB_ARG_MAP_VALUE_OR_NULL,
	AB_ARG_SOCK, /* any socket */
	AB_ARG_SOCK_RELEASE, /* a socket with a reference; released by this call */
	AB_ARG_SOCK_ASSIGN, /* a socket; for sk_lookup: a full one or NULL */
	AB_ARG_MEM_UNINIT_OR_NULL, /* MEM_UNINIT, or NULL (then the size must be 0) */
};

enum ab_ret_type {
	AB_RET_INTEGER,
	AB_RET_VOID,
	AB_RET_MAP_VALUE_OR_NULL, /* value of the map argument */
	AB_RET_RINGBUF_MEM_OR_NULL, /* acquires a reference; size from ALLOC_SIZE_CONST */
	AB_RET_MEM_OR_NULL,
	AB_RET_BTF_TASK,
	AB_RET_MAP_VALUE,
	AB_RET_SOCK_OR_NULL,
	AB_RET_SOCK_COMMON_OR_NULL,
	AB_RET_TCP_SOCK_OR_NULL,
};

/* struct ab_helper_proto.flags */
#define AB_HELPER_GPL 1U /* only for GPL compatible programs */
#define AB_HELPER_SLEEPS 2U /* only for sleepable programs */
#define AB_HELPER_PACKET 4U /* may move the packet: packet pointers end */
#define AB_HELPER_RUN 8U /* needs struct ab_run */
#define AB_HELPER_WRITES_MAP 16U /* modifies the map: not on RDONLY_PROG maps */
#define AB_HELPER_READS_MAP 32U /* reads the map: not on WRONLY_PROG maps (no row has it: mainline has no such rule) */
#define AB_HELPER_PACKET_MEM 64U /* its memory arguments may point into the packet */
#define AB_HELPER_RET_SIZE 128U /* R0 is at most the size argument's largest value, and >= @ret_min */

#define AB_HELPER_ACQUIRES 256U /* the socket that is returned must be released */
#define AB_HELPER_CASTS 512U /* the socket that is returned is argument 1, seen otherwise */

/**
 * struct ab_helper_proto - a helper's contract
 * @id: its number (enum altbpf_func_id)
 * @name: without the bpf_ prefix
 * @ret: what R0 is after the call
 * @ret_min: for AB_RET_INTEGER with @ret_max: smallest value (s64); both 0: unknown
 * @ret_max: largest
 * @args: R1 to R5
 * @flags: AB_HELPER_*
 * @prog_types: bit per enum altbpf_prog_type that may call it
 */
struct ab_helper_proto {
	u32 id;
	const char *name;
	u8 ret;
	s64 ret_min;
	s64 ret_max;
	u8 args[5];
	u32 flags;
	u64 prog_types;
};

/* The contract of helper @id, or NULL where altbpf has none. */
const struct ab_helper_proto *ab_helper_find(u32 id);

/* Is @type (enum altbpf_prog_type) one that may call the helper? */
static inline bool ab_helper_allows(const struct ab_helper_proto *helper, u32 type)
{
	return type < 64 && (helper->prog_types >> type & 1);
}

/* Is @map_type one that helper @id works on? (True for helpers without a map argument.) */
bool ab_helper_fits_map(u32 id, u32 map_type);

#endif
