=== tail-call-place: fails
type: kprobe
map: progs prog_array 4 4 4
expect: refuse tail-call-place
*(u64 *)(r10 -8) = r1
r1 = 5
r2 = func cb
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = 0
exit
cb:
r1 = *(u64 *)(r2 +0)
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit

=== tail-call-place: fix
type: kprobe
map: progs prog_array 4 4 4
expect: accept
*(u64 *)(r10 -8) = r1
r1 = 5
r2 = func cb
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r1 = *(u64 *)(r10 -8)
r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit
cb:
r0 = 0
exit
