=== unknown-helper: fails
expect: refuse unknown-helper
log: invalid func unknown#9999
call 9999
exit

=== unknown-helper: fix
expect: accept
call bpf_ktime_get_ns
exit
