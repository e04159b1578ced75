// SPDX-License-Identifier: GPL-2.0
/* The packet is read without a comparison with its end. Expected: packet-bounds */
#include "mistake.h"

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;

#ifdef FIXED
	if ((void *)(eth + 1) > end)
		return XDP_PASS;
#else
	(void)end;
#endif
	return eth->h_proto == 8 ? XDP_DROP : XDP_PASS; /* HERE */
}
