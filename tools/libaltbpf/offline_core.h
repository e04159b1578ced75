/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Shared by the hermetic files of the offline backend: what a map is there.
 */
#ifndef LIBALTBPF_OFFLINE_CORE_H
#define LIBALTBPF_OFFLINE_CORE_H

#include "core/isa/isa.h"
#include "core/spec/map_desc.h"
#include "offline.h"

/**
 * struct ab_offline_map - a map without elements
 * @desc: what the verifier sees
 * @value: arrays of one element: its value, desc.value_size bytes; else NULL
 */
struct ab_offline_map {
	struct ab_map_desc desc;
	void *value;
};

#endif
