=== helper-gpl: fails
type: kprobe
gpl: no
expect: refuse helper-gpl
log: cannot call GPL-restricted function from non-GPL compatible program
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_kernel
r0 = 0
exit

=== helper-gpl: fix
type: kprobe
expect: accept
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = 8
call bpf_probe_read_kernel
r0 = 0
exit
