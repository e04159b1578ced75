=== helper-sleeps: fails
type: kprobe
expect: refuse helper-sleeps
r3 = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_copy_from_user
r0 = 0
exit

=== helper-sleeps: fix
type: kprobe
expect: accept
r3 = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_user
r0 = 0
exit
