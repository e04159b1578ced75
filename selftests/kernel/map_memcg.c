// SPDX-License-Identifier: GPL-2.0
/* Memory of maps is charged to the memory cgroup of the task that created them. */
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include "map_util.h"

#define ROOT "/tmp/map_memcg"
#define GROUP ROOT "/group"

static bool put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	bool ok = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

	if (fd >= 0)
		close(fd);
	return ok;
}

static long charged(void)
{
	FILE *f = fopen(GROUP "/memory.current", "r");
	long bytes = -1;

	CHECK(f && fscanf(f, "%ld", &bytes) == 1);
	fclose(f);
	return bytes;
}

static void enter(const char *group)
{
	char path[128], pid[16];

	snprintf(path, sizeof(path), "%s/cgroup.procs", group);
	snprintf(pid, sizeof(pid), "%d", getpid());
	CHECK(put(path, pid));
}

TEST(map_memcg)
{
	static uint8_t value[2000];
	int array, hash;
	long before;
	uint32_t key;

	mkdir(ROOT, 0755);
	if (mount("none", ROOT, "cgroup2", 0, NULL) || !put(ROOT "/cgroup.subtree_control", "+memory"))
		ab_test_skip("no memory cgroups");
	CHECK(!mkdir(GROUP, 0755));
	enter(GROUP);
	before = charged();
	array = map_create(MAP(ARRAY), 4, 4096, 1024, 0);
	CHECK(array >= 0);
	CHECK(charged() - before >= 4 << 20);
	hash = map_create(MAP(HASH), 4, sizeof(value), 4096, ALTBPF_F_NO_PREALLOC);
	CHECK(hash >= 0);
	enter(ROOT);
	/* What grows later is the creator's, whoever makes it grow. */
	before = charged();
	for (key = 0; key < 2048; key++)
		CHECK_EQ(map_update(hash, &key, value, 0), 0);
	CHECK(charged() - before >= 3 << 20);
	enter(GROUP);
	CHECK(put(GROUP "/memory.max", "16000000"));
	CHECK_ERR(map_create(MAP(ARRAY), 4, 4096, 16384, 0), ENOMEM);
	CHECK_ERR(map_create(MAP(HASH), 4, 4096, 16384, 0), ENOMEM);
	CHECK_ERR(map_create(MAP(ARRAY), 4, 4096, 16384, ALTBPF_F_MMAPABLE), ENOMEM);
	CHECK_ERR(map_create(MAP(RINGBUF), 0, 0, 64 << 20, 0), ENOMEM);
	enter(ROOT);
	close(array);
	close(hash);
	umount2(ROOT, MNT_DETACH);
}
