/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What verifier and engines need to know of a map. The kernel's struct ab_map begins with one;
 * the offline checker and the tests fill one in by hand.
 */
#ifndef AB_CORE_SPEC_MAP_DESC_H
#define AB_CORE_SPEC_MAP_DESC_H

#include <linux/types.h>
#include <linux/altbpf.h>

struct ab_btf;

/* Operations that a compiled program may call directly once it knows the one map it works on. */
enum ab_map_fn {
	AB_MAP_FN_LOOKUP, /* void *(map, key) */
	AB_MAP_FN_UPDATE, /* long (map, key, value, flags) */
	AB_MAP_FN_DELETE, /* long (map, key) */
	AB_MAP_FN_PUSH, /* long (map, value, flags) */
	AB_MAP_FN_POP, /* long (map, value) */
	AB_MAP_FN_PEEK, /* long (map, value) */
	AB_MAP_FN_LOOKUP_PERCPU, /* void *(map, key, cpu) */
	AB_MAP_FN_CNT,
};

/* How a compiled program can look an element up without a call. */
enum ab_map_inline {
	AB_MAP_INLINE_NONE,
	AB_MAP_INLINE_ARRAY, /* value at elems + key * elem_size, if key < max_entries */
	AB_MAP_INLINE_PERCPU_ARRAY, /* per-CPU pointer elems[key] (u64 each), add this CPU's offset */
};

/**
 * struct ab_map_desc - a map as verifier and engines see it
 * @type: enum altbpf_map_type
 * @key_size: bytes
 * @value_size: bytes, of one value as a program sees it
 * @max_entries: capacity
 * @flags: map_flags of MAP_CREATE
 * @id: number shown in dumps, 0 where there is none
 * @map_extra: as in MAP_CREATE
 * @name: NUL-terminated
 * @btf: types of key and value, or NULL
 * @btf_key_type_id: in @btf, 0 if unknown
 * @btf_value_type_id: in @btf, 0 if unknown
 * @frozen: user space can no longer write (MAP_FREEZE); with RDONLY_PROG the contents are constants
 * @contents: for an array of one frozen RDONLY_PROG value: that value, @value_size bytes; else NULL
 * @inner: for maps of maps: what every inner map looks like; else NULL
 * @addr: the value that a program's map pointer register holds (kernel: struct ab_map *)
 * @value_addr: address of element 0 where direct value access is supported, else 0
 * @inl: enum ab_map_inline
 * @elem_size: bytes from one element to the next (inline look-up)
 * @elems: address of element 0, or of the table of per-CPU pointers (inline look-up)
 * @fn: native addresses, 0 where the map has no such operation
 * @slots: prog_array: address of the table of pointers to struct ab_tail_target
 */
struct ab_map_desc {
	u32 type;
	u32 key_size;
	u32 value_size;
	u32 max_entries;
	u32 flags;
	u32 id;
	u64 map_extra;
	char name[ALTBPF_OBJ_NAME_LEN];
	const struct ab_btf *btf;
	u32 btf_key_type_id;
	u32 btf_value_type_id;
	bool frozen;
	const void *contents;
	const struct ab_map_desc *inner;

	u64 addr;
	u64 value_addr;
	u8 inl;
	u32 elem_size;
	u64 elems;
	u64 fn[AB_MAP_FN_CNT];
	u64 slots;
};

/**
 * struct ab_tail_target - what a prog_array's slot points to
 * @native: address at which a tail call of compiled code enters, 0 if interpreted
 * @code: the target's struct ab_code, for the interpreter
 */
struct ab_tail_target {
	u64 native;
	const void *code;
};

#endif
