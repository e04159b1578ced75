/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A benchmark program: body of a function of the packet p, 1024 readable bytes; its result is the
 * program's. No helpers, no maps.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef long long s64;
typedef int s32;

struct xdp_md {
	u32 data;
	u32 data_end;
};

#define PROG(name) \
	static __attribute__((always_inline)) u32 body_##name(u8 *p); \
	__attribute__((section("xdp"), used)) int name(struct xdp_md *ctx) \
	{ \
		u8 *p = (u8 *)(long)ctx->data, *end = (u8 *)(long)ctx->data_end; \
		if (p + 1024 > end) \
			return 0; \
		return body_##name(p); \
	} \
	static __attribute__((always_inline)) u32 body_##name(u8 *p)
#define LOOP _Pragma("clang loop unroll(disable) vectorize(disable)")
#define NOINLINE static __attribute__((noinline))
#define ROL32(x, k) ((x) << (k) | (x) >> (32 - (k)))
#define ROL64(x, k) ((x) << (k) | (x) >> (64 - (k)))
