// SPDX-License-Identifier: GPL-2.0
/* What the tests under fire share, for fire.h. */
#include <dirent.h>
#include <time.h>
#include "fire.h"

long fire_seconds(long otherwise)
{
	long seconds = ab_test_param("AB_FIRE", otherwise);

	alarm((unsigned int)(120 * ab_test_param("AB_SLOW", 1) + 4 * seconds));
	return seconds;
}

static int count_ids(int cmd)
{
	union altbpf_attr attr = { 0 };
	int cnt = 0;

	while (!ab_sys(cmd, &attr, sizeof(attr))) {
		attr.get_id.start_id = attr.get_id.next_id;
		attr.get_id.next_id = 0;
		cnt++;
	}
	return cnt;
}

static int count_fds(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int cnt = 0;

	CHECK(dir);
	while (readdir(dir))
		cnt++;
	closedir(dir);
	return cnt;
}

static long kernel_kb(void)
{
	static const char *const keys[] = { "SUnreclaim:", "VmallocUsed:", "Percpu:", "KernelStack:" };
	FILE *f = fopen("/proc/meminfo", "r");
	char key[64];
	long kb, sum = 0;
	size_t i;

	CHECK(f);
	while (fscanf(f, "%63s %ld%*[^\n]", key, &kb) == 2)
		for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
			sum += strcmp(key, keys[i]) ? 0 : kb;
	fclose(f);
	return sum;
}

void fire_use(struct fire_use *use)
{
	use->progs = count_ids(ALTBPF_PROG_GET_NEXT_ID);
	use->maps = count_ids(ALTBPF_MAP_GET_NEXT_ID);
	use->links = count_ids(ALTBPF_LINK_GET_NEXT_ID);
	use->btfs = count_ids(ALTBPF_BTF_GET_NEXT_ID);
	use->fds = count_fds();
	use->kb = kernel_kb();
}

void fire_all_back(const struct fire_use *before, long slack)
{
	struct fire_use now;
	int i;

	for (i = 0; i < 300; i++) {
		fire_use(&now);
		if (now.progs <= before->progs && now.maps <= before->maps && now.links <= before->links &&
		    now.btfs <= before->btfs && now.fds <= before->fds && now.kb <= before->kb + slack)
			return;
		usleep(100000);
	}
	ab_test_fail(__FILE__, __LINE__,
		     "left behind: %d programs, %d maps, %d links, %d types, %d descriptors, %ld KiB (before: %d %d %d %d %d %ld)",
		     now.progs, now.maps, now.links, now.btfs, now.fds, now.kb, before->progs, before->maps,
		     before->links, before->btfs, before->fds, before->kb);
}

uint64_t fire_fdinfo(int fd, const char *key)
{
	size_t len = strlen(key);
	char path[64], line[256];
	uint64_t value = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	f = fopen(path, "r");
	CHECK(f);
	while (fgets(line, sizeof(line), f))
		if (!strncmp(line, key, len) && line[len] == ':')
			value = strtoull(line + len + 1, NULL, 0);
	fclose(f);
	return value;
}
