=== helper-format: fails
type: kprobe
map: text array 4 4 1 flags=128 frozen=25660000
expect: refuse helper-format
r1 = r10
r1 += -8
r2 = 8
r3 = map[text][0]+0
*(u64 *)(r10 -16) = 1
r4 = r10
r4 += -16
r5 = 8
call bpf_snprintf
r0 = 0
exit

=== helper-format: fix
type: kprobe
map: text array 4 4 1 flags=128 frozen=25640000
expect: accept
r1 = r10
r1 += -8
r2 = 8
r3 = map[text][0]+0
*(u64 *)(r10 -16) = 1
r4 = r10
r4 += -16
r5 = 8
call bpf_snprintf
r0 = 0
exit
