// SPDX-License-Identifier: GPL-2.0
/*
 * The device backend: each bpf(2) call is one ioctl on /dev/altbpf, which is opened at the first.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "backend.h"
#include "libaltbpf.h"

static int device = -1;
static char hint[160];

const char *altbpf_device_hint(void)
{
	return hint[0] ? hint : NULL;
}

static void explain(int err)
{
	switch (err) {
	case ENOENT:
	case ENODEV:
	case ENXIO:
		snprintf(hint, sizeof(hint), "%s: the module altbpf is not loaded (try: modprobe altbpf)",
			 ALTBPF_DEVICE);
		break;
	case EACCES:
	case EPERM:
		snprintf(hint, sizeof(hint), "%s: not permitted: needs CAP_SYS_ADMIN, or CAP_BPF with CAP_PERFMON",
			 ALTBPF_DEVICE);
		break;
	default:
		snprintf(hint, sizeof(hint), "%s: %s", ALTBPF_DEVICE, strerror(err));
	}
}

static int open_device(void)
{
	int fd = open(ALTBPF_DEVICE, O_RDWR | O_CLOEXEC);

	if (fd < 0) {
		explain(errno);
		return -errno;
	}
	hint[0] = 0;
	if (!__sync_bool_compare_and_swap(&device, -1, fd))
		close(fd);
	return 0;
}

long ab_device_call(unsigned int cmd, void *attr, unsigned int size)
{
	struct altbpf_call call = { .cmd = cmd, .size = size, .attr = (unsigned long)attr };
	int ret;

	if (device < 0) {
		ret = open_device();
		if (ret)
			return ret;
	}
	ret = ioctl(device, ALTBPF_IOC_CALL, &call);
	return ret < 0 ? -errno : ret;
}
