// SPDX-License-Identifier: GPL-2.0
/* Benchmark programs: what packet and text parsers do, byte by byte. */
#include "bench.bpf.h"

#define BE16(q) ((u32)(q)[0] << 8 | (q)[1])
#define BE32(q) ((u32)(q)[0] << 24 | (u32)(q)[1] << 16 | (u32)(q)[2] << 8 | (q)[3])

PROG(parse_headers)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 12; i++) {
		u8 *q = p + 80 * i;
		u32 type = BE16(q + 12);

		r += type == 0x800 ? 5 : type == 0x86dd ? 7 : 1;
		r ^= BE32(q + 26) + BE32(q + 30);
		r += BE16(q + 34) * 3 + BE16(q + 36);
		r += q[47] & 2 ? BE32(q + 38) : BE32(q + 42);
		r ^= (q[14] & 15) << 2;
	}
	return r;
}

PROG(read_be32)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 512; i += 4)
		r = r * 3 + BE32(p + i);
	return r;
}

PROG(find_byte)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 512; i++)
		if (p[i] == '\n')
			r += i;
	return r;
}

PROG(count_words)
{
	u32 words = 0, inside = 0;
	LOOP for (int i = 0; i < 256; i++) {
		u32 space = p[i] <= ' ';

		words += inside & space;
		inside = !space;
	}
	return words;
}

PROG(state_machine)
{
	u32 state = 0, r = 0;
	LOOP for (int i = 0; i < 192; i++) {
		u8 c = p[i];

		switch (state) {
		case 0:
			state = c < 64 ? 1 : c < 128 ? 2 : 0;
			break;
		case 1:
			state = c & 1 ? 3 : 0;
			r++;
			break;
		case 2:
			state = c > 200 ? 0 : 3;
			r += 2;
			break;
		default:
			state = c & 3;
			r += c;
		}
	}
	return r;
}

PROG(utf8_count)
{
	u32 n = 0, wide = 0;
	LOOP for (int i = 0; i < 384; i++) {
		n += (p[i] & 0xc0) != 0x80;
		wide += p[i] >= 0xf0;
	}
	return n * 1000 + wide;
}

PROG(base64)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 192; i += 3) {
		u32 v = (u32)p[i] << 16 | (u32)p[i + 1] << 8 | p[i + 2];
		LOOP for (int k = 0; k < 4; k++) {
			u32 c = v >> 18 & 63;

			v <<= 6;
			r = r * 31 + (c < 26 ? c + 'A' : c < 52 ? c + 71 : c < 62 ? c - 4 : c == 62 ? '+' : '/');
		}
	}
	return r;
}

PROG(hex_encode)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 128; i++) {
		u32 hi = p[i] >> 4, lo = p[i] & 15;

		r = r * 33 + (hi < 10 ? hi + '0' : hi + 'a' - 10);
		r = r * 33 + (lo < 10 ? lo + '0' : lo + 'a' - 10);
	}
	return r;
}

PROG(upper_case)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 256; i++) {
		u8 c = p[i];

		if (c >= 'a' && c <= 'z')
			c -= 32;
		r = r * 31 + c;
	}
	return r;
}

PROG(run_length)
{
	u32 r = 0, run = 0;
	u8 last = 0;
	LOOP for (int i = 0; i < 256; i++) {
		u8 c = p[i] & 3;

		if (c == last) {
			run++;
		} else {
			r = r * 7 + run;
			run = 1;
			last = c;
		}
	}
	return r;
}

PROG(varint)
{
	u64 sum = 0, v = 0;
	u32 shift = 0;
	LOOP for (int i = 0; i < 256; i++) {
		v |= (u64)(p[i] & 127) << (shift & 63);
		shift += 7;
		if (!(p[i] & 128)) {
			sum += v;
			v = shift = 0;
		}
	}
	return sum;
}

PROG(compare)
{
	u32 same = 0;
	LOOP for (int i = 0; i < 256; i++) {
		if (p[i] == p[i + 256])
			same++;
		else if (p[i] > p[i + 256])
			same += 3;
	}
	return same;
}

PROG(min_max)
{
	u32 lo = ~0U, hi = 0;
	LOOP for (int i = 0; i < 512; i += 4) {
		u32 v = *(u32 *)(p + i);

		lo = v < lo ? v : lo;
		hi = v > hi ? v : hi;
	}
	return lo ^ hi;
}

PROG(ipv6_mask)
{
	u64 r = 0;
	LOOP for (int i = 0; i < 32; i++) {
		u64 hi = __builtin_bswap64(*(u64 *)(p + 16 * i)), lo = __builtin_bswap64(*(u64 *)(p + 16 * i + 8));
		u32 len = p[16 * i] & 63;

		hi &= ~0ULL << len;
		lo &= ~0ULL >> len;
		r += hi ^ lo;
	}
	return r ^ r >> 32;
}
