=== helper-not-for-program: fails
expect: refuse helper-not-for-program
type: xdp
log: bpf_override_return#58
r2 = 0
call bpf_override_return
r0 = 0
exit

=== helper-not-for-program: fix
expect: accept
type: xdp
call bpf_ktime_get_ns
r0 = 0
exit
