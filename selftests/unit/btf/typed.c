// SPDX-License-Identifier: GPL-2.0
/* Programs typed by a tracepoint: arguments, members, further pointers, and what is refused. */
#include <linux/err.h>

#include "build.h"
#include "core/isa/isa.h"
#include "core/verify/verify.h"

#define LOAD(size, dst, src, off_) { .code = AB_LDX | AB_MEM | (size), .dst_reg = dst, .src_reg = src, .off = off_ }
#define STORE(size, dst, off_) { .code = AB_ST | AB_MEM | (size), .dst_reg = dst, .off = off_ }
#define ZERO { .code = AB_ALU64 | AB_MOV | AB_K }
#define EXIT { .code = AB_EXIT_CODE }

/* struct node { int id; struct node *next; }; void (*btf_trace_walk)(void *, struct node *, int) */
static struct ab_btf *make_kernel(u32 *target)
{
	static struct build b;
	u32 num, node, ptr, proto, fn;

	build_init(&b);
	num = build_int(&b, "int", 4, AB_BTF_INT_SIGNED);
	node = build_type(&b, "node", AB_BTF_STRUCT, 2, 16);
	build_member(&b, "id", num, 0);
	build_member(&b, "next", node + 1, 64);
	ptr = build_type(&b, "", AB_BTF_PTR, 0, node);
	proto = build_type(&b, "", AB_BTF_FUNC_PROTO, 3, 0);
	build_word(&b, 0);
	build_word(&b, ptr);
	build_word(&b, 0);
	build_word(&b, ptr);
	build_word(&b, 0);
	build_word(&b, num);
	fn = build_type(&b, "", AB_BTF_PTR, 0, proto);
	*target = build_type(&b, "btf_trace_walk", AB_BTF_TYPEDEF, 0, fn);
	build_finish(&b);
	return ab_btf_parse(b.raw, b.size, NULL);
}

/* Verifies @access between a load of the first argument into R2 and the end. */
static int verify(const struct ab_btf *kernel, u32 target, struct altbpf_insn access)
{
	struct altbpf_insn insns[] = { LOAD(AB_DW, 2, 1, 0), access, ZERO, EXIT };
	struct ab_verify_in in = { .insns = insns, .insn_cnt = 4, .prog_type = ALTBPF_PROG_TYPE_TRACING,
				   .expected_attach_type = ALTBPF_TRACE_RAW_TP, .gpl = true,
				   .kernel_btf = kernel, .attach_btf_id = target };
	struct ab_verify_out out;
	int err = ab_verify(&in, &out);

	ab_facts_fini(&out.facts);
	return err;
}

#define TRY(...) verify(kernel, target, (struct altbpf_insn)__VA_ARGS__)

UNIT(verify_typed)
{
	u32 target;
	struct ab_btf *kernel = make_kernel(&target);

	EXPECT(!IS_ERR(kernel));
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 2, 0)), 0);
	EXPECT_EQ(TRY(LOAD(AB_B, 3, 2, 3)), 0);
	EXPECT_EQ(TRY(LOAD(AB_DW, 3, 2, 8)), 0);
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 1, 8)), 0);
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 2, 8)), -EACCES); /* half a pointer */
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 2, 4)), -EACCES); /* a hole */
	EXPECT_EQ(TRY(LOAD(AB_DW, 3, 2, 0)), -EACCES); /* more than the member */
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 2, 16)), -EACCES);
	EXPECT_EQ(TRY(LOAD(AB_W, 3, 2, -4)), -EACCES);
	EXPECT_EQ(TRY(LOAD(AB_DW, 3, 1, 16)), -EACCES); /* no such argument */
	EXPECT_EQ(TRY(STORE(AB_W, 2, 0)), -EACCES);
	EXPECT(verify(kernel, 1, (struct altbpf_insn)ZERO) < 0);
	EXPECT(verify(NULL, target, (struct altbpf_insn)ZERO) < 0);
	ab_btf_free(kernel);
}
