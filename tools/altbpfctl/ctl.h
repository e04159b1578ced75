/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What altbpfctl's files share: the options, a noun's table of words, errors, parsing of arguments.
 * altbpfctl is an ordinary libbpf program; libaltbpf, linked in, sends its bpf(2) calls to the
 * device. Proved by selftests/tools (offline) and selftests/kernel/ctl.sh (in the VM).
 */
#ifndef ALTBPFCTL_CTL_H
#define ALTBPFCTL_CTL_H

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <linux/altbpf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include "json.h"

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

/**
 * struct ctl_opts - the command line's options
 * @json: results are JSON
 * @verbose: libbpf's own messages are shown
 * @btf: file with the kernel's types for CO-RE, NULL: the running kernel's
 */
struct ctl_opts {
	bool json;
	bool verbose;
	const char *btf;
};

extern struct ctl_opts ctl_opts;

/**
 * struct ctl_word - one word of a noun ("dump" of "prog")
 * @name: the word
 * @args: its arguments, for help
 * @text: one line of help
 * @run: gets the arguments behind the word; returns the exit status
 */
struct ctl_word {
	const char *name;
	const char *args;
	const char *text;
	int (*run)(int argc, char **argv);
};

/* Runs the word argv[0] of @noun; no word at all: the first of the table. Words may be shortened. */
int ctl_run_word(const char *noun, const struct ctl_word *words, size_t cnt, int argc, char **argv);
void ctl_print_words(const char *noun, const struct ctl_word *words, size_t cnt);

/* Nouns, each with its table at the end of its file. */
int prog_main(int argc, char **argv);
int map_main(int argc, char **argv);
int link_main(int argc, char **argv);
int attach_main(int argc, char **argv);
int feature_main(int argc, char **argv);
int explain_main(int argc, char **argv);

/* An error for the user: "Error: ..." on stderr, or {"error": ...} in JSON. Return: 1, the exit status. */
__attribute__((format(printf, 1, 2))) int ctl_error(const char *fmt, ...);
/* The same with the meaning of @err (positive or negative errno), and why the device did not open. */
__attribute__((format(printf, 2, 3))) int ctl_errno(int err, const char *fmt, ...);
/* More arguments than understood: an error that names the first. */
int ctl_unexpected(const char *arg);

/* Waits for SIGINT, SIGTERM or SIGHUP; ctl_stopped() polls for it once ctl_catch_stop() was called. */
void ctl_catch_stop(void);
bool ctl_stopped(void);
void ctl_wait_stop(void);

/* What libbpf complained about since the last call, "" if nothing; valid until the next. */
const char *ctl_complaints(void);

/**
 * struct ctl_param - a parameter "WORD VALUE" of the command line
 * @text: gets the value as it stands, or NULL
 * @number: gets it as a number up to UINT32_MAX where @text is NULL
 */
struct ctl_param {
	const char *word;
	const char **text;
	uint64_t *number;
};

/* Reads parameters to the end of @argv. Return: 0, or 1 after the user was told. */
int ctl_parse_params(const struct ctl_param *params, size_t cnt, int argc, char **argv);

/* A number in C notation that fits @max, with nothing behind it. */
bool ctl_parse_u64(const char *s, uint64_t max, uint64_t *out);

#endif
