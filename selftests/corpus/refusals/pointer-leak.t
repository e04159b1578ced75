=== pointer-leak: fails
expect: refuse pointer-leak
r1 = r10
r1 += -8
*(u64 *)(r1 +0) = 0
call fn
r0 = 0
exit
fn:
*(u64 *)(r1 +0) = r10
r0 = 0
exit

=== pointer-leak: fix
expect: accept
r1 = r10
r1 += -8
*(u64 *)(r1 +0) = 0
call fn
r0 = 0
exit
fn:
*(u64 *)(r1 +0) = 1
r0 = 0
exit
