# A 32-bit copy was linked with the 64-bit original, and the original learned from a check of the copy.

=== class-linked-32-bit-copy: the attack
type: kprobe
map: values array 4 64 1
expect: refuse pointer-range
r2 = *(u64 *)(r1 +0)
w4 = w2
r0 = 0
if r4 > 63 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit

=== class-linked-32-bit-copy: harmless
type: kprobe
map: values array 4 64 1
expect: accept
r2 = *(u64 *)(r1 +0)
w4 = w2
r0 = 0
if r4 > 63 goto out
r3 = map[values][0]+0
r3 += r4
r0 = *(u8 *)(r3 +0)
out:
exit
