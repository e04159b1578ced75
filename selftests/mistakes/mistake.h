/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the programs of mistakes/ share. Each holds one mistake that newcomers make, on the line
 * that ends in "HERE", and with -DFIXED its correction.
 */
#ifndef MISTAKE_H
#define MISTAKE_H

#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/in.h>
#include <linux/tcp.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>

#define MAP(name, kind, key_type, value_type, entries)	\
	struct {					\
		__uint(type, kind);			\
		__uint(max_entries, entries);		\
		__type(key, key_type);			\
		__type(value, value_type);		\
	} name SEC(".maps")
#define RINGBUF(name)					\
	struct {					\
		__uint(type, BPF_MAP_TYPE_RINGBUF);	\
		__uint(max_entries, 4096);		\
	} name SEC(".maps")

struct table {
	__u32 hits[16];
};

struct event {
	__u64 time;
	__u32 pid;
	char comm[16];
};

#ifndef NOT_GPL
char LICENSE[] SEC("license") = "GPL";
#endif

#endif
