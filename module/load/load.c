// SPDX-License-Identifier: GPL-2.0
/*
 * PROG_LOAD: bytecode becomes a program. Copy what the user gave, resolve what it names, verify,
 * lower and compile, publish; each step can refuse and leaves nothing behind.
 * Proved by selftests/kernel/prog_load.c and every program test.
 */
#include <linux/cred.h>
#include <linux/ctype.h>
#include <linux/err.h>
#include <linux/license.h>
#include <linux/mm.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/timekeeping.h>
#include <linux/uaccess.h>
#include "core/isa/disasm.h"
#include "core/opt/lower.h"
#include "core/spec/prog_type.h"
#include "core/verify/verify.h"
#include "helpers/helpers.h"
#include "load/limits.h"
#include "load/load.h"
#include "maps/map.h"
#include "object/btf.h"
#include "port/lockdown.h"

#define KNOWN_FLAGS (ALTBPF_F_STRICT_ALIGNMENT | ALTBPF_F_ANY_ALIGNMENT | ALTBPF_F_TEST_RND_HI32 | \
		     ALTBPF_F_TEST_STATE_FREQ | ALTBPF_F_SLEEPABLE | ALTBPF_F_XDP_HAS_FRAGS | \
		     ALTBPF_F_TEST_REG_INVARIANTS)

u64 ab_load_work_limit, ab_load_mem_limit;

static int check_attr(const union altbpf_attr *attr)
{
	if (attr->prog_load.prog_flags & ~KNOWN_FLAGS)
		return -EINVAL;
	if (!attr->prog_load.insn_cnt || attr->prog_load.insn_cnt > AB_MAX_INSNS)
		return -E2BIG;
	if (!ab_prog_type_loads(attr->prog_load.prog_type))
		return -EINVAL;
	/* What altbpf's program types do not take. */
	if (attr->prog_load.prog_ifindex || attr->prog_load.attach_btf_id || attr->prog_load.attach_prog_fd ||
	    attr->prog_load.core_relo_cnt || attr->prog_load.prog_token_fd)
		return -EINVAL;
	return 0;
}

/* Names are letters, digits, '_' and '.', and end within their field. */
static int copy_name(char *dst, const char *src)
{
	u32 i;

	for (i = 0; i < ALTBPF_OBJ_NAME_LEN && src[i]; i++) {
		if (!isalnum(src[i]) && src[i] != '_' && src[i] != '.')
			return -EINVAL;
		dst[i] = src[i];
	}
	return i < ALTBPF_OBJ_NAME_LEN ? 0 : -EINVAL;
}

static int copy_license(struct ab_prog *prog, u64 user)
{
	char license[128];

	if (strncpy_from_user(license, u64_to_user_ptr(user), sizeof(license) - 1) < 0)
		return -EFAULT;
	license[sizeof(license) - 1] = 0;
	prog->gpl = license_is_gpl_compatible(license);
	return 0;
}

/* Everything that comes from the user, but for maps. */
static int copy_request(struct ab_prog *prog, const union altbpf_attr *attr, const struct ab_log *log)
{
	int err;

	prog->type = attr->prog_load.prog_type;
	prog->expected_attach_type = attr->prog_load.expected_attach_type;
	prog->flags = attr->prog_load.prog_flags;
	prog->load_time = ktime_get_boottime_ns();
	prog->uid = from_kuid_munged(current_user_ns(), current_uid());
	err = copy_name(prog->name, attr->prog_load.prog_name) ?:
		copy_license(prog, attr->prog_load.license);
	if (err)
		return err;
	if (copy_from_user(prog->code.insns, u64_to_user_ptr(attr->prog_load.insns),
			   prog->code.insn_cnt * sizeof(struct altbpf_insn)))
		return -EFAULT;
	ab_tag(prog->code.insns, prog->code.insn_cnt, prog->tag);
	return ab_load_debug_info(prog, attr, log);
}

/* Moves the references from @res to the program. */
static int take_maps(struct ab_prog *prog, struct ab_resolve *res)
{
	struct ab_map_desc **descs;
	u32 i;

	prog->maps = kcalloc(res->map_cnt + 1, sizeof(*prog->maps), GFP_KERNEL_ACCOUNT);
	descs = kcalloc(res->map_cnt + 1, sizeof(*descs), GFP_KERNEL_ACCOUNT);
	prog->code.maps = descs;
	if (!prog->maps || !descs)
		return -ENOMEM;
	for (i = 0; i < res->map_cnt; i++) {
		prog->maps[i] = res->maps[i];
		descs[i] = &res->maps[i]->desc;
	}
	prog->map_cnt = res->map_cnt;
	prog->code.map_cnt = res->map_cnt;
	res->map_cnt = 0;
	return 0;
}

static int resolve(struct ab_prog *prog, const union altbpf_attr *attr, const struct ab_log *log)
{
	struct ab_resolve *res = kzalloc(sizeof(*res), GFP_KERNEL);
	int err;

	if (!res)
		return -ENOMEM;
	res->insns = prog->code.insns;
	res->insn_cnt = prog->code.insn_cnt;
	res->fd_array = attr->prog_load.fd_array;
	res->fd_array_cnt = attr->prog_load.fd_array_cnt;
	res->log = log;
	err = ab_resolve_fds(res) ?: take_maps(prog, res);
	ab_resolve_put(res);
	kfree(res);
	return err;
}

static bool should_stop(void)
{
	cond_resched();
	return fatal_signal_pending(current);
}

static int verify(struct ab_prog *prog, const struct ab_log *log)
{
	struct ab_verify_in in = {
		.insns = prog->code.insns,
		.insn_cnt = prog->code.insn_cnt,
		.prog_type = prog->type,
		.expected_attach_type = prog->expected_attach_type,
		.prog_flags = prog->flags,
		.gpl = prog->gpl,
		.maps = prog->code.maps,
		.map_cnt = prog->code.map_cnt,
		.btf = prog->btf ? prog->btf->btf : NULL,
		.func_info = prog->func_info,
		.func_info_cnt = prog->func_info_cnt,
		.line_info = prog->line_info,
		.line_info_cnt = prog->line_info_cnt,
		.log = log->level ? log : NULL,
		.should_stop = should_stop,
		.work_limit = ab_load_work_limit,
		.mem_limit = ab_load_mem_limit,
	};
	struct ab_verify_out out = {};
	int err = ab_verify(&in, &out);

	if (!err)
		prog->facts = out.facts;
	return err;
}

static bool uses(const struct ab_prog *prog, u32 id)
{
	return prog->facts.uses_helper[id / 64] & (1ULL << (id % 64));
}

static bool reads_kernel(u32 id)
{
	return id == ALTBPF_FUNC_probe_read || id == ALTBPF_FUNC_probe_read_str ||
	       id == ALTBPF_FUNC_probe_read_kernel || id == ALTBPF_FUNC_probe_read_kernel_str;
}

/* A contract without a function behind it, or one that lockdown forbids, is as good as none. */
static int check_helpers(const struct ab_prog *prog, const struct ab_log *log)
{
	bool locked = ab_lockdown_read_kernel();
	u32 id;

	for (id = 0; id < ALTBPF_FUNC_CNT; id++) {
		if (!uses(prog, id) || id == ALTBPF_FUNC_tail_call)
			continue;
		if (ab_helper_table[id] && !(locked && reads_kernel(id)))
			continue;
		ab_log(log, "unknown func bpf_%s#%u\n", ab_disasm_helper_name(id) ?: "unknown", id);
		return -EINVAL;
	}
	return 0;
}

/* From the verifier's form to the forms that dumps and engines read. */
static int lower(struct ab_prog *prog)
{
	struct ab_code *code = &prog->code;
	int err;

	memcpy(prog->xlated, code->insns, code->insn_cnt * sizeof(*code->insns));
	ab_resolve_xlated(prog->xlated, code->insn_cnt, prog->maps);
	err = ab_lower(code->insns, code->insn_cnt, &prog->facts, ab_prog_type_find(prog->type));
	if (err)
		return err;
	ab_resolve_runtime(code->insns, code->insn_cnt, prog->maps);
	code->helpers = ab_helper_table;
	code->helper_cnt = ALTBPF_FUNC_CNT;
	return 0;
}

struct ab_prog *ab_load(const union altbpf_attr *attr, struct ab_user_log *log)
{
	struct ab_prog *prog;
	int err;

	err = check_attr(attr);
	if (err)
		return ERR_PTR(err);
	prog = ab_prog_alloc(attr->prog_load.insn_cnt);
	if (!prog)
		return ERR_PTR(-ENOMEM);
	err = copy_request(prog, attr, &log->log) ?:
		resolve(prog, attr, &log->log) ?:
		verify(prog, &log->log) ?:
		check_helpers(prog, &log->log) ?:
		lower(prog) ?:
		ab_compile(prog) ?:
		ab_targets_claim(prog, &log->log) ?:
		ab_prog_publish(prog);
	if (err) {
		ab_prog_free(prog);
		return ERR_PTR(err);
	}
	return prog;
}
