// SPDX-License-Identifier: GPL-2.0
/* PROG_TEST_RUN of programs that see packets. */
#include "prog_util.h"

static long test_run(union altbpf_attr *attr)
{
	return ab_sys(ALTBPF_PROG_TEST_RUN, attr, sizeof(*attr));
}

/* Returns the first byte if there is one, and writes 0xab to the second. */
static int load_xdp(void)
{
	return LOAD(XDP, LDX(AB_W, R2, R1, 0), LDX(AB_W, R3, R1, 4), MOV_REG(R4, R2), ALU64_IMM(AB_ADD, R4, 2),
		    MOV_IMM(R0, 0), JMP_REG(AB_JGT, R4, R3, 2), LDX(AB_B, R0, R2, 0), ST(AB_B, R2, 1, 0xab), EXIT());
}

TEST(run_packet_xdp)
{
	unsigned char in[64] = { 2 }, out[128];

	IN_BOTH_ENGINES(jit) {
		int fd = load_xdp();
		union altbpf_attr attr = { .test = { .prog_fd = fd, .data_in = (uintptr_t)in, .data_size_in = sizeof(in),
						     .data_out = (uintptr_t)out, .data_size_out = sizeof(out), .repeat = 3 } };

		CHECK(fd >= 0);
		memset(out, 0x55, sizeof(out));
		CHECK(test_run(&attr) == 0);
		CHECK_EQ(attr.test.retval, 2);
		CHECK_EQ(attr.test.data_size_out, sizeof(in));
		CHECK_EQ(out[0], 2);
		CHECK_EQ(out[1], 0xab);
		CHECK_EQ(out[2], 0);
		CHECK_EQ(out[64], 0x55);
	}
}

TEST(run_packet_xdp_bad)
{
	unsigned char in[4096] = { 2 }, out[16];
	int fd = load_xdp();
	union altbpf_attr good = { .test = { .prog_fd = fd, .data_in = (uintptr_t)in, .data_size_in = 64 } }, attr = good;

	CHECK(test_run(&attr) == 0);
	attr = good;
	attr.test.data_size_in = 13; /* not even a link header */
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.data_size_in = 0;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.data_size_in = 4096;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr.test.data_size_in = 0xffffffff;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = good;
	attr.test.data_in = 8;
	CHECK_ERR(test_run(&attr), EFAULT);
	attr = good;
	attr.test.data_out = (uintptr_t)out;
	attr.test.data_size_out = sizeof(out);
	CHECK_ERR(test_run(&attr), ENOSPC);
	CHECK_EQ(attr.test.data_size_out, 64);
	CHECK_EQ(attr.test.retval, 2);
	CHECK_EQ(out[1], 0xab);
	attr = good;
	attr.test.data_out = 8;
	attr.test.data_size_out = 64;
	CHECK_ERR(test_run(&attr), EFAULT);
	attr = good;
	attr.test.flags = 1;
	CHECK_ERR(test_run(&attr), EINVAL);
	attr = good;
	attr.test.batch_size = 1;
	CHECK_ERR(test_run(&attr), EINVAL);
}

TEST(run_packet_xdp_meta)
{
	unsigned char in[64] = { 9, 9, 9, 9, 7 };
	struct altbpf_xdp_md md = { .data = 4, .data_end = 64 }, out = { 0 };
	/* first byte of the metadata, plus first byte of the packet */
	int fd = LOAD(XDP, LDX(AB_W, R2, R1, 8), LDX(AB_W, R3, R1, 0), LDX(AB_W, R5, R1, 4), MOV_IMM(R0, 0), MOV_REG(R4, R2),
		      ALU64_IMM(AB_ADD, R4, 4), JMP_REG(AB_JGT, R4, R3, 6), LDX(AB_B, R0, R2, 0), MOV_REG(R4, R3),
		      ALU64_IMM(AB_ADD, R4, 1), JMP_REG(AB_JGT, R4, R5, 2), LDX(AB_B, R1, R3, 0),
		      ALU64_REG(AB_ADD, R0, R1), EXIT());
	union altbpf_attr good = { .test = { .prog_fd = fd, .data_in = (uintptr_t)in, .data_size_in = 64,
					     .ctx_in = (uintptr_t)&md, .ctx_size_in = sizeof(md), .ctx_out = (uintptr_t)&out,
					     .ctx_size_out = sizeof(out) } }, attr = good;

	CHECK(fd >= 0);
	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 16);
	CHECK_EQ(out.data, 4);
	CHECK_EQ(out.data_end, 64);
	CHECK_EQ(out.data_meta, 0);
	md.data_end = 60;
	CHECK_ERR(test_run(&good), EINVAL);
	md.data_end = 64;
	md.data = 3;
	CHECK_ERR(test_run(&good), EINVAL);
	md.data = 36;
	CHECK_ERR(test_run(&good), EINVAL);
	md.data = 4;
	md.data_meta = 1;
	CHECK_ERR(test_run(&good), EINVAL);
	md.data_meta = 0;
	md.rx_queue_index = 1;
	CHECK_ERR(test_run(&good), EINVAL);
	md.rx_queue_index = 0;
	md.egress_ifindex = 1;
	CHECK_ERR(test_run(&good), EINVAL);
}

/* The device that the packet came from: one that exists, else the loopback device. */
TEST(run_packet_xdp_device)
{
	unsigned char in[64] = { 0 };
	struct altbpf_xdp_md md = { .data_end = 64 };
	int fd = LOAD(XDP, LDX(AB_W, R0, R1, 12), EXIT());
	union altbpf_attr attr = { .test = { .prog_fd = fd, .data_in = (uintptr_t)in, .data_size_in = 64,
					     .ctx_in = (uintptr_t)&md, .ctx_size_in = sizeof(md) } };

	CHECK(fd >= 0);
	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 1);
	md.ingress_ifindex = 1;
	CHECK(test_run(&attr) == 0);
	CHECK_EQ(attr.test.retval, 1);
	md.rx_queue_index = 100000;
	CHECK_ERR(test_run(&attr), EINVAL);
	md.ingress_ifindex = 12345;
	CHECK_ERR(test_run(&attr), ENODEV);
}

/* len and protocol: the link header is not a socket filter's business. */
TEST(run_packet_socket_filter)
{
	unsigned char in[60] = { [12] = 8, [13] = 0, [14] = 0x45 }, out[60];
	unsigned char view[192] = { 0 }, view_out[192];
	uint32_t mark = 77;

	IN_BOTH_ENGINES(jit) {
		int fd = LOAD(SOCKET_FILTER, LDX(AB_W, R0, R1, 0), LDX(AB_W, R2, R1, 16), ALU64_REG(AB_ADD, R0, R2),
			      LDX(AB_W, R2, R1, 8), ALU64_REG(AB_ADD, R0, R2), ST(AB_W, R1, 48, 5), EXIT());
		union altbpf_attr attr = { .test = { .prog_fd = fd, .data_in = (uintptr_t)in, .data_size_in = sizeof(in),
						     .data_out = (uintptr_t)out, .data_size_out = sizeof(out),
						     .ctx_in = (uintptr_t)view, .ctx_size_in = sizeof(view),
						     .ctx_out = (uintptr_t)view_out, .ctx_size_out = sizeof(view_out) } };
		uint32_t cb;

		CHECK(fd >= 0);
		memcpy(view + 8, &mark, 4);
		CHECK(test_run(&attr) == 0);
		CHECK_EQ(attr.test.retval, 46 + 8 + 77); /* 0x0800 in network order is 8 */
		CHECK_EQ(attr.test.data_size_out, sizeof(in));
		CHECK_EQ(out[12], 0);
		CHECK_EQ(out[14], 0x45);
		memcpy(&cb, view_out + 48, 4);
		CHECK_EQ(cb, 5);
		/* Fields that user space cannot set. */
		view[0] = 1;
		CHECK_ERR(test_run(&attr), EINVAL);
		view[0] = 0;
		attr.test.flags = 1;
		CHECK_ERR(test_run(&attr), EINVAL);
	}
}
