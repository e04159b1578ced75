// SPDX-License-Identifier: GPL-2.0
/* FEATURES: the inventory as text. */
#include "harness.h"

static long features(char *buf, uint32_t *len)
{
	union altbpf_attr attr = { .features = { .buf = (uintptr_t)buf, .len = *len } };
	long ret = ab_sys(ALTBPF_FEATURES, &attr, sizeof(attr));

	*len = attr.features.len;
	return ret;
}

TEST(abi_features_text)
{
	uint32_t need = 0, len;
	char *buf, cut[16];

	CHECK(features(NULL, &need) == 0);
	CHECK(need > 100);
	buf = malloc(need);
	len = need;
	CHECK(features(buf, &len) == 0);
	CHECK_EQ(len, need);
	CHECK_EQ(strlen(buf) + 1, need);
	CHECK(strstr(buf, "command prog_load\n"));
	CHECK(strstr(buf, "prog_type kprobe\n"));
	CHECK(strstr(buf, "map_type hash\n"));
	CHECK(strstr(buf, "helper kprobe map_lookup_elem\n"));
	CHECK(strstr(buf, "helper raw_tracepoint tail_call\n"));
	len = sizeof(cut);
	CHECK_ERR(features(cut, &len), ENOSPC);
	CHECK_EQ(len, need);
	CHECK(!memcmp(cut, buf, sizeof(cut)));
	len = 0;
	CHECK_ERR(features(buf, &len), EINVAL);
	len = 64;
	CHECK_ERR(features((void *)8, &len), EFAULT);
}
