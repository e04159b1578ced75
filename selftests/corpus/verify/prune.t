# Covered states: what may be left out when a state was seen before, and what may not.

=== prune: a link to a number that was compared is part of the state
map: mem array 4 64 1
type: kprobe
flags: 8
expect: refuse pointer-range
r1 = 0
*(u32 *)(r10 -4) = r1
r1 = map[mem]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r2 = *(u64 *)(r0 +0)
r3 = *(u64 *)(r0 +8)
if r3 != 0 goto other
r1 = r2
goto join
other:
r1 = 1
join:
if r1 > 40 goto out
r0 += r2
r0 = *(u8 *)(r0 +0)
out:
r0 = 0
exit

=== prune: the same with the link on both ways
map: mem array 4 64 1
type: kprobe
flags: 8
result: 0
r1 = 0
*(u32 *)(r10 -4) = r1
r1 = map[mem]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r2 = *(u64 *)(r0 +0)
r3 = *(u64 *)(r0 +8)
if r3 != 0 goto other
r1 = r2
goto join
other:
r1 = r2
join:
if r1 > 40 goto out
r0 += r2
r0 = *(u8 *)(r0 +0)
out:
r0 = 0
exit

=== prune: a number on the stack that mattered
map: mem array 4 64 1
type: kprobe
flags: 8
expect: refuse map-value-bounds
r1 = 0
*(u32 *)(r10 -4) = r1
r1 = map[mem]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r3 = *(u64 *)(r0 +8)
r1 = 8
if r3 != 0 goto join
r1 = 80
join:
*(u64 *)(r10 -16) = r1
if r3 == 7 goto next
r4 = 1
next:
r2 = *(u64 *)(r10 -16)
r0 += r2
r0 = *(u8 *)(r0 +0)
out:
r0 = 0
exit

=== prune: an endless loop around bpf_loop
type: kprobe
expect: refuse back-edge
host: accept 6.18 takes the second call of the helper for a further turn of the first
again:
r1 = 2
r2 = func fn
r3 = 0
r4 = 0
call bpf_loop
goto again
fn:
r0 = 0
exit

=== prune: an endless loop around bpf_loop, with a way out that is not taken for good
type: kprobe
expect: refuse back-edge
host: accept 6.18 takes the second call of the helper for a further turn of the first
r6 = 0
again:
r1 = 100
r2 = func fn
r3 = 0
r4 = 0
call bpf_loop
if r0 != 99 goto again
r0 = 0
exit
fn:
r0 = 0
exit

=== prune: an endless loop around a function that has a may_goto
type: kprobe
expect: refuse too-many-jumps
again:
call fn
if r0 != 99 goto again
r0 = 0
exit
fn:
r0 = 1
turn:
may_goto out
r0 += 1
goto turn
out:
exit

=== prune: an endless loop in a callback
type: kprobe
expect: refuse back-edge
r1 = 2
r2 = func fn
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
fn:
r0 = 0
goto pc-1

=== prune: bpf_loop in a callback of bpf_loop
type: kprobe
result: 0
r1 = 3
r2 = func outer
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
outer:
r1 = 4
r2 = func inner
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
inner:
r0 = 0
exit
