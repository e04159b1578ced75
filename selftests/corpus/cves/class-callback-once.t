# A callback was verified as if it ran once: what later turns change was not seen.

=== class-callback-once: the attack
type: kprobe
map: values array 4 64 1
expect: refuse map-value-bounds
*(u64 *)(r10 -8) = 0
r1 = 100
r2 = func step
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r2 = *(u64 *)(r10 -8)
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit
step:
r3 = *(u64 *)(r2 +0)
r3 += 1
*(u64 *)(r2 +0) = r3
r0 = 0
exit

=== class-callback-once: harmless
type: kprobe
map: values array 4 64 1
expect: accept
*(u64 *)(r10 -8) = 0
r1 = 100
r2 = func step
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r2 = *(u64 *)(r10 -8)
r0 = 0
if r2 > 63 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
exit
step:
r3 = *(u64 *)(r2 +0)
r3 += 1
*(u64 *)(r2 +0) = r3
r0 = 0
exit
