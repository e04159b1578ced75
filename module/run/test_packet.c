// SPDX-License-Identifier: GPL-2.0
/*
 * PROG_TEST_RUN for programs that see packets. The packet lies in one page:
 *
 *	0          256 - meta      256                  256 + size          4096
 *	| headroom | metadata      | packet             | ... tailroom      |
 *
 * Rules and errnos are bpf(2)'s. Proved by selftests/kernel/run_packet.c.
 */
#include <linux/err.h>
#include <linux/etherdevice.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/netdevice.h>
#include <linux/nsproxy.h>
#include <linux/skbuff.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <net/net_namespace.h>
#include "core/spec/prog_type.h"
#include "run/test.h"

#define HEADROOM 256
#define META_MAX 32
#define SKB_VIEW_SIZE 192

/* A page with the user's packet at @headroom. Return: the page, or ERR_PTR. */
static void *packet_in(const struct ab_test *test, u32 headroom, u32 tailroom)
{
	u32 size = test->attr->test.data_size_in;
	void *page;

	if (size < ETH_HLEN || size > PAGE_SIZE - headroom - tailroom)
		return ERR_PTR(-EINVAL);
	page = kzalloc(PAGE_SIZE, GFP_USER);
	if (!page)
		return ERR_PTR(-ENOMEM);
	if (copy_from_user(page + headroom, u64_to_user_ptr(test->attr->test.data_in), size)) {
		kfree(page);
		return ERR_PTR(-EFAULT);
	}
	return page;
}

/* The user's xdp_md is made of offsets into the data; Return: bytes of metadata, or -EINVAL. */
static int check_xdp_md(const struct altbpf_xdp_md *md, u32 size)
{
	if (md->data_meta || md->data_end != size || md->data > md->data_end)
		return -EINVAL;
	if (md->data % 4 || md->data > META_MAX)
		return -EINVAL;
	return md->data;
}

/* Where the packet came from: a queue of a device that exists, or the loopback device. */
static int check_xdp_device(const struct altbpf_xdp_md *md)
{
	struct net_device *dev;
	bool has_queue;

	if (md->egress_ifindex)
		return -EINVAL;
	if (!md->ingress_ifindex)
		return md->rx_queue_index ? -EINVAL : 0;
	dev = dev_get_by_index(current->nsproxy->net_ns, md->ingress_ifindex);
	if (!dev)
		return -ENODEV;
	has_queue = md->rx_queue_index < dev->real_num_rx_queues;
	dev_put(dev);
	return has_queue ? 0 : -EINVAL;
}

static int run_xdp(struct ab_test *test, struct altbpf_xdp_md *md, void *page, u32 meta)
{
	u32 size = test->attr->test.data_size_in;
	struct ab_xdp_ctx ctx = {
		.data_hard_start = page,
		.data_meta = page + HEADROOM - meta,
		.data = page + HEADROOM,
		.data_end = page + HEADROOM - meta + size,
		.ingress_ifindex = 1, /* the loopback device, as in bpf(2)'s test runs */
	};
	int err, full;

	err = ab_test_repeat(test, &ctx);
	if (err)
		return err;
	full = ab_test_data_out(test, ctx.data_meta, ctx.data_end - ctx.data_meta);
	if (full && full != -ENOSPC)
		return full;
	err = ab_test_result_out(test);
	if (err || full)
		return err ?: full;
	md->data = ctx.data - ctx.data_meta;
	md->data_end = ctx.data_end - ctx.data_meta;
	return ab_test_ctx_out(test, md, sizeof(*md));
}

int ab_test_xdp(struct ab_test *test)
{
	u32 tailroom = SKB_DATA_ALIGN(sizeof(struct skb_shared_info));
	const union altbpf_attr *attr = test->attr;
	struct altbpf_xdp_md *md;
	int meta = 0, err;
	void *page;

	if (attr->test.flags || attr->test.batch_size)
		return -EINVAL;
	if (test->prog->expected_attach_type == ALTBPF_XDP_DEVMAP ||
	    test->prog->expected_attach_type == ALTBPF_XDP_CPUMAP)
		return -EINVAL;
	md = ab_test_ctx_in(test, sizeof(*md));
	if (IS_ERR(md))
		return PTR_ERR(md);
	if (attr->test.ctx_in)
		meta = check_xdp_md(md, attr->test.data_size_in);
	err = meta < 0 ? meta : check_xdp_device(md);
	if (err)
		goto out;
	/* Metadata is the first bytes of the data: they go in front of the packet's place. */
	page = packet_in(test, HEADROOM - meta, tailroom);
	if (IS_ERR(page)) {
		err = PTR_ERR(page);
		goto out;
	}
	err = run_xdp(test, md, page, meta);
	kfree(page);
out:
	kfree(md);
	return err;
}

/* Fields of struct __sk_buff that user space may set and gets back. */
static const struct {
	u16 view;
	u16 run;
	u16 size;
} skb_fields[] = {
#define FIELD(view, member) { view, offsetof(struct ab_skb_ctx, member), sizeof_field(struct ab_skb_ctx, member) }
	FIELD(8, mark), FIELD(32, priority), FIELD(36, ingress_ifindex), FIELD(40, ifindex), FIELD(48, cb),
	FIELD(152, tstamp), FIELD(160, wire_len), FIELD(164, gso_segs), FIELD(176, gso_size), FIELD(184, hwtstamp),
#undef FIELD
};

static bool is_zero(const u8 *view, u32 from, u32 to)
{
	return from >= to || !memchr_inv(view + from, 0, to - from);
}

/* Takes over what user space may set; the rest has to be zero. */
static int read_skb_view(const u8 *view, struct ab_skb_ctx *ctx)
{
	u32 i, at = 0;

	for (i = 0; i < ARRAY_SIZE(skb_fields); i++) {
		if (!is_zero(view, at, skb_fields[i].view))
			return -EINVAL;
		memcpy((u8 *)ctx + skb_fields[i].run, view + skb_fields[i].view, skb_fields[i].size);
		at = skb_fields[i].view + skb_fields[i].size;
	}
	if (!is_zero(view, at, SKB_VIEW_SIZE) || ctx->gso_segs > 65535 || ctx->ifindex > 1)
		return -EINVAL;
	if (!ctx->wire_len)
		ctx->wire_len = ctx->len;
	return ctx->wire_len < ctx->len ? -EINVAL : 0;
}

static void write_skb_view(u8 *view, const struct ab_skb_ctx *ctx)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(skb_fields); i++)
		memcpy(view + skb_fields[i].view, (const u8 *)ctx + skb_fields[i].run, skb_fields[i].size);
}

/* What a received packet says about itself; as a socket filter sees it, the link header is gone. */
static void describe_packet(struct ab_skb_ctx *ctx, void *frame, u32 size)
{
	const struct ethhdr *eth = frame;
	const struct ipv6hdr *ip6 = frame + ETH_HLEN;
	const struct iphdr *ip = frame + ETH_HLEN;

	ctx->data = frame + ETH_HLEN;
	ctx->data_meta = ctx->data;
	ctx->data_end = frame + size;
	ctx->len = size - ETH_HLEN;
	ctx->ifindex = 1;
	ctx->ingress_ifindex = 1;
	ctx->protocol = (__force u16)eth->h_proto;
	ctx->pkt_type = is_broadcast_ether_addr(eth->h_dest) ? PACKET_BROADCAST :
		is_multicast_ether_addr(eth->h_dest) ? PACKET_MULTICAST :
		is_zero_ether_addr(eth->h_dest) ? PACKET_HOST : PACKET_OTHERHOST;
	if (eth->h_proto == htons(ETH_P_IP) && ctx->len >= sizeof(*ip)) {
		ctx->family = AF_INET;
		ctx->remote_ip4 = (__force u32)ip->saddr;
		ctx->local_ip4 = (__force u32)ip->daddr;
	} else if (eth->h_proto == htons(ETH_P_IPV6) && ctx->len >= sizeof(*ip6)) {
		ctx->family = AF_INET6;
		memcpy(ctx->remote_ip6, &ip6->saddr, sizeof(ctx->remote_ip6));
		memcpy(ctx->local_ip6, &ip6->daddr, sizeof(ctx->local_ip6));
	}
}

static int run_skb(struct ab_test *test, u8 *view, struct ab_skb_ctx *ctx, void *frame)
{
	int err, full;

	describe_packet(ctx, frame, test->attr->test.data_size_in);
	if (test->attr->test.ctx_in) {
		u32 ifindex = ctx->ifindex;

		err = read_skb_view(view, ctx);
		if (err)
			return err;
		if (!ctx->ifindex)
			ctx->ifindex = ifindex;
	} else {
		ctx->wire_len = ctx->len;
	}
	err = ab_test_repeat(test, ctx);
	if (err)
		return err;
	/* The link header's room comes back as zeroes. */
	memset(frame, 0, ETH_HLEN);
	full = ab_test_data_out(test, frame, ctx->len + ETH_HLEN);
	if (full && full != -ENOSPC)
		return full;
	err = ab_test_result_out(test);
	if (err || full)
		return err ?: full;
	write_skb_view(view, ctx);
	return ab_test_ctx_out(test, view, SKB_VIEW_SIZE);
}

int ab_test_skb(struct ab_test *test)
{
	u32 headroom = NET_SKB_PAD + NET_IP_ALIGN;
	u32 tailroom = SKB_DATA_ALIGN(sizeof(struct skb_shared_info));
	const union altbpf_attr *attr = test->attr;
	struct ab_skb_ctx *ctx;
	u8 *view, *page;
	int err;

	if (attr->test.flags || attr->test.cpu || attr->test.batch_size)
		return -EINVAL;
	page = packet_in(test, headroom, tailroom);
	if (IS_ERR(page))
		return PTR_ERR(page);
	view = ab_test_ctx_in(test, SKB_VIEW_SIZE);
	err = PTR_ERR_OR_ZERO(view);
	if (err)
		goto out_page;
	err = -ENOMEM;
	ctx = kzalloc(sizeof(*ctx), GFP_USER);
	if (!ctx)
		goto out_view;
	err = run_skb(test, view, ctx, page + headroom);
	kfree(ctx);
out_view:
	kfree(view);
out_page:
	kfree(page);
	return err;
}
