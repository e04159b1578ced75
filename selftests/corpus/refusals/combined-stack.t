=== combined-stack: fails
expect: refuse combined-stack
log: combined stack size
*(u64 *)(r10 -296) = 1
r1 = r10
r1 += -304
*(u64 *)(r1 +0) = 0
call fn
r0 = 0
exit
fn:
*(u64 *)(r10 -256) = 0
r0 = 0
exit

=== combined-stack: fix
expect: accept
*(u64 *)(r10 -96) = 1
r1 = r10
r1 += -104
*(u64 *)(r1 +0) = 0
call fn
r0 = 0
exit
fn:
*(u64 *)(r10 -256) = 0
r0 = 0
exit
