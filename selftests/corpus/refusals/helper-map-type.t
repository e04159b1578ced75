=== helper-map-type: fails
map: values array 4 4 4
expect: refuse helper-map-type
log: cannot pass map_type
r2 = map[values]
r3 = 1
call bpf_tail_call
r0 = 3
exit

=== helper-map-type: fix
map: values prog_array 4 4 4
expect: accept
r2 = map[values]
r3 = 1
call bpf_tail_call
r0 = 3
exit
