=== null-deref: fails
map: counts hash 4 8 4
expect: refuse null-deref
log: R0 invalid mem access 'map_value_or_null'
*(u32 *)(r10 -4) = 1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = *(u64 *)(r0 +0)
exit

=== null-deref: fix
map: counts hash 4 8 4
expect: accept
*(u32 *)(r10 -4) = 1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r0 +0)
out:
exit
