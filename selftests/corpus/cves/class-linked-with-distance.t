# Numbers linked at a distance learned from one another although the distance was added in 32 bits.

=== class-linked-with-distance: the attack
type: kprobe
map: values array 4 64 1
expect: refuse pointer-range
r2 = *(u64 *)(r1 +0)
r4 = r2
w4 += 16
r0 = 0
if r4 > 79 goto out
if r4 < 16 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== class-linked-with-distance: harmless
type: kprobe
map: values array 4 64 1
expect: accept
r2 = *(u64 *)(r1 +0)
r0 = 0
if r2 > 63 goto out
r4 = r2
r4 += 16
if r4 > 79 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit
