=== corrupt-spill: fails
expect: refuse corrupt-spill
log: invalid size of register fill
*(u64 *)(r10 -8) = r1
r0 = *(u32 *)(r10 -8)
exit

=== corrupt-spill: fix
expect: accept
*(u64 *)(r10 -8) = r1
r1 = *(u64 *)(r10 -8)
r0 = 0
exit
