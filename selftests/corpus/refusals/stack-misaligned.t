=== stack-misaligned: fails
expect: refuse stack-misaligned
*(u64 *)(r10 -4) = 0
r0 = 0
exit

=== stack-misaligned: fix
expect: accept
*(u64 *)(r10 -8) = 0
r0 = 0
exit
