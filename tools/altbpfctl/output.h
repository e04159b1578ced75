/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What attached programs say: records of their ring buffers, and lines of bpf_trace_printk().
 */
#ifndef ALTBPFCTL_OUTPUT_H
#define ALTBPFCTL_OUTPUT_H

#include <bpf/libbpf.h>

/* Shows it until the user stops it (ctl_catch_stop()). @obj: whose ring buffers, NULL: none. Return: 0 or 1. */
int output_run(struct bpf_object *obj);

#endif
