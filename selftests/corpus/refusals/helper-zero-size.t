=== helper-zero-size: fails
type: kprobe
expect: refuse helper-zero-size
log: invalid zero-sized read
r1 = r10
r1 += -8
r2 = 0
call bpf_get_current_comm
r0 = 0
exit

=== helper-zero-size: fix
type: kprobe
expect: accept
r1 = r10
r1 += -8
r2 = 8
call bpf_get_current_comm
r0 = 0
exit
