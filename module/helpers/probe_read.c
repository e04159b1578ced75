// SPDX-License-Identifier: GPL-2.0
/*
 * Reads of memory that may not be there. Where a read fails the whole buffer is zeroed, because
 * the verifier takes it for initialised. Proved by selftests/kernel/helper_probe_read.c.
 */
#include <linux/minmax.h>
#include <linux/mm.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

/* Bytes that a string read takes at a time. */
#define CHUNK 32

static long read_some(void *dst, u64 addr, u32 size, bool user)
{
	if (user)
		return copy_from_user_nofault(dst, (const void __user *)(unsigned long)addr, size);
	return copy_from_kernel_nofault(dst, AB_PTR(addr), size);
}

static bool is_user_addr(u64 addr)
{
	return addr < TASK_SIZE;
}

static u64 read_or_zero(u64 dst, u64 size, u64 addr, bool user)
{
	long err;

	size = (u32)size;
	err = read_some(AB_PTR(dst), addr, size, user);
	if (unlikely(err < 0))
		memset(AB_PTR(dst), 0, size);
	return err;
}

/*
 * Chunks end where pages end, so a string that ends before an unmapped page is read whole. Bytes
 * behind the NUL stay as they were: programs use such buffers as map keys.
 */
long ab_read_str(char *dst, u64 addr, u32 size, bool user)
{
	char chunk[CHUNK];
	u32 done = 0, part, len;
	long err;

	if (!size)
		return 0;
	while (done < size) {
		part = min_t(u32, min_t(u32, CHUNK, size - done), PAGE_SIZE - offset_in_page(addr + done));
		err = read_some(chunk, addr + done, part, user);
		if (unlikely(err < 0))
			return err;
		len = strnlen(chunk, part);
		memcpy(dst + done, chunk, min(len + 1, part));
		if (len < part)
			return done + len + 1;
		done += part;
	}
	dst[size - 1] = 0;
	return size;
}

static u64 read_str_or_zero(u64 dst, u64 size, u64 addr, bool user)
{
	long len;

	size = (u32)size;
	/* The kernel's own reader takes the size for an int. */
	if ((s32)size < 0)
		return 0;
	len = ab_read_str(AB_PTR(dst), addr, size, user);
	if (unlikely(len < 0))
		memset(AB_PTR(dst), 0, size);
	return len;
}

AB_HELPER(probe_read_user)
{
	return read_or_zero(r1, r2, r3, true);
}

AB_HELPER(probe_read_user_str)
{
	return read_str_or_zero(r1, r2, r3, true);
}

AB_HELPER(probe_read_kernel)
{
	return read_or_zero(r1, r2, r3, false);
}

AB_HELPER(probe_read_kernel_str)
{
	return read_str_or_zero(r1, r2, r3, false);
}

AB_HELPER(probe_read)
{
	return read_or_zero(r1, r2, r3, is_user_addr(r3));
}

AB_HELPER(probe_read_str)
{
	return read_str_or_zero(r1, r2, r3, is_user_addr(r3));
}

/* Only for programs that may sleep. */
AB_HELPER(copy_from_user)
{
	u32 size = r2;

	if (copy_from_user(AB_PTR(r1), (const void __user *)(unsigned long)r3, size)) {
		memset(AB_PTR(r1), 0, size);
		return -EFAULT;
	}
	return 0;
}
