// SPDX-License-Identifier: GPL-2.0
/*
 * What every noun needs: tables of words and their help, errors, signals, what libbpf says.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "ctl.h"
#include "libaltbpf.h"

static char complaints[64 << 10];
static size_t complaints_len;
static volatile sig_atomic_t stopped;

int ctl_error(const char *fmt, ...)
{
	char buf[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	if (ctl_opts.json && json_is_empty()) {
		json_open_object(NULL);
		json_text("error", buf);
		json_close();
	} else {
		json_finish();
		fflush(stdout);
		fprintf(stderr, "Error: %s\n", buf);
	}
	return 1;
}

int ctl_errno(int err, const char *fmt, ...)
{
	const char *hint = altbpf_device_hint();
	char buf[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(buf, sizeof(buf), fmt, args);
	va_end(args);
	return hint ? ctl_error("%s: %s", buf, hint) : ctl_error("%s: %s", buf, strerror(abs(err)));
}

int ctl_unexpected(const char *arg)
{
	return ctl_error("unexpected argument '%s'", arg);
}

void ctl_print_words(const char *noun, const struct ctl_word *words, size_t cnt)
{
	size_t i;

	if (!ctl_opts.json) {
		for (i = 0; i < cnt; i++)
			printf("altbpfctl %s %s %s\n        %s\n", noun, words[i].name, words[i].args,
			       words[i].text);
		return;
	}
	json_open_array(NULL);
	for (i = 0; i < cnt; i++) {
		json_open_object(NULL);
		json_text("word", words[i].name);
		json_text("arguments", words[i].args);
		json_text("text", words[i].text);
		json_close();
	}
	json_close();
}

int ctl_run_word(const char *noun, const struct ctl_word *words, size_t cnt, int argc, char **argv)
{
	size_t i, len, hits = 0, hit = 0;

	if (!argc)
		return words[0].run(0, argv);
	len = strlen(argv[0]);
	for (i = 0; i < cnt && len; i++) {
		if (strncmp(words[i].name, argv[0], len))
			continue;
		hits++;
		hit = i;
		if (!words[i].name[len]) { /* the whole word: no other matters */
			hits = 1;
			break;
		}
	}
	if (hits == 1)
		return words[hit].run(argc - 1, argv + 1);
	if (!strcmp(argv[0], "help")) {
		ctl_print_words(noun, words, cnt);
		return 0;
	}
	return ctl_error("unknown word '%s' of '%s'; see altbpfctl %s help", argv[0], noun, noun);
}

static void stop(int sig)
{
	stopped = 1;
}

void ctl_catch_stop(void)
{
	struct sigaction action = { .sa_handler = stop };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
}

bool ctl_stopped(void)
{
	return stopped;
}

void ctl_wait_stop(void)
{
	fflush(stdout);
	ctl_catch_stop();
	while (!stopped)
		poll(NULL, 0, 1000);
}

static int keep_complaint(enum libbpf_print_level level, const char *fmt, va_list args)
{
	va_list copy;
	int n;

	if (ctl_opts.verbose) {
		va_copy(copy, args);
		vfprintf(stderr, fmt, copy);
		va_end(copy);
	}
	if (level != LIBBPF_WARN || complaints_len >= sizeof(complaints) - 1)
		return 0;
	n = vsnprintf(complaints + complaints_len, sizeof(complaints) - complaints_len, fmt, args);
	if (n > 0)
		complaints_len += (size_t)n;
	return 0;
}

__attribute__((constructor)) static void listen_to_libbpf(void)
{
	libbpf_set_print(keep_complaint);
}

const char *ctl_complaints(void)
{
	static char taken[sizeof(complaints)];

	memcpy(taken, complaints, sizeof(complaints));
	complaints_len = 0;
	complaints[0] = 0;
	return taken;
}

bool ctl_parse_u64(const char *s, uint64_t max, uint64_t *out)
{
	char *end;
	unsigned long long v;

	if (!*s || *s == '-')
		return false;
	errno = 0;
	v = strtoull(s, &end, 0);
	if (errno || *end || v > max)
		return false;
	*out = v;
	return true;
}

int ctl_parse_params(const struct ctl_param *params, size_t cnt, int argc, char **argv)
{
	size_t i;

	for (; argc; argc -= 2, argv += 2) {
		for (i = 0; i < cnt && strcmp(argv[0], params[i].word); i++)
			;
		if (i == cnt)
			return ctl_unexpected(argv[0]);
		if (argc < 2)
			return ctl_error("nothing behind '%s'", argv[0]);
		if (params[i].text)
			*params[i].text = argv[1];
		else if (!ctl_parse_u64(argv[1], UINT32_MAX, params[i].number))
			return ctl_error("'%s' is not a number for '%s'", argv[1], argv[0]);
	}
	return 0;
}
