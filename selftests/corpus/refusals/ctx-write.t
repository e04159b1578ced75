=== ctx-write: fails
type: xdp
expect: refuse ctx-write
*(u32 *)(r1 +12) = 1
r0 = 0
exit

=== ctx-write: fix
type: xdp
expect: accept
r2 = *(u32 *)(r1 +12)
r0 = 0
exit
