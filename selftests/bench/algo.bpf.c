// SPDX-License-Identifier: GPL-2.0
/* Benchmark programs: sorting, searching, arithmetic, calls, on the stack. */
#include "bench.bpf.h"

PROG(bubble_sort)
{
	u32 a[16], r = 0;
	LOOP for (int i = 0; i < 16; i++)
		a[i] = *(u32 *)(p + 4 * i);
	LOOP for (int i = 0; i < 15; i++) {
		LOOP for (int k = 0; k < 15; k++) {
			u32 x = a[k], y = a[k + 1];

			if (x > y) {
				a[k] = y;
				a[k + 1] = x;
			}
		}
	}
	LOOP for (int i = 0; i < 16; i++)
		r = r * 31 + a[i];
	return r;
}

PROG(sieve)
{
	u8 composite[256] = { 0 };
	u32 n = 0;
	LOOP for (int i = 2; i < 16; i++)
		LOOP for (int k = i * i; k < 256; k += i)
			composite[k] = 1;
	LOOP for (int i = 2; i < 256; i++)
		n += !composite[i];
	return n;
}

PROG(matrix)
{
	u32 a[16], c[16], r = 0;
	LOOP for (int i = 0; i < 16; i++)
		a[i] = p[i];
	LOOP for (int i = 0; i < 4; i++)
		LOOP for (int k = 0; k < 4; k++) {
			u32 s = 0;
			LOOP for (int m = 0; m < 4; m++)
				s += a[i * 4 + m] * *(u32 *)(p + 64 + (m * 4 + k) * 4);
			c[i * 4 + k] = s;
		}
	LOOP for (int i = 0; i < 16; i++)
		r ^= c[i] + i;
	return r;
}

PROG(divide_variable)
{
	u64 r = 1;
	LOOP for (int i = 0; i < 64; i++)
		r += (*(u64 *)(p + 8 * i) + r) / (p[i] + 1ULL);
	return r;
}

PROG(modulo_variable)
{
	u32 r = 1;
	LOOP for (int i = 0; i < 64; i++)
		r += (*(u32 *)(p + 8 * i) + r) % (p[i] + 3U);
	return r;
}

PROG(digits)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 16; i++) {
		u64 v = *(u64 *)(p + 8 * i);
		LOOP for (int k = 0; k < 8; k++) {
			r += v % 10;
			v /= 10;
		}
	}
	return r;
}

PROG(calendar)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 64; i++) {
		u32 t = *(u32 *)(p + 4 * i), days = t / 86400, s = t % 86400;

		r += s / 3600 * 7 + s / 60 % 60 * 3 + s % 60 + (days + 4) % 7 + days / 1461;
	}
	return r;
}

NOINLINE u64 add_mul(u64 a, u64 b)
{
	return a * 3 + b;
}

NOINLINE u64 shift_xor(u64 a, u64 b)
{
	return (a << 5 | a >> 59) ^ b;
}

PROG(call_leaf)
{
	u64 r = 1;
	LOOP for (int i = 0; i < 128; i++) {
		r = add_mul(r, p[i]);
		r = shift_xor(r, i);
	}
	return r ^ r >> 32;
}

NOINLINE u64 level3(u64 a)
{
	return a * 7 + 1;
}

NOINLINE u64 level2(u64 a, u64 b)
{
	u64 r = level3(a);

	return level3(r ^ b) + a;
}

NOINLINE u64 level1(u64 a, u64 b)
{
	u64 r = level2(a, b);

	return r ^ level2(b, r);
}

PROG(call_deep)
{
	u64 r = 1;
	LOOP for (int i = 0; i < 32; i++)
		r += level1(r, p[i]);
	return r;
}

PROG(fibonacci)
{
	u64 a = 0, b = p[0];
	LOOP for (int i = 0; i < 500; i++) {
		u64 t = a + b;

		a = b;
		b = t;
	}
	return a;
}

PROG(gcd)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 32; i++) {
		u32 a = *(u32 *)(p + 8 * i), b = *(u32 *)(p + 8 * i + 4);
		LOOP for (int k = 0; k < 12; k++) {
			if (!b)
				break;
			u32 t = a % b;

			a = b;
			b = t;
		}
		r += a;
	}
	return r;
}

PROG(popcount)
{
	u64 r = 0;
	LOOP for (int i = 0; i < 128; i++) {
		u64 x = *(u64 *)(p + 8 * i);

		x -= x >> 1 & 0x5555555555555555ULL;
		x = (x & 0x3333333333333333ULL) + (x >> 2 & 0x3333333333333333ULL);
		x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fULL;
		r += x * 0x0101010101010101ULL >> 56;
	}
	return r;
}

PROG(bit_reverse)
{
	u32 r = 0;
	LOOP for (int i = 0; i < 128; i++) {
		u32 x = *(u32 *)(p + 4 * i);

		x = (x >> 1 & 0x55555555) | (x & 0x55555555) << 1;
		x = (x >> 2 & 0x33333333) | (x & 0x33333333) << 2;
		x = (x >> 4 & 0x0f0f0f0f) | (x & 0x0f0f0f0f) << 4;
		r ^= __builtin_bswap32(x);
	}
	return r;
}

PROG(stack_copy)
{
	u64 a[24], b[24], r = 0;
	LOOP for (int k = 0; k < 8; k++) {
		LOOP for (int i = 0; i < 24; i++)
			a[i] = *(u64 *)(p + 8 * i) + k;
		__builtin_memcpy(b, a, sizeof(a));
		LOOP for (int i = 0; i < 24; i++)
			r += b[i] ^ a[23 - i];
	}
	return r;
}

PROG(histogram)
{
	u16 bin[64] = { 0 };
	u32 r = 0;
	LOOP for (int i = 0; i < 256; i++)
		bin[p[i] & 63]++;
	LOOP for (int i = 0; i < 64; i++)
		r = r * 17 + bin[i];
	return r;
}
