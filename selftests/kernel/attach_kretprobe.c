// SPDX-License-Identifier: GPL-2.0
/* Kretprobes: results, cookies, instances that run out. */
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include "attach.h"

TEST(attach_kretprobe_result)
{
	int out = out_create(), fd = open("/dev/zero", O_RDONLY), prog, link;
	struct altbpf_link_info info = { 0 };
	char buf[321];

	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), LDX(AB_DW, R7, R6, PT_AX), OUT_SET(out, 0, R7), MOV_REG(R1, R6),
		    CALL(ALTBPF_FUNC_get_func_ip), OUT_SET(out, 1, R0), MOV_REG(R1, R6),
		    CALL(ALTBPF_FUNC_get_attach_cookie), OUT_SET(out, 2, R0), RETURN(0));
	CHECK(prog >= 0 && fd >= 0);
	link = link_by_name(KRP, "vfs_read", 0, 77, prog);
	CHECK(link >= 0);
	CHECK_EQ(read(fd, buf, sizeof(buf)), sizeof(buf));
	CHECK(!link_info(link, &info));
	close(link);
	CHECK_EQ(info.perf_event.type, KRP);
	CHECK_EQ(out_get(out, 0), sizeof(buf));
	CHECK_EQ(out_get(out, 1), info.perf_event.kprobe.addr);
	CHECK_EQ(out_get(out, 1), kernel_symbol("vfs_read"));
	CHECK_EQ(out_get(out, 2), 77);
}

TEST(attach_kretprobe_counts_exactly)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link, again;

	link = link_by_name(KRP, FN_GETPGID, 0, 0, prog);
	again = link_by_name(KRP, FN_GETPGID, 0, 0, prog);
	CHECK(link >= 0 && again >= 0);
	call_getpgid(500);
	CHECK_EQ(out_get(out, 0), 1000);
	close(again);
	call_getpgid(500);
	CHECK_EQ(out_get(out, 0), 1500);
	CHECK(!link_detach(link));
	call_getpgid(500);
	CHECK_EQ(out_get(out, 0), 1500);
}

static void *read_one(void *arg)
{
	char c;

	return (void *)(read(*(int *)arg, &c, 1));
}

TEST(attach_kretprobe_missed)
{
	int out = out_create(), prog, link, block[2], quick[2];
	union altbpf_attr attr = { .link_by_name = { .kind = KRP, .maxactive = 1 } };
	struct altbpf_link_info info = { 0 };
	pthread_t thread;
	char c = 'x';

	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(), OUT_ADD(out, 0, 1), RETURN(0));
	CHECK(prog >= 0 && !pipe(block) && !pipe(quick));
	attr.link_by_name.prog_fd = (uint32_t)prog;
	attr.link_by_name.name = (uintptr_t)"pipe_read";
	link = link_full(&attr);
	CHECK(link >= 0);
	/* One reader blocks and takes the only instance. */
	CHECK(!pthread_create(&thread, NULL, read_one, &block[0]));
	usleep(200000);
	CHECK_EQ(write(quick[1], &c, 1), 1);
	CHECK_EQ(read(quick[0], &c, 1), 1);
	CHECK(!link_info(link, &info));
	CHECK_EQ(info.perf_event.kprobe.missed, 1);
	CHECK_EQ(out_get(out, 0), 0);
	CHECK_EQ(write(block[1], &c, 1), 1);
	CHECK(!pthread_join(thread, NULL));
	CHECK_EQ(out_get(out, 0), 1);
	/* A task that is inside while the probe goes away comes out unharmed. */
	CHECK(!pthread_create(&thread, NULL, read_one, &block[0]));
	usleep(200000);
	close(link);
	CHECK_EQ(write(block[1], &c, 1), 1);
	CHECK(!pthread_join(thread, NULL));
	CHECK_EQ(out_get(out, 0), 1);
}

TEST(attach_kretprobe_refusals)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0);
	union altbpf_attr attr = { .link_by_name = { .kind = KRP, .prog_fd = (uint32_t)prog } };

	attr.link_by_name.name = (uintptr_t)FN_GETPGID;
	CHECK_ERR(link_by_name(KRP, FN_GETPGID, 5, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KRP, "no_such_function", 0, 0, prog), ENOENT);
	attr.link_by_name.maxactive = 4097;
	CHECK_ERR(link_full(&attr), EINVAL);
	CHECK_ERR(link_by_name(KRP, FN_GETPGID, 0, 0, LOAD_COUNTER(RAW_TRACEPOINT, out, 0)), EINVAL);
}
