// SPDX-License-Identifier: GPL-2.0
/*
 * The text corpus on the device: each program must get the verdict and the reason that its file
 * says, and give its result in a test run. The programs are compiled in (corpus.mk). Every failure
 * is printed as a note; each of the two tests fails once at its end.
 */
#include "harness.h"

struct vm_map {
	uint32_t type, key_size, value_size, max_entries, flags;
	const char *frozen;
};

struct vm_elem {
	uint32_t map;
	const char *key, *value;
};

struct vm_tail {
	uint32_t map, index;
	int prog; /* in progs, -1: not there */
};

struct vm_prog {
	const char *name;
	uint32_t type, flags;
	bool gpl, accept, skip, has_result;
	const char *slug;
	uint64_t result;
	long data_len, ctx_len; /* data_len -1: 64 zero bytes */
	const char *data, *ctx;
	const struct vm_map *maps;
	const struct vm_elem *init, *check;
	const struct vm_tail *tails;
	const struct altbpf_func_info *funcs;
	const struct altbpf_insn *insns;
	uint32_t map_cnt, init_cnt, check_cnt, tail_cnt, func_cnt, cnt;
};

#include "corpus-data.h"

#define MAX_MAPS 8
#define MAX_INSNS 16384
#define PROG_CNT (sizeof(progs) / sizeof(progs[0]))

struct loaded {
	int fd, err;
	int maps[MAX_MAPS];
	char log[8192];
};

static int wrong;

static void complain(const struct vm_prog *prog, const char *what, const char *log)
{
	wrong++;
	printf("# %s: %s\n", prog->name, what);
	if (log && *log)
		printf("# %.600s\n", log);
}

static int load_btf(void)
{
	union altbpf_attr attr = { 0 };

	attr.btf_load.btf = (uintptr_t)btf;
	attr.btf_load.btf_size = sizeof(btf) - 1;
	return (int)ab_sys(ALTBPF_BTF_LOAD, &attr, sizeof(attr));
}

static void make_maps(const struct vm_prog *prog, struct loaded *loaded)
{
	const struct vm_map *map;
	union altbpf_attr attr;
	uint32_t zero = 0, i;

	for (i = 0; i < prog->map_cnt; i++) {
		map = &prog->maps[i];
		loaded->maps[i] = map_create(map->type, map->key_size, map->value_size, map->max_entries,
					     map->flags);
		if (loaded->maps[i] < 0)
			ab_test_fail(__FILE__, __LINE__, "%s: map %u: errno %d", prog->name, i, errno);
		if (!map->frozen)
			continue;
		CHECK(map_update(loaded->maps[i], &zero, map->frozen, 0) == 0);
		memset(&attr, 0, sizeof(attr));
		attr.map_elem.map_fd = (uint32_t)loaded->maps[i];
		CHECK(ab_sys(ALTBPF_MAP_FREEZE, &attr, sizeof(uint32_t)) == 0);
	}
	for (i = 0; i < prog->init_cnt; i++)
		CHECK(map_update(loaded->maps[prog->init[i].map], prog->init[i].key, prog->init[i].value, 0) == 0);
}

static void load(const struct vm_prog *prog, struct loaded *loaded)
{
	static struct altbpf_insn insns[MAX_INSNS];
	union altbpf_attr attr = { 0 };
	int btf_fd = -1;
	uint32_t i;

	memset(loaded, 0, sizeof(*loaded));
	make_maps(prog, loaded);
	CHECK(prog->cnt <= MAX_INSNS);
	memcpy(insns, prog->insns, prog->cnt * sizeof(*insns));
	for (i = 0; i < prog->cnt; i++) {
		if (insns[i].code != 0x18)
			continue;
		if (insns[i].src_reg == ALTBPF_PSEUDO_MAP_FD || insns[i].src_reg == ALTBPF_PSEUDO_MAP_VALUE)
			insns[i].imm = (uint32_t)insns[i].imm < prog->map_cnt ? loaded->maps[insns[i].imm] : 9999;
		i++;
	}
	attr.prog_load.prog_type = prog->type;
	attr.prog_load.prog_flags = prog->flags;
	attr.prog_load.insns = (uintptr_t)insns;
	attr.prog_load.insn_cnt = prog->cnt;
	attr.prog_load.license = (uintptr_t)(prog->gpl ? "GPL" : "Proprietary");
	attr.prog_load.log_level = ALTBPF_LOG_LEVEL1;
	attr.prog_load.log_buf = (uintptr_t)loaded->log;
	attr.prog_load.log_size = sizeof(loaded->log);
	if (prog->func_cnt) {
		btf_fd = load_btf();
		CHECK(btf_fd >= 0);
		attr.prog_load.prog_btf_fd = (uint32_t)btf_fd;
		attr.prog_load.func_info = (uintptr_t)prog->funcs;
		attr.prog_load.func_info_cnt = prog->func_cnt;
		attr.prog_load.func_info_rec_size = sizeof(*prog->funcs);
	}
	loaded->fd = (int)ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
	loaded->err = loaded->fd < 0 ? errno : 0;
	if (loaded->err == ENOSPC) { /* the log was longer than its buffer: ask again without */
		attr.prog_load.log_level = 0;
		attr.prog_load.log_buf = 0;
		attr.prog_load.log_size = 0;
		loaded->fd = (int)ab_sys(ALTBPF_PROG_LOAD, &attr, sizeof(attr));
		loaded->err = loaded->fd < 0 ? errno : 0;
	}
	if (btf_fd >= 0)
		close(btf_fd);
}

static void unload(const struct vm_prog *prog, struct loaded *loaded)
{
	uint32_t i;

	if (loaded->fd >= 0)
		close(loaded->fd);
	for (i = 0; i < prog->map_cnt; i++)
		close(loaded->maps[i]);
}

/* Programs that run are verified by the test that runs them. */
static bool gives_result(const struct vm_prog *prog)
{
	return prog->accept && (prog->has_result || prog->check_cnt);
}

TEST(corpus_verdicts)
{
	struct loaded loaded;
	char what[128];
	size_t i, n = 0;

	for (i = 0; i < PROG_CNT; i++) {
		const struct vm_prog *prog = &progs[i];

		if (prog->skip || gives_result(prog))
			continue;
		n++;
		load(prog, &loaded);
		if ((loaded.fd >= 0) != prog->accept) {
			snprintf(what, sizeof(what), "expected %s %s, got errno %d", prog->accept ? "accept" : "refuse",
				 prog->slug, loaded.err);
			complain(prog, what, loaded.log);
		}
		unload(prog, &loaded);
	}
	printf("# corpus: %zu verdicts, %d wrong\n", n, wrong);
	CHECK_EQ(wrong, 0);
}

/* Packet types take data, the others a context. */
static long run(const struct vm_prog *prog, int fd)
{
	static unsigned char room[512];
	bool packet = prog->type == ALTBPF_PROG_TYPE_XDP || prog->type == ALTBPF_PROG_TYPE_SOCKET_FILTER;
	uint32_t size = packet && prog->data_len >= 0 ? (uint32_t)prog->data_len : 64;

	memset(room, 0, sizeof(room));
	if (packet) {
		if (prog->data)
			memcpy(room, prog->data, size);
		return prog_run(fd, NULL, 0, room, size);
	}
	if (prog->ctx)
		memcpy(room, prog->ctx, (size_t)prog->ctx_len);
	size = prog->type == ALTBPF_PROG_TYPE_KPROBE ? 168 : prog->type == ALTBPF_PROG_TYPE_RAW_TRACEPOINT ? 96 : 64;
	return prog_run(fd, room, size, NULL, 0);
}

static void fill_slots(const struct vm_prog *prog, const struct loaded *loaded)
{
	struct loaded target;
	uint32_t i;

	for (i = 0; i < prog->tail_cnt; i++) {
		const struct vm_tail *tail = &prog->tails[i];
		int fd = loaded->fd;

		CHECK(tail->prog >= 0);
		if (&progs[tail->prog] != prog) {
			load(&progs[tail->prog], &target);
			fd = target.fd;
		}
		CHECK(map_update(loaded->maps[tail->map], &tail->index, &fd, 0) == 0);
		if (fd != loaded->fd)
			unload(&progs[tail->prog], &target);
	}
}

static void check_elems(const struct vm_prog *prog, const struct loaded *loaded)
{
	char value[4096];
	uint32_t i;

	for (i = 0; i < prog->check_cnt; i++) {
		const struct vm_elem *elem = &prog->check[i];

		CHECK(prog->maps[elem->map].value_size <= sizeof(value));
		if (map_lookup(loaded->maps[elem->map], elem->key, value) ||
		    memcmp(value, elem->value, prog->maps[elem->map].value_size))
			complain(prog, "an element of a map is not as expected", NULL);
	}
}

TEST(corpus_results)
{
	struct loaded loaded;
	char what[128];
	size_t i, n = 0;
	long ret;

	for (i = 0; i < PROG_CNT; i++) {
		const struct vm_prog *prog = &progs[i];

		if (prog->skip || !gives_result(prog))
			continue;
		load(prog, &loaded);
		n++;
		if (loaded.fd < 0) {
			snprintf(what, sizeof(what), "expected accept, got errno %d", loaded.err);
			complain(prog, what, loaded.log);
			unload(prog, &loaded);
			continue;
		}
		fill_slots(prog, &loaded);
		errno = 0;
		ret = run(prog, loaded.fd);
		if (ret == -1 && errno)
			snprintf(what, sizeof(what), "did not run, errno %d", errno);
		else
			snprintf(what, sizeof(what), "expected r0 0x%x, got 0x%x", (uint32_t)prog->result, (uint32_t)ret);
		if ((ret == -1 && errno) || (prog->has_result && (uint32_t)ret != (uint32_t)prog->result))
			complain(prog, what, NULL);
		check_elems(prog, &loaded);
		unload(prog, &loaded);
	}
	printf("# corpus: %zu results, %d wrong\n", n, wrong);
	CHECK_EQ(wrong, 0);
}
