=== back-edge: fails
expect: refuse back-edge
log: infinite loop detected
r1 = *(u32 *)(r1 +0)
r0 = 0
again:
r2 = 1
if r1 == 0 goto again
exit

=== back-edge: fix
expect: accept
r1 = *(u32 *)(r1 +0)
r0 = 0
r2 = 0
again:
r2 += 1
if r2 < 10 goto again
exit
