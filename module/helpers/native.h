/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The helpers that have a native function, by name. table.c makes the table of functions from it, the
 * offline checker knows from it which programs the module would refuse.
 */
#ifndef AB_HELPERS_NATIVE_H
#define AB_HELPERS_NATIVE_H

#define AB_NATIVE_HELPERS(F) \
	F(map_lookup_elem) \
	F(map_update_elem) \
	F(map_delete_elem) \
	F(map_push_elem) \
	F(map_pop_elem) \
	F(map_peek_elem) \
	F(map_lookup_percpu_elem) \
	F(for_each_map_elem) \
	F(ringbuf_output) \
	F(ringbuf_reserve) \
	F(ringbuf_submit) \
	F(ringbuf_discard) \
	F(ringbuf_query) \
	F(get_stackid) \
	F(probe_read) \
	F(probe_read_str) \
	F(probe_read_user) \
	F(probe_read_user_str) \
	F(probe_read_kernel) \
	F(probe_read_kernel_str) \
	F(copy_from_user) \
	F(ktime_get_ns) \
	F(ktime_get_boot_ns) \
	F(ktime_get_coarse_ns) \
	F(ktime_get_tai_ns) \
	F(jiffies64) \
	F(get_current_pid_tgid) \
	F(get_current_uid_gid) \
	F(get_current_comm) \
	F(get_current_task) \
	F(get_current_cgroup_id) \
	F(get_smp_processor_id) \
	F(get_numa_node_id) \
	F(get_prandom_u32) \
	F(trace_printk) \
	F(trace_vprintk) \
	F(snprintf) \
	F(strncmp) \
	F(loop) \
	F(send_signal) \
	F(send_signal_thread) \
	F(get_stack) \
	F(get_attach_cookie) \
	F(get_func_ip) \
	F(tail_call)

#endif
