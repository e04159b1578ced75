// SPDX-License-Identifier: GPL-2.0
/* What all links have in common: life, numbers, update, detach, hold, and the module's own life. */
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include "attach.h"

static int link_by_id(uint32_t id)
{
	union altbpf_attr attr = { .get_id = { .link_id = id } };

	return (int)ab_sys(ALTBPF_LINK_GET_FD_BY_ID, &attr, sizeof(attr));
}

static bool is_listed(uint32_t id)
{
	union altbpf_attr attr = { 0 };

	while (!ab_sys(ALTBPF_LINK_GET_NEXT_ID, &attr, sizeof(attr))) {
		if (attr.get_id.next_id == id)
			return true;
		attr.get_id.start_id = attr.get_id.next_id;
	}
	CHECK_EQ(errno, ENOENT);
	return false;
}

static uint32_t id_of(int link)
{
	struct altbpf_link_info info = { 0 };

	CHECK(!link_info(link, &info));
	CHECK(info.id > 0);
	return info.id;
}

TEST(attach_link_life)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link, copy;
	struct altbpf_link_info info = { 0 };
	struct altbpf_prog_info pinfo;
	uint32_t id;

	link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	CHECK(link >= 0);
	id = id_of(link);
	CHECK(is_listed(id));
	CHECK(!prog_info(prog, &pinfo) && !link_info(link, &info));
	CHECK_EQ(info.prog_id, pinfo.id);
	CHECK_EQ(info.type, ALTBPF_LINK_TYPE_PERF_EVENT);
	CHECK_EQ(info.perf_event.type, KP);
	CHECK_EQ(atoi(fdinfo(link, "link_id")), id);
	CHECK_EQ(atoi(fdinfo(link, "prog_id")), pinfo.id);
	copy = link_by_id(id);
	CHECK(copy >= 0);
	/* The program's descriptor is not needed, nor the first of the link's. */
	close(prog);
	close(link);
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 5);
	CHECK_EQ(id_of(copy), id);
	CHECK_ERR(read(copy, &id, 1), EINVAL);
	CHECK_ERR(write(copy, &id, 1), EINVAL);
	close(copy);
	CHECK(!is_listed(id));
	CHECK_ERR(link_by_id(id), ENOENT);
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 5);
}

TEST(attach_link_update)
{
	int out = out_create(), a = LOAD_COUNTER(KPROBE, out, 0), b = LOAD_COUNTER(KPROBE, out, 1);
	int other = LOAD_COUNTER(TRACEPOINT, out, 2), kinds[3], i;

	kinds[0] = link_by_name(KP, FN_GETPGID, 0, 0, a);
	kinds[1] = link_by_name(KP, FN_GETPGID, 5, 0, a);
	kinds[2] = link_by_name(KRP, FN_GETPGID, 0, 0, a);
	for (i = 0; i < 3; i++) {
		CHECK(kinds[i] >= 0);
		CHECK_ERR(link_update(kinds[i], b, ALTBPF_F_REPLACE, b), EPERM);
		CHECK_ERR(link_update(kinds[i], b, 0, a), EINVAL);
		CHECK_ERR(link_update(kinds[i], b, 1, 0), EINVAL);
		CHECK_ERR(link_update(kinds[i], other, 0, 0), EINVAL);
		CHECK_ERR(link_update(kinds[i], -1, 0, 0), EBADF);
		CHECK_ERR(link_update(kinds[i], b, ALTBPF_F_REPLACE, -1), EBADF);
		CHECK(!link_update(kinds[i], a, 0, 0));
	}
	CHECK_ERR(link_update(-1, b, 0, 0), EBADF);
	CHECK_ERR(link_update(out, b, 0, 0), EINVAL);
	call_getpgid(10);
	for (i = 0; i < 3; i++)
		CHECK(!link_update(kinds[i], b, ALTBPF_F_REPLACE, a));
	call_getpgid(100);
	CHECK_EQ(out_get(out, 0), 30);
	CHECK_EQ(out_get(out, 1), 300);
	CHECK(!link_detach(kinds[0]));
	CHECK_ERR(link_update(kinds[0], a, 0, 0), ENOLINK);
}

TEST(attach_link_detach)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link = link_by_name(KP, FN_GETPGID, 0, 0, prog);

	CHECK(link >= 0);
	call_getpgid(5);
	CHECK(!link_detach(link));
	CHECK(!link_detach(link));
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 5);
	CHECK_STR(fdinfo(link, "detached"), "1");
	CHECK(is_listed(id_of(link)));
	CHECK_ERR(link_hold(link, 1), ENOLINK);
	CHECK_ERR(link_detach(-1), EBADF);
	CHECK_ERR(link_detach(out), EINVAL);
}

/* Without any descriptor of ours: is the module still in use? */
static bool can_unload_without_device(void)
{
	int dev = ab_device(), saved;
	long ret;

	/* The number stays taken for the harness. */
	saved = open("/dev/null", O_RDONLY);
	CHECK(dup2(saved, dev) == dev);
	ret = syscall(SYS_delete_module, "altbpf", O_NONBLOCK);
	if (ret)
		CHECK(errno == EAGAIN || errno == EBUSY);
	close(saved);
	saved = open(ALTBPF_DEVICE, O_RDWR | O_CLOEXEC);
	CHECK(saved >= 0);
	CHECK(dup2(saved, dev) == dev);
	close(saved);
	return !ret;
}

TEST(attach_link_hold)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	uint32_t id;

	CHECK(link >= 0);
	id = id_of(link);
	CHECK_ERR(link_hold(link, 2), EINVAL);
	CHECK_ERR(link_hold(-1, 1), EBADF);
	CHECK(!link_hold(link, 0));
	CHECK(!link_hold(link, 1));
	CHECK(!link_hold(link, 1));
	CHECK_STR(fdinfo(link, "held"), "1");
	close(link);
	close(prog);
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 5);
	CHECK(is_listed(id));
	link = link_by_id(id);
	CHECK(link >= 0);
	CHECK(!link_hold(link, 0));
	close(link);
	CHECK(!is_listed(id));
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 5);
}

TEST(attach_link_hold_keeps_module)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	uint32_t id;

	CHECK(link >= 0);
	id = id_of(link);
	CHECK(!link_hold(link, 1));
	close(link);
	close(prog);
	close(out);
	CHECK(!can_unload_without_device());
	call_getpgid(10);
	link = link_by_id(id);
	CHECK(link >= 0);
	/* LINK_DETACH ends a hold, too. */
	CHECK(!link_detach(link));
	CHECK(!can_unload_without_device());
	close(link);
	CHECK(!is_listed(id));
}

static volatile bool stop;

static void *hit(void *arg)
{
	int cpu = (int)(intptr_t)arg;
	long hits = 0;

	pin_cpu(cpu);
	while (!stop) {
		call_getpgid(10);
		hits += 10;
	}
	return (void *)hits;
}

TEST(attach_link_unload_while_hit)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link = link_by_name(KP, FN_GETPGID, 0, 0, prog), i;
	pthread_t thread;

	CHECK(link >= 0);
	CHECK(!pthread_create(&thread, NULL, hit, 0));
	for (i = 0; i < 20; i++)
		CHECK(syscall(SYS_delete_module, "altbpf", O_NONBLOCK) == -1 && (errno == EAGAIN || errno == EBUSY));
	stop = true;
	pthread_join(thread, NULL);
	call_getpgid(1);
	CHECK(out_get(out, 0) > 0);
}

TEST(attach_link_two_cpus)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	int ret = link_by_name(KRP, FN_GETPGID, 0, 0, prog), tp, tp_prog = LOAD_COUNTER(TRACEPOINT, out, 1);
	pthread_t threads[2];
	long hits = 0;
	void *one;
	int i;

	if (sysconf(_SC_NPROCESSORS_ONLN) < 2)
		ab_test_skip("one CPU only");
	tp = link_by_name(TP, "syscalls/sys_exit_getpgid", 0, 0, tp_prog);
	CHECK(link >= 0 && ret >= 0 && tp >= 0);
	for (i = 0; i < 2; i++)
		CHECK(!pthread_create(&threads[i], NULL, hit, (void *)(intptr_t)i));
	usleep(500000);
	stop = true;
	for (i = 0; i < 2; i++) {
		CHECK(!pthread_join(threads[i], &one));
		hits += (long)one;
	}
	CHECK(hits > 100);
	CHECK_EQ(out_get(out, 0), 2 * hits);
	CHECK_EQ(out_get(out, 1), hits);
}

TEST(attach_link_come_and_go_while_hit)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), raw = LOAD_COUNTER(RAW_TRACEPOINT, out, 1);
	int tp = LOAD_COUNTER(TRACEPOINT, out, 2), b = LOAD_COUNTER(KPROBE, out, 3), links[5], i, k;
	pthread_t threads[2];

	for (i = 0; i < 2; i++)
		CHECK(!pthread_create(&threads[i], NULL, hit, (void *)(intptr_t)(i % possible_cpus())));
	for (i = 0; i < 3; i++) {
		links[0] = link_by_name(KP, FN_GETPGID, 0, 0, prog);
		links[1] = link_by_name(KRP, FN_GETPGID, 0, 0, prog);
		links[2] = raw_tp_open("sys_enter", raw);
		links[3] = link_by_name(TP, "raw_syscalls/sys_enter", 0, 0, tp);
		links[4] = link_by_name(TP, "syscalls/sys_enter_getpgid", 0, 0, tp);
		for (k = 0; k < 5; k++)
			CHECK(links[k] >= 0);
		CHECK(!link_update(links[0], b, 0, 0));
		for (k = 0; k < 5; k++)
			close(links[k]);
	}
	stop = true;
	for (i = 0; i < 2; i++)
		pthread_join(threads[i], NULL);
}

TEST(attach_link_create)
{
	int out = out_create(), kp = LOAD_COUNTER(KPROBE, out, 0), raw = LOAD_COUNTER(RAW_TRACEPOINT, out, 0);
	union altbpf_attr attr = { .link_create = { .prog_fd = (uint32_t)-1 } };

	/* What mainline says to descriptors that are no perf events. */
	CHECK_ERR(ab_sys(ALTBPF_LINK_CREATE, &attr, sizeof(attr)), EBADF);
	attr.link_create.prog_fd = (uint32_t)raw;
	CHECK_ERR(ab_sys(ALTBPF_LINK_CREATE, &attr, sizeof(attr)), EINVAL);
	attr.link_create.prog_fd = (uint32_t)kp;
	attr.link_create.attach_type = ALTBPF_TRACE_FENTRY;
	CHECK_ERR(ab_sys(ALTBPF_LINK_CREATE, &attr, sizeof(attr)), EINVAL);
	attr.link_create.attach_type = ALTBPF_PERF_EVENT;
	attr.link_create.target_fd = (uint32_t)-1;
	CHECK_ERR(ab_sys(ALTBPF_LINK_CREATE, &attr, sizeof(attr)), EBADF);
}
