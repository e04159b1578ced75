// SPDX-License-Identifier: GPL-2.0
/*
 * Edges: buffers that end with their page or vanish while a call works on them, descriptors that
 * travel, processes killed in each phase, programs at all limits at once.
 */
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include "fire.h"
#include "insn.h"

#define PAGE 4096UL

/* A page with nothing behind it. */
static uint8_t *edge_page(void)
{
	uint8_t *mem = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(mem != MAP_FAILED);
	CHECK(!munmap(mem + PAGE, PAGE));
	return mem;
}

TEST(fire_limits_page_edges)
{
	int map = map_create(ALTBPF_MAP_TYPE_HASH, 8, 64, 16, 0), prog;
	uint8_t *end = edge_page() + PAGE;
	struct altbpf_insn *insns = (void *)(end - 16);
	union altbpf_attr attr = { 0 };
	struct altbpf_call *call = (void *)(end - sizeof(*call));
	char key[8] = "abcdefg";
	int cut;

	/* Exactly to the end of the page it works, a byte further not. */
	for (cut = 0; cut < 8; cut++) {
		memset(end - 64, 1, 64);
		if (!cut) {
			CHECK(!map_update(map, end - 8, end - 64, 0));
			CHECK(!map_lookup(map, end - 8, end - 64));
			continue;
		}
		CHECK_ERR(map_update(map, end - 8 + cut, key, 0), EFAULT);
		CHECK_ERR(map_update(map, key, end - 64 + cut, 0), EFAULT);
		CHECK_ERR(map_next_key(map, key, end - 8 + cut), EFAULT);
	}
	insns[0] = MOV_IMM(R0, 0);
	insns[1] = EXIT();
	prog = prog_load(ALTBPF_PROG_TYPE_KPROBE, insns, 2);
	CHECK(prog >= 0);
	CHECK_ERR(prog_load(ALTBPF_PROG_TYPE_KPROBE, insns + 1, 2), EFAULT);
	memset(call, 0, sizeof(*call));
	call->cmd = ALTBPF_MAP_FREEZE;
	call->size = sizeof(attr);
	call->attr = (uintptr_t)&attr;
	attr.map_elem.map_fd = (uint32_t)map;
	CHECK(!ioctl(ab_device(), ALTBPF_IOC_CALL, call));
	CHECK_ERR(ioctl(ab_device(), ALTBPF_IOC_CALL, (char *)call + 1), EFAULT);
	CHECK_ERR(ioctl(ab_device(), ALTBPF_IOC_CALL, 0xffff888000000000), EFAULT);
}

static volatile bool stop;
static uint8_t *window;

/* Takes the pages away and gives them back. */
static void *flicker(void *unused)
{
	while (!stop) {
		mprotect(window, 4 * PAGE, PROT_NONE);
		mprotect(window, 4 * PAGE, PROT_READ | PROT_WRITE);
		mmap(window, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
		munmap(window + PAGE, PAGE);
	}
	return NULL;
}

TEST(fire_limits_buffer_vanishes)
{
	int map = map_create(ALTBPF_MAP_TYPE_HASH, 8, 3 * PAGE, 16, 0), prog = LOAD(XDP, MOV_IMM(R0, 1), EXIT()), i;
	union altbpf_attr attr;
	long good = 0, faults = 0, ret;
	pthread_t thread;
	uint64_t key = 1;

	window = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(window != MAP_FAILED && map >= 0 && prog >= 0);
	CHECK(!pthread_create(&thread, NULL, flicker, NULL));
	for (i = 0; i < 3000; i++) {
		memset(&attr, 0, sizeof(attr));
		switch (i % 4) {
		case 0:
			ret = map_update(map, &key, window, 0);
			break;
		case 1:
			ret = map_lookup(map, &key, window);
			if (ret && errno == ENOENT)
				ret = 0;
			break;
		case 2:
			attr.prog_load.prog_type = ALTBPF_PROG_TYPE_KPROBE;
			attr.prog_load.insns = (uintptr_t)window;
			attr.prog_load.insn_cnt = 600;
			attr.prog_load.license = (uintptr_t)"GPL";
			attr.prog_load.log_level = 1;
			attr.prog_load.log_buf = (uintptr_t)window;
			attr.prog_load.log_size = 3 * PAGE;
			ret = ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
			/* Zeroes are no program. */
			CHECK(ret < 0 && (errno == EINVAL || errno == EFAULT || errno == ENOSPC));
			ret = errno == EFAULT ? ret : 0;
			break;
		default:
			attr.test.prog_fd = (uint32_t)prog;
			attr.test.data_in = attr.test.data_out = (uintptr_t)window;
			attr.test.data_size_in = attr.test.data_size_out = 3000;
			ret = ab_sys(ALTBPF_PROG_TEST_RUN, &attr, sizeof(attr));
			break;
		}
		CHECK(ret >= 0 || errno == EFAULT);
		good += ret >= 0;
		faults += ret < 0;
	}
	stop = true;
	pthread_join(thread, NULL);
	NOTE("vanishing buffers: %ld calls, %ld of them faulted\n", good + faults, faults);
	CHECK(faults > 0);
}

static void send_fd(int sock, int fd)
{
	char space[CMSG_SPACE(sizeof(int))] = { 0 }, byte = 0;
	struct iovec iov = { &byte, 1 };
	struct msghdr msg = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof(space) };
	struct cmsghdr *cmsg = CMSG_FIRSTHDR(&msg);

	cmsg->cmsg_level = SOL_SOCKET;
	cmsg->cmsg_type = SCM_RIGHTS;
	cmsg->cmsg_len = CMSG_LEN(sizeof(int));
	memcpy(CMSG_DATA(cmsg), &fd, sizeof(fd));
	CHECK_EQ(sendmsg(sock, &msg, 0), 1);
}

static int receive_fd(int sock)
{
	char space[CMSG_SPACE(sizeof(int))], byte;
	struct iovec iov = { &byte, 1 };
	struct msghdr msg = { .msg_iov = &iov, .msg_iovlen = 1, .msg_control = space, .msg_controllen = sizeof(space) };
	int fd = -1;

	CHECK_EQ(recvmsg(sock, &msg, 0), 1);
	CHECK(CMSG_FIRSTHDR(&msg));
	memcpy(&fd, CMSG_DATA(CMSG_FIRSTHDR(&msg)), sizeof(fd));
	return fd;
}

/* Every kind of descriptor in a message that nobody has read, then read after its sender has gone. */
TEST(fire_limits_descriptors_travel)
{
	static const uint32_t text[] = { 0x0001eb9f, 24, 0, 16, 16, 8, 1, 1u << 24, 4, 32, 0x746e6900, 0 };
	union altbpf_attr stats = { 0 }, btf = { .btf_load = { .btf = (uintptr_t)text, .btf_size = sizeof(text) } };
	struct fire_use before;
	int sock[2], fds[6], cnt = 6, i, status;
	uint64_t value = 0;
	uint32_t key = 0;
	pid_t pid;

	fire_use(&before);
	CHECK(!socketpair(AF_UNIX, SOCK_SEQPACKET, 0, sock));
	pid = fork();
	if (!pid) {
		fds[0] = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		fds[1] = LOAD(KPROBE, LD_MAP_VALUE(R1, fds[0], 0), MOV_IMM(R2, 1), ATOMIC(AB_DW, AB_ADD, R1, R2, 0),
			      MOV_IMM(R0, 0), EXIT());
		fds[2] = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "__x64_sys_getpgid", 0, 0, fds[1]);
		fds[3] = (int)ab_sys(ALTBPF_ENABLE_STATS, &stats, sizeof(stats));
		fds[4] = (int)ab_sys(ALTBPF_BTF_LOAD, &btf, sizeof(btf));
		fds[5] = open(ALTBPF_DEVICE, O_RDWR);
		for (i = 0; i < cnt; i++) {
			CHECK(fds[i] >= 0);
			send_fd(sock[0], fds[i]);
		}
		raise(SIGKILL);
	}
	CHECK(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status));
	/* They are in flight, held by the socket alone, and the link still works. */
	for (i = 0; i < 10; i++)
		syscall(SYS_getpgid, 0);
	for (i = 0; i < cnt; i++)
		fds[i] = receive_fd(sock[1]);
	syscall(SYS_getpgid, 0);
	CHECK(!map_lookup(fds[0], &key, &value));
	CHECK_EQ(value, 11);
	for (i = 0; i < cnt; i++) {
		CHECK_EQ(close(dup(fds[i])), 0);
		close(fds[i]);
	}
	close(sock[0]), close(sock[1]);
	fire_all_back(&before, 4096);
}

/* A loop with a fork in each round: verification takes long enough to be killed in. */
static int load_long(uint32_t rounds)
{
	return LOAD(KPROBE, MOV_IMM(R6, 0), MOV_IMM(R7, 0), CALL(ALTBPF_FUNC_get_prandom_u32),
		    JMP_IMM(AB_JSGT, R0, 5, 1), ALU64_IMM(AB_ADD, R7, 1), ALU64_IMM(AB_ADD, R6, 1),
		    JMP_IMM(AB_JNE, R6, (int)rounds, -5), MOV_IMM(R0, 0), EXIT());
}

TEST(fire_limits_killed_on_the_way)
{
	struct fire_use before;
	uint64_t rng = 3;
	int i, status;
	pid_t pid;

	fire_use(&before);
	for (i = 0; i < 40; i++) {
		pid = fork();
		CHECK(pid >= 0);
		if (!pid) {
			uint64_t value[64] = { 0 };
			uint32_t key = 1;

			for (;;) {
				int map = map_create(ALTBPF_MAP_TYPE_HASH, 4, 512, 4096, 0);
				int prog = load_long(i % 4 ? 2000 : 300000), link = -1;

				if (prog >= 0)
					link = link_by_name(ALTBPF_PERF_EVENT_KRETPROBE, "__x64_sys_getpgid", 0, 0, prog);
				map_update(map, &key, value, 0);
				if (prog >= 0)
					prog_run(prog, NULL, 0, NULL, 0);
				close(map), close(prog), close(link);
			}
		}
		usleep(1000 + fire_random(&rng) % 60000);
		CHECK(!kill(pid, SIGKILL));
		CHECK(waitpid(pid, &status, 0) == pid);
	}
	fire_all_back(&before, 8192);
}

/* @cnt instructions in all: constant additions and an exit. */
static int load_straight(size_t cnt)
{
	struct altbpf_insn *insns = calloc(cnt, sizeof(*insns));
	union altbpf_attr attr = { 0 };
	size_t i;
	int fd;

	CHECK(insns);
	insns[0] = MOV_IMM(R0, 0);
	for (i = 1; i < cnt - 1; i++)
		insns[i] = ALU64_IMM(AB_ADD, R0, 1);
	insns[cnt - 1] = EXIT();
	attr.prog_load.prog_type = ALTBPF_PROG_TYPE_RAW_TRACEPOINT;
	attr.prog_load.insns = (uintptr_t)insns;
	attr.prog_load.insn_cnt = (uint32_t)cnt;
	attr.prog_load.license = (uintptr_t)"GPL";
	fd = (int)ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
	free(insns);
	return fd;
}

TEST(fire_limits_million_instructions)
{
	uint64_t args[12] = { 0 };
	int prog = load_straight(1000000);

	if (prog < 0 && errno == ENOMEM)
		ab_test_skip("no memory for a million instructions");
	CHECK(prog >= 0);
	CHECK_EQ(prog_run(prog, args, sizeof(args), NULL, 0), 999998);
	close(prog);
	CHECK_ERR(load_straight(1000001), E2BIG);
}

/* 8 frames of 64 bytes of stack each, 64 maps, 256 functions, on a hook. */
TEST(fire_limits_all_at_once)
{
	enum { MAPS = 64, FUNCS = 256, CHAIN = 7 };
	struct altbpf_insn *insns = calloc(8192, sizeof(*insns));
	int maps[MAPS], i, n = 0, prog, link, call[FUNCS];
	uint64_t value;
	uint32_t key = 0;

	CHECK(insns);
#define ADD(...) \
	do { \
		const struct altbpf_insn part[] = { __VA_ARGS__ }; \
		memcpy(insns + n, part, sizeof(part)); \
		n += sizeof(part) / sizeof(part[0]); \
	} while (0)
	for (i = 0; i < MAPS; i++) {
		maps[i] = map_create(ALTBPF_MAP_TYPE_ARRAY, 4, 8, 1, 0);
		CHECK(maps[i] >= 0);
		ADD(LD_MAP_VALUE(R1, maps[i], 0), MOV_IMM(R2, 1), ATOMIC(AB_DW, AB_ADD, R1, R2, 0));
	}
	/* The main function calls the chain's first and every function that is not in it. */
	for (i = 1; i < FUNCS; i++) {
		call[i] = n;
		if (i == 1 || i > CHAIN)
			ADD(CALL_REL(0));
	}
	ADD(ST(AB_DW, R10, -32, 1), MOV_IMM(R0, 0), EXIT());
	for (i = 1; i < FUNCS; i++) {
		if (i == 1 || i > CHAIN)
			insns[call[i]].imm = n - call[i] - 1;
		ADD(ST(AB_DW, R10, i <= CHAIN ? -32 : -8, i));
		/* The next of the chain starts 3 instructions on. */
		if (i < CHAIN)
			ADD(CALL_REL(1));
		else
			ADD(MOV_IMM(R0, i));
		ADD(EXIT());
	}
	prog = prog_load(ALTBPF_PROG_TYPE_KPROBE, insns, (size_t)n);
	CHECK(prog >= 0);
	link = link_by_name(ALTBPF_PERF_EVENT_KPROBE, "__x64_sys_getpgid", 0, 0, prog);
	CHECK(link >= 0);
	for (i = 0; i < 100; i++)
		syscall(SYS_getpgid, 0);
	for (i = 0; i < MAPS; i++) {
		CHECK(!map_lookup(maps[i], &key, &value));
		CHECK_EQ(value, 100);
	}
	free(insns);
}

static int loop_array;

static void *close_it(void *unused)
{
	sched_yield();
	close(loop_array);
	return NULL;
}

/* A program array that holds a program that holds the array, its descriptor closed during the update. */
TEST(fire_limits_no_circle_stays)
{
	struct fire_use before;
	pthread_t thread;
	uint32_t key = 0;
	int i, prog;

	fire_use(&before);
	for (i = 0; i < 300; i++) {
		loop_array = map_create(ALTBPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 0);
		prog = LOAD(KPROBE, LD_MAP_FD(R2, loop_array), MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_tail_call), MOV_IMM(R0, 0), EXIT());
		CHECK(prog >= 0);
		CHECK(!pthread_create(&thread, NULL, close_it, NULL));
		while (!map_update(loop_array, &key, &prog, 0))
			;
		CHECK_EQ(errno, EBADF);
		pthread_join(thread, NULL);
		close(prog);
	}
	fire_all_back(&before, 8192);
}
