// SPDX-License-Identifier: GPL-2.0
/*
 * A helper's arguments against its row in the table: kinds, memory with its size, maps with keys
 * and values, constants, references. Memory that the helper writes is forgotten here.
 */
#include "core/verify/call.h"

#define EXPECT_MEM "fp, pkt, pkt_meta, map_key, map_value, mem, ringbuf_mem, buf"
#define EXPECT_KEY "fp, pkt, pkt_meta, map_key, map_value"

static int wrong_type(struct ab_env *env, u32 n, const char *expected)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	return ab_refuse(env, reg->or_null ? AB_REFUSE_HELPER_ARG_NULL : AB_REFUSE_HELPER_ARG_TYPE,
			 "R%u type=%s expected=%s", n, ab_reg_kind_name(reg), expected);
}

static bool is_memory(const struct ab_reg *reg)
{
	if (reg->or_null)
		return false;
	switch (reg->kind) {
	case AB_REG_STACK:
	case AB_REG_PACKET:
	case AB_REG_META:
	case AB_REG_KEY:
	case AB_REG_VALUE:
	case AB_REG_MEM:
		return true;
	default:
		return false;
	}
}

static int check_memory_kind(struct ab_env *env, const struct ab_call *call, u32 n, bool null_ok,
			     const char *expected)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	if (null_ok && ab_reg_is_const(reg, 0))
		return ab_precise_reg(env, n);
	if (!is_memory(reg))
		return wrong_type(env, n, expected);
	if (ab_reg_is_packet(reg) && !(call->proto->flags & AB_HELPER_PACKET_MEM))
		return ab_refuse(env, AB_REFUSE_HELPER_ARG_TYPE,
				 "helper access to the packet is not allowed");
	return 0;
}

static int access_memory(struct ab_env *env, u32 n, u64 size, u32 access, bool zero_ok)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	if (!ab_reg_is_pointer(reg)) {
		if (!size && zero_ok && ab_reg_is_const(reg, 0))
			return 0;
		return wrong_type(env, n, EXPECT_MEM);
	}
	if (!size && !zero_ok)
		return ab_refuse(env, AB_REFUSE_HELPER_ZERO_SIZE, "R%u invalid zero-sized read", n);
	if (reg->kind == AB_REG_STACK)
		return ab_stack_helper(env, n, size, access);
	return ab_bounds_check(env, n, 0, size, access, zero_ok);
}

static u32 memory_access(u8 type)
{
	switch (type) {
	case AB_ARG_MEM_WRITE:
		return AB_READ | AB_WRITE;
	case AB_ARG_MEM_UNINIT:
	case AB_ARG_MEM_UNINIT_OR_NULL:
	case AB_ARG_MAP_VALUE_UNINIT:
		return AB_WRITE;
	default:
		return AB_READ;
	}
}

/*
 * Sound: every size between the smallest and the largest touches a part of what the largest does.
 * The value is marked precise, since the memory's bounds depend on it.
 */
static int check_size(struct ab_env *env, struct ab_call *call, u32 n, bool zero_ok)
{
	u8 mem_type = call->proto->args[n - 2];
	const struct ab_reg *reg = ab_reg_at(env, n);
	int err;

	if (reg->kind != AB_REG_SCALAR)
		return wrong_type(env, n, "scalar");
	err = ab_precise_reg(env, n);
	if (err)
		return err;
	reg = ab_reg_at(env, n);
	call->size_max = reg->val.umax;
	if (reg->val.smin < 0)
		return ab_refuse(env, AB_REFUSE_HELPER_MEM_SIZE,
				 "R%u min value is negative, either use unsigned or 'var &= const'",
				 n);
	if (!reg->val.umin) {
		err = access_memory(env, n - 1, 0, memory_access(mem_type), zero_ok);
		if (err)
			return err;
		reg = ab_reg_at(env, n);
	}
	if (reg->val.umax >= AB_MAX_VAR_SIZE)
		return ab_refuse(env, AB_REFUSE_HELPER_MEM_SIZE,
				 "R%u unbounded memory access, use 'var &= const' or 'if (var < const)'",
				 n);
	return access_memory(env, n - 1, reg->val.umax, memory_access(mem_type), zero_ok);
}

static int check_kind(struct ab_env *env, u32 n, bool fits, const char *expected)
{
	return fits ? 0 : wrong_type(env, n, expected);
}

static bool is_sock(const struct ab_reg *reg)
{
	return reg->kind == AB_REG_OPAQUE && !reg->record && !reg->or_null && reg->size != AB_SOCK_XDP;
}

static bool is_sock_map(u32 type)
{
	return type == ALTBPF_MAP_TYPE_SOCKMAP || type == ALTBPF_MAP_TYPE_SOCKHASH;
}

/* Sockets are taken in and out under a lock that not every context may take. */
static bool may_change_sock_map(u32 prog_type, u32 helper)
{
	if (helper != ALTBPF_FUNC_map_update_elem && helper != ALTBPF_FUNC_map_delete_elem)
		return true;
	switch (prog_type) {
	case ALTBPF_PROG_TYPE_SOCK_OPS:
		return helper == ALTBPF_FUNC_map_delete_elem;
	case ALTBPF_PROG_TYPE_SOCKET_FILTER:
	case ALTBPF_PROG_TYPE_SCHED_CLS:
	case ALTBPF_PROG_TYPE_SCHED_ACT:
	case ALTBPF_PROG_TYPE_XDP:
	case ALTBPF_PROG_TYPE_SK_REUSEPORT:
	case ALTBPF_PROG_TYPE_FLOW_DISSECTOR:
	case ALTBPF_PROG_TYPE_SK_LOOKUP:
		return true;
	default:
		return false;
	}
}

static int check_map(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	const struct ab_map_desc *map;

	if (reg->kind != AB_REG_MAP || reg->or_null)
		return wrong_type(env, n, "map_ptr");
	call->map = *reg;
	map = ab_reg_map(env, reg);
	if (!ab_helper_fits_map(call->proto->id, map->type))
		return ab_refuse(env, AB_REFUSE_HELPER_MAP_TYPE,
				 "cannot pass map_type %u into func bpf_%s#%u", map->type,
				 call->proto->name, call->proto->id);
	if (is_sock_map(map->type) && !may_change_sock_map(env->in->prog_type, call->proto->id))
		return ab_refuse(env, AB_REFUSE_HELPER_MAP_TYPE,
				 "cannot update sockmap in this context");
	if ((call->proto->flags & AB_HELPER_WRITES_MAP) && (map->flags & ALTBPF_F_RDONLY_PROG))
		return ab_refuse(env, AB_REFUSE_MEM_RDONLY, "write into map forbidden");
	if ((call->proto->flags & AB_HELPER_READS_MAP) && (map->flags & ALTBPF_F_WRONLY_PROG))
		return ab_refuse(env, AB_REFUSE_MAP_FLAGS, "read from map forbidden");
	return 0;
}

static int check_key_or_value(struct ab_env *env, struct ab_call *call, u32 n, u8 type)
{
	const struct ab_map_desc *map;
	u32 size;
	int err;

	if (call->map.kind == AB_REG_NONE)
		return ab_internal(env, "a key without a map");
	map = ab_reg_map(env, &call->map);
	/* The value of such a map is a socket. */
	if (type == AB_ARG_MAP_VALUE && is_sock_map(map->type))
		return check_kind(env, n, is_sock(ab_reg_at(env, n)), "sock_common, sock, tcp_sock");
	size = type == AB_ARG_MAP_KEY ? map->key_size : map->value_size;
	err = check_memory_kind(env, call, n, false, EXPECT_KEY);
	if (err)
		return err;
	if (type == AB_ARG_MAP_KEY && ab_reg_at(env, n)->kind == AB_REG_STACK && size == 4 &&
	    (map->type == ALTBPF_MAP_TYPE_ARRAY || map->type == ALTBPF_MAP_TYPE_PERCPU_ARRAY))
		call->has_key = ab_stack_const(env, n, size, &call->key);
	return access_memory(env, n, size, memory_access(type), false);
}

static int check_record(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	if (reg->kind != AB_REG_MEM || !reg->record || reg->or_null)
		return wrong_type(env, n, "ringbuf_mem");
	if (!ab_scalar_is_const(&reg->val) || ab_scalar_value(&reg->val) || reg->off)
		return ab_refuse(env, AB_REFUSE_REF_RELEASE,
				 "R%u must have zero offset when passed to release func", n);
	if (!reg->ref)
		return ab_refuse(env, AB_REFUSE_REF_RELEASE,
				 "R%u must be referenced when passed to release function", n);
	call->ref = reg->ref;
	return 0;
}

static int check_alloc_size(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	int err;

	if (reg->kind != AB_REG_SCALAR || !ab_scalar_is_const(&reg->val))
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_ARG, "R%u is not a known constant'", n);
	if (ab_scalar_value(&reg->val) >= AB_MAX_VAR_SIZE)
		return ab_refuse(env, AB_REFUSE_HELPER_MEM_SIZE,
				 "R%u unbounded memory access, use 'var &= const' or 'if (var < const)'",
				 n);
	call->alloc = ab_scalar_value(&reg->val);
	err = ab_precise_reg(env, n);
	return err;
}

/* Sound: the text is in memory that nobody writes any more, and ends inside its value. */
static int check_const_str(struct ab_env *env, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	const struct ab_map_desc *map;
	u32 off;
	int err;

	if (reg->kind != AB_REG_VALUE || reg->or_null)
		return wrong_type(env, n, "map_value");
	map = ab_reg_map(env, reg);
	if (!(map->flags & ALTBPF_F_RDONLY_PROG) || !map->frozen)
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_STR,
				 "R%u does not point to a readonly map'", n);
	if (!ab_scalar_is_const(&reg->val))
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_STR, "R%u is not a constant address'", n);
	if (!map->contents)
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_STR,
				 "no direct value access support for this map type");
	err = ab_bounds_check(env, n, 0, 1, AB_READ, false);
	if (err)
		return err;
	off = reg->off + (u32)ab_scalar_value(&reg->val);
	if (!memchr((const char *)map->contents + off, 0, map->value_size - off))
		return ab_refuse(env, AB_REFUSE_HELPER_CONST_STR, "string is not zero-terminated");
	return 0;
}

static int check_slot(struct ab_env *env, const struct ab_call *call, u32 n, u32 size)
{
	int err = check_memory_kind(env, call, n, false, "fp, pkt, pkt_meta, map_key, map_value");

	if (!err)
		err = ab_align_check(env, n, 0, size, true);
	return err ? err : access_memory(env, n, size, AB_READ | AB_WRITE, false);
}

static int check_sock(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	int err = check_kind(env, n, is_sock(reg), "sock_common, sock, tcp_sock");

	call->sock_ref = reg->ref;
	return err;
}

static int check_sock_release(struct ab_env *env, struct ab_call *call, u32 n)
{
	int err = check_sock(env, call, n);

	if (err)
		return err;
	if (!call->sock_ref)
		return ab_refuse(env, AB_REFUSE_REF_RELEASE,
				 "R%u must be referenced when passed to release function", n);
	call->ref = call->sock_ref;
	return 0;
}

static int check_sock_assign(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);

	if (env->in->prog_type != ALTBPF_PROG_TYPE_SK_LOOKUP)
		return check_sock(env, call, n);
	if (ab_reg_is_const(reg, 0))
		return ab_precise_reg(env, n);
	return check_kind(env, n, reg->kind == AB_REG_OPAQUE && !reg->record &&
			  reg->size == AB_SOCK_FULL, "sock, sock_or_null");
}

static int check_arg(struct ab_env *env, struct ab_call *call, u32 n)
{
	const struct ab_reg *reg = ab_reg_at(env, n);
	u8 type = call->proto->args[n - 1];
	int err;

	switch (type) {
	case AB_ARG_ANYTHING:
		return 0;
	case AB_ARG_SCALAR:
		return check_kind(env, n, reg->kind == AB_REG_SCALAR, "scalar");
	case AB_ARG_CTX:
		err = check_kind(env, n, reg->kind == AB_REG_CTX, "ctx");
		return err ? err : ab_ctx_pointer_check(env, n);
	case AB_ARG_CTX_OR_NULL:
		if (ab_reg_is_const(reg, 0))
			return ab_precise_reg(env, n);
		err = check_kind(env, n, reg->kind == AB_REG_CTX, "ctx");
		return err ? err : ab_ctx_pointer_check(env, n);
	case AB_ARG_MAP:
		return check_map(env, call, n);
	case AB_ARG_SOCK:
		return check_sock(env, call, n);
	case AB_ARG_SOCK_RELEASE:
		return check_sock_release(env, call, n);
	case AB_ARG_SOCK_ASSIGN:
		return check_sock_assign(env, call, n);
	case AB_ARG_MAP_VALUE_OR_NULL:
		if (ab_reg_is_const(reg, 0))
			return ab_precise_reg(env, n);
		return check_key_or_value(env, call, n, AB_ARG_MAP_VALUE);
	case AB_ARG_MAP_KEY:
	case AB_ARG_MAP_VALUE:
	case AB_ARG_MAP_VALUE_UNINIT:
		return check_key_or_value(env, call, n, type);
	case AB_ARG_MEM:
	case AB_ARG_MEM_WRITE:
	case AB_ARG_MEM_UNINIT:
		return check_memory_kind(env, call, n, false, EXPECT_MEM);
	case AB_ARG_MEM_OR_NULL:
	case AB_ARG_MEM_UNINIT_OR_NULL:
		return check_memory_kind(env, call, n, true, EXPECT_MEM);
	case AB_ARG_SIZE:
	case AB_ARG_SIZE_OR_ZERO:
		return check_size(env, call, n, type == AB_ARG_SIZE_OR_ZERO);
	case AB_ARG_ALLOC_SIZE_CONST:
		return check_alloc_size(env, call, n);
	case AB_ARG_RINGBUF_MEM:
		return check_record(env, call, n);
	case AB_ARG_CONST_STR:
		return check_const_str(env, n);
	case AB_ARG_FUNC:
		call->func = reg->subprog;
		return check_kind(env, n, reg->kind == AB_REG_FUNC, "func");
	case AB_ARG_STACK_OR_NULL:
		if (ab_reg_is_const(reg, 0))
			return ab_precise_reg(env, n);
		return check_kind(env, n, reg->kind == AB_REG_STACK, "fp");
	case AB_ARG_LONG:
		return check_slot(env, call, n, 8);
	case AB_ARG_INT:
		return check_slot(env, call, n, 4);
	case AB_ARG_BTF_TASK:
		return check_kind(env, n, reg->kind == AB_REG_OPAQUE && reg->record && !reg->or_null,
				  "ptr_");
	default:
		return ab_internal(env, "an argument type without a check");
	}
}

int ab_args_check(struct ab_env *env, struct ab_call *call)
{
	u32 n;
	int err;

	for (n = 1; n <= 5 && call->proto->args[n - 1] != AB_ARG_NONE; n++) {
		err = ab_regs_read(env, n);
		if (!err)
			err = check_arg(env, call, n);
		if (err)
			return err;
	}
	return 0;
}
