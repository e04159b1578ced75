/* SPDX-License-Identifier: GPL-2.0 */
/*
 * bpf(2) over altbpf, for C programs. Link this library into a program (statically, or as an object before
 * libc) and its calls of syscall(__NR_bpf, ...), which is how libbpf makes them, no longer go to the
 * kernel's bpf(2) but to a backend: /dev/altbpf, or the core in this process (offline, no root, no module).
 * Nothing else of the program changes.
 *
 *	altbpf_use_offline();
 *	obj = bpf_object__open("prog.bpf.o");
 *	err = bpf_object__load(obj);	// verified by altbpf's core, in this process
 */
#ifndef LIBALTBPF_H
#define LIBALTBPF_H

#include <linux/altbpf.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * altbpf_use_device() - send bpf(2) calls to /dev/altbpf; this is how a program starts
 *
 * The device is opened at the first call and stays open (close-on-exec).
 */
void altbpf_use_device(void);

/**
 * altbpf_use_offline() - answer bpf(2) calls in this process
 *
 * Maps, types and programs can be created; programs are verified by the same core as in the
 * kernel, but nothing runs and nothing is attached (-EOPNOTSUPP). Array maps of one element keep
 * their contents, so that frozen read-only data are constants to the verifier. File descriptors
 * are real (memfds): close, dup and fcntl work.
 */
void altbpf_use_offline(void);

/**
 * altbpf_use_kernel() - let bpf(2) calls through to the running kernel's own BPF
 */
void altbpf_use_kernel(void);

/**
 * altbpf_call() - one bpf(2) call through the backend in use
 * @cmd: enum altbpf_cmd
 * @attr: its argument, a union altbpf_attr or a mainline union bpf_attr
 * @size: bytes at @attr
 *
 * Return: a file descriptor, 0 or a count; -1 with errno set on failure.
 */
long altbpf_call(unsigned int cmd, void *attr, unsigned int size);

/**
 * altbpf_device_hint() - why the device could not be opened
 *
 * Return: one line for people ("... the module is not loaded ..."), NULL where nothing is wrong.
 */
const char *altbpf_device_hint(void);

/**
 * struct altbpf_verdict - what a PROG_LOAD of the offline backend came to
 * @err: 0: accepted, else the errno (positive)
 * @insn: on refusal: the instruction at which it failed, or -1
 * @insn_cnt: instructions of the program
 * @processed: instructions that the verifier processed
 * @peak_mem: most bytes that its states took at one time
 * @reason: on refusal by a safety condition: its slug ("null-deref"), else NULL
 */
struct altbpf_verdict {
	int err;
	int insn;
	unsigned int insn_cnt;
	unsigned long long processed;
	unsigned long long peak_mem;
	const char *reason;
};

/**
 * altbpf_offline_verdict() - a verdict in detail
 * @prog_fd: a program of the offline backend, or -1 for the one that was refused last
 *
 * Return: the verdict, all zeroes where there is none; valid until the next call of the backend.
 */
const struct altbpf_verdict *altbpf_offline_verdict(int prog_fd);

#ifdef __cplusplus
}
#endif

#endif
