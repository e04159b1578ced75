=== not-a-pointer: fails
expect: refuse not-a-pointer
r2 = r10
r2 = -r2
r0 = *(u64 *)(r2 +0)
exit

=== not-a-pointer: fix
expect: accept
r2 = r10
r2 += -8
*(u64 *)(r2 +0) = 1
r0 = *(u64 *)(r2 +0)
exit
