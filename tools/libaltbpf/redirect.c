// SPDX-License-Identifier: GPL-2.0
/*
 * The redirection: a syscall() that stands before libc's. bpf(2) goes to the backend in use, all else to the
 * kernel. libbpf makes every bpf(2) call through this function, so it needs no change.
 */
#include <errno.h>
#include <linux/perf_event.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "backend.h"
#include "libaltbpf.h"

typedef long (*backend_fn)(unsigned int cmd, void *attr, unsigned int size);

static long kernel_call(unsigned int cmd, void *attr, unsigned int size)
{
	return ab_raw_syscall(__NR_bpf, (long)cmd, (long)attr, (long)size, 0, 0, 0);
}

static backend_fn backend = ab_device_call;

void altbpf_use_device(void)
{
	backend = ab_device_call;
}

void altbpf_use_offline(void)
{
	backend = ab_offline_call;
}

void altbpf_use_kernel(void)
{
	backend = kernel_call;
}

static long set_errno(long ret)
{
	if (ret < 0 && ret >= -4095) {
		errno = (int)-ret;
		return -1;
	}
	return ret;
}

long altbpf_call(unsigned int cmd, void *attr, unsigned int size)
{
	return set_errno(backend(cmd, attr, size));
}

long ab_raw_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
#if defined(__x86_64__)
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;
	long ret;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return ret;
#elif defined(__aarch64__)
	register long x8 __asm__("x8") = nr;
	register long x0 __asm__("x0") = a;
	register long x1 __asm__("x1") = b;
	register long x2 __asm__("x2") = c;
	register long x3 __asm__("x3") = d;
	register long x4 __asm__("x4") = e;
	register long x5 __asm__("x5") = f;

	__asm__ volatile("svc 0"
			 : "+r"(x0)
			 : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
			 : "memory");
	return x0;
#else
#error "no system call instruction for this machine yet"
#endif
}

/*
 * libbpf asks whether system calls have wrappers by opening a kprobe on __ARCH_sys_bpf. A kernel
 * without bpf(2) has no such function, although its other calls do have wrappers: answer for it.
 */
static int is_wrapper_probe(long nr, const struct perf_event_attr *attr)
{
	const char *name;

	if (nr != __NR_perf_event_open || backend == kernel_call || !attr || attr->type <= PERF_TYPE_BREAKPOINT)
		return 0;
	name = (const char *)(unsigned long)attr->config1;
	return name && (unsigned long)name > 4096 &&
	       (!strcmp(name, "__x64_sys_bpf") || !strcmp(name, "__arm64_sys_bpf"));
}

long syscall(long nr, ...)
{
	long a[6];
	va_list args;
	int i;

	va_start(args, nr);
	for (i = 0; i < 6; i++)
		a[i] = va_arg(args, long);
	va_end(args);

	if (nr == __NR_bpf)
		return altbpf_call((unsigned int)a[0], (void *)a[1], (unsigned int)a[2]);
	if (is_wrapper_probe(nr, (const struct perf_event_attr *)a[0]))
		return set_errno(ab_raw_syscall(__NR_memfd_create, (long)"wrapper", 1, 0, 0, 0, 0));
	return set_errno(ab_raw_syscall(nr, a[0], a[1], a[2], a[3], a[4], a[5]));
}
