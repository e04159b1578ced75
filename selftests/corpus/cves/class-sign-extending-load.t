# The range of a number after a sign-extending load was taken for that of the plain load.

=== class-sign-extending-load: the attack
map: values array 4 64 1
expect: refuse unbounded-access
*(u64 *)(r10 -8) = 0
r2 = *(u32 *)(r1 +8)
*(u8 *)(r10 -8) = r2
r2 = *(s8 *)(r10 -8)
if r2 s> 63 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
r0 = 0
exit

=== class-sign-extending-load: harmless
map: values array 4 64 1
expect: accept
*(u64 *)(r10 -8) = 0
r2 = *(u32 *)(r1 +8)
*(u8 *)(r10 -8) = r2
r2 = *(s8 *)(r10 -8)
if r2 s> 63 goto out
if r2 s< 0 goto out
r3 = map[values][0]+0
r3 += r2
r0 = *(u8 *)(r3 +0)
out:
r0 = 0
exit
