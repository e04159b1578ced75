# Maps: keys, values, null checks, bounds.

=== map: look up in an empty hash
map: counts hash 4 8 4
result: 7
*(u32 *)(r10 -4) = 1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 != 0 goto found
r0 = 7
exit
found:
r0 = *(u64 *)(r0 +0)
exit

=== map: the value without a check
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

=== map: the check the wrong way round
map: counts hash 4 8 4
expect: refuse not-a-pointer
*(u32 *)(r10 -4) = 1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 != 0 goto out
r0 = *(u64 *)(r0 +0)
out:
r0 = 0
exit

=== map: counting in a hash
map: counts hash 4 8 4
init: counts 01000000 2a00000000000000
check: counts 01000000 2b00000000000000
result: 0
*(u32 *)(r10 -4) = 1
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = 1
lock *(u64 *)(r0 +0) += r1
out:
r0 = 0
exit

=== map: update and look up again
map: counts hash 8 16 4
result: 99
*(u64 *)(r10 -8) = 5
*(u64 *)(r10 -16) = 99
*(u64 *)(r10 -24) = 98
r1 = map[counts]
r2 = r10
r2 += -8
r3 = r10
r3 += -24
r4 = 0
call bpf_map_update_elem
r1 = map[counts]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r0 +8)
out:
exit

=== map: update that must not exist yet
map: counts hash 4 4 4
init: counts 07000000 01000000
result: -17
*(u32 *)(r10 -4) = 7
r1 = map[counts]
r2 = r10
r2 += -4
r3 = r2
r4 = 1
call bpf_map_update_elem
exit

=== map: delete
map: counts hash 4 4 4
init: counts 07000000 01000000
result: 0
*(u32 *)(r10 -4) = 7
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_delete_elem
exit

=== map: array element by key
map: values array 4 8 4
init: values 02000000 2a00000000000000
result: 42
*(u32 *)(r10 -4) = 2
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r0 +0)
out:
exit

=== map: array key out of range
map: values array 4 8 4
result: 0
*(u32 *)(r10 -4) = 4
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = 1
out:
exit

=== map: beyond the value
map: values array 4 8 4
expect: refuse map-value-bounds
log: invalid access to map value, value_size=8 off=8 size=8
*(u32 *)(r10 -4) = 2
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r0 +8)
out:
exit

=== map: before the value
map: values array 4 8 4
expect: refuse map-value-bounds
*(u32 *)(r10 -4) = 2
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r0 -8)
out:
exit

=== map: variable index with a bound
map: values array 4 64 1
result: 0
r6 = *(u32 *)(r1 +8)
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
if r6 > 56 goto none
r0 += r6
r0 = *(u64 *)(r0 +0)
exit
none:
r0 = 0
out:
exit

=== map: variable index with a bound one too large
map: values array 4 64 1
expect: refuse map-value-bounds
r6 = *(u32 *)(r1 +8)
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
if r6 > 57 goto none
r0 += r6
r0 = *(u64 *)(r0 +0)
exit
none:
r0 = 0
out:
exit

=== map: variable index without a bound
map: values array 4 64 1
expect: refuse unbounded-access
log: unbounded memory access
r6 = *(u32 *)(r1 +8)
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 += r6
r0 = *(u64 *)(r0 +0)
out:
exit

=== map: signed index without a lower bound
map: values array 4 64 1
expect: refuse pointer-range
log: makes map_value pointer be out of bounds
r6 = *(u32 *)(r1 +8)
r6 <<= 32
r6 s>>= 32
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
if r6 s> 56 goto none
r0 += r6
r0 = *(u8 *)(r0 +0)
exit
none:
r0 = 0
out:
exit

=== map: index masked
map: values array 4 64 1
result: 0
r6 = *(u32 *)(r1 +8)
r6 &= 63
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 += r6
r0 = *(u8 *)(r0 +0)
out:
exit

=== map: arithmetic before the null check
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

=== map: the null check of a copy
map: values array 4 64 1
result: 0
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r7 = r0
r0 = 0
if r7 == 0 goto out
r0 = *(u64 *)(r7 +0)
out:
exit

=== map: two look-ups, one check
map: values hash 4 64 2
expect: refuse null-deref
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r7 = r0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = *(u64 *)(r7 +0)
out:
r0 = 0
exit

=== map: key not initialised
map: counts hash 8 8 4
r1 = map[counts]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r0 = 0
exit

=== map: key beyond the stack
map: counts hash 8 8 4
expect: refuse stack-bounds
log: invalid
*(u64 *)(r10 -8) = 0
r1 = map[counts]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = 0
exit

=== map: key in another map's value
map: values array 4 8 1
map: counts hash 8 8 4
result: 0
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = map[counts]
r2 = r0
call bpf_map_lookup_elem
if r0 == 0 goto out
r0 = 1
out:
exit

=== map: the first argument is no map
expect: refuse helper-arg-type
log: R1 type=ctx expected=map_ptr
*(u32 *)(r10 -4) = 0
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = 0
exit

=== map: the key is a number
map: counts hash 4 8 4
expect: refuse helper-arg-type
log: R2 type=scalar expected=fp
r1 = map[counts]
r2 = 4
call bpf_map_lookup_elem
r0 = 0
exit

=== map: a write into the map itself
map: counts hash 4 8 4
expect: refuse not-a-pointer
log: R1 invalid mem access 'map_ptr'
r1 = map[counts]
r2 = 4
*(u64 *)(r1 +0) = r2
r0 = 0
exit

=== map: direct value access
map: globals array 4 16 1
init: globals 00000000 01000000000000002a00000000000000
result: 42
r1 = map[globals][0]+8
r0 = *(u64 *)(r1 +0)
exit

=== map: direct value access writes
map: globals array 4 16 1
check: globals 00000000 00000000000000000700000000000000
r1 = map[globals][0]+0
*(u64 *)(r1 +8) = 7
r0 = 0
exit

=== map: direct value access beyond the value
map: globals array 4 16 1
expect: refuse map-direct-value
r1 = map[globals][0]+16
r0 = 0
exit

=== map: direct value access to a hash
map: counts hash 4 8 4
expect: refuse map-direct-value
r1 = map[counts][0]+0
r0 = 0
exit

=== map: frozen read-only value is a constant
map: config array 4 4 1 flags=128 frozen=05000000
result: 5
r1 = map[config][0]+0
r2 = *(u32 *)(r1 +0)
if r2 == 5 goto fine
r0 = *(u64 *)(r10 +8)
exit
fine:
r0 = r2
exit

=== map: a write to read-only memory
map: config array 4 4 1 flags=128 frozen=05000000
expect: refuse write-to-readonly
log: write into map forbidden
r1 = map[config][0]+0
*(u32 *)(r1 +0) = 1
r0 = 0
exit

=== map: update of a map that programs may only read
map: config array 4 4 1 flags=128
expect: refuse write-to-readonly
log: write into map forbidden
*(u32 *)(r10 -4) = 0
r1 = map[config]
r2 = r10
r2 += -4
r3 = r2
r4 = 0
call bpf_map_update_elem
r0 = 0
exit

=== map: queue
map: todo queue 0 8 2
result: 11
*(u64 *)(r10 -8) = 11
r1 = map[todo]
r2 = r10
r2 += -8
r3 = 0
call bpf_map_push_elem
*(u64 *)(r10 -8) = 12
r1 = map[todo]
r2 = r10
r2 += -8
r3 = 0
call bpf_map_push_elem
r1 = map[todo]
r2 = r10
r2 += -16
call bpf_map_pop_elem
r0 = *(u64 *)(r10 -16)
exit

=== map: stack
map: todo stack 0 8 2
result: 12
*(u64 *)(r10 -8) = 11
r1 = map[todo]
r2 = r10
r2 += -8
r3 = 0
call bpf_map_push_elem
*(u64 *)(r10 -8) = 12
r1 = map[todo]
r2 = r10
r2 += -8
r3 = 0
call bpf_map_push_elem
r1 = map[todo]
r2 = r10
r2 += -16
call bpf_map_peek_elem
r0 = *(u64 *)(r10 -16)
exit

=== map: look-up in a queue
map: todo queue 0 8 2
expect: refuse helper-map-type
log: cannot pass map_type
*(u32 *)(r10 -4) = 0
r1 = map[todo]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r0 = 0
exit

=== map: push to a hash
map: counts hash 4 8 4
expect: refuse helper-map-type
log: cannot pass map_type
*(u64 *)(r10 -8) = 0
r1 = map[counts]
r2 = r10
r2 += -8
r3 = 0
call bpf_map_push_elem
r0 = 0
exit

=== map: an index that no map has
expect: refuse bad-map-reference
r1 = map[id:3]
r0 = 0
exit

=== map: a pointer stored in a value
map: values array 4 8 1
r6 = r1
*(u32 *)(r10 -4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
*(u64 *)(r0 +0) = r6
out:
r0 = 0
exit
