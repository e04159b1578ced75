// SPDX-License-Identifier: GPL-2.0
/*
 * A program's tag: the first 8 bytes of SHA-1 over its instructions with map descriptors zeroed,
 * as bpf(2) computes it, so tags compare across both runtimes. SHA-1 is written out (FIPS 180-4):
 * the kernel's library function comes and goes between versions. Proved by selftests/kernel/prog_tag.c.
 */
#include <linux/bitops.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <asm/unaligned.h>
#include "load/load.h"

struct sha1 {
	u32 state[5];
	u8 block[64];
	u32 fill;
	u64 len;
};

static u32 round_fn(int i, u32 b, u32 c, u32 d)
{
	if (i < 20)
		return ((b & c) | (~b & d)) + 0x5a827999;
	if (i < 40)
		return (b ^ c ^ d) + 0x6ed9eba1;
	if (i < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
	return (b ^ c ^ d) + 0xca62c1d6;
}

static void digest_block(struct sha1 *sha)
{
	u32 a = sha->state[0], b = sha->state[1], c = sha->state[2], d = sha->state[3];
	u32 e = sha->state[4], w[16], next;
	int i;

	for (i = 0; i < 80; i++) {
		if (i < 16)
			w[i] = get_unaligned_be32(sha->block + i * 4);
		else
			w[i & 15] = rol32(w[(i + 13) & 15] ^ w[(i + 8) & 15] ^ w[(i + 2) & 15] ^ w[i & 15], 1);
		next = rol32(a, 5) + round_fn(i, b, c, d) + e + w[i & 15];
		e = d;
		d = c;
		c = rol32(b, 30);
		b = a;
		a = next;
	}
	sha->state[0] += a;
	sha->state[1] += b;
	sha->state[2] += c;
	sha->state[3] += d;
	sha->state[4] += e;
}

static void add_bytes(struct sha1 *sha, const void *data, u32 len)
{
	const u8 *bytes = data;

	sha->len += len;
	while (len--) {
		sha->block[sha->fill++] = *bytes++;
		if (sha->fill == sizeof(sha->block)) {
			digest_block(sha);
			sha->fill = 0;
		}
	}
}

static void finish(struct sha1 *sha)
{
	u8 len[8], one = 0x80, zero = 0;

	put_unaligned_be64(sha->len * 8, len);
	add_bytes(sha, &one, 1);
	while (sha->fill != 56)
		add_bytes(sha, &zero, 1);
	add_bytes(sha, len, sizeof(len));
}

static bool names_map(const struct altbpf_insn *insn)
{
	return ab_insn_is_ld_imm64(insn) &&
	       (insn->src_reg == ALTBPF_PSEUDO_MAP_FD || insn->src_reg == ALTBPF_PSEUDO_MAP_VALUE);
}

void ab_tag(const struct altbpf_insn *insns, u32 cnt, u8 *tag)
{
	struct sha1 sha = { .state = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 } };
	struct altbpf_insn insn;
	bool second = false;
	u32 i;

	for (i = 0; i < cnt; i++) {
		insn = insns[i];
		if (second || names_map(&insn))
			insn.imm = 0;
		second = !second && names_map(&insn);
		add_bytes(&sha, &insn, sizeof(insn));
	}
	finish(&sha);
	for (i = 0; i < ALTBPF_TAG_SIZE / 4; i++)
		put_unaligned_be32(sha.state[i], tag + i * 4);
}
