// SPDX-License-Identifier: GPL-2.0
/*
 * ringbuf: records from programs to user space, through shared memory. In kernel memory:
 *
 *   | struct ab_ring | consumer | producer | data, max_entries | the same data again |
 *   |   AB_RING_PGS  |  1 page  |  1 page  |                   |                     |
 *                    ^ what user space maps: offset 0, the first page alone writable
 *
 * The data is mapped twice so that a record that wraps round is in one piece. A record is an
 * 8-byte header (length, BUSY and DISCARD bits; distance to struct ab_ring in pages) and its
 * bytes, padded to 8. Positions only grow; the mask gives the place.
 *
 * What user space writes, the consumer's position, is a hint that is never trusted: a record that
 * is not committed yet is not overwritten whatever it says (@pending). The lock covers a few
 * loads and stores in one cache line, and the header. Proved by selftests/kernel/map_ringbuf.c.
 */
#include <linux/irq_work.h>
#include <linux/log2.h>
#include <linux/wait.h>
#include "maps/area.h"
#include "maps/create.h"
#include "maps/kinds.h"
#include "maps/lock.h"
#include "maps/pages.h"
#include "maps/ringbuf.h"
#include "port/vma.h"

struct header {
	u32 len;
	u32 pages; /* from struct ab_ring to this record's page */
};

struct position {
	unsigned long pos;
};

/**
 * struct ab_ring - what all producers share, at the start of the mapping
 * @lock: protects the next four
 * @head: where the next record goes; what the producer's page shows
 * @pending: before it everything is committed
 * @consumed: the consumer's position when it was last read
 * @mask: max_entries - 1
 * @half: of it: when @pending is further behind, it is time to move it
 */
struct ab_ring {
	struct ab_lock lock;
	unsigned long head;
	unsigned long pending;
	unsigned long consumed;
	unsigned long mask;
	unsigned long half;
	struct position *consumer;
	struct position *producer;
	u8 *data;
	struct irq_work work ____cacheline_aligned;
	wait_queue_head_t wait;
	struct ab_pages pages;
};

#define AB_RING_PGS DIV_ROUND_UP(sizeof(struct ab_ring), PAGE_SIZE)
#define AB_RING_META (AB_RING_PGS + 2)
/* Records whose state is looked at, at a time: in passing, so that @pending keeps up; when it stopped us. */
#define STEPS 8
#define STEPS_FULL 256
/* BUSY and DISCARD are above the length. */
#define RECORD_MAX (U32_MAX / 4)

struct ab_ringbuf {
	struct ab_map map;
	struct ab_ring *ring;
};

static struct ab_ring *ring_of(struct ab_map *map)
{
	return container_of(map, struct ab_ringbuf, map)->ring;
}

static int check(const union altbpf_attr *attr)
{
	if (attr->map_create.map_flags & ~ALTBPF_F_NUMA_NODE)
		return -EINVAL;
	if (attr->map_create.key_size || attr->map_create.value_size ||
	    !is_power_of_2(attr->map_create.max_entries) || !PAGE_ALIGNED(attr->map_create.max_entries))
		return -EINVAL;
	return 0;
}

static void wake(struct irq_work *work)
{
	wake_up_all(&container_of(work, struct ab_ring, work)->wait);
}

static struct ab_ring *ring_create(u64 bytes, int node)
{
	u32 data_cnt = bytes >> PAGE_SHIFT;
	struct ab_pages pages;
	struct ab_ring *ring = ab_pages_create(&pages, AB_RING_META + data_cnt, data_cnt, node);

	if (!ring)
		return NULL;
	ring->pages = pages;
	ring->mask = bytes - 1;
	ring->half = bytes / 2;
	ring->consumer = (void *)ring + AB_RING_PGS * PAGE_SIZE;
	ring->producer = (void *)ring->consumer + PAGE_SIZE;
	ring->data = (void *)ring->producer + PAGE_SIZE;
	init_irq_work(&ring->work, wake);
	init_waitqueue_head(&ring->wait);
	return ring;
}

static void destroy(struct ab_map *map)
{
	struct ab_ringbuf *buf = container_of(map, struct ab_ringbuf, map);
	struct ab_pages pages = buf->ring->pages;

	irq_work_sync(&buf->ring->work);
	ab_pages_destroy(&pages, buf->ring);
	kfree(buf);
}

static struct ab_map *create(const union altbpf_attr *attr)
{
	struct ab_ringbuf *buf = kzalloc(sizeof(*buf), AB_GFP_MAP);

	if (!buf)
		return ERR_PTR(-ENOMEM);
	ab_map_init(&buf->map, attr, &ab_ringbuf_ops);
	buf->ring = ring_create(attr->map_create.max_entries, ab_map_node(attr));
	if (!buf->ring) {
		kfree(buf);
		return ERR_PTR(-ENOMEM);
	}
	buf->map.bytes = sizeof(*buf) + (u64)buf->ring->pages.cnt * PAGE_SIZE;
	return &buf->map;
}

static u32 record_len(u32 len)
{
	return round_up((len & ~(ALTBPF_RINGBUF_BUSY_BIT | ALTBPF_RINGBUF_DISCARD_BIT)) +
			ALTBPF_RINGBUF_HDR_SZ, 8);
}

/* Moves @pending over committed records, at most @steps of them. Under the lock. */
static noinline void settle(struct ab_ring *ring, u32 steps)
{
	unsigned long pending = ring->pending;
	u32 len;

	while (steps-- && pending != ring->head) {
		len = READ_ONCE(((struct header *)(ring->data + (pending & ring->mask)))->len);
		if (len & ALTBPF_RINGBUF_BUSY_BIT)
			break;
		pending += record_len(len);
	}
	ring->pending = pending;
}

/* Is there room for [head, end)? The slow half, when the numbers at hand do not say yes. Under the lock. */
static noinline bool make_room(struct ab_ring *ring, unsigned long end)
{
	settle(ring, STEPS);
	if (end - ring->consumed > ring->mask)
		ring->consumed = smp_load_acquire(&ring->consumer->pos);
	if (end - ring->consumed > ring->mask)
		return false;
	if (end - ring->pending > ring->mask)
		settle(ring, STEPS_FULL);
	return end - ring->pending <= ring->mask;
}

void *ab_ringbuf_reserve(struct ab_map *map, u64 size)
{
	struct ab_ring *ring = ring_of(map);
	struct header *header = NULL;
	struct ab_guard guard;
	unsigned long head, end;

	if (unlikely(size > RECORD_MAX || size + ALTBPF_RINGBUF_HDR_SZ > ring->mask + 1))
		return NULL;
	ab_guard_enter(&guard);
	if (unlikely(!ab_lock(&guard, &ring->lock)))
		goto out;
	head = ring->head;
	end = head + round_up(size + ALTBPF_RINGBUF_HDR_SZ, 8);
	if (likely(end - ring->pending <= ring->half && end - ring->consumed <= ring->mask) ||
	    make_room(ring, end)) {
		header = (struct header *)(ring->data + (head & ring->mask));
		header->len = size | ALTBPF_RINGBUF_BUSY_BIT;
		header->pages = ((u8 *)header - (u8 *)ring) >> PAGE_SHIFT;
		ring->head = end;
		/* The consumer must see BUSY before it sees that there is a record. */
		smp_store_release(&ring->producer->pos, end);
	}
	ab_unlock(&ring->lock);
out:
	ab_guard_leave(&guard);
	return header ? header + 1 : NULL;
}

void ab_ringbuf_commit(void *sample, u64 flags, bool discard)
{
	struct header *header = (struct header *)sample - 1;
	unsigned long page = (unsigned long)header & PAGE_MASK;
	struct ab_ring *ring = (struct ab_ring *)(page - ((unsigned long)header->pages << PAGE_SHIFT));
	u32 len = header->len ^ ALTBPF_RINGBUF_BUSY_BIT;
	unsigned long at;

	if (discard)
		len |= ALTBPF_RINGBUF_DISCARD_BIT;
	/* Full barrier: the record is out before the consumer's position is read, see below. */
	xchg(&header->len, len);
	if (flags & ALTBPF_RB_NO_WAKEUP)
		return;
	/*
	 * A consumer that is behind finds this record on its way. One that waits here saw BUSY: it
	 * stored its position before it read the header, so its position is seen here.
	 */
	at = smp_load_acquire(&ring->consumer->pos) & ring->mask;
	if (flags & ALTBPF_RB_FORCE_WAKEUP || at == (unsigned long)((u8 *)header - ring->data))
		irq_work_queue(&ring->work);
}

static u64 avail(struct ab_ring *ring)
{
	unsigned long consumed = smp_load_acquire(&ring->consumer->pos);

	return smp_load_acquire(&ring->producer->pos) - consumed;
}

u64 ab_ringbuf_query(struct ab_map *map, u64 what)
{
	struct ab_ring *ring = ring_of(map);

	switch (what) {
	case ALTBPF_RB_AVAIL_DATA:
		return avail(ring);
	case ALTBPF_RB_RING_SIZE:
		return ring->mask + 1;
	case ALTBPF_RB_CONS_POS:
		return smp_load_acquire(&ring->consumer->pos);
	case ALTBPF_RB_PROD_POS:
		return smp_load_acquire(&ring->producer->pos);
	default:
		return 0;
	}
}

static int mmap(struct ab_map *map, struct vm_area_struct *vma)
{
	if (vma->vm_flags & VM_WRITE) {
		if (vma->vm_pgoff || vma->vm_end - vma->vm_start != PAGE_SIZE)
			return -EPERM;
	} else {
		ab_vma_clear_flags(vma, VM_MAYWRITE);
	}
	if (vma->vm_pgoff > ULONG_MAX - AB_RING_PGS)
		return -EINVAL;
	return remap_vmalloc_range(vma, ring_of(map), vma->vm_pgoff + AB_RING_PGS);
}

static __poll_t poll(struct ab_map *map, struct file *file, struct poll_table_struct *pt)
{
	struct ab_ring *ring = ring_of(map);

	poll_wait(file, &ring->wait, pt);
	return avail(ring) ? EPOLLIN | EPOLLRDNORM : 0;
}

/* It has no elements. */
static int no_key(struct ab_map *map, const void *key, void *next)
{
	return -ENOTSUPP;
}

static int no_lookup(struct ab_map *map, const void *key, void *value, u64 flags)
{
	return -ENOTSUPP;
}

static int no_update(struct ab_map *map, const void *key, const void *value, u64 flags)
{
	return -ENOTSUPP;
}

static int no_delete(struct ab_map *map, const void *key)
{
	return -ENOTSUPP;
}

const struct ab_map_ops ab_ringbuf_ops = {
	.type = ALTBPF_MAP_TYPE_RINGBUF,
	.check = check,
	.create = create,
	.destroy = destroy,
	.next_key = no_key,
	.user_lookup = no_lookup,
	.user_update = no_update,
	.user_delete = no_delete,
	.mmap = mmap,
	.poll = poll,
};
