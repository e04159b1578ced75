# Loops too long to be walked turn by turn: a number must grow, or shrink, on every way around.

=== loop: a million turns
result: 1000000
host: refuse mainline gives up after 1M instructions
type: socket_filter
r0 = 0
again:
r0 += 1
if r0 < 1000000 goto again
exit

=== loop: the counter begins anew on one path
vm: no a million instructions take too long in an emulator
expect: refuse back-edge
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
r2 = 0
again:
r2 += 1
r2 ^= r6
if r2 != 77 goto next
r0 = 0
next:
r0 += 1
if r0 < 1000000 goto again
exit

=== loop: the same without
result: 1000000
host: refuse mainline gives up after 1M instructions
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
r2 = 0
again:
r2 += 1
r2 ^= r6
if r2 != 77 goto next
r2 = 0
next:
r0 += 1
if r0 < 1000000 goto again
exit

=== loop: a step that one path leaves out
vm: no a million instructions take too long in an emulator
expect: refuse too-many-jumps
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
r2 = 0
again:
r2 += 1
r2 ^= r6
if r2 == 77 goto again
r0 += 1
if r0 < 1000000 goto again
exit

=== loop: a step of nothing
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
again:
r6 += 1
r0 += 0
if r0 < 1000000 goto again
exit

=== loop: steps that cancel out
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
again:
r6 += 1
r0 += 2
r0 += -2
if r0 < 1000000 goto again
exit

=== loop: an end that the counter steps over
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
again:
r6 += 1
r0 += 2
if r0 != 1000001 goto again
exit

=== loop: an end that is not on every path
vm: no a million instructions take too long in an emulator
expect: refuse too-many-jumps
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
again:
r6 *= 3
r0 += 1
if r6 == 77 goto again
if r0 < 1000000 goto again
exit

=== loop: the bound grows with the counter
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
type: socket_filter
r6 = *(u32 *)(r1 +0)
r0 = 0
r2 = 1000000
again:
r2 += 1
r0 += 1
if r0 < r2 goto again
exit

=== loop: a counter of 32 bits below a bound that it cannot reach
vm: no a million instructions take too long in an emulator
expect: refuse too-complex
type: socket_filter
w0 = 0
r2 = 0x200000000 ll
again:
w0 += 1
if r0 < r2 goto again
exit

=== loop: the counter in a slot
result: 300000
host: refuse mainline gives up after 1M instructions
type: socket_filter
r1 = 0
*(u64 *)(r10 -8) = r1
again:
r0 = *(u64 *)(r10 -8)
r0 += 1
*(u64 *)(r10 -8) = r0
if r0 != 300000 goto again
exit

=== loop: something else writes the slot of the counter
vm: no a million instructions take too long in an emulator
expect: refuse back-edge
type: socket_filter
r6 = *(u32 *)(r1 +0)
r6 &= 8
r7 = r10
r7 += -16
r7 += r6
r1 = 0
*(u64 *)(r10 -8) = r1
*(u64 *)(r10 -16) = r1
again:
r0 = *(u64 *)(r10 -8)
r0 += 1
*(u64 *)(r10 -8) = r0
r1 = 0
*(u64 *)(r7 +0) = r1
if r0 != 300000 goto again
exit

=== loop: downwards, in steps
result: 0
type: socket_filter
r0 = 900000
again:
r0 += -3
if r0 != 0 goto again
exit

=== loop: two loops, more turns than anyone would wait for
expect: refuse too-complex
type: socket_filter
r0 = 0
outer:
r2 = 0
inner:
r2 += 1
if r2 < 1000000000 goto inner
r0 += 1
if r0 < 1000000000 goto outer
exit

=== loop: branches that set bits of an offset
map: mem array 4 4096 1
result: 0
host: refuse mainline gives up after 1M instructions
type: socket_filter
r6 = *(u32 *)(r1 +0)
r1 = 0
*(u32 *)(r10 -4) = r1
r1 = map[mem]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r2 = 0
if r6 & 1 goto pc+1
r2 += 1
if r6 & 2 goto pc+1
r2 += 2
if r6 & 4 goto pc+1
r2 += 4
if r6 & 8 goto pc+1
r2 += 8
if r6 & 16 goto pc+1
r2 += 16
if r6 & 32 goto pc+1
r2 += 32
if r6 & 64 goto pc+1
r2 += 64
if r6 & 128 goto pc+1
r2 += 128
if r6 & 256 goto pc+1
r2 += 256
if r6 & 512 goto pc+1
r2 += 512
if r6 & 1024 goto pc+1
r2 += 1024
if r6 & 2048 goto pc+1
r2 += 1
if r6 & 4096 goto pc+1
r2 += 2
if r6 & 8192 goto pc+1
r2 += 4
if r6 & 16384 goto pc+1
r2 += 8
if r6 & 32768 goto pc+1
r2 += 16
if r6 & 65536 goto pc+1
r2 += 32
if r6 & 131072 goto pc+1
r2 += 64
if r6 & 262144 goto pc+1
r2 += 128
if r6 & 524288 goto pc+1
r2 += 256
if r6 & 1048576 goto pc+1
r2 += 512
if r6 & 2097152 goto pc+1
r2 += 1024
if r6 & 4194304 goto pc+1
r2 += 1
if r6 & 8388608 goto pc+1
r2 += 2
r2 &= 4095
r0 += r2
r0 = *(u8 *)(r0 +0)
out:
r0 = 0
exit

=== loop: branches that set bits of an offset, one too many
map: mem array 4 4096 1
vm: no a million instructions take too long in an emulator
expect: refuse map-value-bounds
type: socket_filter
r6 = *(u32 *)(r1 +0)
r1 = 0
*(u32 *)(r10 -4) = r1
r1 = map[mem]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r2 = 0
if r6 & 1 goto pc+1
r2 += 1
if r6 & 2 goto pc+1
r2 += 2
if r6 & 4 goto pc+1
r2 += 4
if r6 & 8 goto pc+1
r2 += 8
if r6 & 16 goto pc+1
r2 += 16
if r6 & 32 goto pc+1
r2 += 32
if r6 & 64 goto pc+1
r2 += 64
if r6 & 128 goto pc+1
r2 += 128
if r6 & 256 goto pc+1
r2 += 256
if r6 & 512 goto pc+1
r2 += 512
if r6 & 1024 goto pc+1
r2 += 1024
if r6 & 2048 goto pc+1
r2 += 1
if r6 & 4096 goto pc+1
r2 += 2
if r6 & 8192 goto pc+1
r2 += 4
if r6 & 16384 goto pc+1
r2 += 8
if r6 & 32768 goto pc+1
r2 += 16
if r6 & 65536 goto pc+1
r2 += 32
if r6 & 131072 goto pc+1
r2 += 64
if r6 & 262144 goto pc+1
r2 += 128
if r6 & 524288 goto pc+1
r2 += 256
if r6 & 1048576 goto pc+1
r2 += 512
if r6 & 2097152 goto pc+1
r2 += 1024
if r6 & 4194304 goto pc+1
r2 += 1
if r6 & 8388608 goto pc+1
r2 += 2
r2 &= 8191
r0 += r2
r0 = *(u8 *)(r0 +0)
out:
r0 = 0
exit
