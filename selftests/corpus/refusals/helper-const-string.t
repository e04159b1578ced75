=== helper-const-string: fails
type: kprobe
map: text array 4 4 1
expect: refuse helper-const-string
*(u32 *)(r10 -4) = 0x636261
r1 = r10
r1 += -4
r2 = 4
r3 = map[text][0]+0
call bpf_strncmp
r0 = 0
exit

=== helper-const-string: fix
type: kprobe
map: text array 4 4 1 flags=128 frozen=61626300
expect: accept
*(u32 *)(r10 -4) = 0x636261
r1 = r10
r1 += -4
r2 = 4
r3 = map[text][0]+0
call bpf_strncmp
r0 = 0
exit
