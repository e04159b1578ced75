// SPDX-License-Identifier: GPL-2.0
/* Helpers that tell who and where the program runs. Proved by selftests/kernel/helper_task.c. */
#include <linux/cgroup.h>
#include <linux/cred.h>
#include <linux/prandom.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/string.h>
#include <linux/topology.h>
#include <linux/uidgid.h>
#include <linux/user_namespace.h>
#include "helpers/helpers.h"
#include "helpers/internal.h"

static DEFINE_PER_CPU(struct rnd_state, random_state);

void ab_random_init(void)
{
	prandom_seed_full_state(&random_state);
}

AB_HELPER(get_prandom_u32)
{
	/* A nested run may step in here: then two values can be equal, which is no harm. */
	return prandom_u32_state(this_cpu_ptr(&random_state));
}

AB_HELPER(get_current_pid_tgid)
{
	return (u64)current->tgid << 32 | (u32)current->pid;
}

AB_HELPER(get_current_uid_gid)
{
	kuid_t uid;
	kgid_t gid;

	current_uid_gid(&uid, &gid);
	return (u64)from_kgid(&init_user_ns, gid) << 32 | from_kuid(&init_user_ns, uid);
}

AB_HELPER(get_current_comm)
{
	/* The whole buffer is written: the verifier counts on it. */
	strscpy_pad(AB_PTR(r1), current->comm, r2);
	return 0;
}

AB_HELPER(get_current_task)
{
	return (unsigned long)current;
}

AB_HELPER(get_current_cgroup_id)
{
#ifdef CONFIG_CGROUPS
	u64 id;

	rcu_read_lock();
	id = cgroup_id(task_dfl_cgroup(current));
	rcu_read_unlock();
	return id;
#else
	return 0;
#endif
}

AB_HELPER(get_smp_processor_id)
{
	return raw_smp_processor_id();
}

AB_HELPER(get_numa_node_id)
{
	return numa_node_id();
}
