=== helper-arg-type: fails
map: counts hash 4 8 4
expect: refuse helper-arg-type
r1 = map[counts]
r2 = 1
call bpf_map_lookup_elem
r0 = 0
exit

=== helper-arg-type: fix
map: counts hash 4 8 4
expect: accept
r1 = map[counts]
*(u32 *)(r10 -4) = 1
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = 0
exit
