// SPDX-License-Identifier: GPL-2.0
/* From a corpus program to a result, for instance.h. */
#include "core/btf/btf.h"
#include "core/interp/interp.h"
#include "core/opt/lower.h"
#include "core/spec/prog_type.h"
#include "instance.h"
#include <linux/err.h>
#include <linux/kernel.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#define CTX_ROOM 8192
#define PACKET_ROOM 4096
#define HEADROOM 256
#define ETH_HEADER 14

static void append(void *ctx, const char *text, size_t len)
{
	struct text *log = ctx;

	log->bytes = realloc(log->bytes, log->len + len + 1);
	if (!log->bytes)
		abort();
	memcpy(log->bytes + log->len, text, len);
	log->len += len;
	log->bytes[log->len] = 0;
}

static int verify(struct instance *inst, u32 level, const struct ab_btf *btf)
{
	const struct corpus_prog *spec = inst->spec;
	struct ab_log log = { .level = level, .write = append, .ctx = &inst->log };
	struct altbpf_func_info *info = NULL;
	struct ab_facts scan = {};
	struct ab_verify_in in = {
		.insns = spec->insns, .insn_cnt = spec->cnt, .prog_type = spec->type,
		.prog_flags = spec->flags, .gpl = spec->gpl, .maps = inst->descs,
		.map_cnt = spec->map_cnt, .btf = btf, .log = &log,
	};
	u32 i;
	int err;

	/* One record a subprogram; where they start is all that is asked of the scan. */
	if (btf && !ab_code_scan(spec->insns, spec->cnt, &scan)) {
		info = calloc(scan.subprog_cnt, sizeof(*info));
		for (i = 0; info && i < scan.subprog_cnt; i++)
			info[i] = (struct altbpf_func_info){ scan.subprogs[i].start, CORPUS_BTF_FUNC };
		in.func_info = info;
		in.func_info_cnt = scan.subprog_cnt;
	}
	err = ab_verify(&in, &inst->out);
	ab_facts_fini(&scan);
	free(info);
	return err;
}

bool instance_verify(struct instance *inst, const struct corpus_prog *spec, u32 level)
{
	struct ab_btf *btf = NULL;
	const void *raw;
	u32 i, size;

	memset(inst, 0, sizeof(*inst));
	inst->spec = spec;
	for (i = 0; i < spec->map_cnt; i++) {
		inst->maps[i] = umap_create(&spec->maps[i]);
		if (!inst->maps[i])
			return false;
		inst->descs[i] = &inst->maps[i]->desc;
	}
	for (i = 0; i < spec->init_cnt; i++)
		umap_update(inst->maps[spec->init[i].map], spec->init[i].key, spec->init[i].value, 0);
	if (corpus_needs_btf(spec)) {
		raw = corpus_btf(&size);
		btf = ab_btf_parse(raw, size, NULL);
		if (IS_ERR(btf))
			return false;
	}
	inst->err = verify(inst, level, btf);
	ab_btf_free(btf);
	return true;
}

/* What load/ does: addresses in place of map indices. */
static void resolve(struct instance *inst)
{
	struct altbpf_insn *insn;
	u64 v;
	u32 i;

	for (i = 0; i < inst->spec->cnt; i++) {
		insn = &inst->insns[i];
		if (!ab_insn_is_ld_imm64(insn))
			continue;
		i++;
		if (insn->src_reg == ALTBPF_PSEUDO_MAP_FD)
			v = inst->descs[insn->imm]->addr;
		else if (insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE)
			v = inst->descs[insn->imm]->value_addr + (u32)insn[1].imm;
		else
			continue;
		insn->src_reg = 0;
		insn[0].imm = v;
		insn[1].imm = v >> 32;
	}
}

static const char *make_code(struct instance *inst)
{
	const struct corpus_prog *spec = inst->spec;
	const struct ab_prog_type *type = ab_prog_type_find(spec->type);
	struct ab_code *code = &inst->code;

	inst->insns = malloc(spec->cnt * sizeof(*inst->insns));
	if (!inst->insns)
		return "no memory";
	memcpy(inst->insns, spec->insns, spec->cnt * sizeof(*inst->insns));
	resolve(inst);
	if (ab_lower(inst->insns, spec->cnt, &inst->out.facts, type))
		return "lowering failed";
	code->insns = inst->insns;
	code->insn_cnt = spec->cnt;
	code->facts = &inst->out.facts;
	code->maps = inst->descs;
	code->map_cnt = spec->map_cnt;
	code->helpers = umap_helpers();
	code->helper_cnt = ALTBPF_FUNC_CNT;
	code->funcs = engine_funcs(code, code->facts);
	return code->funcs ? NULL : "no memory";
}

static const char *build_tail(struct instance *inst, u32 i, const struct corpus *corpus)
{
	const struct corpus_tail *tail = &inst->spec->tails[i];
	const struct corpus_prog *spec = corpus_find(corpus, tail->prog);
	struct ab_tail_target **slot = &inst->maps[tail->map]->slots[tail->index];
	const char *why;

	if (!spec)
		return "the program of a tail call is not there";
	if (spec == inst->spec) {
		*slot = &inst->target;
		return NULL;
	}
	inst->tails[i] = calloc(1, sizeof(*inst->tails[i]));
	if (!inst->tails[i] || !instance_verify(inst->tails[i], spec, 0))
		return "no memory";
	if (inst->tails[i]->err)
		return "the program of a tail call was refused";
	why = instance_build(inst->tails[i], inst->engine.engine, corpus);
	*slot = &inst->tails[i]->target;
	return why;
}

const char *instance_build(struct instance *inst, enum engine engine, const struct corpus *corpus)
{
	static char text[64];
	const char *why;
	u32 i;
	int err;

	why = make_code(inst);
	if (why)
		return why;
	err = engine_build(&inst->engine, engine, &inst->code);
	if (err) {
		snprintf(text, sizeof(text), "the engine refused it: error %d", err);
		return text;
	}
	inst->built = true;
	inst->target.native = inst->engine.tail;
	inst->target.code = &inst->code;
	for (i = 0; i < inst->spec->tail_cnt && !why; i++)
		why = build_tail(inst, i, corpus);
	return why;
}

/* The packet stands at the end of its room, so that reading beyond it is noticed. */
static u8 *place_packet(const struct corpus_prog *spec, u8 *room, long *len)
{
	u8 *data;

	*len = spec->data ? spec->data_len : 64;
	if (*len > PACKET_ROOM - HEADROOM)
		*len = PACKET_ROOM - HEADROOM;
	data = room + PACKET_ROOM - *len;
	if (spec->data)
		memcpy(data, spec->data, *len);
	return data;
}

static u64 make_ctx(const struct corpus_prog *spec, u8 *ctx, u8 *room)
{
	struct ab_xdp_ctx *xdp = (struct ab_xdp_ctx *)ctx;
	struct ab_skb_ctx *skb = (struct ab_skb_ctx *)ctx;
	long len;
	u8 *data = place_packet(spec, room, &len);

	if (spec->type == ALTBPF_PROG_TYPE_XDP) {
		*xdp = (struct ab_xdp_ctx){ .data = data, .data_end = data + len, .data_meta = data,
					    .ingress_ifindex = 1, .data_hard_start = room };
	} else if (spec->type == ALTBPF_PROG_TYPE_SOCKET_FILTER) {
		/* A socket filter sees the packet behind its Ethernet header. */
		data += min_t(long, len, ETH_HEADER);
		len -= min_t(long, len, ETH_HEADER);
		*skb = (struct ab_skb_ctx){ .data = data, .data_end = data + len, .data_meta = data,
					    .len = len, .ifindex = 1 };
	} else if (spec->ctx) {
		memcpy(ctx, spec->ctx, spec->ctx_len < CTX_ROOM ? spec->ctx_len : CTX_ROOM);
	}
	return (u64)ctx;
}

const char *instance_run(struct instance *inst, u64 *r0)
{
	u8 *ctx = calloc(1, CTX_ROOM), *room = calloc(1, PACKET_ROOM);
	const char *crash = "no memory";

	if (ctx && room)
		crash = engine_run(&inst->engine, make_ctx(inst->spec, ctx, room), 0, r0, 20);
	free(ctx);
	free(room);
	return crash;
}

void instance_free(struct instance *inst)
{
	u32 i;

	for (i = 0; i < CORPUS_ITEMS; i++) {
		if (inst->tails[i])
			instance_free(inst->tails[i]);
		free(inst->tails[i]);
	}
	if (inst->built)
		engine_free(&inst->engine);
	for (i = 0; i < CORPUS_MAPS; i++)
		if (inst->maps[i])
			umap_free(inst->maps[i]);
	ab_facts_fini(&inst->out.facts);
	free(inst->code.funcs);
	free(inst->insns);
	free(inst->log.bytes);
}
