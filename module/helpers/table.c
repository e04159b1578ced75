// SPDX-License-Identifier: GPL-2.0
/*
 * Helper numbers and their native functions. A helper exists when it has a row here and a contract
 * in core/spec/helper.c. Proved by selftests/kernel/helper_*.c.
 */
#include <linux/errno.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

#define NATIVE_HELPERS(F) \
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

#define DECLARE(name) u64 ab_helper_##name(u64 r1, u64 r2, u64 r3, u64 r4, u64 r5);
NATIVE_HELPERS(DECLARE)

#define ROW(name) [ALTBPF_FUNC_##name] = ab_helper_##name,
const ab_helper_fn ab_helper_table[ALTBPF_FUNC_CNT] = {
	NATIVE_HELPERS(ROW)
};

/* Engines treat tail calls themselves: whoever comes here found no program to go to. */
AB_HELPER(tail_call)
{
	return -ENOENT;
}

int ab_helpers_init(void)
{
	int err;

	ab_random_init();
	err = ab_print_init();
	if (err)
		return err;
	ab_signal_init();
	return 0;
}

void ab_helpers_exit(void)
{
	ab_signal_exit();
	ab_print_exit();
}
