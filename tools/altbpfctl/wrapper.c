// SPDX-License-Identifier: GPL-2.0
/*
 * libbpf finds out whether system calls have wrappers (LINUX_HAS_SYSCALL_WRAPPER, which BPF_KSYSCALL
 * reads) by opening a kprobe; libaltbpf answers that for the machine. But libbpf asks only where the
 * kernel lists the kind of event; on a kernel without it, which matters to an offline check
 * only, a number is made up here. Linked with --wrap=fopen64.
 */
#include <stdio.h>
#include <string.h>

FILE *__real_fopen64(const char *path, const char *mode);
FILE *__wrap_fopen64(const char *path, const char *mode);

FILE *__wrap_fopen64(const char *path, const char *mode)
{
	static char number[] = "6\n";
	FILE *file = __real_fopen64(path, mode);

	if (!file && !strcmp(path, "/sys/bus/event_source/devices/kprobe/type"))
		file = fmemopen(number, sizeof(number) - 1, "r");
	return file;
}
