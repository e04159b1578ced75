// SPDX-License-Identifier: GPL-2.0
/*
 * Runs the kernel tests: `ktest [PATTERN]`, PATTERN a glob on test names ("map_*"). One line a
 * test: "ok NAME", "not ok NAME - why" or "skip NAME - why".
 */
#include <fcntl.h>
#include <fnmatch.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include "harness.h"

enum { TEST_OK = 0, TEST_FAILED = 61, TEST_SKIPPED = 62, TIME_LIMIT = 120 };

static struct ab_test *tests, **tail = &tests;
static int why_pipe = -1;
static long slow = 1; /* AB_SLOW: stretches the time limit */

void ab_test_register(struct ab_test *test)
{
	*tail = test;
	tail = &test->next;
}

long ab_test_param(const char *name, long otherwise)
{
	const char *text = getenv(name);

	return text && atol(text) > 0 ? atol(text) : otherwise;
}

static void say_why(const char *text)
{
	if (write(why_pipe, text, strlen(text)) < 0)
		perror("write");
}

void ab_test_fail(const char *file, int line, const char *fmt, ...)
{
	char text[1024], why[1200];
	const char *base = strrchr(file, '/');
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	snprintf(why, sizeof(why), "%s:%d: %s", base ? base + 1 : file, line, text);
	say_why(why);
	fflush(stdout);
	_exit(TEST_FAILED);
}

void ab_test_skip(const char *why)
{
	say_why(why);
	fflush(stdout);
	_exit(TEST_SKIPPED);
}

static int run_one(const struct ab_test *test)
{
	char why[1200] = "";
	int fds[2], status;
	ssize_t len;
	pid_t pid;

	fflush(stdout);
	if (pipe2(fds, O_CLOEXEC)) {
		printf("not ok %s - no pipe\n", test->name);
		return 1;
	}
	pid = fork();
	if (!pid) {
		why_pipe = fds[1];
		setpgid(0, 0);
		alarm(TIME_LIMIT * slow);
		test->fn();
		fflush(stdout);
		_exit(TEST_OK);
	}
	close(fds[1]);
	waitpid(pid, &status, 0);
	kill(-pid, SIGKILL); /* what the test left running */
	fcntl(fds[0], F_SETFL, O_NONBLOCK);
	len = read(fds[0], why, sizeof(why) - 1);
	if (len > 0)
		why[len] = 0;
	close(fds[0]);

	if (WIFEXITED(status) && WEXITSTATUS(status) == TEST_OK) {
		printf("ok %s\n", test->name);
		return 0;
	}
	if (WIFEXITED(status) && WEXITSTATUS(status) == TEST_SKIPPED) {
		printf("skip %s - %s\n", test->name, why);
		return 0;
	}
	if (WIFSIGNALED(status))
		snprintf(why, sizeof(why), "killed by signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
	else if (!why[0])
		snprintf(why, sizeof(why), "exit status %d", WEXITSTATUS(status));
	printf("not ok %s - %s\n", test->name, why);
	return 1;
}

int main(int argc, char **argv)
{
	const char *pattern = argc > 1 && argv[1][0] ? argv[1] : "*";
	const struct ab_test *test;
	int failed = 0, ran = 0;

	slow = ab_test_param("AB_SLOW", 1);
	for (test = tests; test; test = test->next) {
		if (fnmatch(pattern, test->name, 0))
			continue;
		failed += run_one(test);
		ran++;
	}
	fflush(stdout);
	if (!ran && argc > 1 && argv[1][0])
		printf("# no kernel test matches %s\n", pattern);
	return failed ? 1 : 0;
}
