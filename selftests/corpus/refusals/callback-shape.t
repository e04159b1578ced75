=== callback-shape: fails
type: kprobe
expect: refuse callback-shape
main:
r1 = 5
r2 = func main
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit

=== callback-shape: fix
type: kprobe
expect: accept
r1 = 5
r2 = func step
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
step:
r0 = 0
exit
