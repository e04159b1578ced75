// SPDX-License-Identifier: GPL-2.0
/* Benchmark programs: hashes, checksums, ciphers over a packet of 1024 bytes. */
#include "bench.bpf.h"

PROG(fnv1a)
{
	u32 h = 0x811c9dc5;
	LOOP for (int i = 0; i < 256; i++)
		h = (h ^ p[i]) * 0x01000193;
	return h;
}

PROG(djb2)
{
	u64 h = 5381;
	LOOP for (int i = 0; i < 256; i++)
		h = (h << 5) + h + p[i];
	return h ^ h >> 32;
}

#define MIX(a, b, c) { \
	a -= c; a ^= ROL32(c, 4); c += b; b -= a; b ^= ROL32(a, 6); a += c; c -= b; c ^= ROL32(b, 8); b += a; \
	a -= c; a ^= ROL32(c, 16); c += b; b -= a; b ^= ROL32(a, 19); a += c; c -= b; c ^= ROL32(b, 4); b += a; }
PROG(jhash)
{
	u32 a = 0xdeadbeef, b = a + 240, c = b;
	LOOP for (int i = 0; i < 240; i += 12) {
		a += *(u32 *)(p + i);
		b += *(u32 *)(p + i + 4);
		c += *(u32 *)(p + i + 8);
		MIX(a, b, c);
	}
	return c;
}

#define SIPROUND { v0 += v1; v1 = ROL64(v1, 13); v1 ^= v0; v0 = ROL64(v0, 32); v2 += v3; v3 = ROL64(v3, 16); v3 ^= v2; \
	v0 += v3; v3 = ROL64(v3, 21); v3 ^= v0; v2 += v1; v1 = ROL64(v1, 17); v1 ^= v2; v2 = ROL64(v2, 32); }
PROG(siphash)
{
	u64 v0 = 0x736f6d6570736575ULL, v1 = 0x646f72616e646f6dULL, v2 = 0x6c7967656e657261ULL, v3 = 0x7465646279746573ULL;
	LOOP for (int i = 0; i < 256; i += 8) {
		u64 m = *(u64 *)(p + i);

		v3 ^= m;
		SIPROUND SIPROUND
		v0 ^= m;
	}
	v2 ^= 0xff;
	SIPROUND SIPROUND SIPROUND SIPROUND
	return v0 ^ v1 ^ v2 ^ v3;
}

PROG(murmur3)
{
	u32 h = 42;
	LOOP for (int i = 0; i < 256; i += 4) {
		u32 k = *(u32 *)(p + i);

		k *= 0xcc9e2d51;
		k = ROL32(k, 15);
		k *= 0x1b873593;
		h ^= k;
		h = ROL32(h, 13);
		h = h * 5 + 0xe6546b64;
	}
	h ^= h >> 16;
	h *= 0x85ebca6b;
	h ^= h >> 13;
	return h;
}

PROG(xxhash64)
{
	u64 h = 0x27d4eb2f165667c5ULL;
	LOOP for (int i = 0; i < 512; i += 8) {
		u64 k = *(u64 *)(p + i) * 0xc2b2ae3d27d4eb4fULL;

		k = ROL64(k, 31) * 0x9e3779b185ebca87ULL;
		h ^= k;
		h = ROL64(h, 27) * 0x9e3779b185ebca87ULL + 0x85ebca77c2b2ae63ULL;
	}
	return h ^ h >> 33;
}

PROG(crc32_bitwise)
{
	u32 crc = ~0U;
	LOOP for (int i = 0; i < 64; i++) {
		crc ^= p[i];
		LOOP for (int k = 0; k < 8; k++)
			crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
	}
	return ~crc;
}

PROG(checksum16)
{
	u32 sum = 0;
	LOOP for (int i = 0; i < 512; i += 2)
		sum += *(u16 *)(p + i);
	sum = (sum & 0xffff) + (sum >> 16);
	sum += sum >> 16;
	return (u16)~sum;
}

PROG(checksum64)
{
	u64 sum = 0;
	LOOP for (int i = 0; i < 1024; i += 8) {
		u64 v = *(u64 *)(p + i);

		sum += v;
		sum += sum < v;
	}
	sum = (sum & 0xffffffff) + (sum >> 32);
	return sum ^ sum >> 16;
}

PROG(adler32)
{
	u32 a = 1, b = 0;
	LOOP for (int i = 0; i < 256; i++) {
		a = (a + p[i]) % 65521;
		b = (b + a) % 65521;
	}
	return b << 16 | a;
}

PROG(fletcher16)
{
	u32 a = 0, b = 0;
	LOOP for (int i = 0; i < 256; i++) {
		a = (a + p[i]) % 255;
		b = (b + a) % 255;
	}
	return b << 8 | a;
}

PROG(xtea)
{
	u32 v0 = *(u32 *)p, v1 = *(u32 *)(p + 4), sum = 0, key[4];
	LOOP for (int i = 0; i < 4; i++)
		key[i] = *(u32 *)(p + 8 + 4 * i);
	LOOP for (int i = 0; i < 64; i++) {
		v0 += ((v1 << 4 ^ v1 >> 5) + v1) ^ (sum + key[sum & 3]);
		sum += 0x9e3779b9;
		v1 += ((v0 << 4 ^ v0 >> 5) + v0) ^ (sum + key[sum >> 11 & 3]);
	}
	return v0 ^ v1;
}

#define QR(a, b, c, d) { a += b; d ^= a; d = ROL32(d, 16); c += d; b ^= c; b = ROL32(b, 12); \
	a += b; d ^= a; d = ROL32(d, 8); c += d; b ^= c; b = ROL32(b, 7); }
PROG(chacha20)
{
	u32 x[16];
	LOOP for (int i = 0; i < 16; i++)
		x[i] = *(u32 *)(p + 4 * i);
	LOOP for (int i = 0; i < 10; i++) {
		QR(x[0], x[4], x[8], x[12]) QR(x[1], x[5], x[9], x[13]) QR(x[2], x[6], x[10], x[14]) QR(x[3], x[7], x[11], x[15])
		QR(x[0], x[5], x[10], x[15]) QR(x[1], x[6], x[11], x[12]) QR(x[2], x[7], x[8], x[13]) QR(x[3], x[4], x[9], x[14])
	}
	u32 r = 0;
	LOOP for (int i = 0; i < 16; i++)
		r ^= x[i];
	return r;
}

PROG(sha1_rounds)
{
	u32 w[80], a = 0x67452301, b = 0xefcdab89, c = 0x98badcfe, d = 0x10325476, e = 0xc3d2e1f0;
	LOOP for (int i = 0; i < 16; i++)
		w[i] = __builtin_bswap32(*(u32 *)(p + 4 * i));
	LOOP for (int i = 16; i < 80; i++)
		w[i] = ROL32(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	LOOP for (int i = 0; i < 80; i++) {
		u32 f = i < 20 ? (b & c) | (~b & d) : i < 40 ? b ^ c ^ d : i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
		u32 t = ROL32(a, 5) + f + e + w[i] + 0x5a827999;

		e = d;
		d = c;
		c = ROL32(b, 30);
		b = a;
		a = t;
	}
	return a ^ b ^ c ^ d ^ e;
}

PROG(xorshift)
{
	u64 x = *(u64 *)p | 1;
	LOOP for (int i = 0; i < 300; i++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
	}
	return x;
}
