// SPDX-License-Identifier: GPL-2.0
/* One header is checked, the next one is read. Expected: packet-bounds */
#include "mistake.h"

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct iphdr *ip = data + sizeof(*eth);

#ifdef FIXED
	if ((void *)(ip + 1) > end)
#else
	if ((void *)(eth + 1) > end)
#endif
		return XDP_PASS;
	return ip->protocol == IPPROTO_UDP ? XDP_DROP : XDP_PASS; /* HERE */
}
