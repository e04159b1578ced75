=== null-arith: fails
map: values hash 4 64 1
expect: refuse null-arith
log: pointer arithmetic on map_value_or_null
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 += 8
if r0 == 0 goto out
r0 = *(u64 *)(r0 +0)
out:
exit

=== null-arith: fix
map: values hash 4 64 1
expect: accept
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 += 8
r0 = *(u64 *)(r0 +0)
out:
exit
