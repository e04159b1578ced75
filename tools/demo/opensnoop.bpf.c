// SPDX-License-Identifier: GPL-2.0
/*
 * Who opens which file: the tracepoint of openat streams a record a call through a ring buffer.
 * Run: altbpfctl attach opensnoop.bpf.o.
 */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct event {
	__u32 pid;
	char comm[16];
	char file[108];
};

/* Puts the record's type into the object's BTF, where altbpfctl finds it by the map's name. */
const struct event *unused __attribute__((unused));

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 64 * 1024);
} events SEC(".maps");

/* As /sys/kernel/tracing/events/syscalls/sys_enter_openat/format says. */
struct openat_args {
	__u64 common;
	long nr;
	long dfd;
	const char *filename;
	long flags;
	long mode;
};

SEC("tracepoint/syscalls/sys_enter_openat")
int trace_openat(struct openat_args *args)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return 0;
	event->pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(event->comm, sizeof(event->comm));
	if (bpf_probe_read_user_str(event->file, sizeof(event->file), args->filename) < 0)
		event->file[0] = 0;
	bpf_ringbuf_submit(event, 0);
	return 0;
}

char LICENSE[] SEC("license") = "GPL";
