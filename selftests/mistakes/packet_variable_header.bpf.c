// SPDX-License-Identifier: GPL-2.0
/* The IP header has a variable length: what follows was not checked. Expected: packet-bounds */
#include "mistake.h"

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct iphdr *ip = data + sizeof(*eth);

	struct tcphdr *tcp;

	if ((void *)(ip + 1) > end)
		return XDP_PASS;
	tcp = (void *)ip + ip->ihl * 4;
#ifdef FIXED
	if ((void *)(tcp + 1) > end)
		return XDP_PASS;
#endif
	return tcp->dest == 80 ? XDP_DROP : XDP_PASS; /* HERE */
}
