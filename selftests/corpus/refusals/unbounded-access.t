=== unbounded-access: fails
map: values array 4 64 1
expect: refuse unbounded-access
r2 = *(u32 *)(r1 +8)
r2 &= 7
r2 -= 1
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== unbounded-access: fix
map: values array 4 64 1
expect: accept
r2 = *(u32 *)(r1 +8)
r2 &= 7
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit
