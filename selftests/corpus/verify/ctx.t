# The context of each program type.

=== ctx: socket_filter length
result: 50
r0 = *(u32 *)(r1 +0)
exit

=== ctx: socket_filter narrow read
result: 50
r0 = *(u8 *)(r1 +0)
exit

=== ctx: socket_filter wide read
expect: refuse ctx-access
log: invalid bpf_context access off=0 size=8
r0 = *(u64 *)(r1 +0)
exit

=== ctx: socket_filter has no packet pointers
expect: refuse ctx-access
log: invalid bpf_context access
r0 = *(u32 *)(r1 +76)
exit

=== ctx: socket_filter writes its scratch
result: 5
*(u32 *)(r1 +48) = 5
r0 = *(u32 *)(r1 +48)
exit

=== ctx: socket_filter writes the mark
expect: refuse ctx-write
log: invalid bpf_context access off=8 size=4
*(u32 *)(r1 +8) = 5
r0 = 0
exit

=== ctx: beyond the context
expect: refuse ctx-access
log: invalid bpf_context access
r0 = *(u32 *)(r1 +400)
exit

=== ctx: before the context
expect: refuse ctx-access
r0 = *(u32 *)(r1 -4)
exit

=== ctx: variable offset
expect: refuse ctx-variable-offset
log: variable ctx access
r2 = *(u32 *)(r1 +8)
r2 &= 4
r1 += r2
r0 = *(u32 *)(r1 +0)
exit

=== ctx: unaligned
expect: refuse ctx-access
r0 = *(u32 *)(r1 +2)
exit

=== ctx: kprobe registers
type: kprobe
ctx: 0100000000000000020000000000000003
result: 3
r0 = *(u64 *)(r1 +16)
exit

=== ctx: kprobe half register
type: kprobe
ctx: 0000000007000000
result: 7
r0 = *(u32 *)(r1 +4)
exit

=== ctx: kprobe beyond the registers
type: kprobe
expect: refuse ctx-access
log: invalid bpf_context access off=168 size=8
r0 = *(u64 *)(r1 +168)
exit

=== ctx: kprobe unaligned
type: kprobe
expect: refuse ctx-access
r0 = *(u64 *)(r1 +4)
exit

=== ctx: kprobe registers are read only
type: kprobe
expect: refuse ctx-write
*(u64 *)(r1 +0) = 1
r0 = 0
exit

=== ctx: tracepoint record
type: tracepoint
ctx: 0000000000000000000000000000000009
result: 9
r0 = *(u64 *)(r1 +16)
exit

=== ctx: tracepoint header is hidden
type: tracepoint
expect: refuse ctx-access
log: invalid bpf_context access off=0 size=8
r0 = *(u64 *)(r1 +0)
exit

=== ctx: tracepoint record is read only
type: tracepoint
expect: refuse ctx-write
*(u64 *)(r1 +16) = 1
r0 = 0
exit

=== ctx: raw_tracepoint arguments
type: raw_tracepoint
ctx: 01000000000000000800000000000000
result: 8
r0 = *(u64 *)(r1 +8)
exit

=== ctx: raw_tracepoint half argument
type: raw_tracepoint
ctx: 0100000000000000
result: 1
r0 = *(u32 *)(r1 +0)
exit

=== ctx: raw_tracepoint beyond the arguments
type: raw_tracepoint
expect: refuse ctx-access
r0 = *(u64 *)(r1 +96)
exit

=== ctx: xdp ifindex
type: xdp
result: 1
r0 = *(u32 *)(r1 +12)
exit

=== ctx: xdp writes its context
type: xdp
expect: refuse ctx-write
*(u32 *)(r1 +12) = 1
r0 = 0
exit

=== ctx: atomic on the context
type: kprobe
expect: refuse bad-access-kind
log: BPF_ATOMIC stores into R1 ctx is not allowed
r2 = 1
lock *(u64 *)(r1 +0) += r2
r0 = 0
exit

=== ctx: dereference of a number
type: kprobe
expect: refuse not-a-pointer
log: R1 invalid mem access 'scalar'
r1 = *(u64 *)(r1 +0)
r0 = *(u64 *)(r1 +0)
exit
