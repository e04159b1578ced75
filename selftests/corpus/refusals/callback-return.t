=== callback-return: fails
type: kprobe
expect: refuse callback-return
log: At callback return the register R0 has
r1 = 5
r2 = func bad
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
bad:
r0 = 2
exit

=== callback-return: fix
type: kprobe
expect: accept
r1 = 5
r2 = func bad
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
bad:
r0 = 1
exit
