// SPDX-License-Identifier: GPL-2.0
/*
 * Executable memory, for text.h. The arena is a part of this module's own .text, so it needs
 * exported symbols only, lies in reach of direct calls, and is never writable where it runs:
 *
 *	arena:  | push rbp; mov rbp | nops: overwritten by traps, then by images | pop rbp; ret |
 *
 * It is written in assembly as one function with an rbp frame, so objtool describes the whole of
 * it and the kernel's unwinder walks through generated code. Blocks come from a bitmap of 64-byte
 * units. Where the arena is full, the kernel's module allocator is asked, if it can be found.
 * Proved by selftests/kernel/prog_image.c.
 */
#include <linux/bitmap.h>
#include <linux/linkage.h>
#include <linux/mm.h>
#include <linux/moduleloader.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/vmalloc.h>
#include <asm/sync_core.h>
#include "port/symbols.h"
#include "port/text.h"

#ifndef AB_TEXT_ARENA_SIZE
#define AB_TEXT_ARENA_SIZE 0x100000
#endif
#define UNIT 64
#define UNITS (AB_TEXT_ARENA_SIZE / UNIT)
#define TRAP 0xcc

asm(	".pushsection .text\n"
	".balign 4096\n"
	".globl ab_text_arena\n"
	".type ab_text_arena, @function\n"
	"ab_text_arena:\n"
	".byte 0xf3, 0x0f, 0x1e, 0xfa\n" /* endbr64 */
	"push %rbp\n"
	"mov %rsp, %rbp\n"
	".rept (" __stringify(AB_TEXT_ARENA_SIZE) " - 64) / 8\n"
	".byte 0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0\n"
	".endr\n"
	"pop %rbp\n"
	ASM_RET
	".size ab_text_arena, . - ab_text_arena\n"
	".balign 4096, 0xcc\n"
	".popsection\n");

extern u8 ab_text_arena[];
/* A breakpoint in an image would be undone in the image that comes after it. */
static unsigned long __used __section("_kprobe_blacklist") ab_text_no_kprobes = (unsigned long)ab_text_arena;

static DEFINE_MUTEX(text_lock); /* the bitmap, and writing */
static unsigned long *used_units;

static int no_set_memory(unsigned long addr, int pages)
{
	return -EOPNOTSUPP;
}

static void *no_module_alloc(unsigned long size)
{
	return NULL;
}

DEFINE_STATIC_CALL(ab_module_alloc, no_module_alloc);
DEFINE_STATIC_CALL(ab_set_ro, no_set_memory);
DEFINE_STATIC_CALL(ab_set_rw, no_set_memory);
DEFINE_STATIC_CALL(ab_set_x, no_set_memory);
DEFINE_STATIC_CALL(ab_set_nx, no_set_memory);

static void find_module_alloc(void)
{
	unsigned long alloc = ab_symbol_find("module_alloc");
	unsigned long ro = ab_symbol_find("set_memory_ro"), rw = ab_symbol_find("set_memory_rw");
	unsigned long x = ab_symbol_find("set_memory_x"), nx = ab_symbol_find("set_memory_nx");

	if (!alloc || !ro || !rw || !x || !nx)
		return;
	static_call_update(ab_set_ro, (typeof(&no_set_memory))ro);
	static_call_update(ab_set_rw, (typeof(&no_set_memory))rw);
	static_call_update(ab_set_x, (typeof(&no_set_memory))x);
	static_call_update(ab_set_nx, (typeof(&no_set_memory))nx);
	static_call_update(ab_module_alloc, (typeof(&no_module_alloc))alloc);
}

static bool in_arena(const void *addr)
{
	const u8 *arena = ab_text_arena;

	OPTIMIZER_HIDE_VAR(arena);
	return (const u8 *)addr >= arena && (const u8 *)addr < arena + AB_TEXT_ARENA_SIZE;
}

static u8 *arena_at(unsigned long unit)
{
	u8 *arena = ab_text_arena;

	OPTIMIZER_HIDE_VAR(arena);
	return arena + unit * UNIT;
}

static void sync_one(void *unused)
{
	sync_core();
}

/* A writable, not executable view of the pages that hold [addr, addr + len); NULL without memory. */
static void *map_writable(const void *addr, u32 len, void **base)
{
	unsigned long first = (unsigned long)addr & PAGE_MASK;
	u32 i, cnt = ((unsigned long)addr + len - first + PAGE_SIZE - 1) >> PAGE_SHIFT;
	struct page **pages = kvmalloc_array(cnt, sizeof(*pages), GFP_KERNEL);

	*base = NULL;
	if (!pages)
		return NULL;
	for (i = 0; i < cnt; i++) {
		pages[i] = vmalloc_to_page((void *)(first + i * PAGE_SIZE));
		if (!pages[i])
			goto out;
	}
	*base = vmap(pages, cnt, VM_MAP, PAGE_KERNEL);
out:
	kvfree(pages);
	return *base ? *base + ((unsigned long)addr & ~PAGE_MASK) : NULL;
}

/* Writes @len bytes of @src, or traps where @src is NULL. */
static int write_text(void *dst, const void *src, u32 len)
{
	void *base, *view = map_writable(dst, len, &base);

	if (!view)
		return -ENOMEM;
	if (src)
		memcpy(view, src, len);
	else
		memset(view, TRAP, len);
	vunmap(base);
	on_each_cpu(sync_one, NULL, 1);
	return 0;
}

int ab_text_write(void *dst, const void *src, u32 len)
{
	int err;

	mutex_lock(&text_lock);
	err = write_text(dst, src, len);
	mutex_unlock(&text_lock);
	return err;
}

/* A block of its own; becomes executable here, is written later through a view like the arena. */
static void *alloc_outside(u32 size)
{
	u32 pages = DIV_ROUND_UP(size, PAGE_SIZE);
	void *addr = static_call(ab_module_alloc)((unsigned long)pages << PAGE_SHIFT);

	if (!addr)
		return NULL;
	memset(addr, TRAP, (size_t)pages << PAGE_SHIFT);
	if (static_call(ab_set_ro)((unsigned long)addr, pages) ||
	    static_call(ab_set_x)((unsigned long)addr, pages)) {
		ab_text_free(addr, size);
		return NULL;
	}
	return addr;
}

void *ab_text_alloc(u32 size)
{
	unsigned long unit, cnt = DIV_ROUND_UP(size, UNIT);
	void *addr = NULL;

	if (!size || size > 64 << 20)
		return NULL;
	mutex_lock(&text_lock);
	unit = bitmap_find_next_zero_area(used_units, UNITS, 0, cnt, 0);
	if (unit < UNITS) {
		bitmap_set(used_units, unit, cnt);
		addr = arena_at(unit);
	}
	mutex_unlock(&text_lock);
	return addr ?: alloc_outside(size);
}

void ab_text_free(void *addr, u32 size)
{
	unsigned long cnt = DIV_ROUND_UP(size, UNIT);

	if (!in_arena(addr)) {
		u32 pages = DIV_ROUND_UP(size, PAGE_SIZE);

		static_call(ab_set_nx)((unsigned long)addr, pages);
		static_call(ab_set_rw)((unsigned long)addr, pages);
		vfree(addr);
		return;
	}
	mutex_lock(&text_lock);
	/* Old code in a free block would be harmless but hard to debug: traps, where memory allows. */
	(void)write_text(addr, NULL, cnt * UNIT);
	bitmap_clear(used_units, ((u8 *)addr - arena_at(0)) / UNIT, cnt);
	mutex_unlock(&text_lock);
}

void ab_text_usage(u32 *used, u32 *size)
{
	mutex_lock(&text_lock);
	*used = bitmap_weight(used_units, UNITS) * UNIT;
	mutex_unlock(&text_lock);
	*size = AB_TEXT_ARENA_SIZE;
}

int ab_text_init(void)
{
	int err;

	used_units = bitmap_zalloc(UNITS, GFP_KERNEL);
	if (!used_units)
		return -ENOMEM;
	/* The first and the last unit hold the function's frame. */
	__set_bit(0, used_units);
	__set_bit(UNITS - 1, used_units);
	err = write_text(arena_at(1), NULL, (UNITS - 2) * UNIT);
	if (err) {
		bitmap_free(used_units);
		return err;
	}
	find_module_alloc();
	return 0;
}

void ab_text_exit(void)
{
	bitmap_free(used_units);
}
