// SPDX-License-Identifier: GPL-2.0
/* Kprobes by name and by address, at a function's entry and inside it. */
#include <fcntl.h>
#include <sys/syscall.h>
#include "attach.h"

TEST(attach_kprobe_counts_exactly)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link;

	CHECK(prog >= 0);
	call_getpgid(5);
	link = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	CHECK(link >= 0);
	CHECK_STR(fdinfo(link, "path"), "ftrace");
	call_getpgid(1000);
	CHECK_EQ(out_get(out, 0), 1000);
	close(link);
	call_getpgid(5);
	CHECK_EQ(out_get(out, 0), 1000);
}

TEST(attach_kprobe_registers)
{
	int out = out_create(), prog, link, fd = open("/dev/zero", O_RDONLY);
	struct altbpf_link_info info = { 0 };
	char buf[123];

	prog = LOAD(KPROBE, MOV_REG(R6, R1), ONLY_ME(),
		    LDX(AB_DW, R7, R6, PT_SI), OUT_SET(out, 0, R7), LDX(AB_DW, R7, R6, PT_DX), OUT_SET(out, 1, R7),
		    LDX(AB_DW, R7, R6, PT_IP), OUT_SET(out, 2, R7), MOV_REG(R1, R6),
		    CALL(ALTBPF_FUNC_get_func_ip), OUT_SET(out, 3, R0), RETURN(0));
	CHECK(prog >= 0 && fd >= 0);
	link = link_by_name(KP, "vfs_read", 0, 0, prog);
	CHECK(link >= 0);
	CHECK_EQ(read(fd, buf, sizeof(buf)), sizeof(buf));
	CHECK(!link_info(link, &info));
	close(link);
	CHECK_EQ(out_get(out, 0), (uintptr_t)buf);
	CHECK_EQ(out_get(out, 1), sizeof(buf));
	/* As a breakpoint would leave it: behind its one byte. */
	CHECK_EQ(out_get(out, 2), info.perf_event.kprobe.addr + 1);
	CHECK_EQ(out_get(out, 3), info.perf_event.kprobe.addr);
}

TEST(attach_kprobe_offset)
{
	int out = out_create(), link = -1, prog;
	struct altbpf_link_info info = { 0 };
	uint64_t off;

	prog = LOAD(KPROBE, LDX(AB_DW, R7, R1, PT_IP), CALL(ALTBPF_FUNC_get_func_ip), MOV_REG(R8, R0),
		    OUT_SET(out, 1, R7), OUT_SET(out, 2, R8), OUT_ADD(out, 0, 1), RETURN(0));
	CHECK(prog >= 0);
	/* The first instruction behind the tracer's 5 bytes. */
	for (off = 1; off < 5; off++)
		CHECK(link_by_name(KP, FN_GETPGID, off, 0, prog) == -1 && (errno == EILSEQ || errno == EINVAL));
	link = link_by_name(KP, FN_GETPGID, 5, 0, prog);
	CHECK(link >= 0);
	CHECK_STR(fdinfo(link, "path"), "kprobe");
	call_getpgid(100);
	CHECK(!link_info(link, &info));
	CHECK_EQ(info.perf_event.kprobe.offset, 5);
	CHECK_EQ(info.perf_event.kprobe.missed, 0);
	CHECK_EQ(out_get(out, 0), 100);
	CHECK_EQ(out_get(out, 1), info.perf_event.kprobe.addr + 1);
	CHECK_EQ(out_get(out, 2), 0); /* not at an entry */
	close(link);
}

TEST(attach_kprobe_by_address)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), link;
	union altbpf_attr attr = { .link_by_name = { .kind = KP, .prog_fd = (uint32_t)prog } };
	struct altbpf_link_info info = { 0 };
	char name[64];

	attr.link_by_name.addr = kernel_symbol(FN_GETPGID);
	CHECK(attr.link_by_name.addr);
	link = link_full(&attr);
	CHECK(link >= 0);
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 10);
	info.perf_event.kprobe.func_name = (uintptr_t)name;
	info.perf_event.kprobe.name_len = sizeof(name);
	CHECK(!link_info(link, &info));
	CHECK_STR(name, FN_GETPGID);
	close(link);
	/* Where no function is. */
	attr.link_by_name.addr = 0x1000;
	CHECK_ERR(link_full(&attr), ENOENT);
	attr.link_by_name.addr = 0xffff888000000000ULL;
	CHECK_ERR(link_full(&attr), ENOENT);
}

TEST(attach_kprobe_untraceable)
{
	/* A kprobe where the tracer cannot be: in the middle, several on one place. */
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), links[3], i;

	for (i = 0; i < 3; i++) {
		links[i] = link_by_name(KP, FN_GETPGID, 5, 0, prog);
		CHECK(links[i] >= 0);
	}
	call_getpgid(50);
	CHECK_EQ(out_get(out, 0), 150);
	for (i = 0; i < 3; i++)
		close(links[i]);
	call_getpgid(50);
	CHECK_EQ(out_get(out, 0), 150);
}

TEST(attach_kprobe_many_to_one)
{
	int out = out_create(), a = LOAD_COUNTER(KPROBE, out, 0), b = LOAD_COUNTER(KPROBE, out, 1), links[4], i;

	links[0] = link_by_name(KP, FN_GETPGID, 0, 0, a);
	links[1] = link_by_name(KP, FN_GETPGID, 0, 0, a);
	links[2] = link_by_name(KP, FN_GETPGID, 0, 0, b);
	links[3] = link_by_name(KP, FN_GETSID, 0, 0, b);
	for (i = 0; i < 4; i++)
		CHECK(links[i] >= 0);
	call_getpgid(100);
	call_getsid(7);
	CHECK_EQ(out_get(out, 0), 200);
	CHECK_EQ(out_get(out, 1), 107);
	close(links[0]);
	close(links[2]);
	call_getpgid(10);
	CHECK_EQ(out_get(out, 0), 210);
	CHECK_EQ(out_get(out, 1), 107);
}

TEST(attach_kprobe_cookies)
{
	int out = out_create(), prog, i;
	static const uint64_t cookies[3] = { 0x1111222233334444, 5, 0xffffffffffffffff };
	static const char *const names[3] = { FN_GETPGID, FN_GETSID, FN_GETPGID };
	struct altbpf_link_info info = { 0 };

	/* out[0] ^= cookie */
	prog = LOAD(KPROBE, CALL(ALTBPF_FUNC_get_attach_cookie), LD_MAP_VALUE(R1, out, 0),
		    ATOMIC(AB_DW, AB_XOR, R1, R0, 0), RETURN(0));
	CHECK(prog >= 0);
	for (i = 0; i < 3; i++) {
		int link = link_by_name(KP, names[i], i == 2 ? 5 : 0, cookies[i], prog);

		CHECK(link >= 0);
		memset(&info, 0, sizeof(info));
		CHECK(!link_info(link, &info));
		CHECK_EQ(info.perf_event.kprobe.cookie, cookies[i]);
	}
	call_getpgid(1);
	CHECK_EQ(out_get(out, 0), cookies[0] ^ cookies[2]);
	call_getsid(1);
	CHECK_EQ(out_get(out, 0), cookies[0] ^ cookies[2] ^ cookies[1]);
}

static const char *find_twice(char *name)
{
	FILE *f = popen("awk '$4 == \"\" && $2 ~ /[tT]/ && c[$3]++ == 1 { print $3; exit }' /proc/kallsyms", "r");

	CHECK(f);
	if (!fgets(name, 200, f))
		name[0] = 0;
	pclose(f);
	name[strcspn(name, "\n")] = 0;
	return name;
}

TEST(attach_kprobe_refusals)
{
	int out = out_create(), prog = LOAD_COUNTER(KPROBE, out, 0), tp = LOAD_COUNTER(TRACEPOINT, out, 0);
	union altbpf_attr attr = { .link_by_name = { .kind = KP, .prog_fd = (uint32_t)prog } }, bad;
	char name[1024];

	attr.link_by_name.name = (uintptr_t)FN_GETPGID;
	CHECK_ERR(link_by_name(KP, "no_such_function", 0, 0, prog), ENOENT);
	CHECK_ERR(link_by_name(KP, "", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KP, NULL, 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KP, (void *)1, 0, 0, prog), EFAULT);
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = 0;
	CHECK_ERR(link_by_name(KP, name, 0, 0, prog), E2BIG);
	/* On the list of what must not be probed. */
	CHECK_ERR(link_by_name(KP, "kprobe_int3_handler", 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KP, FN_GETPGID, 0x7fffffff, 0, prog), ENOENT);
	CHECK_ERR(link_by_name(KP, FN_GETPGID, 1ULL << 32, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(KP, FN_GETPGID, 0, 0, tp), EINVAL);
	CHECK_ERR(link_by_name(KP, FN_GETPGID, 0, 0, -1), EBADF);
	CHECK_ERR(link_by_name(KP, FN_GETPGID, 0, 0, out), EINVAL);
	CHECK_ERR(link_by_name(99, FN_GETPGID, 0, 0, prog), EINVAL);
	CHECK_ERR(link_by_name(0, FN_GETPGID, 0, 0, prog), EINVAL);
	bad = attr, bad.link_by_name.flags = 1;
	CHECK_ERR(link_full(&bad), EINVAL);
	bad = attr, bad.link_by_name.maxactive = 1;
	CHECK_ERR(link_full(&bad), EINVAL);
	bad = attr, bad.link_by_name.addr = 1;
	CHECK_ERR(link_full(&bad), EINVAL);
	if (find_twice(name)[0]) {
		NOTE("ambiguous: %s\n", name);
		CHECK_ERR(link_by_name(KP, name, 0, 0, prog), EADDRNOTAVAIL);
	}
	/* Nothing of all this stayed. */
	call_getpgid(3);
	CHECK_EQ(out_get(out, 0), 0);
}

TEST(attach_kprobe_recursion)
{
	int out = out_create(), prog, hit, again;
	struct altbpf_prog_info before, after;

	/* The helper calls the function that the program is on, too. */
	prog = LOAD(KPROBE, ONLY_ME(), OUT_ADD(out, 0, 1), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -8), MOV_IMM(R2, 8),
		    MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_probe_read_kernel), RETURN(0));
	CHECK(prog >= 0);
	again = link_by_name(KP, "copy_from_kernel_nofault", 0, 0, prog);
	CHECK(again >= 0);
	hit = link_by_name(KP, FN_GETPGID, 0, 0, prog);
	CHECK(hit >= 0);
	/* Attaching reads kernel memory, too. */
	CHECK(!prog_info(prog, &before));
	out_clear(out);
	call_getpgid(100);
	CHECK_EQ(out_get(out, 0), 100);
	CHECK(!prog_info(prog, &after));
	CHECK_EQ(after.recursion_misses - before.recursion_misses, 100);
}

TEST(attach_kprobe_recursion_chain)
{
	int out = out_create(), progs[10], links[10], i, hit;

	/* Ten programs, all on the function that all of them call: the stack must hold. */
	for (i = 0; i < 10; i++) {
		progs[i] = LOAD(KPROBE, ONLY_ME(), OUT_ADD(out, i, 1), MOV_REG(R1, R10), ALU64_IMM(AB_ADD, R1, -8),
				MOV_IMM(R2, 8), MOV_IMM(R3, 0), CALL(ALTBPF_FUNC_probe_read_kernel), RETURN(0));
		links[i] = link_by_name(KP, "copy_from_kernel_nofault", 0, 0, progs[i]);
		CHECK(links[i] >= 0);
	}
	hit = link_by_name(KP, FN_GETPGID, 0, 0, progs[0]);
	CHECK(hit >= 0);
	call_getpgid(3);
	close(hit);
	CHECK(out_get(out, 0) >= 3);
	for (i = 0; i < 10; i++)
		close(links[i]);
}
