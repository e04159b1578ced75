/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Names and limits of the map types, for verifier, tools and `feature probe`.
 */
#ifndef AB_CORE_SPEC_MAP_TYPE_H
#define AB_CORE_SPEC_MAP_TYPE_H

#include <linux/types.h>
#include <linux/altbpf.h>

/**
 * struct ab_map_type - a map type
 * @type: enum altbpf_map_type
 * @name: as bpftool prints it ("hash")
 * @implemented: altbpf can create it
 * @percpu: values are per CPU
 * @keyless: key_size must be 0 (ringbuf, queue, stack)
 * @direct_value: PSEUDO_MAP_VALUE works
 */
struct ab_map_type {
	u32 type;
	const char *name;
	bool implemented;
	bool percpu;
	bool keyless;
	bool direct_value;
};

const struct ab_map_type *ab_map_type_find(u32 type);

#endif
