=== pointer-range: fails
expect: refuse pointer-range
r2 = *(u32 *)(r1 +8)
r2 <<= 32
r3 = r10
r3 += r2
*(u64 *)(r3 -8) = 1
r0 = 0
exit

=== pointer-range: fix
expect: accept
r2 = *(u32 *)(r1 +8)
r2 &= 7
r3 = r10
r3 += r2
*(u8 *)(r3 -8) = 1
r0 = 0
exit
