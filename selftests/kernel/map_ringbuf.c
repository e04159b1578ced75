// SPDX-License-Identifier: GPL-2.0
/*
 * Ring buffers: programs produce by PROG_TEST_RUN, this process consumes through the mapping as
 * libbpf does, and tries to corrupt what it may write.
 */
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include "map_util.h"

#define PAGE 4096UL

struct ring {
	int fd;
	uint64_t size;
	volatile uint64_t *consumer, *producer;
	uint8_t *data;
};

static struct ring ring_open(uint32_t size)
{
	struct ring r = { .fd = map_create(MAP(RINGBUF), 0, 0, size, 0), .size = size };
	void *ro;

	CHECK(r.fd >= 0);
	r.consumer = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, r.fd, 0);
	CHECK(r.consumer != MAP_FAILED);
	ro = mmap(NULL, PAGE + 2 * size, PROT_READ, MAP_SHARED, r.fd, PAGE);
	CHECK(ro != MAP_FAILED);
	r.producer = ro;
	r.data = (uint8_t *)ro + PAGE;
	return r;
}

/* The next record: its length, or -1 when there is none; @out gets up to @max bytes. */
static long consume(struct ring *r, void *out, size_t max)
{
	uint64_t pos = *r->consumer;
	uint32_t len;

	while (pos < __atomic_load_n(r->producer, __ATOMIC_ACQUIRE)) {
		len = __atomic_load_n((uint32_t *)(r->data + (pos & (r->size - 1))), __ATOMIC_ACQUIRE);
		if (len & ALTBPF_RINGBUF_BUSY_BIT)
			return -1;
		pos += ((len & 0x3fffffff) + 8 + 7) & ~7ULL;
		if (!(len & ALTBPF_RINGBUF_DISCARD_BIT)) {
			memcpy(out, r->data + (*r->consumer & (r->size - 1)) + 8, len < max ? len : max);
			__atomic_store_n(r->consumer, pos, __ATOMIC_RELEASE);
			return len;
		}
		__atomic_store_n(r->consumer, pos, __ATOMIC_RELEASE);
	}
	return -1;
}

/* ringbuf_output of @size bytes, the first 8 hold @value; returns -result */
static int output_prog(int fd, uint32_t value, uint32_t size, uint32_t flags)
{
	return LOAD(RAW_TRACEPOINT, ST(AB_DW, R10, -64, value), ST(AB_DW, R10, -56, 0), ST(AB_DW, R10, -48, 0),
		    ST(AB_DW, R10, -40, 0), ST(AB_DW, R10, -32, 0), ST(AB_DW, R10, -24, 0), ST(AB_DW, R10, -16, 0),
		    ST(AB_DW, R10, -8, 0), LD_MAP_FD(R1, fd), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -64),
		    MOV_IMM(R3, size), MOV_IMM(R4, flags), CALL(ALTBPF_FUNC_ringbuf_output),
		    ALU64_IMM(AB_NEG, R0, 0), EXIT());
}

/* reserve @size, store @value, submit or discard; returns 1 when there was no room */
static int reserve_prog(int fd, uint32_t value, uint32_t size, uint32_t flags, bool discard)
{
	return LOAD(RAW_TRACEPOINT, LD_MAP_FD(R1, fd), MOV_IMM(R2, size), MOV_IMM(R3, 0),
		    CALL(ALTBPF_FUNC_ringbuf_reserve), JMP_IMM(AB_JNE, R0, 0, 2), MOV_IMM(R0, 1), EXIT(),
		    ST(AB_DW, R0, 0, value), MOV_REG(R1, R0), MOV_IMM(R2, flags),
		    CALL(discard ? ALTBPF_FUNC_ringbuf_discard : ALTBPF_FUNC_ringbuf_submit), MOV_IMM(R0, 0), EXIT());
}

static long run(int prog)
{
	long ret;

	CHECK(prog >= 0);
	ret = prog_run(prog, NULL, 0, NULL, 0);
	CHECK(ret >= 0);
	return ret;
}

static long query(int fd, uint32_t what)
{
	int prog = LOAD(RAW_TRACEPOINT, LD_MAP_FD(R1, fd), MOV_IMM(R2, what), CALL(ALTBPF_FUNC_ringbuf_query), EXIT());
	long ret = run(prog);

	close(prog);
	return ret;
}

TEST(map_ringbuf_records)
{
	struct ring r = ring_open(PAGE);
	int out = output_prog(r.fd, 11, 24, 0), submit = reserve_prog(r.fd, 22, 16, 0, false);
	int discard = reserve_prog(r.fd, 33, 16, 0, true), big = reserve_prog(r.fd, 44, 4096 - 8, 0, false);
	int too_big = reserve_prog(r.fd, 44, 4096, 0, false), bad = output_prog(r.fd, 1, 8, 4);
	uint64_t buf[8], i;

	CHECK_EQ(consume(&r, buf, sizeof(buf)), -1);
	CHECK_EQ(run(out), 0);
	CHECK_EQ(run(discard), 0);
	CHECK_EQ(run(submit), 0);
	CHECK_EQ(query(r.fd, ALTBPF_RB_AVAIL_DATA), 32 + 24 + 24);
	CHECK_EQ(query(r.fd, ALTBPF_RB_RING_SIZE), PAGE);
	CHECK_EQ(query(r.fd, ALTBPF_RB_PROD_POS), 80);
	CHECK_EQ(query(r.fd, ALTBPF_RB_CONS_POS), 0);
	CHECK_EQ(query(r.fd, 99), 0);
	CHECK_EQ(consume(&r, buf, sizeof(buf)), 24);
	CHECK_EQ(buf[0], 11);
	CHECK_EQ(consume(&r, buf, sizeof(buf)), 16);
	CHECK_EQ(buf[0], 22);
	CHECK_EQ(consume(&r, buf, sizeof(buf)), -1);
	CHECK_EQ(query(r.fd, ALTBPF_RB_AVAIL_DATA), 0);
	CHECK_EQ(query(r.fd, ALTBPF_RB_CONS_POS), 80);
	CHECK_EQ(run(bad), EINVAL);
	CHECK_EQ(run(too_big), 1);
	CHECK_EQ(run(big), 1); /* one byte stays free, as in mainline */
	/* Wrapping round many times, filling up, emptying. */
	for (i = 0; i < 1000; i++) {
		CHECK_EQ(run(out), 0);
		CHECK_EQ(run(submit), 0);
		CHECK_EQ(consume(&r, buf, sizeof(buf)), 24);
		CHECK_EQ(buf[0], 11);
		CHECK_EQ(consume(&r, buf, sizeof(buf)), 16);
	}
	for (i = 0; i < 127; i++)
		CHECK_EQ(run(out), 0);
	CHECK_EQ(run(out), EAGAIN);
	CHECK_EQ(consume(&r, buf, sizeof(buf)), 24);
	CHECK_EQ(run(out), 0);
	CHECK_EQ(run(out), EAGAIN);
}

static bool readable(int fd, int ms)
{
	struct pollfd p = { .fd = fd, .events = POLLIN };

	return poll(&p, 1, ms) == 1 && p.revents & POLLIN;
}

struct waiter {
	pthread_t thread;
	int fd, ms;
	bool woken;
};

static void *wait_for(void *arg)
{
	struct waiter *w = arg;

	w->woken = readable(w->fd, w->ms);
	return NULL;
}

TEST(map_ringbuf_poll)
{
	struct ring r = ring_open(PAGE);
	int out = output_prog(r.fd, 1, 8, 0);
	struct waiter w = { .fd = r.fd, .ms = 10000 };
	uint64_t buf[8];

	CHECK(!readable(r.fd, 0));
	CHECK(pthread_create(&w.thread, NULL, wait_for, &w) == 0);
	usleep(100000);
	CHECK_EQ(run(out), 0);
	pthread_join(w.thread, NULL);
	CHECK(w.woken);
	CHECK(readable(r.fd, 0));
	CHECK_EQ(consume(&r, buf, sizeof(buf)), 8);
	CHECK(!readable(r.fd, 0));
}

/*
 * With NO_WAKEUP a waiter sleeps on (its poll sees the data only when its time is over); with
 * FORCE_WAKEUP one is woken although the consumer is behind.
 */
TEST(map_ringbuf_wakeup_flags)
{
	struct ring r = ring_open(PAGE);
	int quiet = output_prog(r.fd, 1, 8, ALTBPF_RB_NO_WAKEUP);
	struct waiter w = { .fd = r.fd, .ms = 1000 };
	struct timespec a, b;

	clock_gettime(CLOCK_MONOTONIC, &a);
	CHECK(pthread_create(&w.thread, NULL, wait_for, &w) == 0);
	usleep(100000);
	CHECK_EQ(run(quiet), 0);
	pthread_join(w.thread, NULL);
	clock_gettime(CLOCK_MONOTONIC, &b);
	CHECK((b.tv_sec - a.tv_sec) * 1000 + (b.tv_nsec - a.tv_nsec) / 1000000 >= 900);
}

static long map_at(int fd, size_t len, int prot, off_t off)
{
	void *p = mmap(NULL, len, prot, MAP_SHARED, fd, off);

	if (p == MAP_FAILED)
		return -1;
	munmap(p, len);
	return 0;
}

TEST(map_ringbuf_mmap_rules)
{
	struct ring r = ring_open(2 * PAGE);

	CHECK_ERR(map_at(r.fd, PAGE, PROT_READ | PROT_WRITE, PAGE), EPERM);
	CHECK_ERR(map_at(r.fd, PAGE, PROT_READ | PROT_WRITE, 2 * PAGE), EPERM);
	CHECK_ERR(map_at(r.fd, 2 * PAGE, PROT_READ | PROT_WRITE, 0), EPERM);
	CHECK_EQ(map_at(r.fd, PAGE, PROT_READ, 0), 0);
	CHECK_EQ(map_at(r.fd, 6 * PAGE, PROT_READ, 0), 0);
	CHECK_ERR(map_at(r.fd, 7 * PAGE, PROT_READ, 0), EINVAL);
	CHECK_ERR(map_at(r.fd, PAGE, PROT_READ, 100 * PAGE), EINVAL);
	CHECK_ERR(map_at(r.fd, PAGE, PROT_READ, (off_t)(~0ULL >> 1) & ~(PAGE - 1)), EINVAL);
	CHECK(mprotect((void *)r.producer, PAGE, PROT_READ | PROT_WRITE) == -1 && errno == EACCES);
	/* The data is there twice. */
	CHECK_EQ(run(output_prog(r.fd, 4711, 8, 0)), 0);
	CHECK_EQ(*(uint64_t *)(r.data + 8), 4711);
	CHECK_EQ(*(uint64_t *)(r.data + 2 * PAGE + 8), 4711);
}

TEST(map_ringbuf_no_elements)
{
	int fd = map_create(MAP(RINGBUF), 0, 0, PAGE, 0);
	uint64_t v = 0;

	CHECK(fd >= 0);
	CHECK_ERR(map_lookup(fd, NULL, &v), ENOTSUPP);
	CHECK_ERR(map_update(fd, NULL, &v, 0), ENOTSUPP);
	CHECK_ERR(map_delete(fd, NULL), ENOTSUPP);
	CHECK_ERR(map_next_key(fd, NULL, &v), ENOTSUPP);
	CHECK_ERR(map_lookup_delete(fd, NULL, &v), ENOTSUPP);
}

/* Whatever the consumer's position says, records that are not read stay whole or nothing is written. */
TEST(map_ringbuf_hostile_consumer)
{
	struct ring r = ring_open(PAGE);
	int out = output_prog(r.fd, 9, 40, 0);
	const uint64_t lies[] = { 1, 7, PAGE, 1ULL << 40, ~0ULL, ~0ULL - 7, 0x8000000000000000ULL, 0 };
	uint64_t buf[8];
	unsigned int i, n;

	for (i = 0; i < sizeof(lies) / sizeof(*lies); i++) {
		*r.consumer = lies[i];
		for (n = 0; n < 300; n++) {
			run(out);
			if (n % 10 == 0)
				*r.consumer += 8 * n;
		}
	}
	*r.consumer = *r.producer;
	CHECK_EQ(run(out), 0);
	CHECK_EQ(consume(&r, buf, sizeof(buf)), 40);
	CHECK_EQ(buf[0], 9);
}

struct producer {
	pthread_t thread;
	int prog, cpu;
	uint64_t done, lost;
};

static void *produce(void *arg)
{
	struct producer *p = arg;
	int i;

	pin_cpu(p->cpu);
	for (i = 0; i < 20000; i++) {
		union altbpf_attr attr = { 0 };

		attr.test.prog_fd = (__u32)p->prog;
		if (ab_sys(ALTBPF_PROG_TEST_RUN, &attr, sizeof(attr)))
			break;
		if (attr.test.retval)
			p->lost++;
		else
			p->done++;
	}
	return NULL;
}

/* Two producers on two CPUs, one consumer: every record arrives once and whole. */
TEST(map_ringbuf_two_producers)
{
	struct ring r = ring_open(4 * PAGE);
	struct producer p[2];
	uint64_t buf[8], got[3] = { 0 };
	int i, idle = 0;
	long len;

	for (i = 0; i < 2; i++) {
		p[i] = (struct producer){ .prog = i ? output_prog(r.fd, 2, 48, 0) : reserve_prog(r.fd, 1, 24, 0, false),
					  .cpu = i % possible_cpus() };
		CHECK(p[i].prog >= 0);
		CHECK(pthread_create(&p[i].thread, NULL, produce, &p[i]) == 0);
	}
	while (idle < 20) {
		len = consume(&r, buf, sizeof(buf));
		if (len < 0) {
			idle = readable(r.fd, 50) ? 0 : idle + 1;
			continue;
		}
		idle = 0;
		CHECK(buf[0] == 1 || buf[0] == 2);
		CHECK_EQ(len, buf[0] == 1 ? 24 : 48);
		got[buf[0]]++;
	}
	for (i = 0; i < 2; i++)
		pthread_join(p[i].thread, NULL);
	for (i = 0; i < 2; i++) {
		CHECK_EQ(p[i].done + p[i].lost, 20000);
		CHECK_EQ(got[i + 1], p[i].done);
	}
}
