// SPDX-License-Identifier: GPL-2.0
/* Random numbers for gen.h: splitmix64, and values at which arithmetic breaks. */
#include "gen.h"

u64 gen_next(struct gen_random *random)
{
	u64 z = random->state += 0x9e3779b97f4a7c15ULL;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
	return z ^ z >> 31;
}

u64 gen_value(struct gen_random *random)
{
	static const u64 edges[] = {
		0, 1, 2, 3, 7, 8, 15, 16, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 255, 256, 1000, 32767, 32768, 65535,
		65536, 0x7fffffff, 0x80000000, 0x80000001, 0xfffffffe, 0xffffffff, 0x100000000ULL, 0x100000001ULL,
		0x7fffffffffffffffULL, 0x8000000000000000ULL, 0x8000000000000001ULL, 0xffffffff00000000ULL,
		0xffffffff7fffffffULL, 0xffffffff80000000ULL, 0xffffffffffffff7fULL, 0xffffffffffffff80ULL,
		0xfffffffffffffffeULL, 0xffffffffffffffffULL,
	};
	u64 r = gen_next(random);

	switch (r >> 60) {
	case 0:
	case 1:
	case 2:
	case 3:
	case 4:
	case 5:
	case 6:
		return edges[r % ARRAY_SIZE(edges)];
	case 7:
	case 8:
		return -edges[r % ARRAY_SIZE(edges)];
	case 9:
		return 1ULL << (r & 63);
	case 10:
		return (r & 0xfff) - 2048;
	case 11:
	case 12:
		return (u32)r;
	default:
		return gen_next(random);
	}
}
