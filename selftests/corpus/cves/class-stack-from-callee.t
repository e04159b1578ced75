# A helper's or callee's write through a pointer to the caller's stack was not seen, and an old constant
# used.

=== class-stack-from-callee: the attack
map: values array 4 64 1
expect: refuse map-value-bounds
*(u64 *)(r10 -8) = 0
r2 = r10
r2 += -8
call change
r2 = *(u64 *)(r10 -8)
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit
change:
*(u64 *)(r2 +0) = 4096
r0 = 0
exit

=== class-stack-from-callee: harmless
map: values array 4 64 1
result: 0
*(u64 *)(r10 -8) = 0
r2 = r10
r2 += -8
call change
r2 = *(u64 *)(r10 -8)
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit
change:
*(u64 *)(r2 +0) = 40
r0 = 0
exit
