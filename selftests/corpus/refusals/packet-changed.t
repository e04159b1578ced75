=== packet-changed: fails
type: xdp
expect: refuse packet-changed
r6 = r1
r7 = *(u32 *)(r1 +0)
r2 = 8
call bpf_xdp_adjust_head
r0 = *(u8 *)(r7 +0)
exit

=== packet-changed: fix
vm: no the module has no bpf_xdp_adjust_head
type: xdp
expect: accept
r6 = r1
r7 = *(u32 *)(r1 +0)
r2 = 8
call bpf_xdp_adjust_head
r7 = *(u32 *)(r6 +0)
r3 = *(u32 *)(r6 +4)
r4 = r7
r4 += 1
r0 = 0
if r4 > r3 goto out
r0 = *(u8 *)(r7 +0)
out:
exit
