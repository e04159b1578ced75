/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The host's own bpf(2), for bench.c; neither sees the other's headers.
 */
#ifndef AB_SELFTESTS_BENCH_MAINLINE_H
#define AB_SELFTESTS_BENCH_MAINLINE_H

#define MAINLINE_PACKET 1024

struct mainline_prog {
	char name[64];
	void *insns; /* 8 bytes each, subprograms behind the main one */
	unsigned int cnt;
	int fd;
	unsigned int jited_len;
};

/* Calls @each with every program of an object file that loads; 0 or -errno. */
int mainline_each(const char *file, void (*each)(struct mainline_prog *prog));
/* Loads once more, for another address. A program's fd or -errno. */
int mainline_reload(const struct mainline_prog *prog);
void mainline_close(int fd);
/* Average nanoseconds of @repeat runs on @packet, -1 on error. */
double mainline_run(int fd, const void *packet, unsigned int repeat, unsigned int *retval);

#endif
