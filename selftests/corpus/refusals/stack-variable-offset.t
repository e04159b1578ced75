=== stack-variable-offset: fails
expect: refuse stack-variable-offset
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
r2 &= 24
r3 = r10
r3 += -16
r3 += r2
r0 = *(u64 *)(r3 +0)
exit

=== stack-variable-offset: fix
expect: accept
*(u64 *)(r10 -8) = 0
*(u64 *)(r10 -16) = 0
r2 = *(u32 *)(r1 +8)
r2 &= 8
r3 = r10
r3 += -16
r3 += r2
r0 = *(u64 *)(r3 +0)
exit
