// SPDX-License-Identifier: GPL-2.0
/*
 * Random calls, structured: a row for each command says what each of its fields means, values are
 * drawn from live descriptors, sizes, flags, good and bad memory; then some bytes are changed.
 * FUZZ=CALLS of `make vm` asks for more calls, SEED=N for others. The module must neither crash nor
 * warn, and everything must come back when the descriptors are closed.
 */
#include <fcntl.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include "fire.h"
#include "insn.h"

#define PAGE 4096UL
#define POOL 48
#define FOREIGN 6

enum what {
	END, FD, MAP_FD, PROG_FD, LINK_FD, NUM, TYPE, SMALL, FLAGS, ID, IN, OUT, SIZED, NAME, INSNS, LICENSE, REPEAT, LEVEL, CPU, ZERO, KIND, OBJ_NAME, BTF,
};

struct field {
	uint16_t at, size;
	enum what what;
};

#define F(member, what) { offsetof(union altbpf_attr, member), sizeof(((union altbpf_attr *)0)->member), what }
#define ELEM F(map_elem.map_fd, MAP_FD), F(map_elem.key, IN), F(map_elem.value, OUT), F(map_elem.flags, FLAGS)
#define GET_ID F(get_id.start_id, ID), F(get_id.next_id, ZERO), F(get_id.open_flags, FLAGS)

static const struct row {
	int cmd;
	const char *name;
	int weight;
	struct field fields[18];
} rows[] = {
	{ ALTBPF_MAP_CREATE, "map_create", 12,
	  { F(map_create.map_type, TYPE), F(map_create.key_size, SMALL), F(map_create.value_size, SMALL),
	    F(map_create.max_entries, SMALL), F(map_create.map_flags, FLAGS), F(map_create.map_name, OBJ_NAME),
	    F(map_create.numa_node, ZERO), F(map_create.btf_fd, ZERO), F(map_create.map_extra, ZERO) } },
	{ ALTBPF_MAP_LOOKUP_ELEM, "map_lookup_elem", 10, { ELEM } },
	{ ALTBPF_MAP_UPDATE_ELEM, "map_update_elem", 14, { ELEM } },
	{ ALTBPF_MAP_DELETE_ELEM, "map_delete_elem", 8, { F(map_elem.map_fd, MAP_FD), F(map_elem.key, IN) } },
	{ ALTBPF_MAP_GET_NEXT_KEY, "map_get_next_key", 8,
	  { F(map_elem.map_fd, MAP_FD), F(map_elem.key, IN), F(map_elem.next_key, OUT) } },
	{ ALTBPF_MAP_LOOKUP_AND_DELETE_ELEM, "map_lookup_and_delete_elem", 6, { ELEM } },
	{ ALTBPF_MAP_FREEZE, "map_freeze", 2, { F(map_elem.map_fd, MAP_FD) } },
	{ ALTBPF_PROG_LOAD, "prog_load", 20,
	  { F(prog_load.prog_type, TYPE), F(prog_load.insn_cnt, ZERO), F(prog_load.insns, INSNS),
	    F(prog_load.license, LICENSE), F(prog_load.log_level, LEVEL), F(prog_load.log_size, SMALL),
	    F(prog_load.log_buf, OUT), F(prog_load.prog_flags, FLAGS), F(prog_load.prog_name, OBJ_NAME),
	    F(prog_load.prog_btf_fd, ZERO), F(prog_load.func_info_cnt, ZERO), F(prog_load.line_info_cnt, ZERO),
	    F(prog_load.fd_array, ZERO), F(prog_load.fd_array_cnt, ZERO) } },
	{ ALTBPF_PROG_TEST_RUN, "prog_test_run", 12,
	  { F(test.prog_fd, PROG_FD), F(test.data_size_in, SMALL), F(test.data_size_out, SMALL), F(test.data_in, IN),
	    F(test.data_out, OUT), F(test.repeat, REPEAT), F(test.ctx_size_in, SMALL), F(test.ctx_size_out, SMALL),
	    F(test.ctx_in, SIZED), F(test.ctx_out, OUT), F(test.flags, FLAGS), F(test.cpu, CPU) } },
	{ ALTBPF_PROG_GET_NEXT_ID, "prog_get_next_id", 2, { GET_ID } },
	{ ALTBPF_MAP_GET_NEXT_ID, "map_get_next_id", 2, { GET_ID } },
	{ ALTBPF_BTF_GET_NEXT_ID, "btf_get_next_id", 2, { GET_ID } },
	{ ALTBPF_LINK_GET_NEXT_ID, "link_get_next_id", 2, { GET_ID } },
	{ ALTBPF_PROG_GET_FD_BY_ID, "prog_get_fd_by_id", 2, { GET_ID } },
	{ ALTBPF_MAP_GET_FD_BY_ID, "map_get_fd_by_id", 2, { GET_ID } },
	{ ALTBPF_BTF_GET_FD_BY_ID, "btf_get_fd_by_id", 2, { GET_ID } },
	{ ALTBPF_LINK_GET_FD_BY_ID, "link_get_fd_by_id", 2, { GET_ID } },
	{ ALTBPF_OBJ_GET_INFO_BY_FD, "obj_get_info_by_fd", 8,
	  { F(info.bpf_fd, FD), F(info.info_len, SMALL), F(info.info, OUT) } },
	{ ALTBPF_RAW_TRACEPOINT_OPEN, "raw_tracepoint_open", 1,
	  { F(raw_tracepoint.name, NAME), F(raw_tracepoint.prog_fd, PROG_FD), F(raw_tracepoint.cookie, NUM) } },
	{ ALTBPF_BTF_LOAD, "btf_load", 4,
	  { F(btf_load.btf, BTF), F(btf_load.btf_log_buf, OUT), F(btf_load.btf_size, ZERO),
	    F(btf_load.btf_log_size, SMALL), F(btf_load.btf_log_level, LEVEL) } },
	{ ALTBPF_LINK_CREATE, "link_create", 1,
	  { F(link_create.prog_fd, PROG_FD), F(link_create.target_fd, FD), F(link_create.attach_type, NUM),
	    F(link_create.flags, FLAGS) } },
	{ ALTBPF_LINK_UPDATE, "link_update", 2,
	  { F(link_update.link_fd, LINK_FD), F(link_update.new_prog_fd, PROG_FD), F(link_update.flags, FLAGS),
	    F(link_update.old_prog_fd, ZERO) } },
	{ ALTBPF_LINK_DETACH, "link_detach", 1, { F(link_detach.link_fd, LINK_FD) } },
	{ ALTBPF_ENABLE_STATS, "enable_stats", 1, { F(enable_stats.type, ZERO) } },
	{ ALTBPF_PROG_BIND_MAP, "prog_bind_map", 3,
	  { F(prog_bind_map.prog_fd, PROG_FD), F(prog_bind_map.map_fd, MAP_FD), F(prog_bind_map.flags, ZERO) } },
	{ ALTBPF_LINK_CREATE_BY_NAME, "link_create_by_name", 1,
	  { F(link_by_name.prog_fd, PROG_FD), F(link_by_name.kind, KIND), F(link_by_name.name, NAME),
	    F(link_by_name.addr, ZERO), F(link_by_name.offset, ZERO), F(link_by_name.cookie, NUM),
	    F(link_by_name.flags, ZERO), F(link_by_name.maxactive, ZERO) } },
	{ ALTBPF_LINK_HOLD, "link_hold", 1, { F(link_hold.link_fd, LINK_FD), F(link_hold.hold, ZERO) } },
	{ ALTBPF_FEATURES, "features", 1, { F(features.buf, OUT), F(features.len, SMALL) } },
};
#define ROWS (int)(sizeof(rows) / sizeof(rows[0]))

static struct fuzz {
	uint64_t state;
	int fds[POOL], foreign[FOREIGN];
	char kind[POOL]; /* of each descriptor, see kind_of() */
	uint8_t *memory; /* two pages, then one that is not there */
	uint8_t *readonly;
	struct altbpf_insn *insns;
	uint64_t cookie;
	uint32_t ids[4]; /* that GET_NEXT_ID found last */
	long calls, good;
	long good_of[ROWS];
} fz;

static uint32_t rnd(uint32_t below)
{
	return fire_random(&fz.state) % below;
}

/* What a command makes: a map, a program, a link, something else, no descriptor. */
static char kind_of(int cmd)
{
	switch (cmd) {
	case ALTBPF_MAP_CREATE: case ALTBPF_MAP_GET_FD_BY_ID:
		return 'm';
	case ALTBPF_PROG_LOAD: case ALTBPF_PROG_GET_FD_BY_ID:
		return 'p';
	case ALTBPF_RAW_TRACEPOINT_OPEN: case ALTBPF_LINK_CREATE_BY_NAME: case ALTBPF_LINK_GET_FD_BY_ID:
		return 'l';
	case ALTBPF_BTF_LOAD: case ALTBPF_BTF_GET_FD_BY_ID: case ALTBPF_ENABLE_STATS:
		return 'o';
	}
	return 0;
}

/* A descriptor of the wanted kind (0: any), mostly. */
static int some_fd(char kind)
{
	uint32_t at = rnd(POOL);
	int i;

	switch (rnd(24)) {
	case 0: return fz.foreign[rnd(FOREIGN)];
	case 1: return (int)fire_random(&fz.state);
	case 2: return ab_device();
	case 3: kind = 0;
	}
	for (i = 0; (fz.fds[at] < 0 || (kind && fz.kind[at] != kind)) && i < POOL; i++)
		at = (at + 1) % POOL;
	return fz.fds[at];
}

static uint64_t bad_pointer(void)
{
	static const uint64_t bad[] = { 0, 1, 8, 0x7ffffffff000, 0x7ffffffffff8, 0x800000000000, 0x8000000000000000,
					0xffff888000000000, 0xffffffff81000000, 0xfffffffffffffff8, 0xffffffffffffffff };

	return bad[rnd(sizeof(bad) / sizeof(bad[0]))];
}

/* Memory that may be read, mostly; at its very end sometimes, or half outside. */
static uint64_t pointer(bool out)
{
	switch (rnd(16)) {
	case 0: return bad_pointer();
	case 1: return (uintptr_t)fz.memory + 2 * PAGE - rnd(64);
	case 2: return out ? (uintptr_t)fz.readonly : (uintptr_t)fz.readonly + rnd(PAGE);
	case 3: return (uintptr_t)fz.memory + rnd(2 * PAGE);
	case 4: return 0;
	}
	return (uintptr_t)fz.memory + rnd(PAGE / 8) * 8;
}

static uint64_t number(void)
{
	static const uint64_t edges[] = { 0, 1, 2, 3, 4, 7, 8, 9, 16, 63, 64, 65, 96, 255, 256, 511, 512, 513, 4095, 4096,
					  4097, 65535, 65536, 1u << 20, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff,
					  0x100000000, 0x7fffffffffffffff, 0xffffffffffffffff };

	return rnd(4) ? edges[rnd(sizeof(edges) / sizeof(edges[0]))] : (uint64_t)fire_random(&fz.state) << rnd(32);
}

static uint64_t name(void)
{
	static const char *const names[] = { "__x64_sys_getpgid", "__x64_sys_getsid", "sys_enter", "sys_exit", "sched_switch",
					     "syscalls/sys_enter_getpgid", "syscalls/sys_exit_getsid", "sched/sched_switch",
					     "irq/softirq_entry", "", "/", "a/", "/b", "no_such_function", "schedule",
					     "native_iret", "sched/" };

	return rnd(12) ? (uintptr_t)names[rnd(sizeof(names) / sizeof(names[0]))] : pointer(false);
}

static uint32_t prog_type(void)
{
	static const uint32_t types[] = { ALTBPF_PROG_TYPE_KPROBE, ALTBPF_PROG_TYPE_RAW_TRACEPOINT, ALTBPF_PROG_TYPE_TRACEPOINT,
					  ALTBPF_PROG_TYPE_XDP, ALTBPF_PROG_TYPE_SOCKET_FILTER };

	return rnd(20) ? types[rnd(5)] : rnd(40);
}

/* One of a few shapes, with maps of the pool in it; often with an instruction changed at random. */
static uint32_t program(void)
{
	struct altbpf_insn *p = fz.insns;
	int map = some_fd('m'), i;
	uint32_t cnt;

#define TAKE(...) \
	do { \
		const struct altbpf_insn shape[] = { __VA_ARGS__ }; \
		memcpy(p, shape, sizeof(shape)); \
		cnt = sizeof(shape) / sizeof(shape[0]); \
	} while (0)
	switch (rnd(9)) {
	case 0: TAKE(MOV_IMM(R0, 0), EXIT()); break;
	case 1: TAKE(ST(AB_DW, R10, -8, 1), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), LD_MAP_FD(R1, map),
		     CALL(ALTBPF_FUNC_map_lookup_elem), JMP_IMM(AB_JEQ, R0, 0, 1), LDX(AB_B, R0, R0, 0), EXIT()); break;
	case 2: TAKE(ST(AB_DW, R10, -8, 1), ST(AB_DW, R10, -16, 1), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8),
		     MOV_REG(R3, R10), ALU64_IMM(AB_ADD, R3, -16), MOV_IMM(R4, 0), LD_MAP_FD(R1, map),
		     CALL(ALTBPF_FUNC_map_update_elem), EXIT()); break;
	case 3: TAKE(ST(AB_DW, R10, -8, 1), MOV_REG(R2, R10), ALU64_IMM(AB_ADD, R2, -8), MOV_IMM(R3, 8), MOV_IMM(R4, 0),
		     LD_MAP_FD(R1, map), CALL(ALTBPF_FUNC_ringbuf_output), EXIT()); break;
	case 4: TAKE(LD_MAP_FD(R2, map), MOV_IMM(R3, (int)rnd(8)), CALL(ALTBPF_FUNC_tail_call), MOV_IMM(R0, 1), EXIT()); break;
	case 5: TAKE(MOV_IMM(R0, 0), MOV_IMM(R1, (int)rnd(1000)), JMP_REG(AB_JGE, R0, R1, 2), ALU64_IMM(AB_ADD, R0, 1),
		     JMP_A(-3), EXIT()); break;
	case 6: TAKE(CALL_REL(1), EXIT(), CALL(ALTBPF_FUNC_get_smp_processor_id), EXIT()); break;
	case 7: TAKE(LD_MAP_VALUE(R1, map, (int)rnd(16)), LDX(AB_B, R0, R1, 0), EXIT()); break;
	default: TAKE(MOV_REG(R6, R1), CALL(ALTBPF_FUNC_get_current_pid_tgid), LDX(AB_W, R0, R6, 0), EXIT()); break;
	}
	for (i = rnd(4) ? 0 : 1 + rnd(3); i > 0; i--)
		((uint8_t *)p)[rnd(cnt * 8)] ^= (uint8_t)(1 << rnd(8));
	if (!rnd(20))
		cnt = rnd(cnt + 2);
	return cnt;
}

/* A small type section, mostly well formed: an int, a struct of it. */
static uint32_t types(uint8_t *to)
{
	static const uint32_t text[] = {
		0x0001eb9f, 24, 0, 40, 40, 8, /* magic, header, types at 0 of 40, strings at 40 of 8 */
		1, 1u << 24, 4, 32, /* int, 4 bytes, 32 bits */
		5, 4u << 24 | 1, 4, 1, 1, 0, /* struct of one member */
		0x746e6900, 0x00787300,
	};
	int i;

	memcpy(to, text, sizeof(text));
	for (i = rnd(3) ? 0 : 1 + rnd(4); i > 0; i--)
		to[rnd(sizeof(text))] ^= (uint8_t)(1 << rnd(8));
	return rnd(10) ? sizeof(text) : rnd(sizeof(text) + 8);
}

static uint64_t draw(const struct row *row, enum what what, union altbpf_attr *attr)
{
	static const uint32_t sizes[] = { 4, 8, 4, 8, 1, 2, 0, 16, 24, 48, 64, 100, 256, 1024 };
	static const uint32_t map_types[] = { 1, 2, 3, 5, 6, 7, 9, 10, 22, 23, 27 };

	switch (what) {
	case FD: return (uint32_t)some_fd(0);
	case MAP_FD: return (uint32_t)some_fd('m');
	case PROG_FD: return (uint32_t)some_fd('p');
	case LINK_FD: return (uint32_t)some_fd('l');
	case NUM: return number();
	case TYPE:
		if (row->cmd == ALTBPF_PROG_LOAD)
			return prog_type();
		return rnd(20) ? map_types[rnd(11)] : rnd(40);
	case SMALL: return rnd(12) ? sizes[rnd(14)] : number();
	case FLAGS: return rnd(3) ? 0 : rnd(2) ? 1u << rnd(16) : number();
	case ID: return rnd(4) ? fz.ids[rnd(4)] + rnd(8) / 7 : rnd(2) ? 0 : number();
	case IN: return pointer(false);
	case OUT: return pointer(true);
	case SIZED:
		/* Needs its length beside it. */
		attr->test.ctx_size_in = rnd(2) ? 96 : sizes[rnd(14)];
		return pointer(false);
	case NAME: return name();
	case INSNS:
		attr->prog_load.insn_cnt = program();
		return rnd(30) ? (uintptr_t)fz.insns : pointer(false);
	case LICENSE: return rnd(30) ? (uintptr_t)"GPL" : pointer(false);
	case REPEAT: return rnd(10) ? rnd(4) : rnd(100000);
	case LEVEL: return rnd(2) ? 0 : rnd(10) ? rnd(4) : number();
	case CPU: return rnd(3) ? 0 : rnd(8);
	case KIND: return rnd(10) ? 3 + rnd(3) : number();
	case BTF:
		attr->btf_load.btf_size = types(fz.memory);
		return rnd(20) ? (uintptr_t)fz.memory : pointer(false);
	default: return rnd(20) ? 0 : number();
	}
}

static void fill(const struct row *row, union altbpf_attr *attr)
{
	const struct field *f;
	uint64_t value;

	for (f = row->fields; f->size; f++) {
		/* Most fields of a test run exclude one another. */
		if (row->cmd == ALTBPF_PROG_TEST_RUN && f != row->fields && rnd(4))
			continue;
		if (f->what == OBJ_NAME) {
			snprintf((char *)attr + f->at, f->size, "%s", rnd(10) ? "fuzz" : "f!zz");
			continue;
		}
		value = draw(row, f->what, attr);
		/* What another field has set already (sizes of what a pointer shows) stays. */
		if (f->what == ZERO && !value)
			continue;
		memcpy((char *)attr + f->at, &value, f->size);
	}
}

static const struct row *pick(void)
{
	int total = 0, i, at;

	for (i = 0; i < ROWS; i++)
		total += rows[i].weight;
	at = (int)rnd((uint32_t)total);
	for (i = 0; at >= rows[i].weight; i++)
		at -= rows[i].weight;
	return &rows[i];
}

static void keep(int fd, char kind)
{
	uint32_t at = rnd(POOL);

	if (fz.fds[at] >= 0)
		close(fz.fds[at]);
	fz.fds[at] = fd;
	fz.kind[at] = kind;
}

static void one_call(void)
{
	const struct row *row = pick();
	union altbpf_attr *attr = (void *)(fz.memory + 2 * PAGE - sizeof(*attr) - 8 * rnd(4)), copy;
	struct altbpf_call call = { .cmd = (uint32_t)row->cmd, .size = sizeof(*attr), .attr = (uintptr_t)&copy };
	long ret;

	memset(&copy, 0, sizeof(copy));
	fill(row, &copy);
	while (!rnd(8))
		((uint8_t *)&copy)[rnd(sizeof(copy))] = (uint8_t)fire_random(&fz.state);
	/* The attributes themselves at the end of a page, or in no good place. */
	if (!rnd(8)) {
		memcpy(attr, &copy, sizeof(copy));
		call.attr = (uintptr_t)attr;
	}
	if (!rnd(50))
		call.attr = bad_pointer();
	if (!rnd(10))
		call.size = (uint32_t)number();
	if (!rnd(50))
		call.cmd = (uint32_t)number();
	if (!rnd(50)) {
		call.common_attr = pointer(true);
		call.common_size = (uint32_t)number();
	}
	ret = ioctl(ab_device(), ALTBPF_IOC_CALL, rnd(200) ? (unsigned long)&call : (unsigned long)bad_pointer());
	fz.calls++;
	if (ret < 0)
		return;
	fz.good++;
	fz.good_of[row - rows]++;
	if (row->fields[0].what == ID && !kind_of(row->cmd))
		fz.ids[rnd(4)] = copy.get_id.next_id;
	if (kind_of((int)call.cmd) && ret > 2)
		keep((int)ret, kind_of((int)call.cmd));
}

/* What else can be done with descriptors. */
static void one_step(void)
{
	uint32_t at = rnd(POOL);
	char buf[64];
	void *view;

	switch (rnd(64)) {
	case 0:
		if (fz.fds[at] >= 0)
			close(fz.fds[at]);
		fz.fds[at] = -1;
		return;
	case 1:
		view = mmap(NULL, PAGE * (1 + rnd(4)), rnd(2) ? PROT_READ | PROT_WRITE : PROT_READ, rnd(8) ? MAP_SHARED : MAP_PRIVATE,
			    some_fd('m'), (off_t)(rnd(3) * PAGE));
		if (view != MAP_FAILED) {
			*(volatile uint8_t *)buf = *(volatile uint8_t *)view;
			munmap(view, PAGE);
		}
		return;
	case 2:
		if (fz.fds[at] >= 0)
			keep(fcntl(fz.fds[at], F_DUPFD_CLOEXEC, 3), fz.kind[at]);
		return;
	case 3:
		if (fz.fds[at] >= 0) {
			(void)!read(fz.fds[at], buf, rnd(64));
			(void)!write(fz.fds[at], buf, rnd(64));
			(void)fire_fdinfo(fz.fds[at], "memlock");
		}
		return;
	}
	one_call();
}

static void on_alarm(int sig)
{
}

static void setup(uint64_t seed)
{
	struct sigaction action = { .sa_handler = on_alarm };
	struct itimerval every = { { 0, 300000 }, { 0, 300000 } };
	int pair[2], i;

	fz.state = seed;
	for (i = 0; i < POOL; i++)
		fz.fds[i] = -1;
	fz.memory = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fz.readonly = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fz.insns = malloc(PAGE);
	CHECK(fz.memory != MAP_FAILED && fz.readonly != MAP_FAILED && fz.insns);
	CHECK(!munmap(fz.memory + 2 * PAGE, PAGE));
	CHECK(!socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
	fz.foreign[0] = pair[0];
	fz.foreign[1] = pair[1];
	fz.foreign[2] = open("/dev/null", O_RDWR);
	fz.foreign[3] = eventfd(0, 0);
	fz.foreign[4] = open("/proc/self/stat", O_RDONLY);
	fz.foreign[5] = -1;
	/* Long runs end by a signal. */
	sigaction(SIGVTALRM, &action, NULL);
	setitimer(ITIMER_VIRTUAL, &every, NULL);
}

static void fuzz(long calls)
{
	long i;
	int k;

	for (i = 0; i < calls; i++) {
		if (!rnd(100))
			memset(fz.memory, (int)rnd(256), rnd(2 * PAGE));
		one_step();
	}
	for (k = 0; k < POOL; k++) {
		if (fz.fds[k] >= 0)
			close(fz.fds[k]);
		fz.fds[k] = -1;
	}
}

/* A link that was held outlives its descriptors. */
static void release_held(void)
{
	union altbpf_attr attr = { 0 }, by_id;
	int link;

	while (!ab_sys(ALTBPF_LINK_GET_NEXT_ID, &attr, sizeof(attr))) {
		by_id = (union altbpf_attr){ .get_id = { .link_id = attr.get_id.next_id } };
		attr.get_id.start_id = attr.get_id.next_id;
		attr.get_id.next_id = 0;
		link = (int)ab_sys(ALTBPF_LINK_GET_FD_BY_ID, &by_id, sizeof(by_id));
		if (link >= 0) {
			link_detach(link);
			close(link);
		}
	}
}

TEST(fire_fuzz_knows_commands)
{
	static char text[65536];
	union altbpf_attr attr = { .features = { .buf = (uintptr_t)text, .len = sizeof(text) } };
	char *line, *save;
	int i, seen = 0;

	CHECK(!ab_sys(ALTBPF_FEATURES, &attr, sizeof(attr)));
	for (line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		if (strncmp(line, "command ", 8))
			continue;
		for (i = 0; i < ROWS && strcmp(rows[i].name, line + 8); i++)
			;
		if (i == ROWS)
			ab_test_fail(__FILE__, __LINE__, "the fuzzer has no row for command %s", line + 8);
		seen++;
	}
	CHECK_EQ(seen, ROWS);
}

TEST(fire_fuzz_calls)
{
	long calls = ab_test_param("AB_FUZZ", 20000), seed = ab_test_param("AB_SEED", 1);
	struct fire_use before;
	int i, unlucky = 0;

	alarm((unsigned int)(120 * ab_test_param("AB_SLOW", 1) + calls / 500));
	setup((uint64_t)seed);
	/* What is allocated once, and caches, is in use before we look. */
	fuzz(2000);
	release_held();
	sleep(1);
	fire_use(&before);
	fuzz(calls);
	release_held();
	fire_all_back(&before, 6144);
	NOTE("fuzz: %ld calls, %ld succeeded, seed %ld\n", fz.calls, fz.good, seed);
	/* A command or two may have no luck with one seed; a fuzzer that only gets refusals tests little. */
	for (i = 0; i < ROWS; i++) {
		if (fz.good_of[i] || !strcmp(rows[i].name, "link_create"))
			continue;
		NOTE("fuzz: %s never succeeded\n", rows[i].name);
		unlucky++;
	}
	CHECK(unlucky <= 3);
}
