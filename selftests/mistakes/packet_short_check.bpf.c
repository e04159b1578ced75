// SPDX-License-Identifier: GPL-2.0
/* The check is one byte short. Expected: packet-bounds */
#include "mistake.h"

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct iphdr *ip = data + sizeof(*eth);

#ifdef FIXED
	if ((void *)ip + sizeof(*ip) > end)
#else
	if ((void *)ip + sizeof(*ip) - 1 > end)
#endif
		return XDP_PASS;
	return ip->daddr == 0x7f000001 ? XDP_DROP : XDP_PASS; /* HERE */
}
