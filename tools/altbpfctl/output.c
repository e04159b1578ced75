// SPDX-License-Identifier: GPL-2.0
/*
 * What attached programs say: see output.h. A record is shown by its type where one is found in the
 * object's BTF: a struct of the record's size whose name is that of the map, or that without its
 * plural s, or the only struct of that size; else as text or bytes.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>
#include "ctl.h"
#include "data.h"
#include "output.h"
#include "value.h"

#define TRACEFS "/sys/kernel/tracing"
#define TRACE_PIPE TRACEFS "/instances/altbpf/trace_pipe"
#define MAX_RINGS 64

struct ring {
	const char *name;
	const struct btf *btf;
	size_t size; /* of the last record; @type is right for it */
	__u32 type;
};

struct output {
	struct ring rings[MAX_RINGS];
	unsigned int ring_cnt;
	struct ring_buffer *buffer;
	int trace_fd;
	char line[1024]; /* a line of the trace that is not complete yet */
	size_t line_len;
};

/* 3: named as the map, 2: as the map without its s, 1: any other struct. */
static int match(const char *map, const char *type)
{
	size_t len = strlen(type);

	if (!len)
		return 0;
	if (!strcmp(map, type))
		return 3;
	return !strncmp(map, type, len) && !strcmp(map + len, "s") ? 2 : 1;
}

static __u32 find_type(const struct ring *ring, size_t size)
{
	__u32 id, cnt = btf__type_cnt(ring->btf), found = 0;
	int best = 0, hits = 0, rank;

	for (id = 1; id < cnt; id++) {
		const struct btf_type *type = btf__type_by_id(ring->btf, id);

		if (!btf_is_struct(type) || type->size != size)
			continue;
		rank = match(ring->name, btf__name_by_offset(ring->btf, type->name_off));
		if (rank < best || !rank)
			continue;
		hits = rank > best ? 1 : hits + 1;
		best = rank;
		found = id;
	}
	return hits == 1 ? found : 0;
}

static bool is_text(const char *s, size_t len)
{
	size_t i;

	if (!len || !s[0])
		return false;
	for (i = 0; i < len && s[i]; i++)
		if (!isprint((unsigned char)s[i]) && !isspace((unsigned char)s[i]))
			return false;
	return i < len; /* ends within the record */
}

static void show_json(const struct ring *ring, const void *data, size_t size)
{
	json_open_object(NULL);
	json_text("map", ring->name);
	if (!ring->type && is_text(data, size))
		json_text_len("value", data, size);
	else
		value_show("value", ring->btf, ring->type, data, size);
	json_close();
}

static int take_record(void *ctx, void *data, size_t size)
{
	struct ring *ring = ctx;

	if (ring->size != size) {
		ring->type = ring->btf ? find_type(ring, size) : 0;
		ring->size = size;
	}
	if (ctl_opts.json) {
		show_json(ring, data, size);
	} else if (ring->type) {
		printf("%s: ", ring->name);
		value_show(NULL, ring->btf, ring->type, data, size);
		putchar('\n');
	} else if (is_text(data, size)) {
		printf("%s: %.*s\n", ring->name, (int)size, (char *)data);
	} else {
		printf("%s: %zu bytes\n", ring->name, size);
		data_print_hex("  ", data, size);
	}
	return ctl_stopped() ? -EINTR : 0;
}

static int add_rings(struct output *output, struct bpf_object *obj)
{
	struct bpf_map *map;
	struct ring *ring;
	int err;

	bpf_object__for_each_map(map, obj) {
		if (bpf_map__type(map) == BPF_MAP_TYPE_PERF_EVENT_ARRAY)
			fprintf(stderr, "%s: perf event arrays are not read\n", bpf_map__name(map));
		if (bpf_map__type(map) != BPF_MAP_TYPE_RINGBUF || output->ring_cnt == MAX_RINGS)
			continue;
		ring = &output->rings[output->ring_cnt++];
		ring->name = bpf_map__name(map);
		ring->btf = bpf_object__btf(obj);
		err = 0;
		if (output->buffer) {
			err = ring_buffer__add(output->buffer, bpf_map__fd(map), take_record, ring);
		} else {
			output->buffer = ring_buffer__new(bpf_map__fd(map), take_record, ring, NULL);
			if (!output->buffer)
				err = -errno;
		}
		if (err)
			return ctl_errno(err, "ring buffer %s", ring->name);
	}
	return 0;
}

static int open_trace(void)
{
	int fd = open(TRACE_PIPE, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 && access(TRACEFS "/instances", F_OK) && !mount("tracefs", TRACEFS, "tracefs", 0, NULL))
		fd = open(TRACE_PIPE, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	return fd;
}

static void show_trace_line(struct output *output)
{
	output->line[output->line_len] = 0;
	if (output->line_len && ctl_opts.json) {
		json_open_object(NULL);
		json_text("trace", output->line);
		json_close();
	} else if (output->line_len) {
		printf("%s\n", output->line);
	}
	output->line_len = 0;
}

static void read_trace(struct output *output)
{
	char buf[4096];
	ssize_t n, i;

	while ((n = read(output->trace_fd, buf, sizeof(buf))) > 0) {
		for (i = 0; i < n; i++) {
			if (buf[i] != '\n')
				output->line[output->line_len++] = buf[i];
			if (buf[i] == '\n' || output->line_len == sizeof(output->line) - 1)
				show_trace_line(output);
		}
	}
}

static int wait_and_show(struct output *output)
{
	struct pollfd fds[2] = {
		{ .fd = output->buffer ? ring_buffer__epoll_fd(output->buffer) : -1, .events = POLLIN },
		{ .fd = output->trace_fd, .events = POLLIN },
	};
	int err;

	if (poll(fds, 2, 200) < 0)
		return errno == EINTR ? 0 : ctl_errno(errno, "poll");
	/* Both are looked at each time: records that came without a wakeup are taken, too. */
	if (output->buffer) {
		err = ring_buffer__consume(output->buffer);
		if (err < 0 && err != -EINTR)
			return ctl_errno(err, "ring buffer");
	}
	if (output->trace_fd >= 0)
		read_trace(output);
	fflush(stdout);
	return 0;
}

int output_run(struct bpf_object *obj)
{
	struct output output = {};
	int err = obj ? add_rings(&output, obj) : 0;

	output.trace_fd = open_trace();
	while (!err && !ctl_stopped())
		err = wait_and_show(&output);
	ring_buffer__free(output.buffer);
	if (output.trace_fd >= 0)
		close(output.trace_fd);
	return err;
}
