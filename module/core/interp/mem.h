/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The interpreter's loads, stores and atomic operations on plain addresses. Accesses need not be
 * aligned (packed types); each is one access of its width where the machine has one.
 */
#ifndef AB_CORE_INTERP_MEM_H
#define AB_CORE_INTERP_MEM_H

#include <linux/compiler.h>
#include <linux/types.h>
#include "core/isa/isa.h"

struct ab_mem8 { u8 v; };
struct ab_mem16 { u16 v; } __packed;
struct ab_mem32 { u32 v; } __packed;
struct ab_mem64 { u64 v; } __packed;

#define AB_MEM_AT(type, addr) (((volatile struct type *)(uintptr_t)(addr))->v)

/* @size: AB_B, AB_H, AB_W, AB_DW */
static inline u64 ab_mem_load(u8 size, u64 addr)
{
	switch (size) {
	case AB_B:
		return AB_MEM_AT(ab_mem8, addr);
	case AB_H:
		return AB_MEM_AT(ab_mem16, addr);
	case AB_W:
		return AB_MEM_AT(ab_mem32, addr);
	default:
		return AB_MEM_AT(ab_mem64, addr);
	}
}

static inline void ab_mem_store(u8 size, u64 addr, u64 v)
{
	switch (size) {
	case AB_B:
		AB_MEM_AT(ab_mem8, addr) = v;
		break;
	case AB_H:
		AB_MEM_AT(ab_mem16, addr) = v;
		break;
	case AB_W:
		AB_MEM_AT(ab_mem32, addr) = v;
		break;
	default:
		AB_MEM_AT(ab_mem64, addr) = v;
	}
}

static inline u64 ab_mem_load_acquire(u8 size, u64 addr)
{
	u64 v = ab_mem_load(size, addr);

	__atomic_thread_fence(__ATOMIC_ACQUIRE);
	return v;
}

static inline void ab_mem_store_release(u8 size, u64 addr, u64 v)
{
	__atomic_thread_fence(__ATOMIC_RELEASE);
	ab_mem_store(size, addr, v);
}

/* Read-modify-write of one width: the old value; @op is an imm of AB_ATOMIC, @expect CMPXCHG's. */
#define AB_MEM_RMW(type) \
static inline type ab_mem_rmw_##type(u32 op, u64 addr, type v, type expect) \
{ \
	type *p = (type *)(uintptr_t)addr; \
\
	switch (op) { \
	case AB_ADD: \
	case AB_ADD | AB_FETCH: \
		return __atomic_fetch_add(p, v, __ATOMIC_SEQ_CST); \
	case AB_OR: \
	case AB_OR | AB_FETCH: \
		return __atomic_fetch_or(p, v, __ATOMIC_SEQ_CST); \
	case AB_AND: \
	case AB_AND | AB_FETCH: \
		return __atomic_fetch_and(p, v, __ATOMIC_SEQ_CST); \
	case AB_XOR: \
	case AB_XOR | AB_FETCH: \
		return __atomic_fetch_xor(p, v, __ATOMIC_SEQ_CST); \
	case AB_XCHG: \
		return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST); \
	case AB_CMPXCHG: \
		/* A failed exchange leaves what it found in expect: the old value either way. */ \
		__atomic_compare_exchange_n(p, &expect, v, false, __ATOMIC_SEQ_CST, \
					    __ATOMIC_SEQ_CST); \
		return expect; \
	} \
	return 0; \
}

AB_MEM_RMW(u32)
AB_MEM_RMW(u64)

static inline u64 ab_mem_rmw(u8 size, u32 op, u64 addr, u64 v, u64 expect)
{
	if (size == AB_W)
		return ab_mem_rmw_u32(op, addr, v, expect);
	return ab_mem_rmw_u64(op, addr, v, expect);
}

#endif
