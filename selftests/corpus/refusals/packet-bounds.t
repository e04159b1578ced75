=== packet-bounds: fails
type: xdp
expect: refuse packet-bounds at 1
log: invalid access to packet, off=0 size=1
r2 = *(u32 *)(r1 +0)
r0 = *(u8 *)(r2 +0)
exit

=== packet-bounds: fix
type: xdp
expect: accept
r2 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r2
r4 += 1
r0 = 0
if r4 > r3 goto out
r0 = *(u8 *)(r2 +0)
out:
exit
