/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What tests of attach kinds and helpers share: a program writes its results straight into the
 * one value of an array map ("out"), 64 words of 8 bytes.
 */
#ifndef AB_SELFTESTS_ATTACH_H
#define AB_SELFTESTS_ATTACH_H

#include "harness.h"
#include "insn.h"

#define OUT_WORDS 64
#define KP ALTBPF_PERF_EVENT_KPROBE
#define KRP ALTBPF_PERF_EVENT_KRETPROBE
#define TP ALTBPF_PERF_EVENT_TRACEPOINT

/* Offsets in struct pt_regs of x86-64. */
enum {
	PT_R8 = 72, PT_AX = 80, PT_CX = 88, PT_DX = 96, PT_SI = 104, PT_DI = 112, PT_IP = 128, PT_SP = 152,
};

/* out[word] += n; uses R1 and R2 */
#define OUT_ADD(out, word, n) \
	LD_MAP_VALUE(R1, out, 8 * (word)), MOV_IMM(R2, n), ATOMIC(AB_DW, AB_ADD, R1, R2, 0)
/* out[word] = reg; uses R1 (reg is another) */
#define OUT_SET(out, word, reg) LD_MAP_VALUE(R1, out, 8 * (word)), STX(AB_DW, R1, reg, 0)
#define RETURN(n) MOV_IMM(R0, n), EXIT()
/* Leaves with 0 unless this process runs; clobbers R0 to R5. R1 must be saved before. */
#define ONLY_ME() \
	CALL(ALTBPF_FUNC_get_current_pid_tgid), ALU64_IMM(AB_RSH, R0, 32), JMP_IMM(AB_JEQ, R0, getpid(), 2), \
	MOV_IMM(R0, 0), EXIT()
/* A program that only counts in out[word]. */
#define LOAD_COUNTER(type, out, word) LOAD(type, OUT_ADD(out, word, 1), RETURN(0))

int out_create(void);
uint64_t out_get(int out, int word);
/* out[word..] as bytes */
void out_bytes(int out, int word, void *buf, size_t len);
void out_clear(int out);

/* Calls that nobody else in the VM makes. */
void call_getpgid(int times);
void call_getsid(int times);
#define FN_GETPGID "__x64_sys_getpgid"
#define FN_GETSID "__x64_sys_getsid"

/* Everything of LINK_CREATE_BY_NAME. */
int link_full(const union altbpf_attr *attr);
int link_update(int link, int prog, uint32_t flags, int old_prog);
int link_hold(int link, uint32_t hold);
int link_info(int link, struct altbpf_link_info *info);
int prog_info(int prog, struct altbpf_prog_info *info);
/* Value of "KEY:\tVALUE" in /proc/self/fdinfo/FD, "" without. */
const char *fdinfo(int fd, const char *key);
/* Address of a kernel symbol, 0 if unknown. */
uint64_t kernel_symbol(const char *name);
/* Number in a small file such as a module parameter; writes where text is not NULL. */
void write_file(const char *path, const char *text);

#endif
