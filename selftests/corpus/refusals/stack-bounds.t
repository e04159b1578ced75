=== stack-bounds: fails
expect: refuse stack-bounds at 0
log: invalid write to stack R10 off=0
*(u64 *)(r10 +0) = 0
r0 = 0
exit

=== stack-bounds: fix
expect: accept
*(u64 *)(r10 -8) = 0
r0 = 0
exit
