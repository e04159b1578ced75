=== bad-access-kind: fails
type: kprobe
expect: refuse bad-access-kind
log: BPF_ATOMIC stores into R1 ctx is not allowed
r2 = 1
lock *(u64 *)(r1 +0) += r2
r0 = 0
exit

=== bad-access-kind: fix
type: kprobe
expect: accept
r2 = 1
*(u64 *)(r10 -8) = 0
lock *(u64 *)(r10 -8) += r2
r0 = 0
exit
