=== kfunc-call: fails
expect: refuse kfunc-call
call kernel-function#999999
exit

=== kfunc-call: fix
expect: accept
call bpf_ktime_get_ns
exit
