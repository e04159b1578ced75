// SPDX-License-Identifier: GPL-2.0
/* The helper belongs to another type of program. Expected: helper-not-for-program */
#include "mistake.h"

SEC("socket")
int filter(struct __sk_buff *skb)
{
#ifndef FIXED
	return bpf_get_attach_cookie(skb); /* HERE */
#else
	return skb->len;
#endif
}
