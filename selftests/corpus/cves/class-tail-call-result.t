# A function that makes a tail call returns to its caller what the other program returns, not only what
# its own text says.

=== class-tail-call-result: the attack
map: values array 4 64 1
map: progs prog_array 4 4 4
expect: refuse pointer-range
call jump
r3 = map[values][0]+0
r3 += r0
r0 = *(u8 *)(r3 +0)
exit
jump:
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit

=== class-tail-call-result: harmless
map: values array 4 64 1
map: progs prog_array 4 4 4
expect: accept
call jump
r0 &= 63
r3 = map[values][0]+0
r3 += r0
r0 = *(u8 *)(r3 +0)
exit
jump:
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit

=== class-tail-call-result: packet pointers end
type: xdp
map: progs prog_array 4 4 4
expect: refuse packet-changed
r6 = *(u32 *)(r1 +0)
r3 = *(u32 *)(r1 +4)
r4 = r6
r4 += 1
r0 = 0
if r4 > r3 goto out
call jump
r0 = *(u8 *)(r6 +0)
out:
exit
jump:
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit
