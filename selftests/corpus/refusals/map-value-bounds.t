=== map-value-bounds: fails
map: values array 4 64 1
expect: refuse map-value-bounds
r2 = *(u32 *)(r1 +8)
r2 &= 15
r2 *= 8
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit

=== map-value-bounds: fix
map: values array 4 64 1
expect: accept
r2 = *(u32 *)(r1 +8)
r2 &= 15
r2 *= 4
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
exit
